"""Where the content of a participle ends that only says who is meant: `voters backing the plan | turned away`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.reading import FINITE

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading, Word

_NOMINAL = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "SYM"])
_LINKS = frozenset(["nmod", "conj", "appos", "obl", "nsubj", "obj", "amod"])
_LONGEST = 16  #: tokens of such a content
_CLIMB = 10


def end_of_modifier(reading: Reading, hit: Hit, low: int) -> int | None:
    """The last token that the content from token `low` on can have where its cue is part of a phrase before a verb.

    None where the cue is no such participle, or nothing shows where the phrase ends.
    """
    words = reading.words
    bare = hit.low == hit.at and hit.low > 0 and words[hit.low - 1].pos in ("NOUN", "PROPN", "PRON")
    if not bare or reading.headline or not words[hit.at].folded.endswith(("ing", "ed")):
        return None
    return _end_in_tree(reading, hit) or _before_stray_verb(reading, hit, low)


def _end_in_tree(reading: Reading, hit: Hit) -> int | None:
    """`In a response to someone replying that he should, Doe left`: the edge of the phrase that holds the cue."""
    words = reading.words
    at = hit.at
    if words[at].dep.split(":")[0] != "acl" or words[at].head > at:
        return None
    for _ in range(_CLIMB):
        head, relation = words[at].head, words[at].dep.split(":")[0]
        if head == at or not 0 <= head < len(words) or (at != hit.at and relation not in _LINKS):
            return None
        if head > max(hit.high + 1, reading.right[at]):
            end = reading.right[at]
            quoted = any(word.quote >= 0 for word in words[end + 1 : head])
            end -= words[end].folded == ","
            ends = words[end + 1].folded == "," or _is_finite(words[end + 1])
            return end if end > hit.high and ends and not quoted else None
        at = head
    return None


def _before_stray_verb(reading: Reading, hit: Hit, low: int) -> int | None:
    """`clerks worried about penalties | are few`: a verb that has no subject but the one whom the cue describes."""
    words = reading.words
    if hit.kind == "verb" and hit.has("clause", "someone", "that", "quote"):
        return None  # "suggested Weiss was late": a verb of saying takes a subject and its verb
    if any(_is_finite(word) for word in words[: hit.low]) or low < hit.high:
        return None
    for place in range(low, min(low + _LONGEST, len(words) - 1)):
        word = words[place]
        if word.quote >= 0:
            return None
        if place > low and _is_finite(word) and words[place - 1].folded != "to":
            bare = words[hit.at].folded.endswith("ing") or word.pos == "AUX" or not word.folded.endswith("ed")
            return place - 1 - (words[place - 1].pos == "ADV") if bare and words[place - 1].is_word else None
        linked = word.pos in _NOMINAL or (word.pos == "ADP" and place > low) or word.folded in ("not", "more")
        again = place > low and words[place - 1].pos == "NOUN" and word.pos in ("DET", "NUM", "PRON", "PROPN", "ADJ")
        if (
            again
            or not linked
            or word.folded in ("that", "who", "which", "what", "he", "she", "they", "it", "we", "i", "you")
        ):
            return None
    return None


def _is_finite(word: Word) -> bool:
    """Whether the form can only be, or most likely is, a finite verb's."""
    if word.pos == "AUX":
        return word.folded not in ("be", "been", "being")
    return (
        word.pos in FINITE
        and word.dep not in ("amod", "compound")
        and word.folded != word.lemma
        and not word.folded.endswith("ing")
    )
