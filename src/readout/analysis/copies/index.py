"""An index of passages that grows article by article: add one, and get those that share passages with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from readout.analysis.copies.candidates import CandidateConfig, weigh
from readout.analysis.copies.fingerprints import select_fingerprints
from readout.analysis.copies.tokens import tokenise

if TYPE_CHECKING:
    from numpy.typing import NDArray


class PassageIndex:
    """The fingerprints of all texts added so far, for a stream of articles.

    Postings lie in sorted arrays that are merged when two are of like size (a log-structured merge tree), so that
    memory is some 2.5 kB an article of 850 words and the time of `add` grows with the logarithm of their number.
    """

    def __init__(self, config: CandidateConfig | None = None) -> None:
        self._config = config or CandidateConfig()
        self._levels: list[tuple[NDArray[np.uint64], NDArray[np.int32]]] = []
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, text: str) -> list[int]:
        """Add `text` as the next number, from 0; the numbers of its relatives, those that share most first.

        A fingerprint that more than the ceiling of articles have leads only to the first of them, as in the join of a
        whole pile.
        """
        keys = select_fingerprints(tokenise(text))
        relatives = self._look_up(keys)
        self._insert(keys, self._count)
        self._count += 1
        return relatives

    def _look_up(self, keys: NDArray[np.uint64]) -> list[int]:
        owners: list[list[int]] = [[] for _ in range(len(keys))]
        for level_keys, level_owners in self._levels:
            lows = np.searchsorted(level_keys, keys, side="left").tolist()
            highs = np.searchsorted(level_keys, keys, side="right").tolist()
            for place, (low, high) in enumerate(zip(lows, highs, strict=True)):
                if low < high:
                    owners[place].extend(level_owners[low : min(high, low + self._config.ceiling + 1)].tolist())
        weights: dict[int, float] = {}
        for found in owners:
            if not found:
                continue
            weight = weigh(len(found) + 1)
            if len(found) >= self._config.ceiling:
                found = sorted(found)[: self._config.representatives]
            for number in found:
                weights[number] = weights.get(number, 0.0) + weight
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        return [number for number, weight in ranked if weight >= self._config.least]

    def _insert(self, keys: NDArray[np.uint64], number: int) -> None:
        """A new level for the text, merged with the last ones while these are no larger."""
        level = (keys, np.full(len(keys), number, dtype=np.int32))
        while self._levels and len(self._levels[-1][0]) <= 2 * len(level[0]):
            older = self._levels.pop()
            merged_keys = np.concatenate((older[0], level[0]))
            order = np.argsort(merged_keys, kind="stable")
            level = (merged_keys[order], np.concatenate((older[1], level[1]))[order])
        self._levels.append(level)
