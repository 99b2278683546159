"""What happened when, over all articles of a story."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from readout.analysis.timeline.choice import choose
from readout.analysis.timeline.cluster import cluster
from readout.analysis.timeline.copied import aligned_pairs, inherited_mentions
from readout.analysis.timeline.mentions import dated_mentions
from readout.ranges import fineness
from readout.spans import identify
from readout.types import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.timeline.mentions import Mention
    from readout.types import StoryMaterial

_BEFORE = 10  #: days before the first report from which on an event counts as background


def order_events(material: StoryMaterial) -> tuple[Event, ...]:
    """The events of a story in order of time: one entry per event over all articles, each with its evidence.

    `text` is word for word the first evidence span. Origins are counted once; conflicting times stand side by side.
    """
    mentions = [mention for annotation in material.annotations for mention in dated_mentions(annotation)]
    mentions += inherited_mentions(material, mentions)
    mentions.sort(key=lambda mention: (mention.article, mention.span, mention.time))
    groups = cluster(mentions, aligned_pairs(material, mentions))
    long_before = _days_before_first_report(material, _BEFORE)
    events = [_event([mentions[i] for i in group], material, long_before) for group in groups]
    return tuple(sorted(choose(events, material), key=_in_time))


def _in_time(event: Event) -> tuple[str, str, str]:
    return (event.range.first or "", event.range.last or "", event.id)


def _event(members: Sequence[Mention], material: StoryMaterial, long_before: str | None) -> Event:
    finest = min(members, key=lambda one: (fineness(one.range.granularity), one.inferred, one.article, one.span))
    words = Counter(stem for one in members for stem in one.stems)
    best = max(members, key=lambda one: (_support(one, words), one.time == finest.time, one.article, one.span))
    ordered = [best, *(one for one in members if one is not best)]
    evidence = tuple(dict.fromkeys(one.span for one in ordered))
    origins = tuple(sorted({material.origin_at(one.span).id for one in members}))
    last = finest.range.last
    background = bool(long_before and last and last[:10] < long_before)
    return Event(
        evidence=evidence,
        rule="dated clause",
        id=identify("event", finest.value, evidence),
        range=finest.range,
        date=finest.value,
        text=material.article(best.article).words(best.span),
        origins=origins,
        planned=all(one.planned for one in members),
        background=background,
        inferred=any(one.inferred for one in members),
    )


def _support(mention: Mention, words: Counter[str]) -> float:
    """How much of what the mentions share this one says, long clauses held back."""
    shared = sum(words[stem] - 1 for stem in mention.stems)
    return shared - len(mention.span) / 400


def _days_before_first_report(material: StoryMaterial, count: int) -> str | None:
    """The day `count` days before the first report; None where no report's day is known."""
    published = (annotation.article.published for annotation in material.annotations)
    known = sorted(day for day in (_day(cited.value) for cited in published if cited is not None) if day is not None)
    return (known[0] - timedelta(days=count)).isoformat() if known else None


def _day(written: str) -> date | None:
    """The day of an ISO date or time; None for a month or a year alone."""
    try:
        day = date.fromisoformat(written[:10])
    except ValueError:
        return None
    return day if day.year > 1 else None
