"""Groups that grow by average link: two become one where their articles, taken two and two, share enough.

Average link over vectors of unit length needs only the sums of two groups' vectors; being reducible, it can be done
lazily over a heap of links (Murtagh 1983). What is added here: time fades what groups share, and two groups that are
each much closer inside than to each other stay apart however alike they are (two fires of a summer).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from readout.analysis.stories.apart import NO_MARKS, Marks
from readout.analysis.stories.clock import nearness
from readout.groups import Groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.analysis.stories.neighbours import Link
    from readout.analysis.stories.vectors import Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRules:
    """When two groups become one. All shares are cosines, 0 to 1."""

    least: float = 0.125  #: what two groups must share on average
    contrast: float = 0.65  #: ... and which part of what each shares inside itself
    formed: int = 6  #: from this size on a group is held to `contrast` in full, below it in part
    same_text: float = 0.6  #: sharing more than this counts as this: a copy says nothing about the event


@dataclass(slots=True)
class Group:
    """Articles by number, with what is needed to compare them with others as a whole."""

    members: list[int]
    vector: Vector
    sum: dict[int, float] | None = None
    inside: float = 0.0  #: the sum of what its pairs share
    days: float = 0.0
    dated: int = 0
    marks: Marks = NO_MARKS
    waiting: dict[int, float] = field(default_factory=dict)  #: groups kept apart by contrast, until one of them changes

    @property
    def total(self) -> dict[int, float]:
        """The sum of its articles' vectors; made when it is first asked for, since most articles are never linked."""
        if self.sum is None:
            self.sum = self.vector.as_dict()
        return self.sum

    @property
    def day(self) -> float | None:
        """The mean day of those members whose day is known."""
        return self.days / self.dated if self.dated else None

    @property
    def cohesion(self) -> float:
        """What two of its articles share on average; 0 for one alone."""
        size = len(self.members)
        return self.inside / (size * (size - 1) / 2) if size > 1 else 0.0


class Linker:
    """One run over one set of links. Numbers of articles are places in order of time."""

    def __init__(
        self,
        vectors: Sequence[Vector],
        days: Sequence[float | None],
        marks: Sequence[Marks],
        rules: LinkRules,
    ) -> None:
        self._rules = rules
        self._groups = {
            number: Group([number], vector, days=day or 0.0, dated=int(day is not None), marks=mark)
            for number, (vector, day, mark) in enumerate(zip(vectors, days, marks, strict=True))
        }
        self._joined = Groups(range(len(vectors)))
        self._judged: dict[tuple[int, int], tuple[int, int]] = {}

    def run(self, links: Iterable[Link]) -> list[Group]:
        """Join until nothing more may be joined; the groups, each with its members in order."""
        heap = [(-link.score, link.earlier, link.later, 0, 0) for link in links]
        heapify(heap)
        while heap:
            _, one, other, *sizes = heappop(heap)
            one, other = sorted((self._joined.root(one), self._joined.root(other)))
            if one == other:
                continue
            now = (len(self._groups[one].members), len(self._groups[other].members))
            if tuple(sizes) == now:
                for partner, score in self._join(one, other).items():
                    heappush(heap, (-score, one, partner, 0, 0))
            elif self._judged.get((one, other)) != now:
                self._judged[one, other] = now
                score = self._judge(one, other)
                if score >= self._rules.least:
                    heappush(heap, (-score, one, other, *now))
        for group in self._groups.values():
            group.members.sort()
        return [self._groups[number] for number in sorted(self._groups)]

    def _judge(self, one: int, other: int) -> float:
        """What two groups share as things stand; 0 where they must stay apart for now."""
        first, second = self._groups[one], self._groups[other]
        if first.marks.exclude(second.marks):
            return 0.0
        shared = round(between(first, second), 9)
        if shared >= self._rules.least and not in_line(first, second, shared, self._rules):
            first.waiting[other] = second.waiting[one] = shared
            return 0.0
        return shared

    def _join(self, one: int, other: int) -> dict[int, float]:
        """Make `other` part of `one`; the groups that were kept apart from either, which are to be judged again."""
        kept, gone = self._groups[one], self._groups.pop(other)
        shared = min(between(kept, gone), self._rules.same_text)
        kept.inside += gone.inside + shared * len(kept.members) * len(gone.members)
        kept.members += gone.members
        small, large = sorted((kept.total, gone.total), key=len)
        for word, weight in small.items():
            large[word] = large.get(word, 0.0) + weight
        kept.sum = large
        kept.days += gone.days
        kept.dated += gone.dated
        kept.marks |= gone.marks
        self._joined.join(one, other)
        waiting = {self._joined.root(number): score for number, score in (kept.waiting | gone.waiting).items()}
        waiting.pop(one, None)
        kept.waiting = {}
        return waiting


def between(one: Group, other: Group) -> float:
    """What an article of one group and an article of the other share on average, faded by time."""
    return shared_words(one, other) * nearness(one.day, other.day)


def shared_words(one: Group, other: Group) -> float:
    """The same, time left aside."""
    small, large = (one, other) if len(one.total) <= len(other.total) else (other, one)
    known = large.total.get
    shared = sum(weight * known(word, 0.0) for word, weight in small.total.items())
    return shared / (len(one.members) * len(other.members))


def in_line(one: Group, other: Group, shared: float, rules: LinkRules) -> bool:
    """Whether two groups are about as close to each other as each is inside; a group of one always is."""
    size = min(len(one.members), len(other.members))
    needed = rules.contrast * min(1.0, (size - 1) / (rules.formed - 1))
    return min(shared, rules.same_text) >= needed * math.sqrt(one.cohesion * other.cohesion)
