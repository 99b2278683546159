"""Events that the text dates ("the March 22 attack"), and times told from them ("two weeks after the attack")."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from readout.analysis.times.context import Reading, open_range
from readout.analysis.times.moments import add_days
from readout.ranges import DateRange
from readout.spans import Span
from readout.text.fold import plain
from readout.types import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.times.context import Context, Draft
    from readout.analysis.times.moments import Moment
    from readout.language.calendar import Calendar
    from readout.types import Article, Block

_WORD = re.compile(r"[^\W\d_]\w*(?:[.-]\w+)*")
_REACH = 6  #: how many words behind "after" may stand before the noun that is meant
_LETTERS = 4  #: a noun has at least so many


def name_event(draft: Draft, reading: Reading, context: Context) -> None:
    """Remember the nouns that a day stands beside: "the March 22 attack", "the attack on March 22"."""
    moment = reading.moment
    if moment is None or moment.unit != "D" or draft.kind not in ("date", "absolute"):
        return
    for noun in (draft.after(), draft.after(1), draft.before(2) if draft.before() in draft.cues["joint_day"] else ""):
        if _is_noun(noun):
            context.nouns.setdefault(noun, moment)


def told_from_meetings(
    article: Article, blocks: Sequence[Block], found: Sequence[TimeExpression], calendar: Calendar
) -> list[TimeExpression]:
    """Times told from a meeting of two named parties, where an earlier paragraph dates what the two did."""
    days = [one for one in found if one.range is not None and one.range.granularity == "day" and one.type == "DATE"]
    told = []
    for block in blocks if days else ():
        stretch = plain(article.text[block.start : block.end])
        for match in calendar.parties.finditer(stretch) if calendar.between in stretch else ():
            names = {match["a"].split()[-1].rstrip("."), match["b"].split()[-1].rstrip(".")}
            start, end = block.start + match.start(), block.start + match.end()
            day = next((one for one in days if one.span.end < start and names <= _names(article, blocks, one)), None)
            if day is None or day.range is None:
                continue
            earlier = match["link"].lower() in calendar.earlier_links
            low, high = (None, day.range.high) if earlier else (day.range.low, None)
            span = Span(article.id, start, end)
            told.append(
                TimeExpression(
                    evidence=(span, day.span),
                    rule="meeting",
                    span=span,
                    type="DATE",
                    value=day.value,
                    modifier="BEFORE" if earlier else "AFTER",
                    range=DateRange(low=low, high=high, granularity="day"),
                )
            )
    return told


def _names(article: Article, blocks: Sequence[Block], time: TimeExpression) -> set[str]:
    """The words of the paragraph that a time stands in."""
    for block in blocks:
        if block.start <= time.span.start < block.end:
            return set(_WORD.findall(article.text[block.start : block.end]))
    return set()


def _is_noun(word: str) -> bool:
    return len(word) >= _LETTERS and word.isalpha()


def from_event(draft: Draft, count: float | None, unit: str, context: Context) -> Reading | None:
    """The time that lies `count` units from a noun the text has dated; takes the noun into the expression."""
    if count is None or count != int(count) or unit not in ("D", "W", "FN", "M", "Y"):
        return None
    step = 1 if draft.says("after") else -1
    for ahead in range(_REACH):
        word = draft.after(ahead)
        if word in (".", ",", ";", ""):
            return None
        moment = context.nouns.get(word)
        if moment is not None:
            draft.last += ahead + 1
            return _counted(moment, count, unit, step)
    return None


def _counted(moment: Moment, count: float, unit: str, step: int) -> Reading | None:
    widths = {"D": 1, "W": 7, "FN": 14}
    first = moment.start
    if first is None:
        return None
    if unit in widths:
        day = add_days(first, step * int(count) * widths[unit])
        loose = timedelta(days=0 if unit == "D" else 3)
        return Reading(
            "DATE", day.isoformat(), None, open_range(day - loose, day + loose, "day" if unit == "D" else "week")
        )
    far = moment.shift(unit, step * int(count)) if unit in ("M", "Y") else None
    return Reading("DATE", far.value, far, far.range()) if far is not None else None
