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
_MADE_UP = frozenset(["bogus", "fictitious"])  #: of things as well as of what is said
_WHO, _WHAT = frozenset(["NOUN", "PROPN", "PRON"]), frozenset(["NOUN", "DET", "ADJ"])
_NO_ONE = frozenset(["no", "none", "nobody", "neither"])


def act_of(text: str, draft: Draft) -> str:
    """What the statement does; an assertion that calls something untrue is a denial."""
    if draft.act == "ask" and _asks_to_act(draft):
        return "demand"
    if draft.act == "accuse" and draft.found is not None and draft.found.hit.negated:
        return "refuse"  # "failed to condemn the attack"
    if draft.act != "assert":
        return draft.act
    if _is_withheld(draft):
        return "refuse"
    found = sum(len(lexicon().denials.findall(fold(text[start:end]))) for start, end in draft.content)
    return "deny" if found > (_of_things(draft) if found else 0) else "assert"


def _of_things(draft: Draft) -> int:
    """How many of such words only tell what a thing is: `a bogus website` denies nothing, `a bogus claim` does."""
    words, known = draft.reading.words, lexicon()
    inside = [word for word in words if any(start <= word.start < end for start, end in draft.content)]
    nouns = [words[word.head].folded for word in inside if word.folded in _MADE_UP and word.dep == "amod"]
    said = known.nouns.keys() | known.people["paper"]
    things = sum(noun not in said and noun.removesuffix("s") not in said for noun in nouns)
    acts = (
        one.pos in _WHO and two.folded == "fabricated" and three.pos in _WHAT
        for one, two, three in zip(inside, inside[1:], inside[2:], strict=False)
    )
    return things + sum(acts)  # "a lawyer who fabricated evidence"


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
