"""The day a text was written, and whether it tells news or history."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from readout.analysis.times.context import Context, Draft
from readout.analysis.times.dates import calendar_date
from readout.analysis.times.moments import Moment, make_day
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article, Block

_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FEW = 8  #: fewer spelled-out years make no history
_MANY = 12  #: so many spelled-out years make a history even of the last years
_DATELINE_REACH = 7  #: days that a dateline may lie before the page's own date and still be the day of writing


def find_anchor(article: Article, stretches: Sequence[Sequence[Draft]]) -> Moment | None:
    """The day of writing: the dateline's where it has one, or else the day of publication or update."""
    stated = None
    for cited in (article.published, article.updated):
        if stated is None and cited is not None:
            stated = _day(cited.value)
    return _dateline(article, stretches, stated) or stated


def _day(value: str) -> Moment | None:
    found = _ISO_DAY.match(value)
    return make_day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _dateline(article: Article, stretches: Sequence[Sequence[Draft]], stated: Moment | None) -> Moment | None:
    """The day a dateline names, if it goes with the page's date."""
    datelines = [(block.start, block.end) for block in article.blocks_of(BlockKind.DATELINE)]
    for drafts in stretches:
        for draft in drafts:
            start = draft.tokens[draft.first].start
            if draft.kind != "date" or "day" not in draft.slots:
                continue
            if not any(low <= start < high for low, high in datelines):
                continue
            reading = calendar_date(draft, Context(anchor=stated))
            moment = reading.moment if reading else None
            if moment is None or moment.start is None:
                continue
            if stated is None or stated.start is None:
                return moment
            if 0 <= (stated.start - moment.start).days <= _DATELINE_REACH:
                return moment
    return None


def day_of_writing(block: Block) -> Moment | None:
    """The day on which a block was written, where it says so itself: a live blog's post, a note put in later."""
    return _day(block.written.value) if block.written is not None else None


def is_update_mark(block: Block) -> bool:
    """Whether a block says when the text behind it was written: "[Updated April 4, 2024 at 2:21 p.m.]"."""
    return block.kind is BlockKind.NOTICE and block.rule.startswith("update")


def update_anchor(draft: Draft, context: Context) -> Moment | None:
    """The day of an update note ("[Updated April 4, 2024 at 2:21 p.m.]"): what follows it was written then."""
    before = {draft.before(), draft.before(2)}
    if not before & draft.cues["updated"] or draft.kind not in ("date", "clock"):
        return None
    dated = draft.inner or draft
    if dated.kind != "date" or "day" not in dated.slots:
        return None
    reading = calendar_date(dated, context)
    return reading.moment.at("D") if reading and reading.moment else None


def is_narrative(anchor: Moment | None, stretches: Sequence[Sequence[Draft]]) -> bool:
    """Whether most years that the text spells out lie far from the day of writing, and nothing is told as news."""
    years = [year for drafts in stretches for draft in drafts for year in (_year(draft),) if year is not None]
    fresh = sum(_is_fresh(draft) for drafts in stretches for draft in drafts)
    if len(years) < _FEW or fresh * 3 > len(years):
        return False
    if anchor is None or abs(anchor.year - median(years)) > 2:
        return True
    return len(years) >= _MANY and sum(abs(anchor.year - year) > 1 for year in years) > 0.6 * len(years)


def _is_fresh(draft: Draft) -> bool:
    """Whether an expression counts from the day of writing, as news does: Monday evening, yesterday, last week."""
    return draft.kind == "deictic" or ("weekday" in draft.slots and not {"month", "year", "day"} & set(draft.slots))


def _year(draft: Draft) -> int | None:
    year = draft.number("year")
    if year is None and draft.kind == "date" and draft.number("era") is not None:
        year = draft.number("number")
    return -year if year is not None and draft.number("era") == -1 else year
