"""Text cut into words that know what they can mean as words of time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from readout.language.calendar import WORD
from readout.text.fold import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readout.language.calendar import Calendar, Meaning
    from readout.language.numerals import Numerals

_NOTHING: Meaning = {}


class Token(NamedTuple):
    """One word: its place in the text, its folded form and what it can mean."""

    start: int
    end: int
    folded: str
    meaning: Mapping[str, int | float | str]


def tokenise(text: str, start: int, end: int, calendar: Calendar, numerals: Numerals) -> list[Token]:
    """The words of `text[start:end]`; phrases and numbers of several words are one token each."""
    stretch = plain(text[start:end])
    folded = stretch.lower()
    if len(folded) != len(stretch):
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in stretch)
    tokens = _cut(stretch, folded, start, calendar)
    return _join(tokens, calendar, numerals)


def _cut(stretch: str, folded: str, start: int, calendar: Calendar) -> list[Token]:
    tokens: list[Token] = []
    done = 0
    for found in WORD.finditer(folded):
        low, high = found.span()
        if low < done:
            continue
        form, kind = found.group(), found.lastgroup
        if kind == "plain" or kind == "word":
            if form in calendar.shortened and folded.startswith(".", high):
                form, high = form + ".", high + 1
            meaning = calendar.words.get(form, _NOTHING)
            if meaning and form in calendar.capital and not stretch[low].isupper():
                meaning = {category: value for category, value in meaning.items() if category not in _NAMED}
        elif kind == "dotted":
            meaning = calendar.words.get(form, _NOTHING)
        elif kind == "other":
            if form == "-" and (stretch[low - 1 : low].isspace() or stretch[high : high + 1].isspace()):
                form = "--"
            meaning = _NOTHING
        elif kind == "apostrophe":
            meaning = _NOTHING
        else:
            meaning = _numeric(found, form, kind or "")
        done = high
        tokens.append(Token(start + low, start + high, form, meaning))
    return tokens


#: Categories that only a capital letter proves, for forms that are ordinary words too.
_NAMED = frozenset({"month", "weekday", "holiday"})


def _numeric(found: re.Match[str], form: str, kind: str) -> Meaning:
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
        hour, minute = int(form.split(":")[0]), int(form.split(":")[1])
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


def _join(tokens: list[Token], calendar: Calendar, numerals: Numerals) -> list[Token]:
    """Phrases and runs of number words as one token."""
    joined: list[Token] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if _stands_alone(token, calendar, numerals):
            joined.append(token)
            position += 1
            continue
        width, meaning = _phrase(tokens, position, calendar)
        if not width and joined and token.folded in numerals.scales and "number" in joined[-1].meaning:
            joined[-1] = _times(joined[-1], token, numerals.scales[token.folded])
            position += 1
            continue
        if not width and "number" in token.meaning:
            width, meaning = _mixed(tokens, position)
        if not width and (token.folded in numerals.ordinals or numerals.knows(token.folded)):
            width, meaning = _spelled(tokens, position, numerals)
            meaning = {**token.meaning, **meaning} if width == 1 else meaning
        if width:
            last = tokens[position + width - 1]
            folded = " ".join(one.folded for one in tokens[position : position + width])
            joined.append(Token(token.start, last.end, folded, meaning))
            position += width
        else:
            joined.append(token)
            position += 1
    return joined


def _stands_alone(token: Token, calendar: Calendar, numerals: Numerals) -> bool:
    """Whether no phrase and no number begins or goes on with the word, as is so for nearly all."""
    folded = token.folded
    return not (
        folded in calendar.phrases
        or folded in numerals.cardinals
        or folded in numerals.ordinals
        or "number" in token.meaning
    )


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
    for rest, meaning in calendar.phrases.get(tokens[position].folded, ()):
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
