"""How many independent origins of reporting there are, at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.origins.basis import Basis, find_basis
from readout.analysis.origins.links import Link, link_articles
from readout.spans import Span, identify
from readout.types import BlockKind, Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article, Copy

__all__ = ["trace_origins"]

_EVIDENCE = 12  # spans an origin shows at most


def trace_origins(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """A partition of the articles of one story into origins, with the reasons.

    Articles stand together where one has most of its reporting from the other, where both are credited to one agency
    at one time, where both pass on one outlet's report, and where one outlet reports twice on its own account. A small
    shared passage alone joins nothing, so no chain of weak links does. The order of the articles does not matter.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    bases = {article.id: find_basis(article) for article in ordered}
    links = link_articles(ordered, bases, copies)
    groups = _groups([article.id for article in ordered], links)
    by_id = {article.id: article for article in ordered}
    return tuple(_origin([by_id[member] for member in group], bases, links) for group in groups)


def _groups(ids: Sequence[str], links: Sequence[Link]) -> list[list[str]]:
    """The connected groups, each sorted, in the order of their first member."""
    leader = {identifier: identifier for identifier in ids}

    def find(identifier: str) -> str:
        while leader[identifier] != identifier:
            leader[identifier] = leader[leader[identifier]]
            identifier = leader[identifier]
        return identifier

    for link in links:
        first, second = sorted((find(link.a), find(link.b)))
        leader[second] = first
    groups: dict[str, list[str]] = {}
    for identifier in ids:
        groups.setdefault(find(identifier), []).append(identifier)
    return list(groups.values())


def _origin(members: Sequence[Article], bases: dict[str, Basis], links: Sequence[Link]) -> Origin:
    ids = tuple(article.id for article in members)
    inside = [link for link in links if link.a in ids and link.b in ids]
    chief = min((bases[identifier] for identifier in ids), key=lambda basis: (basis.rank, basis.name, basis.article))
    why = tuple(dict.fromkeys([*(bases[identifier].why for identifier in ids), *(link.why for link in inside)]))
    spans = [span for identifier in ids for span in bases[identifier].spans]
    spans += [span for link in inside for span in link.spans]
    chosen = tuple(dict.fromkeys(spans))[:_EVIDENCE]
    return Origin(
        id=identify("origin", ids),
        name=chief.name,
        articles=ids,
        why=why,
        evidence=chosen or tuple(_opening(article) for article in members),
        rule="basis and shared text",
    )


def _opening(article: Article) -> Span:
    """The headline or, without one, the first block of the body: where a reader begins to judge an article."""
    blocks = (
        article.blocks_of(BlockKind.BYLINE)
        or article.blocks_of(BlockKind.HEADLINE)
        or article.blocks_of(BlockKind.BODY)
    )
    if blocks:
        return Span(article.id, blocks[0].start, blocks[0].end)
    if article.headline is not None and article.headline.spans:
        return article.headline.spans[0]
    return Span(article.id, 0, max(1, min(len(article.text), 80)))
