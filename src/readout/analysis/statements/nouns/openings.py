"""Who acts in the sentence that a participle opens: `Noting that X, Doe ...`, `A month after backing X, Doe ...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.nouns.neighbours import is_mere_thing, phrase_before
from readout.analysis.statements.nouns.noun_phrases import around
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit, Phrase
    from readout.analysis.statements.reading import Reading

_LEADING = frozenset(
    ["in", "by", "upon", "besides", "despite", "without"]
)  #: before a participle, as "after" and "while"
_PLACING = frozenset(["ADP", "SCONJ", "ADV", "CCONJ", "NUM"])  #: what opens a time or place before it
_HANGING = frozenset(["ccomp", "parataxis", "conj"])  #: how a main clause hangs on a participle taken for the main verb


def opens_sentence(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence begins with the participle (`Having said`), behind no more than a time or a place."""
    words, low = reading.words, hit.low
    if hit.kind != "verb" or not words[low].folded.endswith("ing") or words[low].quote >= 0:
        return False
    before = words[_start(reading, low) : low]
    if any(word.pos in FINITE or word.folded == "that" for word in before):
        return False
    first = next((word for word in before if word.is_word), words[low])
    placed = first.pos in _PLACING or first.folded in lexicon().function["times"]
    led = placed and bool(before) and before[-1].folded in _LEADING | lexicon().function["subordinators"]
    return led or not any(word.is_word and word.pos not in ("ADP", "SCONJ", "ADV", "CCONJ") for word in before)


def who_acts_behind(reading: Reading, hit: Hit) -> Phrase | None:
    """The subject of the main clause behind the comma that ends such an opening; no thing, and nobody of a passive."""
    words = reading.words
    for low in range(hit.high + 2, len(words)):
        if words[low - 1].folded in (";", ":"):
            return None
        if words[low - 1].folded != "," and not (words[low - 1].quote >= 0 and words[low].quote < 0):
            continue
        subject = next(
            (at for at in range(low, len(words)) if words[at].dep == "nsubj" and reading.left[at] == low), -1
        )
        if subject < 0 or words[subject].quote >= 0 or not _is_main(reading, hit, subject, low):
            continue
        found = around(reading, subject, words[subject].head, "shared subject")
        return None if is_mere_thing(reading, found) else found
    return _named_before_root(reading, hit)


def _start(reading: Reading, low: int) -> int:
    """The first token behind the last colon or semicolon before `low`."""
    return max((at + 1 for at in range(low) if reading.words[at].folded in (":", ";")), default=0)


def _is_main(reading: Reading, hit: Hit, subject: int, low: int) -> bool:
    """Whether the verb of the subject is the sentence's, also where the parse takes the participle for it."""
    words = reading.words
    verb = words[subject].head
    if verb <= subject or any(words[kid].dep == "mark" and kid < low for kid in reading.kids[verb]):
        return False
    head = words[verb].head
    return head == verb or (words[verb].dep in _HANGING and (head == hit.at or head < _start(reading, hit.low)))


def _named_before_root(reading: Reading, hit: Hit) -> Phrase | None:
    """`After backing Keller, Doe still believes`: the name before a main verb that the parse left without a subject."""
    words = reading.words
    root = next((at for at in range(hit.high + 3, len(words)) if words[at].head == at and words[at].pos in FINITE), -1)
    if root < 0 or reading.child(root, "nsubj", "nsubj:pass", "aux:pass") is not None:
        return None
    high = root - 1
    while high > hit.high and words[high].pos in ("ADV", "AUX"):
        high -= 1
    found = phrase_before(reading, high)
    if found is None or found.low <= hit.high + 1 or words[found.low - 1].folded != "," or words[high].folded == ",":
        return None
    return found if all(word.pos == "PROPN" and word.quote < 0 for word in words[found.low : high + 1]) else None
