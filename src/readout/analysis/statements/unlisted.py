"""Verbs of answering, which report where a request is answered or not: `did not respond to a request for comment`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.statements.contents.clauses import find_forward
from readout.analysis.statements.cues import with_auxiliaries
from readout.analysis.statements.hits import Hit
from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.analysis.statements.unsaid import is_unsaid
from readout.language.lexicon import Cue, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.statements.hits import Found, Phrase
    from readout.analysis.statements.reading import Reading

_ANSWERED = frozenset(["about"])
_ONLY_POSSIBLE = frozenset(["may", "might", "must", "should", "could"])
_SUPPOSING = frozenset(["if", "whether", "unless", "when", "whenever", "once", "until", "before", "lest"])
_CLIMB = 5  #: verbs above that may be one supposes
NO_ONE = frozenset(["it", "that", "which", "this", "there", "what", "these", "those", "let"])
OUTLETS_OWN = frozenset(["i", "we", "you", "me", "us", "one"])
_NAMING = frozenset(["NOUN", "PROPN", "PRON", "NUM", "DET"])
_CUT = frozenset(["CCONJ", "ADP", "SCONJ", "VERB", "AUX"])


def find_unlisted(reading: Reading, settled: Sequence[Found]) -> Iterator[Found]:
    """Reports of verbs outside quotations that are neither part of a settled report nor hold one. Needs a parse."""
    answering = lexicon().function["answering"]
    if not reading.parsed or reading.lemmas.isdisjoint(answering):
        return
    for at, word in enumerate(reading.words):
        if word.pos != "VERB" or word.quote >= 0 or word.lemma not in answering:
            continue
        found = _answer(reading, at)
        if found is not None and _stands_alone(settled, found) and not is_unsaid(reading, found):
            yield found


def _stands_alone(settled: Sequence[Found], found: Found) -> bool:
    """Whether a report is no part of another, and holds none."""
    at = found.hit.at
    for other in settled:
        if other.hit.low <= at <= other.hit.high or any(low <= at <= high for low, high in other.content):
            return False
        if any(low <= other.hit.at <= high for low, high in found.content):
            return False
    return True


def _answer(reading: Reading, at: int) -> Found | None:
    """`did not respond to a request for comment`: what is answered, or not, is something said."""
    words = reading.words
    if at + 2 >= len(words) or words[at + 1].folded != "to":
        return None
    found = _someones(reading, at, at + 1, _ANSWERED)
    if found is None:
        return None
    low, high = found.content[0]
    head = next((place for place in range(low, high + 1) if not low <= words[place].head <= high), high)
    if (words[head].lemma or words[head].folded) not in lexicon().function["requests"]:
        return None
    return replace(found, act="refuse") if found.hit.negated else found


def _someones(reading: Reading, at: int, high: int, frames: frozenset[str]) -> Found | None:
    """What the verb at `at` reports in these frames, if it is not only supposed and someone is its subject."""
    words = reading.words
    low, negated = with_auxiliaries(reading, at)
    if any(small.folded in _ONLY_POSSIBLE for small in words[low:at]) or is_supposed(reading, at):
        return None
    lemma = words[at].lemma or words[at].folded
    cue = Cue(lemma=lemma, after=tuple(word.folded for word in words[at + 1 : high + 1]), act="assert", frames=frames)
    hit = Hit(at, low, high, "verb", lemma, (cue,), negated=negated)
    found = find_forward(reading, hit)
    if found is None or not can_speak(reading, found.speaker, at):
        return None
    return found


def is_supposed(reading: Reading, at: int) -> bool:
    """`if they respond to it`, `when voters rank her`: nobody does it yet."""
    words = reading.words
    for _ in range(_CLIMB):
        if any(words[kid].folded in _SUPPOSING and kid < at for kid in reading.kids[at]):
            return True
        head = words[at].head
        if not 0 <= head < at or words[head].pos not in ("VERB", "AUX", "NOUN", "ADJ"):
            return False
        at = head
    return False


def can_speak(reading: Reading, speaker: Phrase | None, at: int) -> bool:
    """Whether the subject names people, a body or a paper, and not the outlet itself or its reader."""
    if speaker is None or speaker.head > at:
        return False
    head = reading.words[speaker.head]
    if head.folded in NO_ONE or head.folded in OUTLETS_OWN or is_cut(reading, speaker):
        return False
    return not is_mere_thing(reading, speaker)


def is_cut(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names nobody as it stands: no noun at its head, or a word that leads on at its border."""
    words = reading.words
    head = words[phrase.head]
    if head.pos not in _NAMING or head.dep == "nmod:poss" or head.folded in ("the", "a", "an"):
        return True
    return words[phrase.high].pos in _CUT or words[phrase.low].pos in _CUT | {"ADV"}
