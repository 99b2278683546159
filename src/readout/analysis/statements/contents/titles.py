"""Names of works, programmes and things in quotation marks, which nobody says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.reading import Reading

_LONGEST = 7  #: words a title may have
_TITLED = frozenset(["titled", "entitled", "headlined", "called", "named", "headline", "article", "hashtag"])
_LEADS = frozenset([",", ":", ".", "-", "--", "?", "!", ";"])


def end_of_quotation(reading: Reading, at: int) -> int:
    """The last token of the quotation that token `at` stands in."""
    quote = reading.words[at].quote
    while at + 1 < len(reading.words) and reading.words[at + 1].quote == quote:
        at += 1
    return at


def is_title(reading: Reading, at: int) -> bool:
    """Whether the quotation that begins at token `at` is a title: short, in capitals, and not led in by a mark."""
    words = reading.words
    before = words[at - 1].folded if at else ""
    after_medium = before == "," and at > 1 and words[at - 2].folded in lexicon().people["medium"]
    if not after_medium and (not before or before in _LEADS):  # but "in her memoir, “Tough Choices”"
        return False
    inside = [word for word in words[at : end_of_quotation(reading, at) + 1] if word.is_word]
    if not inside or not inside[0].capital or not inside[-1].capital:
        return False
    if len(inside) > _LONGEST and before not in _TITLED:
        return False
    small = lexicon().leading
    return all(word.capital or word.folded in small or word.folded in ("and", "or") for word in inside)


def only_a_title(reading: Reading, low: int, high: int) -> bool:
    """`On "Harbour Talk Sunday," X said`: the name of a programme, not words that were spoken."""
    words = reading.words
    marks = [place for place in range(low, high + 1) if words[place].quote >= 0]
    outside = [word for word in words[low : high + 1] if word.quote < 0 and word.is_word]
    return (
        bool(marks)
        and bool(outside)
        and is_title(reading, marks[0])
        and len(outside) < 9
        and not any(word.pos in FINITE for word in outside)
    )
