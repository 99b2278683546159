"""What an article says of where its text comes from: agency credits, datelines, feeds, other outlets' reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from readout.language.outlets import agency_pattern, agency_signs, find_agency
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.types import Article, Cited

_SYNDICATE = r"(?P<name>(?:[A-Z][\w.]{1,30} ){1,3}(?:Syndicate|Syndication|Features)\b|Creators(?=\.com))"
_NEAR_START = 1200  # characters: datelines and bylines stand before here
#: What stands before the credit of a picture, which says nothing of the text: "Image copyright", "Photo source:".
_OF_PICTURE = re.compile(r"\b(?:images?|photos?|photographs?|pictures?|video|graphic)[\s,:]{0,2}\Z", re.IGNORECASE)
_PICTURE_WORD = 14  # characters: the longest such word and what follows it
_GENERIC = frozenset(("the", "online", "news", "web", "com", "opinion", "guest", "writer", "staff", "net", "org"))
#: What a text must have for a sign of this kind: a plain look for it spares most texts the slow patterns.
_NEEDLES = {
    "contributed": ("ontribut",),
    "copyright": ("opyright", "©", "(c)", "(C)", "eported by", "ublished by", "istributed by"),
    "inputs": ("ith input", "ith files", "ith reporting", "ith material", "ource:", "ia "),
    "feed": ("feed", "FEED", "Feed", "edited by"),
    "told": ("told", "btained by", "nterview with", "een by", "eviewed by"),
}
_ORDER = ("page", "byline", "dateline", "head", "copyright", "contributed", "inputs", "feed", "told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One sign of where a text comes from.

    `kind`: page (the outlet is the agency itself), byline, dateline, head (named as the author in what a page says of
    itself), copyright, contributed, inputs ("with inputs from"), feed, told ("told AFP"). The words stand in
    `text[start:end]`; both are 0 where the sign stands outside.
    """

    name: str
    kind: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """Words that pass on another outlet's report."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How a text says where it comes from; the group `name` (or `second`) is the agency."""
    agency = f"(?P<name>{agency_pattern()})"
    second = f"(?P<second>{agency_pattern()})"
    author = r"(?:By\s+(?:[^\n.]{0,60}[,|/]\s*)?|[^\n./]{0,60}[,|]\s*)?"
    inputs = r"(?:[Ww]ith (?:inputs?|files|reporting|material) from|[Ss]ource:|[Vv]ia)\s+(?:the )?"
    return (
        ("dateline", re.compile(rf"\((?:[A-Z][\w.-]*[/ -])?{agency}\)\s*(?:[-–—:]|$)", re.MULTILINE)),
        ("byline", re.compile(rf"^{author}{agency}(?:\s+[Ww]riters?)?\s*(?:$|Published\b|\|)", re.MULTILINE)),
        (
            "contributed",
            re.compile(rf"{agency}[^.\n]{{0,120}}\bcontributed\b|\bContribut(?:ing|ed by):?[^\n]{{0,160}}?{second}"),
        ),
        ("copyright", re.compile(rf"(?:[Cc]opyright|©|\([Cc]\))[^\n.]{{0,30}}{agency}")),
        ("copyright", re.compile(rf"(?:reported|published|distributed) by (?:the )?{agency}\s*[.)]?$", re.MULTILINE)),
        ("copyright", re.compile(rf"(?:[Cc]opyright|©|\([Cc]\))\s*(?:\d{{4}}\s*)?(?:by\s+)?{_SYNDICATE}")),
        ("inputs", re.compile(rf"{inputs}{agency}")),
        ("feed", re.compile(r"(?P<name>)(?i:(?:syndicated|wire|agency) feed|not been edited by)")),
        ("told", re.compile(rf"\b(?:told|obtained by|interview with|seen by|reviewed by) (?:[Tt]he )?{agency}")),
    )


def find_credits(article: Article) -> tuple[Credit, ...]:
    """The credits of an article, those that say most first, each name and kind once."""
    found: dict[tuple[str, str], Credit] = {}
    for credit in _all_credits(article):
        found.setdefault((credit.name, credit.kind), credit)
    return tuple(sorted(found.values(), key=lambda credit: (_ORDER.index(credit.kind), credit.start, credit.name)))


def _all_credits(article: Article) -> Iterator[Credit]:
    if article.outlet is not None:
        agency = find_agency(article.outlet.value)
        if agency is not None:
            start, end = _place(article.outlet)
            yield Credit(name=agency, kind="page", start=start, end=end)
    for kind, pattern in _patterns():
        needles = _NEEDLES.get(kind, ())
        if needles and not any(needle in article.text for needle in needles):
            continue
        limit = _NEAR_START if kind in ("dateline", "byline") else len(article.text)
        for match in pattern.finditer(article.text, 0, limit):
            if _OF_PICTURE.search(article.text, max(0, match.start() - _PICTURE_WORD), match.start()):
                continue
            form = match["name"] or match.groupdict().get("second") or ""
            yield Credit(name=find_agency(form) or form, kind=kind, start=match.start(), end=match.end())
    for cited in article.agencies:
        start, end = _place(cited)
        kind = _kind_at(article, start) if end else "head"
        yield Credit(name=find_agency(cited.value) or cited.value, kind=kind, start=start, end=end)


def _place(cited: Cited[str]) -> tuple[int, int]:
    return (cited.spans[0].start, cited.spans[0].end) if cited.spans else (0, 0)


def _kind_at(article: Article, place: int) -> str:
    """What a credit found by the extraction is, after the block it stands in."""
    for block in article.blocks:
        if block.start <= place < block.end:
            if block.kind is BlockKind.NOTICE:
                words = article.text[block.start : block.end].lower()
                return "contributed" if "contribut" in words else "copyright" if "copyright" in words else "inputs"
            if block.kind in (BlockKind.BYLINE, BlockKind.DATELINE):
                return str(block.kind)
            return "copyright" if block.kind is BlockKind.CREDIT else "told"
    return "byline"


# ------------------------------------------------------------------ names of outlets in the texts of others


@lru_cache(maxsize=4096)
def outlet_forms(name: str) -> tuple[str, ...]:
    """The forms under which other articles name an outlet: "Harbour Online News" gives "Harbour News"."""
    bare = re.sub(r"\([^)]*\)|\s+-\s+\w+$|\.(?:com|org|net|co\.uk)$", "", name).strip()
    parts = bare.split()
    core = [word for word in parts if word.lower() not in _GENERIC]
    forms = {bare}
    if len(core) > 1:
        forms |= {" ".join(core)} | ({" ".join(core[1:])} if len(core) > 2 else set())
    elif core and (len(parts) == 1 or core[0].isupper()):
        forms.add(core[0])
    if core and "news" in bare.lower().split():
        forms.add(f"{core[0]} News")
    return tuple(sorted(form for form in forms if len(form) > 2))


@lru_cache(maxsize=4096)
def _outlet_pattern(name: str) -> re.Pattern[str] | None:
    """Names of several words in any case; a single word, which may be a common one, as it is written or in capitals."""
    parts = []
    for form in outlet_forms(name):
        flexible = re.escape(form).replace(r"\-", "[- ]")
        parts.append(f"(?i:{flexible})" if " " in form else f"{flexible}|{flexible.upper()}")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None


def outlet_places(text: str, name: str) -> list[int]:
    """Where `text` names the outlet `name`."""
    pattern = _outlet_pattern(name)
    return [match.start() for match in pattern.finditer(text)] if pattern is not None else []


@lru_cache(maxsize=64)
def _agency_forms(name: str) -> re.Pattern[str]:
    forms = sorted((form for form, agency in agency_signs().items() if agency == name), key=lambda form: -len(form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms or [name]))})(?!\w)")


def agency_places(text: str, name: str) -> list[int]:
    """Where `text` names the agency `name` in one of its forms."""
    return [match.start() for match in _agency_forms(name).finditer(text)]


# ------------------------------------------------------------------ reports of other outlets, passed on

_PAPERS = (
    "Times|Post|Journal|Tribune|Sentinel|Herald|Guardian|News|Gazette|Chronicle|Globe|Star|Telegraph|Mail|Press|Courier"
    "|Mirror|Express|Ledger|Register|Dispatch|Echo|Argus|Courant"
    "|Observer|Monitor|Standard|Independent|Beacon|Republic|Examiner|Inquirer|BBC|CNN|NBC|CBS|ABC|NPR|AP|AFP|Reuters"
    "|Politico|Axios|Bloomberg|Spiegel|Figaro|Monde|Jazeera|BuzzFeed|Vox"
)
_NOT_FIRST = "(?!(?:As|But|In|And|While|When|Both|According) )"
# Words of bounded length, so that a line of a million capitals takes linear time.
_PAPER = rf"(?:[Tt]he )?(?:{_NOT_FIRST}[A-Z][\w.&’'-]{{1,30}}(?: of)? ){{0,4}}(?:{_PAPERS})(?: News)?\b"
_STORY = r"(?:report|story|article|exclusive)"
_RELAYED = re.compile(
    rf"(?P<name>{_PAPER})(?:['’]s)?(?: \w{{1,30}}){{0,2}}? (?:first )?"
    r"(?:reported|reports|reveals|revealed|writes|wrote|has learned|says|said)\b"
    r"|(?:[Aa]ccording to|told|[Ii]n an interview with|first reported by|report(?:ed)? (?:by|in)) "
    rf"(?P<other>{_PAPER})"
    rf"|{_STORY}(?: that (?:appeared|ran|was published))? (?:by|in|from|of) (?:[\w’']{{1,20}} ){{0,3}}?"
    rf"(?P<teller>{_PAPER})"
    rf"|(?P<owner>{_PAPER})(?:['’]s)? {_STORY}\b"
)
_NAMES_PAPER = re.compile(rf"(?:{_PAPERS})\b")  #: found in all that `_RELAYED` finds, and far faster
_OWNER = re.compile(r"^[A-Z]\w+['’]s\s+")  #: "Britain's Daily Mirror" is the Daily Mirror
_HEDGES = re.compile(r"\b(?:reportedly|apparently|supposedly|purportedly)\b", re.IGNORECASE)
_OPENING, _LEAD = 0.34, 800  #: share of a text, and its characters, before which it names the report that it passes on
_BRIEF = 5000  #: characters up to which a text names once, and then hedges, what it passes on


def find_relays(article: Article) -> tuple[Relay, ...]:
    """Where an article says that another outlet reported something, in the order of the text."""
    own = (
        {form.lower().removeprefix("the ") for form in outlet_forms(article.outlet.value)} if article.outlet else set()
    )
    found: list[Relay] = []
    for block in article.blocks_of(BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.HEADLINE):
        if _NAMES_PAPER.search(article.text, block.start, block.end) is None:
            continue
        for match in _RELAYED.finditer(article.text, block.start, block.end):
            group = next(key for key in ("name", "other", "teller", "owner") if match[key])
            name = " ".join(_OWNER.sub("", match[group]).split()).removeprefix("the ").removeprefix("The ")
            name = find_agency(name) or name
            if name.lower() in own or any(form.endswith(" " + name.lower()) for form in own):
                continue
            found.append(Relay(name=name, start=match.start(), end=match.end()))
    return _unify(found)


def main_relay(article: Article, relays: Sequence[Relay]) -> str | None:
    """The one outlet whose report is passed on: named first, early, again later, and more often than all others.

    A brief text that names no other may name it once, and tell the rest with "reportedly".
    """
    if not relays or relays[0].start > max(_LEAD, _OPENING * len(article.text)):
        return None
    name = relays[0].name
    count = sum(relay.name == name for relay in relays)
    if count == len(relays) == 1 and len(article.text) <= _BRIEF and _HEDGES.search(article.text, relays[0].end):
        return name
    return name if count >= 2 and 2 * count > len(relays) else None


def is_hedged(text: str) -> bool:
    """Whether words tell what others report: "reportedly", "apparently"."""
    return bool(_HEDGES.search(text))


def _unify(relays: list[Relay]) -> tuple[Relay, ...]:
    """Short names set to the longest that ends with them: "the Post" after "The Washington Post"."""
    names = sorted({relay.name for relay in relays}, key=lambda name: (-len(name), name))
    full = {name: next(other for other in names if other == name or other.endswith(" " + name)) for name in names}
    return tuple(Relay(name=full[relay.name], start=relay.start, end=relay.end) for relay in relays)
