"""The words of time of a language and the patterns they stand in, as data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: How text is cut into words for the patterns; phrases of the data are cut the same way. The alternatives are parted by
#: first character, since nearly all words are caught by the first and nearly all signs by the second.
WORD = re.compile(
    r"(?P<plain>(?!(?:ca|st)\.)[^\W\d_]{2,})"
    r"|(?P<sign>[^\w\s'])"
    r"|(?=[\d'])(?:"
    r"(?P<iso>\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?)(?!\d)"
    r"|(?P<slashed>\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d{2}))(?![\d/])"
    r"|(?P<ymd>\d{4}[/.]\d{1,2}[/.]\d{1,2})(?![\d/])"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,2}\.[0-5]\d(?=\s?[ap]\.?\s?m(?![^\W_])))"
    r"|(?P<ordinal>\d+(?:st|nd|rd|th))(?![^\W_])"
    r"|(?P<decade>(?:\d{4}|'?\d0)'?s)(?![^\W_])"
    r"|(?P<short>'\d\d)(?![^\W_])"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?:(?![^\W_])|(?=[ap]m(?![^\W_])))"
    r"|(?P<apostrophe>(?<=[^\W_])'[^\W\d_]*)|(?P<odd>\d+[^\W_]*|'))"
    r"|(?P<qnum>[qh][1-4])(?![^\W_])"
    r"|(?P<dotted>[a-z]\.(?:[a-z]\.?)+|(?:ca|c|st)\.)(?![^\W_])"
    r"|(?P<word>[^\W\d_]+)|(?P<other>\d+[^\W_]*|[^\s])"
)
#: What a form means in each category it belongs to.
Meaning = dict[str, "int | float | str"]


@dataclass(frozen=True, slots=True)
class Direction:
    """Words that tell whether a date that could be past or future is one or the other."""

    future: frozenset[str]
    strong: frozenset[str]
    as_soon: frozenset[str]
    as_late: frozenset[str]
    near_past: frozenset[str]
    near_future: frozenset[str]
    before_to: frozenset[str]
    past: frozenset[str]
    had: frozenset[str]
    abbreviations: frozenset[str]
    not_past: frozenset[str]
    past_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A language's words of time; `phrases` holds the forms of several words by their first word, longest first."""

    language: str
    words: Mapping[str, Meaning]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    shortened: frozenset[str]  #: forms that are others before a point: "sept"
    capital: frozenset[str]
    weak: frozenset[str]
    direction: Direction
    cues: Mapping[str, frozenset[str]]  #: words beside an expression that tell whether it is a time at all
    parties: re.Pattern[str]  #: a time told from a meeting of two parties: groups link, a, b
    between: str  #: stands in whatever `parties` matches
    earlier_links: frozenset[str]
    macros: Mapping[str, str]
    rules: tuple[tuple[str, str], ...]  #: kind and pattern


@lru_cache(maxsize=8)
def load_calendar(language: str) -> Calendar | None:
    """The calendar of a language by its ISO 639-1 code, or None where there is no data for it."""
    path = files("readout.language").joinpath(f"calendar_{language}.toml")
    if not path.is_file():
        return None
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    words: dict[str, Meaning] = {}
    phrases: dict[str, dict[tuple[str, ...], Meaning]] = {}
    for category, forms in data["words"].items():
        for form, value in forms.items():
            first, *rest = split_words(form)
            if rest:
                phrases.setdefault(first, {}).setdefault(tuple(rest), {})[category] = value
            else:
                words.setdefault(form, {})[category] = value
    endings = data["direction"].pop("past_endings")
    return Calendar(
        language=language,
        words=MappingProxyType(words),
        phrases=MappingProxyType(
            {first: tuple(sorted(found.items(), key=_longest)) for first, found in phrases.items()}
        ),
        shortened=frozenset(form[:-1] for form in words if form.endswith(".")),
        capital=frozenset(data["capital"]),
        weak=frozenset(data["weak"]),
        direction=Direction(
            past_endings=tuple(endings),
            **{name: frozenset(found) for name, found in data["direction"].items()},
        ),
        cues=MappingProxyType({name: frozenset(found) for name, found in data["cues"].items()}),
        parties=re.compile(data["events"]["parties"]),
        between=data["events"]["between"],
        earlier_links=frozenset(data["events"]["earlier_links"]),
        macros=MappingProxyType(data["macros"]),
        rules=tuple((rule["kind"], pattern) for rule in data["rules"] for pattern in rule["patterns"]),
    )


def split_words(form: str) -> list[str]:
    """A form of the data as the words that the text is cut into; an abbreviation keeps its point."""
    words: list[str] = []
    for piece in form.split(" "):
        if piece.endswith(".") and piece[:-1].isalpha():
            words.append(piece)
        else:
            words += [found.group() for found in WORD.finditer(piece)]
    return words


def _longest(entry: tuple[tuple[str, ...], Meaning]) -> tuple[int, tuple[str, ...]]:
    return (-len(entry[0]), entry[0])
