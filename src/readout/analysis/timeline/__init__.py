"""What happened when, over all articles of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Event, StoryMaterial


def order_events(material: StoryMaterial) -> tuple[Event, ...]:
    """The events of a story in order of time."""
    return ()
