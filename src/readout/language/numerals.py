"""Number words of a language, as data, and the reading of a run of them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language, folded to lower case."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    cardinals: frozenset[str]  #: all words that can stand in a cardinal number

    def knows(self, word: str) -> bool:
        """Whether the word can stand in a cardinal number."""
        return word in self.cardinals

    def read(self, words: Sequence[str]) -> int | None:
        """The number that these words say together ("two hundred fifty thousand"), or None if they say none.

        Two groups below a hundred side by side are a year: "nineteen eighty-four" is 1984.
        """
        total, group, seen_tens = 0, 0, False
        for position, word in enumerate(words):
            if word in self.scales:
                total += max(group, 1) * self.scales[word]
                group, seen_tens = 0, False
            elif word in self.hundreds:
                if group >= 100:
                    return None
                group, seen_tens = max(group, 1) * 100, False
            elif word in self.tens:
                if group % 100:
                    return self._year(total + group, words[position:])
                group, seen_tens = group + self.tens[word], True
            elif word in self.units:
                value = self.units[word]
                if group % 100 and not (seen_tens and 0 < value < 10):
                    return self._year(total + group, words[position:])
                group, seen_tens = group + value, False
            else:
                return None
        return total + group

    def _year(self, century: int, rest: Sequence[str]) -> int | None:
        """`nineteen` and `eighty-four` as 1984; None where this is not how a year is said."""
        tail = self.read(rest) if 10 < century < 30 else None
        return century * 100 + tail if tail is not None and 10 <= tail < 100 else None


@dataclass(frozen=True, slots=True)
class Quantities:
    """The words of one language that bound, measure and count; phrases are tuples of words, folded to lower case."""

    fractions: Mapping[str, float]
    short_scales: Mapping[str, int]
    vague: Mapping[str, tuple[float, float]]
    exact: Mapping[str, int]
    before: Mapping[tuple[str, ...], str]  #: "more than" -> "above"
    after: Mapping[tuple[str, ...], str]
    currency: Mapping[str, str]
    units: Mapping[tuple[str, ...], str]  #: money in words, percent and measures
    percent: frozenset[str]
    labels: frozenset[str]
    clock: frozenset[str]
    plurals: frozenset[str]
    stops: frozenset[str]
    cues: Mapping[str, frozenset[str]]  #: words beside a number that tell what it is
    starters: frozenset[str]  #: all words that can begin a number
    any_number: re.Pattern[str]  #: finds a digit or one of them


def _phrases(table: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): name for name, found in table.items() for phrase in found}


@lru_cache(maxsize=8)
def load_quantities(language: str) -> Quantities | None:
    """The words of amounts of a language by its ISO 639-1 code, or None where there is no data for it."""
    path = files("readout.language").joinpath(f"numerals_{language}.toml")
    if not path.is_file():
        return None
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    units = {
        tuple(form.split()): unit
        for name in ("measure", "currency_words", "percent")
        for form, unit in data[name].items()
    }
    numbers = ("vague", "exact", "fractions", "units", "tens", "hundreds", "scales")
    starters = frozenset(word for name in numbers for word in data[name]) | {"series"}
    return Quantities(
        fractions=data["fractions"],
        short_scales=data["short_scales"],
        vague={word: (float(low), float(high)) for word, (low, high) in data["vague"].items()},
        exact=data["exact"],
        before=_phrases(data["before"]),
        after=_phrases(data["after"]),
        currency=data["currency"],
        units=units,
        percent=frozenset(data["percent"]),
        labels=frozenset(data["labels"]["words"]),
        clock=frozenset(data["clock"]["words"]),
        plurals=frozenset(data["counting"]["plurals"]),
        stops=frozenset(data["counting"]["stops"]),
        cues={name: frozenset(found) for name, found in data["cues"].items()},
        starters=starters,
        any_number=re.compile(rf"\d|(?<![^\W\d_])(?:{'|'.join(sorted(starters))})(?![^\W\d_])"),
    )


@lru_cache(maxsize=8)
def load_numerals(language: str) -> Numerals | None:
    """The number words of a language by its ISO 639-1 code, or None where there is no data for it."""
    path = files("readout.language").joinpath(f"numerals_{language}.toml")
    if not path.is_file():
        return None
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    cardinal = ("units", "tens", "hundreds", "scales")
    return Numerals(
        **{name: data[name] for name in (*cardinal, "ordinals")},
        cardinals=frozenset(word for name in cardinal for word in data[name]),
    )
