"""Reports that a phrase with "in" makes: `In a new poll, ...`, `..., in her view`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.hits import Found, Hit, Phrase
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.reading import Reading

_LONGEST = 14  #: tokens from "in" to the noun
_MARKS = frozenset([",", ".", ";", "(", "-", "--"])


def find_views(reading: Reading) -> Iterator[Found]:
    """The reports of a passage that such a phrase makes, at its beginning or its end; in order."""
    views, polls = lexicon().function["views"], lexicon().function["polls"]
    words = reading.words
    if reading.forms.isdisjoint(views) and reading.forms.isdisjoint(polls):
        return
    for at, word in enumerate(words):
        if word.folded not in views and word.folded not in polls:
            continue
        if word.quote >= 0 or word.pos not in ("NOUN", "PROPN", ""):
            continue
        low = _opening(reading, at)
        if low is None:
            continue
        speaker = _owner(reading, low, at) if word.folded in views else Phrase(low + 1, at, at, "in")
        content = _content(reading, low, at, word.folded in views)
        if speaker is not None and content is not None:
            act = "assert" if word.folded in polls else "believe"
            hit = Hit(low, low, low if word.folded in polls else at, "pointer", "in", act=act)
            yield Found(hit, (content,), speaker, act, "in a view", (low, at))


def _opening(reading: Reading, noun: int) -> int | None:
    """The "in" that the noun belongs to, with no verb and no mark between."""
    words = reading.words
    for place in range(noun - 1, max(-1, noun - _LONGEST), -1):
        if words[place].folded == "in" and words[place].quote < 0:
            return place if place + 1 < noun else None
        if words[place].folded in _MARKS or words[place].quote >= 0 or words[place].pos in FINITE:
            return None
    return None


def _owner(reading: Reading, low: int, noun: int) -> Phrase | None:
    """Whose view it is: `her`, `the board's`; "my view" is the writer's."""
    words = reading.words
    own = noun - 1
    if words[own].folded in ("his", "her", "their", "its") and own == low + 1:
        return Phrase(own, own, own, "possessor")
    return Phrase(low + 1, own - 1, own - 1, "possessor") if words[own].folded == "'s" and own > low + 1 else None


def _content(reading: Reading, low: int, noun: int, owned: bool) -> tuple[int, int] | None:
    """What follows the phrase that opens a passage, or what stands before one that closes it."""
    words = reading.words
    last = len(words) - 1
    after = noun + 1
    if not any(word.is_word for word in words[:low]):
        if after + 1 >= last or words[after].folded != ",":
            return None
        if words[after + 1].folded.endswith("ed"):  # "In a poll, conducted in May, ..."
            after = next((place for place in range(after + 1, last) if words[place].folded == ","), last)
        return (after + 1, last) if after < last else None
    ends = after > last or not any(word.is_word for word in words[after:])
    parted = words[low - 1].folded == "," and words[low - 1].quote < 0
    named = any(word.capital for word in words[low + 1 : noun]) and not words[noun].folded.endswith("s")
    return (0, low - 1) if ends and (parted if owned else named) else None
