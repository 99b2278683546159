"""Resolving what names a day, month or year: dates, weekdays, "last week", "two years ago", "the next day"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.times.context import Reading, count_of, of_moment
from readout.analysis.times.events import from_event
from readout.analysis.times.lengths import period
from readout.analysis.times.moments import Moment, add_days, make_day, of_date
from readout.analysis.times.parts import fixed_holiday

if TYPE_CHECKING:
    from readout.analysis.times.context import Context, Draft

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[t ](\d\d:\d\d))?")


def absolute(draft: Draft, context: Context) -> Reading | None:
    """2024-04-03, 3/4/2024, 9/11."""
    text = draft.word("iso") or draft.word("named")
    found = _ISO.match(text)
    if found:
        day = make_day(int(found[1]), int(found[2]), int(found[3]))
        if day is None:
            return None
        if found[4]:
            return of_moment(replace(day, unit="T", detail=found[4]), kind="TIME")
        return of_moment(day)
    return _slashed(draft.word("slashed"), context)


def _slashed(text: str, context: Context) -> Reading | None:
    """Digits with slashes or points. Where day and month cannot be told apart only the year is sure."""
    parts = re.split(r"[/.]", text)
    if len(parts) != 3:
        return None
    first, second, year = (int(part) for part in parts)
    if len(parts[2]) == 2:
        if "." in text:
            return None
        year += 2000 if year < 50 else 1900
    american, other = make_day(year, first, second), make_day(year, second, first)
    if american and other and american != other:
        return of_moment(Moment("Y", year)) if not context.anchor else of_moment(american)
    found = american or other
    return of_moment(found) if found else None


def calendar_date(draft: Draft, context: Context) -> Reading | None:
    """Weekday, day, month and year in any combination the pattern allows."""
    year = _year(draft, context)
    month, day, weekday = draft.number("month"), draft.number("day"), draft.number("weekday")
    if "holiday" in draft.slots:
        return _holiday(draft, year, context)
    moment: Moment | None
    if month is None and day is not None and year is None:
        return _day_alone(day, weekday, draft, context)
    if month is None:
        moment = _weekday(draft, weekday, context) if weekday else None
        if weekday and "relweek" in draft.slots and context.anchor is not None:
            week = context.anchor.shift("W", draft.number("relweek") or 0)
            moment = week.shift("D", weekday - 1) if week else None
        if year is not None and not weekday:
            moment = Moment("Y", year)
    elif day is None:
        year = year if year is not None else _open_year(month, 15, draft, context)
        moment = Moment("M", year, month) if year is not None else None
        if moment is None:
            return Reading("DATE", f"XXXX-{month:02d}")
    else:
        year = year if year is not None else _open_year(month, day, draft, context)
        if year is None:
            return Reading("DATE", f"XXXX-{month:02d}-{day:02d}") if make_day(2000, month, day) else None
        moment = make_day(year, month, day)
    if moment is None:
        return Reading("DATE", f"XXXX-WXX-{weekday}") if weekday and month is None else None
    return _with_part(moment, draft)


def _day_alone(day: int, weekday: int | None, draft: Draft, context: Context) -> Reading | None:
    """On the 27th, Friday the 13th: in the month the text is in, or the nearest that the weekday fits."""
    ref = context.ref if context.ref is not None and context.ref.unit in ("M", "D", "DP", "T") else context.anchor
    if ref is None or (weekday is None and draft.after() not in draft.cues["closed"]):
        return None
    options = []
    for step in (0, -1, 1, -2, 2):
        month = ref.shift("M", step)
        moment = make_day(month.year, month.month, day) if month else None
        if moment is not None and (weekday is None or (moment.start and moment.start.isoweekday() == weekday)):
            options.append(moment)
    return _with_part(options[0], draft) if options else None


def _with_part(moment: Moment, draft: Draft) -> Reading:
    part = draft.word("daypart")
    if part and moment.unit == "D":
        return of_moment(replace(moment, unit="DP", detail=part), draft.modifier, "TIME")
    return of_moment(moment, draft.modifier)


def _year(draft: Draft, context: Context) -> int | None:
    """The year that the words give, also as "last year" or "that year" beside a month."""
    year = draft.number("year")
    if year is None:
        year = draft.number("spelled")
    short = draft.number("shortyear")
    if year is None and short is not None:
        century = context.base.year // 100 * 100 if context.base else 1900
        year = century + short
        if context.base and year > context.base.year + 10:
            year -= 100
    if year is None and "era" in draft.slots:
        year = draft.number("number")
    if year is None and "relyear" in draft.slots and context.base:
        year = context.base.year + (draft.number("relyear") or 0)
    if year is None and "anayear" in draft.slots and context.ref:
        year = context.ref.year + (draft.number("anayear") or 0)
    if year is None or not 0 < year <= 9999:
        return None
    return -year if draft.number("era") == -1 else year


def _holiday(draft: Draft, year: int | None, context: Context) -> Reading | None:
    rule = draft.word("holiday")
    if year is None:
        base = context.base
        if base is None or base.start is None:
            return None
        options = [found for near in (-1, 0, 1) if (found := fixed_holiday(rule, base.year + near))]
        chosen = _choose([of_date(day) for day in options], base, draft)
        return _with_part(chosen, draft) if chosen else None
    day = fixed_holiday(rule, year)
    return _with_part(of_date(day), draft) if day else None


def _open_year(month: int, day: int, draft: Draft, context: Context) -> int | None:
    """The year of a month or day that is named without one."""
    base = context.base
    if base is None:
        return None
    rel = draft.number("rel")
    if context.narrative and context.ref is not None and rel is None:
        ref = context.ref
        behind = ref.month - month if ref.unit in ("M", "D", "DP", "T", "S") else 0
        return ref.year + 1 if behind >= 7 else ref.year
    options = [Moment("D", base.year + near, month, min(day, 28)) for near in (-1, 0, 1) if 0 < base.year + near < 9999]
    if draft.number("day") is None:
        options = [replace(option, unit="M", day=1) for option in options]
    chosen = _choose(options, base, draft)
    return chosen.year if chosen else None


def _choose(options: list[Moment], base: Moment, draft: Draft) -> Moment | None:
    """The option that "last", "next", the tense of the clause, or else nearness to `base` picks."""
    rel = draft.number("rel")
    month_only = bool(options) and options[0].unit == "M"
    start = replace(base.at("M") if month_only else base.at("D"), unit="D")
    side = rel or draft.direction
    here = start.start
    if here is None:
        return None
    dated = [(option.start, option) for option in options if option.start is not None]
    if rel == 0:
        same = [option for day, option in dated if day.year == here.year]
        return same[0] if same else None
    if rel:
        ahead = [pair for pair in dated if (pair[0] - here).days * rel > 0]
        return min(ahead, key=lambda pair: abs((pair[0] - here).days), default=(None, None))[1]
    return min(dated, key=lambda pair: (_distance((pair[0] - here).days, side), pair[0]), default=(None, None))[1]


_AHEAD = 1.5  #: how much farther a day to come counts where the tense does not say
_WRONG_WAY = 3.2  #: how much farther a day counts on the side that the tense speaks against


def _distance(days: int, side: int) -> float:
    if not side:
        return abs(days) * (_AHEAD if days > 0 else 1.0)
    return abs(days) * (_WRONG_WAY if days * side < 0 else 1.0)


_LAST_WEEK = 5  #: a weekday so many days back is rather tomorrow's, where the tense does not say


def _weekday(draft: Draft, weekday: int, context: Context) -> Moment | None:
    """A weekday: the one nearest to the day of writing that the clause's direction allows."""
    base = context.base if "rel" not in draft.slots else context.anchor
    here = base.at("D").start if base else None
    if here is None:
        return None
    rel = draft.number("rel")
    behind = (here.isoweekday() - weekday) % 7
    ahead = (weekday - here.isoweekday()) % 7
    if "anaphor" in draft.slots:
        step = draft.number("anaphor") or 0
        return of_date(add_days(here, (ahead or 7) if step > 0 else -(behind or (7 if step else 0))))
    if rel == -1:
        return of_date(add_days(here, -(behind or 7)))
    if rel == 1:
        return of_date(add_days(here, ahead or 7))
    if rel == 0:
        same_week = weekday - here.isoweekday()
        return of_date(add_days(here, (-behind, same_week, ahead)[draft.direction + 1]))
    if draft.direction > 0:
        return of_date(add_days(here, ahead))
    return of_date(add_days(here, ahead if draft.direction == 0 and behind > _LAST_WEEK else -behind))


def deictic(draft: Draft, context: Context) -> Reading | None:
    """today, yesterday morning, the day after tomorrow."""
    step = draft.number("deictic") or 0
    step += -1 if draft.says("before") else 1 if draft.says("after") else 0
    tonight = draft.says("tonight")
    if context.anchor is None:
        return Reading("TIME" if tonight else "DATE", "XXXX-XX-XXTNI" if tonight else "XXXX-XX-XX")
    moment = context.anchor.shift("D", step)
    if moment is None:
        return None
    part = "NI" if tonight else draft.word("daypart")
    if part:
        return of_moment(replace(moment, unit="DP", detail=part), draft.modifier, "TIME")
    return of_moment(moment, draft.modifier)


_PART_UNITS = {"TS", "TM", "TH"}


def relative(draft: Draft, context: Context) -> Reading | None:
    """Last week, this month, next year, this summer: from the day of writing."""
    step = draft.number("rel") or 0
    return _step(draft, step, context.anchor if not context.narrative else context.base)


def anaphoric(draft: Draft, context: Context) -> Reading | None:
    """That year, the next day, the previous month, the day before: from the time last mentioned."""
    step = draft.number("anaphor")
    if step is None:
        step = -1 if draft.says("before") else 1
        if draft.after() not in draft.cues["closed"]:
            return None
    ref = context.ref or context.anchor
    if "weekday" in draft.slots and ref is not None:
        moment = _weekday(draft, draft.number("weekday") or 1, replace_base(context, ref))
        return of_moment(moment, draft.modifier) if moment else None
    if "month" in draft.slots and ref is not None:
        month = draft.number("month") or 1
        year = ref.year + (step if (month - ref.month) * step <= 0 else 0)
        return of_moment(Moment("M", year, month), draft.modifier)
    if "daypart" in draft.slots:
        day = ref.shift("D", step) if ref is not None and ref.unit in ("D", "DP", "T") else None
        part = draft.word("daypart")
        return of_moment(replace(day, unit="DP", detail=part), draft.modifier, "TIME") if day else None
    return _step(draft, step, ref, strict=True)


def replace_base(context: Context, ref: Moment) -> Context:
    """The same context counted from another day."""
    return replace(context, anchor=ref, ref=ref)


_OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX"}
_FINER = {"D": {"D", "DP", "T"}, "W": {"D", "DP", "T", "W", "WE"}, "WE": {"D", "DP", "T", "W", "WE"}}
_FINER["M"] = {"M", "D", "DP", "T", "W", "WE"}


def _step(draft: Draft, step: int, base: Moment | None, *, strict: bool = False) -> Reading | None:
    season = draft.word("season")
    unit = "S" if season else draft.word("unit")
    if not unit or unit in _PART_UNITS or unit == "FN":
        return None
    if base is None or (strict and unit in _FINER and base.unit not in _FINER[unit]):
        return Reading("DATE", _OPEN[unit], modifier=draft.modifier) if unit in _OPEN else None
    moment = _season_step(season, step, base) if season else base.shift(unit, step)
    if moment is None:
        return None
    if unit in ("DE", "CE", "ML") and draft.says("gone"):
        return Reading("DURATION", period(1, unit), modifier=draft.modifier)
    return of_moment(moment, draft.modifier)


def _season_step(season: str, step: int, base: Moment) -> Moment | None:
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    year = base.year
    if step < 0 and (base.month <= first + 2 or season == "WI"):
        year -= 1
    elif step > 0 and base.month >= first:
        year += 1
    return Moment("S", year, first if year > 0 else 1, 1, season)


def offset(draft: Draft, context: Context) -> Reading | None:
    """Two years ago, a year earlier, three days later, six months from now."""
    count = count_of(draft.slots)
    unit = draft.word("unit") or draft.word("units")
    back, now = draft.says("backward"), draft.says("from_writing")
    if draft.words[-1] in draft.cues["after"] | draft.cues["before"] and draft.after() not in draft.cues["closed"]:
        return _from_event(draft, count, unit, context)
    base = context.anchor if now else context.ref or context.anchor
    if draft.says("quarter") and unit == "Y":
        return _year_ago(-1, context)
    vague = "PAST_REF" if back else "FUTURE_REF"
    if count is None or ("units" in draft.slots and "number" not in draft.slots and "few" not in draft.slots):
        return Reading("DATE", vague)
    told = now or context.ref is not None or unit in ("Y", "Q")
    if unit in _PART_UNITS or base is None or not told:
        return Reading("DATE", vague)
    if unit == "Y" and count == 1 and back and context.quarter is not None and not context.narrative:
        return _year_ago(-1, context)
    scale = {"DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000), "FN": ("W", 2), "WE": ("WE", 1)}
    unit, factor = scale.get(unit, (unit, 1))
    total = count * factor * (-1 if back else 1)
    if total != int(total):
        unit, total = _half(unit, total)
    if unit == "W" and not now and base.unit in ("D", "DP", "T"):
        unit, total = "D", total * 7
    if not now and unit == "D" and base.unit not in _FINER["D"]:
        return Reading("DATE", "XXXX-XX-XX")
    moment = base.shift(unit, int(total))
    return of_moment(moment, draft.modifier) if moment else None


def _from_event(draft: Draft, count: float | None, unit: str, context: Context) -> Reading | None:
    """Two weeks after the attack: when, where the text dates the attack, or else how long."""
    reading = from_event(draft, count, unit, context)
    if reading is not None:
        return reading
    draft.last -= 1
    return Reading("DURATION", period(count, unit), modifier=draft.modifier)


def _half(unit: str, total: float) -> tuple[str, float]:
    """Half a year is six months, half a month two weeks."""
    finer = {"Y": ("M", 12), "M": ("W", 4), "W": ("D", 7)}
    if unit not in finer:
        return unit, float(int(total))
    smaller, factor = finer[unit]
    return smaller, float(int(total * factor))


def _year_ago(step: int, context: Context) -> Reading | None:
    """A year before the quarter that results are told for."""
    base = context.quarter or (context.anchor.at("Q") if context.anchor else None)
    if base is None:
        return None
    moment = base.shift("Q", 4 * step)
    return of_moment(moment) if moment else None
