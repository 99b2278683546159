"""Why two articles of a story are not independent of each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from readout.analysis.origins.days import same_day
from readout.types import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from readout.analysis.origins.basis import Basis
    from readout.spans import Span
    from readout.types import Article, Copy

_DEPENDS = 0.12  # share of the one article's reporting from which on a shared passage makes it depend on the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two articles of one origin, why, and the words that show it."""

    a: str
    b: str
    why: str
    spans: tuple[Span, ...] = ()


def copied_links(copies: Sequence[Copy], known: Collection[str]) -> tuple[Link, ...]:
    """The copies between known articles that are strong enough to stand alone."""
    found = (_copied(copy) for copy in copies if copy.a in known and copy.b in known)
    return tuple(link for link in found if link is not None)


def basis_links(articles: Sequence[Article], bases: Mapping[str, Basis]) -> tuple[Link, ...]:
    """Links between articles that rest on one agency, on one outlet's report, or are one outlet's own."""
    links = []
    for members in _same_basis(articles, bases).values():
        for a, b in combinations(members, 2):
            link = _one_basis(a, b, bases)
            if link is not None:
                links.append(link)
    return tuple(links)


def _copied(copy: Copy) -> Link | None:
    share = max(copy.coverage_a, copy.coverage_b)
    if copy.relation is Relation.PARTIAL and share < _DEPENDS:
        return None
    why = {
        Relation.COPY: "the two are one text",
        Relation.ABRIDGED: "the one is a shorter form of the other",
        Relation.PARTIAL: f"{share:.0%} of the one's reporting stands in the other word for word",
    }[copy.relation]
    return Link(a=copy.a, b=copy.b, why=why, spans=copy.evidence[:2])


def _same_basis(articles: Sequence[Article], bases: Mapping[str, Basis]) -> dict[tuple[str, str], list[Article]]:
    groups: dict[tuple[str, str], list[Article]] = {}
    for article in articles:
        basis = bases[article.id]
        if basis.key and basis.kind in ("agency", "relay", "own"):
            groups.setdefault((basis.kind, basis.key), []).append(article)
    return groups


def _one_basis(a: Article, b: Article, bases: Mapping[str, Basis]) -> Link | None:
    basis = bases[a.id]
    own_pages = basis.page and bases[b.id].page
    if basis.kind == "agency" and not own_pages and not same_day(a, b):
        return None
    why = {
        "agency": f"both are pages of {basis.key}, on its own account"
        if own_pages
        else f"both are credited to {basis.key} on one day, so they may be one report",
        "relay": f"both pass on a report of {basis.key}",
        "own": f"both are reports of {basis.key} on its own account",
    }[basis.kind]
    return Link(a=a.id, b=b.id, why=why, spans=(*basis.spans[:1], *bases[b.id].spans[:1]))
