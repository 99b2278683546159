"""One canonical speaker for every statement, with the reason; none where two candidates remain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.language.lexicon import lexicon
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.assembly import Draft
    from readout.analysis.statements.cast import Cast, Member, Mention
    from readout.analysis.statements.phrases import Phrase
    from readout.analysis.statements.reading import Reading

_NEAR = 1500  #: characters in which a pronoun looks for its person
_CORE_ENDS = frozenset(
    ["of", "for", "at", "who", "close", "familiar", "with", "in", "from", "on", "to", "near", "said"]
)
_LEADING = re.compile(r"^(?:the|a|an|one|another)\s+", re.IGNORECASE)


def name_speakers(drafts: Sequence[Draft], cast: Cast) -> None:
    """Set `speaker`, `why` and `description` of the drafts, which stand in the order of their speakers' mentions."""
    earlier: list[Draft] = []
    for draft in sorted(drafts, key=lambda item: (item.cue or item.content)[0]):
        if draft.inherits is not None or draft.found is None or draft.found.speaker is None:
            continue
        draft.speaker, draft.why, draft.description = _resolve(draft.reading, draft.found.speaker, cast, earlier[-3:])
        if draft.speaker is not None:
            earlier.append(draft)
    for draft in drafts:
        if draft.inherits is not None:
            origin = draft.inherits
            draft.speaker, draft.description = origin.speaker, origin.description
            draft.why = "the quotation goes on from the speaker before it"


def _resolve(reading: Reading, phrase: Phrase, cast: Cast, earlier: Sequence[Draft]) -> tuple[str | None, str, str]:
    """The canonical name for a phrase, the reason, and the description of an unnamed one."""
    head = reading.words[phrase.head]
    start, end = reading.characters(phrase.low, phrase.high)
    if phrase.low == phrase.high and head.folded in lexicon().pronouns:
        return _by_pronoun(reading, phrase, cast, earlier)
    member = _named(reading, phrase, cast)
    if member is not None:
        return member.name, f"named: {reading.text[start:end].strip()}"[:80], ""
    found = _by_role(reading, phrase, cast)
    if found is not None:
        return found[0], found[1], ""
    description = _LEADING.sub("", " ".join(reading.text[start:end].split()))
    return description, "described, not named", description


def _core_end(reading: Reading, phrase: Phrase) -> int:
    """The last token of the phrase before a comma, "of", "for", "close to" ..."""
    for place in range(phrase.low + 1, phrase.high + 1):
        word = reading.words[place]
        if word.folded in _CORE_ENDS or word.folded in (",", "(", "-", "--"):
            return place - 1
    return phrase.high


def _named(reading: Reading, phrase: Phrase, cast: Cast) -> Member | None:
    """The member that the phrase names: in its core, not as a possessor or after "of"; or in apposition."""
    words = reading.words
    last = _core_end(reading, phrase)
    start, end = reading.characters(phrase.low, last)
    mentions = cast.within(start, end)
    people = lexicon().people
    own = [mention for mention in mentions if not reading.text.startswith(("'", "’"), mention.end)]
    persons = [mention for mention in own if mention.member.is_person]
    if persons:
        return persons[-1].member
    head_word = words[min(phrase.head, last)].folded
    if last < phrase.high and words[last + 1].folded == ",":
        whole = cast.within(*reading.characters(last + 1, phrase.high))
        beside = [m for m in whole if m.member.is_person and m.start <= words[min(last + 2, phrase.high)].start + 40]
        if beside and head_word in people["person"]:
            return beside[0].member
    others = [mention for mention in own if mention.member.entity.kind is not EntityKind.PERSON]
    fits = others and (others[-1].end >= end - 1 or head_word in people["paper"] or head_word in people["body"])
    if fits and head_word not in people["person"] and head_word not in people["group"]:
        return others[-1].member
    if head_word in people["paper"]:
        inside = cast.within(*reading.characters(phrase.low, phrase.high))
        bodies = [mention for mention in inside if mention.member.entity.kind is EntityKind.ORGANISATION]
        return bodies[-1].member if bodies else None
    return None


def _by_pronoun(reading: Reading, phrase: Phrase, cast: Cast, earlier: Sequence[Draft]) -> tuple[str | None, str, str]:
    """The person or body a pronoun points at: by recency, gender and who spoke or acted last, outside quotations."""
    word = reading.words[phrase.head]
    base = lexicon().pronouns[word.folded]
    if base == "we":
        return None, "the speaker or the outlet itself", ""
    near = [mention for mention in cast.before(word.start, _NEAR) if not mention.quoted]
    fits = [mention for mention in near if _agrees(mention.member, base)]
    if not fits:
        last = earlier[-1] if earlier else None
        if last is not None and last.description:
            return last.speaker, f"“{word.folded}” points at the last speaker", last.description
        return None, f"nobody before “{word.folded}” fits", ""
    speakers = {draft.speaker for draft in earlier[-3:]}
    newest = _newest_group(reading.text, fits)
    for mention in newest:
        if mention.member.name in speakers:
            return mention.member.name, f"“{word.folded}” points at the last speaker", ""
    return newest[-1].member.name, f"“{word.folded}” points at the person named before", ""


def _newest_group(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions in the nearest sentence that has any, the last one first."""
    first = mentions[0]
    group = [first]
    for mention in mentions[1:]:
        if re.search(r"[.!?]\s", text[mention.end : first.start]):
            break
        group.append(mention)
    return group


def _agrees(member: Member, base: str) -> bool:
    if base in ("he", "she"):
        return member.is_person and member.gender in ("", base)
    if base == "who":
        return member.entity.kind is not EntityKind.OTHER
    return not member.is_person and member.entity.kind is EntityKind.ORGANISATION


def _by_role(reading: Reading, phrase: Phrase, cast: Cast) -> tuple[str | None, str] | None:
    """`the minister`, `the French leader`, `the ministry`, `the statement`: whoever the article says is that."""
    words = reading.words
    last = _core_end(reading, phrase)
    head = words[min(phrase.head, last)].folded
    if words[phrase.low].folded not in ("the", "this", "his", "her", "their", "its") and head != "president":
        return None
    modifiers = {word.folded for word in words[phrase.low : last + 1] if word.is_word}
    modifiers -= lexicon().function["determiners"] | {head}
    people = lexicon().people
    at = words[phrase.low].start
    if head in people["person"]:
        holders = cast.in_role(head, modifiers)
        names = {member.name for member in holders}
        if len(names) == 1:
            return holders[0].name, f"the only {head} in the article"
        if len(names) > 1:
            for mention in cast.before(at, _NEAR):
                if mention.member in holders and not mention.quoted:
                    return mention.member.name, f"the {head} named last"
            return None, f"more than one {head}"
    if head in people["body"]:
        known = [mention for mention in cast.bodies({head} | modifiers) if mention.start < at]
        if known:
            return known[-1].member.name, f"the {head} named last"
    return None
