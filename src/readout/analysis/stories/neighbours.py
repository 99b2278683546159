"""Which articles are worth comparing: those that share telling words within a window of time."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.stories.clock import WINDOW_DAYS, nearness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.stories.vectors import Vector

KEYS = 20  #: an article is found through its most telling words only
LATEST = 400  #: and among the latest articles with such a word: what keeps the cost flat
COMPARED = 60  #: the best of those are compared in full
LEAST_PLAIN = 0.05  #: what two articles must share of the words that are no names: a place and a mayor are no event


class Link(NamedTuple):
    """Two articles by their place in order of time, and how much they share (0 to 1), faded by time."""

    earlier: int
    later: int
    score: float


def find_neighbours(
    vectors: Sequence[Vector], names: bytearray, days: Sequence[float | None], least: float
) -> Iterator[Link]:
    """The pairs that share at least `least`, time left aside.

    Articles are in order of time, those of unknown time last.
    """
    postings: dict[int, list[int]] = defaultdict(list)
    opening = 0
    for later, (vector, day) in enumerate(zip(vectors, days, strict=True)):
        opening = _window_opening(days, opening, day)
        shared: dict[int, float] = defaultdict(float)
        for word, weight in zip(vector.words[:KEYS], vector.weights[:KEYS], strict=True):
            posting = postings[word]
            for earlier in posting[max(bisect_left(posting, opening), len(posting) - LATEST) :]:
                shared[earlier] += weight
            posting.append(later)
        if shared:
            mine = vector.as_dict()
            for earlier in nlargest(COMPARED, shared, key=lambda number: (shared[number], -number)):
                other = vectors[earlier]
                shared_words = similarity(mine, other)
                if shared_words >= least and _share_plain(mine, vector, other, names):
                    yield Link(earlier, later, shared_words * nearness(day, days[earlier]))


def similarity(one: dict[int, float], other: Vector) -> float:
    """The cosine of two vectors of unit length."""
    known = one.get
    return sum(weight * known(word, 0.0) for word, weight in zip(other.words, other.weights, strict=True))


def _share_plain(mine: dict[int, float], vector: Vector, other: Vector, names: bytearray) -> bool:
    """Whether two articles share more than names."""
    shared = sum(
        weight * mine[word]
        for word, weight in zip(other.words, other.weights, strict=True)
        if word in mine and not names[word]
    )
    return shared >= LEAST_PLAIN * vector.plain * other.plain


def _window_opening(days: Sequence[float | None], opening: int, day: float | None) -> int:
    """The place of the first article within the window before `day`; everything is, where the day is unknown."""
    if day is None:
        return 0
    while (first := days[opening]) is not None and day - first > WINDOW_DAYS:
        opening += 1
    return opening
