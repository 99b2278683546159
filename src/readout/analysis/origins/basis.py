"""What one article by itself says it rests on: an agency, a feed, another outlet's report, or its own reporting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.language.credits import find_credits, find_relays, main_relay
from readout.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.language.credits import Credit, Relay
    from readout.types import Article

_RELAYS = 3  # outlets whose reports are passed on, from which on an article counts as a compilation
_SHOWN = 4
_SAYS = {
    "page": "is {name}’s own page",
    "byline": "has {name} in its byline",
    "dateline": "has {name} in its dateline",
    "head": "names {name} as its author in the head of its page",
    "copyright": "is credited to {name}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The basis of one article. `rank` orders names: an agency says more than a feed, a feed more than an outlet."""

    article: str
    kind: str  #: agency, feed, relay, compilation, own
    name: str
    key: str  #: what two articles must share to have one basis: the agency, the relayed outlet, the outlet
    rank: int
    why: str
    spans: tuple[Span, ...]
    page: bool = False  #: an agency's own page: what an outlet's own reporting is to an outlet


def call_article(article: Article) -> str:
    """What an article is called in reasons: its outlet, else its file, else its id."""
    if article.outlet is not None:
        return article.outlet.value
    return article.file or article.id


def find_basis(article: Article) -> Basis:
    """The basis of `article`, by the strongest sign it shows."""
    found = find_credits(article)
    whole = [credit for credit in found if credit.kind in _SAYS and credit.name]
    if whole:
        return _agency_basis(article, whole)
    feed = next((credit for credit in found if credit.kind == "feed"), None)
    if feed is not None:
        name = f"syndicated feed, through {call_article(article)}"
        why = f"{call_article(article)} says that its text is from a feed"
        spans = _places(article, [feed])
        return Basis(article=article.id, kind="feed", name=name, key="", rank=1, why=why, spans=spans)
    relays = find_relays(article)
    main = main_relay(article, relays)
    if main is not None:
        places = [relay for relay in relays if relay.name == main]
        return _relay_basis(article, main, _places(article, places))
    names = sorted({relay.name for relay in relays})
    if len(names) >= _RELAYS:
        why = f"{call_article(article)} puts together reports of {', '.join(names)}"
        name, spans = f"{call_article(article)}, compiled from others", _places(article, relays)
        return Basis(article=article.id, kind="compilation", name=name, key="", rank=3, why=why, spans=spans)
    return _own_basis(article, found)


def find_bases(articles: Sequence[Article]) -> dict[str, Basis]:
    """The basis of each article by its id; outlets whose reports are passed on by the longest form of their names."""
    found = {article.id: find_basis(article) for article in articles}
    relayed = sorted({basis.key for basis in found.values() if basis.kind == "relay"})
    for article in articles:
        basis = found[article.id]
        longer = [name for name in relayed if name.endswith(f" {basis.key}")]
        if basis.kind == "relay" and len(longer) == 1:  # "the Mirror" is the Daily Mirror of another article
            found[article.id] = _relay_basis(article, longer[0], basis.spans)
    return found


def _relay_basis(article: Article, relayed: str, spans: tuple[Span, ...]) -> Basis:
    """Another outlet's report, passed on."""
    why = f"{call_article(article)} passes on a report of {relayed}"
    name = f"{relayed} report, passed on"
    return Basis(article=article.id, kind="relay", name=name, key=relayed, rank=2, why=why, spans=spans)


def _agency_basis(article: Article, whole: Sequence[Credit]) -> Basis:
    """An agency's text. A smaller agency that passes on a larger one's names it in its dateline."""
    page = whole[0].name if whole[0].kind == "page" else None
    chief = next((credit for credit in whole if credit.name != page), whole[0])
    name = chief.name if page in (None, chief.name) else f"{chief.name}, through {page}"
    why = f"{call_article(article)} {_SAYS[chief.kind].format(name=chief.name)}"
    spans = _places(article, [credit for credit in whole if credit.name == chief.name])
    own = chief.kind == "page"
    return Basis(article=article.id, kind="agency", name=name, key=chief.name, rank=0, why=why, spans=spans, page=own)


def _own_basis(article: Article, found: Sequence[Credit]) -> Basis:
    """The outlet's own report, perhaps with help."""
    called = call_article(article)
    helpers = sorted({credit.name for credit in found if credit.kind in ("contributed", "inputs") and credit.name})
    signed = [credit for credit in found if credit.name in helpers]
    name = f"{called}{'’' if called.endswith('s') else '’s'} own reporting"
    why = f"{called} credits no other report as its basis"
    if helpers:
        name = f"{called} with {' and '.join(helpers)}"
        why = f"{called} names {' and '.join(helpers)} as helping"
    key = article.outlet.value if article.outlet is not None else ""
    spans = _places(article, signed) or tuple(span for author in article.authors for span in author.spans)[:1]
    return Basis(article=article.id, kind="own", name=name, key=key, rank=2, why=why, spans=spans)


def _places(article: Article, shown: Sequence[Credit | Relay]) -> tuple[Span, ...]:
    """Where the signs stand in the text, the first few."""
    return tuple(Span(article.id, one.start, one.end) for one in shown if one.end > one.start)[:_SHOWN]
