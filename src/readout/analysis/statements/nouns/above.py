"""Which verb above a word in the tree is the one that counts for its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.language.lexicon import form_of, lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.reading import Reading


def verb_of_same_form(reading: Reading, at: int) -> int | None:
    """`asked that Y agree and repeated ...`: the verb above that has the same form, where the parse joins another."""
    words = reading.words
    form = form_of(words[at].folded)
    head = words[at].head
    joined = form_of(words[head].folded)
    if form not in ("past", "s") or joined != "base" or words[head].pos != "VERB":
        led = form == "ing" and joined == "past" and words[head].dep == "acl" and words[head].head < at
        if not led:  # "denying the claims levied against it and clarifying ..."
            return None
    for _ in range(6):
        above = words[head].head
        if above == head or not 0 <= above < at:
            return None
        if words[above].pos == "VERB" and form_of(words[above].folded) == form:
            return above
        head = above
    return None


def above_a_noun(reading: Reading, at: int) -> int | None:
    """The main verb above a noun that the participle's verb only explains: `pitched a way to make jobs, noting`."""
    words = reading.words
    explains = False
    at = words[at].head
    for _ in range(12):
        head = words[at].head
        if head == at or not 0 <= head < len(words):
            return at if explains and words[at].pos == "VERB" and reading.child(at, "nsubj") is not None else None
        explains = explains or (words[at].dep == "acl" and head < at)
        if words[at].dep.startswith("acl:"):
            return None
        at = head
    return None


def nearest_cue_with_clause(reading: Reading, at: int) -> int | None:
    """The reporting verb above `at` in the tree, if any: `said` for a word of what was said."""
    words = reading.words
    for _ in range(8):
        head = words[at].head
        if head == at or not 0 <= head < len(words):
            return None
        if words[at].dep == "ccomp" and words[head].folded in lexicon().verbs and head < at:
            return head
        at = head
    return None


def main_verb_of_participle(reading: Reading, at: int) -> int | None:
    """The main verb, for `said X, calling on Y`, where the parse hangs the participle on a noun."""
    words = reading.words
    nominal = words[at].dep == "acl" or words[words[at].head].pos in ("NOUN", "PROPN")
    if not nominal or not at or words[at - 1].folded != "," or not words[at].folded.endswith("ing"):
        return None
    root = next((place for place in range(at) if words[place].head == place), None)
    return root if root is not None and words[root].folded in lexicon().verbs else None
