"""Who copied whom: candidates, alignment, decision, relation, direction, edits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from readout.analysis.copies.candidates import UNDATED, CandidateConfig, join_fingerprints
from readout.analysis.copies.compare import Comparer, CopyConfig
from readout.analysis.copies.fingerprints import select_fingerprints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.copies.compare import Match
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
    candidates = join_fingerprints(fingerprints, [_day(article) for article in ordered], config.candidates)
    comparer.standing = candidates.standing
    related: dict[int, dict[int, Match]] = {}
    for first, second in candidates.pairs:
        match = comparer.match(first, second)
        if match is not None:
            related.setdefault(first, {})[second] = match
            related.setdefault(second, {})[first] = match
    return tuple(
        comparer.describe(related[first][second], related)
        for first in sorted(related)
        for second in sorted(related[first])
        if first < second
    )


def _day(article: Article) -> int:
    """The day of publication as a number, or `UNDATED`."""
    if article.published is None:
        return UNDATED
    try:
        return date.fromisoformat(article.published.value[:10]).toordinal()
    except ValueError:
        return UNDATED
