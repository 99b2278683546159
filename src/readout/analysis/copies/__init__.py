"""Who copied whom: candidates, alignment, decision, relation, direction, edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.copies.candidates import CandidateConfig, join_fingerprints
from readout.analysis.copies.compare import Comparer, CopyConfig
from readout.analysis.copies.fingerprints import select_fingerprints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article, Copy

__all__ = ["CandidateConfig", "CopyConfig", "find_copies"]


def find_copies(articles: Sequence[Article], config: CopyConfig | None = None) -> tuple[Copy, ...]:
    """Every pair of articles that share reporting, in order of ids; `a` has the smaller id.

    Candidates share fingerprints (winnowing), are aligned word by word, and are kept if they share reporting and not
    only what both quote. The order of `articles` does not matter.
    """
    config = config or CopyConfig()
    ordered = sorted(articles, key=lambda article: article.id)
    comparer = Comparer(ordered, config)
    fingerprints = [select_fingerprints(comparer.tokens(number)) for number in range(len(ordered))]
    found = []
    for first, second in join_fingerprints(fingerprints, config.candidates):
        copy = comparer.compare(first, second)
        if copy is not None:
            found.append(copy)
    return tuple(found)
