"""Which story goes on from which: successive days of one affair, linked but not merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.stories.clock import WINDOW_DAYS
from readout.analysis.stories.linking import shared_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.analysis.stories.linking import Group
    from readout.analysis.stories.neighbours import Link

LEAST_FOLLOWING = 0.1  #: what a story must share with the one it goes on from, time left aside
LATER = 0.5  #: days by which it must begin later
MOST_FOLLOWED = 2


def find_storylines(groups: Sequence[Group], links: Iterable[Link], days: Sequence[float | None]) -> list[list[int]]:
    """For each group the groups it follows, the nearest in content first; both need days that are known."""
    owner = {member: number for number, group in enumerate(groups) for member in group.members}
    spans = [_span(group, days) for group in groups]
    met = {(owner[link.earlier], owner[link.later]) for link in links}
    followed: list[list[tuple[float, int]]] = [[] for _ in groups]
    for pair in {(min(pair), max(pair)) for pair in met if pair[0] != pair[1]}:
        one, other = (spans[number] for number in pair)
        if one is None or other is None or abs(one[0] - other[0]) < LATER:
            continue
        first, second = pair if one < other else pair[::-1]
        if max(one[0], other[0]) - min(one[1], other[1]) > WINDOW_DAYS:
            continue
        shared = round(shared_words(groups[first], groups[second]), 9)
        if shared >= LEAST_FOLLOWING:
            followed[second].append((-shared, first))
    return [[number for _, number in sorted(found)[:MOST_FOLLOWED]] for found in followed]


def _span(group: Group, days: Sequence[float | None]) -> tuple[float, float] | None:
    """The first and the last day of a group's articles."""
    known = [day for day in (days[member] for member in group.members) if day is not None]
    return (min(known), max(known)) if known else None
