"""Which articles are about one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article, Copy, Story


def group_stories(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Story, ...]:
    """A partition of the articles into stories."""
    return ()
