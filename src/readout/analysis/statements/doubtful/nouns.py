"""Nouns that tell of words and views whose owner may not be named: `questions about X`, `outrage about X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import grown, grown_object, is_occasion
from readout.analysis.statements.contents.edges import without_speaker
from readout.analysis.statements.contents.weak import before_verb, owner_of, who_acts_with
from readout.analysis.statements.hits import Found, Hit
from readout.analysis.statements.nouns.noun_phrases import around
from readout.analysis.statements.nouns.phrases import subject_of
from readout.language.doubtful import doubtful_words
from readout.language.lexicon import lexicon
from readout.language.weighing import scales

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.doubtful.room import Room
    from readout.analysis.statements.hits import Phrase
    from readout.analysis.statements.reading import Reading

_CLAUSES = frozenset(["that", "to", "whether", "how", "what", "if"])
_ANY_NOUN = frozenset(["about"])
_BEING = frozenset(["remain", "become", "stay", "emerge"])  #: verbs that say what their subject is
_NONE: frozenset[str] = frozenset()


def find_nouns(room: Room) -> Iterator[Found]:
    """The reports of free nouns of the list, and of any noun with "about"."""
    reading, nouns, weights = room.reading, doubtful_words().nouns, scales().nouns
    for at, word in enumerate(reading.words):
        if word.pos != "NOUN" or word.quote >= 0 or room.taken[at] or at + 2 >= len(reading.words):
            continue
        links = nouns.get(word.lemma, _ANY_NOUN if weights.get(word.lemma, 0.0) >= 0.0 else _NONE)
        if links and (found := _noun(reading, at, links)) is not None:
            yield found


def _noun(reading: Reading, at: int, links: frozenset[str]) -> Found | None:
    words = reading.words
    hit = Hit(at, at, at, "noun", words[at].lemma or words[at].folded)
    content = _content(reading, hit, links)
    if content is None:
        return None
    speaker, cue = owner_of(reading, at), hit
    verb = words[at].head
    if speaker is None and words[at].dep == "obj" and words[verb].lemma in doubtful_words().light and verb < at:
        cue = Hit(at, verb, at, "noun", hit.lemma)
        speaker = subject_of(reading, Hit(verb, verb, verb, "verb", hit.lemma))
    speaker = speaker or who_acts_with(reading, at) or _who_is(reading, at)
    act = lexicon().nouns.get(hit.lemma, "assert")
    return without_speaker(reading, Found(cue, (content,), speaker, act, "doubtful noun"))


def _who_is(reading: Reading, at: int) -> Phrase | None:
    """`Doe is a critic of X`, `emerged as an advocate of X`, `Doe, a clerk and critic of X`: who holds such a view."""
    words = reading.words
    if words[at].lemma not in doubtful_words().holders:
        return None
    noun = words[at].head if words[at].dep == "conj" and words[words[at].head].pos == "NOUN" else at
    head, subject = words[noun].head, reading.child(noun, "nsubj")
    if subject is not None and reading.child(noun, "cop") is not None:
        return around(reading, subject, at, "subject") if subject < at else None
    listed = noun == at and reading.child(at, "conj") is not None  # "a mix of sailors, critics of X and others"
    if words[noun].dep == "appos" and head < noun and not listed:
        return around(reading, head, reading.left[noun], "apposition")
    if words[head].lemma in _BEING and head < at:
        return subject_of(reading, Hit(head, head, head, "verb", words[head].lemma))
    return None


def _content(reading: Reading, hit: Hit, links: frozenset[str]) -> tuple[int, int] | None:
    """What the noun is about: right behind it, a clause or a phrase with one of these words."""
    words = reading.words
    low = hit.at + 1
    if words[low].folded not in links:
        return None
    for kid in reading.kids[hit.at]:
        if kid <= hit.at or max(reading.left[kid], low) != low:
            continue
        dep = words[kid].dep.split(":")[0]
        if words[low].folded in _CLAUSES and dep in ("acl", "ccomp", "xcomp", "advcl"):
            if words[kid].dep != "acl:relcl" or _explains(reading, low, kid):
                return low, before_verb(reading, hit, grown(reading, hit, reading.right[kid]))
        elif dep in ("nmod", "obl", "acl", "advcl") and reading.right[kid] > low and not is_occasion(reading, low):
            return low + 1, before_verb(reading, hit, grown_object(reading, hit, low + 1, reading.right[kid]))
    return None


def _explains(reading: Reading, that: int, verb: int) -> bool:
    """Whether what the parse takes for a relative clause says what the noun says: its verb has its own subject."""
    subject = reading.child(verb, "nsubj")
    return reading.words[that].folded == "that" and subject not in (None, that)
