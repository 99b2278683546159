"""The numbers that our network knows words by: MurmurHash (Appleby, public domain) as spaCy and Thinc use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_BITS = 0xFFFFFFFFFFFFFFFF
_FACTOR, _TURN = 0xC6A4A7935BD1E995, 47
_SEED = 1  #: of spaCy's StringStore


def hash_string(text: str) -> int:
    """The 64-bit number of a string (MurmurHash64A of its UTF-8)."""
    data = text.encode("utf-8")
    found = _SEED ^ (len(data) * _FACTOR & _BITS)
    whole = len(data) & ~7
    for at in range(0, whole, 8):
        block = int.from_bytes(data[at : at + 8], "little") * _FACTOR & _BITS
        block = (block ^ block >> _TURN) * _FACTOR & _BITS
        found = (found ^ block) * _FACTOR & _BITS
    if whole < len(data):
        found = (found ^ int.from_bytes(data[whole:], "little")) * _FACTOR & _BITS
    found = (found ^ found >> _TURN) * _FACTOR & _BITS
    return found ^ found >> _TURN


def spread(numbers: Sequence[int], seed: int) -> NDArray[np.uint32]:
    """Four 32-bit numbers for each 64-bit one (the x64 128-bit MurmurHash3 of its eight bytes, as Thinc has it)."""
    first = np.array(numbers, np.uint64) * np.uint64(0x87C37B91114253D5)
    first = (first << np.uint64(31) | first >> np.uint64(33)) * np.uint64(0x4CF5AD432745937F)
    second = np.full_like(first, seed ^ 8)
    first = (first ^ second) + second
    second = second + first
    first, second = _mixed(first), _mixed(second)
    first = first + second
    second = second + first
    return np.stack([first, second], axis=1).astype("<u8").view("<u4")


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    turn = np.uint64(33)
    numbers = (numbers ^ numbers >> turn) * np.uint64(0xFF51AFD7ED558CCD)
    numbers = (numbers ^ numbers >> turn) * np.uint64(0xC4CEB9FE1A85EC53)
    return numbers ^ numbers >> turn
