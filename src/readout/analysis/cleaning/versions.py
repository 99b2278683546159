"""Several fetches of one address are versions of one article, and the latest counts."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from readout.text.fold import fold
from readout.types import READABLE, Version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article

_SHARED: Final = 0.5  #: of the paragraphs of the shorter version; else the address was reused for another article
_FRAGMENT: Final = re.compile(r"#.*$|[?&](?:utm_\w+|fbclid|gclid)=[^&#]*")


def merge_versions(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in order, with earlier versions of one address left out and kept in `Article.versions`, unread.

    The latest is the one with the latest update, then fetch, then publication. Articles without an address stay.
    """
    by_address: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.url:
            by_address[_address(article.url)].append(article)
    dropped: set[str] = set()
    earlier: dict[str, tuple[Version, ...]] = {}
    for versions in by_address.values():
        if len(versions) < 2:
            continue
        ordered = sorted(versions, key=_age)
        latest = ordered[-1]
        older = [version for version in ordered[:-1] if _same_article(version, latest)]
        dropped.update(version.id for version in older)
        if older:
            earlier[latest.id] = tuple(Version(article=version) for version in older)
    return tuple(
        replace(article, versions=earlier[article.id]) if article.id in earlier else article
        for article in articles
        if article.id not in dropped
    )


def _address(url: str) -> str:
    return _FRAGMENT.sub("", url).rstrip("/?&").removeprefix("https://").removeprefix("http://").removeprefix("www.")


def _age(article: Article) -> tuple[str, str, str, str]:
    updated = article.updated.value if article.updated else ""
    published = article.published.value if article.published else ""
    return (updated or published, article.fetched or "", published, article.id)


def _same_article(a: Article, b: Article) -> bool:
    """Whether half of the shorter one's paragraphs stand in the other, or their headlines are the same.

    What two outlets are said to have printed are two articles, whatever address they give.
    """
    if a.outlet and b.outlet and fold(a.outlet.value) != fold(b.outlet.value):
        return False
    if a.headline and b.headline and fold(a.headline.value) == fold(b.headline.value):
        return True
    ours, theirs = _paragraphs(a), _paragraphs(b)
    fewer = min(len(ours), len(theirs))
    return fewer > 0 and len(ours & theirs) >= _SHARED * fewer


def _paragraphs(article: Article) -> set[str]:
    return {" ".join(fold(article.text[b.start : b.end]).split()) for b in article.blocks_of(*READABLE)}
