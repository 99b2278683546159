"""The addresses that a sitemap or feed holds, with the title and the time it gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.errors import InputError
from readout.readers.feeds import entries_of, read_time
from readout.readers.markup import element_text, local_name, parse_xml
from readout.readers.records import load_json

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One address of a list; `nested` if it leads to another list (a sitemap index)."""

    url: str
    title: str = ""
    published: str = ""  #: ISO 8601, empty where the list gives none
    nested: bool = False


def list_addresses(body: bytes) -> tuple[Listed, ...]:
    """The addresses in a sitemap (sitemaps.org, with Google's news extension), a sitemap index, an RSS or Atom feed
    or a JSON Feed, each once, in order.

    Raises InputError if it is none of these.
    """
    if body.lstrip()[:1] == b"{":
        found = _of_json_feed(load_json(body.decode("utf-8", "replace")))
    else:
        root = parse_xml(body)
        kind = local_name(root)
        if kind in ("urlset", "sitemapindex"):
            found = [_of_sitemap(entry) for entry in root if local_name(entry) in ("url", "sitemap")]
        elif kind in ("rss", "feed", "rdf"):
            found = [
                Listed(url=item.address, title=item.title, published=read_time(item.published or item.updated))
                for item in entries_of(root)
            ]
        else:
            raise InputError(f"XML that is no list of addresses (<{kind}>)")
    return tuple({item.url: item for item in reversed(found) if item.url}.values())[::-1]


def _of_sitemap(entry: etree._Element) -> Listed:
    """The address of one entry; the news extension's time goes before that of the last change."""
    parts: dict[str, str] = {}
    for element in entry.iter():
        name = local_name(element)
        if name in ("loc", "lastmod", "publication_date", "title"):
            parts.setdefault(name, element_text(element))
    return Listed(
        url=parts.get("loc", ""),
        title=parts.get("title", ""),
        published=read_time(parts.get("publication_date") or parts.get("lastmod", "")),
        nested=local_name(entry) == "sitemap",
    )


def _of_json_feed(data: object) -> list[Listed]:
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list):
        raise InputError("JSON that is no feed")
    return [
        Listed(
            url=str(item.get("url") or ""),
            title=str(item.get("title") or ""),
            published=read_time(str(item.get("date_published") or "")),
        )
        for item in items
        if isinstance(item, dict)
    ]
