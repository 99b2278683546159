"""Fit the weights of the tagger of names: crf.c, compiled when it is first needed (any C compiler called cc)."""

from __future__ import annotations

import ctypes
import subprocess
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from readout.analysis.names.tagger import TAGS, follows

if TYPE_CHECKING:
    from collections.abc import Sequence

Array = np.ndarray[Any, np.dtype[Any]]

EPOCHS = 4
RATE = 0.1
DECAY = 3e-3
START = 1e-2  #: first sum of squares
RARE = 3  #: features seen less often get no weight


@dataclass(frozen=True, slots=True)
class Rows:
    """Sentences as rows: words of each sentence, features of each word (begins and numbers), gold tags."""

    names: Sequence[str]  #: of the features
    words: Array
    begins: Array
    features: Array
    tags: Array


class _Task(ctypes.Structure):
    _fields_ = (
        ("sentences", ctypes.c_int),
        ("words", ctypes.c_void_p),
        ("begins", ctypes.c_void_p),
        ("features", ctypes.c_void_p),
        ("tags", ctypes.c_void_p),
        ("weigh", ctypes.c_void_p),
        ("size", ctypes.c_int),
        ("may_follow", ctypes.c_void_p),
        ("epochs", ctypes.c_int),
        ("rate", ctypes.c_double),
        ("decay", ctypes.c_double),
        ("start", ctypes.c_double),
        ("seed", ctypes.c_uint64),
    )


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL:
    place = Path(tempfile.mkdtemp()) / "crf.so"
    given = Path(__file__).with_name("crf.c")
    # no fused or reordered sums, so that every compiler gives the same weights
    options = ("-O2", "-ffp-contract=off", "-shared", "-fPIC")
    subprocess.run(["cc", *options, "-o", str(place), str(given), "-lm"], check=True)
    library = ctypes.CDLL(str(place))
    library.train.restype = ctypes.c_double
    return library


def fit(rows: Rows, weigh: Array, seeds: Sequence[int]) -> tuple[Array, Array, Array]:
    """Numbers of the features that have weights, those weights, and those of the moves; the mean of a fit a seed.

    `weigh` says how much each sentence counts; those with 0 are left out.
    """
    words_of = np.repeat(np.arange(len(rows.tags)), np.diff(rows.begins))  # the word of each feature
    live = np.repeat(weigh > 0, np.diff(rows.words))
    often = np.bincount(rows.features[live[words_of]], minlength=len(rows.names)) >= RARE
    numbers = np.flatnonzero(often)
    renumbered = np.cumsum(often, dtype=np.int32) - np.int32(1)
    known = often[rows.features]
    features = np.ascontiguousarray(renumbered[rows.features[known]], dtype=np.int32)
    lengths = np.bincount(words_of[known], minlength=len(rows.tags))
    begins = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    may_follow = np.array([[follows(a, b) for b in range(len(TAGS))] for a in range(len(TAGS))], dtype=np.int8)
    weigh = np.ascontiguousarray(weigh, dtype=np.float32)
    total, moves = np.zeros((len(numbers), len(TAGS))), np.zeros((len(TAGS), len(TAGS)))
    for seed in seeds:
        task = _Task(
            len(weigh), rows.words.ctypes.data, begins.ctypes.data, features.ctypes.data, rows.tags.ctypes.data,
            weigh.ctypes.data, len(numbers), may_follow.ctypes.data, EPOCHS, RATE, DECAY, START, seed,
        )  # fmt: skip
        loss = _library().train(
            ctypes.byref(task), ctypes.c_void_p(total.ctypes.data), ctypes.c_void_p(moves.ctypes.data)
        )
        print("seed", seed, "loss", round(loss, 4), flush=True)
    return numbers, total / len(seeds), moves / len(seeds)
