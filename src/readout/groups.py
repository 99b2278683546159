"""Disjoint groups that grow by joining, for clustering without an order of input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T", int, str)


class Groups(Generic[T]):
    """A partition of numbers or ids (union-find with the least member as root)."""

    def __init__(self, items: Iterable[T]) -> None:
        self._parent: dict[T, T] = {item: item for item in items}

    def root(self, item: T) -> T:
        """The least member of the item's group."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, a: T, b: T) -> None:
        """Make the groups of a and b one."""
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low

    def all(self) -> list[list[T]]:
        """The groups in the order of their first members, each in the order in which the items were given."""
        found: dict[T, list[T]] = {}
        for item in self._parent:
            found.setdefault(self.root(item), []).append(item)
        return list(found.values())
