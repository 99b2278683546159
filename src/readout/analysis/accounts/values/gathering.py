"""Amounts of a story gathered into slots: those that answer one question, over articles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readout.analysis.accounts.values.likeness import (
    bucket_of,
    can_be_one,
    distance,
    is_lone_pair,
    same_slot,
)
from readout.analysis.accounts.values.oneslot import BETWEEN, ONE_SLOT, same_head, trusts_rules
from readout.analysis.accounts.values.sameness import is_vague, least_across, odds_of_one
from readout.groups import Groups
from readout.language.terms import stem
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.accounts.setting.scene import Scene
    from readout.analysis.accounts.values.mentions import Mention
    from readout.analysis.accounts.values.oneslot import Slots

_COMPARED = 12  #: mentions of two groups compared at most
_DIFFERENT = 2  #: the distance of two values that cannot both be true
_LARGEST = 500  #: different mentions of one bucket compared pair by pair at most
_ROUNDED = 1.06  #: how many times a number the other may be that is the same, rounded
_EVEN = 0.6
_ANYBODY = "people"  #: the kind of those who are counted without a noun: "10,000 gathered"
_EVERYDAY = ("count", "money", "share", "duration")
_LOWEST = -4.0  #: what a pair of two groups counts at least
_MEAN = -1.0  #: mean log odds below which two groups of different amounts are not joined


def gather(mentions: Sequence[Mention], scene: Scene, told: Slots) -> list[list[Mention]]:
    """The mentions of a story by slot, in order of their first mentions.

    Equal values are joined first, then those that fit or differ, in each the surest before others.
    """
    return _Gathering(mentions, scene, told).slots()


def _twin_key(mention: Mention) -> tuple[object, ...]:
    """Amounts with the same key need not be compared: the same value, noun, time and telling words."""
    value = mention.value
    return (
        value.low,
        value.high,
        value.low_inclusive,
        mention.dimension,
        mention.unit,
        mention.head,
        mention.predicate,
        mention.old,
        mention.then,
        mention.owner,
        mention.stems,
    )


def _give_ages(buckets: dict[tuple[str, ...], list[int]], mentions: Sequence[Mention]) -> None:
    """Put ages told of "the actor" with the one person of the story who is told to be so old."""
    for key in [key for key in sorted(buckets) if key[0] == "age of one"]:
        value = mentions[buckets[key][0]].value
        named = [
            other
            for other, members in sorted(buckets.items())
            if other[0] == "age" and any(mentions[m].value.equals(value) and not mentions[m].then for m in members)
        ]
        if len(named) == 1:
            buckets[named[0]].extend(buckets.pop(key))


class _Gathering:
    """Groups of mentions in which no one tells two different counts of one deed: those are two events."""

    def __init__(self, mentions: Sequence[Mention], scene: Scene, told: Slots) -> None:
        self._mentions, self._scene, self._told = list(mentions), scene, told
        self._groups = Groups(range(len(self._mentions)))
        buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, mention in enumerate(self._mentions):
            buckets[bucket_of(mention)].append(number)
        _give_ages(buckets, self._mentions)
        self._buckets = [sorted(members) for _, members in sorted(buckets.items())]
        self._bucket = {number: place for place, members in enumerate(self._buckets) for number in members}
        self._single: list[list[int]] = []
        for members in self._buckets:
            first: dict[tuple[object, ...], int] = {}
            for number in members:
                self._groups.join(number, first.setdefault(_twin_key(self._mentions[number]), number))
            self._single.append(sorted(first.values())[:_LARGEST])
        self._members = {members[0]: members for members in self._groups.all()}

    def slots(self) -> list[list[Mention]]:
        """The groups."""
        for _, number, other in sorted([*self._links_within(), *self._links_across(), *self._links_between()]):
            self._join(number, other)
        return [[self._mentions[member] for member in members] for members in self._groups.all()]

    def _links_within(self) -> Iterator[tuple[tuple[int, float], int, int]]:
        """Pairs of a bucket that answer one question."""
        for members in self._single:
            for place, number in enumerate(members):
                for other in members[place + 1 :]:
                    equal = self._mentions[number].value.equals(self._mentions[other].value)
                    if self._fit(number, other) if equal else self._answers(number, other):
                        yield self._rank(number, other), number, other

    def _links_across(self) -> Iterator[tuple[tuple[int, float], int, int]]:
        """Pairs of equal counts, told with other nouns or deeds, that are one fact: "35 shows", "a 35-date tour"."""
        equal: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for number in sorted(number for members in self._single for number in members):
            mention = self._mentions[number]
            if mention.dimension == "count":
                equal[mention.value.low, mention.value.high].append(number)
        for members in equal.values():
            for place, number in enumerate(members[:_LARGEST]):
                for other in members[place + 1 : _LARGEST]:
                    one, two = self._mentions[number], self._mentions[other]
                    if self._bucket[number] == self._bucket[other] or not can_be_one(one, two):
                        continue
                    odds = self._odds(number, other)
                    if odds >= least_across(one, two, self._scene):
                        yield (0, -odds), number, other

    def _links_between(self) -> Iterator[tuple[tuple[int, float], int, int]]:
        """Pairs of different counts of like things, told with another deed or noun, that answer one question."""
        alike: dict[str, list[int]] = defaultdict(list)
        for number in sorted(number for members in self._single for number in members):
            mention = self._mentions[number]
            if mention.dimension == "count":
                for word in {stem(mention.head_word), mention.kind} if mention.head else {_ANYBODY}:
                    alike[word].append(number)
        for members in (members for word, members in sorted(alike.items()) if word):
            for place, number in enumerate(members[:_LARGEST]):
                for other in members[place + 1 : _LARGEST]:
                    if self._bucket[number] != self._bucket[other] and self._answers_across(number, other):
                        yield self._rank(number, other), number, other

    def _answers_across(self, number: int, other: int) -> bool:
        """Whether two counts of two buckets answer one question; two nouns for one thing are no doubt."""
        one, two = self._mentions[number], self._mentions[other]
        alike = one.predicate == two.predicate and same_head(one, two)
        return self._answers(number, other, ONE_SLOT if alike else BETWEEN)

    def _answers(self, number: int, other: int, least: float = ONE_SLOT) -> bool:
        """Whether two different amounts answer one question."""
        one, two = self._mentions[number], self._mentions[other]
        if (one.old and two.old and one.old != two.old) or (one.dimension not in _EVERYDAY and one.old != two.old):
            return False
        if _can_complete(one, two):
            return False
        if one.predicate is not None and two.predicate is not None and one.predicate != two.predicate:
            return False
        odds = self._odds_differ(number, other)
        if odds >= least:
            return True
        alike = self._bucket[number] == self._bucket[other]
        return alike and trusts_rules(one, two, odds) and self._fit(number, other)

    def _odds_differ(self, number: int, other: int) -> float:
        return self._told.odds(self._mentions[number], self._mentions[other])

    def _rank(self, number: int, other: int) -> tuple[int, float]:
        """Which of two pairs is joined first: equal values, then those that fit or differ, the surer before others."""
        if not distance(self._mentions[number], self._mentions[other]):
            return 0, -self._odds(number, other)
        return 1, -self._odds_differ(number, other)

    def _odds(self, number: int, other: int) -> float:
        return odds_of_one(self._mentions[number], self._mentions[other], self._scene)

    def _fit(self, number: int, other: int) -> bool:
        return same_slot(self._mentions[number], self._mentions[other], self._scene)

    def _join(self, one: int, other: int) -> None:
        """Join the groups of two mentions, unless that puts two counts of one teller together."""
        a, b = self._groups.root(one), self._groups.root(other)
        if a == b or self._clash(a, b):
            return
        if self._bucket[one] != self._bucket[other] and not self._hangs_together(a, b):
            return
        members = [*self._members.pop(a), *self._members.pop(b)]
        self._groups.join(a, b)
        self._members[self._groups.root(a)] = members

    def _hangs_together(self, a: int, b: int) -> bool:
        """Whether the equal amounts of two groups are one fact on the mean, not only through one pair.

        The mean of those that differ is asked for in `_clash`.
        """
        found = [
            self._odds(one, other)
            for one in self._members[a][:_COMPARED]
            for other in self._members[b][:_COMPARED]
            if self._mentions[one].value.equals(self._mentions[other].value)
        ]
        return sum(found) >= _EVEN * len(found)

    def _clash(self, a: int, b: int) -> bool:
        """Whether two groups cannot stand together: two events, or on the mean not one slot."""
        left, right = ({_twin_key(self._mentions[m]): m for m in self._members[group]} for group in (a, b))
        pairs = [(one, two) for one in list(left.values())[:_COMPARED] for two in list(right.values())[:_COMPARED]]
        if any(self._apart(one, other) for one, other in pairs):
            return True
        differ = [self._mean_part(one, other) for one, other in pairs if self._need_odds(one, other)]
        return bool(differ) and sum(differ) < _MEAN * len(differ)

    def _mean_part(self, one: int, other: int) -> float:
        """What a pair of different amounts counts in the mean of two groups."""
        odds = self._odds_differ(one, other)
        ruled = trusts_rules(self._mentions[one], self._mentions[other], odds) and self._fit(one, other)
        return max(odds, 0.0 if ruled else _LOWEST)

    def _need_odds(self, one: int, other: int) -> bool:
        """Whether two amounts differ that are of no deed, of nobody's age, and not alone of their kind."""
        a, b = self._mentions[one], self._mentions[other]
        plain = a.predicate is None and a.dimension != "age" and not is_lone_pair(a, b)
        return plain and distance(a, b) == _DIFFERENT

    def _apart(self, one: int, other: int) -> bool:
        a, b = self._mentions[one], self._mentions[other]
        if self._bucket[one] != self._bucket[other]:
            return a.line.key == b.line.key  # "3 brothers held, 3 women freed"
        return distance(a, b) == _DIFFERENT and _two_events(a, b)


def _can_complete(a: Mention, b: Mention) -> bool:
    """Whether one amount is told as the rest of what can be the other: three other clerks are four in all."""
    return _completes(a, b) or _completes(b, a)


def _completes(a: Mention, b: Mention) -> bool:
    if not a.rest or b.rest:
        return False
    return b.value.high is None or _ROUNDED * (a.value.low or a.value.high or 0.0) < b.value.high


def _two_events(a: Mention, b: Mention) -> bool:
    """Whether one teller gives two counts in one article that cannot both be true of one event on one day."""
    if a.line.key == b.line.key:
        return True
    if a.predicate is None or a.line.article != b.line.article or BlockKind.HEADLINE in (a.line.kind, b.line.kind):
        return False  # a headline is not always brought up to date
    if is_vague(a.value) or is_vague(b.value):
        return False
    return a.teller == b.teller and (a.asof == b.asof or not (a.asof and b.asof))
