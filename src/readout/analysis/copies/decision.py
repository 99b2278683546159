"""Whether what two articles share is reporting, and how much of each it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from readout.analysis.copies.tokens import tokenise
from readout.types import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from readout.analysis.copies.masking import Masks
    from readout.analysis.copies.passages import Stretch
    from readout.analysis.copies.tokens import Tokens

_SOLID = 10  # words: shorter stretches of equal words are names and set phrases


@lru_cache(maxsize=1)
def _own_voice() -> NDArray[np.uint64]:
    """The keys of the words with which a statement speaks of itself."""
    return tokenise("i we our my me us myself ourselves").keys


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionConfig:
    """Where the line runs, in words of shared reporting outside of quotations."""

    enough: int = 45  #: so many are copied whatever the length of the articles
    few: int = 24  #: so many are enough where they are ...
    share: float = 0.25  #: ... this share of the shorter article
    wire: int = 18  #: so many are enough between an agency's text and another of the same day
    quoted: int = 28  #: so many words of the one's own prose that the other quotes and credits
    passed_on: int = 60  #: equal words, quoted or not, between two that pass on one outlet's report ...
    besides: int = 10  #: ... if so many of them are not quoted
    voice: float = 0.02  #: a shared text with more of "we" and "I" than this is a statement, not a report
    kin: float = 0.35  #: one outlet's articles repeat each other's background: below this share they are no copies
    most: float = 0.88  #: coverage from which on a text counts as taken whole ...
    inner: float = 0.8  #: ... if of all its words, what was set between its paragraphs among them, so many are the same
    nearly_all: float = 0.82  #: coverage of both texts that makes them one text ...
    both: float = 0.75  #: ... if so many of the words of each are the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two articles share, counted in words."""

    equal: int  #: all equal words
    reporting: int  #: in solid stretches that neither article quotes
    lent: int  #: in solid stretches that only one of the two quotes
    voice: float  #: share of "I", "we" and the like in both of them
    coverage_a: float
    coverage_b: float
    same_a: float  #: share of a's words, from its first to its last, that are the same in b, word for word
    same_b: float


def measure_shared(stretches: Sequence[Stretch], tokens: tuple[Tokens, Tokens], masks: tuple[Masks, Masks]) -> Shared:
    """Count what the aligned stretches of two articles share, by kind."""
    keys = tokens[0].keys
    reporting = lent = voiced = equal = 0
    for stretch in stretches:
        for run in stretch.runs:
            part_a, part_b = slice(run.a, run.a + run.size), slice(run.b, run.b + run.size)
            counted = ~(masks[0].aside[part_a] | masks[1].aside[part_b])
            quoted_a, quoted_b = masks[0].quoted[part_a], masks[1].quoted[part_b]
            equal += int(counted.sum())
            free = counted & ~(quoted_a & quoted_b)
            for start, end in _solid(free):
                one = int((quoted_a ^ quoted_b)[start:end].sum())
                lent += one
                reporting += end - start - one
                voiced += int(np.isin(keys[run.a + start : run.a + end], _own_voice()).sum())
    covers = [_cover(stretches, side, masks[side].aside) for side in (0, 1)]
    return Shared(
        equal=equal,
        reporting=reporting,
        lent=lent,
        voice=voiced / (reporting + lent) if reporting + lent else 0.0,
        coverage_a=covers[0][0],
        coverage_b=covers[1][0],
        same_a=covers[0][1],
        same_b=covers[1][1],
    )


def _cover(stretches: Sequence[Stretch], side: int, aside: NDArray[np.bool_]) -> tuple[float, float]:
    """The share of one text's reporting inside the stretches, and of all from first to last word that is the same."""
    inside = np.zeros(len(aside), dtype=np.bool_)
    equal = np.zeros(len(aside), dtype=np.bool_)
    for stretch in stretches:
        low, high = (stretch.a, stretch.a_end) if side == 0 else (stretch.b, stretch.b_end)
        inside[low:high] = True
        for run in stretch.runs:
            low = run.a if side == 0 else run.b
            equal[low : low + run.size] = True
    counted = np.flatnonzero(~aside)
    if not len(counted):
        return 0.0, 0.0
    return float(inside[counted].mean()), float(equal[counted[0] : counted[-1] + 1].mean())


def _solid(free: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches of true values that are long enough to mean something."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], free.astype(np.int8), [0]))))
    return [(start, end) for start, end in edges.reshape(-1, 2).tolist() if end - start >= _SOLID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What else ties two articles to each other."""

    kin: bool  #: both are of one outlet
    wire: bool = False  #: one is credited to an agency, and both may be of one day
    relayed: bool = False  #: both pass on one outlet's report
    credited: bool = False  #: one names the other, or the other's agency, where it quotes it


def is_copy(shared: Shared, ties: Ties, config: DecisionConfig) -> bool:
    """Whether reporting is shared, and not only what both quote."""
    small, large = sorted((shared.coverage_a, shared.coverage_b))
    if small >= config.nearly_all and shared.equal >= config.few:
        return True
    if shared.voice > config.voice or (ties.kin and large < config.kin):
        return False
    reporting = shared.reporting + (shared.lent if ties.credited and shared.lent >= config.quoted else 0)
    if ties.relayed and shared.equal >= config.passed_on and shared.reporting >= config.besides:
        return True
    if reporting >= config.enough or (ties.wire and reporting >= config.wire):
        return True
    return reporting >= config.few and large >= config.share


def relate(shared: Shared, config: DecisionConfig) -> Relation:
    """Nearly all of both texts, nearly all of one, or a part of each."""
    covers, same = (shared.coverage_a, shared.coverage_b), (shared.same_a, shared.same_b)
    if min(covers) >= config.nearly_all and min(same) >= config.both:
        return Relation.COPY
    fuller = covers[1] > covers[0]
    taken = covers[fuller] >= config.most and same[fuller] >= config.inner
    return Relation.ABRIDGED if taken else Relation.PARTIAL
