"""Ranges of two numbers, and the words that bound one: at least, more than, up to, about, or more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.ranges import NumberRange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.amounts.numbers import Finder, Number


@dataclass(frozen=True, slots=True)
class Spread:
    """One number, or two as the ends of a range; tokens `[first, last)`."""

    first: int
    last: int
    low: Number
    high: Number

    @property
    def single(self) -> bool:
        """Whether it is one number."""
        return self.low is self.high


@dataclass(frozen=True, slots=True)
class Limits:
    """What a spread can mean with the words around it."""

    first: int
    last: int
    range: NumberRange
    approximate: bool


def join_ranges(numbers: Sequence[Number], finder: Finder) -> list[Spread]:
    """Neighbouring numbers as ranges where the text joins them: 40 to 50, between seven and 10, $10-15 billion."""
    spreads: list[Spread] = []
    at = 0
    while at < len(numbers):
        number = numbers[at]
        if at + 1 < len(numbers) and _joined(number, numbers[at + 1], finder):
            if numbers[at + 1].high == 1 < number.low:
                at += 2  # odds and margins: 4 to 1
                continue
            low, high = _share(number, numbers[at + 1])
            if low.low > high.high:
                low, high = high, low
            spreads.append(Spread(number.first, numbers[at + 1].last, low, high))
            at += 2
            continue
        if not _is_score(number, numbers[at + 1] if at + 1 < len(numbers) else None, finder):
            spreads.append(Spread(number.first, number.last, number, number))
            at += 1
        else:
            at += 2
    return spreads


def _joined(a: Number, b: Number, finder: Finder) -> bool:
    if a.share != b.share or a.loose or b.loose or (a.currency and b.spelled):
        return False
    gap = [token.folded for token in finder.tokens[a.last : b.first]]
    if len(gap) > 3:
        return False
    words, unit = _without_unit(gap, finder)
    if unit and unit != _unit_behind(b, finder):
        return False
    before = finder.folded(a.first - 1)
    cues = finder.quantities.cues
    if len(words) in (1, 3) and words[len(words) // 2] in cues["to"]:
        return len(words) == 1 or words[0] == words[2] == "-"
    if len(words) == 1 and words[0] in cues["and"]:
        return before in cues["between"]
    if words == ["-"]:
        tight = finder.touching(b.first) == finder.touching(a.last)
        return tight and not _is_score(a, b, finder)
    return False


def _without_unit(gap: list[str], finder: Finder) -> tuple[list[str], str]:
    """The words between two numbers without the unit of the first, and that unit: 1 per cent to 1.5 per cent."""
    for width in (2, 1):
        unit = finder.quantities.units.get(tuple(gap[:width]))
        if unit is not None and len(gap) > width:
            return gap[width:], unit
    return gap, ""


def _unit_behind(number: Number, finder: Finder) -> str:
    """The unit behind a number; nothing for money, which has its sign before."""
    for width in (2, 1):
        phrase = tuple(token.folded for token in finder.tokens[number.last : number.last + width])
        if phrase in finder.quantities.units and not number.currency:
            return finder.quantities.units[phrase]
    return ""


def _is_score(a: Number, b: Number | None, finder: Finder) -> bool:
    """2-1, 9-2 lead, 50-50: results and odds, no range."""
    if b is None or [token.folded for token in finder.tokens[a.last : b.first]] != ["-"] or a.spelled or b.spelled:
        return False
    if a.currency or b.currency or a.scaled or b.scaled or not finder.touching(b.first):
        return False
    after = finder.folded(b.last)
    if (after,) in finder.quantities.units or after in finder.quantities.plurals:
        return False
    if after.endswith("s") and len(after) > 3 and finder.tokens[b.last].kind == "word" and a.low < b.low:
        return False
    if after == "-" and finder.touching(b.last):
        return False
    return not b.glued


def _share(a: Number, b: Number) -> tuple[Number, Number]:
    """The scale and currency of one end for both: "$10 to $15 billion"."""
    if b.scaled and not a.scaled and a.low < 1000 and b.low > 1000:
        factor = 1.0
        raw = b.low
        while raw >= 1000:
            raw, factor = raw / 1000, factor * 1000
        factor = factor if a.low <= raw or not a.currency else 1.0
        a = replace(a, low=a.low * factor, high=a.high * factor)
    if a.currency and not b.currency:
        b = replace(b, currency=a.currency)
    elif b.currency and not a.currency:
        a = replace(a, currency=b.currency)
    return a, b


def bounded(spread: Spread, unit_last: int, finder: Finder) -> Limits | None:
    """The range and its words; None where it would be no number."""
    first, names = _before(spread.first, finder)
    last, tail = _after(max(spread.last, unit_last), finder)
    kinds = {*names, *tail}
    low, high = spread.low.low, spread.high.high
    rough = "rough" in kinds
    if low > high:
        return None
    if spread.low.loose:
        return Limits(first, last, NumberRange(low=low, high=None), True)
    if kinds & {"above", "at_least"}:
        closed = "above" not in kinds
        return Limits(first, last, NumberRange(low=low, high=None, low_inclusive=closed), rough)
    if kinds & {"below", "at_most"}:
        closed = "below" not in kinds
        return Limits(first, last, NumberRange(low=None, high=high, high_inclusive=closed), rough)
    return Limits(first, last, NumberRange(low=low, high=high), rough)


def _before(first: int, finder: Finder) -> tuple[int, tuple[str, ...]]:
    """The bounding words right before token `first`, two of them at most: "about, or above"; "roughly more than"."""
    names: list[str] = []
    for _ in range(2):
        for width in (4, 3, 2, 1):
            if width > first:
                continue
            phrase = tuple(token.folded for token in finder.tokens[first - width : first])
            name = finder.quantities.before.get(phrase)
            if name is None and phrase[-1] in ("a", "the", "-", "than"):
                name = finder.quantities.before.get(phrase[:-1])
            if name is not None and _bounds(phrase, first, finder):
                names.append(name)
                first -= width
                break
        else:
            break
    return first, tuple(names)


def _bounds(phrase: tuple[str, ...], first: int, finder: Finder) -> bool:
    """Whether "over" and the like bound the number and belong to no verb: handed over 20 files."""
    cues = finder.quantities.cues
    if len(phrase) > 1 or phrase[0] not in cues["particles"]:
        return True
    return finder.folded(first - len(phrase) - 1) not in cues["particle_verbs"]


def _after(last: int, finder: Finder) -> tuple[int, tuple[str, ...]]:
    for width in (3, 2, 1):
        phrase = tuple(token.folded for token in finder.tokens[last : last + width])
        name = finder.quantities.after.get(phrase)
        if name is None or len(phrase) < width:
            continue
        if phrase == ("plus",) or (phrase == ("+",) and not finder.touching(last)):
            continue
        return last + width, (name,)
    return last, ()
