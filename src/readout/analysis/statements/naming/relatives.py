"""The relative pronoun through which a clause is its antecedent's: `the weavers, **who** say that ...`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.analysis.statements.drafts import Draft

_PRONOUNS = frozenset(["who", "which", "that"])
_CLIMB = 8  #: heads from a reporting word up to the verb of its relative clause


def relative_pronoun(draft: Draft) -> tuple[int, int] | None:
    """The characters of the relative pronoun behind the speaker's words if it is the subject of what reports.

    It belongs to the words that name the speaker as `she` does: it is what ties the verb to them. Needs a parse.
    """
    found, reading = draft.found, draft.reading
    if found is None or not draft.named or not reading.parsed:
        return None
    words = reading.words
    at = bisect_left(words, draft.named[-1][1], key=lambda word: word.start)
    at += at < len(words) and words[at].folded == ","
    if at >= found.hit.at or words[at].folded not in _PRONOUNS or not words[at].dep.startswith("nsubj"):
        return None
    above = found.hit.at
    for _ in range(_CLIMB):
        if above == words[at].head:
            return words[at].start, words[at].end
        if words[above].dep.startswith("advcl") and words[above - 1].folded == ",":  # "who led the talks, refusing"
            return None
        above = words[above].head
    return None
