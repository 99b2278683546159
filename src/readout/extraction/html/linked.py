"""Linked data in a page (JSON-LD): the object that describes the article, read without trusting its shape or size."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_LARGEST: Final = 3_000_000
_MOST_OBJECTS: Final = 5000
_ARTICLES: Final = frozenset(
    """
    newsarticle article reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle
    reviewnewsarticle askpublicnewsarticle blogposting liveblogposting report advertisercontentarticle techarticle
    scholarlyarticle socialmediaposting satiricalarticle medicalscholarlyarticle webarticle
    """.split()
)
_NESTED: Final = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")
_PAGES: Final = frozenset(["webpage", "itempage", "videoobject", "newsvideo", "podcastepisode"])
_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA: Final = re.compile(r",\s*(?=[}\]])")
_LOOSE: Final = re.compile(r'"(headline|datePublished|dateModified|description)"\s*:\s*"((?:[^"\\]|\\.){1,600})"')
_MARKUP: Final = re.compile(r"<[a-zA-Z/][^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class Linked:
    """What the linked data says of the article; empty where it says nothing."""

    kind: str = ""
    headline: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    description: str = ""
    body: str = ""
    url: str = ""
    language: str = ""
    updates: tuple[tuple[str, str], ...] = ()  #: of a live blog: when each post was published, and its text


def read_linked(root: _Element, url: str | None, title: str) -> Linked:
    """The description of this page's article among all linked data in the page; all fields empty if there is none.

    Several articles may be described (related ones): the one with the page's address or title is taken, else the first.
    """
    objects: list[Mapping[str, object]] = []
    loose: dict[str, str] = {}
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        data = _parse(text) if len(text) <= _LARGEST else None
        if data is None:
            loose = _read_loose(text[:200_000]) | loose
        else:
            objects.extend(_objects(data))
    index = {str(item["@id"]): item for item in objects if isinstance(item.get("@id"), str) and len(item) > 1}
    best = _choose(objects, url, title)
    if best is None:
        return Linked(
            headline=_words(loose.get("headline")),
            published=loose.get("datePublished", ""),
            modified=loose.get("dateModified", ""),
            description=_words(loose.get("description")),
        )
    return _read_object(best, index)


def _parse(text: str) -> object:
    """The JSON in a script, mended a little where it is commonly broken; None if that does not help."""
    for attempt in (text, _TRAILING_COMMA.sub("", _WRAPPING.sub("", _WRAPPING.sub("", text.strip()))).rstrip(";")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _read_loose(text: str) -> dict[str, str]:
    """Single fields of linked data too broken to parse; the first of each."""
    found: dict[str, str] = {}
    for match in _LOOSE.finditer(text):
        found.setdefault(match.group(1), match.group(2).replace('\\"', '"').replace("\\/", "/"))
    return found


def _objects(data: object) -> Iterator[Mapping[str, object]]:
    """All objects in lists, graphs and "main entity" places, breadth first, at most `_MOST_OBJECTS`."""
    queue = deque([data])
    seen = 0
    while queue and seen < _MOST_OBJECTS:
        item = queue.popleft()
        seen += 1
        if isinstance(item, list):
            queue.extend(item[:500])
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in _NESTED if isinstance(item.get(key), dict | list))


def _kinds(item: Mapping[str, object]) -> set[str]:
    kind = item.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return {str(name).rsplit("/", 1)[-1].lower() for name in names if isinstance(name, str)}


def _choose(objects: list[Mapping[str, object]], url: str | None, title: str) -> Mapping[str, object] | None:
    """The object that describes the page's article."""
    articles = [item for item in objects if _kinds(item) & _ARTICLES]
    if not articles:
        articles = [item for item in objects if _kinds(item) & _PAGES and item.get("datePublished")]
    if len(articles) <= 1:
        return articles[0] if articles else None
    address = _path(url or "")

    def rank(item: Mapping[str, object]) -> tuple[int, int, int]:
        same_url = bool(address) and any(_path(place) == address for place in _addresses(item))
        headline = _words(item.get("headline") or item.get("name")).casefold()
        same_title = bool(headline) and bool(title) and (headline in title.casefold() or title.casefold() in headline)
        filled = sum(bool(item.get(key)) for key in ("headline", "datePublished", "author", "articleBody"))
        return (-same_url, -same_title, -filled)

    return min(articles, key=rank)


def _addresses(item: Mapping[str, object]) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        value = item.get(key)
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for inner in ("@id", "url"):
                if isinstance(value.get(inner), str):
                    yield value[inner]


def _path(address: str) -> str:
    """The path of an address, without host, query, fragment and trailing slash."""
    return re.sub(r"^https?://[^/]*", "", address).split("?")[0].split("#")[0].rstrip("/")


def _read_object(item: Mapping[str, object], index: Mapping[str, Mapping[str, object]]) -> Linked:
    return Linked(
        kind=next(iter(sorted(_kinds(item))), ""),
        headline=_words(item.get("headline") or item.get("name")),
        published=_words(item.get("datePublished") or item.get("dateCreated") or item.get("uploadDate")),
        modified=_words(item.get("dateModified")),
        authors=tuple(dict.fromkeys(_names(item.get("author") or item.get("creator"), index))),
        publisher=next(iter(_names(item.get("publisher") or item.get("sourceOrganization"), index)), ""),
        description=_words(item.get("description")),
        body=_prose(item.get("articleBody")),
        url=next(_addresses(item), ""),
        language=_words(item.get("inLanguage")),
        updates=tuple(_updates(item.get("liveBlogUpdate"))),
    )


def _names(value: object, index: Mapping[str, Mapping[str, object]], depth: int = 0) -> Iterator[str]:
    """Names of persons or organisations however they are written: a string, an object, a reference, a list of these."""
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _names(item, index, depth + 1)
    elif isinstance(value, dict):
        name = value.get("name")
        if name:
            yield from _names(name, index, depth + 1)
        elif isinstance(value.get("@id"), str) and value["@id"] in index and index[value["@id"]] is not value:
            yield from _names(index[value["@id"]], index, depth + 1)
    elif isinstance(value, str):
        name = _words(value)
        if name and not name.startswith(("http://", "https://")):
            yield name


def _updates(value: object) -> Iterator[tuple[str, str]]:
    """The posts of a live blog that have a time."""
    for post in value[:_MOST_OBJECTS] if isinstance(value, list) else ():
        if isinstance(post, dict) and isinstance(post.get("datePublished"), str):
            yield post["datePublished"], f"{_words(post.get('headline'))}\n{_prose(post.get('articleBody'))}"


def _words(value: object) -> str:
    """A string without markup, entities and needless white space; of a list its first string."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), "")
    if not isinstance(value, str):
        return ""
    return " ".join(html.unescape(_MARKUP.sub(" ", html.unescape(value[:20_000]))).split())


def _prose(value: object) -> str:
    """The article's text as given, its line ends kept."""
    if isinstance(value, list):
        value = "\n".join(item for item in value if isinstance(item, str))
    if not isinstance(value, str):
        return ""
    return html.unescape(_MARKUP.sub("\n", value[:_LARGEST]))
