"""Pairs of things that share telling stems, found through an index, so that nothing compares all with all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def pairs_by_weight(
    stems: Sequence[frozenset[str]], weights: Mapping[str, float], budget: int
) -> dict[tuple[int, int], float]:
    """Pairs of numbers whose sets share stems, with the weight shared; the rarest stems first, until `budget` pairs."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(stems):
        for stem in found:
            holding[stem].append(number)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    spent = 0
    for stem, members in sorted(holding.items(), key=lambda item: (len(item[1]), item[0])):
        spent += len(members) * (len(members) - 1) // 2
        if spent > budget:
            break
        weight = weights.get(stem, 1.0)
        for place, one in enumerate(members):
            for other in members[place + 1 :]:
                shared[one, other] += weight
    return shared
