"""Which events a reader needs first: what several reports tell, what is told early and dated to the day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.ranges import fineness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Event, StoryMaterial

_A_DAY = 20  #: events of one day that are kept where only one report tells each of them
_FIRST_OF_A_DAY = 5  #: of these, how many stand before "more"
_FIRST = 4  #: events before "more" in any story,
_FIRST_EACH = 4  #: and for each of its reports,
_FIRST_AT_MOST = 30  #: but no more than these
_LEAD = 3000  #: characters within which a report tells what matters most
_DAY = fineness("day")
_MONTH = fineness("month")


def choose(events: Sequence[Event], material: StoryMaterial) -> list[Event]:
    """The events without those that crowd their day; what a reader can do without at first is marked as minor.

    What several reports tell always stays, and stands before "more" while there is room.
    """
    ranked = sorted(events, key=lambda event: (-_merit(event, material), event.id))
    days: dict[tuple[str | None, str | None], int] = {}
    room = min(_FIRST_AT_MOST, _FIRST + _FIRST_EACH * len(material.annotations))
    chosen: list[Event] = []
    for event in ranked:
        first, last = event.range.first, event.range.last
        day = (first and first[:10], last and last[:10])
        place = days[day] = days.get(day, 0) + 1
        several = _reports(event) > 1
        if place > _A_DAY and not several:
            continue
        minor = room <= 0 or (place > _FIRST_OF_A_DAY and not several)
        room -= not minor
        chosen.append(replace(event, minor=minor))
    return chosen


def _reports(event: Event) -> int:
    return len({span.article for span in event.evidence})


def _merit(event: Event, material: StoryMaterial) -> float:
    """How much an event matters: who tells it, how finely it is dated, how early it is told, and how it reads."""
    early = min(_place(span.article, span.start, material) for span in event.evidence)
    grain = fineness(event.range.granularity)
    merit = 1.5 * (len(event.origins) - 1) + 1.5 * (_reports(event) - 1) + max(0.0, 1.0 - early / _LEAD)
    if grain <= _DAY:
        merit += 1.5 if event.background else 1.0
    elif grain <= _MONTH and event.range.granularity != "week":
        merit += 0.7
    elif event.background or event.range.granularity == "week":
        merit -= 0.5
    return merit + (0.3 if event.planned else 0.0) + (0.2 if event.text[:1].isupper() else 0.0)


def _place(article: str, start: int, material: StoryMaterial) -> int:
    """How many characters of the article's own text stand before a place."""
    blocks = material.article(article).blocks
    return start - (blocks[0].start if blocks else 0)
