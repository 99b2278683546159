"""Verbs of the list that report nothing where they stand: things that have an effect, and words that were not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit, Phrase
    from readout.analysis.statements.reading import Reading

_FAR = 12  #: tokens behind a reply among which "by" stands
_CALLED = frozenset(["dubbed", "called", "named", "nicknamed", "labeled", "labelled", "termed", "titled"])
_EMPTY = frozenset(["it", "that", "this", "what"])
_SEEMING = frozenset(["be", "seem", "look", "feel", "appear"])
_SHOWING = frozenset(["show", "demonstrate", "display"])


def says_nothing(reading: Reading, hit: Hit, speaker: Phrase | None) -> bool:
    """`didn't offer a plan`, `not to mention the cost`, `showed patience`: nobody says it."""
    if not hit.has("about") and (speaker is None or not _is_survey(reading, speaker)):
        return True
    if hit.lemma == "mention" and hit.negated and reading.words[hit.at - 1].folded == "to":
        return True
    unsaid = hit.lemma == "alert" or (hit.negated and hit.lemma == "offer")  # "alerted the crew": to what?
    return unsaid or _shows_itself(reading, hit, speaker)


def shows_in_deed(reading: Reading, hit: Hit, speaker: Phrase | None) -> bool:
    """`By showing “a lot of nerve”, he ...`: a person who shows something does not say the words."""
    if hit.lemma not in _SHOWING or speaker is None or hit.high + 1 >= len(reading.words):
        return False
    head = reading.words[speaker.head]
    return head.folded in ("i", "we", "he", "she", "they", "who", "you") or (
        head.pos == "PROPN" and not _is_survey(reading, speaker)
    )


def _shows_itself(reading: Reading, hit: Hit, speaker: Phrase | None) -> bool:
    """`He showed patience`: what a person shows with an object is no report, unless words are quoted."""
    return shows_in_deed(reading, hit, speaker) and not any(
        word.quote >= 0 for word in reading.words[hit.high + 1 : hit.high + 6]
    )


def is_aim(reading: Reading, hit: Hit, speaker: Phrase | None) -> bool:
    """`The thing to do is to require that ...`: what is to be done reports nothing."""
    words = reading.words
    low = hit.at - 1
    if low < 2 or words[low].folded != "to" or speaker is None or speaker.high >= low:
        return False
    before = [word for word in words[low - 2 : low] if word.pos != "ADV"]
    return bool(before) and before[-1].lemma == "be" and is_mere_thing(reading, speaker)


def tells_effect(reading: Reading, hit: Hit, speaker: Phrase | None) -> bool:
    """`the storm threatens to ...`, `the attack claimed a life`: a thing says nothing with them, if not quoted."""
    ahead = reading.words[hit.high + 1 : hit.high + 3]  # but "The plan promises to “lift up” pay"
    quoted = len(ahead) > 1 and ahead[0].folded == "to" and ahead[1].quote >= 0
    return hit.lemma in lexicon().function["effects"] and not quoted and is_mere_thing(reading, speaker)


def _is_survey(reading: Reading, speaker: Phrase) -> bool:
    """Whether a poll or a study is the subject: `a survey put her ahead`."""
    return any(word.folded in lexicon().function["polls"] for word in reading.words[speaker.low : speaker.high + 1])


def is_another_verb(reading: Reading, hit: Hit) -> bool:
    """`swore off`, `called off`: a particle that the list does not give makes another verb."""
    after = hit.high + 1
    words = reading.words
    if hit.high > hit.at or after >= len(words) or hit.has("after"):
        return False
    return words[after].dep == "compound:prt" and words[after].head == hit.at


def is_mistaken(reading: Reading, hit: Hit) -> bool:
    """Words that only look like a cue: `denied them the votes`, `so says`, `responded to the crisis`."""
    words = reading.words
    before = words[hit.at - 1].folded if hit.at else ""
    if hit.kind != "verb":
        return False
    if hit.lemma in ("state", "command") and words[hit.at].capital and words[hit.at].folded == hit.lemma:
        return hit.at > 0  # "Norland State Rep. Weiss"
    if hit.at == 0 and words[min(1, len(words) - 1)].folded == ":":
        return True  # "Wanted: ..."
    if words[hit.at].folded == "telling" and hit.at > 1 and words[hit.at - 2].folded in _EMPTY:
        return words[hit.at - 1].lemma in _SEEMING  # "it seems telling that"
    adjective = words[hit.at].pos == "ADJ" and before in ("is", "was", "are", "were", "be", "been", "an", "the")
    adjective = adjective and words[min(hit.high + 1, len(words) - 1)].folded != "to"  # but "is promising to leave"
    if before == "," and words[hit.at].folded in _CALLED:
        opening = words[: hit.at - 1]
        if all(word.folded != "," and word.pos not in FINITE for word in opening):
            return True  # "The biggest one, dubbed the “bargain”, is": what it is called
    if before in ("‐", "-") and words[hit.at - 2].folded == "than":
        return True  # "a harder-than-expected race"
    if (hit.lemma == "write" and _writes_paper(reading, hit)) or _tells_which(reading, hit):
        return True
    idiom = hit.lemma == "show" and words[min(hit.at + 1, len(words) - 1)].folded in ("up", "off")
    deprives = hit.lemma == "deny" and _deprives(reading, hit)
    reacts = hit.lemma == "respond" and words[min(hit.high + 1, len(words) - 1)].folded == "to"
    reacts = reacts and (all(word.quote < 0 for word in words) or _by_saying(reading, hit))
    return adjective or idiom or deprives or before == "so" or reacts


def _deprives(reading: Reading, hit: Hit) -> bool:
    """`denied the union a hearing`, `was denied a visa`: two objects, of which the parser may take one for a clause."""
    second = reading.child(hit.at, "xcomp")
    given = second is not None and reading.words[second].pos in ("NOUN", "PROPN")
    passive = reading.child(hit.at, "aux:pass") is not None and reading.child(hit.at, "obj") is not None
    return given or passive or reading.child(hit.at, "iobj") is not None


def _tells_which(reading: Reading, hit: Hit) -> bool:
    """`will face | added pressure`: a participle between a verb and its object."""
    words = reading.words
    if not 0 < hit.low == hit.at or hit.high + 1 >= len(words) or not words[hit.at].folded.endswith("ed"):
        return False
    return words[hit.at - 1].pos == "VERB" and words[hit.at].quote < 0 and words[hit.high + 1].pos == "NOUN"


def _writes_paper(reading: Reading, hit: Hit) -> bool:
    """`wrote a letter to the board`: what the letter says is told by another verb, if at all."""
    words = reading.words
    at = hit.high + 1
    while at < len(words) and words[at].pos in ("DET", "ADJ", "NUM"):
        at += 1
    paper = at < len(words) and words[at].folded in lexicon().people["paper"]
    return paper and words[hit.high + 1].pos == "DET" and words[at].quote < 0


def _by_saying(reading: Reading, hit: Hit) -> bool:
    """`responded to the letter by calling him a liar`: what is said comes with the other verb."""
    words = reading.words
    for place in range(hit.high + 2, min(hit.high + _FAR, len(words) - 1)):
        if words[place].folded == "by":
            return words[place + 1].folded in lexicon().verbs
    return False


def is_only_possible(reading: Reading, hit: Hit) -> bool:
    """`voters may oppose it`: with verbs that are not of saying, what may or should be is nobody's statement yet."""
    if hit.kind != "verb" or hit.negated or hit.has("after", "quote"):
        return False
    return any(word.folded in ("may", "might", "must", "should") for word in reading.words[hit.low : hit.at])
