"""What one article by itself says it rests on: an agency, another outlet's report, or its own reporting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.language.credits import find_credits, find_relays
from readout.spans import Span

if TYPE_CHECKING:
    from readout.types import Article

_RELAYS = 3  # mentions of other outlets' reports from which on an article counts as a compilation
_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The basis of one article. `rank` orders names: an agency says more than a feed, a feed more than an outlet."""

    article: str
    kind: str  #: agency, feed, relay, compilation, own
    name: str
    key: str  #: what two articles must share to have one basis: the agency, the relayed outlet, the outlet
    rank: int
    why: tuple[str, ...]
    spans: tuple[Span, ...]
    also: frozenset[str] = frozenset()  #: agencies that contributed


def find_basis(article: Article) -> Basis:
    """The basis of `article`."""
    credits = find_credits(article)
    named = article.outlet.value if article.outlet is not None else None
    also = frozenset(credit.name for credit in credits if credit.kind == "contributed")
    whole = [credit for credit in credits if credit.kind in ("page", "byline", "dateline", "copyright")]
    if whole:
        name = whole[0].name
        spans = tuple(Span(article.id, c.start, c.end) for c in credits if c.name == name and c.end)[:_SHOWN]
        return Basis(
            article=article.id, kind="agency", name=name, key=name, rank=0, spans=spans, also=also,
            why=(f"{_called(article)} credits {name} ({whole[0].kind})",),
        )  # fmt: skip
    feed = next((credit for credit in credits if credit.kind == "feed"), None)
    if feed is not None:
        return Basis(
            article=article.id, kind="feed", name=feed.name, key="", rank=1, also=also,
            spans=(Span(article.id, feed.start, feed.end),),
            why=(f"{_called(article)} says that it is from a syndicated feed",),
        )  # fmt: skip
    relays = find_relays(article)
    names = {relay.name for relay in relays}
    if relays and _rests_on(relays[0].name, article, relays):
        name = relays[0].name
        spans = tuple(Span(article.id, relay.start, relay.end) for relay in relays if relay.name == name)[:_SHOWN]
        return Basis(
            article=article.id, kind="relay", name=f"{name} report, relayed", key=name, rank=2, spans=spans, also=also,
            why=(f"{_called(article)} passes on a report of {name}",),
        )  # fmt: skip
    if len(names) >= _RELAYS:
        spans = tuple(Span(article.id, relay.start, relay.end) for relay in relays)[:_SHOWN]
        return Basis(
            article=article.id, kind="compilation", name=f"{_called(article)}, compiled from {', '.join(sorted(names))}",
            key="", rank=3, spans=spans, also=also, why=(f"{_called(article)} compiles reports of others",),
        )  # fmt: skip
    spans = tuple(span for author in article.authors for span in author.spans)[:1]
    return Basis(
        article=article.id, kind="own", name=f"{_called(article)}'s own reporting", key=named or "", rank=2, also=also,
        spans=spans, why=(f"{_called(article)} credits no other report as its basis",),
    )  # fmt: skip


def _rests_on(name: str, article: Article, relays: tuple[object, ...]) -> bool:
    """Whether one outlet's report is the whole basis: named early, again later, and no other as often."""
    places = [relay for relay in relays if getattr(relay, "name", "") == name]
    return len(places) >= 2 and 2 * len(places) > len(relays)


def _called(article: Article) -> str:
    if article.outlet is not None:
        return article.outlet.value
    return article.file or article.id
