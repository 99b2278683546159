"""Second verbs of one subject: where `and said`, `but left` ends a content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.cues import Hit
    from readout.analysis.statements.reading import Reading, Word

_BE = frozenset(["was", "were", "is", "are", "be", "been"])
_PAST = frozenset(["did", "was", "were", "had", "would", "could", "might", "'d"])
_PRESENT = frozenset(["does", "do", "is", "are", "has", "have", "will", "can", "may"])


def joins(reading: Reading, hit: Hit, at: int) -> bool:
    """`and said`, `but warned`: a second verb of the same subject."""
    words = reading.words
    if words[at].folded not in ("and", "but", "or") or at + 1 >= len(words):
        return False
    cue = hit.low if hit.kind == "noun" else hit.at  # "expressed concern about X and said Y"
    for place in range(at + 1, min(at + 4, len(words))):
        verb = words[place]
        if verb.pos == "VERB" and verb.folded in lexicon().verbs:
            if _denies_with_do(words[at + 1 : place], verb, words[hit.at]) or _same_as_governor(reading, hit, verb):
                return True
            if words[at].folded == "but" and any("after" in cue.frames for cue in lexicon().verbs[verb.folded]):
                return form_of(verb.folded) == form_of(words[cue].folded)
            return form_of(verb.folded) == form_of(words[cue].folded) and not _same_form_inside(reading, hit, place)
        if verb.pos not in ("ADV", "AUX", "PART"):
            break
    if _acts_again(reading, hit, at) or _leaves_participle(reading, hit, at):
        return True
    tense = form_of(words[cue].folded)
    if words[at + 1].folded in _BE or words[at + 1].folded in (_PRESENT if tense == "past" else _PAST):
        return False
    for place in range(at + 1, min(at + 4, len(words))):
        if words[place].head == hit.at and words[place].dep == "conj":
            return True
        if words[place].pos not in ("AUX", "ADV", "PART"):
            return False
    return False


def _leaves_participle(reading: Reading, hit: Hit, at: int) -> bool:
    """`came in denouncing the cuts but was never able to ...`: a finite verb does not go on with a participle."""
    words = reading.words
    return words[at].folded == "but" and words[hit.at].folded.endswith("ing") and words[at + 1].folded in _BE


def _acts_again(reading: Reading, hit: Hit, at: int) -> bool:
    """`said he would stay, but left`: a past verb that the parse joins to an infinitive is the cue's subject's."""
    words = reading.words
    if form_of(words[hit.at].folded) != "past":
        return False
    for place in range(at + 1, min(at + 4, len(words))):
        word = words[place]
        if word.pos == "VERB":
            joined = word.dep == "conj" and hit.high < word.head < at and words[word.head].pos == "VERB"
            irregular = word.folded != word.lemma and not word.folded.endswith(("s", "ing"))
            return joined and irregular and words[word.head].folded == words[word.head].lemma
        if word.pos != "ADV":
            return False
    return False


def _denies_with_do(between: Sequence[Word], verb: Word, cue: Word) -> bool:
    """`said X but did not suggest Y`: the verb of saying is denied, in the tense of the first."""
    if [word.folded for word in between] not in (["did", "not"], ["did", "n't"], ["does", "not"], ["does", "n't"]):
        return False
    tense = "past" if between[0].folded == "did" else "s"
    return form_of(cue.folded) == tense and any("after" in cue.frames for cue in lexicon().verbs[verb.folded])


def _same_as_governor(reading: Reading, hit: Hit, verb: Word) -> bool:
    """`responded by saying X and then pointed out Y`: the second verb goes with the first one's main verb."""
    words = reading.words
    main = words[words[hit.at].head]
    if not words[hit.at].folded.endswith("ing") or main.pos != "VERB" or form_of(main.folded) != "past":
        return False
    return form_of(verb.folded) == "past" and any("after" in cue.frames for cue in lexicon().verbs[verb.folded])


def _same_form_inside(reading: Reading, hit: Hit, place: int) -> bool:
    """Whether the parse joins the verb at `place` to a verb of the content that has the same form."""
    head = reading.words[place].head
    return (
        head != hit.at
        and hit.high < head < place
        and form_of(reading.words[head].folded) == form_of(reading.words[place].folded)
    )


def form_of(folded: str) -> str:
    """The ending that tells a verb's form; past forms are one."""
    lemma = lexicon().lemmas.get(folded, folded)
    if folded == lemma:
        return "base"
    return "ing" if folded.endswith("ing") else "s" if folded.endswith("s") else "past"
