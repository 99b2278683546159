"""Which articles of a pile may share passages: a join over fingerprints that stays linear in the pile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_SHARDS = 16  # the join works on a slice of the key space at a time, so that its memory stays small


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateConfig:
    """How candidates are chosen.

    `least` is how many fingerprints two articles must share. A fingerprint of more than `ceiling` articles no longer
    pairs each with each: every article that has it is paired with the first `representatives` of them (in the order
    given), so that a text carried by thousands is still linked, at a cost linear in their number.
    """

    least: int = 4
    ceiling: int = 400
    representatives: int = 4


def join_fingerprints(fingerprints: Sequence[NDArray[np.uint64]], config: CandidateConfig) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of texts that share at least `config.least` fingerprints, sorted."""
    sizes = np.array([len(keys) for keys in fingerprints], dtype=np.int64)
    if sizes.sum() == 0:
        return []
    owners = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    keys = np.concatenate(fingerprints)
    shards = (keys >> np.uint64(60)).astype(np.int64)
    order = np.argsort(shards, kind="stable")
    borders = np.searchsorted(shards[order], np.arange(_SHARDS + 1))
    codes: list[NDArray[np.int64]] = []
    for low, high in zip(borders[:-1], borders[1:], strict=True):
        chosen = order[low:high]
        codes.extend(_pair_codes(keys[chosen], owners[chosen], len(sizes), config))
    if not codes:
        return []
    pairs, counts = np.unique(np.concatenate(codes), return_counts=True)
    pairs = pairs[counts >= config.least]
    return list(zip((pairs // len(sizes)).tolist(), (pairs % len(sizes)).tolist(), strict=True))


def _pair_codes(
    keys: NDArray[np.uint64], owners: NDArray[np.int64], count: int, config: CandidateConfig
) -> Iterator[NDArray[np.int64]]:
    """The pairs that each key makes, as `i * count + j`, once for every key they share."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    lengths = np.diff(np.append(starts, len(keys)))
    for length in np.unique(lengths[lengths > 1]).tolist():
        groups = starts[lengths == length]
        members = owners[groups[:, None] + np.arange(length)]
        if length <= config.ceiling:
            first, second = np.triu_indices(length, 1)
        else:
            heads = np.arange(config.representatives)
            first = np.repeat(heads, length)
            second = np.tile(np.arange(length), config.representatives)
            later = first < second
            first, second = first[later], second[later]
        yield (members[:, first] * count + members[:, second]).ravel()
