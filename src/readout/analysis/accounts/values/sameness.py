"""How sure it is that the same amount in two reports is one fact: a few kinds of evidence, weighed and added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.language.terms import stem

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.scene import Scene
    from readout.analysis.accounts.values.mentions import Mention
    from readout.ranges import NumberRange

# Logarithms of odds, fitted by logistic regression to some 1,100 pairs of equal amounts of 48 stories, and rounded.
# With each story left out in turn they find two thirds of the counts that are one, and 87 of 100 joined are right.
_START = -1.0
_BY_VALUE = {"tiny": -1.4, "small": 0.0, "round": 0.4, "telling": 0.7, "vague": 0.3}
_BY_NOUN = {"same": 2.0, "told beside": 0.6, "open": 0.2, "other": 0.0}
_BY_DEED = {"same": 2.0, "none": 0.0, "one": -0.4, "other": -0.7}
_BY_MEASURE = {"count": 0.0, "duration": -0.1, "money": -1.0}
_MEASURED = 2.7  #: of an amount with another unit
_CLAUSE, _SENTENCE, _BEFORE = 0.36, 0.12, 0.06  #: for each weight of words shared
_MOST, _MOST_BEFORE = 8.0, 16.0  #: weights of words shared that count at most
_BOTH_LEAD = 1.4

_TINY, _SMALL = 2, 12
_LEAD = 8  #: sentences at the head of a report
_VAGUE = 3  #: how many times its low end the high end of a vague number is: "dozens"
SURE = 0.3  #: log odds above which two equal amounts are taken for one
ACROSS = 1.1  #: the same, of what is counted with another noun or befallen by something else
ACROSS_TELLING = 0.0  #: the same, of an uneven large value in sentences that share something
_SOMETHING = 3.0  #: weight of the words that they share


def is_vague(value: NumberRange) -> bool:
    """Whether a number is a word such as "dozens"."""
    return bool(value.low and value.high and value.high >= _VAGUE * value.low)


def magnitude(value: NumberRange) -> float:
    """The size of a value, by its lower end if it has one."""
    return abs(value.low or value.high or 0.0)


def size_of(value: NumberRange) -> str:
    """How telling a value is: the same tiny number comes again by chance, an uneven large one hardly."""
    if is_vague(value):
        return "vague"
    shown = abs(value.low if value.low is not None else value.high or 0.0)
    if shown <= _TINY:
        return "tiny"
    if shown <= _SMALL:
        return "small"
    return "telling" if len(f"{shown:.6g}".replace(".", "").strip("0")) > 1 else "round"


def least_across(a: Mention, b: Mention, scene: Scene) -> float:
    """The log odds above which two equal amounts told with other nouns or deeds are one.

    Uneven large values hardly meet by chance in sentences that share something.
    """
    telling = size_of(a.value) == "telling" and scene.weight(a.wide & b.wide) >= _SOMETHING
    return ACROSS_TELLING if telling else ACROSS


def _noun(a: Mention, b: Mention) -> str:
    """How the words for what is counted stand to each other."""
    if not (a.head and b.head):
        return "open"
    if a.head == b.head:
        return "same"
    beside = stem(a.head_word) in b.wide | b.context or stem(b.head_word) in a.wide | a.context
    return "told beside" if beside else "other"


def _deed(a: Mention, b: Mention) -> str:
    """How what became of the things counted stands to each other."""
    if a.predicate is None and b.predicate is None:
        return "none"
    if a.predicate is None or b.predicate is None:
        return "one"
    return "same" if a.predicate.name == b.predicate.name else "other"


def odds_of_one(a: Mention, b: Mention, scene: Scene) -> float:
    """The log odds that two equal amounts of one dimension, of two reports, are one fact."""
    odds = _START + _BY_VALUE[size_of(a.value)] + _BY_DEED[_deed(a, b)]
    odds += _BY_MEASURE.get(a.dimension, _MEASURED) + (_BY_NOUN[_noun(a, b)] if a.dimension == "count" else 0.0)
    clause = a.stems & b.stems
    sentence = (a.wide & b.wide) - clause
    before = ((a.wide | a.context) & (b.wide | b.context)) - clause - sentence
    odds += _CLAUSE * min(scene.weight(clause), _MOST) + _SENTENCE * min(scene.weight(sentence), _MOST)
    odds += _BEFORE * min(scene.weight(before), _MOST_BEFORE)
    return odds + (_BOTH_LEAD if max(a.line.number, b.line.number) < _LEAD else 0.0)
