"""Who copied whom: candidates, alignment, decision, relation, direction, edits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from readout.analysis.copies.candidates import UNDATED, CandidateConfig, join_fingerprints
from readout.analysis.copies.compare import Comparer, CopyConfig
from readout.analysis.copies.fingerprints import select_fingerprints
from readout.analysis.copies.index import PassageIndex
from readout.analysis.copies.stemma import Stemma
from readout.analysis.copies.tokens import tokenise
from readout.language.outlets import find_agency

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.copies.compare import Match
    from readout.types import Article, Copy

__all__ = ["CandidateConfig", "CopyConfig", "PassageIndex", "find_copies"]


def find_copies(articles: Sequence[Article], config: CopyConfig | None = None) -> tuple[Copy, ...]:
    """Every pair of articles that share reporting, in order of ids; `a` has the smaller id.

    Candidates share fingerprints (winnowing), are aligned word by word, and are kept if they share reporting and not
    only what both quote. The order of `articles` does not matter. Where more than `config.candidates.ceiling` articles
    carry one passage, each is compared with the few of them that come first (an agency's own page, then the earliest),
    not with all, so that a text carried by thousands costs no more than in proportion.
    """
    config = config or CopyConfig()
    ordered = sorted(articles, key=lambda article: article.id)
    comparer = Comparer(ordered, config)
    first_ones = sorted(range(len(ordered)), key=lambda number: _precedence(ordered[number]))
    candidates = join_fingerprints(
        [select_fingerprints(tokenise(ordered[number].text)) for number in first_ones],
        [_day(ordered[number]) for number in first_ones],
        config.candidates,
    )
    comparer.standing = candidates.standing
    comparer.reprints = frozenset(first_ones[number] for number in candidates.reprints)
    related: dict[int, dict[int, Match]] = {}
    # By the later of the two: what is known of it is then asked for again while it is still at hand.
    for pair in sorted(candidates.pairs, key=lambda pair: (pair[1], pair[0])):
        first, second = sorted((first_ones[pair[0]], first_ones[pair[1]]))
        match = comparer.match(first, second)
        if match is not None:
            related.setdefault(first, {})[second] = match
            related.setdefault(second, {})[first] = match
    drafts = {
        (first, second): comparer.draft(related[first][second], related)
        for second in sorted(related)
        for first in sorted(related[second])
        if first < second
    }
    names = {number: comparer.profile(number).name for number in related}
    stemma = Stemma({pair: draft.signals for pair, draft in drafts.items()}, names)
    return tuple(comparer.describe(draft, *stemma.answer(*pair)) for pair, draft in sorted(drafts.items(), key=_pair))


def _pair(item: tuple[tuple[int, int], object]) -> tuple[int, int]:
    return item[0]


def _precedence(article: Article) -> tuple[bool, str, str]:
    """The order in which articles stand for a text that very many carry: agencies first, then the earliest."""
    outlet = article.outlet.value if article.outlet is not None else ""
    published = article.published.value if article.published is not None else "~"
    return find_agency(outlet) is None, published, article.id


def _day(article: Article) -> int:
    """The day of publication as a number, or `UNDATED`."""
    if article.published is None:
        return UNDATED
    try:
        return date.fromisoformat(article.published.value[:10]).toordinal()
    except ValueError:
        return UNDATED
