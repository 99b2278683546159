"""Mentions of one event joined: compatible times, and words that say the same."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from readout.ranges import fineness

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from numpy.typing import NDArray

    from readout.analysis.timeline.mentions import Mention

_SAME = 0.35  #: share of the rarer clause's weight that two mentions of one event have in common
_COARSE = 0.6  #: how much the likeness counts where one time is vaguer than a day
_FINE = fineness("day")
_SPEAKING = 30  #: members of a group that a mention is compared with, the fullest
_SHARED = 2  #: telling words that two mentions of one event have in common


def cluster(mentions: Sequence[Mention], aligned: frozenset[tuple[int, int]]) -> list[list[int]]:
    """Groups of indexes of mentions that tell one event; `aligned` are pairs that stand in copied passages.

    Each mention, the finest and fullest first, joins the likeliest group whose times all go with its own.
    """
    partners: dict[int, set[int]] = defaultdict(set)
    for i, j in aligned:
        partners[i].add(j)
        partners[j].add(i)
    found = _Clusters(mentions, partners)
    for i in sorted(range(len(mentions)), key=lambda i: (found.fineness[i], -len(mentions[i].stems), i)):
        found.place(i)
    return found.groups


class _Clusters:
    """The groups so far, with an index by stem of the members that speak for them.

    Likeness is worked out for all of these at once: a story of 500 reports has many thousand mentions, and the time of
    comparing them one by one grew with the square of their number. Weights are added up in the order of the stems, so
    that sums come out the same to the last bit.
    """

    def __init__(self, mentions: Sequence[Mention], partners: Mapping[int, Collection[int]]) -> None:
        counts = Counter(stem for mention in mentions for stem in mention.stems)
        weights = {stem: math.log(1 + len(mentions) / count) for stem, count in counts.items()}
        self.mentions, self.partners = mentions, partners
        self.groups: list[list[int]] = []
        self.fineness = np.array([fineness(mention.range.granularity) for mention in mentions], int)
        self._telling = [{stem: weights[stem] for stem in sorted(mention.stems)} for mention in mentions]
        self._totals = np.array([float(sum(telling.values())) for telling in self._telling])
        bounds = [(mention.range.first or "", mention.range.last or "~") for mention in mentions]
        ranks = {bound: rank for rank, bound in enumerate(sorted({bound for pair in bounds for bound in pair}))}
        self._bounds = [(ranks[first], ranks[last]) for first, last in bounds]
        self._holding: dict[str, array[int]] = defaultdict(lambda: array("q"))  #: who speaks with a stem
        self._speaking: dict[str, list[int]] = defaultdict(list)  #: who speaks of each article
        self._home = np.full(len(mentions), -1)  #: the group of each
        self._first = np.zeros(len(mentions), int)  #: the interval that all times of a group have in common
        self._last = np.zeros(len(mentions), int)

    def place(self, i: int) -> None:
        """Put a mention into the likeliest group, or into one of its own."""
        number, (first, last) = self._likeliest(i), self._bounds[i]
        if number < 0:
            number = len(self.groups)
            self.groups.append([])
            self._first[number], self._last[number] = first, last
        self._first[number] = max(self._first[number], first)
        self._last[number] = min(self._last[number], last)
        self._home[i] = number
        group = self.groups[number]
        group.append(i)
        if len(group) <= _SPEAKING:
            self._speaking[self.mentions[i].article].append(i)
            for stem in self._telling[i]:
                self._holding[stem].append(i)

    def _likeliest(self, i: int) -> int:
        """The group with the likeliest member, the last of equals; -1 if none is likely."""
        likeness = self._likeness(i)
        others = np.flatnonzero(likeness >= _SAME)
        homes, (first, last) = self._home[others], self._bounds[i]
        going = (self._first[homes] <= last) & (first <= self._last[homes])
        if not going.any():
            return -1
        homes, likeness = homes[going], likeness[others[going]]
        return int(homes[likeness == likeness.max()].max())

    def _likeness(self, i: int) -> NDArray[np.float64]:
        """0 to 1 for every mention: how much it says the same, if it speaks for a group."""
        sums, shared = self._shared(i)
        others = np.flatnonzero(shared >= _SHARED)
        coarse = np.maximum(self.fineness[others], self.fineness[i]) > _FINE
        likeness = np.zeros(len(self.mentions))
        likeness[others] = sums[others] / np.minimum(self._totals[others], self._totals[i])
        likeness[others] *= np.where(coarse, _COARSE, 1.0)
        mention = self.mentions[i]
        for j in self.partners.get(i, ()):
            if j in self._speaking[self.mentions[j].article]:
                likeness[j] = 1.0
        for j in self._speaking[mention.article]:
            if mention.span.overlaps(self.mentions[j].span) and mention.time != self.mentions[j].time:
                likeness[j] = 0.0
        return likeness

    def _shared(self, i: int) -> tuple[NDArray[np.float64], NDArray[np.int_]]:
        """For every mention that speaks for a group: the weight of the stems it shares with one, and their number."""
        telling = self._telling[i].items()
        held = [(np.frombuffer(found, np.int64), weight) for stem, weight in telling if (found := self._holding[stem])]
        members = np.concatenate([*(found for found, _ in held), np.zeros(0, np.int64)])
        weights = np.repeat([weight for _, weight in held], [len(found) for found, _ in held])
        size = len(self.mentions)
        return np.bincount(members, weights, size).astype(np.float64, copy=False), np.bincount(members, minlength=size)
