"""How many independent origins of reporting there are, at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.origins.basis import find_bases
from readout.analysis.origins.links import basis_links, copied_links
from readout.analysis.origins.parts import find_part
from readout.analysis.origins.sentences import sentence_links
from readout.groups import Groups
from readout.spans import Span, identify
from readout.types import BlockKind, Origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.analysis.origins.basis import Basis
    from readout.analysis.origins.links import Link
    from readout.analysis.origins.parts import OwnPart
    from readout.types import Article, Copy

__all__ = ["trace_origins"]

_EVIDENCE = 12  # spans an origin shows at most


def trace_origins(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """A partition of the articles of one story into origins, with the reasons; and origins of parts of articles.

    Articles stand together where one has most of its reporting from the other, where both are credited to one agency
    at one time, where both pass on one outlet's report, where one outlet reports twice on its own account, and where
    two short articles of one day share sentences. A small shared passage alone joins nothing, so no chain of weak links
    does. An article that is partly copied, partly its own stands also in an origin of which only some passages of it
    are `parts`. The order of the articles does not matter.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    by_id = {article.id: article for article in ordered}
    bases = find_bases(ordered)
    copied = copied_links(copies, set(by_id))
    parts = _find_parts(by_id, bases, copies, copied)
    alike = (link for link in basis_links(ordered, bases) if not ({link.a, link.b} & parts.keys()))
    joined = {frozenset((copy.a, copy.b)) for copy in copies}
    links = (*copied, *alike, *sentence_links(ordered, joined))
    groups = Groups(list(by_id))
    for link in links:
        groups.join(link.a, link.b)
    inside: dict[str, list[Link]] = {}
    for link in links:
        inside.setdefault(groups.root(link.a), []).append(link)
    added: dict[str, list[OwnPart]] = {}
    for part in parts.values():
        added.setdefault(bases[part.article].key or part.article, []).append(part)
    origins = []
    for group in groups.all():
        keys = {bases[member].key for member in group if bases[member].kind == "own" and member not in parts}
        own = [part for key in sorted(keys - {""}) for part in added.pop(key, ())]
        members = [by_id[member] for member in group]
        origins.append(_origin(members, bases, inside.get(groups.root(group[0]), ()), own))
    for _, own in sorted(added.items()):
        origins.append(_origin([], bases, (), own))
    return tuple(origins)


def _find_parts(
    by_id: Mapping[str, Article], bases: dict[str, Basis], copies: Sequence[Copy], copied: Sequence[Link]
) -> dict[str, OwnPart]:
    """The parts of their own that articles have which are joined to others by what they copied."""
    related: dict[str, list[Copy]] = {}
    for copy in copies:
        if copy.a in by_id and copy.b in by_id:
            related.setdefault(copy.a, []).append(copy)
            related.setdefault(copy.b, []).append(copy)
    joined = {identifier for link in copied for identifier in (link.a, link.b)}
    found = (find_part(by_id[identifier], bases[identifier], related[identifier]) for identifier in sorted(joined))
    return {part.article: part for part in found if part is not None}


def _origin(
    members: Sequence[Article], bases: dict[str, Basis], links: Sequence[Link], own: Sequence[OwnPart]
) -> Origin:
    """The origin of these articles, which `links` join, and of these parts of others."""
    whole = tuple(article.id for article in members)
    ids = (*whole, *(part.article for part in own if part.article not in whole))
    chief = min(
        (bases[identifier] for identifier in whole or ids), key=lambda basis: (basis.rank, basis.name, basis.article)
    )
    reasons = [bases[identifier].why for identifier in whole] + [link.why for link in links] + [p.why for p in own]
    spans = [span for identifier in whole for span in bases[identifier].spans]
    spans += [span for link in links for span in link.spans] + [span for part in own for span in part.spans]
    chosen = tuple(dict.fromkeys(spans))[:_EVIDENCE]
    return Origin(
        id=identify("origin", whole) if whole else identify("own part", ids),
        name=chief.name,
        articles=ids,
        why=tuple(dict.fromkeys(reasons)),
        parts=tuple(span for part in own for span in part.spans if part.article not in whole),
        relays=tuple((name, bases[name].key) for name in whole if bases[name].kind == "relay"),
        evidence=chosen or tuple(_opening(article) for article in members),
        rule="basis and shared text" if whole else "passages found nowhere else",
    )


def _opening(article: Article) -> Span:
    """The byline, the headline or the first block of the body: where a reader begins to judge an article."""
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
