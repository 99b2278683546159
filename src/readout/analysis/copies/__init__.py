"""Who copied whom: candidates, alignment, decision, relation, direction, edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article, Copy


def find_copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """Every pair of articles that share reporting, in order of ids."""
    return ()
