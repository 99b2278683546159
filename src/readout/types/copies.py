"""Copies, origins and stories: who took from whom, and which reports belong together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from readout.types.articles import Edit
from readout.types.evidence import Derived

if TYPE_CHECKING:
    from readout.spans import Span


class Relation(StrEnum):
    """How much two texts share: nearly all of both, nearly all of one, or a part of each."""

    COPY = "copy"
    ABRIDGED = "abridged"
    PARTIAL = "partial"


class Direction(StrEnum):
    """Who took from whom. `a->b`: b took its text from a."""

    A_TO_B = "a->b"
    B_TO_A = "b->a"
    COMMON_UNSEEN = "common unseen"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One aligned stretch of reporting: `[a_start, a_end)` in a stands as `[b_start, b_end)` in b."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy(Derived):
    """Two articles that share reporting (text reuse), with what is shared and what was changed."""

    a: str
    b: str
    relation: Relation
    direction: Direction
    why: tuple[str, ...]
    agency: str | None
    passages: tuple[Passage, ...]
    edits: tuple[Edit, ...]
    coverage_a: float  #: share of a's reporting found in b, 0 to 1
    coverage_b: float

    def seen_from(self, article: str) -> Copy:
        """The same copy with `article` as its `a`; what one side cut, the other then put in."""
        if article == self.a:
            return self
        turned = {Direction.A_TO_B: Direction.B_TO_A, Direction.B_TO_A: Direction.A_TO_B}
        kinds = {"cut": "insertion", "insertion": "cut"}
        return replace(
            self,
            a=self.b,
            b=self.a,
            direction=turned.get(self.direction, self.direction),
            passages=tuple(
                Passage(a_start=p.b_start, a_end=p.b_end, b_start=p.a_start, b_end=p.a_end) for p in self.passages
            ),
            edits=tuple(Edit(kind=kinds.get(edit.kind, edit.kind), a=edit.b, b=edit.a) for edit in self.edits),
            coverage_a=self.coverage_b,
            coverage_b=self.coverage_a,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Derived):
    """What counts as reported once, independently; its articles are not independent of each other.

    An article that is half copied, half its own stands in two origins: whole in that of its copies, and in another with
    the passages of its own only, which are then among the `parts`.
    """

    id: str
    name: str
    articles: tuple[str, ...]
    why: tuple[str, ...]
    parts: tuple[Span, ...] = ()
    relays: tuple[tuple[str, str], ...] = ()  #: articles that pass on an outlet's report, with its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event (in TDT's words a topic: there a "story" is one article). In order of time, then id."""

    id: str
    articles: tuple[str, ...]
    follows: tuple[str, ...] = ()  #: earlier stories of the same storyline
