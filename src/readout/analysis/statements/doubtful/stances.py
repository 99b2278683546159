"""Stances towards someone or something that a pronoun points at: `endorsed her`, `oppose it`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.forms import is_passive
from readout.analysis.statements.cues import with_auxiliaries
from readout.analysis.statements.hits import Found, Hit
from readout.analysis.statements.nouns.phrases import subject_of
from readout.analysis.statements.unlisted import can_speak, is_supposed
from readout.language.doubtful import doubtful_words
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.doubtful.room import Room

_THEMSELVES = frozenset(["himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves", "each"])


def find_stances(room: Room) -> Iterator[Found]:
    """Those of free verbs whose object is a pronoun: who it is stands elsewhere, so the words alone say little."""
    reading, stances = room.reading, doubtful_words().stances
    words = reading.words
    if reading.lemmas.isdisjoint(stances):
        return
    for at, word in enumerate(words):
        if word.lemma not in stances or word.pos != "VERB" or word.quote >= 0 or room.taken[at]:
            continue
        thing = reading.child(at, "obj")
        if thing is None or thing != at + 1 or words[thing].pos != "PRON" or words[thing].folded in _THEMSELVES:
            continue
        if is_passive(reading, at) or is_supposed(reading, at):
            continue
        low, negated = with_auxiliaries(reading, at)
        hit = Hit(at, low, at, "verb", word.lemma, lexicon().verbs.get(word.folded, ()), negated=negated)
        speaker = subject_of(reading, hit)
        if can_speak(reading, speaker, at):
            act = hit.act_in("about", "clause") or "believe"
            act = "assert" if act == "deny" and negated else act  # "did not deny it"
            yield Found(hit, ((thing, thing),), speaker, act, "stance")
