"""Names of works, programmes and things in quotation marks, which nobody says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import FINITE
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
    end = end_of_quotation(reading, at)
    inside = [word for word in words[at : end + 1] if word.is_word]
    small = lexicon().function["determiners"] | lexicon().function["prepositions"] | {"and", "or"}
    before = words[at - 1].folded if at else ""
    titled = before in _TITLED
    if not inside or not all(word.capital or word.folded in small for word in inside):
        return False
    if len(inside) > _LONGEST and not titled:
        return False
    if before == "," and at > 1 and words[at - 2].folded in lexicon().people["medium"]:
        return inside[0].capital and inside[-1].capital  # "in her memoir, “Tough Choices”"
    return bool(before) and before not in _LEADS and inside[0].capital and inside[-1].capital


def only_a_title(reading: Reading, low: int, high: int) -> bool:
    """`On "Fox News Sunday," X said`: the name of a programme, not words that were spoken."""
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
