"""One thing said once, followed through variants, cuts, indirect forms and translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import StoryMaterial, Utterance


def link_utterances(material: StoryMaterial) -> tuple[Utterance, ...]:
    """A partition of the statements of a story into utterances."""
    return ()
