"""The phrase of a speaker made plausible: without the clause it was torn from, or given to who spoke before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.statements.hits import Phrase
from readout.analysis.statements.nouns.neighbours import is_mere_thing, phrase_before
from readout.language.lexicon import form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading

_INFINITE = frozenset(["be", "being", "been", "having"])
_ACTORS = frozenset(["he", "she", "they", "i", "we"])
_LINKING = frozenset(["ADP", "CCONJ"])
_BEFORE_PHRASES = frozenset(["and", "but", "with", "to", "of", "on", "for", "from", "like", "up"])
_BEFORE_SUBJECT = frozenset(
    ["even", "after", "before", "because", "since", "once", "although", "though", "until", "that"]
)
_OPENING = frozenset(["as", "since"])
_LENGTHS = frozenset(["day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "moments"])
_RELATIVE = frozenset(["who", "which", "that", "whose", "whom", "where", "when", "(", '"'])
_NOMINAL = frozenset(["DET", "NOUN", "PROPN", "ADJ", "NUM"])
_LINKS = frozenset(["and", "but", "then"])
_NO_VERBS = frozenset(["amod", "compound", "acl", "nmod", "flat", "case"])


def whole_speaker(reading: Reading, found: Found) -> Found | None:
    """The report with a speaker that is a phrase and no clause; None where the clause leaves none."""
    speaker = found.speaker
    if speaker is None or not reading.parsed or speaker.low > found.hit.at or speaker.low == speaker.high:
        return found
    low = _first_of_phrase(reading, speaker)
    if low != speaker.low:
        speaker = Phrase(low, speaker.high, speaker.head, speaker.how)
        found = replace(found, speaker=speaker)
    verb = _verb_within(reading, speaker)
    if verb is None:
        return found
    phrase = _beside_cue(reading, found, speaker)
    phrase = phrase or _before_verb(reading, found, speaker, verb) or _after_verb(reading, speaker, verb)
    return None if phrase is None else replace(found, speaker=phrase)


def _first_of_phrase(reading: Reading, speaker: Phrase) -> int:
    """`with | polling indicating`, `to | President Weiss, who said`, `rank- | and-file members`: where it begins."""
    words = reading.words
    low = _past_subordinator(reading, speaker)
    while low > 1 and words[low - 1].folded == "‐":
        low -= 2
    while low < speaker.head and words[low].folded in _BEFORE_PHRASES and words[low].pos in _LINKING:
        if words[low + 1].folded == "‐":
            break
        low += 1
    return low


def _past_subordinator(reading: Reading, speaker: Phrase) -> int:
    """`even after | the coach Ann Doe`, `the day after | Mayor Keller`: where the subject of the clause begins."""
    words = reading.words
    low = speaker.low
    if words[low].folded == "that" and words[low + 1].pos == "NOUN" and words[low + 1].folded.endswith("s"):
        return low + 1  # "in that | experts believe"
    measured = next((at for at in range(low, min(low + 3, speaker.head)) if words[at].folded in _LENGTHS), None)
    if measured is not None and words[measured + 1].folded in ("after", "before"):
        return measured + 2 if measured + 2 <= speaker.high else low
    asked = next((at for at in range(low, min(low + 3, speaker.head)) if words[at].folded in ("why", "how")), None)
    if asked is not None:
        return asked + 1  # "but also why | his voters wish"
    opening = next((at for at in range(low, speaker.high) if words[at].is_word and words[at].pos != "ADV"), low)
    if words[opening].folded in _OPENING:  # "again, as a sailor, | it is my duty"
        return next((at + 1 for at in range(opening, speaker.head) if words[at].folded == ","), low)
    linked = ("ADP", "SCONJ", "ADV")
    while 0 < low < speaker.head and words[low].folded in _BEFORE_SUBJECT and words[low].pos in linked:
        low += 1
    return low


def _verb_within(reading: Reading, speaker: Phrase) -> int | None:
    """The first finite verb of the phrase whose subject opens it; none of a relative clause, bracket or quotation."""
    words = reading.words
    for at in range(speaker.low, speaker.high + 1):
        word = words[at]
        if word.folded in _RELATIVE or word.quote >= 0:
            return None
        if word.capital or word.dep.split(":")[0] in _NO_VERBS or "‐" in (words[at - 1].folded, words[at + 1].folded):
            continue
        if word.pos == "AUX" and word.folded not in _INFINITE:
            return at if _opens(reading, speaker, at) or _opens(reading, speaker, word.head) else None
        is_verb = form_of(word.folded) in ("past", "s") or word.folded in ("'s", "’s")
        if word.pos == "VERB" and is_verb and _opens(reading, speaker, at):
            return at
    return None


def _opens(reading: Reading, speaker: Phrase, verb: int) -> bool:
    """Whether the subject of a verb is what the phrase begins with: `none of the boats | she saw` has another."""
    subject = reading.child(verb, "nsubj")
    return verb == speaker.low or (subject is not None and reading.left[subject] <= speaker.low + 1)


def _beside_cue(reading: Reading, found: Found, speaker: Phrase) -> Phrase | None:
    """`The board holds that it can, and Clara Weiss, its adviser, said`: the name before the aside at the cue."""
    last = found.hit.low - 1
    if reading.words[last].folded != "," or speaker.high >= last - 1:
        return None
    before = phrase_before(reading, last)
    if before is None or before.low <= speaker.high or reading.words[before.head].pos != "PROPN":
        return None
    return Phrase(before.low, last - 1, before.head, before.how)


def _before_verb(reading: Reading, found: Found, speaker: Phrase, verb: int) -> Phrase | None:
    """`The board, in a letter, blasted the mayor, questioning ...`, `Weiss is a docker who says`: the main subject."""
    words = reading.words
    linked = words[speaker.high + 1].folded in ("who", "to") and words[verb].lemma == "be"
    if not (words[found.hit.at].folded.endswith("ing") or linked) or verb == speaker.low:
        return None
    high = verb - 1
    while high > speaker.low and (words[high].pos in ("ADV", "AUX") or not words[high].is_word):
        high -= 1
    comma = next((at for at in range(speaker.low, high) if words[at].folded == ","), high + 1)
    phrase = Phrase(speaker.low, high, min(max(speaker.low, comma - 1), high), speaker.how)
    return None if linked and is_mere_thing(reading, phrase) else phrase


def _after_verb(reading: Reading, speaker: Phrase, verb: int) -> Phrase | None:
    """`The main doubt is that | many voters want`, `while ministers pressed him, | supporters have said`."""
    words = reading.words
    if words[speaker.high].folded in _ACTORS:
        return Phrase(speaker.high, speaker.high, speaker.high, speaker.how)
    comma = next((at for at in range(speaker.high - 1, verb, -1) if words[at].folded == ","), None)
    low = (verb if comma is None or words[verb].lemma == "be" else comma) + 1
    while low < speaker.high and words[low].pos not in _NOMINAL:
        low += 1
    acting = any(word.pos in ("VERB", "AUX") and not word.capital for word in words[low : speaker.high + 1])
    if acting or words[low].pos not in _NOMINAL or (comma is None and words[verb].lemma != "be"):
        return None
    head = next((at for at in range(low, speaker.high) if words[at + 1].pos == "ADP"), speaker.high)
    return Phrase(low, speaker.high, head, speaker.how)


def who_goes_on(reading: Reading, found: Found, reports: Sequence[Found]) -> Found:
    """`wrote that “peace” is “near” and promised that ...`: no word of what was said before promises anything."""
    speaker, low = found.speaker, found.hit.low
    words = reading.words
    if speaker is None or found.group is not None or found.hit.kind != "verb" or low < 3:
        return found
    participle = words[low - 1].folded == "," and words[found.hit.at].folded.endswith("ing")
    if not (words[low - 1].folded in _LINKS or participle) or speaker.high >= low:
        return found
    form = form_of(words[found.hit.at].folded)
    for other in reports:
        first, last = other.content[0][0], other.content[-1][1]
        before = other is not found and other.group is None and other.speaker is not None and other.hit.at < speaker.low
        if not before or not first <= speaker.low <= last or other.hit.kind != "verb":
            continue
        ended = last < low  # the borders of what was said end it before the second verb
        if ended and form_of(words[other.hit.at].folded) == form and other.speaker is not None:
            return replace(found, speaker=replace(other.speaker, how="shared subject"))
    return found
