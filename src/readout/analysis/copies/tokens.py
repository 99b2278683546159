"""Words of a text as arrays: where each one stands and a 64-bit key of its folded form.

The words are those of `readout.text.fold.words` (a test holds the two together), save that each ideograph is a word of
its own, so that passages can be found in scripts that put no space between words. Arrays are used because the words of
every article of a pile are needed, and Python objects for them would cost more than everything else together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from readout.text.fold import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PLANE = 0x10000
_ALPHABETS = 0x2100  #: most texts hold nothing beyond: alphabets and punctuation; tables for so much are made at once
_LAST = _PLANE - 1  # U+FFFF is no character, so whatever lies beyond the plane counts as a separator
_SEPARATOR, _LETTER, _DIGIT, _APOSTROPHE, _POINT, _IDEOGRAPH = range(6)
_APOSTROPHES = "'\u2019\u00ad\u200b"
_IDEOGRAPHS = ((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))

_BASE = 0x9E3779B97F4A7C15 | 1  # odd, so that it has an inverse modulo 2**64
_INVERSE = pow(_BASE, -1, 1 << 64)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text: word i is `text[starts[i]:ends[i]]`; equal folded words have equal keys."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    keys: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.keys)


@lru_cache(maxsize=2)
def _tables(size: int) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """For each of the first `size` code points its folded code, and what part it can play in a word."""
    characters = [chr(code) if not 0xD800 <= code < 0xE000 else " " for code in range(size)]
    folded = fold("".join(characters))
    codes = np.frombuffer(folded.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    kinds = np.zeros(size, dtype=np.uint8)
    for code, (character, plain) in enumerate(zip(characters, folded, strict=True)):
        if plain.isalnum():
            kinds[code] = _DIGIT if plain.isdecimal() else _LETTER
        elif plain in _APOSTROPHES or character in _APOSTROPHES:
            kinds[code] = _APOSTROPHE
        elif plain in ".,":
            kinds[code] = _POINT
    for low, high in _IDEOGRAPHS:
        letters = kinds[low : high + 1] == _LETTER
        kinds[low : high + 1][letters] = _IDEOGRAPH
    kinds[_LAST:] = _SEPARATOR
    return codes, kinds


@lru_cache(maxsize=4)
def _powers(size: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of the base and of its inverse, `size` of each."""
    both = []
    for base in (_BASE, _INVERSE):
        powers = np.full(size, base, dtype=np.uint64)
        powers[0] = 1
        both.append(np.cumprod(powers, dtype=np.uint64))
    return both[0], both[1]


def mix(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Keys with their bits spread, so that their order says nothing of the words (the finaliser of SplitMix64)."""
    keys = (keys ^ (keys >> np.uint64(30))) * _MIX[0]
    keys = (keys ^ (keys >> np.uint64(27))) * _MIX[1]
    return keys ^ (keys >> np.uint64(31))


def _word_mask(kinds: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which characters belong to a word, after the rule of `fold.words`."""
    inner = (kinds == _LETTER) | (kinds == _DIGIT)
    mask = inner | (kinds == _IDEOGRAPH)
    if len(kinds) > 2:
        middle = kinds[1:-1]
        between = inner[:-2] & inner[2:]
        mask[1:-1] |= (middle == _APOSTROPHE) & between
        mask[1:-1] |= (middle == _POINT) & inner[:-2] & (kinds[2:] == _DIGIT)
    found: NDArray[np.bool_] = mask
    return found


def tokenise(text: str) -> Tokens:
    """The words of `text` in order. Time and memory are linear in its length."""
    if not text:
        none = np.zeros(0, dtype=np.int64)
        return Tokens(none, none, np.zeros(0, dtype=np.uint64))
    raw = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4"), _LAST)
    codes, table = _tables(_ALPHABETS if raw.max() < _ALPHABETS else _PLANE)
    kinds = table[raw]
    mask = _word_mask(kinds)
    edges = np.zeros(len(raw) + 1, dtype=np.bool_)
    edges[1:-1] = mask[1:] != mask[:-1]
    edges[0], edges[-1] = mask[0], mask[-1]
    ideographs = kinds == _IDEOGRAPH
    if ideographs.any():
        edges[:-1] |= ideographs
        edges[1:] |= ideographs
        borders = np.flatnonzero(edges)
        inside = np.append(mask, False)[borders[:-1]]
        starts, ends = borders[:-1][inside], borders[1:][inside]
    else:
        borders = np.flatnonzero(edges)
        starts, ends = borders[0::2], borders[1::2]
    size = 1 << max(14, len(raw).bit_length())
    powers, inverses = _powers(size)
    sums = np.zeros(len(raw) + 1, dtype=np.uint64)
    np.cumsum(codes[raw] * powers[: len(raw)], out=sums[1:])
    keys = (sums[ends] - sums[starts]) * inverses[starts]
    return Tokens(starts, ends, mix(keys))


@lru_cache(maxsize=1)
def _lower_case() -> NDArray[np.bool_]:
    """Which characters of the basic plane are small letters."""
    return np.fromiter((chr(code).islower() for code in range(_PLANE)), np.bool_, _PLANE)


def begin_small(text: str, tokens: Tokens) -> NDArray[np.bool_]:
    """Which words begin with a small letter."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    small: NDArray[np.bool_] = _lower_case()[np.minimum(codes[tokens.starts], _LAST)]
    return small
