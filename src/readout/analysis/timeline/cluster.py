"""Mentions of one event joined: compatible times, and words that say the same."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.ranges import fineness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.timeline.mentions import Mention

_SAME = 0.35  #: share of the rarer clause's weight that two mentions of one event have in common
_COARSE = 0.6  #: how much the likeness counts where one time is vaguer than a day
_FINE = fineness("day")
_SPEAKING = 30  #: members of a group that a mention is compared with, the fullest
_SHARED = 2  #: telling words that two mentions of one event have in common


@dataclass(slots=True)
class _Group:
    """Mentions of one event, and the interval that all their times have in common."""

    members: list[int]
    first: str
    last: str


def cluster(mentions: Sequence[Mention], aligned: frozenset[tuple[int, int]]) -> list[list[int]]:
    """Groups of indexes of mentions that tell one event; `aligned` are pairs that stand in copied passages.

    Each mention, the finest and fullest first, joins the likeliest group whose times all go with its own.
    """
    scale = _Scale(mentions)
    partners: dict[int, set[int]] = {}
    for i, j in aligned:
        partners.setdefault(i, set()).add(j)
        partners.setdefault(j, set()).add(i)
    groups: list[_Group] = []
    holding: dict[str, set[int]] = {}
    home: dict[int, int] = {}
    for i in sorted(range(len(mentions)), key=lambda i: (scale.fineness[i], -len(mentions[i].stems), i)):
        first, last = scale.bounds[i]
        near = {number for stem in mentions[i].stems for number in holding.get(stem, ())}
        near |= {home[j] for j in partners.get(i, ()) if j in home}
        best, best_score = -1, _SAME
        for number in sorted(near):
            group = groups[number]
            if group.first > last or first > group.last:
                continue
            score = max(scale.likeness(i, j, is_aligned=j in partners.get(i, ())) for j in group.members[:_SPEAKING])
            if score >= best_score:
                best, best_score = number, score
        if best < 0:
            best = len(groups)
            groups.append(_Group([], first, last))
        group = groups[best]
        group.members.append(i)
        group.first, group.last = max(group.first, first), min(group.last, last)
        home[i] = best
        for stem in mentions[i].stems:
            holding.setdefault(stem, set()).add(best)
    return [group.members for group in groups]


class _Scale:
    """What likeness is measured with: how telling each stem is within the story, and each mention's time."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        counts = Counter(stem for mention in mentions for stem in mention.stems)
        self.mentions = mentions
        self.weights = {stem: math.log(1 + len(mentions) / count) for stem, count in counts.items()}
        self.totals = [sum(self.weights[stem] for stem in sorted(mention.stems)) for mention in mentions]
        self.fineness = [fineness(mention.range.granularity) for mention in mentions]
        self.bounds = [(mention.range.first or "", mention.range.last or "~") for mention in mentions]

    def likeness(self, i: int, j: int, *, is_aligned: bool) -> float:
        """0 to 1: how much two mentions say the same; their times are known to go together."""
        a, b = self.mentions[i], self.mentions[j]
        if a.span.overlaps(b.span) and a.time != b.time:
            return 0.0
        if is_aligned:
            return 1.0
        shared = a.stems & b.stems
        least = min(self.totals[i], self.totals[j])
        if len(shared) < _SHARED or not least:
            return 0.0
        score = sum(self.weights[stem] for stem in sorted(shared)) / least
        return score * (_COARSE if max(self.fineness[i], self.fineness[j]) > _FINE else 1.0)
