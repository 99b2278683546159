"""Points that ask at what hour: clock times and parts of the day of one event, compared as stretches of the day."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from readout.analysis.accounts.candidates import pairs_by_weight
from readout.analysis.accounts.drafts import PointDraft, asserted
from readout.analysis.accounts.questions import Times, ask
from readout.analysis.accounts.setting.clauses import token_at
from readout.analysis.accounts.values.eventodds import odds_of_words
from readout.analysis.accounts.values.moments import moment_at
from readout.groups import Groups
from readout.language.dayhours import day_hours, repeated_deeds
from readout.language.logistic import probability
from readout.ranges import DateRange
from readout.text.fold import fold
from readout.types import PointKind, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.analysis.accounts.values.moments import Moment
    from readout.types import TimeExpression

_DAY = 1440  #: minutes
_BUDGET = 20_000  #: pairs of hours looked at for a stem, the rarest stems first
_START = -3.5  #: log odds that two hours are of one event, before anything else is known
_ONE = -0.2  #: log odds above which two hours are of one event
_ONE_APART = 0.3  #: the same, of two that cannot both be true
_SURE = 0.8  #: the same, above which two that differ are a dispute
_SAME_MINUTE, _SAME_HOUR = 3.5, 1.0  #: for the same odd minute ("17:06") in both, and for the same full hour
_EXACT, _ROUND, _ROUGH = 3, 10, 30  #: minutes by which 17:06, 5 p.m. and "around 5" can be off
_GAP = 30  #: minutes that must lie between two hours that cannot both be true
_MUCH = 4  #: words shared near two hours that speak for one event wherever they stand
_TOLD = 2  #: words that clauses of one event with two hours share, where the parse has no deed for both
_ROUNDED = 15  #: minutes that a clock is rounded to
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_HALF_SAID = re.compile(r"(?<![^\W\d_])([ap])\.?\s?m\b", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:[A-Z]{1,4}T|UTC)\b")
_NAMED_PART = re.compile(r"\s*(morning|afternoon|evening|night)\b")
_FIRST_CLOCK = r"(?:[\d:.]+\s?(?:[ap]\.?\s?m\.?)?(?:\s+local time)?\s*\()?"  #: "as of 4 p.m. local time (1100 GMT)"
_POINTING = frozenset({"it", "this", "that", "they"})
_BEFORE = 40  #: characters before a time in which a bound and another clock stand
_FIRST = 3  #: words at the beginning of a clause
_HEAD = 3  #: sentences at the head of a report, its headline among them
_WEEKDAY = re.compile(r"-WXX-(\d)")
_PART_OF_NAME = re.compile(r"[A-Z]\w*$")
_UNKNOWN = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Hour:
    """One time of the day: its stretch in minutes, and its day as a number where it is told."""

    moment: Moment
    minutes: tuple[str, int, int]  #: zone ("" is that of the place), first and last minute
    day: int | None
    weekday: int | None  #: 1 is Monday
    clock: bool  #: whether it is read off a clock


def _stretch(line: Line, time: TimeExpression) -> tuple[int, int, bool] | None:
    """The minutes of the day that some words can mean, and whether they read a clock; None for no hour."""
    start, end = time.span.start - line.start, time.span.end - line.start
    shown, behind = line.text[start:end].lower(), line.text[end : end + 12]
    known = day_hours()
    before = line.text[max(0, start - _BEFORE) : start].lower()
    ahead = before[-24:]
    if (
        _PART_OF_NAME.search(line.text[start:end])
        and re.match(r"\s[A-Z]", line.text[end:])
        and not time.value[-1:].isdigit()
    ):
        return None  # "Monday Night Football"
    if re.search(rf"(?<!\w)(?:{'|'.join(known.words['bounds'])})\s+(?:the\s+)?{_FIRST_CLOCK}$", before):
        return None
    rough = any(re.search(rf"\b{word}\b", shown) for word in known.words["about"])
    words = ahead[-16:] + shown if "hours of" in ahead else shown
    for part in sorted(known.parts, key=len, reverse=True):
        if re.search(rf"(?<![\w-]){part}\b", words) and not any(character == ":" for character in shown):
            if _CLOCK.search(time.value) and known.parts[part][1] - known.parts[part][0] > _DAY // 4:
                break  # "8 in the morning"
            return *_part(part, words, rough=rough), False
    found = _CLOCK.search(time.value) if time.type == "TIME" else None
    if found:
        minute = _minute(int(found[1]), int(found[2]), shown, behind)
        if minute is None:
            return None
        off = _ROUGH if rough else _ROUND if minute % _ROUNDED == 0 else _EXACT
        return minute - off, minute + off, True
    edge = shown.split()[0]
    if edge in known.edges and time.range is not None and time.range.granularity == "day":
        return *known.edges[edge], False
    return None


def _part(part: str, shown: str, *, rough: bool) -> tuple[int, int]:
    """The minutes of a part of the day; "late" and "early" leave two thirds of it."""
    known = day_hours()
    low, high = known.parts[part]
    third = (high - low) // 3
    if any(re.search(rf"\b{word}\b", shown) for word in known.words["late"]):
        low += third
    elif any(re.search(rf"\b{word}\b", shown) for word in known.words["early"]) and part != "early hours":
        high -= third
    return (low - _ROUGH, high + _ROUGH) if rough else (low, high)


def _minute(hour: int, minute: int, shown: str, behind: str) -> int | None:
    """The minute of the day that a clock shows; None where nothing says which half of the day it is."""
    known = day_hours()
    if hour > 12 or _HALF_SAID.search(shown) or re.search(r"\bin the\b", shown):
        return hour * 60 + minute
    half = _HALF_SAID.match(behind.lstrip())
    named = _NAMED_PART.match(behind)
    if half or named:
        later = (half is not None and half[1].lower() == "p") or (named is not None and named[1] != "morning")
        return (hour % 12 + (12 if later else 0)) * 60 + minute
    whole = any(word in shown for word in known.words["local"]) or _ZONE.search(shown.upper() + behind)
    return hour * 60 + minute if whole or ("o'clock" not in shown and shown[:1] == "0") else None


def _zone(line: Line, time: TimeExpression) -> str:
    """The zone that an hour is told in; "" for the place's own."""
    start, end = time.span.start - line.start, time.span.end - line.start
    found = _ZONE.search(line.text[start:end]) or re.match(r"\s?\(?([A-Z]{1,4}T|UTC)\b", line.text[end : end + 9])
    zone = found[0].strip(" (").lower() if found else ""
    return "gmt" if zone in day_hours().words["universal"] else zone


def _meant(line: Line, moment: Moment, scene: Scene) -> frozenset[str]:
    """The stems of what is only pointed at: of the sentence before for "it hit", of the head for "the disaster"."""
    told = line.folded_in(moment.evidence.start, moment.evidence.end)
    lines = scene.lines_of(line.article)
    found: frozenset[str] = frozenset()
    if line.number and not _POINTING.isdisjoint(told[:_FIRST]):
        found |= lines[line.number - 1].stems
    opening = [word.folded for word in line.words[: _FIRST + 1]]
    if opening[:1] == ["the"] and not set(day_hours().words["events"]).isdisjoint(opening):
        found = found.union(*(head.stems for head in lines[:_HEAD]))
    return found


def _hour(line: Line, time: TimeExpression, scene: Scene) -> Hour | None:
    found = _stretch(line, time)
    if found is None:
        return None
    low, high, clock = found
    dated = time.range is not None and time.range.low is not None and time.range.days == 1
    day = (time.range.low or "")[:10] if dated and time.range is not None else _UNKNOWN
    moment = moment_at(line, time.span, DateRange(low=day, high=day, granularity="day"), scene)
    moment = replace(moment, stems=moment.stems | _meant(line, moment, scene))
    number = date.fromisoformat(day).toordinal() if dated else None
    named = _WEEKDAY.search(time.value)
    weekday = (number - 1) % 7 + 1 if number is not None else int(named[1]) if named else None
    return Hour(moment, (_zone(line, time), low, high), number, weekday, clock)


def _in_course(line: Line, time: TimeExpression) -> bool:
    """Whether something went on at a time, which says nothing of when it happened: "crews were still pumping at noon".

    "It was crossing the bay at noon when it sank" does.
    """
    tokens = line.tokens
    number = token_at(tokens, time.span.start)
    while number >= 0 and tokens[number].pos != "VERB":
        number = tokens[number].head if tokens[number].head != number else -1
    if number < 0 or any(word.folded == "when" for word in line.words):
        return False
    below = [token for token in tokens if tokens[token.head] is tokens[number]]
    lasting = tokens[number].text.endswith("ing") and any(token.dep == "aux" for token in below)
    return lasting or any(fold(token.text) == "still" for token in below)


def read_hours(scene: Scene) -> list[Hour]:
    """The hours that a story names, in order of article and place."""
    hours: list[Hour] = []
    for annotation in scene.annotations:
        for time in sorted(annotation.times, key=lambda t: (t.span, t.value)):
            line = scene.line_at(annotation.article.id, time.span.start)
            if line is None or "(@" in line.text or time.type not in ("DATE", "TIME") or _in_course(line, time):
                continue
            hour = _hour(line, time, scene)
            if hour is not None:
                hours.append(hour)
    return hours


def _told_alike(a: Hour, b: Hour) -> tuple[tuple[int, int], tuple[int, int], bool] | None:
    """The two stretches in one zone, and whether that is sure; None where they cannot be compared."""
    one, two = a.minutes, b.minutes
    if one[0] == two[0]:
        return one[1:], two[1:], True
    if "gmt" in (one[0], two[0]) or (one[0] and two[0]):
        return None
    return one[1:], two[1:], False


def _gap(a: Hour, b: Hour) -> int | None:
    """Minutes that lie between two hours (0 or less: they can be one); None where they cannot be compared."""
    found = _told_alike(a, b)
    if found is None:
        return None
    (low, high), (other_low, other_high), sure = found
    gaps = [max(low - other_high - shift, other_low + shift - high) for shift in (-_DAY, 0, _DAY)]
    if a.day is None or b.day is None:
        if a.weekday and b.weekday and a.weekday != b.weekday:
            return None
        return min(gaps) if sure else min(min(gaps), 0)
    apart = b.day - a.day
    if abs(apart) > 1:
        return None
    gap = gaps[apart + 1]
    return (gap if sure else min(gap, 0)) if apart == 0 or gap <= 0 else None


def _odds(a: Hour, b: Hour, scene: Scene) -> float | None:
    """The log odds that two hours of two reports are of one event; None where they are not compared."""
    one, two = a.moment, b.moment
    if one.line.article == two.line.article or _gap(a, b) is None:
        return None
    deeds = one.happening.deeds & two.happening.deeds
    told = _of_clause(one) & _of_clause(two)
    same = _same_clock(a, b)
    if not (same or deeds or told or one.core & two.core or len(one.stems & two.stems) >= _MUCH):
        return None
    if _hardly_meet(a, b) and not _plainly_one(one, two, told):
        return None
    return _START + odds_of_words(one, two, scene) + same


def _hardly_meet(a: Hour, b: Hour) -> bool:
    """Whether two hours cannot both be true, or only at the edge: a morning and an afternoon."""
    shorter = min(high - low for _, low, high in (a.minutes, b.minutes))
    return -4 * (_gap(a, b) or 0) < shorter and not (a.clock and b.clock and (_gap(a, b) or 0) < _GAP)


def _plainly_one(one: Moment, two: Moment, told: frozenset[str]) -> bool:
    """Whether two times that do not meet are of one event and doer: by the deed, or by what both clauses tell."""
    if one.happening.doers and two.happening.doers and not one.happening.doers & two.happening.doers:
        return False
    pointed = one.happening.deeds & two.stems | two.happening.deeds & one.stems
    return bool(pointed - repeated_deeds()) or len(told - one.names - two.names) >= _TOLD


def _same_clock(a: Hour, b: Hour) -> float:
    """What it speaks for one event that two clocks show the same."""
    if not (a.clock and b.clock and a.minutes == b.minutes):
        return 0.0
    return _SAME_MINUTE if (a.minutes[1] + a.minutes[2]) // 2 % _ROUNDED else _SAME_HOUR


def _of_clause(moment: Moment) -> frozenset[str]:
    """The stems of the clause of a time."""
    held = moment.line.terms_in(moment.evidence.start, moment.evidence.end)
    return frozenset(term.stem for term in held) & moment.stems


def hour_points(scene: Scene) -> list[PointDraft]:
    """The points of a story that ask at what hour; hours that all are one part of one day tell no more than the day."""
    hours = read_hours(scene)
    told: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
    for hour in hours:
        told[hour.moment.line.article].add(hour.minutes)
    links = []
    for a, b in sorted(pairs_by_weight([hour.moment.stems for hour in hours], scene.weights, _BUDGET)):
        one, two = hours[a], hours[b]
        apart = _hardly_meet(one, two)
        if apart and (two.minutes in told[one.moment.line.article] or one.minutes in told[two.moment.line.article]):
            continue  # who tells both hours tells of two occurrences
        odds = _odds(one, two, scene)
        if odds is not None and odds >= (_ONE_APART if apart else _ONE):
            links.append((odds, a, b))
    groups = Groups(range(len(hours)))
    for _, a, b in links:
        groups.join(a, b)
    best: dict[int, float] = defaultdict(lambda: -1.0)
    for odds, a, _ in links:
        best[groups.root(a)] = max(best[groups.root(a)], odds)
    drafts = (_draft([hours[m] for m in found], best[found[0]], scene) for found in groups.all() if len(found) > 1)
    return [draft for draft in drafts if draft is not None]


def _standing(hours: Sequence[Hour], odds: float, scene: Scene) -> tuple[Standing, str]:
    gaps = [_gap(a, b) or 0 for n, a in enumerate(hours) for b in hours[n + 1 :]]
    if max(gaps) < _GAP:
        if len({scene.origin_at(hour.moment.span) for hour in hours}) < 2:
            return Standing.SINGLE, "several reports, but of one origin"
        same = len({hour.minutes for hour in hours}) == 1
        return (
            (Standing.AGREED, "the hours are the same")
            if same
            else (Standing.COMPATIBLE, "one hour can be within the other")
        )
    deeds = frozenset.intersection(*(hour.moment.happening.deeds for hour in hours))
    if deeds - repeated_deeds() or odds >= _SURE:
        return Standing.DISPUTED, "hours that cannot both be true"
    return Standing.COMPATIBLE, "the hours differ, and nothing shows that they are of one occurrence"


def _tell_more(hours: Sequence[Hour]) -> bool:
    """Whether hours tell more than their day: by a clock, or parts of it that hardly overlap."""
    if any(hour.clock for hour in hours):
        return True
    for number, a in enumerate(hours):
        for b in hours[number + 1 :]:
            shorter = min(high - low for _, low, high in (a.minutes, b.minutes))
            if -2 * (_gap(a, b) or 0) < shorter and a.minutes != b.minutes:
                return True
    return False


def _draft(hours: Sequence[Hour], odds: float, scene: Scene) -> PointDraft | None:
    by_hours: dict[tuple[int, int], list[Hour]] = defaultdict(list)
    for hour in hours:
        by_hours[hour.minutes[1:]].append(hour)
    if not _tell_more(hours):
        return None
    standing, why = _standing(hours, odds, scene)
    if standing is Standing.SINGLE and not any((_gap(a, b) or 0) >= _GAP for a in hours for b in hours):
        return None
    accounts = []
    for _, group in sorted(by_hours.items()):
        moments = [hour.moment for hour in group]
        value = next((hour.moment.range for hour in group if hour.day is not None), None)
        holders = (name for moment in moments for name in scene.tellers_of(moment.span))
        evidence = (moment.evidence for moment in moments)
        accounts.append(asserted(scene.shown(moments[0].span), holders, evidence, value))
    if standing is Standing.DISPUTED and len({account.holders for account in accounts}) < 2:
        return None
    return PointDraft(
        question=ask(Times([hour.moment for hour in hours], hours=True), scene),
        kind=PointKind.DATE,
        standing=standing,
        accounts=tuple(accounts),
        rule="hours of one event",
        why=why,
        strength=probability(odds),
    )
