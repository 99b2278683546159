"""A colon at the end of a block: who is announced to speak in the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.colons import names_someone
from readout.analysis.statements.cues import find_hits
from readout.analysis.statements.hits import Found, Hit, Phrase
from readout.analysis.statements.nouns.neighbours import is_someone, phrase_before
from readout.analysis.statements.nouns.noun_phrases import around
from readout.analysis.statements.nouns.phrases import subject_of
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import Cue, lexicon

if TYPE_CHECKING:
    from collections.abc import Collection

    from readout.analysis.statements.reading import Reading

_TAIL = 8  #: tokens between a verb and the colon that it announces with
_CLIMB = 12  #: heads from the colon up to the main verb
_REACH = 14  #: tokens before the colon in which the words that follow are named
_LEADING = frozenset(["more", "from", "in", "as", "by", "and", "again", "via", "here", "is", "'s", "are"])
_BEFORE = frozenset(["as", "and", "but", "then", "so"])
_ANYONE = frozenset(["you", "one", "what", "that", "this"])
_OCCASIONS = ("after", "before", "during", "following", "since", "amid", "on", "about")
_RULE = "announced quotation"


def find_announced(reading: Reading, used: Collection[int], *, quoted: bool) -> Found | None:
    """The report without its content that the colon at the end of `reading` announces; None if there is none.

    `used` are the tokens of verbs that report something in the passage. Where the next block is not in quotation
    marks, a verb of saying must stand right before the colon.
    """
    end = len(reading.words) - 1
    found = _by_last_word(reading, end, used) or _by_hit(reading, end, used, quoted=quoted)
    if found is None and quoted:
        found = _by_owner(reading, end) or _by_main_verb(reading, end)
    speaker = None if found is None else found.speaker
    if speaker is None or (speaker.low == speaker.high and reading.words[speaker.low].folded in _ANYONE):
        return None
    return found


def _by_last_word(reading: Reading, end: int, used: Collection[int]) -> Found | None:
    """`The Press Association | reports:`: a verb of saying before the colon, which taggers take for a noun."""
    words = reading.words
    at = end - 1
    if at < 1 or at in used or words[at].quote >= 0 or words[at].capital or words[at].folded.endswith("ing"):
        return None
    entries = [cue for cue in lexicon().verbs.get(words[at].folded, ()) if "quote" in cue.frames and not cue.after]
    if not entries or words[at].folded == lexicon().lemmas.get(words[at].folded):
        return None
    hit = Hit(at, at, at, "verb", entries[0].lemma, tuple(entries))
    speaker = subject_of(reading, hit) if words[at].pos in FINITE else phrase_before(reading, at - 1)
    if speaker is None or speaker.high >= at or not opens_clause(reading, speaker.low):
        return None
    return Found(hit, (), speaker, hit.act_in("quote") or "assert", _RULE)


def opens_clause(reading: Reading, low: int) -> bool:
    """Whether a clause begins at token `low`: no `while | China breaks | the treaty's rules:`."""
    return not low or not reading.words[low - 1].is_word or reading.words[low - 1].folded in _BEFORE


def _by_hit(reading: Reading, end: int, used: Collection[int], *, quoted: bool) -> Found | None:
    """`Doe continued, to laughter:`: the last verb that may lead in a quotation, if it reports nothing else."""
    for hit in reversed(find_hits(reading)):
        if hit.kind != "verb" or not hit.has("quote") or hit.at in used:
            continue
        if not quoted and (end - hit.high > _TAIL or _acts_between(reading, hit.high + 1, end)):
            return None
        speaker = subject_of(reading, hit)
        if speaker is not None:
            return Found(hit, (), speaker, hit.act_in("quote") or "assert", _RULE)
    return None


def _acts_between(reading: Reading, low: int, high: int) -> bool:
    return any(word.pos in FINITE and not word.folded.endswith("ing") for word in reading.words[low:high])


def _by_owner(reading: Reading, end: int) -> Found | None:
    """`Here is Doe's full statement:`, `A statement from the mayor:`, `From the report:`."""
    words = reading.words
    low = max(0, end - _REACH)
    nouns = lexicon().people["paper"] | lexicon().nouns.keys()
    for at in range(end - 1, low - 1, -1):
        if words[at].quote >= 0 or words[at].folded not in nouns or words[at].capital:
            continue
        if _follows(reading, at, _OCCASIONS):
            continue  # "the party issued a statement shortly after Doe's speech:"
        owner = reading.child(at, "nmod:poss")
        if owner is None:
            owner = next((k for k in reading.kids[at] if k > at and _follows(reading, k, ("from", "by", "of"))), None)
        phrase = None if owner is None else around(reading, owner, at, "owner")
        if phrase is not None and is_someone(reading, phrase):
            return Found(_colon(end), (), phrase, "assert", _RULE)
        break
    at = low
    while at < end and words[at].folded in _LEADING:
        at += 1
    short = end - at <= _TAIL and (at > low or end - low <= _TAIL)
    if at and short and names_someone(reading, at, end - 1):
        return Found(_colon(end), (), Phrase(at, end - 1, end - 1, "before a colon"), "assert", _RULE)
    return None


def _follows(reading: Reading, at: int, small: tuple[str, ...]) -> bool:
    case = reading.child(at, "case")
    return case is not None and reading.words[case].folded in small


def _by_main_verb(reading: Reading, end: int) -> Found | None:
    """`The board was blunt in its findings, as ever:`: who acts in the main clause, or opens it as a name."""
    words = reading.words
    at = words[end].head
    for _ in range(_CLIMB):
        if not 0 <= at < len(words) or words[at].head == at:
            break
        at = words[at].head
    if not 0 <= at < end or words[at].quote >= 0 or words[0].folded == "as":
        return None
    at = next((k for k in reversed(reading.kids[at]) if words[k].dep == "conj" and _has_subject(reading, k, end)), at)
    subject = at if words[at].pos == "PROPN" else reading.child(at, "nsubj")
    if subject is None or subject >= end or reading.child(at, "cop") is not None or words[at].lemma == "be":
        return None
    phrase = Phrase(*_name(reading, at), at, "subject") if subject == at else around(reading, subject, at, "subject")
    if phrase is None or not is_someone(reading, phrase):
        return None
    if words[at].pos not in FINITE:
        return Found(_colon(end), (), phrase, "assert", _RULE)
    lemma = words[at].lemma or words[at].folded
    hit = Hit(at, at, at, "verb", lemma, (Cue(lemma=lemma, after=(), act="assert", frames=frozenset(["quote"])),))
    return Found(hit, (), phrase, "assert", _RULE)


def _has_subject(reading: Reading, at: int, end: int) -> bool:
    subject = reading.child(at, "nsubj")
    return subject is not None and subject < end


def _name(reading: Reading, at: int) -> tuple[int, int]:
    """The capitalised words around token `at`."""
    words, low, high = reading.words, at, at
    while low > 0 and (words[low - 1].capital or words[low - 1].folded == "'s"):
        low -= 1
    while high + 1 < len(words) and words[high + 1].capital:
        high += 1
    return low, high


def _colon(end: int) -> Hit:
    return Hit(end, end, end, "colon", ":")
