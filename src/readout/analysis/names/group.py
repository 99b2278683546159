"""What is gathered on one name while an article is read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.names.candidates import Candidate


@dataclass(slots=True)
class Group:
    """All mentions of one name, by its folded words."""

    key: tuple[str, ...]  #: folded words
    kind: EntityKind = EntityKind.OTHER
    lead: float = 0.0
    shown: defaultdict[str, int] = field(default_factory=partial(defaultdict, int))  #: how often each form
    places: list[tuple[int, int]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    chances: list[tuple[float, ...]] = field(default_factory=list)  #: of KINDS, for each candidate
    aliases: set[str] = field(default_factory=set)
    first: tuple[int, int] | None = None  #: the first place of a group from which others were parted

    def part(self, elsewhere: Sequence[bool]) -> Group:
        """Part with the mentions marked as belonging elsewhere; gives them as a group of the same kind.

        Only before forms are put together: each place is that of one candidate.
        """
        parted = Group(self.key, self.kind, self.lead)
        kept = Group(self.key, self.kind, self.lead)
        self.first = min(self.places)
        for candidate, chances, place, goes in zip(self.candidates, self.chances, self.places, elsewhere, strict=True):
            side = parted if goes else kept
            side.candidates.append(candidate)
            side.chances.append(chances)
            side.places.append(place)
            side.shown[_written(candidate)] += 1
        self.candidates, self.chances, self.places = kept.candidates, kept.chances, kept.places
        self.shown = kept.shown
        return parted

    def take(self, other: Group) -> None:
        """Take over the mentions of another form of the same name."""
        self.places.extend(other.places)
        self.candidates.extend(other.candidates)
        self.chances.extend(other.chances)
        self.aliases.update(other.shown)
        self.aliases.update(other.aliases)


def _written(candidate: Candidate) -> str:
    """The name as the text has it, with a space where words are apart."""
    words = candidate.words[candidate.low : candidate.high]
    before = [words[0].start, *(word.end for word in words[:-1])]
    return "".join(" " * (word.start > end) + word.text for word, end in zip(words, before, strict=True))
