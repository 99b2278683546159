"""Whose a quotation is by what stands behind it: a signature, or a reporting clause that is a sentence of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.cues import find_hits
from readout.analysis.statements.hits import Found, Hit, Phrase
from readout.analysis.statements.nouns.phrases import subject_of
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import Cue, lexicon
from readout.language.names import names

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from readout.analysis.statements.reading import Reading, Word

_DASHES = frozenset(["-", "--", "―"])
_LINE = 18  #: tokens of a line that signs
_NAME = 5  #: words of the name in it
_SMALL = 3  #: letters of a word of a name that needs no capital
_SUBJECT = 16  #: tokens before the verb of a reporting clause that is a sentence of its own
_TAIL = 8  #: tokens after it
_RUN = 12  #: passages of one quotation that a signature may stand behind


def end_of_run(readings: Sequence[Reading], number: int) -> int:
    """The passage behind the quotation that passage `number` begins with, over its paragraphs; at most a few ahead."""
    group = _first_group(readings[number])
    place = number + 1
    while place < min(len(readings), number + _RUN) and readings[place].wholly_quoted():
        if group is None or _first_group(readings[place]) != group:
            break
        place += 1
    return place


def _first_group(reading: Reading) -> int | None:
    """The group of the passage's first quotation."""
    quote = next((word.quote for word in reading.words if word.quote >= 0), -1)
    return reading.quotations[quote].group if quote >= 0 else None


def find_signature(reading: Reading) -> Found | None:
    """`— Ann Doe, head of the union`, `Ann Doe, The Gazette`: a line that only names who said what stands before it."""
    words = reading.words
    end = len(words) - 1
    while end > 0 and not words[end].is_word:
        end -= 1
    dash = words[0].folded in _DASHES
    low = int(dash)
    comma = next((at for at in range(low, end) if words[at].folded in (",", "(")), end + 1)
    name = [word for word in words[low:comma] if word.is_word]
    if end >= _LINE or not 1 + (not dash) <= len(name) <= _NAME or any(word.quote >= 0 for word in words[low:comma]):
        return None
    if not name[0].capital or not all(word.capital or len(word.folded) <= _SMALL for word in name):
        return None
    if any(word.pos in FINITE for word in words[low:comma] if not word.capital) or words[-1].folded == ":":
        return None
    if not dash and (name[0].folded.rstrip(".") not in names().first or _acts(reading, comma, end)):
        return None
    hit = Hit(0, 0, 0, "colon", "-")
    return Found(hit, (), Phrase(low, comma - 1, comma - 1, "after a dash"), "assert", "dash" if dash else "signature")


def _acts(reading: Reading, low: int, high: int) -> bool:
    return any(word.pos in FINITE and not word.folded.endswith("ing") for word in reading.words[low : high + 1])


def find_told_after(reading: Reading, used: Collection[int]) -> Found | None:
    """`"Is it over?" | Doe pressed.`, `| The mayor, Ann Doe, said on Monday.`: a sentence that only says who spoke.

    `used` are the tokens of verbs that report something in the passage.
    """
    words = reading.words
    if words[0].quote >= 0:
        return None
    for hit in find_hits(reading) if reading.parsed else ():
        if hit.kind != "verb" or hit.at > _SUBJECT or hit.at in used:
            continue
        speaker = subject_of(reading, hit) if hit.has("after") else None
        if speaker is not None and speaker.low == 0 and speaker.high < hit.low and _ends_soon(reading, hit.high + 1):
            return Found(hit, (), speaker, hit.act_in("after") or "assert", "reporting clause after")
        break
    return _by_bare_verb(reading)


def _ends_soon(reading: Reading, low: int) -> bool:
    """Whether the clause has no content: its end, a mark, or a few words of time and place come next."""
    words = reading.words
    stop = next((at for at in range(low, len(words)) if _is_border(words, low, at)), len(words))
    small = lexicon().function
    opened = stop == low or words[low].pos in ("ADP", "ADV") or words[low].folded in small["times"]
    return opened and stop - low <= _TAIL and not any(word.pos in FINITE for word in words[low:stop])


def _is_border(words: Sequence[Word], low: int, at: int) -> bool:
    """A mark, a quotation, or a relative clause: `said in a tweet | that made him famous`."""
    relative = at > low + 1 and words[at].pos == "PRON" and words[at].folded in ("that", "which", "who")
    return words[at].quote >= 0 or words[at].folded in ".,;" or relative


def _by_bare_verb(reading: Reading) -> Found | None:
    """`Doe pressed.`: a name and a verb of any kind, and nothing else before the sentence ends."""
    words = reading.words
    at = next((place for place, word in enumerate(words[: _NAME + 1]) if not word.capital), 0)
    if not at or at + 1 >= len(words) or words[at].pos not in ("VERB", "") or not words[at].folded.endswith("ed"):
        return None
    if words[at + 1].folded != ".":
        return None
    lemma = words[at].lemma or words[at].folded
    hit = Hit(at, at, at, "verb", lemma, (Cue(lemma=lemma, after=(), act="assert", frames=frozenset(["after"])),))
    return Found(hit, (), Phrase(0, at - 1, at - 1, "before"), "assert", "reporting clause after")
