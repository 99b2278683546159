"""Quantities named in a text, with their bounds and what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Amount, Article


def find_amounts(article: Article) -> tuple[Amount, ...]:
    """The amounts of the readable blocks, in order."""
    return ()
