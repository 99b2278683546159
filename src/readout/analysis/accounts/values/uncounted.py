"""Numbers that count nothing or the rest: ranks, numbers to call, those told only to tell another, "two more"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.types import BlockKind

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.lines import Line
    from readout.types import Amount

_OTHERS = re.compile(r"(?!no\b)(?:[\w,.-]+ ){1,3}?(?:others?|more(?! than)|additional|further)\b", re.IGNORECASE)
_OTHER_SO_MANY = re.compile(
    r"\b(?:other|another|additional|further) $", re.IGNORECASE
)  #: "the other 28 members", "another 40"
_BEFORE = 16  #: characters before an amount that are looked at
_ONE_OF = re.compile(r"[Oo]ne of\b|[Oo]ne(?= [a-z]+ of the)")
_PARENT_OF = re.compile(r"\b(?:mother|father|mom|dad|parent|grandmother|grandfather)s? of $", re.IGNORECASE)
_CALLED = re.compile(r"(?:911|999|9-1-1)\b(?![,.]\d)")  #: numbers to call for help
_IN_A_NAME = re.compile(r"\b[A-Z][a-z]+ $")
_SPELT = re.compile(r"[A-Z][a-z]+\b")
_RANKED = re.compile(r"(?:\bNos?\.|#)\s?$")  #: "the No. 2 position"


def is_rest(amount: Amount, text: str) -> bool:
    """Whether an amount counts what else there was: "three other clerks", "another 28 members", "two more"."""
    if amount.rule == "none other" or _OTHERS.match(text, amount.span.start):
        return True
    return bool(_OTHER_SO_MANY.search(text[max(0, amount.span.start - _BEFORE) : amount.span.start]))


def is_label(amount: Amount, text: str) -> bool:
    """Whether a number is a rank ("No. 2") or one to call for help."""
    before = text[max(0, amount.span.start - _BEFORE) : amount.span.start]
    return bool(_RANKED.search(before) or (amount.unit is None and _CALLED.match(text, amount.span.start)))


def _is_named(line: Line, amount: Amount, text: str) -> bool:
    """Whether a number word is part of a name, as its capital tells in a sentence: "Ground Zero", "Air Force One"."""
    if line.kind is BlockKind.HEADLINE or not _SPELT.match(text, amount.span.start):
        return False
    return bool(_IN_A_NAME.search(text[max(line.start, amount.span.start - _BEFORE) : amount.span.start]))


def is_aside(line: Line, amount: Amount, text: str) -> bool:
    """Whether an amount is told only to tell another: whose parent someone is, one of them."""
    before = text[max(line.start, amount.span.start - _BEFORE) : amount.span.start]
    return bool(_PARENT_OF.search(before) or _ONE_OF.match(text, amount.span.start)) or _is_named(line, amount, text)
