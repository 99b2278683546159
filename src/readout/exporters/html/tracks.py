"""The values of a point on one scale: why "at least 144" and "more than 140" are compatible, and 12 and 15 are not."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.ranges import NumberRange

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readout.types import Account

WIDTH = 220
_EDGE = 26  # room at both sides, into which open ends run
_LOGARITHMIC = 25  # from this ratio between the largest and the smallest value on


@dataclass(frozen=True, slots=True)
class Track:
    """A value as a stretch of the scale. An open end runs off with an arrow; an excluded bound is a hollow dot."""

    x: float
    width: float
    arrow: str  #: "left", "right" or ""
    hollow: bool
    exact: bool


def lay_tracks(accounts: Sequence[Account]) -> list[Track | None]:
    """One track for each account with a number; none at all unless there are two bounds to compare.

    The accounts of one point answer one question, so their values are of one kind ("men", "people", "bodies").
    """
    values = [account.value if isinstance(account.value, NumberRange) else None for account in accounts]
    bounds = sorted({bound for value in values if value for bound in (value.low, value.high) if bound is not None})
    if len(bounds) < 2 or bounds[0] < 0 or not all(map(math.isfinite, bounds)):
        return [None] * len(accounts)
    low, high = bounds[0], bounds[-1]
    squeeze = math.log if low > 0 and high / low > _LOGARITHMIC else float

    def place(bound: float) -> float:
        share = (squeeze(bound) - squeeze(low)) / (squeeze(high) - squeeze(low))
        return round(_EDGE + share * (WIDTH - 2 * _EDGE), 1)

    return [_track(value, place) if value else None for value in values]


def _track(value: NumberRange, place: Callable[[float], float]) -> Track | None:
    low, high = value.low, value.high
    if low is None and high is None:
        return None
    left = place(low) if low is not None else 4.0
    right = place(high) if high is not None else WIDTH - 4.0
    arrow = "left" if low is None else "right" if high is None else ""
    hollow = (low is not None and not value.low_inclusive) or (high is not None and not value.high_inclusive)
    return Track(left, round(right - left, 1), arrow, hollow, low == high)
