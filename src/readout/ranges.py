"""Ranges of numbers and of dates: "at least 144" agrees with "more than 140", 2022 with October 2022."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRange:
    """All numbers from `low` to `high`; None is an open end. The bounds belong to it only where inclusive."""

    low: float | None
    high: float | None
    low_inclusive: bool = True
    high_inclusive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """All days (or minutes) from `low` to `high`, both included, as ISO 8601; None is an open end.

    `granularity` is the fineness the words had: minute, hour, day, week, month, season, quarter, year, decade, century.
    """

    low: str | None
    high: str | None
    granularity: str
