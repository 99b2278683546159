"""Sentences inside one block of text, by rule and in linear time."""

from __future__ import annotations

import re

from readout.language.wordsets import word_sets
from readout.spans import trim

_SETS = word_sets("sentences")
_BEFORE_A_NAME, _WORDS_TOO, _SMALL_WORDS = _SETS["before_names"], _SETS["words_too"], _SETS["small_words"]
_SHORT, _STARTERS = _SETS["short_forms"], _SETS["starters"]
_REPORTING = re.compile(rf"\s+(?:[\w'’.-]+\s+){{1,4}}?(?:{'|'.join(sorted(_SETS['reporting']))})\b")
_BREAK = re.compile(
    r"(?P<stop>[.!?…‽]+|。|！|？)(?P<close>(?:[)\]}”’»›*_]|[\"'](?!\w)){0,6})(?=(?P<space>[\s\u200b])|$|[\"“‘«]|[A-Z][a-z])"
    r"|(?P<blank>\n[ \t\r]*\n)|(?P<line>\n(?=[“\"]))"
)
#: A quotation and, after a dash, who said it; a new line then begins the next.
_SIGNED = re.compile(r"[”\"][\s\u00a0]*[―—–-]{1,2}[\s\u00a0]*[A-Z][^\n]{1,60}$")
_DASH_AND_NAME = re.compile(r"[\s\u00a0]*[―—–][\s\u00a0]*[A-Z]")
_OPENERS = "\"'“”‘’«‹([{-–—*_ \t\r\n\u00a0\u200b\u200e\u200f"
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LOOK = 80  #: how far around a full stop the rules look, in characters


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]`, which is one paragraph, as trimmed spans in order.

    A line break alone does not end a sentence (texts are hard-wrapped), a blank line does. A full stop inside a
    quotation ends one, unless a reporting clause follows. Only white space is left out.
    """
    found: list[tuple[int, int]] = []
    at = start
    for match in _BREAK.finditer(text, start, end):
        if match.start() < at:
            continue
        if match.group("line") is not None:
            if not _SIGNED.search(text, max(at, match.start() - _LOOK), match.start()):
                continue
        elif match.group("blank") is None and not _ends_here(text, start, end, match):
            continue
        low, high = trim(text, at, match.end())
        if low < high:
            found.append((low, high))
        at = match.end()
    low, high = trim(text, at, end)
    if low < high:
        found.append((low, high))
    return found


def _ends_here(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether the full stop found ends a sentence, by the words on both sides of it."""
    stop, close = match.group("stop"), match.group("close")
    after = match.end()
    if after >= end:
        return True
    ahead = text[after : min(end, after + _LOOK)]
    opened = ahead.lstrip(_OPENERS)
    word = _WORD.match(opened)
    if match.group("space") is None:
        return _ends_without_space(match, ahead, word)
    if opened[:1].islower() or (close.strip(")]}") and _DASH_AND_NAME.match(ahead)):
        return False
    if stop[-1] in "!?" or len(stop) > 1 or stop == "…":
        quoted = bool(close.strip(")]}"))
        return not (quoted and _REPORTING.match(ahead))
    if close:
        return not (close[-1] in ")]" and word is None and not opened)
    return _plain_stop_ends(text, start, match.start(), opened, word)


def _ends_without_space(match: re.Match[str], ahead: str, word: re.Match[str] | None) -> bool:
    """A full stop with no space after it: only `said."He` and `said.The` end a sentence, not `U.S.` nor `3.5`."""
    if ahead[:1] and ahead[:1] in '“‘«"':
        return bool(match.group("close")) or ahead[:1] != "‘"
    return word is not None and (bool(match.group("close")) or word.group().lower() in _STARTERS)


def _plain_stop_ends(text: str, start: int, at: int, opened: str, word: re.Match[str] | None) -> bool:
    """A bare full stop at `at`: not after a title, an initial or an abbreviation that the sentence runs on from."""
    before = text[max(start, at - 24) : at]
    last = before.split()[-1] if before.split() else ""
    last = last.lstrip(_OPENERS)
    low = last.lower()
    starts = word is not None and word.group().lower().split("'")[0].split("’")[0] in _STARTERS
    if low in _BEFORE_A_NAME:
        word_here = (low in _WORDS_TOO and starts) or last in _SMALL_WORDS
        return word_here and not opened[:1].isdigit()
    if len(last) == 1 and last.isalpha():
        return starts and (last.islower() or word is None or len(word.group()) > 1)
    if low in _SHORT or (("." in low) and all(len(part) <= 2 for part in low.split("."))):
        return starts
    return bool(opened) or at + 1 >= len(text)
