"""Whose age an amount is: a name or a noun beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.language.denials import calendar_words
from readout.language.terms import plain_stem
from readout.language.wordsets import word_sets
from readout.text.fold import fold

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.lines import Line
    from readout.spans import Span

_NAME = r"(?:[A-Z][\w'’.-]+(?:\s+[“\"(]\w+[”\")])?\s+){0,3}[A-Z][\w'’-]+"
_NAME_BEFORE = re.compile(rf"({_NAME}),?\s*(?:\(|,?\s*(?:now\s+|aged?\s+)?|is\s+(?:now\s+)?|now\s+)$")
_NAME_AFTER = re.compile(rf"[-\s]*years?[-\s]old[\s,]*({_NAME})")
_NO_NAMES, _NO_OWNERS = word_sets("accounts")["no_aged"], word_sets("accounts")["no_owners"]
_NOUN_AFTER = re.compile(r"[-\s]*years?[-\s]old\s+(?:[a-z]+\s+){0,2}?([a-z]+)\b")
_PHRASE = 5  #: words after an age in which its noun stands


def owner_of(line: Line, span: Span) -> tuple[tuple[str, ...], int, bool]:
    """Whose age an amount is (stems of a name or a noun), where the words about it begin, and if it is a name."""
    before = line.text[: span.start - line.start]
    after = line.text[span.start - line.start :]
    after = re.sub(r"^[\w-]*?(?=[-\s]*years?)|^\w+", "", after, count=1)
    group = re.search(r"\b([a-z]+),?\s+aged?\s+$", before[-40:])
    if group and group.group(1) not in _NO_OWNERS:
        return _name_stems(group.group(1)), span.start - len(group.group(0)), False
    found = _NAME_BEFORE.search(before[-80:])
    if found and fold(found.group(1)) not in _NO_NAMES:
        return _name_stems(found.group(1)), span.start - len(before[-80:]) + found.start(), True
    if named := _NAME_AFTER.match(after):
        return _name_stems(named.group(1)), span.start, True
    if noun := _NOUN_AFTER.match(after):
        return _name_stems(_noun_after(line, span, noun.group(1))), span.start, False
    if re.match(r"[-\s]*years?[-\s]old\b", after):
        return ("",), span.start, False
    names = [found for found in re.finditer(_NAME, before) if fold(found.group().split()[0]) not in calendar_words()]
    if names and _is_noun(line, line.start + names[-1].start()):
        return _name_stems(names[-1].group()), line.start + names[-1].start(), True
    return (), span.start, False


def _noun_after(line: Line, span: Span, word: str) -> str:
    """The noun after "52-year-old", by the parse ("white man"); "" if a verb or a comma comes first."""
    following = [token for token in line.tokens if token.start >= span.end]
    if not following:
        return "" if line.tokens else word
    for token, after in zip(following[:_PHRASE], [*following[1:], None], strict=False):
        if token.pos == "NOUN" and (after is None or after.pos not in ("NOUN", "PROPN")):
            return fold(token.text)
        if token.pos not in ("ADJ", "NOUN", "PROPN", "NUM", "ADV"):
            return ""
    return ""


def _is_noun(line: Line, start: int) -> bool:
    """Whether the words that begin here are a name by the parse, or there is none."""
    token = next((token for token in line.tokens if token.end > start), None)
    return token is None or token.pos == "PROPN"


def _name_stems(name: str) -> tuple[str, ...]:
    return tuple(plain_stem(word) for word in re.findall(r"[a-z][a-z'-]+", fold(name)))
