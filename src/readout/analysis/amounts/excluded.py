"""Numbers that count nothing: dates, times of day, scores, versions, phone numbers, labels, ages between commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.amounts.counted import counted_noun, is_plural

if TYPE_CHECKING:
    from readout.analysis.amounts.numbers import Finder, Number

_OLDEST = 120  #: no age is above it
_FEW = 100  #: "the 12 strong team" still counts


def counts_nothing(number: Number, finder: Finder, months: frozenset[str]) -> bool:
    """Whether the number is no amount, by what stands around it."""
    if number.currency or number.scaled or number.share:
        return False
    if number.spelled:
        return _spelled_pronoun(number, finder)
    after = finder.folded(number.last)
    if after in finder.quantities.percent:
        return _in_code(number, finder)
    return (
        _in_code(number, finder)
        or _in_date(number, finder, months)
        or _on_the_clock(number, finder)
        or (finder.folded(number.first - 1) in finder.quantities.labels and not _told_age(number, finder))
        or finder.folded(number.first - 3) in finder.quantities.cues["ages"]
        or _is_label(number, finder)
        or _is_designation(number, finder)
        or _is_age(number, finder)
    )


def _told_age(number: Number, finder: Finder) -> bool:
    """Whether the number is an age in a sentence: "at age 16"."""
    cues = finder.quantities.cues
    return finder.folded(number.first - 1) in cues["age"] and finder.folded(number.first - 2) in cues["at"]


def _on_the_clock(number: Number, finder: Finder) -> bool:
    """5 p.m., 17:30, the 3rd, the 1990s, 44 BC."""
    after, tight = finder.folded(number.last), finder.touching(number.last)
    if after in finder.quantities.clock and (number.low <= 24 or len(after) > 1):
        return True
    if tight and after in ("st", "nd", "rd", "th", "s", "'s"):
        return True
    return tight and after == ":" and finder.touching(number.last + 1)


def _in_code(number: Number, finder: Finder) -> bool:
    """3-2-1, 555-0123, 10.1.2, 24/7, 12(3), 007, 1,5, +44 20 7946: figures hung together."""
    first, last = number.first, number.last
    digits = finder.folded(first)
    if len(digits) > 1 and digits[0] == "0" and digits.isdigit():
        return True
    return _tied_behind(last, finder) or _tied_before(first, finder) or _in_groups(number, finder)


def _tied_behind(last: int, finder: Finder) -> bool:
    after, beyond = finder.folded(last), finder.folded(last + 1)
    if not finder.touching(last):
        return False
    if after[:1] == "." and after[1:2].isdigit():
        return True
    figures = finder.touching(last + 1) and beyond[:1].isdigit()
    if after in ("/", "⁄", ".", ",", "(") and figures:
        return True
    if after == "-" and figures:
        third = finder.folded(last + 2) == "-" and finder.touching(last + 2) and finder.folded(last + 3)[:1].isdigit()
        return third or (len(beyond) in (3, 4) and beyond.isdigit() and len(finder.folded(last - 1)) in (3, 4))
    return False


def _tied_before(first: int, finder: Finder) -> bool:
    if not finder.touching(first):
        return False
    before, earlier = finder.folded(first - 1), finder.folded(first - 2)
    figures = finder.touching(first - 1) and earlier[:1].isdigit()
    if before in ("/", "⁄", ",", "(") and figures:
        return True
    if before == "+":
        return True
    if before != "-" or not finder.touching(first - 1):
        return False
    if figures:
        if len(earlier) == 4 and len(finder.folded(first)) == 2:
            return True
        return finder.folded(first - 3) == "-" and finder.touching(first - 2)
    return finder.tokens[first - 2].kind == "word" and earlier not in finder.quantities.cues["hyphen"]


def _in_groups(number: Number, finder: Finder) -> bool:
    """Whether bare groups of figures stand side by side, three of them or behind a plus: a phone number."""
    low, high = number.first, number.last - 1
    while high - low < 2 and finder.folded(low - 1).isdigit():
        low -= 1
    while high - low < 2 and finder.folded(high + 1).isdigit():
        high += 1
    return high - low >= 2 or (high > low and finder.folded(low - 1) == "+")


def _in_date(number: Number, finder: Finder, months: frozenset[str]) -> bool:
    first, last, value = number.first, number.last, number.low
    before, after = finder.folded(first - 1), finder.folded(last)
    if before == ".":
        before = finder.folded(first - 2)
    if before in months and (value <= 31 or 1000 <= value < 10000):
        return True
    if before == "," and finder.folded(first - 3) in months:
        return True
    if after == "of" and finder.folded(last + 1) in months:
        return value <= 31
    if after in months and value <= 31 and finder.tokens[last].capital:
        return True
    return _is_year(number, finder)


def _is_year(number: Number, finder: Finder) -> bool:
    """Whether four figures are a year: no unit and no plural they could count stands behind them."""
    digits, value, last = finder.folded(number.first), number.low, number.last
    if len(digits) != 4 or not digits.isdigit() or not 1000 <= value < 2200 or number.glued:
        return False
    before, after = finder.folded(number.first - 1), finder.folded(last)
    unit = finder.folded(last + 1) if after == "-" else after
    if (unit,) in finder.quantities.units:
        return False
    if 1950 <= value < 2036:
        return True
    if 1800 <= value < 2100:
        plural = after in finder.quantities.plurals
        plural = plural or (after.endswith("s") and len(after) > 3 and not finder.tokens[last].capital)
        return not plural or before in finder.quantities.cues["year"]
    return before in ("in", "since", "until") and (not after or after in (".", ",", ")"))


def _spelled_pronoun(number: Number, finder: Finder) -> bool:
    """Whether a spelled number counts nothing: no one, this one, one another, one day."""
    first, last, cues = number.first, number.last, finder.quantities.cues
    before, after = finder.folded(first - 1), finder.folded(last)
    if (
        before == "-"
        and finder.touching(first)
        and finder.touching(first - 1)
        and not finder.folded(first - 2).isdigit()
    ):
        return finder.folded(first - 2) not in finder.numerals.units and finder.folded(first - 2) not in cues["hyphen"]
    if number.low != 1 or number.high != 1:
        return before in finder.quantities.labels - {"top"} or (after == "-" and finder.folded(last + 1) == "fold")
    if before in cues["one_before"]:
        return not (before == "the" and after == "-")
    return (
        after in cues["one_after"]
        or last >= len(finder.tokens)
        or (finder.tokens[last].kind != "word" and after != "-")
    )


def _is_label(number: Number, finder: Finder) -> bool:
    """Whether a capitalised name takes the number in: Boeing 737, Model 3."""
    first, last, known = number.first, number.last, finder.quantities
    if first < 2 or number.low < 0:
        return False
    before, earlier = finder.tokens[first - 1], finder.tokens[first - 2]
    if before.kind != "word" or not before.capital or earlier.folded in (".", '"', "!", "?"):
        return False
    if before.folded in known.stops or before.folded in known.plurals or (before.folded,) in known.before:
        return False
    after = finder.tokens[last] if last < len(finder.tokens) else None
    if after is None or after.kind != "word" or (len(before.folded) == 1 and number.first > 2):
        return True
    if after.folded in known.plurals or (after.folded,) in known.units:
        return False
    plural = after.folded.endswith("s") and not after.capital and len(after.folded) > 3
    return not plural or after.folded in known.stops


def _is_designation(number: Number, finder: Finder) -> bool:
    """Whether a thing is known by the number: ".50 caliber", "the 1033 program", where one thing bears hundreds."""
    last, cues = number.last, finder.quantities.cues
    after = finder.folded(last + 1) if finder.folded(last) == "-" else finder.folded(last)
    if after in cues["designations"]:
        return True
    digits = finder.folded(number.first)
    if finder.folded(number.first - 1) not in cues["determiners"] or not digits.isdigit() or number.low < _FEW:
        return False
    named = counted_noun(last, finder)
    following = tuple(finder.folded(place) for place in range(last, last + 3))
    if any(following[:width] in finder.quantities.units for width in (1, 2, 3)):
        return False
    if named is None or finder.touching(last) or not finder.folded(last).isalpha() or after in cues["states"]:
        return False
    return not any(is_plural(finder.folded(place), finder) for place in range(*named))


def _is_age(number: Number, finder: Finder) -> bool:
    """Whether the number is an age told between commas: "Name, 25, said"."""
    first, last = number.first, number.last
    if finder.folded(first - 1) != "," or finder.folded(last) not in (",", ".", ")", "-") or number.low > _OLDEST:
        return False
    return first > 1 and finder.tokens[first - 2].kind == "word" and finder.tokens[first - 2].capital
