"""Which events a reader needs: of a crowded day the best supported and first told, of a vague year only what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Event, StoryMaterial

_A_DAY = 12  #: events of one day that are kept where only one report tells each of them
_LEAD = 1500  #: characters within which a report tells what matters most


def choose(events: Sequence[Event], material: StoryMaterial) -> list[Event]:
    """The events without those that crowd their day: what several reports tell always stays."""
    days: dict[tuple[str | None, str | None], list[Event]] = {}
    for event in events:
        first, last = event.range.first, event.range.last
        days.setdefault((first and first[:10], last and last[:10]), []).append(event)
    chosen: list[Event] = []
    for crowd in days.values():
        ranked = sorted(crowd, key=lambda event: (-_merit(event, material), event.id))
        chosen += [event for place, event in enumerate(ranked) if place < _A_DAY or _reports(event) > 1]
    return chosen


def _reports(event: Event) -> int:
    return len({span.article for span in event.evidence})


def _merit(event: Event, material: StoryMaterial) -> float:
    """How much an event matters: who tells it, how early, and whether it reads as a sentence."""
    early = min(_place(span.article, span.start, material) for span in event.evidence)
    sentence = 0.5 if event.text[:1].isupper() else 0.0
    return 2.0 * len(event.origins) + _reports(event) + sentence + max(0.0, 1.0 - early / _LEAD)


def _place(article: str, start: int, material: StoryMaterial) -> int:
    """How many characters of the article's own text stand before a place."""
    blocks = material.article(article).blocks
    return start - (blocks[0].start if blocks else 0)
