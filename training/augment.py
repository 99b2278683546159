"""News made from the open treebanks by rule: headlines and reporting clauses, with their trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from treebank import Word


def headlines(trees: list[list[Word]], chance: random.Random) -> list[list[Word]]:
    return []


def reporting(trees: list[list[Word]], chance: random.Random) -> list[list[Word]]:
    return []
