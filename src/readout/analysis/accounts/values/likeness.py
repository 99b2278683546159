"""Whether two amounts answer one question: by what is counted, what became of it, when, where, and in which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from readout.analysis.accounts.setting.kept import kept
from readout.analysis.accounts.values.implied import TALLY
from readout.analysis.accounts.values.sameness import SURE, is_vague, magnitude, odds_of_one
from readout.language.terms import plain_stem, stem
from readout.ranges import NumberRange
from readout.text.fold import fold

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.scene import Scene
    from readout.analysis.accounts.values.mentions import Mention

_PEOPLE = frozenset({"", "people", "protesters"})
_SHORT_OF = re.compile(r"(?:the\s+)?(?:nearly|almost|close to|approaching|just under|some)\b", re.IGNORECASE)
_DISTANCES = frozenset(("mile", "kilometre", "nautical mile", "metre", "yard", "foot"))  #: told by rough measure
_FEW = 3  #: a count so small that another one is mostly of something else
_HANDFUL = 10
_TIMES_MORE = 4
_HALF = 0.5
_ONE_AGE = 5  #: years by which two ages of one person at one time differ at most
_TOLD_BY_TWO, _TOLD, _VAGUELY = 0.5, 1.0, 2.0  #: weights that two different counts share in a dispute
_ROUGH = 24  #: characters from the start of an amount in which "dozen" makes it rough
_WEEK = 7  #: days between two reports above which different counts need to be told in like words


@dataclass(frozen=True, slots=True)
class Needs:
    """What two amounts of one slot must share: weight of common terms, and share of the lighter one's."""

    weight: float
    share: float


_SURPRISING = Needs(1.2, 0.05)
_EQUAL = Needs(4.0, 0.2)
_FITTING = Needs(6.0, 0.3)
_CONFLICT = Needs(10.0, 0.4)
_ONLY_ONE = 12.0  #: weight that two different numbers of a thing share, of which each report has but one
_BESIDE = 9.0  #: weight that the same large amount shares with the sentences before
_COMMON_PARTS = (50.0, 25.0, 75.0)  #: shares told by a word such as "half", which come often
_MANY_TIMES = 10.0  #: a measure so many times another measures something else
_NOTABLE = 100  #: an amount so large that the same one in another report is seldom of something else
_ROUNDED = 0.05  #: how far a number told by its first digit alone may be from the other


def rounds_to(a: NumberRange, b: NumberRange) -> bool:
    """Whether one exact value is the other, rounded: 8,374 and 8,400, or 2,084 and 2,000."""
    if a.exact is None or b.exact is None:
        return False
    if min(abs(a.exact), abs(b.exact)) < 100:
        return _is_whole(a.exact, b.exact) or _is_whole(b.exact, a.exact)
    for fine, coarse in ((a.exact, b.exact), (b.exact, a.exact)):
        digits = len(f"{abs(coarse):.0f}".rstrip("0"))
        near = digits >= 2 or abs(fine - coarse) <= _ROUNDED * abs(fine)
        if near and float(f"{fine:.{digits - 1}e}") == coarse:
            return True
    return False


def _is_whole(fine: float, whole: float) -> bool:
    """Whether a number is the other without its decimals: 63.04 and 63 per cent."""
    return fine != int(fine) and whole == int(whole) >= _HANDFUL and abs(fine - whole) <= _HALF


@kept
def widened(mention: Mention) -> NumberRange:
    """What the value can stand for: a rough one is wider, and "more than $1 million" may be a million, rounded."""
    start = mention.span.start - mention.line.start
    rough = mention.approximate and mention.value.exact is not None
    shown = mention.line.text[start : start + _ROUGH] if rough else ""
    return _widened(mention.value, mention.dimension in _DISTANCES, shown)


@lru_cache(maxsize=50_000)  # each of many amounts is compared with all of its question
def _widened(value: NumberRange, distance: bool, rough: str) -> NumberRange:
    """A value as a range; `rough` are the words that begin a rough one."""
    if distance and value.exact is not None:
        return NumberRange(low=value.exact * 0.95, high=value.exact * 1.05)
    if not rough or value.exact is None:
        return NumberRange(low=value.low, high=value.high)
    if "dozen" in fold(rough):
        return NumberRange(low=value.exact * 0.75, high=value.exact * 1.1)
    if _SHORT_OF.match(rough[:16]):
        return NumberRange(low=value.exact - abs(value.exact) * 0.1, high=value.exact)
    slack = _slack(abs(value.exact))
    return NumberRange(low=value.exact - slack, high=value.exact + slack)


def _slack(size: float) -> float:
    """How far from a rough number the true one may lie: half its last digit, a twentieth to a tenth of it."""
    digits = f"{size:.0f}"
    last = float(10 ** (len(digits) - len(digits.rstrip("0")))) if digits.strip("0") else 0.0
    return max(0.05 * size, min(0.1 * size, 0.49 * last))


def bucket_of(mention: Mention) -> tuple[str, ...]:
    """What two amounts must have in common to answer one question at all."""
    if mention.dimension == "age":
        owner = mention.owner[-1] if mention.owner else ""
        return ("age", owner) if mention.named else ("age of one", str(mention.value.low))
    if mention.predicate is not None and mention.dimension in ("count", "share"):
        none = ("none", "other" if mention.rest else "") if mention.value.high == 0 else ()
        return ("deed", mention.predicate.name, *none)
    if mention.dimension == "count":
        return ("count", mention.kind if mention.kind and mention.kind != "people" else mention.head)
    if mention.dimension == "duration":
        return (mention.dimension, mention.head or plain_stem(mention.unit or ""))
    return (mention.dimension, "")


def can_be_one(a: Mention, b: Mention) -> bool:
    """Whether nothing in what is counted, what became of it, and when, speaks against two equal amounts being one."""
    if (a.old and b.old and a.old != b.old) or not kinds_fit(a, b, equal=True) or _in_a_row(a) != _in_a_row(b):
        return False
    if a.predicate is not None and b.predicate is not None and a.predicate != b.predicate:
        return not (grows(a) and grows(b))
    return True


_ROW = re.compile(r"\b(?:first|last|next|final)\s$", re.IGNORECASE)


@kept
def _in_a_row(mention: Mention) -> bool:
    """Whether it counts where things stand in a row: "the first three ferries" are no three ferries in all."""
    return mention.dimension == "count" and bool(
        _ROW.search(mention.line.text[: max(0, mention.span.start - mention.line.start)])
    )


def kinds_fit(a: Mention, b: Mention, equal: bool) -> bool:
    """Whether what is counted can be the same: police officers are no answer to how many people."""
    if a.kind == b.kind or (a.kind in _PEOPLE and b.kind in _PEOPLE):
        return True
    return equal and (a.kind in _PEOPLE or b.kind in _PEOPLE)


def _needs_when_equal(mention: Mention) -> Needs:
    """The same large number in two texts is seldom chance, the same small one often is."""
    value = magnitude(mention.value)
    if (mention.dimension == "count" and value <= 2) or (mention.dimension == "share" and value in _COMMON_PARTS):
        return _FITTING
    return _EQUAL if value <= 20 and mention.dimension != "money" else _SURPRISING


def _bare_or_kind(mention: Mention) -> bool:
    """Whether nothing is said to be counted, or a kind of thing we know."""
    return not mention.head or bool(mention.kind)


def _same_frame(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether time and place do not tell the two apart; names of what the story is about do not count."""
    one, two = a.names - scene.leading, b.names - scene.leading
    if a.old != b.old:
        return bool(one & two) and not (a.old and b.old)
    return bool(a.old) or one == two or bool(one & two) or not (one or two)


def _closeness(a: Mention, b: Mention, scene: Scene) -> tuple[float, float]:
    """By weight: what the two amounts share in noun, clause and sentence, and the part of the lighter clause shared."""
    head = scene.weights.get(stem(a.head_word), 0.0) if a.head and a.head == b.head else 0.0
    shared, part, _ = scene.likeness(a.stems, b.stems)
    wide = scene.weight((a.wide & b.wide) - (a.stems & b.stems))
    return head + shared + 0.5 * wide, part


def _alike(a: Mention, b: Mention, scene: Scene, needs: Needs) -> bool:
    """Whether the clauses around two amounts are about one thing."""
    shared, part = _closeness(a, b, scene)
    return shared >= needs.weight and (part >= needs.share or shared >= 1.6 * needs.weight)


def same_slot(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether two amounts of a bucket answer one question."""
    equal = a.value.equals(b.value)
    if (a.line.key == b.line.key and not equal) or (a.dimension == "money" and a.unit != b.unit):
        return False
    if a.dimension == "age":
        return _same_age(a, b)
    if a.dimension.startswith(TALLY):
        return True  # both numbers are the same
    if _in_a_row(a) != _in_a_row(b):
        return False
    fits = equal or widened(a).compatible(widened(b)) or rounds_to(a.value, b.value)
    if a.predicate is not None:
        if not equal and (a.rest != b.rest or not _one_time(a, b, scene)):
            return False  # "three other Americans" are four in all
        if not fits and _is_part_of(a, b):
            return False
        return _same_deed(a, b, scene)
    if equal and ((a.dimension == "money" and _is_telling(a.value)) or _told_alike(a, b, scene)):
        return True
    if equal and a.dimension != "share" and odds_of_one(a, b, scene) >= SURE:
        return True
    if equal and a.dimension == "count":
        return False
    return _same_measure(a, b, fits, scene)


def _told_alike(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether the same amount is of the same thing by what lasted so long, or by the sentences before."""
    if a.state:
        return a.state == b.state
    value = magnitude(a.value)
    if value < _NOTABLE or (a.dimension == "count" and a.head != b.head):
        return False
    return scene.weight((a.wide | a.context) & (b.wide | b.context)) >= _BESIDE and bool(
        a.wide & b.context or b.wide & a.context
    )


def _same_measure(a: Mention, b: Mention, fits: bool, scene: Scene) -> bool:
    """Whether two amounts of things that no deed befalls measure the same."""
    equal = a.value.equals(b.value)
    if is_lone_pair(a, b) and _closeness(a, b, scene)[0] >= _ONLY_ONE:
        return True
    if not equal and not _same_frame(a, b, scene):
        return False
    if not equal and a.dimension == "count" and min(a.value.low or 0, b.value.low or 0) <= _FEW:
        return False
    if equal:
        return _alike(a, b, scene, _needs_when_equal(a))
    return _alike(a, b, scene, _FITTING if fits and a.dimension == "count" else _CONFLICT)


def is_lone_pair(a: Mention, b: Mention) -> bool:
    """Whether two reports each tell one number of the same things: two boats here, three boats there."""
    exact = a.value.exact is not None and b.value.exact is not None
    return (exact or a.value.compatible(b.value)) and a.lone and b.lone and a.head == b.head


def _is_telling(value: NumberRange) -> bool:
    """Whether a number is so uneven that it is no chance if it comes twice: 3,500, but not 1 million."""
    return value.exact is not None and value.exact >= 100 and len(f"{value.exact:.0f}".rstrip("0")) >= 2


def _is_part_of(a: Mention, b: Mention) -> bool:
    """Whether one of two counts is a handful and the other many times more: "two wounded women" of hundreds."""
    one, two = sorted((a.value, b.value), key=magnitude)
    small, large = one.low or one.high or 0.0, (two.high if is_vague(two) else two.low) or two.high or 0.0
    return small <= _HANDFUL and large > _TIMES_MORE * small


def _one_time(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether two different counts can be of one event: in reports of one week or in like words."""
    published = [scene.articles[mention.line.article].published for mention in (a, b)]
    days = [found.value[:10] for found in published if found]
    try:
        near = len(days) == 2 and abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= _WEEK
    except ValueError:
        near = False
    return near or _closeness(a, b, scene)[0] >= _CONFLICT.weight


def _same_deed(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether two counts of the dead, the injured, ... count the same: by what is counted, when and where."""
    equal = a.value.equals(b.value)
    if a.value.high == 0:
        return a.old == b.old
    same_head = bool(a.head) and a.head == b.head
    then = bool(a.old) and a.old == b.old and not (a.head and b.head)  # "the fire of 1933, which killed 29"
    fits = kinds_fit(a, b, equal) or same_head or then
    if equal and (a.value.low or 0) > 2 and a.old == b.old:
        return fits
    if not fits or not _same_frame(a, b, scene):
        return False
    return equal or same_head or then or (_bare_or_kind(a) and _bare_or_kind(b))


def _same_age(a: Mention, b: Mention) -> bool:
    """Ages of one person at one time: "vanished at age 16" is no answer to how old she is."""
    if a.then != b.then:
        return False
    if not (a.named and b.named):
        return a.value.equals(b.value)
    if abs((a.value.low or 0.0) - (b.value.low or 0.0)) > _ONE_AGE:
        return False  # "took over at 30"
    small, large = sorted((set(a.owner), set(b.owner)), key=len)
    return small <= large


def distance(a: Mention, b: Mention) -> int:
    """How far apart the values of two amounts are: 0 equal, 1 one can be the other, 2 they differ."""
    if a.value.equals(b.value):
        return 0
    return 1 if widened(a).compatible(widened(b)) or rounds_to(a.value, b.value) else 2


def times_more(a: NumberRange, b: NumberRange) -> float:
    """How many times one of two values the other is, at least 1; a large number where one is nothing."""
    small, large = sorted(map(magnitude, (a, b)))
    return large / small if small else 2 * _MANY_TIMES


def grows(mention: Mention) -> bool:
    """Whether the count can only grow with time: the dead."""
    return mention.predicate is not None and mention.predicate.cumulative


def in_conflict(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether two values cannot both be true, nor one be the other at a later time."""
    if widened(a).compatible(widened(b)) or rounds_to(a.value, b.value):
        return False
    if a.predicate is not None and a.predicate.changing and days_of_count(a, b, scene) != 1:
        return False
    return not (grows(a) and grows(b) and (is_later(a, b, scene) or days_of_count(a, b, scene) == 0))


def days_of_count(a: Mention, b: Mention, scene: Scene) -> int:
    """On how many days two counts were made, as far as the texts tell; 0 if one of them does not."""
    published = [scene.articles[mention.line.article].published for mention in (a, b)]
    days = {
        mention.asof[:10] or (found.value[:10] if found else "")
        for mention, found in zip((a, b), published, strict=True)
    }
    return 0 if "" in days else len(days)


def is_later(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether the larger of two counts is of a later day (or hour) than the smaller."""
    small, large = sorted((a, b), key=lambda mention: magnitude(mention.value))
    published = [scene.articles[mention.line.article].published for mention in (small, large)]
    days = [found.value[:10] if found else "" for found in published]
    if all(days) and days[0] < days[1]:
        return True
    return bool(small.asof and large.asof and small.asof < large.asof and days[0] <= days[1])


def counts_the_same(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether two different counts are a dispute: of two tellers, of one thing, and told in words that share something.

    Two speakers who are named are known to speak of one thing by less than two outlets that tell in their own words.
    """
    if a.teller == b.teller or not same_slot(a, b, scene):
        return False
    if a.dimension == "share" and a.predicate is None:  # 45 percent back it, 51 percent reject it
        return False
    if a.predicate is None:
        return True
    speaking = sum(not any(name.startswith("outlet:") for name in mention.teller) for mention in (a, b))
    vague = any(is_vague(mention.value) for mention in (a, b))
    return _closeness(a, b, scene)[0] >= (_TOLD_BY_TWO if speaking == len((a, b)) else _VAGUELY if vague else _TOLD)
