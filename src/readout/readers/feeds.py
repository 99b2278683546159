"""Feeds: RSS, Atom and JSON Feed, each item a page; news sitemaps, which list addresses but hold no text."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from readout.errors import InputError
from readout.extraction.encoding import mend_surrogates
from readout.extraction.html.tree import parse_markup
from readout.extraction.html.visible import gather_text
from readout.extraction.stamps import read_instant
from readout.readers.markup import element_text, local_name, parse_xml
from readout.spans import identify
from readout.types import Failure, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_ROOTS: Final = ("rss", "feed", "rdf", "urlset", "sitemapindex")
_BODIES: Final = ("encoded", "content", "body", "fulltext", "description", "summary", "subtitle")
_PUBLISHED: Final = ("pubdate", "published", "date", "issued", "created")
_NO_TEXT: Final = "a feed item that holds an address only: use readout fetch"
_UPDATED: Final = ("updated", "modified", "lastbuilddate")


@dataclass(slots=True)
class Item:
    """What one entry of a feed says, before it is a page."""

    title: str = ""
    link: str = ""
    guid: str = ""
    published: str = ""
    updated: str = ""
    feed: str = ""
    authors: list[str] = field(default_factory=list)
    bodies: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the item stands in full; empty where the feed does not say."""
        return self.link or (self.guid if self.guid.startswith("http") else "")


def is_feed(body: bytes) -> bool:
    """Whether these bytes begin like a feed or sitemap."""
    head = body[:3000].lower()
    return any(f"<{name}".encode() in head or f":{name}".encode() in head for name in _ROOTS)


def read_feed(body: bytes, name: str) -> Iterator[Page | Failure]:
    """The items of an RSS or Atom feed. `source` (where an aggregator took an item from) is kept as `Page.feed`.

    Raises InputError if it is neither.
    """
    root = parse_xml(body)
    kind = local_name(root)
    if kind in ("urlset", "sitemapindex"):
        count = sum(local_name(child) in ("url", "sitemap") for child in root)
        raise InputError(f"a sitemap of {count} addresses: it holds addresses only, use readout fetch")
    if kind not in _ROOTS:
        raise InputError(f"XML that is no feed (<{kind}>)")
    outlet = element_text(next((child for child in _channel(root) if local_name(child) == "title"), None))
    for number, item in enumerate(entries_of(root), 1):
        yield _page(item, outlet, f"{name}:{number}")


def entries_of(root: etree._Element) -> Iterator[Item]:
    """The items of an RSS or Atom feed, in order."""
    for parent in dict.fromkeys((root, _channel(root))):
        for child in parent:
            if local_name(child) in ("item", "entry"):
                yield _read_entry(child)


def _channel(root: etree._Element) -> etree._Element:
    return next((child for child in root if local_name(child) == "channel"), root)


def read_json_feed(data: Mapping[str, object], name: str) -> Iterator[Page | Failure]:
    """The items of a JSON Feed (jsonfeed.org, version 1.1)."""
    outlet = str(data.get("title") or "")
    items = data.get("items")
    for number, entry in enumerate(items if isinstance(items, list) else [], 1):
        place = f"{name}:{number}"
        if not isinstance(entry, dict):
            yield Failure(id=place, stage="read", reason="not an item")
            continue
        item = Item()
        item.title, item.link = str(entry.get("title") or ""), str(entry.get("url") or "")
        item.guid = str(entry.get("id") or "")
        item.published, item.updated = str(entry.get("date_published") or ""), str(entry.get("date_modified") or "")
        people = entry.get("authors") or [entry.get("author")]
        item.authors = [
            str(person["name"]) for person in people if isinstance(person, dict) and person.get("name")
        ] if isinstance(people, list) else []  # fmt: skip
        for key in ("content_html", "content_text", "summary"):
            if isinstance(entry.get(key), str):
                item.bodies[key] = str(entry[key])
        yield _page(item, outlet, place)


def _read_entry(entry: etree._Element) -> Item:
    item = Item()
    for child in entry:
        name, text = local_name(child), element_text(child)
        if name == "title" and not item.title:
            item.title = text
        elif name == "link":
            if not item.link and (child.get("rel") or "alternate") == "alternate":
                item.link = child.get("href") or text
        elif name in ("guid", "id"):
            item.guid = text
        elif name == "source":
            title = next((element_text(part) for part in child if local_name(part) == "title"), "")
            item.feed = title or text
        elif name in ("creator", "author"):
            person = next((element_text(part) for part in child if local_name(part) == "name"), text)
            item.authors += [person] if person else []
        elif name in _PUBLISHED:
            item.published = item.published or text
        elif name in _UPDATED:
            item.updated = item.updated or text
        elif name in _BODIES:
            item.bodies.setdefault(name, _inner(child))
    return item


def _page(item: Item, outlet: str, place: str) -> Page | Failure:
    """The item as a page of plain text."""
    html = max(item.bodies.values(), key=len, default="")
    if not html.strip():
        return Failure(id=item.link or place, stage="read", reason=_NO_TEXT)
    text = _plain(mend_surrogates(html))
    if not text:
        return Failure(id=item.link or place, stage="read", reason=_NO_TEXT)
    url = item.address
    return Page(
        id=identify(url or item.guid, text),
        uri=url or place,
        place=item.link or place,
        body=text,
        media="text",
        url=url or None,
        outlet=outlet or None,
        title=_plain(item.title) or None,
        published=read_time(item.published) or None,
        updated=read_time(item.updated) or None,
        authors=tuple(dict.fromkeys(item.authors)),
        feed=item.feed or None,
    )


def read_time(value: str) -> str:
    """A feed's time (RFC 822 or ISO 8601) as ISO 8601, its zone kept; empty if it is none."""
    value = value.strip()
    if not value or value[:4].isdigit():
        return read_instant(value)
    try:
        return parsedate_to_datetime(value).isoformat()
    except (TypeError, ValueError, IndexError):
        return read_instant(value)


def _plain(html: str) -> str:
    """The paragraphs of a fragment of HTML, parted by blank lines; text without markup stays as it is."""
    if "<" not in html and "&" not in html:
        return html.strip()
    try:
        return "\n\n".join(line.text for line in gather_text(parse_markup(f"<div>{html}</div>")).lines)
    except InputError:
        return ""


def _inner(element: etree._Element) -> str:
    """The text of an element, and the markup in it where it is not escaped (Atom's xhtml)."""
    from lxml import etree

    if not len(element):
        return element.text or ""
    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)
