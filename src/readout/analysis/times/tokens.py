"""Text cut into words that know what they can mean as words of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from readout.language.calendar import WORD, load_calendar
from readout.language.numerals import load_numerals
from readout.text.chunks import Cutter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readout.language.calendar import Calendar, Meaning
    from readout.language.numerals import Numerals
    from readout.text.chunks import Piece

_NOTHING: Meaning = {}


class Token(NamedTuple):
    """One word: its place in the text, its folded form and what it can mean."""

    start: int
    end: int
    folded: str
    meaning: Mapping[str, int | float | str]


@dataclass(frozen=True, slots=True)
class Words:
    """What there is to know of a language's words of time; nearly every word of a text is in none of the sets."""

    calendar: Calendar
    numerals: Numerals
    known: frozenset[str]  #: words that mean something, or would before a point
    joining: frozenset[str]  #: words with which a phrase or number of several words can begin or go on
    cutter: Cutter[Token]


@lru_cache(maxsize=8)
def load_words(language: str) -> Words | None:
    """The words of time of a language, or None where there is no data for it."""
    calendar, numerals = load_calendar(language), load_numerals(language)
    if calendar is None or numerals is None:
        return None
    known = calendar.shortened.union(calendar.words)
    return Words(
        calendar,
        numerals,
        known=known,
        joining=numerals.cardinals.union(calendar.phrases, numerals.ordinals),
        cutter=Cutter(partial(_cut, known, calendar), _stands_alone, partial(tuple.__new__, Token)),
    )


def tokenise(text: str, start: int, end: int, words: Words) -> list[Token]:
    """The words of `text[start:end]`; phrases and numbers of several words are one token each."""
    return _join(words.cutter.tokens(text, start, end), words)


def _cut(known: frozenset[str], calendar: Calendar, stretch: str, folded: str, place: int) -> Iterator[Piece]:
    """The words of a stretch from a place on."""
    done = place
    for found in WORD.finditer(folded, place):
        low, high = found.span()
        if low < done:
            continue
        form, kind, meaning = found.group(), found.lastgroup, _NOTHING
        if kind in _WORDS:
            if form in known:
                if form in calendar.shortened and folded.startswith(".", high):
                    form, high = form + ".", high + 1
                meaning = _worded(form, stretch[low], calendar)
        elif kind == "sign":
            if form == "-" and (stretch[low - 1 : low].isspace() or stretch[high : high + 1].isspace()):
                form = "--"
        elif kind not in _MEANINGLESS:
            meaning = _numeric(form, kind or "")
        done = high
        yield low, high, (form, meaning)


def _stands_alone(chunk: str, folded: str) -> bool:
    """Whether no digit reaches over the space behind it, and no stroke stands beside a space."""
    return chunk[0] != "-" != chunk[-1] and _DIGIT.search(folded) is None


def _worded(form: str, first: str, calendar: Calendar) -> Meaning:
    """What a word of the calendar can mean where it begins with this letter."""
    meaning = calendar.words.get(form, _NOTHING)
    if form in calendar.capital and not first.isupper():
        return {category: value for category, value in meaning.items() if category not in _NAMED}
    return meaning


_DIGIT = re.compile(r"\d")
_WORDS = frozenset({"plain", "word", "dotted"})
#: Kinds of matches that are no words of time whatever they are.
_MEANINGLESS = frozenset({"other", "odd", "apostrophe"})
#: Categories that only a capital letter proves, for forms that are ordinary words too.
_NAMED = frozenset({"month", "weekday", "holiday"})


def _numeric(form: str, kind: str) -> Meaning:
    """What digits can mean, by their shape alone."""
    if kind == "number":
        return _number(form)
    if kind == "ordinal":
        value = int(form[:-2])
        return {"ordinal": value, "day": value} if 1 <= value <= 31 else {"ordinal": value}
    if kind == "decade":
        return {"decade": int(form.strip("'s").replace("'", ""))}
    if kind == "short":
        return {"shortyear": int(form[1:])}
    if kind == "clock":
        hour, minute = (int(part) for part in re.split(r"[:.]", form)[:2])
        return {"clock": f"{hour:02d}:{minute:02d}"} if hour <= 24 and minute < 60 else {}
    if kind == "qnum":
        return {"qnum": int(form[1])} if form[0] == "q" else {}
    if kind == "ymd":
        return {"iso": "-".join(part.zfill(2) for part in re.split(r"[/.]", form))}
    return {kind: form}


def _number(form: str) -> Meaning:
    if "." in form or "," in form:
        return {"number": float(form.replace(",", ""))} if len(form) < 30 else {}
    if len(form) > 18:
        return {}
    value = int(form)
    meaning: Meaning = {"number": value}
    if len(form) <= 2 and 1 <= value <= 31:
        meaning["day"] = value
    if len(form) <= 2 and value <= 24:
        meaning["hour"] = value
    if len(form) == 4 and value:
        meaning["year"] = value
    return meaning


def _join(tokens: list[Token], words: Words) -> list[Token]:
    """Phrases and runs of number words as one token."""
    calendar, numerals, joining = words.calendar, words.numerals, words.joining
    busy = [at for at, (_, _, folded, meaning) in enumerate(tokens) if folded in joining or "number" in meaning]
    joined: list[Token] = []
    position = 0
    for at in busy:
        if at < position:
            continue
        joined += tokens[position:at]
        token, position = tokens[at], at + 1
        width, meaning = _phrase(tokens, at, calendar)
        if not width and joined and token.folded in numerals.scales and "number" in joined[-1].meaning:
            joined[-1] = _times(joined[-1], token, numerals.scales[token.folded])
            continue
        if not width and "number" in token.meaning:
            width, meaning = _mixed(tokens, at)
        if not width and (token.folded in numerals.ordinals or numerals.knows(token.folded)):
            width, meaning = _spelled(tokens, at, numerals)
            meaning = {**token.meaning, **meaning} if width == 1 else meaning
        if width:
            position = at + width
            folded = " ".join(one.folded for one in tokens[at:position])
            token = Token(token.start, tokens[position - 1].end, folded, meaning)
        joined.append(token)
    return joined + tokens[position:]


def _times(number: Token, scale: Token, factor: int) -> Token:
    """5.3 and million as one token."""
    value = float(number.meaning["number"]) * factor
    return Token(number.start, scale.end, f"{number.folded} {scale.folded}", {"number": value})


def _mixed(tokens: list[Token], position: int) -> tuple[int, Meaning]:
    """2 1/2 as 2.5."""
    ahead = tokens[position + 1 : position + 4]
    if len(ahead) < 3 or ahead[1].folded != "/" or ahead[0].end != ahead[1].start or ahead[1].end != ahead[2].start:
        return 0, _NOTHING
    top, bottom = ahead[0].meaning.get("number"), ahead[2].meaning.get("number")
    if not isinstance(top, int) or not isinstance(bottom, int) or not 0 < top < bottom < 10:
        return 0, _NOTHING
    return 4, {"number": float(tokens[position].meaning["number"]) + top / bottom}


def _phrase(tokens: list[Token], position: int, calendar: Calendar) -> tuple[int, Meaning]:
    known = calendar.phrases.get(tokens[position].folded)
    if known is None or position + 1 == len(tokens):
        return 0, _NOTHING
    following = tokens[position + 1].folded
    for rest, meaning in known:
        if rest[0] == following:
            width = 1 + len(rest)
            if tuple(one.folded for one in tokens[position + 1 : position + width]) == rest:
                return width, meaning
    return 0, _NOTHING


def _spelled(tokens: list[Token], position: int, numerals: Numerals) -> tuple[int, Meaning]:
    """How many tokens from `position` on spell one number, and its meaning."""
    words: list[str] = []
    at = position
    while at < len(tokens) and at - position < 12:
        folded = tokens[at].folded
        if numerals.knows(folded):
            if numerals.read([*words, folded]) is None:
                break
            words.append(folded)
            at += 1
        elif (
            words
            and folded in ("-", "and")
            and at + 1 < len(tokens)
            and _goes_on(words[-1], folded, tokens[at + 1], numerals)
        ):
            at += 1
        else:
            break
    if at < len(tokens) and tokens[at].folded in numerals.ordinals and (not words or words[-1] in numerals.tens):
        value = (numerals.read(words) or 0) + numerals.ordinals[tokens[at].folded]
        return at + 1 - position, {"ordinal": value, "day": value} if value <= 31 else {"ordinal": value}
    if words and tokens[at - 1].folded in ("-", "and"):
        at -= 1
    value_read = numerals.read(words) if words else None
    if value_read is None:
        return 0, _NOTHING
    if len(words) == 1 and (words[0] in numerals.scales or words[0] in numerals.hundreds):
        return (
            (1, {"number": value_read}) if position and tokens[position - 1].folded in ("a", "one") else (0, _NOTHING)
        )
    meaning: Meaning = {"number": value_read}
    plain_words = all(word in numerals.units or word in numerals.tens for word in words)
    if plain_words and 1100 <= value_read < 2200:
        meaning["spelled"] = value_read
    elif 1 <= value_read <= 31:
        meaning["hour"] = value_read
    return at - position, meaning


def _goes_on(before: str, link: str, after: Token, numerals: Numerals) -> bool:
    """Whether a hyphen or an "and" stands inside one number: twenty-four, two hundred and fifty."""
    if link == "and":
        return (before in numerals.hundreds or before in numerals.scales) and numerals.knows(after.folded)
    return before in numerals.tens and (after.folded in numerals.units or after.folded in numerals.ordinals)
