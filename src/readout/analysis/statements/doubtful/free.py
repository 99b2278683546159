"""Listed words with what they govern, also where stricter tests take nothing: `a plan she opposed`, `sick of it`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import grown, grown_object
from readout.analysis.statements.contents.edges import without_speaker
from readout.analysis.statements.contents.weak import before_verb, owner_of
from readout.analysis.statements.cues import with_auxiliaries
from readout.analysis.statements.doubtful.verbs import may_speak
from readout.analysis.statements.hits import Found, Hit, Phrase
from readout.analysis.statements.nouns.noun_phrases import agent_of, around
from readout.analysis.statements.nouns.phrases import subject_of
from readout.language.doubtful import doubtful_words
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.doubtful.room import Room
    from readout.analysis.statements.reading import Reading

_KINDS = {"VERB": "verb", "NOUN": "noun", "ADJ": "state"}  #: of hits, by part of speech
_FRAMES = {"obj": "object", "xcomp": "state"}
_PHRASES = frozenset(["obl", "nmod"])
_CLAUSES = frozenset(["xcomp", "acl", "advcl", "ccomp", "csubj"])
_OPENING = frozenset(["to", "that", "whether", "if", "how", "why", "what", "when"])  #: words that a content begins with
_NAMING = frozenset(["NOUN", "PROPN", "PRON", "NUM", "DET"])
_THEMSELVES = frozenset(["himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves"])
_ANY_WORD = frozenset(["about"])  #: how any verb or noun may report


def find_free(room: Room) -> Iterator[Found]:
    """The reports of free words in the frames of doubtful.toml, and those of any verb or noun with "about"."""
    reading, listed = room.reading, doubtful_words().free
    about = [at for at, word in enumerate(reading.words) if word.folded in _ANY_WORD]
    for at, word in enumerate(reading.words):
        frames = listed.get(word.lemma, _ANY_WORD if about and at < about[-1] else None)
        if frames is None or word.pos not in _KINDS or word.quote >= 0 or room.taken[at] or _is_part(reading, at):
            continue
        if frames is not _ANY_WORD or not (word.pos == "ADJ" or _names_people(word.lemma)):
            yield from _reports(reading, at, frames)


def _is_part(reading: Reading, at: int) -> bool:
    """`racially charged unrest`, `on the Harbour Show`: what describes a noun, or stands in a name."""
    word = reading.words[at]
    named = word.capital and at > 0 and reading.words[at - 1].capital and not reading.headline and reading.block > 0
    return named or (word.pos == "VERB" and word.dep == "amod")


def _names_people(lemma: str) -> bool:
    """`warned experts about it`: the warning is about it, not the experts."""
    people = lexicon().people
    return any(lemma in people[kind] for kind in ("person", "group", "body"))


def _reports(reading: Reading, at: int, frames: frozenset[str]) -> Iterator[Found]:
    """What the word at `at` reports in these frames, each thing that it governs by itself."""
    words = reading.words
    low, negated = with_auxiliaries(reading, at) if words[at].pos == "VERB" else (at, False)
    for (first, last), joined in _governed(reading, at, frames):
        hit = Hit(at, low, at + joined, _KINDS[words[at].pos], words[at].lemma, negated=negated)
        if first > at:
            clause = words[first].folded in ("to", "that")
            last = grown(reading, hit, last) if clause else grown_object(reading, hit, first, last)
            last = before_verb(reading, hit, last)
        elif last >= low:
            continue
        speaker = _speaker(reading, hit, first)
        free = hit.kind != "verb" or speaker is None or first < at or may_speak(reading, speaker, at)
        if free and words[last].folded not in _THEMSELVES:  # "to assert themselves"
            act = _act(hit, words[at].folded)
            found = without_speaker(reading, Found(hit, ((first, last),), speaker, act, "free word"))
            if found is not None:
                yield found


def _governed(reading: Reading, at: int, frames: frozenset[str]) -> Iterator[tuple[tuple[int, int], bool]]:
    """The tokens that the word governs in these frames, and whether a preposition right behind it leads to them."""
    words = reading.words
    passive = _is_done_to(reading, at)
    for kid in reading.kids[at]:
        low, high = reading.left[kid], reading.right[kid]
        dep, opening = words[kid].dep.split(":")[0], words[low].folded
        if dep == "nsubj" and passive and high < at and "subject" in frames:
            yield (low, high), False
        elif low < at:
            continue
        elif _FRAMES.get(dep) in frames or (dep in _CLAUSES and opening in frames and opening in _OPENING):
            yield (low, high), False
        elif (dep in _PHRASES or dep in _CLAUSES) and opening in frames and low < high:
            yield (low + 1, high), low == at + 1
    noun = words[at].head
    governs = any(kid > at and words[kid].dep in ("obj", "ccomp", "xcomp") for kid in reading.kids[at])
    gap = words[at].dep.startswith("acl") and not governs
    if "noun_before" in frames and gap and 0 <= noun < at:  # "a plan she once opposed", "a plan opposed by some"
        high = min(reading.right[noun], reading.left[at] - 1)
        while high > noun and not words[high].is_word:
            high -= 1
        yield (reading.left[noun], high), False


def _is_done_to(reading: Reading, at: int) -> bool:
    return reading.child(at, "aux:pass", "nsubj:pass") is not None


def _speaker(reading: Reading, hit: Hit, first: int) -> Phrase | None:
    """Whose it is: a noun's owner or who does what governs it, who is in a state, a verb's agent or subject."""
    words = reading.words
    above = words[hit.at].head if 0 <= words[hit.at].head < hit.at else hit.at
    if hit.kind == "noun":
        owner = owner_of(reading, hit.at)
        return _subject(reading, above) if owner is None and words[above].pos == "VERB" else owner
    if hit.kind == "state" and above < hit.at and words[hit.at].dep in ("amod", "acl"):
        return around(reading, above, hit.at, "noun")
    agent = agent_of(reading, hit.at)
    if agent is not None:
        return around(reading, agent, hit.at, "agent")
    if _is_done_to(reading, hit.at) and (first < hit.at or words[first].folded == "to"):
        return None
    found = subject_of(reading, hit)
    if found is not None and found.head == above and words[hit.low - 1].folded == "to":
        verb = words[above].head  # "used the chance to praise her": not the chance praises
        found = _subject(reading, verb) if 0 <= verb < above else found
    return found if found is not None and words[found.head].pos in _NAMING else None


def _subject(reading: Reading, verb: int) -> Phrase | None:
    return subject_of(reading, Hit(verb, verb, verb, "verb", reading.words[verb].lemma))


def _act(hit: Hit, folded: str) -> str:
    """What the word does where it is listed as a cue."""
    words = lexicon()
    if hit.kind == "verb":
        return next((cue.act for cue in words.verbs.get(folded, ()) if not cue.after), "believe")
    return (words.nouns if hit.kind == "noun" else words.states).get(folded, "believe")
