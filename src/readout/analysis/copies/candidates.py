"""Which articles of a pile may share passages: a join over fingerprints that stays linear in the pile."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

UNDATED = -1
_SHARDS = 16  # the join works on a slice of the key space at a time, so that its memory stays small
_RARE, _FEW = 8, 32  # articles that share a fingerprint
_SHORTEST, _SHORT = 1.6, 24.0  # a text of 24 fingerprints needs to share 2.6, one of 48 as many as any other


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateConfig:
    """How candidates are chosen.

    `least` is how many fingerprints two articles must share; one that many articles have counts for less. A
    fingerprint of more than `ceiling` articles no longer pairs each with each: every article that has it is paired with
    the first `representatives` of them, so that a text carried by thousands is still linked, at a cost linear in their
    number. A fingerprint of at least `standing` articles whose days lie `spread` days apart is standing text, save in
    articles of which at least `reprint` is: these are one text, carried again and again.
    """

    least: float = 3.5
    ceiling: int = 60
    representatives: int = 4
    standing: int = 4
    spread: int = 10
    reprint: float = 0.8


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs (i, j), i < j, in order; the fingerprints of standing text, sorted; the articles made of such text."""

    pairs: list[tuple[int, int]]
    standing: NDArray[np.uint64]
    reprints: frozenset[int] = frozenset()


def weigh(articles: int) -> float:
    """What a fingerprint counts for that so many articles have."""
    return 1.0 if articles <= _RARE else 0.5 if articles <= _FEW else 0.25


def join_fingerprints(
    fingerprints: Sequence[NDArray[np.uint64]], days: Sequence[int], config: CandidateConfig
) -> Candidates:
    """The candidates among texts, given the fingerprints of each and its day (a number, or `UNDATED`)."""
    sizes = np.array([len(keys) for keys in fingerprints], dtype=np.int64)
    if sizes.sum() == 0:
        return Candidates([], np.zeros(0, dtype=np.uint64))
    owners = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    keys = np.concatenate(fingerprints)
    shards = (keys >> np.uint64(60)).astype(np.int8)
    order = np.argsort(shards, kind="stable")
    borders = np.searchsorted(shards[order], np.arange(_SHARDS + 1))
    dated = np.array(days, dtype=np.int64)
    codes: list[NDArray[np.int64]] = []
    weights: list[NDArray[np.float32]] = []
    standing: list[NDArray[np.uint64]] = []
    stood = np.zeros(len(sizes), dtype=np.int64)
    for low, high in pairwise(borders.tolist()):
        chosen = order[low:high]
        before = len(standing)
        for found, weight, fixed in _join_shard(keys[chosen], owners[chosen], dated, config):
            codes.append(found)
            weights.append(np.full(len(found), weight, dtype=np.float32))
            standing.append(fixed)
        for fixed in standing[before:]:
            if len(fixed):
                stood += np.bincount(owners[chosen][np.isin(keys[chosen], fixed)], minlength=len(sizes))
    if not codes:
        return Candidates([], np.zeros(0, dtype=np.uint64))
    pairs = _heavy(codes, weights, sizes, config.least)
    reprints = np.flatnonzero((sizes > 0) & (stood >= config.reprint * sizes)).tolist()
    if len(reprints) > 1:
        again = join_fingerprints([fingerprints[i] for i in reprints], [UNDATED] * len(reprints), config)
        pairs = sorted({*pairs, *((reprints[i], reprints[j]) for i, j in again.pairs)})
    return Candidates(pairs, np.sort(np.concatenate(standing)), frozenset(reprints))


def _heavy(
    codes: Sequence[NDArray[np.int64]], weights: Sequence[NDArray[np.float32]], sizes: NDArray[np.int64], least: float
) -> list[tuple[int, int]]:
    """The pairs whose weights sum to `least`, or to less where one of the texts has few fingerprints."""
    count = len(sizes)
    pairs, places = np.unique(np.concatenate(codes), return_inverse=True)
    sums = np.bincount(places, weights=np.concatenate(weights), minlength=len(pairs))
    shorter = np.minimum(sizes[pairs // count], sizes[pairs % count])
    pairs = pairs[sums >= np.minimum(least, _SHORTEST + shorter / _SHORT)]
    return list(zip((pairs // count).tolist(), (pairs % count).tolist(), strict=True))


def _join_shard(
    keys: NDArray[np.uint64], owners: NDArray[np.int64], days: NDArray[np.int64], config: CandidateConfig
) -> Iterator[tuple[NDArray[np.int64], float, NDArray[np.uint64]]]:
    """For the keys of so many articles: the pairs they make as `i * count + j`, their weight, and those that stand."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    lengths = np.diff(np.append(starts, len(keys)))
    none = np.zeros(0, dtype=np.uint64)
    for length in np.unique(lengths[lengths > 1]).tolist():
        groups = starts[lengths == length]
        members = owners[groups[:, None] + np.arange(length)]
        fixed = none
        if length >= config.standing:
            stands = _stands(days[members], config)
            fixed = keys[groups[stands]]
            members = members[~stands] if length > config.ceiling else members
        if length <= config.ceiling:
            first, second = np.triu_indices(length, 1)
        else:
            heads = np.arange(config.representatives)
            first = np.repeat(heads, length)
            second = np.tile(np.arange(length), config.representatives)
            later = first < second
            first, second = first[later], second[later]
        yield (members[:, first] * len(days) + members[:, second]).ravel(), weigh(length), fixed


def _stands(days: NDArray[np.int64], config: CandidateConfig) -> NDArray[np.bool_]:
    """Which rows hold so many days so far apart that what they share is no news."""
    known = days != UNDATED
    latest = days.max(axis=1)
    earliest = np.where(known, days, np.iinfo(np.int64).max).min(axis=1)
    ordered = np.sort(days, axis=1)
    different = (ordered[:, 1:] != ordered[:, :-1]).sum(axis=1) + 1 - (~known).any(axis=1)
    stands: NDArray[np.bool_] = (latest - earliest >= config.spread) & (different >= config.standing)
    return stands
