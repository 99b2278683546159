"""Sentences and, where something calls for it, their parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Article, Sentence


def parse_article(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the readable blocks; those with a cue or a quotation carry tokens with tags and heads."""
    return ()


def load_pipeline(name: str | None = None) -> None:
    """Load the shipped pipeline, or the installed spaCy pipeline of that name. Raises UsageError if it is missing."""
