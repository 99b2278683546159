"""What a statement does: asserts, denies, asks, demands, refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.openings import WH
from readout.language.lexicon import lexicon
from readout.text.fold import fold

if TYPE_CHECKING:
    from readout.analysis.statements.drafts import Draft

_TO_VERB = 3  #: tokens behind "to" among which its verb stands: `to no longer bring`
_FIRST = 8  #: tokens of a content among which "to" makes it a request
_NO_ONE = frozenset(["no", "none", "nobody", "neither"])


def act_of(text: str, draft: Draft) -> str:
    """What the statement does; an assertion that calls something untrue is a denial."""
    if draft.act == "ask" and _asks_to_act(draft):
        return "demand"
    if draft.act != "assert":
        return draft.act
    if _is_withheld(draft):
        return "refuse"
    denies = any(lexicon().denials.search(fold(text[start:end])) for start, end in draft.content)
    return "deny" if denies else "assert"


def _asks_to_act(draft: Draft) -> bool:
    """`asked the crowd to join her`: a request and no question."""
    found = draft.found
    if found is None or found.rule != "clause after" or not found.content:
        return False
    words = draft.reading.words[found.content[0][0] : found.content[0][1] + 1]
    if words[0].folded in WH or words[0].quote >= 0 or any(word.folded in ("?", "whether", "if") for word in words):
        return False
    return any(
        word.folded == "to" and any(after.pos == "VERB" for after in words[at + 1 : at + 1 + _TO_VERB])
        for at, word in enumerate(words[:_FIRST])
    )


def _is_withheld(draft: Draft) -> bool:
    """`would not say whether it knew`, `none of the banks said ...`: they let it be unsaid."""
    found, words = draft.found, draft.reading.words
    if found is None or found.hit.kind != "verb":
        return False
    speaker = found.speaker
    return found.hit.negated or (speaker is not None and words[speaker.low].folded in _NO_ONE)
