"""Points that ask for a number: amounts that fill one slot, gathered over articles and compared as ranges."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.analysis.accounts.drafts import AccountDraft, PointDraft
from readout.analysis.accounts.groups import Groups
from readout.analysis.accounts.mentions import Mention, read_mentions
from readout.analysis.accounts.questions import ask_number
from readout.language.terms import stem
from readout.ranges import NumberRange
from readout.text.fold import fold
from readout.types import PointKind, Stance, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.accounts.scene import Scene

_PEOPLE = frozenset({"", "people", "protesters"})
_SHORT_OF = re.compile(r"(?:the\s+)?(?:nearly|almost|close to|approaching|just under|some)\b", re.IGNORECASE)
_AREAS = frozenset(("acre", "hectare", "square mile", "square kilometre"))
_DEEP = 60  #: characters into a statement after which an amount is a detail that the outlet tells
_RECURRING = 4  #: mentions that make an amount the story's own count
_LARGEST = 500  #: different mentions of one bucket compared pair by pair at most
_REVISED = (
    "earlier",
    "initial",
    "initially",
    "previous",
    "previously",
    "revised",
    "revision",
    "updated",
    "first reported",
    "at first",
    "rose",
    "risen",
    "climbed",
    "grew",
)


@dataclass(frozen=True, slots=True)
class Needs:
    """What two amounts of one slot must share: weight of common terms, and share of the lighter one's."""

    weight: float
    share: float


_SURPRISING = Needs(1.2, 0.05)
_EQUAL = Needs(4.0, 0.2)
_FITTING = Needs(6.0, 0.3)
_CONFLICT = Needs(10.0, 0.4)


def rounds_to(a: NumberRange, b: NumberRange) -> bool:
    """Whether one exact value is the other, rounded: 8,374 and 8,400."""
    if a.exact is None or b.exact is None or min(abs(a.exact), abs(b.exact)) < 100:
        return False
    for fine, coarse in ((a.exact, b.exact), (b.exact, a.exact)):
        digits = len(f"{abs(coarse):.0f}".rstrip("0"))
        if digits >= 2 and float(f"{fine:.{digits - 1}e}") == coarse:
            return True
    return False


def widened(mention: Mention) -> NumberRange:
    """The value, a twentieth wider where the text says "about", a tenth lower where it says "nearly"."""
    value = mention.value
    if not mention.approximate or value.exact is None:
        return value
    start = mention.span.start - mention.line.start
    if _SHORT_OF.match(mention.line.text[start : start + 16]):
        return NumberRange(low=value.exact - abs(value.exact) * 0.1, high=value.exact)
    slack = abs(value.exact) * 0.05
    return NumberRange(low=value.exact - slack, high=value.exact + slack)


def _bucket(mention: Mention) -> tuple[str, ...]:
    """What two amounts must have in common to answer one question at all."""
    if mention.dimension == "age":
        return ("age", mention.owner[-1] if mention.owner else "")
    if mention.dimension == "count" and mention.predicate is not None:
        return ("deed", mention.predicate.name)
    if mention.dimension == "count":
        return ("count", mention.kind if mention.kind and mention.kind != "people" else mention.head)
    return (mention.dimension, mention.head if mention.dimension == "duration" else "")


def _kinds_fit(a: Mention, b: Mention, equal: bool) -> bool:
    """Whether what is counted can be the same: police officers are no answer to how many people."""
    if a.kind == b.kind or (a.kind in _PEOPLE and b.kind in _PEOPLE):
        return True
    return equal and (a.kind in _PEOPLE or b.kind in _PEOPLE)


def _needs_when_equal(mention: Mention) -> Needs:
    """The same large number in two texts is seldom chance, the same small one often is."""
    value = abs(mention.value.low or mention.value.high or 0.0)
    if mention.dimension == "count" and value <= 2:
        return _FITTING
    return _EQUAL if value <= 20 and mention.dimension != "money" else _SURPRISING


def _bare_or_kind(mention: Mention) -> bool:
    """Whether nothing is said to be counted, or a kind of thing we know."""
    return not mention.head or bool(mention.kind)


def _same_frame(a: Mention, b: Mention, common: frozenset[str]) -> bool:
    """Whether time and place do not tell the two apart; names common among the amounts compared do not count."""
    one, two = a.names - common, b.names - common
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


def _same_slot(a: Mention, b: Mention, common: frozenset[str], scene: Scene) -> bool:
    """Whether two amounts of a bucket answer one question."""
    equal = a.value.equals(b.value)
    if a.line.key == b.line.key and not equal:
        return False
    if a.dimension == "age":
        return _same_age(a, b)
    fits = equal or widened(a).compatible(widened(b)) or rounds_to(a.value, b.value)
    if a.predicate is not None:
        return _same_deed(a, b, equal, common)
    if a.dimension in _AREAS:
        return a.old == b.old
    if not equal and not _same_frame(a, b, common):
        return False
    if a.head != b.head and a.dimension == "count":
        return equal and _alike(a, b, scene, _FITTING)
    if equal:
        return _alike(a, b, scene, _needs_when_equal(a))
    return _alike(a, b, scene, _FITTING if fits and a.dimension == "count" else _CONFLICT)


def _same_deed(a: Mention, b: Mention, equal: bool, common: frozenset[str]) -> bool:
    """Whether two counts of the dead, the injured, ... count the same: by what is counted, when and where."""
    same_head = bool(a.head) and a.head == b.head
    fits = _kinds_fit(a, b, equal) or same_head
    if equal and (a.value.low or 0) > 2 and a.old == b.old:
        return fits
    if not fits or not _same_frame(a, b, common):
        return False
    return equal or same_head or (_bare_or_kind(a) and _bare_or_kind(b))


def _same_age(a: Mention, b: Mention) -> bool:
    """Ages of one person at one time: "vanished at age 16" is no answer to how old she is."""
    if not a.owner or a.then != b.then:
        return False
    small, large = sorted((set(a.owner), set(b.owner)), key=len)
    if small <= large and (len(small) > 1 or small == large):
        return True
    return small <= large and a.value.equals(b.value)


def _recurring(mentions: Sequence[Mention]) -> list[list[int]]:
    """Amounts that come back with the same noun in several articles ("three women"): the story's own count."""
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        if mention.dimension == "count" and mention.head and not mention.old and (mention.value.low or 0) > 2:
            found[mention.head, mention.value.low, mention.value.high].append(number)
    return [
        members
        for members in found.values()
        if len(members) >= _RECURRING and len({mentions[member].line.article for member in members}) >= 2
    ]


def _twin_key(mention: Mention) -> tuple[object, ...]:
    """Amounts with the same key need not be compared: the same value, noun, time and telling words."""
    value = mention.value
    return (
        value.low,
        value.high,
        value.low_inclusive,
        mention.head,
        mention.predicate,
        mention.old,
        mention.then,
        mention.owner,
        mention.stems,
    )


def _cluster(mentions: Sequence[Mention], scene: Scene) -> Iterator[list[Mention]]:
    """The mentions of one bucket, by slot."""
    chosen = list(mentions)
    groups = Groups(len(chosen))
    counts = Counter(name for mention in chosen for name in mention.names)
    common = frozenset(name for name, count in counts.items() if 3 * count >= len(chosen) and count > 1)
    common |= scene.leading
    first: dict[tuple[object, ...], int] = {}
    for number, mention in enumerate(chosen):
        groups.join(number, first.setdefault(_twin_key(mention), number))
    single = sorted(first.values())[:_LARGEST]
    for place, number in enumerate(single):
        for other in single[place + 1 :]:
            if groups.root(number) != groups.root(other) and _same_slot(chosen[number], chosen[other], common, scene):
                groups.join(number, other)
    for members in _recurring(chosen):
        for member in members[1:]:
            groups.join(members[0], member)
    for members in groups.all():
        yield [chosen[member] for member in members]


def _accounts(mentions: Sequence[Mention], scene: Scene) -> list[AccountDraft]:
    """One account for each value, with all who hold it."""
    by_value: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        value = mention.value
        by_value[(value.low, value.high, value.low_inclusive, value.high_inclusive)].append(mention)
    drafts = []
    for _, members in sorted(by_value.items(), key=lambda item: (item[0][0] is None, item[0][0] or 0, str(item[0]))):
        first = members[0]
        holders = tuple(dict.fromkeys(name for m in members for name in scene.tellers_of(m.span, _DEEP)))
        drafts.append(
            AccountDraft(
                answer=_answer(first, scene),
                value=first.value,
                unit=first.unit or first.counted or None,
                holders=holders,
                stance=Stance.ASSERTS,
                evidence=tuple(dict.fromkeys(m.evidence for m in members)),
            )
        )
    return drafts


def _answer(mention: Mention, scene: Scene) -> str:
    """The amount with what it counts, as the text puts it."""
    text = scene.articles[mention.line.article].words(mention.span)
    if mention.counted and fold(mention.counted) not in fold(text):
        return f"{text} {mention.counted}"
    return text


def _grows(mention: Mention) -> bool:
    """Whether the count can only grow with time: the dead, the burned acres."""
    return mention.dimension in _AREAS or (mention.predicate is not None and mention.predicate.cumulative)


def _conflict(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether two values cannot both be true, nor one be the other at a later time."""
    if widened(a).compatible(widened(b)) or rounds_to(a.value, b.value):
        return False
    return not (_grows(a) and _grows(b) and _later(a, b, scene))


def _later(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether the larger of two counts is of a later day (or hour) than the smaller."""
    small, large = sorted((a, b), key=lambda mention: mention.value.low or mention.value.high or 0.0)
    published = [scene.articles[mention.line.article].published for mention in (small, large)]
    days = [found.value[:10] if found else "" for found in published]
    if all(days) and days[0] < days[1]:
        return True
    if small.dimension in _AREAS:
        return (small.asof[:10] or days[0]) < (large.asof[:10] or days[1])
    return bool(small.asof and large.asof and small.asof < large.asof and days[0] <= days[1])


def _standing(mentions: Sequence[Mention], scene: Scene) -> tuple[Standing, bool, str]:
    """How the values stand to each other, whether they develop, and why."""
    # An article may repeat a number a thousand times: it is compared once.
    distinct = list(
        {(widened(m), m.value, m.line.article, m.asof, m.dimension, _grows(m)): m for m in mentions}.values()
    )
    pairs = [(a, b) for n, a in enumerate(distinct) for b in distinct[n + 1 :]]
    if any(_conflict(a, b, scene) for a, b in pairs):
        return Standing.DISPUTED, False, "values that cannot both be true"
    if any(not widened(a).compatible(widened(b)) and not rounds_to(a.value, b.value) for a, b in pairs):
        return Standing.COMPATIBLE, True, "a count that grows with time"
    if len({(m.value.low, m.value.high) for m in mentions}) == 1:
        return Standing.AGREED, False, "the values are the same"
    return Standing.COMPATIBLE, False, "all values can be true"


def _totals(mentions: Sequence[Mention]) -> list[Mention]:
    """Without parts: a growing count whose own sentence has a larger one ("two more, bringing the toll to 17")."""
    largest: dict[tuple[str, int], float] = defaultdict(float)
    for mention in mentions:
        if _grows(mention):
            largest[mention.line.key] = max(largest[mention.line.key], mention.value.low or 0.0)
    return [m for m in mentions if not _grows(m) or (m.value.high or m.value.low or 0.0) >= largest[m.line.key]]


def _draft(mentions: list[Mention], scene: Scene) -> PointDraft | None:
    """A point from the mentions of one slot; None if one article alone has it."""
    mentions = _totals(mentions)
    articles = {mention.line.article for mention in mentions}
    standing, developing, why = _standing(mentions, scene)
    origins = {scene.origins[article] for article in articles}
    if len(articles) < 2 and not (standing is Standing.DISPUTED and mentions[0].predicate is not None):
        return None
    if len(origins) < 2 and standing is not Standing.DISPUTED:
        standing, why = Standing.SINGLE, "several reports, but of one origin"
    if standing in (Standing.AGREED, Standing.SINGLE) and all(mention.listed for mention in mentions):
        return None
    accounts = _accounts(mentions, scene)
    if standing is Standing.DISPUTED and len({account.holders for account in accounts}) < 2:
        return None
    return PointDraft(
        question=ask_number(mentions, scene),
        kind=PointKind.NUMBER,
        standing=standing,
        accounts=tuple(accounts),
        developing=developing,
        rule="numbers of one slot",
        why=why,
        strength=1.0 if mentions[0].predicate is not None else 0.5,
    )


def number_points(scene: Scene) -> list[PointDraft]:
    """The points of a story that ask for a number."""
    buckets: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for annotation in sorted(scene.material.annotations, key=lambda a: a.article.id):
        for mention in read_mentions(annotation, scene):
            buckets[_bucket(mention)].append(mention)
    drafts = []
    for _, members in sorted(buckets.items()):
        for cluster in _cluster(members, scene):
            draft = _draft(cluster, scene)
            if draft is not None:
                drafts.append(draft)
    return drafts
