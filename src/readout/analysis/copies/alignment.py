"""Alignment of two texts word by word: equal runs found from shared 5-grams, then passages that bridge small edits.

Seeds and extension as in text-reuse tools, so that moved blocks are found; where a word 5-gram occurs more than once,
its n-th occurrence is held against the other text's n-th, which keeps a text of one repeated sentence linear.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from readout.analysis.copies.fingerprints import GRAM, WINDOW, gram_keys

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from readout.analysis.copies.tokens import Tokens


_STANDING = 18  # words: a shorter passage that stands in many articles is a turn of phrase


class Run(NamedTuple):
    """Words `[a, a + size)` of one text equal words `[b, b + size)` of the other."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class Grams:
    """The 5-grams of one text, ready to be held against another's: keys in order, with the place of each."""

    keys: NDArray[np.uint64]
    places: NDArray[np.int64]
    ranks: NDArray[np.int64]  #: which occurrence of its key this is, from 0
    words: int  #: of the text


def index_grams(tokens: Tokens) -> Grams:
    """The grams of a text in the order of their keys."""
    grams = gram_keys(tokens.keys)
    places = np.argsort(grams, kind="stable")
    keys = grams[places]
    if not len(keys):
        return Grams(keys, places, places, len(tokens))
    first = np.concatenate(([True], keys[1:] != keys[:-1]))
    numbers = np.arange(len(keys))
    ranks = numbers - np.maximum.accumulate(np.where(first, numbers, 0))
    return Grams(keys, places, ranks, len(tokens))


def find_standing(grams: Grams, standing: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which words of a text lie in passages whose fingerprints are `standing` (sorted), small gaps closed."""
    words = np.zeros(grams.words, dtype=np.bool_)
    if not len(standing) or not len(grams.keys):
        return words
    found = np.minimum(np.searchsorted(standing, grams.keys), len(standing) - 1)
    places = np.sort(grams.places[standing[found] == grams.keys]).tolist()
    first = -1
    for start, following in pairwise([*places, len(words) + WINDOW + GRAM]):
        first = start if first < 0 else first
        if following > start + WINDOW + GRAM:
            if start + GRAM - first >= _STANDING:
                words[first : start + GRAM] = True
            first = -1
    return words


def _seeds(a: Grams, b: Grams) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Places in both texts where the n-th occurrence of a gram meets the n-th, in the order of a."""
    none = np.zeros(0, dtype=np.int64)
    if not len(a.keys) or not len(b.keys):
        return none, none
    low = np.searchsorted(b.keys, a.keys, side="left")
    found = low + a.ranks
    inside = found < len(b.keys)
    hit = inside.copy()
    hit[inside] = b.keys[found[inside]] == a.keys[inside]
    first, second = a.places[hit], b.places[found[hit]]
    order = np.argsort(first, kind="stable")
    return first[order], second[order]


def find_runs(a: Tokens, b: Tokens, grams_a: Grams, grams_b: Grams) -> list[Run]:
    """The maximal equal runs, none of which shares a word with another in either text, in the order of a."""
    if len(a) == len(b) and len(a) >= GRAM and np.array_equal(a.keys, b.keys):
        return [Run(0, 0, len(a))]
    first, second = _seeds(grams_a, grams_b)
    if not len(first):
        return []
    breaks = np.flatnonzero((np.diff(first) != 1) | (np.diff(second) != 1)) + 1
    starts = np.concatenate(([0], breaks))
    ends = np.append(breaks, len(first))
    rough = [
        Run(i, j, size + GRAM - 1)
        for i, j, size in zip(first[starts].tolist(), second[starts].tolist(), (ends - starts).tolist(), strict=True)
    ]
    return _settle(rough, a, b)


def _settle(rough: list[Run], a: Tokens, b: Tokens) -> list[Run]:
    """Runs extended as far as the words are equal; where two claim the same words the longer keeps them."""
    taken_a, taken_b = bytearray(len(a)), bytearray(len(b))  # a one for each word that is taken
    keys_a, keys_b = a.keys.tolist(), b.keys.tolist()
    settled: list[Run] = []
    for run in sorted(rough, key=lambda run: (-run.size, run.a, run.b)):
        clipped = _clip(run, taken_a, taken_b)
        if clipped is None:
            continue
        i, j, size = clipped.a, clipped.b, clipped.size
        while i > 0 and j > 0 and keys_a[i - 1] == keys_b[j - 1] and not taken_a[i - 1] and not taken_b[j - 1]:
            i, j, size = i - 1, j - 1, size + 1
        end_a, end_b = len(keys_a), len(keys_b)
        while (
            i + size < end_a
            and j + size < end_b
            and keys_a[i + size] == keys_b[j + size]
            and not taken_a[i + size]
            and not taken_b[j + size]
        ):
            size += 1
        taken_a[i : i + size] = taken_b[j : j + size] = b"\1" * size
        settled.append(Run(i, j, size))
    return sorted(settled)


def _clip(run: Run, taken_a: bytearray, taken_b: bytearray) -> Run | None:
    """The longest free part of a run; None if fewer than three words of it are free."""
    part_a, part_b = taken_a[run.a : run.a + run.size], taken_b[run.b : run.b + run.size]
    if 1 not in part_a and 1 not in part_b:
        return run
    taken = bytes(map(or_, part_a, part_b))
    free = max(taken.split(b"\1"), key=len)
    start = taken.index(free)
    return Run(run.a + start, run.b + start, len(free)) if len(free) >= 3 else None
