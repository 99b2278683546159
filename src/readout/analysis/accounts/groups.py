"""Disjoint groups that grow by joining, for clustering without an order of input."""

from __future__ import annotations


class Groups:
    """A partition of the numbers 0 to n-1 (union-find with the least member as root)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, item: int) -> int:
        """The least member of the item's group."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, a: int, b: int) -> None:
        """Make the groups of a and b one."""
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low

    def all(self) -> list[list[int]]:
        """The groups, each sorted, in order of their least members."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.root(item), []).append(item)
        return [found[root] for root in sorted(found)]
