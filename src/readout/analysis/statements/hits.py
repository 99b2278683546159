"""A reporting word, a phrase, and a report of both: what the rules for statements hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.language.lexicon import Cue

NO_CUE = "none"  #: the kind of a hit that stands for a report without a reporting word


@dataclass(frozen=True, slots=True)
class Hit:
    """A reporting word at token `at` of a passage; `[low, high]` with its auxiliaries and what belongs to it."""

    at: int
    low: int
    high: int
    kind: str  #: verb, noun, state, pointer, or NO_CUE
    lemma: str
    cues: tuple[Cue, ...] = ()
    act: str = "assert"
    negated: bool = False
    frames: frozenset[str] = field(init=False)  #: of all its cues

    def __post_init__(self) -> None:
        frames = self.cues[0].frames if len(self.cues) == 1 else frozenset().union(*[cue.frames for cue in self.cues])
        object.__setattr__(self, "frames", frames)

    def act_in(self, *frames: str) -> str | None:
        """The act of the first entry that has one of these frames; None if there is none."""
        fallback = None
        for frame in frames:
            for cue in self.cues:
                if frame in cue.frames and "after" not in cue.frames:  # that group only says where a verb may stand
                    return cue.act
                if frame in cue.frames:
                    fallback = fallback or cue.act
        return fallback

    def has(self, *frames: str) -> bool:
        """Whether it reports in one of these frames."""
        return not self.frames.isdisjoint(frames)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens `[low, high]` that name someone, with their head, and how they were found."""

    low: int
    high: int
    head: int
    how: str


@dataclass(frozen=True, slots=True)
class Found:
    """One report: cue, content as token ranges, speaker phrase, and the rule that saw it."""

    hit: Hit
    content: tuple[tuple[int, int], ...]
    speaker: Phrase | None
    act: str
    rule: str
    group: tuple[int, int] | None = None  #: tokens of a reporting clause that stands apart from its content
