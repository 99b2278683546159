"""Verbs that no list holds, which report only because a quotation stands beside them: `"...," she deadpanned`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.titles import end_of_quotation, is_title
from readout.analysis.statements.hits import Hit
from readout.language.lexicon import Cue, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.reading import Reading

_FRAMES = frozenset(["after", "quote"])
_FEWEST = 3  #: words of a quotation that alone makes the verb beside it a verb of saying
_REACH = 9  #: tokens between a quotation and the verb that reports it
_SPOKEN = (",", "?", "!")
_NEVER = frozenset(
    ["be", "have", "do", "get", "include", "read", "title", "entitle", "name", "start", "end", "feature", "use"]
)


def find_beside(reading: Reading) -> Iterator[Hit]:
    """A reporting word for each quotation that an unlisted verb stands beside, in order. Needs a parse."""
    if not reading.parsed or not reading.quoted:
        return
    words = reading.words
    at = 0
    while at < len(words):
        if words[at].quote < 0:
            at += 1
            continue
        end = end_of_quotation(reading, at)
        if sum(word.is_word for word in words[at : end + 1]) >= _FEWEST and not is_title(reading, at):
            verb = _before(reading, at)
            if verb is None:
                verb = _after(reading, end)
            if verb is not None:
                yield _hit(reading, verb)
        at = end + 1


def _hit(reading: Reading, at: int) -> Hit:
    lemma = reading.words[at].lemma or reading.words[at].folded
    return Hit(at, at, at, "verb", lemma, (Cue(lemma=lemma, after=(), act="assert", frames=_FRAMES),))


def _is_unlisted(reading: Reading, at: int) -> bool:
    """A finite verb in the past or present that the lexicon does not hold."""
    word = reading.words[at]
    if word.pos != "VERB" or word.folded in lexicon().verbs or word.lemma in _NEVER or word.quote >= 0:
        return False
    return (
        word.folded != word.lemma and not word.folded.endswith("ing") and word.dep.split(":")[0] not in ("amod", "acl")
    )


def _before(reading: Reading, at: int) -> int | None:
    """`Doe sings, "..."`, `he demurred: "..."`: the verb right before the mark that leads the quotation in."""
    words = reading.words
    if at < 2 or words[at - 1].folded not in (",", ":"):
        return None
    return at - 2 if _is_unlisted(reading, at - 2) and words[at - 3 if at > 2 else 0].quote < 0 else None


def _after(reading: Reading, end: int) -> int | None:
    """`"...!" beamed Doe`, `"...," an angry Keller retaliated.`: the verb of the clause after the quotation."""
    words = reading.words
    if words[end - 1].folded not in _SPOKEN or end + 2 >= len(words):
        return None
    if _is_unlisted(reading, end + 1):
        return end + 1 if words[end + 2].pos in ("PROPN", "PRON", "DET", "NOUN") else None
    for place in range(end + 1, min(end + _REACH, len(words) - 1)):
        word = words[place]
        if word.quote >= 0 or word.folded in (",", ":", ";", "(") or word.pos in ("AUX", "SCONJ", "CCONJ"):
            return None
        if word.pos == "VERB" and word.dep != "amod":
            closes = words[place + 1].folded in (".", ",", ";")  # "one person involved in it" says nothing
            return place if place > end + 1 and closes and _is_unlisted(reading, place) else None
    return None
