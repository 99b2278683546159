"""Times named in a text: TIMEX3 type and value, and the interval they can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Article, TimeExpression


def find_times(article: Article) -> tuple[TimeExpression, ...]:
    """The time expressions of the readable blocks, anchored on the article, in order."""
    return ()
