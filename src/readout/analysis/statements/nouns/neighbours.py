"""Noun phrases by the words beside a cue, where the parse does not help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.hits import Phrase
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.reading import Reading

_STOPS = frozenset([",", ";", ":", ".", "!", "?", '"', "''", "``", "-", "--", "(", ")", "...", "…"])
_TITLE = 6  #: letters below which a title before a full stop is an abbreviation
_AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "men", "person", "crat", "ive", "mate", "folk")
_MOVING = frozenset(["lead", "cause", "prompt", "force", "provoke", "inspire", "spur", "push", "drive", "compel"])


def phrase_before(reading: Reading, high: int) -> Phrase | None:
    """The noun phrase that ends at token `high` (or just before an aside in commas that ends there)."""
    words = reading.words
    if high >= 0 and words[high].folded in (",", "-", "--", ")"):
        high = _before_aside(reading, high)
    if high < 0 or not words[high].is_word:
        return None
    low = high
    borders = lexicon().function["subordinators"] | {"but", "and", "or", "so", "yet", "as"}
    while low > 0 and high - low < 14:
        before = words[low - 1]
        if before.folded in _STOPS or before.quote != words[high].quote:
            break
        if before.folded in borders and not (before.folded == "and" and words[low].capital and words[low - 2].capital):
            break
        if before.pos in FINITE or (not before.pos and before.folded in lexicon().verbs and not before.capital):
            break
        low -= 1
    low = _without_opening(reading, low, high)
    while high > low and words[high].folded in lexicon().function["auxiliaries"]:
        high -= 1
    if low > high or all(_is_small(word.folded) for word in words[low : high + 1]):
        return None
    if words[high].pos == "ADP" and words[high].folded == "of":
        return None
    if words[low].pos == "ADP" and words[low].folded in ("for", "to", "in", "on", "at", "with", "by", "from"):
        return None
    return Phrase(low, high, high, "before")


def _is_small(folded: str) -> bool:
    """A function word that names nobody by itself."""
    small = lexicon().function
    others = {"to", "and", "but", "not", "down", "up", "you", "rather", "than", "instead"}
    return folded in small["prepositions"] | small["subordinators"] | others


def _before_aside(reading: Reading, mark: int) -> int:
    """The token before a short aside in commas, dashes or brackets that ends at `mark`; else the one before `mark`."""
    closing = reading.words[mark].folded
    opening = "(" if closing == ")" else closing
    for place in range(mark - 1, max(-1, mark - 26), -1):
        folded = reading.words[place].folded
        if folded == opening:
            return place - 1
        if folded in _STOPS - {",", "-", "--", "(", ")"} and not (closing == ")" and folded == "."):
            break  # the full stop of "(R-Vt.)" ends nothing
    return mark - 1


def _without_opening(reading: Reading, low: int, high: int) -> int:
    """Leave out "On Monday" and the like before the phrase."""
    words = reading.words
    given = lexicon().function
    if words[low].folded not in given["prepositions"]:
        return low
    last_time = max((place for place in range(low, high) if words[place].folded in given["times"]), default=None)
    if last_time is not None:
        return last_time + 1
    for place in range(low + 2, high + 1):
        if words[place].folded in given["determiners"]:
            return place
    return low


def phrase_after(reading: Reading, low: int) -> Phrase | None:
    """The noun phrase that begins at token `low`."""
    words = reading.words
    count = len(words)
    while low < count and not words[low].is_word and words[low].folded in ('"', "'"):
        low += 1
    if low >= count or not words[low].is_word:
        return None
    high = low
    while high + 1 < count and high - low < 14:
        after = words[high + 1]
        if after.folded in _STOPS and not _part_of_name(reading, high + 1):
            break
        if "‐" in (after.folded, words[high].folded):
            high += 1  # "the face-saving deal": no part of a word is a verb
            continue
        opens = after.folded in lexicon().function["subordinators"] and after.dep != "det"  # not "a tape of that talk"
        if opens or after.pos in FINITE:
            break
        if after.folded in lexicon().function["times"] and words[high].pos != "DET":  # "an earlier report"
            break
        if _ends_phrase(reading, high + 1) and not _joins_names(reading, high + 1):
            break
        high += 1
    while high > low and words[high].pos == "ADV" and not words[high].capital:
        high -= 1  # "a study just | published by the port"
    head = _head_within(reading, low, high)
    return Phrase(low, high, head, "after")


def also_named(reading: Reading, found: Phrase) -> Phrase:
    """`according to sailors | and a clerk of the union`: with whoever the parse joins to the first."""
    words = reading.words
    link = found.high + 1
    if not reading.parsed or link + 1 >= len(words) or words[link].folded != "and":
        return found
    for kid in reading.kids[found.head]:
        if (
            kid > link
            and words[kid].dep == "conj"
            and words[kid].pos in ("NOUN", "PROPN")
            and reading.left[kid] <= link + 1
        ):
            high = kid
            while high + 1 < len(words) and words[high + 1].is_word and not _ends_phrase(reading, high + 1):
                if words[high + 1].pos in FINITE or words[high + 1].folded in lexicon().function["subordinators"]:
                    break
                high += 1
            return Phrase(found.low, high, found.head, found.how)
    return found


def _part_of_name(reading: Reading, at: int) -> bool:
    """A full stop or hyphen inside a name, also after a title: `police Lt. Ann Doe`."""
    words = reading.words
    if words[at].folded == "." and words[at - 1].end == words[at].start and at + 1 < len(words):
        titled = words[at - 1].folded in lexicon().function["honorifics"] and words[at - 1].capital
        if titled and len(words[at - 1].folded) < _TITLE and words[at + 1].capital:
            return True
    return (
        words[at].folded in (".", "-")
        and at + 1 < len(words)
        and words[at - 1].end == words[at].start
        and words[at].end == words[at + 1].start
    )


def _joins_names(reading: Reading, at: int) -> bool:
    """`Smith and Jones`, `Centres for Disease Control and Prevention`: "and" between names."""
    words = reading.words
    if words[at].folded != "and" or at + 1 >= len(words):
        return False
    return words[at - 1].pos == words[at + 1].pos == "PROPN" and words[at + 1].capital and words[at + 1].quote < 0


def _ends_phrase(reading: Reading, at: int) -> bool:
    """Prepositions that lead on from the speaker to place and occasion, not "of", "for" or "from" after a noun."""
    if reading.words[at].folded == "to" and reading.words[at - 1].folded == "close":
        return False  # "sources close to him"
    return reading.words[at].folded in ("in", "on", "at", "during", "after", "before", "as", "to", "by", "who", "and")


def _head_within(reading: Reading, low: int, high: int) -> int:
    """The token of the phrase whose head lies outside it; without a parse the last before a preposition."""
    if reading.parsed:
        for place in range(low, high + 1):
            if not low <= reading.words[place].head <= high or reading.words[place].head == place:
                return place
    for place in range(low + 1, high + 1):
        if reading.words[place].folded in ("of", "for", "from", "with", "close"):
            return place - 1
    return high


def ends_in_verb(reading: Reading, found: Phrase) -> bool:
    """Whether a phrase has swallowed a verb: `Paul Keller resigned`."""
    last = reading.words[found.high]
    return last.pos == "VERB" and not last.capital and found.high > found.head


def who_is_moved(reading: Reading, at: int) -> int | None:
    """`leading many scientists to wonder`, `provoked Weiss to claim`: who is moved to say it says it."""
    words = reading.words
    head = words[at].head
    again = words[at].dep == "conj" and at > 1 and words[at - 2].folded in ("and", "or")  # "and to say"
    if words[at - 1].folded != "to" or not (again or words[at].dep in ("xcomp", "advcl")) or not 0 <= head < at:
        return None
    moved = reading.child(head, "obj")
    return moved if words[head].lemma in _MOVING and moved is not None and head < moved < at else None


def is_mere_thing(reading: Reading, phrase: Phrase | None) -> bool:
    """Whether the phrase names neither people nor a body nor a paper: `the storm`, `this plan`. Needs a parse."""
    if phrase is None:
        return False
    word = reading.words[phrase.head]
    bare = word.folded[:-3] + "y" if word.folded.endswith("ies") else word.folded.removesuffix("s")
    if word.pos != "NOUN" or word.capital or word.folded in lexicon().speakers or bare in lexicon().speakers:
        return False
    agent = bare.endswith(_AGENTS) and bare not in lexicon().function["things"]
    return not agent and word.folded not in ("people", "percent", "half")


def is_someone(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names a person, people, a body or a paper, by a word of its own or of another ("his")."""
    word = reading.words[phrase.head]
    if any(other.folded == "like" for other in reading.words[phrase.low : phrase.head]):
        return False  # "people like Doe" names nobody in particular
    if word.folded in ("he", "she", "they", "his", "her", "their") or word.folded in lexicon().speakers:
        return True
    return word.capital and word.pos == "PROPN" and word.folded not in lexicon().function["times"]
