"""Resolving durations and repeated times: "two and a half years", "the past three months", "every Thursday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.times.context import Reading, count_of, of_moment, open_range
from readout.analysis.times.moments import Moment, same_day

if TYPE_CHECKING:
    from readout.analysis.times.context import Context, Draft

_PERIOD = {
    "TS": ("PT", "S", 1), "TM": ("PT", "M", 1), "TH": ("PT", "H", 1), "D": ("P", "D", 1), "W": ("P", "W", 1),
    "FN": ("P", "W", 2), "WE": ("P", "WE", 1), "M": ("P", "M", 1), "Q": ("P", "Q", 1), "Y": ("P", "Y", 1),
    "DE": ("P", "Y", 10), "CE": ("P", "Y", 100), "ML": ("P", "Y", 1000),
}  # fmt: skip
_VAGUE = {"DE": ("P", "DE"), "CE": ("P", "CE"), "ML": ("P", "ML")}


def period(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration; an unsaid count is X, half an hour after full ones is 30 minutes (ISO 8601)."""
    prefix, letter, factor = _PERIOD[unit]
    if count is None:
        prefix, letter = _VAGUE.get(unit, (prefix, letter))
        return f"{prefix}X{letter}"
    total = count * factor
    if unit == "TH" and total > 1 and total % 1 == 0.5:
        return f"PT{int(total)}H30M"
    return f"{prefix}{int(total) if total == int(total) else total}{letter}"


def _unit(draft: Draft) -> str:
    return draft.word("unit") or draft.word("units")


def duration(draft: Draft, context: Context) -> Reading | None:
    """Two years, a few days, 24-hour, weeks."""
    unit = _unit(draft)
    named = {"number", "few", "half"} & set(draft.slots)
    if unit in ("Q", "TS") and not (named and draft.number("number")):
        return None
    if not named and "article" in draft.slots:
        return _article(draft, unit)
    if not named and "units" in draft.slots and not draft.says("lengthy") and not draft.says("another"):
        if draft.before() not in draft.cues["lasting"] or draft.after() in ("of", "and") or unit == "TS":
            return None
        return Reading("DURATION", period(None, unit), modifier=draft.modifier)
    if draft.after() == "of" and unit == "Q":
        return None
    count = None if "units" in draft.slots and not named else count_of(draft.slots)
    if "half" in draft.slots and "number" not in draft.slots and draft.words[0] not in draft.cues["half"]:
        count = 1.5
    if isinstance(draft.slots.get("number2"), (int, float)) and draft.says("either"):
        count = float(draft.slots["number2"]) if "number" in draft.slots else count
    return Reading("DURATION", period(count, unit), modifier=draft.modifier)


def _article(draft: Draft, unit: str) -> Reading | None:
    """How long "a year" lasts, or how often where it follows a count or a price."""
    if draft.says("another"):
        return Reading("DURATION", period(1, unit), modifier=draft.modifier)
    before = draft.tokens[draft.first - 1] if draft.first else None
    if before is None:
        return None
    if before.folded in draft.cues["lasting"] or draft.modifier:
        return Reading("DURATION", period(1, unit), modifier=draft.modifier)
    if "number" in before.meaning or before.folded in draft.cues["rate"]:
        return Reading("SET", period(1, unit))
    if before.folded.endswith("s") and len(before.folded) > 3 and draft.first > 1 and unit not in ("TS", "TM"):
        return Reading("SET", period(1, unit))
    return None


_FAR = 5000  #: a count above it is no stretch of the calendar


def stretch(draft: Draft, context: Context) -> Reading | None:
    """The past three months, the next two weeks, the first nine months: a duration with its place in time."""
    unit = _unit(draft)
    count = count_of(draft.slots)
    if "number" not in draft.slots and "few" not in draft.slots:
        if "units" not in draft.slots:
            return None
        count = None
    step = draft.number("rel")
    value = period(count, unit)
    base = context.anchor
    if step is None or base is None or count is None or count != int(count) or unit in ("TS", "TM", "TH"):
        if "few" not in draft.slots and count is None and step is not None:
            return Reading("DATE", "PAST_REF" if step < 0 else "FUTURE_REF") if step else None
        return Reading("DURATION", value, modifier=draft.modifier)
    scale = {"FN": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000), "WE": ("W", 1)}
    smaller, factor = scale.get(unit, (unit, 1))
    here = base.start
    if here is None or step == 0 or count > _FAR:
        return Reading("DURATION", value, modifier=draft.modifier)
    there = same_day(here, smaller, int(count) * factor * (1 if step > 0 else -1))
    low, high = min(here, there), max(here, there)
    return Reading("DURATION", value, None, open_range(low, high, "day"), draft.modifier)


def vague(draft: Draft, context: Context) -> Reading | None:
    """Recent months, the coming years."""
    past = draft.says("passed")
    return Reading("DATE", "PAST_REF" if past else "FUTURE_REF")


_SEASON_LETTERS = {"SP": "SP", "SU": "SU", "FA": "FA", "WI": "WI"}


def repeated(draft: Draft, context: Context) -> Reading | None:
    """daily, every Thursday, each July, three times a week."""
    adverb = draft.word("adverbial")
    if adverb:
        return Reading("SET", adverb)
    weekday = draft.number("weekday") or draft.number("weekdays")
    if weekday:
        part = draft.word("daypart")
        return Reading("SET", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if draft.number("month"):
        return Reading("SET", f"XXXX-{draft.number('month'):02d}")
    season = draft.word("season") or draft.word("seasons")
    if season:
        return Reading("SET", f"XXXX-{_SEASON_LETTERS[season]}")
    if draft.word("daypart"):
        return Reading("SET", f"XXXX-XX-XXT{draft.word('daypart')}")
    unit = _unit(draft)
    if not unit:
        return None
    count = count_of({name: value for name, value in draft.slots.items() if name == "number"})
    if "ordinal" in draft.slots:
        count = float(draft.number("ordinal") or 1)
    if draft.says("counted"):
        count = 1.0
    return Reading("SET", period(2.0 if draft.says("alternate") else count, unit))


_MIDWEEK, _FRIDAY = 3, 5


def in_context(draft: Draft, context: Context) -> Reading | None:
    """The quarter, the year, the weekend: the one the text is about; year-end."""
    unit, base = _unit(draft), context.base
    if draft.words[-1] in draft.cues["finish"]:
        return _year_end(draft, unit, context)
    if unit == "Y" and draft.after() in draft.cues["ending"]:
        return Reading("DURATION", "P1Y")
    if draft.says("whole"):
        return of_moment(base.at("Y")) if unit == "Y" and base is not None else None
    if unit == "Q" and context.quarter is not None:
        return of_moment(context.quarter)
    if base is None:
        return None
    if unit == "Q" and context.anchor is not None:
        moment = context.anchor.shift("Q", -1)
        return of_moment(moment) if moment else None
    if unit == "WE":
        here = base.start.isoweekday() if base.start else 1
        moment = base.shift("WE", 0 if here > _FRIDAY or (draft.direction > 0 and here >= _MIDWEEK) else -1)
        return of_moment(moment, draft.modifier) if moment else None
    if draft.modifier in ("START", "MID", "END") and unit in ("W", "M", "Y"):
        near = context.ref if context.narrative and context.ref else base
        moment = near.shift(unit, 0)
        return of_moment(moment, draft.modifier) if moment else None
    return None


def _year_end(draft: Draft, unit: str, context: Context) -> Reading | None:
    """year-end, month's end: the last day where it is written as one word."""
    base = context.base
    if base is None or unit not in ("Y", "M", "Q"):
        return None
    moment = base.at(unit)
    if "-" in draft.words and unit == "Y":
        return of_moment(Moment("D", moment.year, 12, 31))
    return of_moment(moment, "END")


def reference(draft: Draft, context: Context) -> Reading | None:
    """now, recently, soon, the future."""
    value = draft.word("reference")
    if not value:
        if draft.says("present"):
            value = "PRESENT_REF"
        elif draft.says("gone"):
            value = "PAST_REF"
        else:
            value = "FUTURE_REF"
    if draft.words[0] in draft.cues["future_only"] and draft.direction <= 0:
        return None
    here = context.anchor.range() if context.anchor and value == "PRESENT_REF" and not context.narrative else None
    return Reading("DATE", value, None, here)
