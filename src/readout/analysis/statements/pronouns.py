"""Whom a pronoun points at: by recency, gender, and who spoke or acted last, outside quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.language.lexicon import lexicon
from readout.text.fold import fold
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.cast import Cast, Member, Mention
    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.reading import Reading

_NEAR = 1500  #: characters in which a pronoun looks for its person
_RECENT = 700  #: characters in which the last speaker is still the likeliest
_BORDER = re.compile(r"[.!?][\"”’')]*\s|\n")


def person_of_pronoun(
    reading: Reading, at: int, cast: Cast, earlier: Sequence[Draft], base: str = ""
) -> tuple[str | None, str, str]:
    """The canonical name, the reason, and the description of an unnamed one, for the pronoun at token `at`."""
    word = reading.words[at]
    base = base or lexicon().pronouns[word.folded]
    if base == "we":
        return None, "the speaker or the outlet itself", ""
    last = earlier[-1] if earlier else None
    if base in ("they", "it") and last is not None and _is_near(last, word.start):
        fits = _is_plural(last.description) if base == "they" else last.description or not _is_person(last, cast)
        if fits:
            return last.speaker, f"“{word.folded}” points at the last speaker", last.description
    near = [
        mention for mention in cast.before(word.start, _NEAR) if not mention.quoted and _agrees(mention.member, base)
    ]
    if not near:
        if last is not None and last.description and base in ("he", "she") and _is_near(last, word.start):
            return last.speaker, f"“{word.folded}” points at the last speaker", last.description
        return None, f"nobody before “{word.folded}” fits", ""
    newest = _newest_sentence(reading.text, near)
    leading = newest[-1]
    speaker = next((m.member for m in near if last is not None and m.member.name == last.speaker), None)
    if speaker is not None and last is not None and _is_near(last, word.start):
        since = [m for m in newest if m.start > last.cue[0][0] and m.member is not speaker]
        if not since or not _opens_sentence(reading.text, leading):
            return speaker.name, f"“{word.folded}” points at the last speaker", ""
    return leading.member.name, f"“{word.folded}” points at the person named before", ""


def _is_plural(description: str) -> bool:
    """Whether "they" may stand for the one described: several people, or a body."""
    people = lexicon().people
    words = re.split(r" (?:of|for|at|in|on|from|who|with) ", fold(description))[0].split()
    head = words[-1] if words else ""
    return head.endswith("s") or head in people["group"] or head in people["body"]


def _is_near(draft: Draft, at: int) -> bool:
    return bool(draft.cue) and 0 <= at - draft.cue[0][0] <= _RECENT


def _is_person(draft: Draft, cast: Cast) -> bool:
    return any(member.is_person and member.name == draft.speaker for member in cast.members)


def _newest_sentence(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in the nearest sentence that has any, the last one first; `mentions` come nearest first."""
    group = [mentions[0]]
    for mention in mentions[1:]:
        if _BORDER.search(text, mention.end, group[-1].start):
            break
        group.append(mention)
    return group


def _opens_sentence(text: str, mention: Mention) -> bool:
    """Whether the mention stands near its sentence's beginning, as a subject does."""
    before = text[max(0, mention.start - 60) : mention.start]
    borders = [match.end() for match in _BORDER.finditer(before)]
    if not borders and mention.start >= 60:
        return False
    between = fold(before[borders[-1] if borders else 0 :])
    return not any(word in lexicon().verbs or word == "that" for word in between.split())


def _agrees(member: Member, base: str) -> bool:
    if base in ("he", "she"):
        return member.is_person and member.gender in ("", base)
    if base == "they":
        return False
    if base == "who":
        return member.entity.kind is not EntityKind.OTHER
    return member.entity.kind is EntityKind.ORGANISATION
