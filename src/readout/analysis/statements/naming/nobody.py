"""Phrases that name nobody, a time or a torn piece of a clause, and who stands there in their place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.statements.hits import Phrase
from readout.analysis.statements.nouns.neighbours import is_mere_thing, phrase_before
from readout.analysis.statements.nouns.noun_phrases import around
from readout.language.lexicon import form_of, lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Found, Hit
    from readout.analysis.statements.reading import Reading, Word

_ACTORS = frozenset(["he", "she", "they", "i", "we"])
_TIMES = frozenset(
    ["past", "future", "time", "times", "moment", "days", "weeks", "months", "years", "hours", "minutes"]
)
_NAMES_TOO = frozenset(["may", "march", "april", "june", "august", "day", "times"])  #: "Mrs. May", "the Times"
_NAMING = frozenset(["NOUN", "PROPN", "PRON", "SYM"])
_BARE = frozenset(["a", "an", "the", "no", "every", "its", "such", "same", "there"])
_INNER = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"])
_RELATIVE = frozenset(["who", "which", "that"])
_BELONGING = frozenset(["of", "at", "in"])
_REACH = 10  #: tokens before a cue in which "with X" or "for X to" begins


def with_someone(reading: Reading, found: Found) -> Found:
    """The report spoken by someone: where its phrase is a time, a bare adjective or torn, by who acts; else by none."""
    speaker, hit = found.speaker, found.hit
    if speaker is None or hit.kind != "verb" or not reading.parsed or reading.words[speaker.head].quote >= 0:
        return found
    led = None if found.group is not None else _led_in(reading, found) or _past_clause(reading, found, speaker)
    if led is not None:
        return replace(found, speaker=led)
    whole = _without_edges(reading, _with_its_head(reading, speaker, hit), hit)
    if whole is not None and not _is_nobody(reading, whole):
        return found if whole is speaker else replace(found, speaker=whole)
    other = _who_acts(reading, found, speaker)
    other = None if other is None else _without_edges(reading, other, hit)
    if other is None or _is_nobody(reading, other) or is_mere_thing(reading, other) or other.high >= hit.low:
        other = _before_who(reading, hit)
    return replace(found, speaker=other)


def _with_its_head(reading: Reading, phrase: Phrase, hit: Hit) -> Phrase:
    """`38 percent of | voters said`, `the news desks in Tarn and in | Norland told`: with what the name belongs to."""
    words = reading.words
    finite = form_of(words[hit.at].folded) in ("past", "s") and phrase.high + 1 == hit.low
    if (
        not finite
        or phrase.low < 2
        or words[phrase.low].folded in ("what", "which", "how")
        or words[phrase.low - 1].folded not in _BELONGING
        or phrase.how == "agent"
    ):
        return phrase
    at = phrase.low - 2
    if words[at].folded == "and" and at > 2 and words[at - 2].folded == words[phrase.low - 1].folded:
        at -= 3
    front = phrase_before(reading, at) if words[at].pos in ("NOUN", "PROPN", "NUM") else None
    return phrase if front is None else Phrase(front.low, phrase.high, front.high, phrase.how)


def _before_who(reading: Reading, hit: Hit) -> Phrase | None:
    """`Three pilots who refused to give a name as talks went on said Monday`: who opens the sentence."""
    words = reading.words
    who = next((at for at in range(1, hit.low) if words[at].folded == "who"), None)
    if who is None or any(w.folded in (",", ";", ":") or w.quote >= 0 for w in words[: hit.low]):
        return None
    opens = all(word.pos in _INNER or word.folded == "of" for word in words[:who])
    return Phrase(0, who - 1, who - 1, "subject") if opens and words[hit.low - 1].folded != "and" else None


def _without_edges(reading: Reading, phrase: Phrase, hit: Hit) -> Phrase | None:
    """`the victory that | he`, `who | many believe`: the pronoun or the phrase itself; None for a torn phrase."""
    words = reading.words
    low, high = phrase.low, phrase.high
    if low < high and words[high].folded in _ACTORS and words[high - 1].folded not in ("and", "or", "than", "as"):
        return Phrase(high, high, high, phrase.how)
    opens = words[low].folded in ("who", "which", "whom", "what", "than")
    opens = opens or (words[low].folded == "that" and words[low].dep != "det")
    if low < high and opens and words[low + 1].pos in _NAMING | {"DET"}:
        return Phrase(low + 1, high, max(phrase.head, low + 1), phrase.how)
    if any(words[at].folded in (",", "who", "-", "--", "(") for at in range(low, high)):
        return phrase
    if low < high and words[high].folded == "for":
        return Phrase(low, high - 1, min(phrase.head, high - 1), phrase.how)
    if words[high].folded in ("and", "or") or (words[high].pos == "SCONJ" and low < high):
        return None
    if words[high].pos == "ADP" and words[high - 1].pos in _NAMING and low < high:
        torn = high + 1 == hit.low and words[hit.at].folded.endswith("ing")
        return None if torn else Phrase(low, high - 1, min(phrase.head, high - 1), phrase.how)
    return phrase


def _is_nobody(reading: Reading, phrase: Phrase) -> bool:
    """Whether no word of the phrase can name anyone: `a`, `hard`, `, 58`, `the past`, `Norland's latest`."""
    words = reading.words
    named = [word for word in words[phrase.low : phrase.high + 1] if word.is_word]
    last = words[min(phrase.head, phrase.high)]
    if _is_time(last):
        return not any(word.pos in ("PROPN", "PRON", "NOUN") and not _is_time(word) for word in named)
    if any(word.pos in _NAMING or word.folded in lexicon().speakers for word in named):
        owner = words[phrase.high - 1].folded in ("'s", "’s")
        return owner and words[phrase.high].pos == "ADJ" and phrase.low < phrase.high
    if len(named) == 1:
        word = named[0]
        aged = word.folded.isdecimal() and words[phrase.low - 1].folded == words[phrase.high + 1].folded == ","
        return word.folded in _BARE or ((word.pos in ("ADV", "ADJ", "AUX") or aged) and not word.capital)
    return not any(word.capital or word.pos in ("DET", "NUM") for word in named)


def _is_time(word: Word) -> bool:
    """A word of time, and no name that is written like one: `Wednesday`, `the past`, not `the Times`."""
    times = lexicon().function["times"]
    return (word.folded in times or word.folded in _TIMES) and not (word.capital and word.folded in _NAMES_TOO)


def _led_in(reading: Reading, found: Found) -> Phrase | None:
    """`with Weiss shouting`, `common for dockers to say`, `blamed him for saying`: who is named right before."""
    words, hit = reading.words, found.hit
    high = hit.low - 1
    if words[hit.at].folded.endswith("ing") and all(word.pos == "ADV" for word in words[hit.low : hit.at]):
        while high > 0 and words[high].pos == "ADV":
            high -= 1
        if words[high].folded == "for":
            return _blamed(reading, high)
        return _after_word(reading, high, "with")
    if words[hit.at - 1].folded == "to":
        return _after_word(reading, hit.at - 2, "for")
    return None


def _past_clause(reading: Reading, found: Found, speaker: Phrase) -> Phrase | None:
    """`Making her way home, | Weiss thanked`, `those who heard it on air | said`: no object of a clause before."""
    words, hit = reading.words, found.hit
    verb = speaker.low - 1
    while verb > 0 and words[verb].pos in ("ADP", "PART", "ADV"):
        verb -= 1
    if speaker.high >= hit.low or words[verb].pos != "VERB" or words[speaker.low].pos == "PRON":
        return None
    if words[verb].folded.endswith("ing") and not any(word.is_word for word in words[:verb]):
        comma = next((at for at in range(speaker.low, hit.low) if words[at].folded == ","), None)
        main = None if comma is None else reading.words[comma + 1 : hit.low]
        if comma is None or not main or not all(w.pos in _INNER or w.folded in ("and", "of", ",") for w in main):
            return None
        high = hit.low - 1 - (words[hit.low - 1].folded == ",")
        return Phrase(comma + 1, high, high, "subject")
    if words[verb - 1].folded != "who" or words[verb].folded in lexicon().verbs or hit.low != speaker.high + 1:
        return None
    finite = form_of(words[hit.at].folded) in ("past", "s") or words[hit.at].folded == words[hit.at].lemma
    return phrase_before(reading, verb - 2) if finite else None


def _after_word(reading: Reading, high: int, word: str) -> Phrase | None:
    """The phrase that ends at token `high` and begins right after `word`; no mark and no other word in it."""
    words = reading.words
    low = high
    while low > 0 and high - low < _REACH and (words[low].pos in _INNER or words[low].folded == "of"):
        low -= 1
    if words[low].folded != word or low == high or words[high].pos not in _NAMING or words[high].quote >= 0:
        return None
    phrase = Phrase(low + 1, high, high, "subject")
    return None if is_mere_thing(reading, phrase) or _is_nobody(reading, phrase) else phrase


def _blamed(reading: Reading, link: int) -> Phrase | None:
    """`attacked him | for | saying`: the object of a verb before "for"."""
    words = reading.words
    if words[link - 1].folded in ("him", "her", "them"):
        return Phrase(link - 1, link - 1, link - 1, "object")
    for verb in range(link - 2, max(-1, link - _REACH), -1):
        if not words[verb].is_word:
            return None
        if words[verb].pos != "VERB":
            continue
        thing = reading.child(verb, "obj")
        if thing is None or not verb < thing < link or reading.left[thing] <= verb:
            return None
        phrase = Phrase(reading.left[thing], link - 1, thing, "subject")
        return None if is_mere_thing(reading, phrase) else phrase
    return None


def _who_acts(reading: Reading, found: Found, speaker: Phrase) -> Phrase | None:
    """Who stands right before the cue, or before the clause that the phrase was torn from."""
    words, hit = reading.words, found.hit
    if words[speaker.high].folded in ("and", "or") or words[speaker.high].pos == "SCONJ":
        return _of_verb_before(reading, hit.at, speaker.high) or _before_its_verb(reading, speaker)
    near = phrase_before(reading, hit.low - 1)
    if near is not None and not speaker.low <= near.high <= speaker.high:
        joined = any(word.folded == "and" for word in words[near.low : near.high])
        return None if joined and speaker.low > hit.at else near
    at = speaker.low - 1
    if at > 0 and words[at].pos in ("ADP", "ADV"):
        at -= 1
        while at > 0 and (words[at].folded in lexicon().function["auxiliaries"] or words[at].pos == "ADV"):
            at -= 1
        if words[at].folded in _RELATIVE:
            at -= 1
        return phrase_before(reading, at)
    return _of_verb_before(reading, hit.at, speaker.low)


def _before_its_verb(reading: Reading, speaker: Phrase) -> Phrase | None:
    """`Weiss chides the board and`, `Weiss doubled | down on it and`: what stands before the verb; else the phrase."""
    words = reading.words
    verbs = range(max(speaker.low - 1, 1), speaker.high)
    verb = next((at for at in verbs if words[at].pos in ("VERB", "AUX")), None)
    near = None if verb is None else phrase_before(reading, verb - 1)
    opens = not any(word.is_word for word in words[: speaker.low])
    return near or (Phrase(speaker.low, speaker.high - 1, speaker.head, speaker.how) if opens else None)


def _of_verb_before(reading: Reading, at: int, end: int) -> Phrase | None:
    """The subject of the last verb before token `end` that has the form of the one at `at`; else of the sentence."""
    words = reading.words
    form = form_of(words[at].folded)
    root = None
    for verb in range(end - 1, -1, -1):
        if words[verb].pos not in ("VERB", "AUX") or words[verb].quote >= 0:
            continue
        subject = reading.child(verb, "nsubj")
        if subject is None or not subject < verb or words[subject].quote >= 0:
            continue
        if words[verb].pos == "VERB" and form in ("past", "s") and form_of(words[verb].folded) == form:
            return around(reading, subject, verb, "shared subject")
        if words[verb].head == verb:
            root = around(reading, subject, verb, "shared subject")
    return root
