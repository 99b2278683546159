"""A story laid out for comparison, with who holds what is said in it: what every part of this chapter asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readout.analysis.accounts.setting.holders import Voices
from readout.analysis.accounts.setting.layout import Layout
from readout.analysis.accounts.setting.lines import Line, clause_around, read_lines

if TYPE_CHECKING:
    from readout.spans import Span
    from readout.types import Statement, StoryMaterial

__all__ = ["Line", "Scene", "clause_around", "set_scene"]


@dataclass(frozen=True)
class Scene(Layout):
    """All lines of a story, and who holds what they say."""

    @cached_property
    def _voices(self) -> Voices:
        return Voices(self)

    def holders_of(self, span: Span) -> tuple[str, ...]:
        """Who holds what the span says: the innermost speaker, or else the outlet's own voice."""
        return self._voices.holders_of(span)

    def holders_within(self, span: Span) -> tuple[str, ...]:
        """As `holders_of`, with who speaks in a part of what an outlet tells."""
        return self._voices.holders_within(span)

    def tellers_of(self, span: Span, after: int = -1) -> tuple[str, ...]:
        """As `holders_of`, but what an outlet tells in its own words, far into someone's statement, is held by both."""
        return self._voices.tellers_of(span, after)

    def speaker_of(self, statement: Statement) -> str:
        """Who makes a statement, as a holder: a name, or the words for an unnamed person or body; "" for neither."""
        return self._voices.speaker_of(statement)

    def speakers_of(self, statement: Statement) -> tuple[str, ...]:
        """All who make a statement together, as holders; () for the outlet's own voice."""
        return self._voices.speakers_of(statement)

    def passes_on(self, statement: Statement) -> bool:
        """Whether a newspaper, a broadcaster or an agency tells in a statement what others say."""
        return self._voices.passes_on(statement)

    def voice_of(self, article: str) -> tuple[str, ...]:
        """An article's own voice: `outlet:` with its outlet, and with the agencies it credits."""
        return self._voices.voice_of(article)


def set_scene(material: StoryMaterial) -> Scene:
    """The scene of a story; articles in order of their ids, so that the order of input does not matter."""
    ordered = sorted(material.annotations, key=lambda annotation: annotation.article.id)
    return Scene(material, tuple(line for annotation in ordered for line in read_lines(annotation)))
