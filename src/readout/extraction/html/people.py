"""Names of authors as pages give them, made into one name each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from readout.extraction.html.content import squeeze
from readout.language.outlets import find_agency

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAD: Final = re.compile(
    r"^(?:(?:by|von|par|por|di|door|af|av|text|texte|текст|story|reported by|written by|redaktion|mit|from)\s*:?\s+)+",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(
    r"\s*(?:;|/|\||•|·|\s&\s|,?\s+and\s+|\s+und\s+|\s+et\s+|\s+y\s+|\s+e\s+|\s+og\s+|\s+och\s+|\s+en\s+|,\s+(?=\S+\s+\S))\s*"
)
_PARENTHESES: Final = re.compile(r"\s*\([^)]{0,40}\)")
_ADDRESS: Final = re.compile(r"https?://|www\.|\S+@\S+|\.(?:com|org|net|de|fr|co)\b", re.IGNORECASE)
_NO_NAME: Final = re.compile(
    r"^(?:admin|administrator|editor|editors|staff|redaktion|redaktion.*|nachrichten|news|newsroom|author|autor|unknown|guest|webmaster|by|von|par|por|di|\d.*)$",
    re.IGNORECASE,
)
#: What follows a name in a byline and is none: "Monday", "- 2018-09-16"; and "Auto Writer" behind an agency's name.
_DATE_END: Final = re.compile(
    r"\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|[-–|]\s*[\d./-]{6,10})$", re.IGNORECASE
)
_ROLE_END: Final = re.compile(r"\s+(?:\w+ ){0,2}(?:writer|reporter|correspondent)$", re.IGNORECASE)
_URL: Final = re.compile(r"https?://\S+")
_EDGES: Final = " ,;:|-–—"
_LONGEST: Final = 80


def clean_authors(names: Sequence[str], outlet: str) -> list[str]:
    """Each author once, in order: no addresses, no "By", no abbreviations in brackets, several in one string parted."""
    own = squeeze(outlet)
    found: dict[str, None] = {}
    for stated in names:
        for part in _part(stated):
            given = " ".join(_PARENTHESES.sub("", _LEAD.sub("", part.strip())).split()).strip(_EDGES)
            name = _DATE_END.sub("", given).strip(_EDGES)
            bare = _ROLE_END.sub("", name)
            if bare != name and find_agency(bare):
                continue  # "AP Auto Writer": whose the person before it is
            if not name or len(name) > _LONGEST or _ADDRESS.search(name) or _NO_NAME.match(name):
                continue
            if own and squeeze(name) == own and len(names) > 1:
                continue
            found.setdefault(name)
    return list(found)


def _part(stated: str) -> list[str]:
    """One string that names several, parted; a name with a comma in it ("Doe, Jane") stays whole."""
    cleaned = _LEAD.sub("", " ".join(_URL.sub(" ", stated).split()))
    if len(cleaned) > 300:
        return []
    if cleaned.count(",") == 1 and len(cleaned.split()) <= 3 and not re.search(r"\s(?:and|und|et|y)\s", cleaned):
        return [cleaned]
    parts: list[str] = []
    for part in _SPLIT.split(cleaned):
        name, _, tail = part.rpartition(", ")
        parts += [name, tail] if name and find_agency(tail) else [part]
    return parts


def name_agencies(names: Sequence[str]) -> list[str]:
    """The agencies among the authors stated: "Reuters", "Jane Doe, Associated Press", "AP Auto Writer"."""
    found: dict[str, None] = {}
    for stated in names:
        for part in (part for piece in _SPLIT.split(stated[:300]) for part in piece.split(",")):
            agency = find_agency(part) or find_agency(_ROLE_END.sub("", part.strip()))
            if agency is not None:
                found.setdefault(agency)
    return list(found)


def is_outlet(name: str, outlet: str) -> bool:
    """Whether an author's name is only the outlet's."""
    own, theirs = squeeze(name), squeeze(outlet)
    return bool(own and theirs) and (own in theirs or theirs in own)
