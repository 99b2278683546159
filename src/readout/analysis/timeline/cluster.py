"""Mentions of one event joined: compatible times, and words that say the same."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from readout.ranges import fineness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.analysis.timeline.mentions import Mention

_SAME = 0.4  #: share of the rarer clause's weight that two mentions of one event have in common
_COARSE = 0.6  #: how much the likeness counts where one time is vaguer than a day
_FINE = fineness("day")


def cluster(mentions: Sequence[Mention], aligned: frozenset[tuple[int, int]]) -> list[list[int]]:
    """Groups of indexes of mentions that tell one event; `aligned` are pairs that stand in copied passages."""
    weights = _weights(mentions)
    groups: list[list[int]] = []
    order = sorted(
        range(len(mentions)), key=lambda i: (fineness(mentions[i].range.granularity), -len(mentions[i].stems), i)
    )
    for i in order:
        best, best_score = None, _SAME
        for group in groups:
            score = max(_likeness(mentions[i], mentions[j], weights, (min(i, j), max(i, j)) in aligned) for j in group)
            if score >= best_score and all(mentions[i].range.compatible(mentions[j].range) for j in group):
                best, best_score = group, score
        if best is None:
            groups.append([i])
        else:
            best.append(i)
    return groups


def _weights(mentions: Sequence[Mention]) -> Mapping[str, float]:
    """How telling each stem is within the story: rare ones tell more."""
    counts = Counter(stem for mention in mentions for stem in mention.stems)
    return {stem: math.log(1 + len(mentions) / count) for stem, count in counts.items()}


def _likeness(a: Mention, b: Mention, weights: Mapping[str, float], is_aligned: bool) -> float:
    """0 to 1: how much two mentions say the same, 0 where their times cannot be one."""
    if not a.range.compatible(b.range) or (a.span.overlaps(b.span) and a.time != b.time):
        return 0.0
    if is_aligned:
        return 1.0
    shared = a.stems & b.stems
    if len(shared) < 2:
        return 0.0
    common = sum(weights[stem] for stem in shared)
    least = min(sum(weights[stem] for stem in one.stems) for one in (a, b))
    score = common / least if least else 0.0
    coarse = fineness(a.range.granularity) > _FINE or fineness(b.range.granularity) > _FINE
    return score * (_COARSE if coarse else 1.0)
