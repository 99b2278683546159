"""Who a text is credited to: agencies in datelines, bylines, sign-offs and notices; authors in bylines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from readout.language.outlets import agency_pattern, find_agency, may_name_agency

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """An agency and the words that credit it. `weak`: only "told AFP", which needs no credit to stand in the text."""

    start: int
    end: int
    agency: str
    weak: bool = False


_NAME: Final = r"[^\W\d_a-z](?:[^\W\d_]|['’.-])*\.?"
_PERSON: Final = rf"{_NAME}(?:\s+(?:(?:de|da|di|van|von|der|den|la|le|el|al|bin|ibn|of)\s+)?{_NAME}){{1,4}}"
_BYLINE: Final = re.compile(
    r"(?:(?:story |written |reported |words |text )?by|von|par|por|di|door)\s*:?\s+(?P<names>\S.{1,160})$",
    re.IGNORECASE,
)
_AUTHORS: Final = re.compile(_PERSON)
_SEPARATOR: Final = re.compile(r"\s*(?:,|;|/|\||•|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bwith\b)\s*")
_ROLE: Final = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|news|press|service|bureau|desk|media|times|post|journal|agency|agencies|"
    r"associated|reuters|afp|team|special|contributor|online|daily|published|updated|posted|photos?|columnist|political|senior|chief)\b",
    re.IGNORECASE,
)
#: Only Reuters signs in this form: "(Reporting by Jane Doe; Editing by John Roe)".
_SIGN_OFF: Final = re.compile(
    r"\b(?:Additional r|R)eporting by [^;()]{3,200}; ?"
    r"(?:(?:[Ww]riting|[Aa]dditional reporting|[Cc]ompiled) by [^;()]{3,120}; ?)*"
    r"[Ee]diting by [^;()]{3,120}"
)
#: How a line begins that says where parts of the text come from.
_CREDIT_LEAD: Final = re.compile(
    r"\W{0,2}(?:with (?:additional )?(?:files|inputs?|reporting|materials?|information) (?:from|by)\b|"
    r"(?:quellen?|sources?|fuentes?|fonte|kilder?|källa|bron)\s*:|mit (?:material|informationen) (?:von|der)\b)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*(?:/|,|and|&|\+)\s*(?:[Tt]he )?")
_LONGEST_BYLINE: Final = 170


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands right before and right after an agency's name where it is a credit; None for anything."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    weak: bool = False


def _setting(before: str | None, after: str | None, *, weak: bool = False) -> _Setting:
    return _Setting(re.compile(f"(?:{before})$") if before else None, re.compile(after) if after else None, weak)


_ROLES: Final = "[Ww]riters?|[Rr]eporters?|[Ss]taff|[Nn]ews|[Cc]orrespondents?|[Pp]ress|[Ee]nvironment|[Pp]olitical"
_SETTINGS: Final = (
    _setting(
        r"[(\[](?:with (?:inputs? from |reporting from |files from )?|source:? |via |from )?",
        r"(?:/[\w .]{2,30})?[)\]]\W{0,3}$",
    ),
    _setting(r"(?:^|[\s.!?”\"'])[-–—/]\s?", r"\W{0,2}$"),
    _setting(
        r"(?:©|\(c\)|[Cc]opyright)(?:\s*(?:©|\(c\)))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(?:[Tt]he )?", None
    ),
    _setting(None, rf"(?: (?:{_ROLES})\b[^.]{{0,160}})? (?:also )?contributed (?:to|from|in|material)"),
    _setting(
        r"(?:[Ww]ith|[Aa]dditional|[Mm]ore|[Ss]ome) (?:inputs?|reporting|files|material|information|agency inputs?)\b"
        r"[^.]{0,40} (?:from|by) (?:[Tt]he )?",
        None,
    ),
    _setting(
        r"(?:[Ww]ith|[Aa]dditional) (?:inputs?|reporting|files|material|information|agency inputs?) (?:from|by)"
        r" (?:[Tt]he )?",
        None,
    ),
    _setting(r"\b[Cc]ontributing\b[^.]{0,120}", None),
    _setting(
        r"(?:[Mm]aterial|[Ii]nformation|[Rr]eporting|[Ff]iles|[Cc]ontent) from (?:[Tt]he )?",
        r" (?:was|is|were) (?:used|included)",
    ),
    _setting(r"(?:first|originally) (?:appeared|published) (?:on|in|at|by) (?:[Tt]he )?", None),
    _setting(r"\b(?:[Ss]ource|[Qq]uelle|[Ff]onte|[Ff]uente)s?\s*:\s*(?:[Tt]he )?", r"\W{0,3}$"),
    _setting(r"\b(?:told|tells) ", r"(?=[\s.,;:\"”’]|$)(?! (?:news|in a (?:telephone|phone|separate)))", weak=True),
)
_BEFORE: Final = 180
_AFTER: Final = 220


def find_credits(text: str, start: int, end: int) -> Iterator[Credit]:
    """The agencies that the paragraph `[start, end)` credits, with the words that do so."""
    for match in _SIGN_OFF.finditer(text, start, end):
        yield Credit(match.start(), match.end(), "Reuters")
    for first, last in _find_runs(text, start, end):
        before, after = text[max(start, first - _BEFORE) : first], text[last : min(end, last + _AFTER)]
        for setting in _SETTINGS:
            if setting.before is not None and setting.before.search(before) is None:
                continue
            if setting.after is not None and setting.after.match(after) is None:
                continue
            yield from read_names(text, first, last, weak=setting.weak)


def _find_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Agencies' names, those that stand in one list ("AP and Reuters") together."""
    if not may_name_agency(text, start, end):
        return
    first = last = -1
    for match in _agency().finditer(text, start, end):
        if first >= 0 and _BETWEEN.fullmatch(text, last, match.start()):
            last = match.end()
            continue
        if first >= 0:
            yield first, last
        first, last = match.span()
    if first >= 0:
        yield first, last


def find_relayed(text: str) -> frozenset[str]:
    """The agencies that the text speaks of as others do ("Reuters reported", "according to the AFP news agency")."""
    name = agency_pattern()
    pattern = re.compile(
        rf"(?:(?P<a>{name}) (?:report(?:s|ed)|news agency|quoted|cited|said|says)|"
        rf"(?:[Aa]ccording to|[Rr]eported by|[Cc]iting|[Vv]ia|[Qq]uoted by|interview with|statement to)"
        rf" (?:the )?(?P<b>{name}))"
    )
    found = {find_agency(match.group("a") or match.group("b")) for match in pattern.finditer(text)}
    return frozenset(agency for agency in found if agency is not None)


def read_names(text: str, start: int, end: int, *, weak: bool = False) -> Iterator[Credit]:
    """The agencies named in `[start, end)`, which holds names only ("ANSA/AFP", "AP and Reuters")."""
    for match in _agency().finditer(text, start, end):
        agency = find_agency(match.group())
        if agency is not None:
            yield Credit(match.start(), match.end(), agency, weak)


@lru_cache(maxsize=1)
def _agency() -> re.Pattern[str]:
    return re.compile(agency_pattern())


def is_credit_line(text: str) -> bool:
    """Whether a short line holds nothing but agencies' names and such words as "by", "with", "staff", "and"."""
    if len(text) <= 160 and _CREDIT_LEAD.match(text) and _agency().search(text):
        return True
    if len(text) > 80:
        return False
    rest, count = _agency().subn(" ", text)
    rest = re.sub(
        r"\b(?:by|with|from|and|staff|the|source|via|in|agencies|agency)\b|[\W\d_]", "", rest, flags=re.IGNORECASE
    )
    return count > 0 and not rest


def is_byline(text: str) -> bool:
    """Whether the line says who wrote the text: "By Jane Doe and John Roe, Staff Writers"."""
    if len(text) > _LONGEST_BYLINE:
        return False
    match = _BYLINE.match(text)
    if match is None or (text.rstrip().endswith((".", "?", "!")) and len(text) > 60):
        return False
    first = match.group("names").split()[0]
    return first[:1].isupper() or _agency().match(match.group("names")) is not None


def find_authors(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The persons that the byline `[start, end)` names, each with where it stands."""
    match = _BYLINE.match(text[start:end])
    if match is None:
        return []
    found = []
    position = start + match.start("names")
    for part, part_start, part_end in _split(text, position, end):
        name = _AUTHORS.match(part)
        if name is None or _ROLE.search(part) or find_agency(part):
            continue
        found.append((" ".join(name.group().split()), part_start + name.start(), part_start + name.end()))
        if part_end - part_start > name.end() + 40:
            break
    return found


def _split(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The stretches between separators."""
    position = start
    for match in _SEPARATOR.finditer(text, start, end):
        if match.start() > position:
            yield text[position : match.start()], position, match.start()
        position = match.end()
    if position < end:
        yield text[position:end], position, end
