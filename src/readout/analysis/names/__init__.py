"""Who and what is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Annotation, Article, Entity, Sentence


def find_entities(article: Article, sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """The persons, organisations and places of one article."""
    return ()


def unify_names(annotations: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """The annotations of one story with one canonical name per person and organisation, speakers included."""
    return tuple(annotations)
