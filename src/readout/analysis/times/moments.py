"""A point or stretch on the calendar at some fineness, with its TIMEX3 value and the interval it covers."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from readout.ranges import DateRange

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_GRANULARITY = {
    "T": "minute", "DP": "part of day", "D": "day", "W": "week", "WE": "week", "M": "month", "S": "season",
    "Q": "quarter", "H": "half", "Y": "year", "DE": "decade", "CE": "century", "ML": "millennium",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month, week, day... `unit` is its fineness; `detail` a season, part of day or clock time.

    Years before Christ are negative (44 BC is -44) and have no interval, since ISO dates here begin with year 1.
    """

    unit: str
    year: int
    month: int = 1
    day: int = 1
    detail: str = ""
    zone: str = ""

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        year = f"{self.year:04d}" if self.year > 0 else f"BC{-self.year:04d}"
        if self.unit in ("W", "WE"):
            iso = self.start.isocalendar() if self.start else None
            return f"{iso.year:04d}-W{iso.week:02d}{'-WE' if self.unit == 'WE' else ''}" if iso else year
        if self.unit in ("DP", "T"):
            return f"{year}-{self.month:02d}-{self.day:02d}T{self.detail}{self.zone}"
        forms = {
            "D": f"{year}-{self.month:02d}-{self.day:02d}",
            "M": f"{year}-{self.month:02d}",
            "S": f"{year}-{self.detail}",
            "Q": f"{year}-Q{(self.month - 1) // 3 + 1}",
            "H": f"{year}-H{(self.month - 1) // 6 + 1}",
            "DE": year[:-1],
            "CE": year[:-2],
            "ML": year[:-3],
        }
        return forms.get(self.unit, year)

    @property
    def start(self) -> date | None:
        """Its first day, None before Christ or after 9999."""
        if not 1 <= self.year <= 9999:
            return None
        return date(self.year, self.month, self.day)

    def range(self, modifier: str = "") -> DateRange | None:
        """The interval it covers, narrowed by "early", "mid" or "late"; None where ISO has no date."""
        if self.start is None:
            return None
        low, high = self._bounds()
        if low is None or high is None:
            return None
        if modifier in ("START", "MID", "END") and self.unit in ("M", "Y", "S", "Q", "DE", "CE"):
            low, high = _third(low, high, modifier)
        detail = f"T{self.detail}" if self.unit == "T" and self.detail and self.detail < "24" else ""
        return DateRange(
            low=low.isoformat() + detail, high=high.isoformat() + detail, granularity=_GRANULARITY[self.unit]
        )

    def _bounds(self) -> tuple[date | None, date | None]:
        first = self.start
        if first is None:
            return None, None
        lengths = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
        if self.unit in lengths:
            return first, _last_day(first, lengths[self.unit])
        if self.unit == "S":
            from_month, to_month = _SEASONS[self.detail]
            if from_month <= to_month:
                return date(self.year, from_month, 1), _month_end(self.year, to_month)
            return date(max(self.year - 1, 1), from_month, 1), _month_end(min(self.year + 1, 9999), to_month)
        if self.unit in ("W", "WE"):
            monday = first - timedelta(days=first.weekday())
            return (monday if self.unit == "W" else add_days(monday, 5)), add_days(monday, 6)
        return first, first

    def at(self, unit: str) -> Moment:
        """The moment of a coarser unit that it lies in."""
        if unit in ("D", "DP", "T"):
            return replace(self, unit="D", detail="", zone="")
        month = {"M": self.month, "Q": (self.month - 1) // 3 * 3 + 1, "H": (self.month - 1) // 6 * 6 + 1}.get(unit, 1)
        if unit in ("W", "WE"):
            first = self.start
            if first is None:
                return Moment(unit, self.year)
            monday = first - timedelta(days=min(first.weekday(), first.toordinal() - 1))
            return Moment(unit, monday.year, monday.month, monday.day)
        widths = {"DE": 10, "CE": 100, "ML": 1000}
        if unit in widths:
            return Moment(unit, max(self.year // widths[unit] * widths[unit], 1))
        return Moment(unit, self.year, month)

    def shift(self, unit: str, count: int) -> Moment | None:
        """The moment of fineness `unit`, `count` of them away; None where the calendar ends."""
        base = self.at(unit)
        if unit in ("D", "W", "WE"):
            first = base.start
            if first is None:
                return None
            days = count * (1 if unit == "D" else 7)
            if not 1 <= first.toordinal() + days <= date.max.toordinal():
                return None
            moved = first + timedelta(days=days)
            return Moment(unit, moved.year, moved.month, moved.day)
        months = {"M": 1, "Q": 3, "H": 6}.get(unit)
        if months is not None:
            total = base.year * 12 + base.month - 1 + count * months
            year, month = divmod(total, 12)
            return Moment(unit, year, month + 1) if 1 <= year <= 9999 else None
        year = base.year + count * {"DE": 10, "CE": 100, "ML": 1000}.get(unit, 1)
        return Moment(unit, year) if -9999 <= year <= 9999 and year else None


def of_date(day: date) -> Moment:
    """A day as a moment."""
    return Moment("D", day.year, day.month, day.day)


def make_day(year: int, month: int, day: int) -> Moment | None:
    """A day that exists, or None: 30 February is no day."""
    if not 1 <= month <= 12 or day < 1:
        return None
    limit = calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else 31
    return Moment("D", year, month, day) if day <= limit else None


def add_days(day: date, count: int) -> date:
    """`day` moved by `count` days, held inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() + count, 1), date.max.toordinal()))


def same_day(day: date, unit: str, count: int) -> date:
    """The day `count` days, weeks, months, quarters or years away; the last of the month where it has no such day."""
    if unit in ("D", "W"):
        return add_days(day, count * (1 if unit == "D" else 7))
    months = day.year * 12 + day.month - 1 + count * {"M": 1, "Q": 3}.get(unit, 12)
    year, month = divmod(min(max(months, 12), 9999 * 12 + 11), 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _last_day(first: date, months: int) -> date:
    total = first.year * 12 + first.month - 1 + months - 1
    year, month = divmod(total, 12)
    return _month_end(year, month + 1) if year <= 9999 else date.max


def _third(low: date, high: date, modifier: str) -> tuple[date, date]:
    """The first, middle or last third of whole months where the stretch has enough of them, or else of days."""
    months = (high.year - low.year) * 12 + high.month - low.month + 1
    if months >= 3:
        cut = months // 3
        starts = {"START": 0, "MID": cut, "END": months - cut}
        begin = low.year * 12 + low.month - 1 + starts[modifier]
        first = date(begin // 12, begin % 12 + 1, 1)
        return first, min(_last_day(first, cut if modifier != "MID" else months - 2 * cut), high)
    length = (high - low).days + 1
    cut = -(-length // 3)
    starts = {"START": 0, "MID": cut, "END": length - cut}
    first = low + timedelta(days=starts[modifier])
    return first, min(first + timedelta(days=cut - 1), high)
