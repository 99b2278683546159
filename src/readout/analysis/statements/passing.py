"""Reports inside reports: which of them stay, and who passed them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.reading import Word


def passes_on(draft: Draft, outer: Sequence[Draft]) -> bool:
    """Whether a report inside another is one of its own: someone else, who is named, says it there.

    What a person says of others ("she said voters think ...") is that person's claim; what a body's statement says of
    its minister is the minister's statement, passed on.
    """
    found = draft.found
    if found is None or found.speaker is None or found.hit.kind != "verb" or not found.hit.has("quote"):
        return False
    if any(draft.named == other.named for other in outer):
        return False
    words = draft.reading.words
    speaker = words[found.speaker.low : found.speaker.high + 1]
    personal = len(speaker) == 1 and speaker[0].folded in ("him", "her")
    if not any(_is_name(word) for word in speaker) and not _official(draft) and not personal:
        return False
    if not found.hit.has("after") and not any(is_document(other) for other in outer):
        return False
    return found.speaker.how in ("subject", "shared subject", "object", "before", "after the quotation")


def _is_name(word: Word) -> bool:
    """A capitalised word that names someone, also where the tagger took it for a noun."""
    if not word.capital:
        return False
    common = word.folded.endswith("s") or word.folded in lexicon().speakers
    return word.pos in ("PROPN", "") or (word.pos == "NOUN" and not common)


def _official(draft: Draft) -> bool:
    """Whether the speaker is a role with an article: "the minister"."""
    named = draft.found.speaker if draft.found is not None else None
    if named is None:
        return False
    words = draft.reading.words
    return words[named.low].folded == "the" and words[named.head].folded in lexicon().people["person"]


def is_document(draft: Draft) -> bool:
    """Whether a statement is a body's or a paper's: "a ministry statement", "the ministry", "a readout from ..."."""
    named = draft.found.speaker if draft.found is not None else None
    if named is None:
        return False
    people = lexicon().people
    words = {word.folded for word in draft.reading.words[named.low : named.high + 1]}
    return not (words.isdisjoint(people["body"]) and words.isdisjoint(people["paper"]))


def speaks_for_others(draft: Draft) -> bool:
    """Whether the quoted words of a statement may report what others said: a body's or a paper's do."""
    return is_document(draft) and _has_quoted_content(draft)


def _has_quoted_content(draft: Draft) -> bool:
    found = draft.found
    if found is None:
        return False
    words = draft.reading.words
    return any(words[place].quote >= 0 for low, high in found.content for place in range(low, high + 1))


def pass_on(drafts: Sequence[Draft]) -> None:
    """Set `via`: the speakers of the statements that a statement's cue stands in, innermost first."""
    spans = sorted((start, end, index) for index, draft in enumerate(drafts) for start, end in draft.content)
    reach: list[tuple[int, int, int]] = []
    at = 0
    order = sorted((draft.cue[0][0], index) for index, draft in enumerate(drafts) if draft.cue)
    for cue, index in order:
        while at < len(spans) and spans[at][0] <= cue:
            reach.append(spans[at])
            at += 1
        reach = [span for span in reach if span[1] > cue]
        text = drafts[index].reading.text
        around = sorted(
            (end - start, other)
            for start, end, other in reach
            if other != index and text.count("(", start, cue) <= text.count(")", start, cue)
        )  # what is said in brackets is not part of what was said around them
        names = [drafts[other].speaker for _, other in around]
        drafts[index].via = tuple(dict.fromkeys(name for name in names if name and name != drafts[index].speaker))
