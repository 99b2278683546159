"""What an expression is read against: the anchor, the time last mentioned, and the direction of the clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from readout.ranges import DateRange

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from readout.analysis.times.moments import Moment
    from readout.analysis.times.tokens import Token
    from readout.language.calendar import Direction

_WINDOW = 14  #: how many words a tense reaches
_STOPS = frozenset({".", ";", "!", "?", ":"})


class Reading(NamedTuple):
    """An expression resolved: TIMEX3 type and value, and what can be computed with."""

    type: str
    value: str
    moment: Moment | None = None
    range: DateRange | None = None
    modifier: str = ""


@dataclass(slots=True)
class Draft:
    """An expression on its way: tokens `[first, last)` of `tokens`, its kind and the meanings of its words."""

    kind: str
    first: int
    last: int
    slots: dict[str, int | float | str]
    words: tuple[str, ...]
    tokens: Sequence[Token]
    cues: Mapping[str, frozenset[str]]
    modifier: str = ""
    inner: Draft | None = None  #: the day that a clock time is told with
    direction: int = 0  #: -1 the clause speaks of the past, 1 of the future, 0 it does not say

    def number(self, slot: str) -> int | None:
        """The whole number in a slot, or None."""
        value = self.slots.get(slot)
        return int(value) if isinstance(value, (int, float)) else None

    def word(self, slot: str) -> str:
        """The text in a slot, or nothing."""
        value = self.slots.get(slot)
        return value if isinstance(value, str) else ""

    def says(self, cue: str) -> bool:
        """Whether one of the expression's own words is among the cues of this name."""
        return not self.cues[cue].isdisjoint(self.words)

    def before(self, back: int = 1) -> str:
        """The folded word `back` tokens before the expression."""
        at = self.first - back
        return self.tokens[at].folded if at >= 0 else ""

    def after(self, ahead: int = 0) -> str:
        """The folded word `ahead` tokens behind the expression."""
        at = self.last + ahead
        return self.tokens[at].folded if at < len(self.tokens) else ""


@dataclass(slots=True)
class Context:
    """The state of reading one article."""

    anchor: Moment | None  #: the day of writing
    narrative: bool = False  #: dates are told in order, far from the day of writing
    ref: Moment | None = None  #: the time last mentioned
    quarter: Moment | None = None  #: the quarter last mentioned: what "a year earlier" is compared with in results
    fresh: Moment | None = None  #: the day last mentioned in this paragraph
    nouns: dict[str, Moment] = field(default_factory=dict)  #: "attack" -> its day, where the text gives one

    @property
    def base(self) -> Moment | None:
        """What relative times count from: the story's own time in a narrative, the day of writing in news."""
        return (self.ref or self.anchor) if self.narrative else self.anchor

    def mention(self, moment: Moment | None) -> None:
        """Remember a time that was named."""
        if moment is None:
            return
        self.ref = moment
        self.fresh = moment


def of_moment(moment: Moment, modifier: str = "", kind: str = "DATE") -> Reading:
    """A reading that is a moment of the calendar."""
    return Reading(kind, moment.value, moment, moment.range(modifier), modifier)


def find_direction(tokens: Sequence[Token], first: int, last: int, cues: Direction) -> int:
    """-1 where the clause around tokens `[first, last)` tells of the past, 1 of the future, 0 where it does not say.

    The nearest verb before the expression decides, then the nearest behind it; "by Friday" is future.
    """
    before = tokens[first - 1].folded if first else ""
    if before in cues.near_past:
        return -1
    measured = tokens[first - 2].folded if before == "as" and first > 1 else ""
    if measured in cues.as_soon | cues.as_late:
        return 1 if measured in cues.as_soon else -1
    if last < len(tokens) and tokens[last].folded == "'s":
        return _possessive(tokens, first, last, cues)
    found = _first_cue(tokens, range(first - 1, max(-1, first - _WINDOW), -1), cues)
    if not found:
        found = _first_cue(tokens, range(last, min(len(tokens), last + _WINDOW)), cues)
        found = found or (1 if before in cues.near_future else 0)
    return found


def _possessive(tokens: Sequence[Token], first: int, last: int, cues: Direction) -> int:
    """Whether "Monday's meeting" is still to come: only plain future words near it say so."""
    for places in (range(first - 1, max(-1, first - _WINDOW // 2), -1), range(last, min(len(tokens), last + _WINDOW))):
        for at in places:
            if tokens[at].folded in _STOPS:
                break
            if tokens[at].folded in cues.strong:
                return 1
    return 0


def _first_cue(tokens: Sequence[Token], places: range, cues: Direction) -> int:
    for at in places:
        folded = tokens[at].folded
        if folded in _STOPS and not (folded == "." and at and tokens[at - 1].folded in cues.abbreviations):
            return 0
        if folded == "to" and at and tokens[at - 1].folded in cues.before_to:
            return -1 if at > 1 and tokens[at - 2].folded in cues.had else 1
        if folded in cues.future:
            return -1 if any(one.folded in cues.had for one in tokens[max(0, at - 2) : at]) else 1
        if folded in cues.past or (
            len(folded) > 4 and folded.endswith(cues.past_endings) and folded not in cues.not_past
        ):
            return -1
    return 0


def count_of(slots: Mapping[str, int | float | str]) -> float | None:
    """How many units: "two and a half" 2.5, "a couple of" 2, "a" 1; None for "several"."""
    half = 0.5 if "half" in slots else 0.0
    number = slots.get("number")
    if isinstance(number, (int, float)):
        return number + half
    few = slots.get("few")
    if isinstance(few, str):
        return float(few) if few.isdigit() else None
    return half or 1.0


def open_range(low: date | None, high: date | None, granularity: str) -> DateRange:
    """An interval by its days; None leaves an end open."""
    return DateRange(
        low=None if low is None else low.isoformat(),
        high=None if high is None else high.isoformat(),
        granularity=granularity,
    )
