"""The numbers of a text: digits and words, with scale, sign and currency."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from readout.text.chunks import Cutter
from readout.text.fold import plain_and_small

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.language.numerals import Numerals, Quantities
    from readout.text.chunks import Piece

#: The first two alternatives catch nearly all words and signs, which none of those behind them could catch otherwise.
_TOKEN = re.compile(
    r"(?P<plain>[^\W\d_]{3,})|(?P<sign>[,;:\"()?!-])"
    r"|(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|\.\d+)"
    r"|(?P<money>(?:(?<!\w)(?:(?:us|hk|au|nz|nt)\s?|[acsr]))?\$(?:us|au|hk|nz)?|[€£¥₹₽₴₪₩₺]|y=)"
    r"|(?P<dotted>[a-z]\.(?:[a-z]\.?)+)"
    r"|(?P<word>[^\W\d_]+)|(?P<apostrophe>(?<=[^\W_])'[^\W\d_]*)|(?P<other>\S)"
)


class Token(NamedTuple):
    """A word or sign: its place in the text, its folded form, and whether it begins with a capital."""

    start: int
    end: int
    folded: str
    kind: str
    capital: bool


def cut(text: str, start: int, end: int, needed: re.Pattern[str]) -> list[Token]:
    """The tokens of `text[start:end]`; none if `needed` is not found in its folded form."""
    _, folded = plain_and_small(text[start:end])
    return [] if needed.search(folded) is None else _CUTTER.tokens(text, start, end)


def _cut(stretch: str, folded: str, place: int) -> Iterator[Piece]:
    """The tokens of a stretch from a place on."""
    for found in _TOKEN.finditer(folded, place):
        low, high = found.span()
        kind, form = found.lastgroup or "", found.group()
        if kind == "money":
            form = form.replace(" ", "")
        yield low, high, (form, _KINDS.get(kind, kind), stretch[low].isupper())


def _stands_alone(chunk: str, folded: str) -> bool:
    """Whether no money reaches over the space behind it: US $5."""
    return not folded.endswith(_BEFORE_MONEY)


_KINDS = {"plain": "word", "sign": "other"}
_BEFORE_MONEY = ("us", "hk", "au", "nz", "nt")
_CUTTER: Cutter[Token] = Cutter(_cut, _stands_alone, partial(tuple.__new__, Token))


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens `[first, last)`; `low` and `high` differ for "dozens". `scaled` where a scale word went in."""

    first: int
    last: int
    low: float
    high: float
    scaled: bool = False
    currency: str = ""
    spelled: bool = False
    share: bool = False  #: "half", "a third": a part of something
    glued: str = ""  #: letters that stand right behind the digits: the kW of 10kW
    loose: bool = False  #: "a series of": only the lower end is said


class Finder:
    """Finds the numbers of one stretch of tokens."""

    def __init__(self, tokens: Sequence[Token], numerals: Numerals, quantities: Quantities) -> None:
        self.tokens = tokens
        self.numerals = numerals
        self.quantities = quantities

    def numbers(self) -> list[Number]:
        """All numbers, in order."""
        found: list[Number] = []
        at = 0
        starters = self.quantities.starters
        while at < len(self.tokens):
            token = self.tokens[at]
            number = self._number(at) if token.kind == "number" or token.folded in starters else None
            if number is None:
                at += 1
                continue
            number = self._with_currency(number, found[-1].last if found else 0)
            found.append(number)
            at = number.last
        return found

    def folded(self, at: int) -> str:
        """The folded form of token `at`; nothing outside the text."""
        return self.tokens[at].folded if 0 <= at < len(self.tokens) else ""

    def touching(self, at: int) -> bool:
        """Whether token `at` stands right behind the one before, without a space."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end

    def _number(self, at: int) -> Number | None:
        token = self.tokens[at]
        if token.kind == "number":
            return self._digits(at)
        if token.kind != "word":
            return None
        if token.folded in self.quantities.vague or (token.folded == "series" and self.folded(at + 1) == "of"):
            return self._vague(at)
        if token.folded in self.quantities.exact:
            return Number(
                at, at + 1, self.quantities.exact[token.folded], self.quantities.exact[token.folded], spelled=True
            )
        if token.folded in self.quantities.fractions:
            return self._fraction(at)
        if self.numerals.knows(token.folded):
            return self._spelled(at)
        return None

    def _digits(self, at: int) -> Number | None:
        token = self.tokens[at]
        if len(token.folded) > 24 or (self.touching(at) and self._bad_before(at)):
            return None
        value = float(token.folded.replace(",", ""))
        number = Number(at, at + 1, value, value)
        if self.folded(at + 1) in ("/", "⁄") and self.touching(at + 1) and self.touching(at + 2):
            return self._written_fraction(number)
        sign = self.folded(at - 1)
        if sign in ("-", "minus") and self._signed(at):
            number = replace(
                number, first=at - 1 if sign == "-" else at - 2 + (sign != "minus"), low=-value, high=-value
            )
            if sign == "minus":
                number = replace(number, first=at - 1)
        if sign == "-" and self.folded(at - 2) == "minus":
            number = replace(number, first=at - 2, low=-value, high=-value)
        return self._scaled(number)

    def _bad_before(self, at: int) -> bool:
        """Whether the digits hang on something that makes them a name, a time or a part of a longer figure."""
        before = self.tokens[at - 1]
        if before.kind in ("word", "dotted"):
            return before.folded not in self.quantities.cues["prefix"]
        return before.folded in (".", ":", ",", "#", "@", "_", "*") or before.kind == "number"

    def _signed(self, at: int) -> bool:
        sign = self.tokens[at - 1]
        if sign.folded == "minus":
            return True
        before = self.tokens[at - 2] if at > 1 else None
        return (self.touching(at) and (before is None or before.end < sign.start)) or (
            before is not None and before.kind == "money"
        )

    def _written_fraction(self, number: Number) -> Number | None:
        below = self.tokens[number.last + 1]
        if below.kind != "number" or "." in below.folded or self.folded(number.last + 2) in ("/", "⁄"):
            return None
        bottom = int(below.folded.replace(",", ""))
        if (
            bottom not in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128)
            or not 0 < number.low < bottom
            or number.low != int(number.low)
        ):
            return None
        value = number.low / bottom
        return replace(number, last=number.last + 2, low=value, high=value, share=True)

    def _scaled(self, number: Number) -> Number:
        """The number times the scale behind it: 2.5 million, $4bn, 25k."""
        at, scales = number.last, self.numerals.scales
        word = self.folded(at)
        hyphen = word == "-" and self.folded(at + 1) in scales
        if hyphen:
            at, word = at + 1, self.folded(at + 1)
        if word in scales or word in self.numerals.hundreds:
            factor = scales.get(word) or 100
            number = replace(number, last=at + 1, low=number.low * factor, high=number.high * factor, scaled=True)
            if self.folded(number.last) in scales:
                return self._scaled(number)
            return number
        if self.touching(at) and self.tokens[at].kind == "word":
            return self._short_scale(number, word)
        if word == "b" and not self.touching(at) and self.tokens[at].capital:
            return replace(number, last=at + 1, low=number.low * 1e9, high=number.high * 1e9, scaled=True)
        return number

    def _short_scale(self, number: Number, word: str) -> Number:
        factor = self.quantities.short_scales.get(word)
        money = number.first > 0 and self.tokens[number.first - 1].kind == "money"
        money = money or self.folded(number.first - 1) in self.quantities.currency
        after = self.tokens[number.last + 1] if number.last + 1 < len(self.tokens) else None
        counts = after is not None and after.kind == "word" and after.folded not in self.quantities.stops - {"of"}
        if factor is None or (word in ("m", "b", "k") and not (money or counts or word == "k")):
            return replace(number, glued=word)
        return replace(number, last=number.last + 1, low=number.low * factor, high=number.high * factor, scaled=True)

    def _vague(self, at: int) -> Number | None:
        folded = self.folded(at)
        if folded == "series":
            return Number(at, at + 1, 2.0, 2.0, loose=True, spelled=True) if self.folded(at - 1) == "a" else None
        low, high = self.quantities.vague[folded]
        first, last = at, at + 1
        if self.folded(at + 1) == "of" and self.folded(at + 2) in self.quantities.vague:
            inner = self.quantities.vague[self.folded(at + 2)][0]
            base = 10.0 if folded == "tens" else low
            return Number(first, at + 3, base * inner, base * 10 * inner, spelled=True, scaled=True)
        if folded in ("tens", "scores") and self.folded(at + 1) != "of":
            return None
        return Number(first, last, low, high, spelled=True, scaled=True)

    def _fraction(self, at: int) -> Number | None:
        """Half of, a third of, two-thirds."""
        folded, value = self.folded(at), self.quantities.fractions[self.folded(at)]
        if folded == "half":
            return self._half(at)
        if folded.endswith("s") or self.folded(at + 1) != "of" or self.folded(at - 1) not in ("a", "one", "-"):
            return None
        if self.folded(at + 2) in ("a", "an") and folded == "quarter":
            return None
        return Number(at, at + 1, value, value, spelled=True, share=True)

    def _half(self, at: int) -> Number | None:
        after = self.folded(at + 1)
        if after == "-" and self.folded(at + 2) in self.numerals.scales:  # "a half-billion dollars"
            factor = self.numerals.scales[self.folded(at + 2)]
            return Number(at, at + 3, factor / 2, factor / 2, spelled=True, scaled=True)
        if (
            after == "-"
            or self.touching(at)
            or self.folded(at - 1) in ("first", "second", "and", "-", "third", "other")
        ):
            return None
        if after in ("a", "an") and self.folded(at + 2) in self.numerals.scales:
            factor = self.numerals.scales[self.folded(at + 2)]
            return Number(at, at + 3, factor / 2, factor / 2, spelled=True, scaled=True)
        if after in ("of", "the", "its", "their", "those", "-", "all"):
            return Number(at, at + 1, 0.5, 0.5, spelled=True, share=True)
        return None

    def _spelled(self, at: int) -> Number | None:
        words: list[str] = []
        last = at
        while last < len(self.tokens) and last - at < 16:
            folded = self.folded(last)
            if self.numerals.knows(folded) and self.numerals.read([*words, folded]) is not None:
                words.append(folded)
                last += 1
            elif words and folded in ("-", "and", ",") and self._links(words[-1], folded, last):
                last += 1
            else:
                break
        value = self.numerals.read(words)
        if value is None or not words:
            return None
        if self.folded(last) == "-" and self.folded(last + 1) in self.quantities.fractions:
            share = self.quantities.fractions[self.folded(last + 1)]
            return Number(at, last + 2, value * share, value * share, spelled=True, share=True)
        if (
            self.folded(last) in self.quantities.fractions
            and self.folded(last).endswith("s")
            and self.folded(last + 1) == "of"
        ):
            share = self.quantities.fractions[self.folded(last)]
            factor = self.numerals.scales.get(self.folded(last + 3)) if self.folded(last + 2) in ("a", "an") else None
            if factor:  # "three quarters of a billion"
                large = value * share * factor
                return Number(at, last + 4, large, large, spelled=True, scaled=True)
            return Number(at, last + 1, value * share, value * share, spelled=True, share=True)
        scaled = any(word in self.numerals.scales or word in self.numerals.hundreds for word in words)
        if self.folded(last) == "dozen":
            return Number(at, last + 1, value * 12, value * 12, spelled=True, scaled=True)
        return Number(at, last, value, value, spelled=True, scaled=scaled)

    def _links(self, before: str, link: str, at: int) -> bool:
        after = self.folded(at + 1)
        if link == "-":  # "twenty-five", "five-hundred"
            large = after in self.numerals.hundreds or after in self.numerals.scales
            return after in self.numerals.units if before in self.numerals.tens else large and self.touching(at)
        if link == ",":
            return before in self.numerals.scales and self.numerals.knows(after) and after not in self.numerals.scales
        large = before in self.numerals.hundreds or before in self.numerals.scales
        return large and self.numerals.knows(after)

    def _with_currency(self, number: Number, floor: int) -> Number:
        """The number with the currency sign before it."""
        at = number.first - 1
        if at < floor:
            return number
        token = self.tokens[at]
        code = self.quantities.currency.get(token.folded, "")
        if token.kind == "word" and code and not token.capital:
            code = ""
        if not code:
            return number
        first = at
        if token.folded == "$" and at > floor and self.folded(at - 1) in ("us", "hk", "au", "nz"):
            code = self.quantities.currency.get(self.folded(at - 1) + "$", code)
            first = at - 1
        if token.folded == "=" and self.folded(at - 1) == "y":
            first, code = at - 1, "JPY"
        return replace(number, first=first, currency=code)
