"""When an amount was counted: the latest day named, and times well before."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from readout.text.fold import fold

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.lines import Line
    from readout.spans import Span
    from readout.types import Annotation

_LEAD = 12  #: characters between a time at the head of a sentence and the clause it governs
_RECENT = 6  #: days before publication from which a time is another one


def old_times(line: Line, clause: Span, annotation: Annotation) -> frozenset[str]:
    """Months (or years) well before the report that the clause names, and "since": another count than today's."""
    published = annotation.article.published
    found = set()
    shown = fold(line.text[clause.start - line.start : clause.end - line.start])
    if re.search(r"\bsince\b", shown):
        found.add("since")
    times = [
        t
        for t in annotation.times
        if t.range and t.range.low and t.type in ("DATE", "TIME") and t.value != "PRESENT_REF"
    ]
    inside = [time for time in times if clause.overlaps(time.span)]
    if not inside:
        before = [time for time in times if line.start <= time.span.start and time.span.end <= clause.start]
        inside = [time for time in before[-1:] if clause.start - time.span.end <= _LEAD]
    if inside:
        found.clear()
    for time in inside:
        low = time.range.low if time.range and time.range.low else ""
        if published is None or _days_before(low, published.value) > _RECENT:
            found.add(low[:7])
    return frozenset(found)


def as_of(line: Line, clause: Span, annotation: Annotation) -> str:
    """The latest day (with its hour, if there is one) that the clause names, or else the sentence."""
    for where in (clause, line.span):
        lows = [
            time.range.low
            for time in annotation.times
            if time.range and time.range.low and time.type in ("DATE", "TIME") and where.overlaps(time.span)
        ]
        if lows:
            return max(lows)
    return ""


def _days_before(day: str, published: str) -> int:
    """How many days a date lies before the day of publication; 0 where one is not a full date."""
    try:
        return (date.fromisoformat(published[:10]) - date.fromisoformat(day[:10])).days
    except ValueError:
        return 0
