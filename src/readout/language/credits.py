"""What an article says of where its text comes from: agency credits, datelines, notices of syndication, other outlets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from readout.language.outlets import agency_pattern, find_agency
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.types import Article, Cited

_NEAR_START = 1200  # characters: datelines and bylines stand before here
_GENERIC = frozenset("the online news web com opinion guest writer staff net org co uk us".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One sign of where a text comes from.

    `kind`: page (the outlet is the agency itself), byline, dateline, contributed, copyright, inputs ("with inputs from"), told ("told AFP"), feed.
    The words stand in `text[start:end]`; both are 0 where the sign stands outside the text.
    """

    name: str
    kind: str
    start: int = 0
    end: int = 0

    @property
    def strong(self) -> bool:
        """Whether it says that the text itself comes from there, not only a word in it."""
        return self.kind != "told"


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How a text says where it comes from; the group `name` is the agency."""
    agency = f"(?P<name>{agency_pattern()})"
    return (
        ("dateline", re.compile(rf"\((?:[A-Z][\w.-]*[/ -])?{agency}\)\s*(?:[-–—:]|$)", re.MULTILINE)),
        (
            "byline",
            re.compile(
                rf"^(?:By\s+)?(?:[^\n.]{{0,60}}[,|/]\s*)?{agency}(?:\s+[Ww]riters?)?\s*(?:$|Published\b|\|)",
                re.MULTILINE,
            ),
        ),
        (
            "contributed",
            re.compile(
                rf"{agency}[^.\n]{{0,120}}\bcontributed\b|\bContribut(?:ing|ed by):?[^\n]{{0,160}}?{agency.replace('name', 'second')}"
            ),
        ),
        ("copyright", re.compile(rf"(?:[Cc]opyright|©|\([Cc]\))[^\n.]{{0,30}}{agency}")),
        ("inputs", re.compile(rf"(?i:with (?:inputs?|files|reporting|material) from|source:|via)\s+(?:the )?{agency}")),
        ("copyright", re.compile(rf"(?:reported|published|distributed) by (?:the )?{agency}\s*[.)]?$", re.MULTILINE)),
        ("told", re.compile(rf"\b(?:told|obtained by|interview with|seen by|reviewed by) (?:[Tt]he )?{agency}")),
    )


def find_credits(article: Article) -> tuple[Credit, ...]:
    """The credits of an article, those that say most first, each name and kind once."""
    found: dict[tuple[str, str], Credit] = {}
    for credit in _all_credits(article):
        found.setdefault((credit.name, credit.kind), credit)
    order = ("page", "byline", "dateline", "copyright", "contributed", "inputs", "feed", "told")
    return tuple(sorted(found.values(), key=lambda credit: (order.index(credit.kind), credit.start, credit.name)))


def _all_credits(article: Article) -> Iterator[Credit]:
    if article.outlet is not None:
        agency = find_agency(article.outlet.value)
        if agency is not None:
            start, end = _place(article.outlet)
            yield Credit(name=agency, kind="page", start=start, end=end)
    for kind, pattern in _patterns():
        for match in pattern.finditer(article.text):
            if kind in ("dateline", "byline") and match.start() > _NEAR_START:
                break
            yield Credit(
                name=_agency_of(match["name"] or match.groupdict().get("second") or ""),
                kind=kind,
                start=match.start(),
                end=match.end(),
            )
    for cited in article.agencies:
        start, end = _place(cited)
        kind = _kind_at(article, start) if end else "byline"
        yield Credit(name=find_agency(cited.value) or cited.value, kind=kind, start=start, end=end)


def _agency_of(form: str) -> str:
    return find_agency(form) or form


def _place(cited: Cited[str]) -> tuple[int, int]:
    return (cited.spans[0].start, cited.spans[0].end) if cited.spans else (0, 0)


def _kind_at(article: Article, place: int) -> str:
    """What a credit found by the extraction is, after the block it stands in."""
    for block in article.blocks:
        if block.start <= place < block.end:
            if block.kind is BlockKind.NOTICE:
                return "feed"
            if block.kind in (BlockKind.BYLINE, BlockKind.DATELINE):
                return str(block.kind)
            return "copyright" if block.kind is BlockKind.CREDIT else "told"
    return "byline"


@lru_cache(maxsize=4096)
def outlet_forms(name: str) -> tuple[str, ...]:
    """The forms under which other articles name an outlet: "Fox Online News" gives "Fox News"."""
    bare = re.sub(r"\([^)]*\)|\s+-\s+\w+$|\.(?:com|org|net|co\.uk)$", "", name).strip()
    forms = {bare}
    core = [word for word in bare.split() if word.lower() not in _GENERIC]
    if core and len(" ".join(core)) > 3:
        forms.add(" ".join(core) if len(core) > 1 or len(core) == len(bare.split()) else f"{core[0]} News")
    if len(core) > 2:
        forms.add(" ".join(core[1:]))
    if core and "news" in bare.lower().split():
        forms.add(f"{core[0]} News")
    return tuple(sorted(form for form in forms if len(form) > 2))


@lru_cache(maxsize=4096)
def _outlet_pattern(name: str) -> re.Pattern[str] | None:
    forms = outlet_forms(name)
    if not forms:
        return None
    parts = [_flexible(form) if " " not in form else f"(?i:{_flexible(form)})" for form in forms]
    parts += [re.escape(form.upper()) for form in forms if " " not in form]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _flexible(form: str) -> str:
    """A pattern for a name in which a hyphen may be a space."""
    return re.escape(form).replace(r"\-", "[- ]")


def outlet_places(text: str, name: str) -> list[int]:
    """Where `text` names the outlet `name`."""
    pattern = _outlet_pattern(name)
    return [match.start() for match in pattern.finditer(text)] if pattern is not None else []


_RELAYED = re.compile(
    r"(?P<name>(?:[Tt]he )?(?:[A-Z][\w.&’'-]+(?: of)? ){0,4}(?:Times|Post|Journal|Tribune|Sentinel|Herald|Guardian|News|Gazette|Chronicle|Globe|Star"
    r"|Telegraph|Mail|Press|Courier|Observer|Monitor|Standard|Independent|Beacon|Republic|Examiner|Inquirer|BBC|CNN|NBC|CBS|ABC|NPR|AP|AFP|Reuters"
    r"|Politico|Axios|Bloomberg|Spiegel|Figaro|Monde|Jazeera|BuzzFeed|Vox))(?: News)?\b(?:['’]s)?"
    r"(?: \w+){0,2}? (?:first )?(?:reported|reports|reveals|revealed|writes|wrote|has learned|says|said)\b"
    r"|(?:[Aa]ccording to|told|[Ii]n an interview with|first reported by|report(?:ed)? (?:by|in)) (?P<other>(?:[Tt]he )?(?:[A-Z][\w.&’'-]+ ){0,4}"
    r"(?:Times|Post|Journal|Tribune|Sentinel|Herald|Guardian|News|Gazette|Chronicle|Globe|Star|Telegraph|Mail|Press|Courier|Observer|Monitor|Standard"
    r"|Independent|Beacon|Republic|Examiner|Inquirer|BBC|CNN|NBC|CBS|ABC|NPR|AP|AFP|Reuters|Politico|Axios|Bloomberg|Spiegel|Figaro|Monde|Jazeera))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """Words that pass on another outlet's report."""

    name: str
    start: int
    end: int


def find_relays(article: Article) -> tuple[Relay, ...]:
    """Where an article says that another outlet reported something, in the order of the text."""
    own = (
        {form.lower().removeprefix("the ") for form in outlet_forms(article.outlet.value)} if article.outlet else set()
    )
    found: list[Relay] = []
    for block in article.blocks_of(BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.HEADLINE):
        for match in _RELAYED.finditer(article.text, block.start, block.end):
            group = "name" if match["name"] else "other"
            name = " ".join(match[group].split())
            name = name.removeprefix("the ").removeprefix("The ")
            name = find_agency(name) or name
            if name.lower() in own or any(form.endswith(" " + name.lower()) for form in own):
                continue
            found.append(Relay(name=name, start=match.start(), end=match.end()))
    return _unify(found)


def _unify(relays: list[Relay]) -> tuple[Relay, ...]:
    """Short names set to the longest that ends with them: "the Post" after "The Washington Post"."""
    names = sorted({relay.name for relay in relays}, key=lambda name: (-len(name), name))
    full = {name: next(other for other in names if other == name or other.endswith(" " + name)) for name in names}
    return tuple(Relay(name=full[relay.name], start=relay.start, end=relay.end) for relay in relays)
