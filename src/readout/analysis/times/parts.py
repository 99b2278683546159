"""Resolving the named parts of the calendar: seasons, quarters, decades, centuries, holidays, clock times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from readout.analysis.times.context import Reading, of_moment, open_range
from readout.analysis.times.moments import Moment, add_days, make_day

if TYPE_CHECKING:
    from readout.analysis.times.context import Context, Draft

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def fixed_holiday(rule: str, year: int) -> date | None:
    """The day of a holiday in a year: "12-25", "11/4/4" (month, weekday, which), "easter-2"."""
    if not 1 <= year <= 9998:
        return None
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule[6:])) if year > 1582 else None
    if "/" in rule:
        rule, _, later = rule.partition("+")
        if later:
            day = fixed_holiday(rule, year)
            return day + timedelta(days=int(later)) if day else None
        month, weekday, which = (int(part) for part in rule.split("/"))
        if which < 0:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.isoweekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    moment = make_day(year, int(rule[:2]), int(rule[3:]))
    return moment.start if moment else None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian computus as tabled by Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, odd = divmod(century, 4)
    correction = (century + 8) // 25
    epact = (19 * golden + century - leap - (century - correction + 1) // 3 + 15) % 30
    quad, single = divmod(rest, 4)
    sunday = (32 + 2 * odd + 2 * quad - epact - single) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def season(draft: Draft, context: Context) -> Reading | None:
    """The spring of 1942, the summer."""
    name = draft.word("season")
    if draft.after() in draft.cues["of"] and "year" not in draft.slots:
        return None
    year = draft.number("year") or draft.number("spelled")
    base = context.base
    if year is None and "relyear" in draft.slots and context.base:
        year = context.base.year + (draft.number("relyear") or 0)
    if year is None and "anayear" in draft.slots and context.ref:
        year = context.ref.year + (draft.number("anayear") or 0)
    if year is None:
        if base is None:
            return Reading("DATE", f"XXXX-{name}")
        year = base.year
        if not context.narrative and draft.direction < 0 and base.month < _SEASON_START[name]:
            year -= 1
        elif not context.narrative and draft.direction > 0 and base.month > _SEASON_START[name] + 2:
            year += 1
    if not 0 < year <= 9999:
        return None
    return of_moment(Moment("S", year, _SEASON_START[name], 1, name), draft.modifier)


def quarter(draft: Draft, context: Context) -> Reading | None:
    """The third quarter of 1989, the quarter, the latest period."""
    number = draft.number("ordinal") or draft.number("qnum")
    anchor = context.anchor
    year = draft.number("year") or draft.number("spelled") or draft.number("number")
    if number is None:
        return _this_quarter(draft, year, context)
    if not 1 <= number <= 4:
        return None
    month = 3 * number - 2
    if year is None and anchor is None:
        return Reading("DATE", f"XXXX-Q{number}")
    if year is None and anchor is not None:
        year = anchor.year + (draft.number("rel") or 0)
        if "rel" not in draft.slots:
            running = (anchor.month - 1) // 3 + 1
            if number > running + (1 if draft.direction > 0 else 0):
                year -= 1
            elif draft.direction > 0 and number < running - 1:
                year += 1
    if year is None or not 1 <= year <= 9999:
        return None
    moment = Moment("Q", year, month)
    if anchor is not None and 0 <= anchor.year * 4 + (anchor.month - 1) // 3 - year * 4 - number + 1 <= 3:
        context.quarter = moment
    return of_moment(moment, draft.modifier)


def _this_quarter(draft: Draft, year: int | None, context: Context) -> Reading | None:
    base = context.quarter or (context.anchor.shift("Q", -1) if context.anchor else None)
    if base is None:
        return None
    if year is not None:
        return of_moment(replace(base, year=year)) if 1 <= year <= 9999 else None
    if draft.says("latest"):
        return of_moment(base)
    return None


def week_of(draft: Draft, context: Context) -> Reading | None:
    """The first week of October, the last Friday in May 2019."""
    month, year = draft.number("month"), draft.number("year") or draft.number("spelled")
    which = draft.number("ordinal")
    last = draft.says("last")
    if month is None or draft.slots.get("unit", "W") != "W" or (which is None and not last):
        return None
    if year is None and context.base is not None:
        near = context.base.year - (1 if month > context.base.month and draft.direction < 0 else 0)
        year = near + (1 if month < context.base.month and draft.direction > 0 else 0)
    if year is None or not 1 <= year <= 9999 or (which is not None and not 1 <= which <= 5):
        return None
    first = date(year, month, 1)
    end = add_days(date(year + month // 12, month % 12 + 1, 1), -1) if year < 9999 else date(year, month, 28)
    weekday = draft.number("weekday")
    if weekday is not None:
        rule = f"{month}/{weekday}/{-1 if last else which}"
        day = fixed_holiday(rule, year)
        return of_moment(Moment("D", day.year, day.month, day.day)) if day and day.month == month else None
    low = add_days(end, -6) if last else add_days(first, 7 * ((which or 1) - 1))
    span = open_range(low, min(add_days(low, 6), end), "week")
    value = f"{year:04d}-{month:02d}" + ("" if last else f"-W{which:02d}")
    return Reading("DATE", value, Moment("M", year, month), span, "END" if last else "")


def halves(draft: Draft, context: Context) -> Reading | None:
    """The first half of 2020."""
    which = draft.number("ordinal")
    year = draft.number("year")
    if which not in (1, 2) or (year is None and "rel" not in draft.slots and "of" not in draft.words):
        return None
    if year is None:
        if context.anchor is None:
            return None
        year = context.anchor.year + (draft.number("rel") or 0)
    return of_moment(Moment("H", year, 1 if which == 1 else 7), draft.modifier) if 1 <= year <= 9999 else None


def fiscal(draft: Draft, context: Context) -> Reading | None:
    """Fiscal 1998, the fiscal year."""
    year = draft.number("year2") or draft.number("year")
    if year is None and draft.number("shortyear") is not None:
        year = 1900 + (draft.number("shortyear") or 0)
    if year is None:
        return Reading("DURATION", "P1Y")
    return of_moment(Moment("Y", year), draft.modifier)


def decade(draft: Draft, context: Context) -> Reading | None:
    """The 1990s, the nineties."""
    value = draft.number("decade")
    if value is None:
        value = draft.number("nineties")
    if value is None or draft.before() in draft.cues["ages"]:
        return None
    if value < 100:
        base = context.base.year if context.base else 2000
        value += base // 100 * 100
        if value > base:
            value -= 100
    if value % 10 or not 0 < value <= 9990:
        return None
    if value % 100 == 0 and draft.word("century"):
        return of_moment(Moment("CE", value))
    return of_moment(Moment("DE", value), draft.modifier)


def century(draft: Draft, context: Context) -> Reading | None:
    """The 20th century."""
    number = draft.number("ordinal") or draft.number("number")
    if number is None or not 1 <= number <= 30:
        return None
    if draft.number("era") == -1:
        return Reading("DATE", f"BC{number - 1:02d}", modifier=draft.modifier)
    first = Moment("CE", max((number - 1) * 100, 1))
    return Reading("DATE", f"{number - 1:02d}", first, first.range(draft.modifier), draft.modifier)


def clock(draft: Draft, context: Context) -> Reading | None:
    """5:51 p.m. ET, noon, 8 in the morning; with the day that stands beside it, or the day of writing."""
    time = _time_of_day(draft)
    if time is None:
        return None
    day = context.fresh
    if day is not None and day.unit in ("D", "DP", "T"):
        return of_moment(replace(day.at("D"), unit="T", detail=time), draft.modifier, "TIME")
    if context.anchor is None or context.anchor.start is None:
        return Reading("TIME", f"XXXX-XX-XXT{time}", modifier=draft.modifier)
    guess = replace(context.anchor.at("D"), unit="T", detail=time)
    return Reading("TIME", guess.value, guess, None, draft.modifier)


def _time_of_day(draft: Draft) -> str | None:
    noon = draft.word("noon")
    if noon:
        return noon
    text = draft.word("clock") or _in_figures(draft)
    hour = int(text[:2]) if text else draft.number("hour")
    hour = hour if hour is not None else draft.number("number")
    minute = text[3:5] if text else "00"
    if hour is None or not 0 <= hour <= 24:
        return None
    half = draft.word("meridiem") or {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(draft.word("daypart"), "")
    if half and hour > 12:
        return None if "meridiem" in draft.slots and hour > 23 else f"{hour:02d}:{minute}"
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute}"


def _in_figures(draft: Draft) -> str:
    """The time of the day that four figures are: 1336."""
    figures = draft.number("year")
    return "" if figures is None else f"{figures // 100:02d}:{figures % 100:02d}"


def daypart(draft: Draft, context: Context) -> Reading | None:
    """This morning, the afternoon, last night."""
    part = draft.word("daypart")
    if "rel" not in draft.slots and not draft.says("overnight"):
        day = context.fresh
        if day is None or day.unit not in ("D", "DP", "T") or draft.words[0] not in draft.cues["the"]:
            return None
        return of_moment(replace(day.at("D"), unit="DP", detail=part), draft.modifier, "TIME")
    base = context.base
    if base is None:
        return Reading("TIME", f"XXXX-XX-XXT{part}")
    moment = base.shift("D", draft.number("rel") or 0)
    return of_moment(replace(moment, unit="DP", detail=part), draft.modifier, "TIME") if moment else None
