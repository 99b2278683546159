"""Fingerprints of passages: a few of a text's word 5-grams, chosen so that shared passages share some of them.

Winnowing (Schleimer, Wilkerson, Aiken: Winnowing: local algorithms for document fingerprinting, SIGMOD 2003): of every
window of consecutive 5-grams the least is kept. Two texts with a run of `WINDOW + GRAM - 1` equal words in common
always share a fingerprint, however long the rest of each is, which signatures of whole texts (MinHash) cannot promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from readout.analysis.copies.tokens import mix

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from readout.analysis.copies.tokens import Tokens

GRAM = 5
WINDOW = 8


def gram_keys(keys: NDArray[np.uint64], size: int = GRAM) -> NDArray[np.uint64]:
    """A key for each run of `size` words, at the place of its first word."""
    count = len(keys) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    combined = keys[:count].copy()
    for place in range(1, size):
        combined *= np.uint64(0x9E3779B97F4A7C15)
        combined += keys[place : place + count]
    return mix(combined)


def select_fingerprints(tokens: Tokens) -> NDArray[np.uint64]:
    """The fingerprints of a text, sorted, each once; empty for a text of fewer than five words."""
    grams = gram_keys(tokens.keys)
    if len(grams) <= WINDOW:
        return np.unique(grams.min(keepdims=True)) if len(grams) else grams
    # The least of eight by halving: three passes instead of eight.
    pairs = np.minimum(grams[:-1], grams[1:])
    fours = np.minimum(pairs[:-2], pairs[2:])
    return np.unique(np.minimum(fours[:-4], fours[4:]))
