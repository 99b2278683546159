"""Reports in a clause with "as": `As first reported by X, ...`, `..., as X has acknowledged`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.hits import Found
from readout.analysis.statements.nouns.neighbours import phrase_after
from readout.analysis.statements.nouns.phrases import subject_of

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading

_FARTHEST = 12  #: tokens that such a clause may have before its verb
_WAS = frozenset(["first", "was", "is", "also", "previously"])


def as_reported(reading: Reading, hit: Hit) -> Found | None:
    """The report of a verb in a clause with "as" that ends or opens its sentence; needs a parse."""
    if not reading.parsed or hit.kind != "verb" or not hit.has("after") or reading.words[hit.at].quote >= 0:
        return None
    return _by_someone(reading, hit) or _closing(reading, hit)


def _by_someone(reading: Reading, hit: Hit) -> Found | None:
    """`As first reported by the Tarn Gazette, ...`: the rest of the sentence is theirs."""
    words = reading.words
    first = next((place for place, word in enumerate(words) if word.is_word), 0)
    small = all(word.folded in _WAS for word in words[first + 1 : hit.at])
    if words[first].folded != "as" or not small or hit.high + 2 >= len(words) or words[hit.high + 1].folded != "by":
        return None
    speaker = phrase_after(reading, hit.high + 2)
    if speaker is None or speaker.high + 2 >= len(words) or words[speaker.high + 1].folded != ",":
        return None
    content = (speaker.high + 2, len(words) - 1)
    return Found(hit, (content,), speaker, hit.act_in("clause") or "assert", "as X said", (first, speaker.high + 1))


def _closing(reading: Reading, hit: Hit) -> Found | None:
    """`The figures changed, as X has acknowledged.`: what stands before the comma."""
    words = reading.words
    speaker = subject_of(reading, hit)
    after = words[hit.high + 1] if hit.high + 1 < len(words) else None
    if speaker is None or after is None or speaker.low < 4 or not 0 < hit.at - speaker.low < _FARTHEST:
        return None
    link = speaker.low - 1
    if words[link].folded != "as" or words[link - 1].folded not in (",", "-", "--") or words[link - 1].quote >= 0:
        return None
    if after.folded not in (".", ",") and after.pos != "ADP":
        return None
    before = words[: link - 1]
    quoted = any(word.quote >= 0 for word in before)
    if words[0].quote >= 0 or not any(word.pos in ("VERB", "AUX") for word in before):
        return None
    if (quoted or hit.high > hit.at) and any(word.is_word for word in words[hit.high + 1 :]):
        return None  # "that we are, as she put it in a book, on the cusp"
    act = hit.act_in("clause") or "assert"
    return Found(hit, ((0, link - 2),), speaker, act, "as X said", (link, hit.high))
