"""The copy tree of an origin: which article hangs under which, and by what edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.groups import Groups
from readout.types import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Copy, Origin, StoryMaterial


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One node: an article, or (article None) a text that is not in the pile; and the edge to the node above it.

    `guessed` edges have no known direction: the later article hangs under the earlier one. `copy` is None at a
    root, and for an article that belongs to the origin without sharing a passage.
    """

    article: str | None
    agency: str | None = None
    copy: Copy | None = None
    guessed: bool = False
    children: tuple[Branch, ...] = ()
    part: bool = False  #: only the article's own passages belong here; the rest of it is copied and stands elsewhere

    @property
    def text(self) -> str:
        """What a node without an article is called."""
        return f"{self.agency} text" if self.agency else "an unseen text"


class _Forest:
    """Parents chosen edge by edge, the surest first, never closing a circle."""

    def __init__(self, members: Sequence[str]) -> None:
        self.place = {article: number for number, article in enumerate(members)}
        self.parent: dict[str, tuple[str, Copy, bool]] = {}
        self.unseen: dict[str, tuple[str, Copy]] = {}
        self._trees = Groups(members)

    def joined(self, one: str, other: str) -> bool:
        """Whether the two are in one tree."""
        return self._trees.root(one) == self._trees.root(other)

    def hang(self, parent: str, child: str, copy: Copy, *, guessed: bool) -> None:
        """Put `child` under `parent` unless it already hangs somewhere or the two are joined."""
        if child in self.parent or child in self.unseen or self.joined(parent, child):
            return
        self.parent[child] = (parent, copy, guessed)
        self._trees.join(parent, child)

    def share_unseen(self, copy: Copy) -> None:
        """Put both articles under one text that is not in the pile."""
        first, second = sorted((copy.a, copy.b), key=self.place.__getitem__)
        if self.joined(first, second) or first in self.parent or second in self.parent:
            return
        head = self.unseen[first][0] if first in self.unseen else first
        old = self.unseen[second][0] if second in self.unseen else second
        for article, (group, edge) in list(self.unseen.items()):
            if group == old:
                self.unseen[article] = (head, edge)
        self.unseen.setdefault(first, (head, copy))
        self.unseen[second] = (head, copy)
        self._trees.join(first, second)


def order_origins(material: StoryMaterial) -> tuple[Origin, ...]:
    """The origins with the most articles first, else in the order given."""
    return tuple(sorted(material.origins, key=lambda origin: -len(origin.articles)))


def grow_tree(origin: Origin, material: StoryMaterial) -> tuple[Branch, ...]:
    """The roots of an origin's tree, in the story's order; every article of the origin stands in it once."""
    rank = {article: number for number, article in enumerate(material.story.articles)}
    members = sorted(origin.articles, key=lambda article: (rank.get(article, len(rank)), article))
    inside = set(members)
    forest = _Forest(members)
    for copy in sorted((c for c in material.copies if c.a in inside and c.b in inside), key=_sureness):
        if copy.direction is Direction.A_TO_B:
            forest.hang(copy.a, copy.b, copy, guessed=False)
        elif copy.direction is Direction.B_TO_A:
            forest.hang(copy.b, copy.a, copy, guessed=False)
        elif copy.direction is Direction.COMMON_UNSEEN:
            forest.share_unseen(copy)
        else:
            earlier, later = sorted((copy.a, copy.b), key=forest.place.__getitem__)
            forest.hang(earlier, later, copy, guessed=True)
            forest.hang(later, earlier, copy, guessed=True)
    return _branches(forest, members, {part.article for part in origin.parts})


def _sureness(copy: Copy) -> tuple[int, float, str, str]:
    certain = {Direction.A_TO_B: 0, Direction.B_TO_A: 0, Direction.COMMON_UNSEEN: 1}.get(copy.direction, 2)
    return (certain, -max(copy.coverage_a, copy.coverage_b), copy.a, copy.b)


def _branches(forest: _Forest, members: Sequence[str], parted: set[str]) -> tuple[Branch, ...]:
    below: dict[str, list[str]] = {}
    for child in members:
        if child in forest.parent:
            below.setdefault(forest.parent[child][0], []).append(child)
    grown: dict[str, tuple[Branch, ...]] = {}
    for article in _leaves_first(members, below):
        grown[article] = tuple(
            Branch(
                article=child,
                copy=forest.parent[child][1],
                guessed=forest.parent[child][2],
                children=grown[child],
                part=child in parted,
            )
            for child in below.get(article, ())
        )
    roots: list[Branch] = []
    hollow: set[str] = set()
    for article in members:
        if article in forest.parent:
            continue
        if article not in forest.unseen:
            roots.append(Branch(article=article, children=grown[article], part=article in parted))
            continue
        head = forest.unseen[article][0]
        if head not in hollow:
            hollow.add(head)
            under = [child for child in members if child in forest.unseen and forest.unseen[child][0] == head]
            agencies = [copy.agency for child in under if (copy := forest.unseen[child][1]).agency]
            # What two sisters share is told once, at the later one.
            edges = {c: None if c == head else forest.unseen[c][1] for c in under}
            twigs = tuple(Branch(article=c, copy=edges[c], children=grown[c]) for c in under)
            roots.append(Branch(article=None, agency=agencies[0] if agencies else None, children=twigs))
    return tuple(roots)


def _leaves_first(members: Sequence[str], below: dict[str, list[str]]) -> list[str]:
    """All members, children before their parents (a chain may be longer than Python's stack)."""
    hanging = {child for children in below.values() for child in children}
    order = [article for article in members if article not in hanging]
    for article in order:
        order.extend(below.get(article, ()))
    return order[::-1]


def turn_toward(copy: Copy, child: str) -> Copy:
    """The same copy told so that `b` is the article below."""
    if copy.b == child:
        return copy
    turned = {Direction.A_TO_B: Direction.B_TO_A, Direction.B_TO_A: Direction.A_TO_B}
    return type(copy)(
        a=copy.b,
        b=copy.a,
        relation=copy.relation,
        direction=turned.get(copy.direction, copy.direction),
        why=copy.why,
        agency=copy.agency,
        passages=tuple(
            type(p)(a_start=p.b_start, a_end=p.b_end, b_start=p.a_start, b_end=p.a_end) for p in copy.passages
        ),
        edits=tuple(
            type(e)(kind={"cut": "insertion", "insertion": "cut"}.get(e.kind, e.kind), a=e.b, b=e.a) for e in copy.edits
        ),
        coverage_a=copy.coverage_b,
        coverage_b=copy.coverage_a,
        evidence=copy.evidence,
        rule=copy.rule,
    )


def flatten(roots: Sequence[Branch]) -> list[tuple[int, Branch]]:
    """The tree as lines with their depth, parents before their children."""
    lines: list[tuple[int, Branch]] = []
    waiting = [(0, root) for root in reversed(roots)]
    while waiting:
        depth, branch = waiting.pop()
        lines.append((depth, branch))
        waiting.extend((depth + 1, child) for child in reversed(branch.children))
    return lines
