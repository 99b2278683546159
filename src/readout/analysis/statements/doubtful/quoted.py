"""Quoted words that no report holds: whose they may be, by the verb or the noun that governs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import grown
from readout.analysis.statements.contents.forms import is_passive
from readout.analysis.statements.contents.titles import end_of_quotation, is_title
from readout.analysis.statements.contents.weak import owner_of
from readout.analysis.statements.cues import with_auxiliaries
from readout.analysis.statements.doubtful.signs import weight_of
from readout.analysis.statements.doubtful.verbs import may_speak
from readout.analysis.statements.hits import NO_CUE, Found, Hit, Phrase
from readout.analysis.statements.leftover import looks_titled
from readout.analysis.statements.nouns.neighbours import phrase_after
from readout.analysis.statements.nouns.noun_phrases import agent_of, around
from readout.analysis.statements.nouns.phrases import subject_of
from readout.analysis.statements.reading import CLOSING
from readout.analysis.statements.unlisted import is_supposed
from readout.language.doubtful import doubtful_words
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.doubtful.room import Room
    from readout.analysis.statements.reading import Reading

_CLIMB = 8  #: heads from the quoted words up to the verb that governs them
_FEWEST = 2  #: words of a quotation that a listed verb may report
_SEVERAL = 4  #: words that are rather said than named, also with any other verb
_MANY = 6  #: words that someone said or wrote even where nothing tells who
_BEFORE_NAME = 3  #: tokens between a verb of naming and the name in quotation marks
_ENOUGH = -1.5  #: what speaks for a verb with two or three quoted words (`signs.weight_of`)
_ENOUGH_OF_SEVERAL = -2.5  #: the same with more of them
_LINKS = frozenset(["for", "that", "on", "about", "against", "over"])  #: what leads from a noun to what it says


def find_quoted(room: Room) -> Iterator[Found]:
    """The reports of free quotations that are no titles. Needs a parse."""
    reading, words = room.reading, room.reading.words
    at = 0
    while at < len(words) and reading.quoted and not reading.headline:
        if words[at].quote < 0:
            at += 1
            continue
        high = end_of_quotation(reading, at)
        if not any(room.taken[at : high + 1]):
            found = _named(reading, at, high) or _said(reading, at, high)
            if found is not None:
                yield found
        at = high + 1


def _said(reading: Reading, low: int, high: int) -> Found | None:
    """What no title is: whose it is by what governs it, and if that does not tell, someone's if it is long."""
    if is_title(reading, low) or looks_titled(reading, low, high):
        return None
    found = _governed(reading, low, high)
    if found is not None or sum(word.is_word for word in reading.words[low : high + 1]) < _MANY:
        return found
    hit = Hit(low, low, low, NO_CUE, "")
    return Found(hit, ((low, high),), _behind_comma(reading, high), "assert", "quotation by itself")


def _behind_comma(reading: Reading, high: int) -> Phrase | None:
    """`"We never meant it," the older of the two began`: who is named right behind the marks of a broken sentence."""
    words = reading.words
    broken = any(word.folded == "," for word in words[high - 1 : high + 1])
    named = broken and high + 2 < len(words) and words[high + 1].pos in ("PROPN", "NOUN", "DET", "PRON", "ADJ")
    return phrase_after(reading, high + 1) if named else None


def _named(reading: Reading, low: int, high: int) -> Found | None:
    """`a march billed as “Hands Off”`, `the film was titled "Low Water"`: a thing, and what it is called."""
    words = reading.words
    for at in range(low - 1, max(-1, low - 1 - _BEFORE_NAME), -1):
        if words[at].lemma in doubtful_words().naming and words[at].pos == "VERB":
            reduced = words[at].dep == "acl" and not words[at].folded.endswith("ing")
            if not reduced and not is_passive(reading, at):
                return None
            start, negated = with_auxiliaries(reading, at)
            hit = Hit(at, start, low - 1, "verb", words[at].lemma, negated=negated)
            return _of_subject(reading, hit, (low, high), reduced)
        if words[at].pos not in ("DET", "ADV", "ADP") or words[at].quote >= 0:
            return None
    return None


def _governed(reading: Reading, low: int, high: int) -> Found | None:
    """Whose the quotation at tokens `[low, high]` is by the first noun of saying or the verb above it."""
    words = reading.words
    below = next((at for at in range(low, high + 1) if words[at].is_word and not low <= words[at].head <= high), low)
    for _ in range(_CLIMB):
        at = words[below].head
        if at == below or not 0 <= at < len(words):
            return None
        if at < low and words[at].quote < 0:
            if words[at].pos == "VERB":
                return _verb(reading, at, below, (low, high))
            found = _noun(reading, at, below, (low, high)) if words[at].pos == "NOUN" else None
            if found is not None:
                return found
        below = at
    return None


def _noun(reading: Reading, at: int, below: int, quoted: tuple[int, int]) -> Found | None:
    """`the slogan "Fair pay"`, `an appeal for a "fresh start"`: a noun of saying and the quoted words it leads to."""
    words, (low, high) = reading.words, quoted
    hit = Hit(at, at, at, "noun", words[at].lemma or words[at].folded)
    if words[at].folded in lexicon().claims and at == low - 1:
        return Found(hit, (quoted,), owner_of(reading, at), "assert", "quoted words of a noun")
    if words[at].folded not in lexicon().nouns or words[at + 1].folded not in _LINKS:
        return None
    act = lexicon().nouns[words[at].folded]
    content = (at + 2, _end(reading, hit, below, high))
    return Found(hit, (content,), owner_of(reading, at), act, "quoted words of a noun")


def _verb(reading: Reading, at: int, below: int, quoted: tuple[int, int]) -> Found | None:
    """`hits the mayor for taking "every cent"`, `is listed as a "friend"`: what a verb says of whom or what."""
    words, (low, high) = reading.words, quoted
    start, negated = with_auxiliaries(reading, at)
    first, link = _behind(reading, at, low)
    lemma = words[at].lemma or words[at].folded
    hit = Hit(at, start, first - 1 if link else at, "verb", lemma, negated=negated)
    listed = words[at].folded in lexicon().verbs
    end = _end(reading, hit, below, high)
    reduced = words[at].dep == "acl" and not words[at].folded.endswith("ing") and words[at - 1].folded != "to"
    if reduced or is_passive(reading, at) or (link == "as" and first == at + 2):  # "many of them known as “...”"
        return (
            _of_subject(reading, hit, (first - (link == "as"), end), reduced) if listed and link in ("", "as") else None
        )
    count = sum(word.is_word for word in words[low : high + 1])
    if count < (_FEWEST if listed else _SEVERAL) or (not listed and lemma in lexicon().function["served"]):
        return None
    speaker = subject_of(reading, hit)
    if not may_speak(reading, speaker, at) or is_supposed(reading, at):
        return None
    found = Found(hit, ((first, end),), speaker, "assert", "described" if link == "as" else "object after")
    return found if weight_of(reading, found) >= (_ENOUGH if count < _SEVERAL else _ENOUGH_OF_SEVERAL) else None


def _of_subject(reading: Reading, hit: Hit, content: tuple[int, int], reduced: bool) -> Found | None:
    """`the plan was called a "gift" by some`: the thing and what it is called; the speaker after "by"."""
    subject = reading.words[hit.at].head if reduced else reading.child(hit.at, "nsubj:pass", "nsubj")
    if subject is None or subject >= hit.low:
        return None
    about = (reading.left[subject], min(reading.right[subject], hit.low - 1))
    agent = agent_of(reading, hit.at)
    speaker = around(reading, agent, hit.at, "agent") if agent is not None else None
    return Found(hit, (about, content), speaker, "assert", "passive")


def _behind(reading: Reading, at: int, low: int) -> tuple[int, str]:
    """Where what the verb governs begins, and the preposition that leads to it."""
    words = reading.words
    first = at + 1
    while first < low and (words[first].pos == "ADV" or words[first].folded in lexicon().function["times"]):
        first += 1
    if first < low and words[first].pos in ("ADP", "SCONJ"):
        return first + 1, words[first].folded
    return first, ""


def _end(reading: Reading, hit: Hit, below: int, high: int) -> int:
    """The end of the content: that of the quotation where it closes a clause, else where the phrase ends."""
    if any(word.folded in CLOSING for word in reading.words[high - 1 : high + 1]):
        return high
    return grown(reading, hit, max(high, reading.right[below]))
