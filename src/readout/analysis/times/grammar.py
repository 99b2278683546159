"""Patterns over classes of words: every word becomes one character, so that a pattern is a short regular expression."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from readout.language.calendar import load_calendar
from readout.language.numerals import load_numerals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from readout.analysis.times.tokens import Token
    from readout.language.calendar import Calendar
    from readout.language.numerals import Numerals

_PIECE = re.compile(r"\{\w+\}|[()|?<>]|[^\s()|?<>{}]+")
#: What digits can mean by their shape: the combinations of categories that tokens make for themselves.
_SHAPES = (
    *({"number"}, {"number", "hour"}, {"number", "day"}, {"number", "day", "hour"}, {"number", "year"}),
    *(
        {"number", "spelled"},
        {"ordinal"},
        {"ordinal", "day"},
        {"decade"},
        {"shortyear"},
        {"clock"},
        {"iso"},
        {"slashed"},
        {"qnum"},
    ),
    {"ordinal", "day", "unit"},
)
_OTHER = "."
_WINDOWS_KEPT = 20_000  #: so that memory stays bounded


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: the kind of expression it finds, its regular expression and the categories of its groups."""

    kind: str
    pattern: str
    regex: re.Pattern[str]
    groups: tuple[str, ...]
    bounded: bool  #: whether the pattern says where the expression begins and ends inside it


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: tokens `[first, last)`, and what the words in its categories mean."""

    rule: Rule
    first: int
    last: int
    slots: dict[str, int | float | str]
    words: tuple[str, ...]


class Grammar:
    """The patterns of one language, ready to be matched."""

    def __init__(self, calendar: Calendar, numerals: Numerals) -> None:
        self._categories = {name for meaning in calendar.words.values() for name in meaning}
        self._categories |= {name for found in calendar.phrases.values() for _, meaning in found for name in meaning}
        self._categories |= {name for shape in _SHAPES for name in shape}
        self._literals = {
            piece.removeprefix("=")
            for text in (*(pattern for _, pattern in calendar.rules), *calendar.macros.values())
            for piece in _PIECE.findall(text)
            if piece[0] not in "{()|?<>" and piece not in self._categories
        }
        self._letters: dict[frozenset[str], str] = {}
        self._seen: dict[tuple[str, tuple[str, ...]], str] = {}
        self._learn_letters(calendar, numerals)
        self._classes = self._sorted_by_name()
        self.rules = tuple(self._compile(kind, pattern, calendar) for kind, pattern in calendar.rules)
        self._by_letter: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for letter in _first(rule.regex.pattern):
                self._by_letter.setdefault(letter, []).append(rule)
        self._starts = re.compile(f"[{_in_ranges(self._by_letter)}]")
        self._reach = max(rule.regex.pattern.count("[") for rule in self.rules)  # one class a token, none repeated
        self._matching: dict[str, tuple[Rule, ...]] = {}

    def _learn_letters(self, calendar: Calendar, numerals: Numerals) -> None:
        for form, meaning in calendar.words.items():
            self._letter(form, meaning)
            named = {name for name in meaning if name not in ("month", "weekday", "holiday")}
            self._letter(form, dict.fromkeys(named, 0))
        for found in calendar.phrases.values():
            for _, meaning in found:
                self._letter("", meaning)
        for shape in _SHAPES:
            self._letter("", dict.fromkeys(shape, 0))
        for literal in self._literals:
            self._letter(literal, {})
            for shape in _SHAPES if numerals.knows(literal) or literal in numerals.ordinals else ():
                self._letter(literal, dict.fromkeys(shape, 0))

    def _signature(self, form: str, meaning: Mapping[str, object]) -> frozenset[str]:
        return frozenset(meaning) | ({"=" + form} if form in self._literals else frozenset())

    def _letter(self, form: str, meaning: Mapping[str, object]) -> str:
        signature = self._signature(form, meaning)
        if not signature:
            return _OTHER
        return self._letters.setdefault(signature, chr(0x100 + len(self._letters)))

    def classes(self, tokens: Sequence[Token]) -> str:
        """The tokens as one character each."""
        literals = self._literals
        return "".join(
            [
                self._known_letter(folded, tuple(meaning)) if meaning or folded in literals else _OTHER
                for _, _, folded, meaning in tokens
            ]
        )

    def _known_letter(self, form: str, categories: tuple[str, ...]) -> str:
        key = (form if form in self._literals else "", categories)
        letter = self._seen.get(key)
        if letter is None:
            letter = self._seen[key] = self._letters.get(self._signature(form, dict.fromkeys(categories, 0)), _OTHER)
        return letter

    def places(self, classes: str) -> Iterator[int]:
        """The tokens that a rule can begin with."""
        return (found.start() for found in self._starts.finditer(classes))

    def matches(self, tokens: Sequence[Token], classes: str, at: int) -> Iterator[Match]:
        """The matches of all rules that begin at token `at`, in the rules' order."""
        window, _, _ = classes[at : at + self._reach].partition(_OTHER)  # which is in no pattern
        for rule in self._rules_for(window):
            found = rule.regex.match(classes, at)
            if found is not None:
                yield _match(rule, found, tokens)

    def _rules_for(self, window: str) -> tuple[Rule, ...]:
        """The rules that match at the beginning of a run of letters; kept, since texts hold the same few runs."""
        rules = self._matching.get(window)
        if rules is None:
            if len(self._matching) >= _WINDOWS_KEPT:
                self._matching.clear()
            rules = tuple(rule for rule in self._by_letter.get(window[0], ()) if rule.regex.match(window))
            self._matching[window] = rules
        return rules

    def _sorted_by_name(self) -> dict[str, str]:
        """For each category, and each literal behind "=", a class of the regular expressions with its letters."""
        letters: dict[str, list[str]] = {}
        for signature, letter in self._letters.items():
            for name in signature:
                letters.setdefault(name, []).append(letter)
        return {name: f"[{_in_ranges(found)}]" for name, found in letters.items()}

    def _compile(self, kind: str, pattern: str, calendar: Calendar) -> Rule:
        expanded = pattern
        while "{" in expanded:
            expanded = re.sub(r"\{(\w+)\}", lambda found: calendar.macros[found[1]], expanded)
        groups: list[str] = []
        out: list[str] = []
        for piece in _PIECE.findall(expanded):
            if piece in "()|?":
                out.append("(?:" if piece == "(" else piece)
            elif piece == "<":
                out.append("(?P<extent>")
            elif piece == ">":
                out.append(")")
            else:
                named = piece in self._categories
                letters = self._classes[piece if named else "=" + piece.removeprefix("=")]
                out.append(f"(?P<g{len(groups)}>{letters})" if named else letters)
                groups += [piece] if named else []
        return Rule(kind, pattern, re.compile("".join(out)), tuple(groups), "<" in pattern)


def _match(rule: Rule, found: re.Match[str], tokens: Sequence[Token]) -> Match:
    """What a regular expression's match means."""
    slots: dict[str, int | float | str] = {}
    for number, category in enumerate(rule.groups):
        place = found.start(f"g{number}")
        if place >= 0:
            name = category if category not in slots else category + "2"
            slots[name] = tokens[place].meaning[category]
    first, last = found.span("extent") if rule.bounded else found.span()
    words = tuple(token.folded for token in tokens[found.start() : found.end()])
    return Match(rule, first, last, slots, words)


def _in_ranges(letters: Iterable[str]) -> str:
    """The letters, those that follow one another as a range: short patterns are compiled fast."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, letters)):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(chr(low) if low == high else f"{chr(low)}-{chr(high)}" for low, high in ranges)


def _spelled_out(ranges: str) -> frozenset[str]:
    """The letters of `_in_ranges`."""
    found = set(ranges) - {"-"}
    for at, character in enumerate(ranges):
        if character == "-":
            found.update(map(chr, range(ord(ranges[at - 1]), ord(ranges[at + 1]))))
    return frozenset(found)


def _first(pattern: str) -> frozenset[str]:
    """The characters that a pattern of ours (classes, groups, alternatives, `?`) can begin with."""
    letters, _, _ = _first_of(pattern, 0)
    return letters


def _first_of(pattern: str, at: int) -> tuple[frozenset[str], bool, int]:
    """First letters, whether it can be empty, and where the group that starts at `at` ends."""
    letters: frozenset[str] = frozenset()
    some_empty, empty = False, True
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            some_empty, empty, at = some_empty or empty, True, at + 1
            continue
        if pattern[at] == "[":
            end = pattern.index("]", at)
            found, hollow, at = _spelled_out(pattern[at + 1 : end]), False, end + 1
        else:
            inner = at + 3 if pattern.startswith("(?:", at) else pattern.index(">", at) + 1
            found, hollow, at = _first_of(pattern, inner)
            at += 1
        if at < len(pattern) and pattern[at] == "?":
            hollow, at = True, at + 1
        if empty:
            letters |= found
        empty = empty and hollow
    return letters, some_empty or empty, at


@lru_cache(maxsize=8)
def load_grammar(language: str) -> Grammar | None:
    """The grammar of a language, or None where there is no data for it."""
    calendar, numerals = load_calendar(language), load_numerals(language)
    return None if calendar is None or numerals is None else Grammar(calendar, numerals)
