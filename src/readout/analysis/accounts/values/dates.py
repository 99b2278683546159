"""Points that ask for a date: times of one event, gathered over articles and compared as ranges."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from readout.analysis.accounts.candidates import pairs_by_weight
from readout.analysis.accounts.drafts import PointDraft, asserted
from readout.analysis.accounts.questions import Times, ask
from readout.analysis.accounts.setting.kept import kept
from readout.analysis.accounts.values.eventodds import odds_of_event, odds_of_words, tells_deed
from readout.analysis.accounts.values.moments import Moment, read_moments
from readout.groups import Groups
from readout.language.dayhours import repeated_deeds
from readout.language.logistic import probability
from readout.language.terms import title_stems
from readout.language.wordsets import word_sets
from readout.text.fold import fold
from readout.types import PointKind, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readout.analysis.accounts.setting.scene import Scene

_DEED = 3.5  #: weight that two times of one day and one deed share
_JOINED = 0.3  #: how sure one day and one deed make it that two times date one event
_SPEAKING = 60  #: times of one event that are compared with each other
_BUDGET = 60_000  #: pairs of times looked at for a stem, the rarest stems first
_SURE, _SURE_WITHIN = 0.0, 0.25  #: log odds above which two times date one event: of one range, or that only fit
_SURE_LOOSELY = 1.6  #: the same, where one is a long time told without a date, and the parse has no deed for both
_SURE_SAME_REPORT = 0.4  #: the same, of one report
_PAIRED = 1.2  #: weight that two times must share to be compared
_YEAR, _YEAR_PART = 2.5, 0.12  #: what two times share of which one is only a year
_ALIKE, _ALIKE_WRITTEN = 0.3, 0.12  #: how alike two groups of times are on the whole, the second as dates
_ONCE = 4.3  #: what words and parse must add to the odds of two dates that cannot both be true
_LONG_APART = {"month": 31, "year": 366}  #: days between the beginnings of two months, or years, next to each other
_APART = 3  #: days between two dates of one event that can be a dispute; more are two events
_FINE = frozenset({"day", "part of day", "hour", "minute", "second"})


_RELATIVE = re.compile(
    r"\b(?:last|this|next|past|earlier|later|ago|recent|coming|previous|weekend|overnight)\b", re.IGNORECASE
)
_NAMED_TIMES = word_sets("accounts")["named_times"]
_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}\b", re.IGNORECASE)


@kept
def _is_named(moment: Moment) -> bool:
    """Whether a day is named (a weekday, a day of the month): only such days can conflict."""
    start, end = moment.span.start - moment.line.start, moment.span.end - moment.line.start
    return moment.range.granularity in _FINE and bool(_DAY.search(moment.line.text[start:end]))


@kept
def _is_written(moment: Moment) -> bool:
    """Whether the time is written with a number (a day of a month, a year): the same one is seldom chance."""
    start, end = moment.span.start - moment.line.start, moment.span.end - moment.line.start
    return any(character.isdigit() for character in moment.line.text[start:end])


def _ordinal(day: str | None) -> int:
    """A day as a number."""
    return date.fromisoformat((day or "0001-01-01")[:10]).toordinal()


def _one_event(a: Moment, b: Moment, scene: Scene) -> float:
    """How sure it is that two times date one event; 0.0 if it is not."""
    if _fits(a, b, scene):
        return probability(odds_of_event(a, b, scene))
    shared, part, _ = scene.likeness(a.stems, b.stems)
    if _by_others(a, b) or ("year" in (a.range.granularity, b.range.granularity) and not _one_year(a, b, shared, part)):
        return 0.0
    if a.range.compatible(b.range) and _one_deed(a, b, shared):
        return max(part, _JOINED)
    if a.range.compatible(b.range):
        same = a.range.granularity == b.range.granularity
        coarse = max(a.range.days or 0, b.range.days or 0) > _APART
        if coarse and not same and not _joins_coarse(a, b):
            return 0.0  # "earlier this year" holds every Monday
        if not (a.stems & b.stems) - (a.names & b.names) and not _one_doer(a, b):
            return 0.0  # only one name on one day
        weight, share, stems = (5.0, 0.34, 2) if same else (6.0, 0.4, 3)
        return part if shared >= weight and part >= share and len(a.stems & b.stems) >= stems else 0.0
    return _done_once(a, b, scene)


def _done_once(a: Moment, b: Moment, scene: Scene) -> float:
    """How sure it is that two reports date one deed to two days or months near each other: none that is done again."""
    one, two = a.happening, b.happening
    if not one.deeds & two.deeds - repeated_deeds() or (one.doers and two.doers and not one.doers & two.doers):
        return 0.0
    if a.length or b.length:
        return 0.0  # "has grown for two months" tells no day
    size = a.range.granularity if a.range.granularity == b.range.granularity else ""
    long = size in _LONG_APART
    near = abs(_ordinal(a.range.low) - _ordinal(b.range.low)) <= _LONG_APART.get(size, _APART)
    if not near or not (long or (_is_named(a) and _is_named(b))):
        return 0.0
    if size == "year" and not (_is_written(a) and _is_written(b)):
        return 0.0  # "last year"
    if scene.origin_at(a.line.span) == scene.origin_at(b.line.span):
        return 0.0
    odds = odds_of_words(a, b, scene) - _ONCE
    return probability(odds) if odds >= 0.0 else 0.0


def _fits(a: Moment, b: Moment, scene: Scene) -> bool:
    """Whether two times can be one and so much speaks for it that they are; within one report only the same day."""
    if not a.range.compatible(b.range) or _by_others(a, b):
        return False
    if a.line.article == b.line.article:
        dated = a.range == b.range and a.range.days == 1 and _is_written(a) and _is_written(b)
        return dated and bool(a.stems & b.stems) and odds_of_event(a, b, scene) >= _SURE_SAME_REPORT
    if not (a.stems & b.stems) - title_stems() and not (_is_written(a) and _is_written(b)):
        return False
    return odds_of_event(a, b, scene) >= _least(a, b)


def _least(a: Moment, b: Moment) -> float:
    """The log odds from which two times date one event: more for "last week" and a day of it with no deed for both."""
    if a.range == b.range:
        return _SURE
    longer = max(a, b, key=lambda moment: moment.range.days or 0)
    start, end = longer.span.start - longer.line.start, longer.span.end - longer.line.start
    loose = (longer.range.days or 0) > _APART and _is_pointed_at(longer.line.text[start:end])
    return _SURE_LOOSELY if loose and not tells_deed(a, b) else _SURE_WITHIN


def _is_pointed_at(shown: str) -> bool:
    """Whether a time is told only as seen from the day of writing, without the name of a month or season."""
    return bool(_RELATIVE.search(shown)) and not {fold(word) for word in shown.split()} & _NAMED_TIMES


def _by_others(a: Moment, b: Moment) -> bool:
    """Whether the same is done by two who are named: Quill pleads guilty in 2018, and Fenn in September 2018."""
    one, two = a.happening, b.happening
    if a.range.granularity == b.range.granularity or not one.deeds & two.deeds:
        return False
    return bool(one.doers and two.doers) and not one.doers & two.doers


def _one_year(a: Moment, b: Moment, shared: float, part: float) -> bool:
    """Whether a year and a time in it date one event: by more than a few words, or by the deed."""
    deed = bool(a.core & b.core or a.happening.deeds & b.happening.deeds)
    if a.range.granularity == b.range.granularity:
        return deed or (shared >= _YEAR and part >= _YEAR_PART)
    return (deed and shared >= _YEAR) or (shared >= 2 * _YEAR and part >= 2 * _YEAR_PART)


def _one_doer(a: Moment, b: Moment) -> bool:
    """Whether one who is named does something at both times, not only says something, or has to do with one other."""
    one, two = a.happening, b.happening
    doers = one.doers & two.doers
    others = (a.names & b.names) - one.doers - two.doers - title_stems()
    return bool(doers) and bool((one.deeds and two.deeds) or others)


def _joins_coarse(a: Moment, b: Moment) -> bool:
    """Whether a long time and a short one in it can date one event: by the parse, or by the word beside both."""
    if a.happening.deeds & b.happening.deeds and a.happening.things & b.happening.things:
        return True
    return bool(a.core & b.core & (a.happening.deeds | b.happening.deeds)) or (_is_written(a) or _is_written(b))


def _one_deed(a: Moment, b: Moment, shared: float) -> bool:
    """Whether two times of one day stand beside the same word and share another: "were found Monday"."""
    if not (a.range.days == b.range.days == 1):
        return False
    if _one_happening(a, b):
        return True
    return bool(a.core & b.core) and shared >= _DEED and len(a.stems & b.stems) >= 2


def _one_happening(a: Moment, b: Moment) -> bool:
    """Whether the parse has the same done, by or to the same, on one day."""
    same = bool(a.happening.deeds & b.happening.deeds and a.happening.things & b.happening.things)
    return same and a.range.days == b.range.days == 1 and a.range.compatible(b.range)


def _standing(members: Sequence[Moment]) -> tuple[Standing, str]:
    ranges = list(dict.fromkeys(moment.range for moment in members))
    if any(not a.compatible(b) for n, a in enumerate(ranges) for b in ranges[n + 1 :]):
        return Standing.DISPUTED, "dates that cannot both be true"
    if len({(r.low or "")[:10] + "/" + (r.high or "")[:10] for r in ranges}) == 1:
        return Standing.AGREED, "the dates are the same"
    return Standing.COMPATIBLE, "one date lies within the other"


def _without_strays(members: list[Moment], scene: Scene) -> list[Moment]:
    """Without times that clash with the others, unless two reports plainly date one event differently."""
    ranges = list(dict.fromkeys(moment.range for moment in members))
    if all(a.compatible(b) for n, a in enumerate(ranges) for b in ranges[n + 1 :]):
        return members
    shown = [moment for moment in members if not _tells_two(moment, members)][:_SPEAKING]
    clashing = ((a, b) for n, a in enumerate(shown) for b in shown[n + 1 :] if not a.range.compatible(b.range))
    if any(_one_event(a, b, scene) for a, b in clashing):
        return members
    counts = Counter(moment.range for moment in members)
    best = max(ranges, key=lambda r: (sum(counts[o] for o in ranges if o.compatible(r)), -ranges.index(r)))
    return [moment for moment in members if moment.range.compatible(best)]


def _tells_two(moment: Moment, members: Sequence[Moment]) -> bool:
    """Whether its sentence gives another time as well: "called off both, Saturday's in Aldport and Sunday's here"."""
    return any(other.line.key == moment.line.key and not other.range.compatible(moment.range) for other in members)


def _draft(members: list[Moment], strength: float, scene: Scene) -> PointDraft | None:
    members = _without_strays(members, scene)
    if len({moment.line.article for moment in members}) < 2 or all(moment.length for moment in members):
        return None
    standing, why = _standing(members)
    alone = len({scene.origin_at(moment.line.span) for moment in members}) < 2
    if alone and standing is not Standing.DISPUTED:
        standing, why = Standing.SINGLE, "several reports, but of one origin"
    by_range: dict[tuple[str, str], list[Moment]] = defaultdict(list)
    for moment in members:
        by_range[(moment.range.low or "")[:10], (moment.range.high or "")[:10]].append(moment)
    accounts = []
    for _, group in sorted(by_range.items()):
        first = group[0]
        holders = (name for m in group for name in scene.tellers_of(m.span))
        accounts.append(asserted(scene.shown(first.span), holders, (m.evidence for m in group), first.range))
    if standing is Standing.DISPUTED and len({account.holders for account in accounts}) < 2:
        return None
    return PointDraft(
        question=ask(Times(members), scene),
        told=Times(members).told(scene),
        kind=PointKind.DATE,
        standing=standing,
        accounts=tuple(accounts),
        rule="times of one event",
        why=why,
        strength=strength,
    )


def date_points(scene: Scene) -> list[PointDraft]:
    """The points of a story that ask for a date."""
    drafts = (_draft(members, strength, scene) for members, strength in _gather(read_moments(scene), scene))
    return [draft for draft in drafts if draft is not None]


def _gather(moments: Sequence[Moment], scene: Scene) -> list[tuple[list[Moment], float]]:
    """The times by what they date, with how sure the surest two of them are."""
    links = []
    pairs = pairs_by_weight([moment.stems for moment in moments], scene.weights, _BUDGET)
    near = {pair for pair, weight in pairs.items() if weight >= _PAIRED}
    likenesses: dict[tuple[int, int], float] = {}
    known: dict[tuple[int, int], float] = {}  # groups that grow are asked of the same pairs again and again

    def surety(a: int, b: int) -> float:
        if (a, b) not in known:
            known[a, b] = _one_event(moments[a], moments[b], scene)
        return known[a, b]

    def alike(a: int, b: int) -> float:
        if (a, b) not in likenesses:
            likenesses[a, b] = max(scene.likeness(moments[a].stems, moments[b].stems)[1], surety(a, b))
        return likenesses[a, b]

    for a, b in sorted(near | _on_one_date(moments)):
        strength = surety(a, b)
        if strength:
            links.append((strength, a, b))
    groups = Groups(range(len(moments)))
    sizes: dict[int, list[int]] = {number: [number] for number in range(len(moments))}
    for _, a, b in sorted(links, key=lambda link: (-link[0], link[1:])):
        one, two = groups.root(a), groups.root(b)
        clash = not moments[a].range.compatible(moments[b].range)
        if one == two or (not clash and not _all_fit(sizes[one], sizes[two], moments)):
            continue
        if _hangs_together(sizes[one], sizes[two], moments, alike):
            groups.join(a, b)
            sizes[groups.root(a)] = sorted(sizes[one] + sizes[two])
    best: dict[int, float] = defaultdict(float)
    for strength, a, _ in links:
        best[groups.root(a)] = max(best[groups.root(a)], strength)
    return [([moments[member] for member in members], best[members[0]]) for members in groups.all()]


def _on_one_date(moments: Sequence[Moment]) -> set[tuple[int, int]]:
    """The pairs of times that are one day, written as a date: what is told of it may share only a common word."""
    days: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    for number, moment in enumerate(moments):
        if moment.range.days == 1 and _is_written(moment):
            days[moment.range.low, moment.range.high].append(number)
    return {pair for members in days.values() for pair in combinations(members[:_SPEAKING], 2)}


def _all_fit(one: Sequence[int], two: Sequence[int], moments: Sequence[Moment]) -> bool:
    """Whether the times of two groups can all be one."""
    return all(moments[a].range.compatible(moments[b].range) for a in one[:8] for b in two[:8])


def _hangs_together(
    one: Sequence[int],
    two: Sequence[int],
    moments: Sequence[Moment],
    alike: Callable[[int, int], float],
) -> bool:
    """Whether two groups of times are alike on the whole, not only through one pair; `alike` tells it of two times."""
    pairs = [(a, b) for a in one[:8] for b in two[:8]]
    members = [moments[m] for m in (*one[:8], *two[:8])]
    if all(_is_written(m) and m.range.days == 1 for m in members):
        return True  # one day, written as a date: seldom two events
    if 3 * sum(_one_happening(moments[a], moments[b]) for a, b in pairs) >= len(pairs):
        return True
    likeness: dict[tuple[str, str], float] = defaultdict(float)
    for a, b in pairs:
        found = alike(a, b)
        reports = (moments[a].line.article, moments[b].line.article)
        likeness[reports] = max(likeness[reports], found)  # a report that tells it often does not count more
    mean = sum(likeness.values()) / len(likeness)
    return mean >= (_ALIKE_WRITTEN if all(_is_written(moments[a]) for a in (*one[:8], *two[:8])) else _ALIKE)
