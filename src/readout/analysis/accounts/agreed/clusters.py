"""Stretches of many reports that say the same, grown from links of two."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.spans import Span

Link = tuple[float, "Line", "Span", "Line", "Span"]


@dataclass(slots=True)
class Cluster:
    """Stretches of lines that say the same, at most one of each line."""

    stretches: dict[tuple[str, int], Span] = field(default_factory=dict)
    strength: float = 0.0

    def fits(self, line: Line, span: Span) -> bool:
        """Whether a stretch of a line is (mostly) the one that is in the cluster already, or the line is new."""
        held = self.stretches.get(line.key)
        return held is None or 2 * held.shared(span) >= min(len(held), len(span))


def grow_clusters(links: Sequence[Link], scene: Scene, loose: Sequence[Link] = ()) -> list[Cluster]:
    """Clusters of stretches, the strongest links first; a newcomer must be linked to half of those in it, or to all of
    them by a `loose` link; these come last.
    """
    rows = [*((link, False) for link in links), *((link, True) for link in loose)]
    linked = {frozenset((a.key, b.key)) for (_, a, _, b, _), _ in rows}
    clusters: list[Cluster] = []
    owner: dict[tuple[str, int], list[Cluster]] = defaultdict(list)

    def find(line: Line, span: Span) -> Cluster | None:
        return next((c for c in owner[line.key] if 2 * c.stretches[line.key].shared(span) >= len(span)), None)

    for (strength, a, span_a, b, span_b), strict in rows:
        one, two = find(a, span_a), find(b, span_b)
        if one is None and two is None:
            one = Cluster(strength=strength)
            clusters.append(one)
        target = one or two
        if target is None or (one and two and one is not two):
            continue
        if target.fits(a, span_a) and target.fits(b, span_b) and _welcome(target, (a, b), (linked, strict), scene):
            for line, span in ((a, span_a), (b, span_b)):
                if line.key not in target.stretches:
                    target.stretches[line.key] = span
                    owner[line.key].append(target)
    return clusters


def _welcome(
    cluster: Cluster, lines: tuple[Line, Line], known: tuple[set[frozenset[tuple[str, int]]], bool], scene: Scene
) -> bool:
    """Whether each line is in the cluster or says the same as half of its lines of other origins, or as all of them."""
    linked, strict = known
    for line in lines:
        if line.key in cluster.stretches or not cluster.stretches:
            continue
        held = cluster.stretches.items()
        others = [key for key, span in held if scene.origin_at(span) != scene.origin_at(line.span)]
        met = sum(frozenset((line.key, key)) in linked for key in others)
        if met < len(others) if strict else 2 * met < len(others):
            return False
    return True
