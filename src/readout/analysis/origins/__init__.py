"""How many independent origins of reporting there are, at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article, Copy, Origin


def trace_origins(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """A partition of the articles of one story into origins, with the reasons."""
    return ()
