"""Where a passage's own words begin: its first word, behind a dateline."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.analysis.statements.reading import Reading

_PLACE = 3  #: letters in capitals that open a dateline


def first_word(reading: Reading) -> int:
    """The first token that is a word or a mark of a quotation."""
    return next((place for place, word in enumerate(reading.words) if word.is_word or word.quote >= 0), 0)


def past_dateline(reading: Reading, high: int) -> int:
    """The token after `KELM (LNS) - `, which stands in the text of its sentence where a caption went before; else 0."""
    words = reading.words
    first = first_word(reading)
    shown = reading.text[words[first].start : words[first].end]
    if len(shown) < _PLACE or not shown.isupper() or words[first].quote >= 0:
        return 0
    for place in range(first + 1, min(first + 12, high - 1)):
        if words[place].folded in ("-", "--"):
            return place + 1
        if words[place].is_word and not words[place].capital:
            break
    return 0
