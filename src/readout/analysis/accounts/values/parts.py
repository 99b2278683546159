"""Amounts told as the rest or as a part of others: "three other clerks", "two more", "including four ministers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.lines import Line
    from readout.types import Amount

_INCLUDED = re.compile(r"\b(?:including|among them|of them|of whom)(?:\s[\w ]{0,8})?\s$")
_OF_ITS = re.compile(r"[\w,.-]+ of (?:its|their|his|her|our|my|your)\b", re.IGNORECASE)
_OTHERS = re.compile(r"(?!no\b)(?:[\w,.-]+ ){1,3}?(?:others?|more(?! than)|additional|further)\b", re.IGNORECASE)
_OTHER_SO_MANY = re.compile(
    r"\b(?:other|another|additional|further) $", re.IGNORECASE
)  #: "the other 28 members", "another 40"
_BEFORE = 16  #: characters before an amount that are looked at


def is_rest(amount: Amount, text: str) -> bool:
    """Whether an amount counts what else there was: "three other clerks", "another 28 members", "two more"."""
    if amount.rule == "none other" or _OTHERS.match(text, amount.span.start):
        return True
    return bool(_OTHER_SO_MANY.search(text[max(0, amount.span.start - _BEFORE) : amount.span.start]))


def is_part(line: Line, amount: Amount, text: str) -> bool:
    """Whether an amount is told as a part of another: "including four ministers", "15 of its members"."""
    if _OF_ITS.match(text, amount.span.start):
        return True
    return bool(_INCLUDED.search(text[max(line.start, amount.span.start - _BEFORE) : amount.span.start]))
