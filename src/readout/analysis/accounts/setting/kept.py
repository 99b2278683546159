"""What is read of one object again and again, kept for each object."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

A = TypeVar("A")
B = TypeVar("B")

_MOST = 32_768  #: objects that are remembered; then all are forgotten
_memories: list[dict[int, Any]] = []  #: of each function that keeps what it reads


def kept(read: Callable[[A], B]) -> Callable[[A], B]:
    """`read`, which must depend on nothing else, worked out once for each object.

    Objects are told apart by identity, since to hash the parse of a sentence costs as much as to read it. Each stays in
    memory with what was read of it, so that no other comes to have its id.
    """
    known: dict[int, tuple[A, B]] = {}
    _memories.append(known)

    @wraps(read)
    def look_up(one: A) -> B:
        found = known.get(id(one))
        if found is None:
            if len(known) >= _MOST:
                known.clear()
            found = known[id(one)] = (one, read(one))
        return found[1]

    return look_up


def forget() -> None:
    """Let go of all that is kept, once a story is done: no other has its objects, and a pile can have many stories."""
    for known in _memories:
        known.clear()
