"""Numbers that count nothing: dates, times of day, scores, versions, phone numbers, ordinals, labels, ages in commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.analysis.amounts.numbers import Finder, Number

_YEAR_BEFORE = frozenset(["in", "of", "since", "by", "until", "from", "to", "till", "during", "after", "before", "early",
                          "late", "mid", "and", "-", "/", ",", "(", "the", "between", "a", "summer", "spring", "autumn",
                          "fall", "winter", "through", "for", "'"])  # fmt: skip


def counts_nothing(number: Number, finder: Finder, months: frozenset[str]) -> bool:
    """Whether the number is no amount, by what stands around it."""
    if number.currency or number.scaled or number.share:
        return False
    first, last = number.first, number.last
    before, after = finder.folded(first - 1), finder.folded(last)
    if number.spelled:
        return _spelled_pronoun(number, finder)
    if after in finder.quantities.percent or after == "%":
        return False
    return (
        _in_code(number, finder)
        or _in_date(number, finder, months)
        or (after in finder.quantities.clock and number.low <= 24)
        or (after in ("st", "nd", "rd", "th", "s", "'s") and finder.touching(last))
        or (after == ":" and finder.touching(last) and finder.touching(last + 1))
        or before in finder.quantities.labels
        or _is_label(number, finder)
        or _is_age(number, finder)
    )


def _in_code(number: Number, finder: Finder) -> bool:
    """3-2-1, 555-0123, 10.1.2, 24/7, A4, 3G: figures hung together."""
    first, last = number.first, number.last
    after, beyond = finder.folded(last), finder.folded(last + 1)
    if after in ("/", "⁄", ".") and finder.touching(last) and finder.touching(last + 1) and beyond[:1].isdigit():
        return True
    if finder.folded(first - 1) in ("/", "⁄") and finder.touching(first) and finder.folded(first - 2)[:1].isdigit():
        return True
    if after == "-" and finder.touching(last) and finder.touching(last + 1) and beyond[:1].isdigit():
        third = finder.folded(last + 2) == "-" and finder.touching(last + 2) and finder.folded(last + 3)[:1].isdigit()
        return third or (len(beyond) in (3, 4) and len(finder.folded(first)) in (3, 4) and beyond.isdigit())
    back = finder.folded(first - 1) == "-" and finder.touching(first) and finder.touching(first - 1)
    if back and finder.folded(first - 2)[:1].isdigit():
        return finder.folded(first - 3) == "-" and finder.touching(first - 2)
    return (
        back
        and finder.tokens[first - 2].kind == "word"
        and finder.folded(first - 2) not in ("sub", "to", "minus", "pre")
    )


def _in_date(number: Number, finder: Finder, months: frozenset[str]) -> bool:
    first, last, value = number.first, number.last, number.low
    before, after = finder.folded(first - 1), finder.folded(last)
    if before == ".":
        before = finder.folded(first - 2)
    if value <= 31 and (
        (before in months and finder.tokens[first - 1].kind != "number")
        or after in months
        or (after == "of" and finder.folded(last + 1) in months)
    ):
        return finder.tokens[last].capital if after in months and before not in months else True
    if before in months and 1000 <= value < 2200:
        return True
    digits = finder.folded(first)
    if len(digits) != 4 or not digits.isdigit() or not 1000 <= value < 2200:
        return False
    if before in finder.quantities.labels:
        return True
    unit_after = (after,) in finder.quantities.units or (
        after == "-" and (finder.folded(last + 1),) in finder.quantities.units
    )
    if unit_after or number.glued:
        return False
    if value >= 1800 and value < 2100:
        plural = after in finder.quantities.plurals or (
            after.endswith("s") and len(after) > 3 and not finder.tokens[last].capital
        )
        return not plural or before in _YEAR_BEFORE - {"to", "of", "and", "the", "a", "from", "by", "-"}
    return before in ("in", "since", "until") and (not after or after in (".", ",", ")"))


def _spelled_pronoun(number: Number, finder: Finder) -> bool:
    """ "one" that counts nothing: no one, this one, one another, one day."""
    first, last = number.first, number.last
    before, after = finder.folded(first - 1), finder.folded(last)
    if (
        before == "-"
        and finder.touching(first)
        and finder.touching(first - 1)
        and not finder.folded(first - 2).isdigit()
    ):
        return finder.folded(first - 2) not in finder.numerals.units and finder.folded(first - 2) != "sub"
    if number.low != 1 or number.high != 1:
        return (before in finder.quantities.labels and before not in ("top", "top")) or (
            after == "-" and finder.folded(last + 1) == "fold"
        )
    if before in (
        "no",
        "any",
        "every",
        "some",
        "this",
        "that",
        "which",
        "each",
        "another",
        "only",
        "the",
        "other",
        "new",
        "good",
        "big",
        "best",
        "last",
        "next",
        "first",
        "right",
        "wrong",
        "same",
        "number",
        "day",
        "square",
        "a",
    ):
        return not ((before in ("only", "the") and after == "-") or before == "only")
    if after in (
        "another",
        "day",
        "time",
        "thing",
        "way",
        "by",
        "and",
        "or",
        "can",
        "could",
        "would",
        "should",
        "might",
        "must",
        "is",
        "was",
        "has",
        "who",
        "that",
        "which",
        "in",
        "to",
        "with",
        "for",
        "at",
        "on",
        "from",
        "a",
        "the",
        "they",
        "she",
        "he",
        "i",
        "we",
        "it",
        "hand",
        "point",
        "side",
        "'s",
        "end",
        "where",
        "when",
        "as",
        "not",
        "but",
        "if",
        "then",
        "more",
    ):
        return True
    return bool(
        last >= len(finder.tokens)
        or finder.tokens[last].kind not in ("word", "other")
        or after in (".", ",", "?", "!", ";", ":", ")", '"')
    )


def _is_label(number: Number, finder: Finder) -> bool:
    """Whether a capitalised name takes the number in: Boeing 737, Model 3, Galaxy S 23."""
    first, last = number.first, number.last
    if first == 0 or number.low < 0:
        return False
    before = finder.tokens[first - 1]
    if before.kind != "word" or not before.capital or first == 1:
        return False
    earlier = finder.tokens[first - 2]
    if (
        earlier.folded in (".", '"', "!", "?")
        or before.folded in finder.quantities.stops
        or before.folded in finder.quantities.plurals
    ):
        return False
    if any(before.folded == phrase[-1] for phrase in finder.quantities.before):
        return False
    after = finder.tokens[last] if last < len(finder.tokens) else None
    if after is None or after.kind != "word":
        return True
    if after.folded in finder.quantities.plurals or (after.folded,) in finder.quantities.units:
        return False
    return (
        not (after.folded.endswith("s") and not after.capital and len(after.folded) > 3)
        or after.folded in finder.quantities.stops
    )


def _is_age(number: Number, finder: Finder) -> bool:
    """ "Name, 25, said": an age between commas."""
    first, last = number.first, number.last
    if finder.folded(first - 1) != "," or finder.folded(last) not in (",", ".", ")") or number.low > 120:
        return False
    return first > 1 and finder.tokens[first - 2].kind == "word" and finder.tokens[first - 2].capital
