"""Cutting texts into tokens fast: what stands between two spaces is cut once and kept, since most of it comes again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from readout.text.fold import plain_and_small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

#: What becomes a token: where it begins and ends, and the rest of its fields.
Piece = tuple[int, int, tuple[Any, ...]]

_MOST_KEPT = 20_000  #: chunks, of a few hundred bytes each


class Cutter(Generic[T]):
    """Makes the same tokens as `cut` over the whole stretch does, in half of the time."""

    def __init__(
        self,
        cut: Callable[[str, str, int], Iterable[Piece]],
        stands_alone: Callable[[str, str], bool],
        make: Callable[[tuple[Any, ...]], T],
    ) -> None:
        """`cut` gives the pieces of a stretch, which it takes plain and in small letters too, from a place on.

        `stands_alone` says whether a chunk, in both forms, is cut alike whatever stands beyond the spaces beside it.
        `make` takes the fields of a token.
        """
        self._cut, self._stands_alone, self._make = cut, stands_alone, make
        self._kept: dict[str, tuple[Piece, ...]] = {}  #: nothing for what does not stand alone

    def tokens(self, text: str, start: int, end: int) -> list[T]:
        """The tokens of `text[start:end]`, in order."""
        stretch, small = plain_and_small(text[start:end])
        kept, make = self._kept, self._make
        found: list[T] = []
        done = low = 0
        for chunk in stretch.split(" "):
            pieces = kept.get(chunk)
            if pieces is None:
                pieces = self._learn(chunk)
            after = low + len(chunk)
            if low < done or not pieces:  # a token may reach over a space
                for begin, finish, fields in self._until(after, stretch, small, max(done, low)):
                    found.append(make((start + begin, start + finish) + fields))  # noqa: RUF005
                    done = finish
            else:
                shift = start + low
                for begin, finish, fields in pieces:
                    found.append(make((shift + begin, shift + finish) + fields))  # noqa: RUF005 - unpacking is slower
            low = after + 1
        return found

    def _until(self, end: int, stretch: str, small: str, place: int) -> Iterator[Piece]:
        """The pieces that begin at `place` or behind it, and before `end`."""
        for piece in self._cut(stretch, small, place) if place < end else ():
            if piece[0] >= end:
                return
            yield piece

    def _learn(self, chunk: str) -> tuple[Piece, ...]:
        small = chunk.lower()
        alone = chunk and len(small) == len(chunk) and self._stands_alone(chunk, small)
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        pieces = self._kept[chunk] = tuple(self._cut(chunk, small, 0)) if alone else ()
        return pieces
