"""Who said what: content, cue, speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article, Entity, Sentence, Statement


def find_statements(
    article: Article, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> tuple[Statement, ...]:
    """The statements of one article, in order."""
    return ()
