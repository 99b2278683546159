"""On what day an article came out, as far as it is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Article


def same_day(a: Article, b: Article, apart: int = 0) -> bool:
    """Whether the two may be of one day, or so many days `apart`; what is not known is not in conflict."""
    days = [_day(article) for article in (a, b)]
    if days[0] is None or days[1] is None:
        return True
    return abs((days[0] - days[1]).days) <= apart


def _day(article: Article) -> date | None:
    if article.published is None:
        return None
    try:
        return date.fromisoformat(article.published.value[:10])
    except ValueError:
        return None
