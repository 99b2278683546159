"""What the names of an element (tag, class, id, role, itemprop) say about the text in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element


class Hint:
    """Kinds of text that an element's names point to: bits of a plain int (an IntFlag costs a third of the time)."""

    JUNK: Final = 1  #: related links, sharing, adverts, comments, menus
    CAPTION: Final = 2
    BYLINE: Final = 4
    DATE: Final = 8
    BODY: Final = 16  #: named as the article's body
    STANDFIRST: Final = 32
    TITLE: Final = 64
    HIDDEN: Final = 128
    SKIP: Final = 256  #: not worth reading at all
    COMMENTS: Final = 512
    NOTE: Final = 1024  #: corrections, notes of the editor
    QUOTE: Final = 2048  #: a pull quote, which repeats words of the body
    POST: Final = 4096  #: a post from a social network, put in


_SEPARATED: Final = r"(?:^|[\s_/:.-])"
_END: Final = r"(?:$|[\s_/:.\d-])"


def _whole(words: str) -> str:
    return rf"{_SEPARATED}(?:{words}){_END}"


_JUNK: Final = re.compile(
    r"related|recirc|recommend|newsletter|subscri(?:be|ption)|share|sharing|social|side-?bar|breadcrumb|sponsor|outbrain|taboola|"
    r"cookie|consent|popup|pop-up|paywall|sign-?up|most-?(?:read|viewed|popular)|trending|disclaimer|copyright|pagination|pager|"
    r"toolbar|promo|advert|teaser|read-?(?:more|next|also)|more-?(?:stories|news|from|on|in|articles)|you-?may|also-?(?:like|read)|"
    r"follow-?us|donat|membership|author-?(?:bio|info|box|card|about|desc|profile)|about-?(?:the-?)?author|post-?tags|tag-?list|article-?tags|entry-?tags|"
    r"tag-?cloud|article-?footer|post-?footer|entry-?footer|see-?also|up-?next|next-?(?:article|post)|prev(?:ious)?-?post|latest-?news|top-?stories|"
    r"skip-?(?:link|to)|jump-?link|login|log-in|register|feedback|survey|widget|embed-?form|slideshow|carousel|gallery|player|jwplay|video-?(?:info|meta|title|desc)|"
    r"print-?(?:only|this)|screen-?reader|whatsapp|facebook|hidden-?print|keyword|recent-?posts|(?:info|fact|fakta)-?(?:box|boks|ruta)|inline-?links|story-?links|suggest|rating|"
    r"\b(?:ad|ads|nav|menu|footer|tags|tag|topics|tools|meta|promo|banner|modal|kicker|category|categories|section-?name|icon|btn|button|sr-only|label|dropdown|overlay)\b"
)
_COMMENTS: Final = re.compile(
    r"comment(?:s|-list|-area|-section|-thread|-form|-body|list)?(?:$|[\s_\d-])|disqus|respond(?:$|[\s_-])|livefyre|coral-?talk|viafoura"
)
_CAPTION: Final = re.compile(
    r"caption|credit|image-?(?:text|info|desc)|photo-?(?:text|desc|info)|copyright|legend|fotocredit|bildunterschrift|imgdesc"
)
_BYLINE: Final = re.compile(r"by-?line|author|contributor|writer|reporter")
_DATE: Final = re.compile(r"date|time(?:stamp)?(?:$|[\s_-])|publish|posted-?on|updated")
_BODY: Final = re.compile(
    r"article-?_*(?:body|content|text|copy|story)|(?:story|post|entry|news|artikel)-?_*(?:body|content|text|copy)|body-?(?:copy|text|content)|"
    r"td-post-content|zn-body|noticia-?(?:cuerpo|texto)|cuerpo-?(?:noticia|articulo)|texte-?article|story-?inner|rich-?text|wysiwyg"
)
_STANDFIRST: Final = re.compile(
    r"stand-?first|(?:^|[\s_-])(?:dek|deck|lede|chapo|sapo|intro|excerpt|abstract|synopsis|bajada|entradilla|sous-?titre|sub-?head(?:line|ing)?|sub-?title|vorspann|lead|summary|strap-?line|description|sommario|catenaccio|ingress|teaser-?text)(?:$|[\s_-])"
    r"|article-?_*(?:intro|summary|lead|dek|deck|description|excerpt|subtitle|sub-?headline)|subheadline"
)
_TITLE: Final = re.compile(
    r"head-?line|(?:^|[\s_-])(?:title|heading)(?:$|[\s_-])|(?:article|post|entry|story|page)-?_*title", re.IGNORECASE
)
_NOTE: Final = re.compile(r"correction|clarification|editor-?s?-?note")
_QUOTE: Final = re.compile(r"pull-?quote|quote-?box|blockquote-?highlight")
_POST: Final = re.compile(
    r"twitter-tweet|instagram-media|fb-post|tiktok-embed|bluesky-embed|reddit-embed|embed-?(?:tweet|twitter|instagram)"
)
_SKIP_ROLES: Final = frozenset(
    ["navigation", "menu", "menubar", "search", "banner", "dialog", "alertdialog", "toolbar", "tablist"]
)
_UNSEEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASS: Final = re.compile(
    _whole(
        r"hidden|hide|sr-only|visually-?hidden|screen-?reader-?text|d-none|is-hidden|offscreen|rollover-?\w*(?:-\w+)*|"
        r"tooltip(?:text)?|popover"
    ),
)
#: WordPress names the post's keywords in its classes: they say nothing about the element.
_POST_CLASSES: Final = re.compile(r"\b(?:tag|category|author|status|format|post)-[\w%-]+")
_BY_TAG: Final = {
    "figcaption": Hint.CAPTION,
    "aside": Hint.JUNK,
    "footer": Hint.JUNK,
    "nav": Hint.SKIP,
    "address": Hint.BYLINE,
    "time": Hint.DATE,
    "h1": Hint.TITLE,
    "menu": Hint.JUNK,
}


def read_hints(element: _Element, *, inline: bool = False) -> int:
    """The hints of one element. For inline elements only those that part their text from what surrounds it."""
    attributes = element.attrib
    tag = element.tag
    hint = _BY_TAG.get(tag, 0)
    if not attributes:
        return hint
    get = attributes.get
    names = f"{get('class', '')} {get('id', '')}"
    if names != " ":
        hint |= _read_names(names)
    role, prop = get("role"), get("itemprop")
    if role in _SKIP_ROLES:
        hint |= Hint.SKIP
    elif role in ("complementary", "contentinfo"):
        hint |= Hint.JUNK
    if prop is not None:
        hint |= _read_property(prop)
    if get("hidden") is not None or get("aria-hidden") == "true" or _UNSEEN_STYLE.search(get("style") or ""):
        hint |= Hint.HIDDEN
    if inline:
        return hint & (Hint.CAPTION | Hint.HIDDEN | Hint.BYLINE | Hint.DATE | Hint.COMMENTS)
    return hint


@lru_cache(maxsize=65536)
def _read_names(names: str) -> int:
    """The hints in an element's class and id."""
    hint = 0
    names = names[:400].lower()
    if "hentry" in names or "type-post" in names:
        names = _POST_CLASSES.sub(" ", names)
    for name in names.split():
        hint |= _read_name(name)
    return hint


@lru_cache(maxsize=65536)
def _read_name(name: str) -> int:
    """The hints in one name; the same names stand in ever new company."""
    hint = 0
    for pattern, meaning in (
        (_JUNK, Hint.JUNK),
        (_COMMENTS, Hint.COMMENTS),
        (_CAPTION, Hint.CAPTION),
        (_BYLINE, Hint.BYLINE),
        (_DATE, Hint.DATE),
        (_BODY, Hint.BODY),
        (_STANDFIRST, Hint.STANDFIRST),
        (_TITLE, Hint.TITLE),
        (_NOTE, Hint.NOTE),
        (_QUOTE, Hint.QUOTE),
        (_POST, Hint.POST),
        (_UNSEEN_CLASS, Hint.HIDDEN),
    ):
        if pattern.search(name):
            hint |= meaning
    return hint


def _read_property(prop: str) -> int:
    """schema.org properties in the markup."""
    lowered = prop.lower()
    if "articlebody" in lowered:
        return Hint.BODY
    if "headline" in lowered:
        return Hint.TITLE
    if "author" in lowered:
        return Hint.BYLINE
    if "date" in lowered:
        return Hint.DATE
    if lowered in ("description", "alternativeheadline"):
        return Hint.STANDFIRST
    return 0
