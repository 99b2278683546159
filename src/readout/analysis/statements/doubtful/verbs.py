"""Verbs that no list holds in their frame, and that may report because enough speaks for it: `detest the idea`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.statements.contents.clauses import find_forward
from readout.analysis.statements.contents.edges import without_speaker
from readout.analysis.statements.cues import with_auxiliaries
from readout.analysis.statements.doubtful.signs import OF_A_CLASS, frame_of, weight_of
from readout.analysis.statements.hits import Hit
from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.analysis.statements.silence import is_mistaken
from readout.analysis.statements.unlisted import is_cut, is_supposed
from readout.analysis.statements.unsaid import is_unsaid
from readout.language.doubtful import doubtful_words
from readout.language.lexicon import Cue, lexicon
from readout.language.weighing import scales

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.doubtful.room import Room
    from readout.analysis.statements.hits import Found, Phrase
    from readout.analysis.statements.reading import Reading, Word

_FRAMES = frozenset(["quote", "clause", "that", "wh", "to", "about", "as"])
_HEARERS = 6  #: words that name who is spoken to
_WORDY = 0.2  #: what a noun for something said or thought weighs at least: `the law`, `the policy`
_FAR_AS = 14  #: tokens behind the verb among which "as" stands
_OPENING = 4  #: words at the beginning of a content among which a time or an occasion makes it none


def find_verbs(room: Room) -> Iterator[Found]:
    """Those of the candidates for which enough speaks."""
    given = scales()
    for found in candidates(room, given.least_quoted if room.reading.quoted else given.least):
        if weight_of(room.reading, found) >= given.enough:
            yield replace(found, act=_act(room.reading, found))


def candidates(room: Room, least: float = -9.0) -> Iterator[Found]:
    """Every free verb whose meaning weighs at least so much, with someone for its subject and what it may report."""
    reading = room.reading
    for at, word in enumerate(reading.words):
        if word.pos != "VERB" or word.quote >= 0 or room.taken[at] or _meaning(word) < least:
            continue
        if not _may_report(reading, at):
            continue
        hit = _hit(reading, at)
        if any(_is_among(small.folded, "possible") for small in reading.words[hit.low : at]) or is_supposed(
            reading, at
        ):
            continue
        found = find_forward(reading, hit)
        found = None if found is None else without_speaker(reading, found)
        if found is None or not may_speak(reading, found.speaker, at) or not _is_governed(reading, found):
            continue
        if _only_names(reading, found) or not room.holds(found):
            continue
        if not (is_mistaken(reading, hit) or is_unsaid(reading, found)):
            yield replace(found, rule=f"weighed verb, {found.rule}")


def _is_among(word: str, guard: str) -> bool:
    """Whether it is one of the words of this guard (doubtful.toml)."""
    return word in doubtful_words().guards[guard]


def _only_names(reading: Reading, found: Found) -> bool:
    """`told reporters`, `called superdelegates`, `saw Okafor`: whom they speak to, and not what they say."""
    words = reading.words
    if not _is_among(found.hit.lemma, "heard") or found.rule != "object after":
        return False
    low, high = found.content[0]
    head = words[reading.head_of(low, high)]
    bare = head.folded.removesuffix("s")
    named = head.pos == "PROPN" or any(bare in lexicon().people[kind] for kind in ("person", "group", "body"))
    return named and high - low < _HEARERS and all(word.quote < 0 for word in words[low : high + 1])


def _meaning(word: Word) -> float:
    """What the verb alone weighs."""
    given = scales()
    classed = given.signs[OF_A_CLASS] if word.lemma in doubtful_words().verbs else 0.0
    return given.verbs.get(word.lemma, given.unknown) + classed


def _act(reading: Reading, found: Found) -> str:
    """What the verb does in the frames that it is listed with; who does not respond refuses."""
    if found.hit.negated:
        return "refuse" if _is_among(found.hit.lemma, "answering") else "deny"
    cues = lexicon().verbs.get(reading.words[found.hit.at].folded, ())
    return next((cue.act for cue in cues if not cue.after), found.act)  # "push back" denies, "push" does not


def _may_report(reading: Reading, at: int) -> bool:
    """Whether it is a verb that someone is the subject of: not `regarding it`, `convicted of fraud`."""
    word = reading.words[at]
    if _is_among(word.lemma, "never") or _is_among(word.folded, "prepositions") or word.dep == "amod":
        return False
    if reading.child(at, "compound:prt") is not None:
        return False  # "called off", "set back": the particle makes another verb
    past = word.folded not in (word.lemma, word.lemma + "s") and not word.folded.endswith(("s", "ing"))
    return not past or word.dep in ("root", "conj") or reading.child(at, "nsubj") is not None


def _is_governed(reading: Reading, found: Found) -> bool:
    """Whether the content is the verb's own, by the parse: not `drove across a plateau that overlooks the bay`."""
    words, (low, up) = reading.words, found.content[0]
    high = found.hit.high
    first = words[low : min(low + _OPENING, up + 1)]
    if any(word.folded in lexicon().function["times"] or _is_among(word.lemma, "times") for word in first):
        return False
    if found.rule != "clause after":
        return True
    listed = words[found.hit.at].folded in lexicon().verbs
    if frame_of(reading, found) == "clause" and not listed and all(word.quote < 0 for word in words[low : up + 1]):
        return False
    return any(kid > high and reading.words[kid].dep == "ccomp" for kid in reading.kids[found.hit.at])


def _hit(reading: Reading, at: int) -> Hit:
    """The verb with its auxiliaries, or the preposition that stands for an object."""
    words = reading.words
    high = at
    after: tuple[str, ...] = ()
    governs = any(words[kid].dep in ("obj", "ccomp", "xcomp") for kid in reading.kids[at])
    if (
        not governs
        and high + 1 < len(words)
        and _is_among(words[high + 1].folded, "links")
        and words[high + 1].quote < 0
    ):
        high = at + 1
        after = (words[high].folded,)
    low, negated = with_auxiliaries(reading, at)
    lemma = words[at].lemma or words[at].folded
    frames = _FRAMES if _names_as(reading, high + 1) else _FRAMES - {"as"}
    cue = Cue(lemma=lemma, after=after, act="assert", frames=frames)
    return Hit(at, low, high, "verb", lemma, (cue,), negated=negated)


def _names_as(reading: Reading, low: int) -> bool:
    """Whether behind the verb and what it names "as" says what that is called: not `left as the crowd cheered`."""
    words = reading.words
    link = next((at for at in range(low + 1, min(low + _FAR_AS, len(words) - 1)) if words[at].folded == "as"), None)
    if link is None or words[low].folded == "as" or _is_among(words[link - 1].folded, "joined_to_as"):
        return False
    head = words[link].head
    clause = 0 <= head < len(words) and reading.child(head, "nsubj") is not None
    return not clause and words[link + 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and head > link


def may_speak(reading: Reading, speaker: Phrase | None, at: int) -> bool:
    """Whether the subject may name people, a body or what holds words, by its head and by its first noun."""
    if speaker is None or speaker.head > at or is_cut(reading, speaker):
        return False
    if _is_among(reading.words[speaker.head].folded, "nobody"):
        return False
    return not any(
        is_mere_thing(reading, phrase) and scales().nouns.get(reading.words[phrase.head].lemma, 0.0) < _WORDY
        for phrase in (speaker, _first_noun(reading, speaker))
    )


def _first_noun(reading: Reading, speaker: Phrase) -> Phrase:
    words = reading.words
    for at in range(speaker.low, speaker.head):
        if words[at].pos in ("NOUN", "PROPN") and words[at + 1].pos in ("ADP", "PUNCT"):
            return replace(speaker, head=at)
    return speaker
