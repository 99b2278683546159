"""What an amount is an amount of: its unit, or the words that name what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.language.terms import is_title

if TYPE_CHECKING:
    from readout.analysis.amounts.bounds import Spread
    from readout.analysis.amounts.numbers import Finder

_REACH = 5  #: how many words may stand between a number and the plural it counts


@dataclass(frozen=True, slots=True)
class Measured:
    """The unit, the tokens that name what is counted, and where number and unit end."""

    last: int
    unit: str | None = None
    counted: tuple[int, int] | None = None
    rounded: bool = False  #: "two years ago": such offsets are told in round numbers


def measure(spread: Spread, finder: Finder) -> Measured:
    """The unit of a spread, or what it counts."""
    if spread.low.currency:  # both ends have one, or none
        return Measured(spread.last, spread.low.currency)
    at = spread.last
    if finder.folded(spread.first - 1) in finder.quantities.cues["age"]:
        return Measured(spread.last, "year of age")
    leading = _leading_unit(spread, finder)
    if leading:
        return Measured(spread.last, leading)
    if finder.folded(at) == "-" and finder.touching(at):
        at += 1
    for width in (4, 3, 2, 1):
        phrase = tuple(token.folded for token in finder.tokens[at : at + width])
        unit = finder.quantities.units.get(phrase) if len(phrase) == width else None
        if unit is not None and _is_unit(phrase, at, spread, finder):
            last = at + width
            if finder.folded(last) == "-" and finder.folded(last + 1) in finder.quantities.cues["old"]:
                return Measured(last + 2, unit + " of age")
            return Measured(last, unit, rounded=_told_from_a_point(unit, last, finder))
    money = _money_of(at, finder)
    if money:
        return Measured(at + 2, money)
    return Measured(spread.last, None, counted_noun(_skip_of(at, finder), finder))


def _money_of(at: int, finder: Finder) -> str:
    """The currency that so many are of: "tens of millions of dollars"; "" for none."""
    if finder.folded(at) not in finder.quantities.cues["of"]:
        return ""
    unit = finder.quantities.units.get((finder.folded(at + 1),), "")
    return unit if unit in finder.quantities.currency.values() else ""


def _leading_unit(spread: Spread, finder: Finder) -> str:
    """The unit that stands before its number, alone or over a few small words ("of at least"); "" for none."""
    cues = finder.quantities.cues
    for at in range(spread.first - 1, spread.first - 1 - _REACH, -1):
        if finder.folded(at) in cues["leading"]:
            return finder.folded(at)
        if finder.folded(at) not in cues["behind_leading"]:
            break
    return ""


def _told_from_a_point(unit: str, last: int, finder: Finder) -> bool:
    """Whether a length of time is counted from something: two years ago, six months after."""
    cues = finder.quantities.cues
    return unit in cues["time_units"] and finder.folded(last) in cues["offsets"]


def _is_unit(phrase: tuple[str, ...], at: int, spread: Spread, finder: Finder) -> bool:
    """Whether a short unit word is one here: `m` and `g` only glued to the digits, `points` and `won` as nouns."""
    word = phrase[0]
    if len(phrase) == 1 and len(word) == 1 and word.isalpha():
        return finder.touching(at) or word in ("c", "m", "l", "v", "w", "g")
    if word == "won":
        return spread.low.scaled
    if word in finder.quantities.cues["hyphened"]:
        return finder.folded(at - 1) == "-"
    if word == "second" and not spread.low.spelled and spread.low.low == int(spread.low.low):
        return finder.folded(at - 1) == "-"
    return True


def _skip_of(at: int, finder: Finder) -> int:
    """Past "of the" and "more": "60% of the workers", "dozens of people", "20 more people"."""
    cues = finder.quantities.cues
    if finder.folded(at) in cues["of"]:
        at += 1
        if finder.folded(at) in cues["determiners"]:
            at += 1
    if finder.folded(at) in cues["further"]:
        following = finder.folded(at + 1)
        if following and following not in finder.quantities.stops and following.isalpha():
            at += 1
    return at


def counted_noun(at: int, finder: Finder) -> tuple[int, int] | None:
    """The tokens from `at` to the plural that heads them, or the first noun-like word; None where nothing is named."""
    first = at
    if finder.folded(at + 1) == "." and is_title(finder.folded(at)):
        return None  # "140 of Mr. Quill's supporters" counts no "Mr"
    words: list[int] = []
    while at < len(finder.tokens) and at - first < _REACH:
        token = finder.tokens[at]
        if token.folded in ("-", "'s") and finder.touching(at):
            at += 1
            continue
        if token.kind not in ("word", "dotted") or token.folded in finder.quantities.stops:
            break
        if token.folded in finder.numerals.units:  # another number counts what follows it
            break
        words.append(at)
        if is_plural(token.folded, finder):
            following = finder.folded(at + 1)
            if not is_plural(following, finder) or following in finder.quantities.cues["states"]:
                return first, at + 1
        at += 1
    if not words or words[0] != first:
        return None
    for place in words:
        if is_plural(finder.folded(place), finder):
            return first, place + 1
    if len(words) == 1 and finder.folded(first).endswith(tuple(finder.quantities.cues["verbal"])):
        return None
    return first, words[-1] + 1 if len(words) <= 2 else words[1] + 1


def is_plural(word: str, finder: Finder) -> bool:
    """Whether a folded word has the form of a plural."""
    if word in finder.quantities.plurals:
        return True
    if len(word) > 3 and word.endswith(tuple(finder.quantities.cues["plural_endings"])):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
