"""The noun phrase around a word of the parse, and the one after "by"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.hits import Phrase
from readout.language.lexicon import form_of, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.reading import Reading, Word

_LONGEST = 40  #: tokens a noun phrase may have


def agent_of(reading: Reading, at: int) -> int | None:
    """The noun after "by" that depends on the verb at `at`."""
    for kid in reading.kids[at]:
        dep = reading.words[kid].dep
        if dep == "obl:agent" or (dep.startswith("obl") and kid > at):
            case = reading.child(kid, "case")
            passive = reading.child(at, "nsubj:pass", "aux:pass") is not None
            passive = passive or (reading.words[at].dep == "acl" and form_of(reading.words[at].folded) == "past")
            if case is not None and reading.words[case].folded == "by" and passive:
                return kid
    return None


def around(reading: Reading, head: int, cue: int, how: str) -> Phrase | None:
    """The phrase around `head` on its side of the cue, without clauses and marks at its borders."""
    words = reading.words
    low, high = reading.left[head], reading.right[head]
    if head < cue:
        high = min(high, cue - 1)
    else:
        low = max(low, cue + 1)
    low, high = max(low, head - _LONGEST), min(high, head + _LONGEST)
    low = max([low, *(place + 1 for place in range(low, head) if words[place].folded in (":", ";"))])
    for kid in reading.kids[head]:
        dep = words[kid].dep
        if kid > head and (
            words[reading.left[kid]].folded == "as" or dep.startswith(("acl:relcl", "parataxis", "advcl", "ccomp"))
        ):
            high = min(high, reading.left[kid] - 1)
        elif kid < head and dep in ("case", "mark", "cc", "punct"):
            low = max(low, kid + 1)
    while low > 0 and _goes_before(words, low):
        low -= 1
    while low > 1 and words[low - 1].folded == "‐" and low - 2 > (cue if head > cue else -1):
        low -= 2  # "Tarn-Keller", cut by the parse
    high = _before_clause(reading, head, high)
    while high > head and not words[high].is_word:
        high -= 1
    while low < head and (not words[low].is_word or words[low].folded in ("when", "while", "because", "if", "unlike")):
        low += 1
    if head < cue:
        high = _without_trailing(reading, head, high)
    return Phrase(low, high, head, how) if low <= head <= high else None


def _goes_before(words: Sequence[Word], low: int) -> bool:
    """`Elm Harbour Foods`: whether the name that begins at `low` begins a word earlier."""
    both = words[low].pos == words[low - 1].pos == "PROPN" and words[low].capital and words[low - 1].capital
    return (
        both and words[low - 1].folded not in lexicon().function["times"] and words[low].quote == words[low - 1].quote
    )


def _before_clause(reading: Reading, head: int, high: int) -> int:
    """The phrase's end before a clause that the parse hung deep in it: `the mayor, as the crowd cheered`."""
    words = reading.words
    for place in range(head + 1, high):
        after = words[place + 1].folded
        if words[place].folded == "," and after in ("as", "when", "while", "after", "before", "even", "but"):
            return place - 1
    return high


def _without_trailing(reading: Reading, head: int, high: int) -> int:
    """Auxiliaries and adverbs of the cue are not part of the phrase."""
    small = lexicon().helping
    while high > head and (reading.words[high].folded in small or not reading.words[high].is_word):
        high -= 1
    return high
