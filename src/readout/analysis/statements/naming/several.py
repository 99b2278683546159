"""Which several people "they" stands for: the one subject before it that is several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.nouns.noun_phrases import around
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Phrase
    from readout.analysis.statements.reading import Reading

_FAR_HEAD = 6  #: tokens behind a subject's head in which those it counts stand: "some of the president's allies"
_MANY = frozenset(
    ["voters", "republicans", "democrats", "residents", "students", "workers", "scientists", "researchers"]
)


def several_who_act(reading: Reading, at: int) -> Phrase | None:
    """The several people who are the subject of a clause before token `at`: the only subject that is several."""
    words = reading.words
    if not reading.parsed or (words[0].quote >= 0 and at == len(words)):
        return None
    found = []
    for place in range(min(at, len(words))):
        word = words[place]
        if not word.dep.startswith("nsubj") or word.quote >= 0 or not 0 <= word.head < len(words):
            continue
        above = words[word.head]
        main = above.head == word.head or above.dep in ("conj", "parataxis")
        if (main or at < len(words)) and _are_several(reading, place):
            phrase = around(reading, place, word.head, "subject")
            if phrase is not None and phrase.high < at and words[phrase.low].pos != "ADP":
                found.append(phrase)
    return found[0] if len(found) == 1 else None


def _are_several(reading: Reading, at: int) -> bool:
    """Whether a subject is several people: `voters`, `some of the allies`, `Weiss and Okafor`."""
    words = reading.words
    people = lexicon().people
    for place in range(at, min(reading.right[at], at + _FAR_HEAD) + 1):
        word = words[place]
        if word.folded in (",", "who", "that", "which"):
            break
        if word.folded in people["group"] and word.pos in ("NOUN", "PROPN"):
            return True
        bare = word.folded.removesuffix("s")
        if word.pos in ("NOUN", "PROPN") and bare != word.folded and (bare in people["person"] or word.folded in _MANY):
            return True
        if place == at and word.pos in ("NOUN", "PROPN"):
            break  # "the leader of the voters" is one
    kids = [kid for kid in reading.kids[at] if words[kid].dep == "conj" and kid < at + _FAR_HEAD]
    return words[at].pos == "PROPN" and len(kids) == 1 and words[kids[0]].pos == "PROPN"
