"""How sure it is that two times that fit date one event: a few kinds of evidence, weighed and added up."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from readout.analysis.accounts.setting.kept import kept

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.scene import Scene
    from readout.analysis.accounts.values.moments import Moment

# Logarithms of odds, fitted by logistic regression to some 1,380 pairs of times of 57 stories, and rounded. With each
# story left out in turn they find eight of ten pairs that date one event, and 85 of 100 taken for one are right.
_START = -1.8
_SAME_RANGE = 0.6
_LONG_AND_SHORT = -1.1  #: a day within a week, a month or a year
_BOTH_WRITTEN = 1.2  #: with digits: "4 May", "2019"
_BOTH_YEARS = -0.6
_WORDS, _NAMES, _SENTENCE = 0.35, 0.26, 0.18  #: for each weight of words shared near both, of names, and beyond
_MOST = 12.0  #: weight of words shared that counts at most
_PART = 1.15  #: for the part of the lighter surroundings that is shared
_BESIDE, _MOST_BESIDE = 0.33, 8.0  #: for each weight of the words next to both
_BEFORE = 0.06  #: for each weight of words shared with the sentences before
_DEED, _DEED_AS_THING = 1.6, 0.9  #: the parse has the same done, or what one has done is a word of the other's clause
_DOER, _OTHER_DOERS = 0.9, -0.8  #: it is done by one who is named, or by two
_OF_A_DAY = 0.85  #: both as in "Tuesday's vote"
_BOTH_LEAD = 0.75
_FRESH = -1.0  #: a day of which all reports tell much: that of writing, or just before
_RIVALS = -0.52  #: for the logarithm of how many times of each report the time could be

_LEAD = 8  #: sentences at the head of a report
_LONG = 1  #: days
_RECENT = 2  #: days before a report
_POSSESSIVE = re.compile(r"['’]s?\s")


def odds_of_event(a: Moment, b: Moment, scene: Scene) -> float:
    """The log odds that two times of two reports, which fit each other, date one event."""
    return odds_of_words(a, b, scene) + _START + _of_the_times(a, b)


def odds_of_words(a: Moment, b: Moment, scene: Scene) -> float:
    """What the words around the two times add to the odds."""
    _, part, _ = scene.likeness(a.stems, b.stems)
    common = a.stems & b.stems
    named = common & (a.names | b.names)
    beyond = (a.line.stems & b.line.stems) - common
    before = ((a.line.stems | a.before) & (b.line.stems | b.before)) - common - beyond
    odds = _PART * part + _of_the_parse(a, b) + _BEFORE * min(scene.weight(before), _MOST)
    odds += _WORDS * min(scene.weight(common - (a.names & b.names)), _MOST) + _NAMES * min(scene.weight(named), _MOST)
    odds += _SENTENCE * min(scene.weight(beyond), _MOST) + _BESIDE * min(scene.weight(a.core & b.core), _MOST_BESIDE)
    return odds + (_BOTH_LEAD if max(a.line.number, b.line.number) < _LEAD else 0.0)


def _of_the_times(a: Moment, b: Moment) -> float:
    """What the times themselves tell."""
    odds = _SAME_RANGE if a.range == b.range else 0.0
    if (max(a.range.days or 0, 0) <= _LONG) != (max(b.range.days or 0, 0) <= _LONG):
        odds += _LONG_AND_SHORT
    if _is_written(a) and _is_written(b):
        odds += _BOTH_WRITTEN
    if a.range.granularity == b.range.granularity == "year":
        odds += _BOTH_YEARS
    if min(a.ago, b.ago) <= _RECENT:
        odds += _FRESH
    odds += _RIVALS * math.log(max(a.rivals, 1) * max(b.rivals, 1))
    return odds + (_OF_A_DAY if _is_possessive(a) and _is_possessive(b) else 0.0)


def tells_deed(a: Moment, b: Moment) -> bool:
    """Whether the deed of one time is the other's, or a word of its clause: "was shot", "the shooting of"."""
    one, two = a.happening, b.happening
    return bool(one.deeds & (two.deeds | two.things | b.told) or two.deeds & (one.things | a.told))


def _of_the_parse(a: Moment, b: Moment) -> float:
    """What was done, and by whom."""
    one, two = a.happening, b.happening
    odds = _DEED if one.deeds & two.deeds else _DEED_AS_THING if tells_deed(a, b) else 0.0
    if one.doers and two.doers:
        odds += _DOER if one.doers & two.doers else _OTHER_DOERS
    return odds


@kept
def _is_written(moment: Moment) -> bool:
    """Whether the time is written with a number."""
    start, end = moment.span.start - moment.line.start, moment.span.end - moment.line.start
    return any(character.isdigit() for character in moment.line.text[start:end])


@kept
def _is_possessive(moment: Moment) -> bool:
    """Whether something is told to be of the time: "Tuesday's vote"."""
    return bool(_POSSESSIVE.match(moment.line.text, moment.span.end - moment.line.start))
