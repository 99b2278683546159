"""Ranges of numbers and of dates: "at least 144" agrees with "more than 140", 2022 with October 2022.

The relations are those of sets (Allen 1983 without order): two values conflict only where nothing can be both.
"""

from __future__ import annotations

import calendar
import math
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

#: From fine to coarse; a range's granularity is one of these.
GRANULARITIES = (
    *("second", "minute", "hour", "part of day", "day", "week", "month", "season", "quarter", "half", "year"),
    *("decade", "century", "millennium"),
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d))?(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRange:
    """All numbers from `low` to `high`, of which None is an open end: "at least 144" has `low` 144 and `high` None.

    A bound belongs to the range only where it is inclusive. Raises ValueError if no number can lie in it.
    """

    low: float | None
    high: float | None
    low_inclusive: bool = True
    high_inclusive: bool = True

    def __post_init__(self) -> None:
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        if any(math.isnan(bound) for bound in bounds):
            raise ValueError("a bound is not a number")
        if len(bounds) == 2 and (bounds[0] > bounds[1] or (bounds[0] == bounds[1] and not self._closed)):
            raise ValueError(f"no number lies from {self.low} to {self.high}")

    @property
    def _closed(self) -> bool:
        return self.low_inclusive and self.high_inclusive

    @property
    def exact(self) -> float | None:
        """The one number it can be, or None."""
        return self.low if self.low is not None and self.low == self.high else None

    def equals(self, other: NumberRange) -> bool:
        """Whether both hold the same numbers (an open end has no inclusiveness)."""
        return self._low_key() == other._low_key() and self._high_key() == other._high_key()

    def contains(self, other: NumberRange) -> bool:
        """Whether all that `other` can be, this can be too."""
        return self._low_key() <= other._low_key() and other._high_key() <= self._high_key()

    def intersection(self, other: NumberRange) -> NumberRange | None:
        """What both can be, or None where that is nothing."""
        low = max(self, other, key=NumberRange._low_key)
        high = min(self, other, key=NumberRange._high_key)
        if low.low is not None and high.high is not None:
            touching = low.low == high.high and not (low.low_inclusive and high.high_inclusive)
            if low.low > high.high or touching:
                return None
        return NumberRange(
            low=low.low, high=high.high, low_inclusive=low.low_inclusive, high_inclusive=high.high_inclusive
        )

    def compatible(self, other: NumberRange) -> bool:
        """Whether some number can be both: values that differ but can be true together."""
        low, high = max(self._low_key(), other._low_key()), min(self._high_key(), other._high_key())
        return low[0] < high[0] or (low[0] == high[0] and low[1] == high[1] == 0)

    def conflicts(self, other: NumberRange) -> bool:
        """Whether no number can be both."""
        return not self.compatible(other)

    def _low_key(self) -> tuple[float, int]:
        if self.low is None:
            return (-math.inf, 0)
        return (self.low, 0 if self.low_inclusive else 1)

    def _high_key(self) -> tuple[float, int]:
        if self.high is None:
            return (math.inf, 0)
        return (self.high, 0 if self.high_inclusive else -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """All days (or minutes) from `low` to `high`, both included, as ISO 8601; None is an open end.

    `granularity` is the fineness the words had, one of GRANULARITIES. Bounds may be as coarse as a year (`2022` as
    low is its first minute, as high its last); a zone is kept for the reader and left out of comparisons.
    Raises ValueError for a bound that is no date, or where `low` lies after `high`.
    """

    low: str | None
    high: str | None
    granularity: str
    _keys: tuple[str, str] = field(init=False, repr=False, compare=False)  #: the first and last minute, to compare

    def __post_init__(self) -> None:
        first, last = self.first, self.last
        if first is not None and last is not None and first > last:
            raise ValueError(f"{self.low} lies after {self.high}")
        object.__setattr__(self, "_keys", (first or "", last or "~"))

    @property
    def first(self) -> str | None:
        """The first minute, `YYYY-MM-DDTHH:MM`; None where the start is open."""
        return None if self.low is None else _edge(self.low, last=False)

    @property
    def last(self) -> str | None:
        """The last minute, `YYYY-MM-DDTHH:MM`; None where the end is open."""
        return None if self.high is None else _edge(self.high, last=True)

    @property
    def days(self) -> int | None:
        """How many days it touches; None where an end is open."""
        first, last = self.first, self.last
        if first is None or last is None:
            return None
        return date.fromisoformat(last[:10]).toordinal() - date.fromisoformat(first[:10]).toordinal() + 1

    def equals(self, other: DateRange) -> bool:
        """Whether both hold the same minutes."""
        return self._keys == other._keys

    def contains(self, other: DateRange) -> bool:
        """Whether all that `other` can be, this can be too."""
        return self._keys[0] <= other._keys[0] and other._keys[1] <= self._keys[1]

    def intersection(self, other: DateRange) -> DateRange | None:
        """What both can be, with the finer granularity of the two, or None where that is nothing."""
        first, last = max(self._keys[0], other._keys[0]), min(self._keys[1], other._keys[1])
        if first > last:
            return None
        lows = [one.low for one in (self, other) if one._keys[0] == first]
        highs = [one.high for one in (self, other) if one._keys[1] == last]
        return DateRange(low=lows[0], high=highs[0], granularity=min(self.granularity, other.granularity, key=fineness))

    def compatible(self, other: DateRange) -> bool:
        """Whether some minute can be both: 2022 and October 2022."""
        ours, theirs = self._keys, other._keys
        return max(ours[0], theirs[0]) <= min(ours[1], theirs[1])

    def conflicts(self, other: DateRange) -> bool:
        """Whether no minute can be both."""
        return not self.compatible(other)


def fineness(granularity: str) -> int:
    """The place of a granularity in GRANULARITIES, 0 the finest; an unknown one counts as the coarsest."""
    return GRANULARITIES.index(granularity) if granularity in GRANULARITIES else len(GRANULARITIES)


@lru_cache(maxsize=1 << 14)
def _edge(value: str, *, last: bool) -> str:
    """An ISO date of any precision as its first or last minute. Raises ValueError if it is no date."""
    found = _ISO.fullmatch(value)
    if found is None:
        raise ValueError(f"not an ISO date: {value!r}")
    year, month, day, hour, minute = found.groups()
    month = month or ("12" if last else "01")
    if day is None:
        day = f"{calendar.monthrange(int(year), int(month))[1]:02d}" if last else "01"
    hour = hour or ("23" if last else "00")
    minute = minute or ("59" if last else "00")
    datetime(int(year), int(month), int(day), int(hour), int(minute))
    return f"{year}-{month}-{day}T{hour}:{minute}"
