"""Reading a stretch of text: match the patterns, join neighbours, resolve each expression in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.times import dates, lengths, parts
from readout.analysis.times.context import Draft, find_direction
from readout.analysis.times.merge import join_neighbours, take_modifier
from readout.ranges import DateRange

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readout.analysis.times.context import Context, Reading
    from readout.analysis.times.grammar import Grammar
    from readout.analysis.times.tokens import Token
    from readout.language.calendar import Calendar

_LAST_HOUR, _MINUTES, _FIGURES = 24, 60, 4
_OLDEST_NAMED = 1500  #: "the 1789 revolution", but "the 1033 program"

_RESOLVERS: dict[str, Callable[[Draft, Context], Reading | None]] = {
    "absolute": dates.absolute,
    "date": dates.calendar_date,
    "deictic": dates.deictic,
    "relative": dates.relative,
    "anaphoric": dates.anaphoric,
    "offset": dates.offset,
    "context": lengths.in_context,
    "duration": lengths.duration,
    "span": lengths.stretch,
    "vague": lengths.vague,
    "set": lengths.repeated,
    "reference": lengths.reference,
    "season": parts.season,
    "quarter": parts.quarter,
    "halves": parts.halves,
    "weekof": parts.week_of,
    "fiscal": parts.fiscal,
    "decade": parts.decade,
    "century": parts.century,
    "clock": parts.clock,
    "daypart": parts.daypart,
}


def find_drafts(tokens: Sequence[Token], grammar: Grammar, calendar: Calendar) -> list[Draft]:
    """The expressions of a stretch of text, in order, not yet resolved."""
    classes = grammar.classes(tokens)
    drafts: list[Draft] = []
    done = 0
    for at in grammar.places(classes):
        found = _longest(grammar, calendar, tokens, classes, at) if at >= done else None
        if found is None:
            continue
        if found.kind != "nothing":
            drafts.append(found)
            more = second_half(found)
            if more is not None:
                drafts.append(more)
                found = more
        done = max(found.last, at + 1)
    widened: list[Draft] = []
    for draft in join_neighbours(drafts):
        taken = take_modifier(draft, widened[-1].last if widened else 0)
        taken.direction = find_direction(tokens, taken.first, taken.last, calendar.direction)
        if taken.before() in calendar.cues["the"] and "month" in taken.slots:
            taken.direction = 0  # "the March incident" is known, whatever the clause's tense
        widened.append(taken)
    return widened


def _longest(grammar: Grammar, calendar: Calendar, tokens: Sequence[Token], classes: str, at: int) -> Draft | None:
    best: Draft | None = None
    for match in grammar.matches(tokens, classes, at):
        if best is not None and match.last <= best.last:
            continue
        draft = Draft(match.rule.kind, match.first, match.last, match.slots, match.words, tokens, calendar.cues)
        if acceptable(draft, calendar.weak):
            best = draft
    return best


def resolve(draft: Draft, context: Context) -> Reading | None:
    """What the expression means in its context, which it changes where it names a time; None if it is none."""
    if draft.inner is not None:
        inner = _RESOLVERS[draft.inner.kind](replace(draft.inner, direction=draft.direction), context)
        if inner is not None and inner.moment is not None:
            context = replace(context, fresh=inner.moment.at("D"))
    reading = _RESOLVERS[draft.kind](draft, context)
    if reading is not None and "comparative" in draft.slots:
        return _compared(draft, reading, context)
    return reading


def _compared(draft: Draft, reading: Reading, context: Context) -> Reading:
    """Make "earlier this month" end, and "later this month" begin, on the day of writing."""
    moment, anchor = reading.moment, context.anchor
    whole = moment.range() if moment is not None else None
    if whole is None or anchor is None or anchor.start is None or whole.low is None or whole.high is None:
        return reading._replace(range=whole)
    low, high, today = whole.low, whole.high, anchor.start.isoformat()
    if "rel" in draft.slots and low <= today <= high:
        low, high = (low, today) if draft.modifier == "START" else (today, high)
    return reading._replace(range=DateRange(low=low, high=high, granularity=whole.granularity))


def second_half(draft: Draft) -> Draft | None:
    """The 9 of "August 7-9" and the 16 of "1915-16", which lean on what stands before them."""
    at = draft.last
    if draft.kind != "date" or at + 1 >= len(draft.tokens) or draft.tokens[at].folded not in draft.cues["links"]:
        return None
    token, slots = draft.tokens[at + 1], draft.slots
    hyphen = draft.tokens[at].folded == "-"
    follows = draft.tokens[at + 2].meaning if at + 2 < len(draft.tokens) else {}
    if {"month", "unit", "units", "meridiem", "number"} & set(follows):
        return None
    if set(slots) == {"year"} and hyphen and token.folded.isdecimal() and len(token.folded) == 2:
        year = int(slots["year"]) // 100 * 100 + int(token.folded)
        if year > int(slots["year"]):
            return replace(draft, first=at + 1, last=at + 2, slots={"year": year}, words=(token.folded,))
    day = token.meaning.get("day")
    named = draft.words[-1].isdigit() and "day" in slots and "year" not in slots and "month" in slots
    beyond = draft.tokens[at + 2].folded if at + 2 < len(draft.tokens) else ""
    sure = hyphen or beyond in draft.cues["closed"]
    if named and sure and isinstance(day, int) and day > int(slots["day"]):
        return replace(draft, first=at + 1, last=at + 2, slots={**slots, "day": day}, words=(token.folded,))
    return None


def acceptable(draft: Draft, weak: frozenset[str]) -> bool:
    """Whether what the pattern found can be a time here: a bare number is a year only among the right words."""
    check = _CHECKS.get(draft.kind)
    if check is not None and not check(draft):
        return False
    return not (len(draft.words) == 1 and draft.words[0] in weak)


def _date_fits(draft: Draft) -> bool:
    slots, single = set(draft.slots), draft.last - draft.first == 1
    if slots == {"year"} and single:
        return _is_year(draft)
    if slots == {"month"} and single:
        return _is_month(draft)
    year = draft.number("year")
    if year is not None and "day" not in slots and "era" not in slots and not 1000 <= year < 2200:
        return False
    if slots == {"shortyear"}:
        return draft.before() in draft.cues["year"]
    return True


def _is_year(draft: Draft) -> bool:
    year, cues = draft.number("year") or 0, draft.cues
    before, after = draft.before(), draft.after()
    if before in cues["no_year"] or after in cues["no_year_after"] or _is_four_figures(draft):
        return False
    if before in ("-", "/") and draft.before(2).isdigit() and len(draft.before(2)) < 4:
        return False
    follows = draft.tokens[draft.last].meaning if draft.last < len(draft.tokens) else {}
    if "units" in follows or "unit" in follows:
        return False
    plural = after.endswith("s") and len(after) > 3
    if before in cues["year"] or before == "":
        oldest = _OLDEST_NAMED if before in cues["year_or_name"] else 1000
        return oldest <= year < 2100 and not (plural and before in cues["year_or_count"])
    return 1900 <= year < 2050 and not plural


def _is_month(draft: Draft) -> bool:
    """Whether a month's name is one here: "May said" is a person, "in May" a month."""
    if draft.words[0] not in draft.cues["doubtful_month"]:
        return True
    before, after = draft.before(), draft.after()
    if before not in draft.cues["month"] or (
        after in draft.cues["no_month_the"] and before in draft.cues["the"] | draft.cues["doubtful_month_before"]
    ):
        return False  # "the March for Life"
    return after not in draft.cues["no_month_after"] or before not in draft.cues["doubtful_month_before"]


def _relative_fits(draft: Draft) -> bool:
    """Not "the last week of August"."""
    return draft.after() not in draft.cues["of"] or "season" in draft.slots


def _season_fits(draft: Draft) -> bool:
    return len(draft.words) > 1 or draft.before() in draft.cues["season"]


def _clock_fits(draft: Draft) -> bool:
    if "year" in draft.slots:
        return _is_four_figures(draft)
    return draft.words != (draft.word("clock"),) or draft.before() in draft.cues["clock"] or "clock" not in draft.slots


def _is_four_figures(draft: Draft) -> bool:
    """Whether four figures are a time of the day: 1336 GMT, "at 1700 hours", "at 1353 (1023 GMT)"."""
    hour, minute = divmod(draft.number("year") or 0, 100)
    if hour > _LAST_HOUR or minute >= _MINUTES or len(draft.words[0]) != _FIGURES:
        return False
    if "zone" in draft.slots:
        return True
    if len(draft.words) > 1:
        return draft.before() in draft.cues["figures"]
    told = draft.tokens[draft.last + 1 : draft.last + 3]
    again = len(told) > 1 and bool({"year", "clock"} & set(told[0].meaning)) and "zone" in told[1].meaning
    return again and draft.after() == "(" and draft.before() in draft.cues["figures"]


def _daypart_fits(draft: Draft) -> bool:
    return "rel" in draft.slots or draft.words[0] not in draft.cues["the"] or draft.before() in draft.cues["daypart"]


def _reference_fits(draft: Draft) -> bool:
    if draft.says("that_time"):
        return draft.before() in draft.cues["at"] and draft.after() in draft.cues["closed"]
    return not (draft.says("coming") and draft.after() == "-")


def _duration_fits(draft: Draft) -> bool:
    number = draft.slots.get("number")
    told_at = "unit" in draft.slots or draft.before() in draft.cues["at"]  # "at 1700 hours"
    return not (isinstance(number, (int, float)) and number >= 1000 and told_at)


_CHECKS: dict[str, Callable[[Draft], bool]] = {
    "date": _date_fits,
    "relative": _relative_fits,
    "season": _season_fits,
    "clock": _clock_fits,
    "daypart": _daypart_fits,
    "reference": _reference_fits,
    "duration": _duration_fits,
}
