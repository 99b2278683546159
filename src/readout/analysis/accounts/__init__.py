"""Where the reports of a story agree, differ, deny and stay silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Point, StoryMaterial


def compare_accounts(material: StoryMaterial) -> tuple[Point, ...]:
    """The points of a story, those a reader should see first in front."""
    return ()
