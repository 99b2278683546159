"""What a page's head says of its article: linked data first, then meta elements, then the page's own marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from readout.extraction.html.linked import Linked, read_linked
from readout.extraction.stamps import read_instant

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES: Final = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "title")
_DESCRIPTIONS: Final = (
    "og:description",
    "twitter:description",
    "description",
    "dc.description",
    "sailthru.description",
)
_PUBLISHED: Final = """
    article:published_time og:article:published_time article:published datepublished og:published_time parsely-pub-
    date sailthru.date cxenseparse:recs:publishtime pubdate publishdate publish-date publish_date publication_date
    published_time dc.date.issued dcterms.issued dc.date dcterms.date dc.date.created dcterms.created
    citation_publication_date article.published rnews:datepublished date created article_date_original
    iso-8601-publish-date cxenseparse:publishtime vr:published_time og:pubdate bt:pubdate displaydate
    originalpublicationdate article.created shareaholic:article_published_time timestamp
""".split()
_MODIFIED: Final = """
    article:modified_time og:article:modified_time og:updated_time article:modified datemodified dc.date.modified
    dcterms.modified last-modified lastmod revision_date article.updated bt:moddate modified_time
    cxenseparse:modifiedtime
""".split()
_AUTHORS: Final = """
    author article:author og:article:author parsely-author sailthru.author dc.creator dcterms.creator
    cxenseparse:author byl article.author authors rbauthors vr:author citation_author twitter:data1
""".split()
_SITES: Final = (
    "og:site_name",
    "application-name",
    "twitter:site:name",
    "publisher",
    "dc.publisher",
    "copyright",
    "al:android:app_name",
)


@dataclass(slots=True)
class Head:
    """The metadata of a page by where it stands; the first of each list is the most trusted."""

    headlines: list[tuple[str, str]] = field(default_factory=list)  #: (value, where)
    descriptions: list[tuple[str, str]] = field(default_factory=list)
    published: list[tuple[str, str]] = field(default_factory=list)
    updated: list[tuple[str, str]] = field(default_factory=list)
    authors: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    outlets: list[tuple[str, str]] = field(default_factory=list)
    body: str = ""
    canonical: str = ""
    language: str = ""
    kind: str = ""
    linked: Linked = field(default_factory=Linked)


def read_head(root: _Element, url: str | None) -> Head:
    """All that the page says of its article outside the running text."""
    meta = _read_meta(root)
    title_element = root.find(".//title")
    title = " ".join((title_element.text or "").split()) if title_element is not None else ""
    canonical = next(
        (link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"), ""
    )
    linked = read_linked(root, canonical or url, meta.get("og:title", title))
    head = Head(canonical=canonical, linked=linked, body=linked.body, kind=linked.kind or meta.get("og:type", ""))
    _note(head.headlines, linked.headline, "json-ld headline")
    for name in _TITLES:
        _note(head.headlines, meta.get(name, ""), f"meta {name}")
    _note(head.headlines, title, "title")
    _note(head.descriptions, linked.description, "json-ld description")
    for name in _DESCRIPTIONS:
        _note(head.descriptions, meta.get(name, ""), f"meta {name}")
    _note(head.published, read_instant(linked.published), "json-ld datePublished")
    for name in _PUBLISHED:
        _note(head.published, read_instant(meta.get(name, "")), f"meta {name}")
    _note(head.updated, read_instant(linked.modified), "json-ld dateModified")
    for name in _MODIFIED:
        _note(head.updated, read_instant(meta.get(name, "")), f"meta {name}")
    if linked.authors:
        head.authors.append((linked.authors, "json-ld author"))
    for name in _AUTHORS:
        if meta.get(name):
            head.authors.append(((meta[name],), f"meta {name}"))
    _note(head.outlets, linked.publisher, "json-ld publisher")
    for name in _SITES:
        _note(head.outlets, meta.get(name, ""), f"meta {name}")
    _read_times(root, head)
    head.language = (root.get("lang") or linked.language or meta.get("og:locale", ""))[:2].lower()
    return head


def _read_meta(root: _Element) -> dict[str, str]:
    """The meta elements by lower-case name; the first of a name counts, but authors are joined."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        attributes = element.attrib
        content = attributes.get("content")
        if not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = attributes.get(key)
            if name:
                name = name.strip().lower()
                value = " ".join(content[:5000].split())
                if name not in meta:
                    meta[name] = value
                elif (
                    name in ("author", "article:author", "dc.creator", "citation_author", "parsely-author")
                    and value not in meta[name]
                ):
                    meta[name] += f"; {value}"
    return meta


def _read_times(root: _Element, head: Head) -> None:
    """Times marked in the page itself: `itemprop` and `<time datetime>`."""
    for element in root.iter("time", "span", "abbr", "div", "p"):
        prop = element.get("itemprop")
        if element.tag != "time" and not prop:
            continue
        stamp = element.get("datetime") or element.get("content") or element.get("title") or ""
        if not stamp and not prop:
            continue
        value = read_instant(stamp or (element.text or ""))
        lowered = (prop or "").lower()
        if "datepublished" in lowered or "datecreated" in lowered:
            _note(head.published, value, "itemprop datePublished")
        elif "datemodified" in lowered:
            _note(head.updated, value, "itemprop dateModified")
        elif element.tag == "time":
            names = f"{element.get('class') or ''} {element.get('pubdate') or ''}".lower()
            where = "time element"
            _note(head.updated if "updat" in names or "modif" in names else head.published, value, where)


def _note(target: list[tuple[str, str]], value: str, where: str) -> None:
    if value and len(target) < 40:
        target.append((value, where))
