"""When an article was published, as days; what is not known is missing and conflicts with nothing."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Article

SAME_DAYS = 1.0  #: apart by no more than this, two reports count as simultaneous
FADING_DAYS = 7.0  #: beyond that, what they share counts e times less for every such stretch
WINDOW_DAYS = 14.0  #: reports further apart than this are not compared one by one
_SECONDS_OF_DAY = 86_400


def day_of(article: Article) -> float | None:
    """Days since 1970 when the article was published (or updated); None if that is unknown or coarser than a day."""
    for cited in (article.published, article.updated):
        if cited is not None and (day := read_day(cited.value)) is not None:
            return day
    return None


def read_day(text: str) -> float | None:
    """An ISO 8601 date or time as days since 1970; None where it is no such date, or not one of a single day."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    if len(text.strip()) <= len("2024-04-04"):  # a bare date: the middle of that day
        return moment.timestamp() / _SECONDS_OF_DAY + 0.5
    return moment.timestamp() / _SECONDS_OF_DAY


def nearness(one: float | None, other: float | None) -> float:
    """How much of what two reports share counts, given their days: 1 for the same day or where one is unknown."""
    if one is None or other is None:
        return 1.0
    return math.exp(-max(0.0, abs(one - other) - SAME_DAYS) / FADING_DAYS)
