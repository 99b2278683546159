"""Numbers that count nothing: years, versions, numbers to call, and those told only to tell another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.types import BlockKind

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.lines import Line
    from readout.types import Amount

_YEAR = re.compile(r"(?<![\w$])(1[6-9]\d\d|20\d\d)(?!\w)(?![,.]\d)")
_ONE_OF = re.compile(r"[Oo]ne of\b|[Oo]ne(?= [a-z]+ of the)")
_PARENT_OF = re.compile(r"\b(?:mother|father|mom|dad|parent|grandmother|grandfather)s? of $", re.IGNORECASE)
_VERSION = re.compile(r"\d{1,2}\.\d")
_NAME_ENDS = re.compile(r"\b[A-Z][a-z]+\s$")
_NUMBER = r"(?:\d|10|one|two|three|four|five|six|seven|eight|nine|ten)"
_IN_SO_MANY = re.compile(rf"\b{_NUMBER} in $", re.IGNORECASE)
_SO_MANY_IN = re.compile(rf" in {_NUMBER}\b(?! (?:minutes|hours|days|weeks|months|years))", re.IGNORECASE)
_CALLED = re.compile(r"(?:911|999|9-1-1)\b(?![,.]\d)")  #: numbers to call for help
_IN_A_NAME = re.compile(r"\b[A-Z][a-z]+ $")
_SPELT = re.compile(r"[A-Z][a-z]+\b")
_RANKED = re.compile(r"(?:\bNos?\.|#)\s?$")  #: "the No. 2 position"
_TO_TEXT = re.compile(r"\b(?:text|dial)\b[^.!?\n]{0,40}\bto\s$", re.IGNORECASE)  #: "text HELP to 40404"
_CODE = re.compile(r"\d{5,}")
_LINE = 48  #: characters in which one is told to write to a number
_MANY = 11  #: "5 in 10" tells of no more
_BEFORE = 16  #: characters of "grandmother of "


def is_label(amount: Amount, text: str) -> bool:
    """Whether a bare number is more likely a year, the version of something named ("Kelm 2.0"), or one to call."""
    shown = text[amount.span.start : amount.span.end]
    before = text[max(0, amount.span.start - _LINE) : amount.span.start]
    if _RANKED.search(before) or (_CODE.fullmatch(shown) and _TO_TEXT.search(before)):
        return True
    if amount.unit is not None:
        return False
    version = _VERSION.fullmatch(shown) and _NAME_ENDS.search(before)
    return bool(version or _CALLED.match(shown) or (_YEAR.fullmatch(shown) and not amount.counted))


def _is_named(line: Line, amount: Amount, text: str) -> bool:
    """Whether a number word is part of a name, as its capital tells in a sentence: "Ground Zero", "Air Force One"."""
    if line.kind is BlockKind.HEADLINE or not _SPELT.match(text, amount.span.start):
        return False
    return bool(_IN_A_NAME.search(text[max(line.start, amount.span.start - _BEFORE) : amount.span.start]))


def is_aside(line: Line, amount: Amount, text: str) -> bool:
    """Whether an amount is told only to tell another: whose parent someone is, one of them, "5 in 10"."""
    before = text[max(line.start, amount.span.start - _BEFORE) : amount.span.start]
    if _PARENT_OF.search(before) or _ONE_OF.match(text, amount.span.start) or _is_named(line, amount, text):
        return True
    within = text[amount.span.end : min(line.end, amount.span.end + _BEFORE)]
    few = amount.unit is None and (amount.range.exact or _MANY) < _MANY
    return few and bool(_IN_SO_MANY.search(before) or _SO_MANY_IN.match(within))
