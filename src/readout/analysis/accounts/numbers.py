"""Points that ask for a number: amounts that fill one slot, gathered over articles and compared as ranges."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from readout.analysis.accounts.drafts import AccountDraft, PointDraft
from readout.analysis.accounts.groups import Groups
from readout.analysis.accounts.likeness import (
    bucket_of,
    counts_the_same,
    distance,
    grows,
    in_conflict,
    rounds_to,
    same_slot,
    widened,
)
from readout.analysis.accounts.mentions import Mention, read_mentions
from readout.analysis.accounts.questions import ask_number
from readout.text.fold import fold
from readout.types import BlockKind, PointKind, Stance, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from readout.analysis.accounts.scene import Scene

_DEEP = 60  #: characters into a statement after which an amount is a detail that the outlet tells
_EVERYWHERE = 3  #: articles in which a small number comes back with its noun
_RECURRING = 3  #: mentions that make an amount the story's own count
_COMPARED = 12  #: mentions of two groups compared at most
_VAGUE = 3  #: how many times its low end the high end of a vague number is: "dozens"
_DIFFERENT = 2  #: the distance of two values that cannot both be true
_SMALL = 10  #: a number so small that it may come twice by chance
_TOLD_ALIKE, _TOLD_OTHERWISE = 2.0, 6.0  #: weights that the sentences of one number share, with one noun and with two
_ONLY = re.compile(r"\b(?:only|just|no more than|a single|a mere) $", re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:the|these|those|all|his|her|their|its|all of the) $", re.IGNORECASE)
_LARGEST = 500  #: different mentions of one bucket compared pair by pair at most


def _recurring(mentions: Sequence[Mention]) -> list[list[int]]:
    """Amounts that come back with the same noun in several articles ("three women"): the story's own count."""
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        if mention.dimension == "count" and mention.head and not mention.old:
            found[mention.head, mention.value.low, mention.value.high].append(number)
    return [members for members in found.values() if _comes_back([mentions[member] for member in members])]


def _comes_back(mentions: Sequence[Mention]) -> bool:
    """Whether a number with a noun stands in enough articles to be the story's own count, a small one in more."""
    articles = {mention.line.article for mention in mentions}
    if (mentions[0].value.low or 0) <= 2:
        return len(articles) >= _EVERYWHERE
    known = sum(bool(_KNOWN.search(m.line.text[: m.span.start - m.line.start])) for m in mentions)
    return len(articles) >= 2 and len(mentions) >= _RECURRING and 3 * known >= len(mentions)


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


class _Held:
    """Groups of mentions in which no one tells two different counts of one deed: those are two events."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        groups: Groups,
        common: frozenset[str],
        fits: Callable[[Mention, Mention], bool],
    ) -> None:
        self._mentions, self._groups, self._common, self._fits = mentions, groups, common, fits
        self._members = {members[0]: members for members in groups.all()}

    def join(self, one: int, other: int) -> None:
        """Join the groups of two mentions, unless that puts two counts of one teller together."""
        a, b = self._groups.root(one), self._groups.root(other)
        if a == b or self._clash(a, b):
            return
        members = [*self._members.pop(a), *self._members.pop(b)]
        self._groups.join(a, b)
        self._members[self._groups.root(a)] = members

    def _clash(self, a: int, b: int) -> bool:
        """Whether some member of one group cannot stand beside one of the other."""
        if self._elsewhere(a, b):
            return True
        left, right = ({_twin_key(self._mentions[m]): m for m in self._members[group]} for group in (a, b))
        return any(
            self._apart(self._mentions[one], self._mentions[other])
            for one in list(left.values())[:_COMPARED]
            for other in list(right.values())[:_COMPARED]
        )

    def _elsewhere(self, a: int, b: int) -> bool:
        """Whether two groups of different counts of a deed are told of different places or of others' deeds."""
        left, right = ([self._mentions[m] for m in self._members[group]] for group in (a, b))
        if left[0].predicate is None or distance(left[0], right[0]) != _DIFFERENT:
            return False
        one, two = (frozenset().union(*(m.names for m in group)) - self._common for group in (left, right))
        return bool(one or two) and not one & two

    def _apart(self, a: Mention, b: Mention) -> bool:
        if distance(a, b) != _DIFFERENT:
            return False
        return _two_events(a, b) or (a.predicate is None and a.dimension != "age" and not self._fits(a, b))


def _two_events(a: Mention, b: Mention) -> bool:
    """Whether one teller gives two counts in one article that cannot both be true of one event on one day."""
    if a.line.key == b.line.key:
        return True
    if a.predicate is None or a.line.article != b.line.article or BlockKind.HEADLINE in (a.line.kind, b.line.kind):
        return False  # a headline is not always brought up to date
    if any(m.value.low and m.value.high and m.value.high >= _VAGUE * m.value.low for m in (a, b)):
        return False
    return a.teller == b.teller and (a.asof == b.asof or not (a.asof and b.asof))


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
    links = [
        (distance(chosen[number], chosen[other]), number, other)
        for place, number in enumerate(single)
        for other in single[place + 1 :]
        if same_slot(chosen[number], chosen[other], common, scene)
    ]
    held = _Held(chosen, groups, common, lambda a, b: same_slot(a, b, common, scene))
    for _, number, other in sorted(links):
        held.join(number, other)
    for members in _recurring(chosen):
        for member in members[1:]:
            held.join(members[0], member)
    for members in groups.all():
        yield [chosen[member] for member in members]


def _across(clusters: list[list[Mention]], scene: Scene) -> list[list[Mention]]:
    """The clusters, joined where they tell one number of one thing: "700 residents fled", "700 live there"."""
    found: dict[tuple[object, ...], list[list[Mention]]] = defaultdict(list)
    # Those of several values come first, and last those that only join others.
    ordered = sorted(clusters, key=lambda cluster: (_is_of_one_value(cluster), not _can_be_joined(cluster[0])))
    kept: list[list[Mention]] = []
    for cluster in ordered:
        first = cluster[0]
        near = found[first.value.low, first.kind or first.head] if _is_of_one_value(cluster) else []
        for other in near:
            if any(_one_number(a, b, scene) for a in cluster[:_COMPARED] for b in other[:_COMPARED]):
                other.extend(cluster)
                break
        else:
            kept.append(list(cluster))
            for key in sorted({(m.value.low or 0.0, m.kind or m.head) for m in cluster if _can_be_joined(m)}):
                found[key].append(kept[-1])
    return kept


def _is_of_one_value(cluster: Sequence[Mention]) -> bool:
    """Whether all of some counts are the same number of some thing, and no small one."""
    first = cluster[0]
    named = first.dimension == "count" and bool(first.head) and (first.value.exact or 0) > _SMALL
    return named and all(mention.value.equals(first.value) for mention in cluster)


def _can_be_joined(mention: Mention) -> bool:
    """Whether the same number in another deed can be joined to this one: no toll, but the people of a town."""
    return mention.dimension == "count" and bool(mention.head) and (mention.predicate is None or not grows(mention))


def _one_number(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether the same number of the same things in two reports is one number: if their sentences share something."""
    if a.old != b.old or a.line.article == b.line.article or not a.value.equals(b.value):
        return False
    return scene.weight(a.wide & b.wide) >= (_TOLD_ALIKE if a.head == b.head else _TOLD_OTHERWISE)


def _accounts(mentions: Sequence[Mention], scene: Scene) -> list[AccountDraft]:
    """One account for each value, with all who hold it."""
    by_value: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        value = mention.value
        by_value[(value.low, value.high, value.low_inclusive, value.high_inclusive)].append(mention)
    drafts = []
    for _, members in sorted(by_value.items(), key=lambda item: (item[0][0] is None, item[0][0] or 0, str(item[0]))):
        first = members[0]
        holders = tuple(dict.fromkeys(name for m in members for name in scene.tellers_of(m.span, _deep(m))))
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


def _deep(mention: Mention) -> int:
    """How far into a statement an amount is the outlet's detail too: an age ("the 36-year-old actor") anywhere."""
    return -1 if mention.dimension == "age" else _DEEP


def _answer(mention: Mention, scene: Scene) -> str:
    """The amount with what it counts, as the text puts it."""
    text = scene.articles[mention.line.article].words(mention.span)
    if mention.counted and fold(mention.counted) not in fold(text):
        return f"{text} {mention.counted}"
    return text


def _standing(mentions: Sequence[Mention], scene: Scene) -> tuple[Standing, bool, str]:
    """How the values stand to each other, whether they develop, and why."""
    # An article may repeat a number a thousand times: it is compared once.
    distinct = list(
        {(widened(m), m.value, m.line.article, m.asof, m.dimension, grows(m)): m for m in mentions}.values()
    )
    pairs = [(a, b) for n, a in enumerate(distinct) for b in distinct[n + 1 :]]
    clashing = [(a, b) for a, b in pairs if in_conflict(a, b, scene)]
    if any(counts_the_same(a, b, scene) for a, b in clashing):
        return Standing.DISPUTED, False, "values that cannot both be true"
    if clashing:
        return Standing.COMPATIBLE, False, "the counts differ; nothing in the words shows that they count the same"
    if any(not widened(a).compatible(widened(b)) and not rounds_to(a.value, b.value) for a, b in pairs):
        return Standing.COMPATIBLE, True, "a count that grows with time"
    if len({(m.value.low, m.value.high) for m in mentions}) == 1:
        return Standing.AGREED, False, "the values are the same"
    return Standing.COMPATIBLE, False, "all values can be true"


def _is_single(mention: Mention) -> bool:
    """Whether it is one of something that nothing befalls ("in one instance"): more an article than a number."""
    if mention.dimension != "count" or mention.predicate is not None or mention.value.exact != 1:
        return False
    return not _ONLY.search(mention.line.text[: mention.span.start - mention.line.start])


def _totals(mentions: Sequence[Mention]) -> list[Mention]:
    """Without parts: a growing count whose own sentence has a larger one ("two more, bringing the toll to 17")."""
    largest: dict[tuple[str, int], float] = defaultdict(float)
    for mention in mentions:
        if grows(mention):
            largest[mention.line.key] = max(largest[mention.line.key], mention.value.low or 0.0)
    return [m for m in mentions if not grows(m) or (m.value.high or m.value.low or 0.0) >= largest[m.line.key]]


def _draft(mentions: list[Mention], scene: Scene) -> PointDraft | None:
    """A point from the mentions of one slot; None if one article alone has it."""
    mentions = _totals(mentions)
    articles = {mention.line.article for mention in mentions}
    standing, developing, why = _standing(mentions, scene)
    origins = {scene.origin_at(mention.line.span) for mention in mentions}
    if len(articles) < 2 and not (standing is Standing.DISPUTED and mentions[0].predicate is not None):
        return None
    if len(origins) < 2 and standing is not Standing.DISPUTED:
        standing, why = Standing.SINGLE, "several reports, but of one origin"
    if standing in (Standing.AGREED, Standing.SINGLE) and all(m.listed or _is_single(m) for m in mentions):
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


def _give_ages(buckets: dict[tuple[str, ...], list[Mention]]) -> None:
    """Put ages told of "the actor" with the one person of the story who is told to be so old."""
    for key in [key for key in sorted(buckets) if key[0] == "age of one"]:
        value = buckets[key][0].value
        named = [
            other
            for other, members in sorted(buckets.items())
            if other[0] == "age" and any(member.value.equals(value) and not member.then for member in members)
        ]
        if len(named) == 1:
            buckets[named[0]].extend(buckets.pop(key))


def number_points(scene: Scene) -> list[PointDraft]:
    """The points of a story that ask for a number."""
    buckets: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for annotation in sorted(scene.material.annotations, key=lambda a: a.article.id):
        for mention in read_mentions(annotation, scene):
            buckets[bucket_of(mention)].append(mention)
    _give_ages(buckets)
    clusters = [cluster for _, members in sorted(buckets.items()) for cluster in _cluster(members, scene)]
    drafts = (_draft(cluster, scene) for cluster in _across(clusters, scene))
    return [draft for draft in drafts if draft is not None]
