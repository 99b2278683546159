"""Nouns of saying whose content stands apart from them: `the point was that ...`, `his remark in Tarn that ...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import end_of_own_clause, grown
from readout.analysis.statements.contents.forms import is_passive
from readout.analysis.statements.contents.titles import end_of_quotation
from readout.analysis.statements.contents.weak import before_verb, owner_of
from readout.analysis.statements.hits import Found, Hit, Phrase
from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.analysis.statements.nouns.phrases import subject_of
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.statements.reading import Reading

_REACH = 14  #: tokens between a noun and its "is" or "that"
_FEWEST = 3  #: words of a quotation that a noun is said to be
_IS = frozenset(["is", "was", "are", "were", "be", "been", "'s"])
_BETWEEN = frozenset(["ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV"])
_ASKING = frozenset(["whether", "how", "why"])
_POSSIBLE = frozenset(["may", "might", "must", "should", "could", "would", "can", "if", "to", "not", "n't"])
_ABOUT = frozenset(["of", "about", "on", "over", "as"])


def find_claims(reading: Reading, reports: Sequence[Found]) -> Iterator[Found]:
    """Reports of nouns that are no cue of `reports`. Needs a parse."""
    if not reading.parsed:
        return
    cues = {at for found in reports for at in range(found.hit.low, found.hit.high + 1)}
    known = lexicon()
    for at, word in enumerate(reading.words):
        if word.pos != "NOUN" or word.quote >= 0 or at in cues or word.dep == "compound":
            continue
        if word.folded not in known.nouns and word.folded not in known.claims:
            continue
        if at and reading.words[at - 1].folded in known.function["of_sale"]:
            continue
        found = _equated(reading, at) or _parted(reading, at)
        if found is not None and not _is_readers(reading, found.speaker):
            yield found


def _is_readers(reading: Reading, speaker: Phrase | None) -> bool:
    """`if you take the view that ...`: nobody in particular."""
    return speaker is not None and reading.words[speaker.head].folded in ("you", "your", "one", "whose")


def _equated(reading: Reading, at: int) -> Found | None:
    """`The mayor's answer was that X`, `His reply was "X"`: what a noun of saying is said to be."""
    words = reading.words
    verb = _past_aside(reading, at + 1)
    while verb < min(at + _REACH, len(words)) and words[verb].quote < 0 and words[verb].pos in _BETWEEN:
        verb += 1
    low = verb
    while low < len(words) and words[low].quote < 0 and words[low].pos in ("AUX", "ADV"):
        low += 1
    if low >= len(words) - 2 or not any(word.folded in _IS for word in words[verb:low]):
        return None
    hit = Hit(at, at, low - 1, "noun", words[at].folded, act=_act(words[at].folded))
    owner = owner_of(reading, at)
    low += words[low].folded in (":", ",") and words[low + 1].quote >= 0
    if words[low].quote >= 0 and owner is not None:
        end = end_of_quotation(reading, low)
        spoken = sum(word.is_word for word in words[low : end + 1]) >= _FEWEST and words[low + 1].capital
        return Found(hit, ((low, end),), owner, hit.act, "claim") if spoken else None
    held = words[at].folded.removesuffix("s") in lexicon().function["held"]
    if words[low].folded != "that" or (owner is None and not held):
        return None
    saying = Hit(at, at, low - 1, "verb", words[at].folded, act=hit.act)  # ends like what a verb governs
    return Found(hit, ((low, _end_of_clause(reading, saying, low)),), owner, hit.act, "claim")


def _past_aside(reading: Reading, at: int) -> int:
    """`His guess, stated on television, was that X`: the token behind an aside that a comma closes."""
    words = reading.words
    if at >= len(words) or words[at].folded != ",":
        return at
    for place in range(at + 1, min(at + _REACH, len(words) - 1)):
        if words[place].folded == ",":
            return place + 1 if words[place + 1].folded in _IS else at
        if words[place].quote >= 0:
            break
    return at


def _end_of_clause(reading: Reading, hit: Hit, low: int) -> int:
    """Where a clause that begins at "that" ends."""
    high = grown(reading, hit, low + 1)
    end = end_of_own_clause(reading, hit)
    return min(high, end) if end is not None and end > low else high


def _parted(reading: Reading, at: int) -> Found | None:
    """`her remark in Tarn that X`, `made the point that X`: a clause that the noun is about."""
    words = reading.words
    low = at + 1
    while low < min(at + _REACH, len(words)) and words[low].quote < 0 and words[low].pos in _BETWEEN:
        if words[low].folded in _ASKING:
            break
        low += 1
    if low >= len(words) - 2 or words[low].quote >= 0:
        return None
    owner = owner_of(reading, at)
    that = words[low].folded == "that" and words[low].dep == "mark"
    that = that and _may_lead_on(reading, at, low)
    about = low == at + 2 and words[at + 1].folded in _ABOUT
    asks = words[low].folded in _ASKING and (low == at + 1 or about)
    if not (that or asks) or (that and reading.child(words[low].head, "nsubj") in (None, low)):
        return None
    hit = Hit(at, at, at, "noun", words[at].folded, act=_act(words[at].folded))
    if owner is None:
        hit, owner = _light(reading, hit)
    if owner is None and (not that or low == at + 1 or not _stands_for_itself(reading, at)):
        return None
    high = before_verb(reading, hit, _end_of_clause(reading, hit, low))
    return Found(hit, ((low, high),), owner, hit.act, "claim")


def _stands_for_itself(reading: Reading, at: int) -> bool:
    """`fears among voters that X`, not `could not make a case that X`: a noun that reports whoever it is by."""
    word = reading.words[at]
    governed = word.dep == "obj" and reading.words[word.head].lemma in lexicon().function["saying"]
    return word.folded in lexicon().nouns and not governed


def _may_lead_on(reading: Reading, at: int, low: int) -> bool:
    """Whether "that" at `low` goes with the noun at `at`, not with a thing between: `remarks on a law that ...`."""
    words = reading.words
    if low == at + 1:
        return True
    if words[at + 1].pos == "NOUN" and words[at + 1].folded not in lexicon().function["times"]:
        return False  # "warning signs that"
    last = words[low - 1]
    named = last.pos == "PROPN" or last.folded in lexicon().function["times"] or last.folded in lexicon().speakers
    return named or last.pos == "NUM"


def _light(reading: Reading, hit: Hit) -> tuple[Hit, Phrase | None]:
    """`made the point that X`: whose deed with words the noun is the object of."""
    words = reading.words
    verb = words[hit.at].head
    if words[hit.at].dep != "obj" or not 0 <= verb < hit.at or words[verb].lemma not in lexicon().function["saying"]:
        return hit, None
    if is_passive(reading, verb) or any(word.folded in _POSSIBLE for word in words[max(0, verb - 3) : verb]):
        return hit, None
    speaker = subject_of(reading, Hit(verb, verb, verb, "verb", hit.lemma))
    if speaker is None or is_mere_thing(reading, speaker):
        return hit, None
    return Hit(hit.at, verb, hit.at, "noun", hit.lemma, act=hit.act), speaker


def _act(folded: str) -> str:
    return lexicon().nouns.get(folded, "assert")
