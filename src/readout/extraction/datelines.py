"""Datelines: "KELM, May 3, 2031 (LNS/AFP) - ", "NORBRIDGE: ", "Kelm:" on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from readout.language.names import names
from readout.language.wordsets import word_sets
from readout.text.fold import fold

_LETTER: Final = r"[^\W\d_]"
_UPPER: Final = r"[A-ZÀ-ÖØ-ÞŁŚŻŽŠČĆĐİ]"
_CAPITALS: Final = rf"{_UPPER}[A-ZÀ-ÖØ-ÞŁŚŻŽŠČĆĐİ.'’]+(?:[ \u00a0-]+{_UPPER}[A-ZÀ-ÖØ-ÞŁŚŻŽŠČĆĐİ.'’]*){{0,4}}"
_TITLED: Final = rf"{_UPPER}{_LETTER}+(?:[ \u00a0'’-](?:{_UPPER}{_LETTER}*\.?|de|del|la|le|el|al|upon|sur|am)){{0,4}}"
_REGION: Final = (
    rf"(?:,\s+(?:{_UPPER}{_LETTER}*\.?(?:[ \u00a0]{_UPPER}{_LETTER}*\.?){{0,2}}|{_UPPER}\.(?:{_UPPER}\.)+))?"
)
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE: Final = (
    rf"(?:,?\s+(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?|,?\s+{_WEEKDAY})?"
)
_CREDIT: Final = r"(?:\s*[(\[](?P<credit>[^()\[\]\n]{2,60})[)\]])?"
_DASH: Final = r"\s*(?:--|[—–]|[-_](?=\s))\s*"
_FULL: Final = re.compile(
    rf"(?P<place>{_CAPITALS}|{_TITLED}(?=\s*[(\[,—–]|\s+-))(?:\s*/\s*(?:{_CAPITALS}|{_TITLED}))?{_REGION}{_DATE}{_CREDIT}{_DASH}"
)
_CREDIT_ONLY: Final = re.compile(rf"[(\[](?P<credit>[^()\[\]\n]{{2,60}})[)\]]{_DASH}")
_COLON: Final = re.compile(rf"(?P<place>{_CAPITALS}{_REGION}){_DATE}{_CREDIT}:(?=\s|$)")
_ALONE: Final = re.compile(rf"(?P<place>{_CAPITALS}|{_TITLED}){_REGION}{_DATE}{_CREDIT}\s*(?::|—|–|--|-)$")
_LONGEST: Final = 140
#: Capitals before a colon or dash that are no place.
_NOT_PLACES: Final = word_sets("paragraphs")["not_places"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at `[start, end)`, what it names, and where the running text goes on."""

    start: int
    end: int
    place: str
    credit: tuple[int, int] | None  #: where the words in brackets stand
    resumes: int


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph `[start, end)` begins with, or None."""
    stop = min(end, start + _LONGEST)
    match = (
        (_ALONE.match(text, start, end) if end - start <= 80 else None)
        or _COLON.match(text, start, stop)
        or _FULL.match(text, start, stop)
        or _CREDIT_ONLY.match(text, start, stop)
    )
    if match is None:
        return None
    place = match.groupdict().get("place") or ""
    if not _plausible(place, match, text, end):
        return None
    credit = match.span("credit") if match.group("credit") else None
    last = match.end()
    while text[last - 1].isspace():
        last -= 1
    return Dateline(start, last, place, credit, match.end())


def _plausible(place: str, match: re.Match[str], text: str, end: int) -> bool:
    """Whether this is a place and not a label ("UPDATE:"), a speaker ("JOHN SMITH:") or a clause before a dash."""
    words = place.replace("\u00a0", " ").split()
    if any(word.strip(".'’").upper() in _NOT_PLACES for word in words):
        return False
    following = text[match.end() : match.end() + 1].strip()
    if match.end() < end and following and not (following.isupper() or following.isdigit() or following in "\"'“‘«(["):
        return False
    if place and not place.isupper() and match.group("credit") is None and not re.search(r"\d", match.group(0)):
        # "Paris:" on a line of its own, "Paris, France - ": only a name that is known as a place's
        alone = match.end() == end or "," in match.group(0)
        return alone and _is_known_place(place)
    return len(place) != 1 and len(words) <= 4


def _is_known_place(place: str) -> bool:
    known = names()
    folded = fold(place.replace("\u00a0", " "))
    return folded in known.cities or folded in known.countries or folded in known.states or folded in known.regions
