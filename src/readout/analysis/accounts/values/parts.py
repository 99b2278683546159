"""Amounts told as the rest or as a part of others: "three other clerks", "two more", "including four ministers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Amount

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
