"""Quoted words that no report of their sentence holds: the rest of what the report before them says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import grown
from readout.analysis.statements.contents.titles import end_of_quotation, is_title
from readout.analysis.statements.leftover import looks_titled
from readout.analysis.statements.reading import CLOSING, FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.reading import Reading

_ENDS = frozenset([".", "!", "?", ";", ":"])
_GOES_ON = frozenset(["that", "and", "but", "or", "while", "because"])  #: what leads on behind a reporting clause
_FARTHEST = 40  #: tokens between a content and the quoted words that go on with it
_JOINING = frozenset([",", "and", "but", "or", "-", "--"])
_OPENING = frozenset(["that", "because", "if", "where", "when", "as"])  #: what opens a clause of the content
_LEAVING = frozenset(["while", "although", "though", "after", "before", "since"])
_RELATIVE = frozenset(["who", "which", "that", "where", "whose", "whom"])
_LONGEST_SUBJECT = 6  #: tokens before the head of the subject of a clause apart


def join_quoted_rest(readings: Sequence[Reading], drafts: Sequence[Draft]) -> None:
    """Let contents go on to the quoted words behind them in their sentence that no report holds.

    `criticised those who tried to help, hitting "their misdirected compassion"`, `X said, but "we do not ask them"`:
    an annotator, like a reader, takes such words for the same person's. Needs a parse.
    """
    here: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.found is not None:
            here.setdefault(draft.number, []).append(draft)
    for number, found in here.items():
        reading = readings[number]
        if reading.parsed and reading.quoted and not reading.headline:
            for low, high in _loose(reading, found):
                _join(reading, found, low, high)


def _loose(reading: Reading, found: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """The tokens of each quotation that no content, cue or speaker of the passage touches, titles left out."""
    at, words = 0, reading.words
    while at < len(words):
        if words[at].quote < 0:
            at += 1
            continue
        high = end_of_quotation(reading, at)
        start, end = reading.characters(at, high)
        spans = (span for draft in found for span in (*draft.content, *draft.cue, *draft.named))
        if not any(low < end and start < stop for low, stop in spans) and not _is_name(reading, at, high):
            yield at, high
        at = high + 1


def _is_name(reading: Reading, low: int, high: int) -> bool:
    """Whether the quotation is a title."""
    return is_title(reading, low) or looks_titled(reading, low, high)


def _join(reading: Reading, found: Sequence[Draft], low: int, high: int) -> None:
    """Add the quotation at tokens `[low, high]`, with what stands before it, to the report that ends last before."""
    words = reading.words
    start = words[low].start
    before = [(_end(draft), number) for number, draft in enumerate(found) if _end(draft) <= start]
    if not before:
        return
    end, number = max(before)
    draft = found[number]
    first = next(place for place, word in enumerate(words) if word.start >= end)
    if low - first > _FARTHEST or _is_parted(reading, first, low) or draft.found is None:
        return
    begin: int | None = draft.content[-1][1]
    if draft.found.group is not None:
        begin = _begin_of_rest(reading, first, low)
    if begin is None or _acts_apart(reading, first, low, apart=draft.found.group is not None):
        return
    last = high if _closes(reading, high) else grown(reading, draft.found.hit, high)
    draft.content.append((begin, words[last].end))


def _end(draft: Draft) -> int:
    """Where a report ends in the text, its cue and speaker included."""
    return max(stop for _, stop in (*draft.content, *draft.cue, *draft.named))


def _is_parted(reading: Reading, first: int, low: int) -> bool:
    """Whether a sentence ends between a content and the quotation."""
    words = reading.words
    if first and words[first - 1].quote >= 0 and any(word.folded in ".!?" for word in words[max(0, first - 2) : first]):
        return True
    return any(word.folded in _ENDS and word.quote < 0 for word in words[first:low])


def _acts_apart(reading: Reading, first: int, low: int, *, apart: bool) -> bool:
    """Whether a clause of its own stands between: `, she came under fire over her "..."`, `and ranked her as "..."`."""
    words = reading.words
    for place in range(first, low):
        word = words[place]
        if word.folded in _LEAVING and (place > first + 1 or not apart):
            return True
        if word.folded not in _JOINING:
            continue
        after = place + 1 + (words[place + 1].folded in _JOINING or words[place + 1].pos == "ADV")
        if after < low and words[after].pos in FINITE and not words[after].folded.endswith("ing"):
            return place > first or words[place].folded != ","
        if _clause_begins(reading, after, low):
            return True
    return False


def _clause_begins(reading: Reading, at: int, low: int) -> bool:
    """Whether a subject and its verb stand at token `at`, before the quotation."""
    words = reading.words
    while at < low and words[at].pos in ("ADP", "ADV", "SCONJ") and words[at].folded not in _OPENING:
        at += 1
    subject = next((place for place in range(at, low) if words[place].dep.startswith("nsubj")), None)
    if (
        subject is None
        or subject > at + _LONGEST_SUBJECT
        or any(w.folded in _RELATIVE for w in words[at : subject + 1])
    ):
        return False
    verb = words[subject].head
    return subject < verb < low and words[verb].pos in FINITE


def _begin_of_rest(reading: Reading, first: int, low: int) -> int | None:
    """Where the rest begins behind a reporting clause: at "that", or behind the comma that ends the clause."""
    words = reading.words
    that = next((place for place in range(first, low) if words[place].folded == "that"), None)
    if that is not None:
        return words[that].start
    if words[first].folded not in _JOINING or first + 1 > low:
        return None
    first += not words[first].is_word
    conjunction = first < low and words[first].folded in _GOES_ON
    acting = any(word.pos in FINITE for word in words[first + (not conjunction) : low])
    return None if acting else words[first].start


def _closes(reading: Reading, high: int) -> bool:
    return any(word.folded in CLOSING for word in reading.words[high - 1 : high + 1])
