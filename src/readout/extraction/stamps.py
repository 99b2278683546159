"""Publication stamps: dates and times as pages print them, read into ISO 8601 without adding precision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

_MONTH_NAMES: Final = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
)
_SHORT_NAMES: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS: Final = {
    **{name: number for names in _MONTH_NAMES for number, name in enumerate(names.split(), 1)},
    **{name: number for number, name in enumerate(_SHORT_NAMES.split(), 1)},
    "sept": 9,
}
_MONTH: Final = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_DAY_FIRST: Final = (
    rf"(?P<d1>[0-3]?\d)(?:st|nd|rd|th|\.)?(?:\s+(?:of|de)\b)?[\s-]+(?P<m1>{_MONTH})\b\.?,?"
    r"[\s-]+(?:de\s+)?(?P<y1>(?:19|20)\d\d)\b"
)
_MONTH_FIRST: Final = rf"\b(?P<m2>{_MONTH})\b\.?\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)\b"
_NUMERIC: Final = r"\b(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>[01]?\d)[-/.](?P<d3>[0-3]?\d)(?!\d)"
#: Points between the numbers put the day first wherever they are used.
_POINTED: Final = r"(?<![\d.])(?P<d4>[0-3]?\d)\.\s?(?P<m4>[01]?\d)\.\s?(?P<y4>(?:19|20)\d\d)(?!\d)"
_CLOCK: Final = (
    r"(?:\s*[,|•·T/–—-]*\s*(?:at\s+|@\s*|um\s+|à\s+|kl\.?\s+)?"
    r"(?P<h>[0-2]?\d)[:.h](?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?(?:\s*(?P<zone>Z\b|UTC\b|GMT\b(?!\s*[+-])|(?:GMT|UTC)?\s*[+-]\d\d:?\d\d\b))?)?"
)
_STAMP: Final = re.compile(rf"(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMERIC}|{_POINTED}){_CLOCK}", re.IGNORECASE)
_CLOCK_FIRST: Final = re.compile(
    r"\b(?P<h>[0-2]?\d)[:.](?P<min>[0-5]\d)\s*(?:(?P<half>[ap])\.?m\b\.?)?\s*"
    r"(?P<zone>Z\b|UTC\b|GMT\b)?[,|\s·-]*(?:on\s+)?(?:\w{3,9}day,?\s+)?$",
    re.IGNORECASE,
)
#: Shorter runs of digits than this cannot hold a date; saves a search.
_DIGITS: Final = re.compile(r"\d")
_ISO: Final = re.compile(
    r"(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}(?::\d{2})?|[+-]\d{2})?)?)?",
    re.ASCII,
)
_EPOCH: Final = re.compile(r"1\d{9}(?:\d{3})?")
_OLDEST: Final = 1800  #: earlier years are what programs write for "no date"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, perhaps with a time, as it stands in the text at `[start, end)`."""

    start: int
    end: int
    value: str  #: ISO 8601, as fine as the text gives it
    has_time: bool


def find_stamp(text: str, start: int = 0, end: int | None = None) -> Stamp | None:
    """The first full date (year, month, day) in `text[start:end]`, with its time of day if one follows or leads."""
    stop = len(text) if end is None else end
    if not _DIGITS.search(text, start, stop):
        return None
    for match in _STAMP.finditer(text, start, stop):
        stamp = _read(match, text, start)
        if stamp is not None:
            return stamp
    return None


def _read(match: re.Match[str], text: str, start: int) -> Stamp | None:
    """The match as a stamp, None if there is no such day."""
    group = match.groupdict()
    year = int(group["y1"] or group["y2"] or group["y3"] or group["y4"])
    day = int(group["d1"] or group["d2"] or group["d3"] or group["d4"])
    name = group["m1"] or group["m2"]
    month = _MONTHS[name.lower()] if name else int(group["m3"] or group["m4"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    first, clock = match.start(), group
    if clock["h"] is None:
        before = _CLOCK_FIRST.search(text, max(start, match.start() - 40), match.start())
        if before is not None:
            first, clock = before.start(), before.groupdict()
    time = _read_clock(clock)
    return Stamp(first, match.end(), value + time, bool(time))


def _read_clock(group: dict[str, str | None]) -> str:
    """`THH:MM[:SS][zone]`, or nothing if there is no time of day."""
    hour_text, minute = group.get("h"), group.get("min")
    if hour_text is None or minute is None:
        return ""
    hour = int(hour_text)
    half = (group.get("half") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return ""
    seconds = group.get("s")
    zone = (group.get("zone") or "").upper().replace(" ", "")
    for name in ("GMT", "UTC"):
        zone = zone.removeprefix(name) or ("+00:00" if zone == name else "")
    if zone == "Z":
        zone = "+00:00"
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{hour:02d}:{minute}" + (f":{seconds}" if seconds else "") + zone


def read_instant(value: str) -> str:
    """A date as machines write it, as ISO 8601: as fine as it is given, its zone kept. Empty if it is none."""
    cleaned = " ".join(value.split())[:80]
    match = _ISO.match(cleaned)
    if match is not None:
        return _iso(match)
    if _EPOCH.fullmatch(cleaned):
        seconds = int(cleaned[:10])
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    stamp = find_stamp(cleaned)
    return stamp.value if stamp is not None else ""


def _iso(match: re.Match[str]) -> str:
    """The groups of an ISO date put together again, checked."""
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        earliest = date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    if earliest.year < _OLDEST:
        return ""
    value = f"{year}-{month}" + (f"-{day}" if day else "")
    if hour is None or int(hour) > 23 or int(minute) > 59:
        return value
    value += f"T{int(hour):02d}:{minute}"
    if second:
        value += f":{second.replace(',', '.')}"
    if zone in ("Z", "UTC", "GMT"):
        return f"{value}+00:00"
    if zone:
        digits = zone.replace(":", "")[:5]
        return f"{value}{digits[:3]}:{digits[3:5] or '00'}"
    return value
