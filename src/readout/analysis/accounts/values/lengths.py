"""What a length of time tells of a day: "missing for a decade", "10 days ago", "in the five years since"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from readout.ranges import DateRange

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.lines import Line
    from readout.types import TimeExpression

_LENGTH = re.compile(r"P(\d+)(DE|Y|M|W|D)")
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25, "DE": 3652.5}
_GRANULARITY = {"D": "day", "W": "week", "M": "month", "Y": "year", "DE": "year"}
_LASTING = re.compile(r"\bfor\s+$")
_PERFECT = re.compile(r"\b(?:has|have|had|been|missing|gone|\w+['’]ve)\b")
_SINCE = re.compile(r"\s+since\b")
_AGO = re.compile(r"\b(?:ago|back)$")
_SHORT, _LONG = 0.85, 1.15  #: parts of a length that it can be off by
_MORE, _LESS = ("MORE_THAN", "EQUAL_OR_MORE"), ("LESS_THAN", "EQUAL_OR_LESS")
_SUNDAY = 7
_SHORTEST = 7  #: days below which a length is told exactly


def dated(line: Line, time: TimeExpression, written: date | None) -> DateRange | None:
    """The days that a time can mean: as it says, wider where it is round, or when what has lasted so long began."""
    if time.type == "DURATION":
        return _begun(line, time, written)
    if time.range is None or time.range.low is None or time.range.high is None or time.type not in ("DATE", "TIME"):
        return None
    shown = line.text[time.span.start - line.start : time.span.end - line.start].lower()
    if _AGO.search(line.text[: time.span.start - line.start].rstrip()):
        return None  # "three years ago this month" is not this month
    if written is not None and written.isoweekday() == _SUNDAY and shown.endswith("last week") and time.modifier == "":
        low = date.fromisoformat(time.range.low[:10])
        return _range(low.toordinal(), written.toordinal() - 1, "week")  # a week may begin on Monday or on Sunday
    if _AGO.search(shown) and written is not None:
        return _around(time, written) or time.range
    return time.range


def _range(low: int, high: int, granularity: str) -> DateRange | None:
    """Days by their numbers as a range; None before the calendar begins."""
    if low < 1:
        return None
    days = (date.fromordinal(day).isoformat() for day in (low, high))
    return DateRange(low=next(days), high=next(days), granularity=granularity)


def _around(time: TimeExpression, written: date) -> DateRange | None:
    """The days around a round number of days, weeks or years ago; None where the time says what it says."""
    if time.range is None or time.range.first is None or time.range.last is None:
        return None
    first, last = (date.fromisoformat(bound[:10]).toordinal() for bound in (time.range.first, time.range.last))
    ago = written.toordinal() - (first + last) // 2
    if ago < _SHORTEST:
        return None
    slack = round(ago * (_LONG - 1))
    earlier = slack * (0 if time.modifier in _LESS else 2 if time.modifier in _MORE else 1)
    later = slack * (0 if time.modifier in _MORE else 1)
    if time.range.granularity == "year":
        first, last = _of_years(time.range, earlier, later)
    else:
        first, last = first - earlier, last + later
    return _range(first, min(last, written.toordinal()), time.range.granularity)


def _of_years(years: DateRange, earlier: int, later: int) -> tuple[int, int]:
    """The first day and the last of years so many days longer, in whole years."""
    low, high = int((years.low or "")[:4]), int((years.high or "")[:4])
    low, high = max(1, low - earlier // 365), high + later // 365
    return date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal()


def _begun(line: Line, time: TimeExpression, written: date | None) -> DateRange | None:
    """When what has lasted for a length of time began, counted from the day of writing."""
    found = _LENGTH.fullmatch(time.value)
    if found is None or written is None:
        return None
    ahead = line.text[: time.span.start - line.start]
    lasting = _LASTING.search(ahead) and _PERFECT.search(ahead)
    if not (lasting or _SINCE.match(line.text, time.span.end - line.start)):
        return None
    length = int(found[1]) * _DAYS[found[2]]
    if length < _SHORTEST:
        return None
    longest = length * (1.0 if time.modifier in _LESS else 2 * _LONG - 1 if time.modifier in _MORE else _LONG)
    shortest = length * (1.0 if time.modifier in _MORE else _SHORT)
    low, high = (written.toordinal() - round(days) for days in (longest, shortest))
    return _range(low, high, _GRANULARITY[found[2]])
