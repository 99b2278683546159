"""The edges of a content: never inside a word, with no bracket left open, and without the words of its speaker."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading

_EDGE = " \t\r\n\u00a0,.;:-–—"
_THAT_IS = (" i.e", " e.g")  #: leads to what the sentence goes on with
_HYPHENS = "-‐‑"
_LONGEST_WORD = 40


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Without white space and marks at the edges, but with the quotation marks and what they enclose."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE + "([":
        end -= 1
    if text.endswith(_THAT_IS, start, end):
        end -= len(_THAT_IS[0])
        while end > start and text[end - 1] in _EDGE:
            end -= 1
    start, end = _whole_words(text, start, end)
    if end - start > 1 and text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end):
        end -= 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
    return (start, end) if any(character.isalnum() for character in text[start:end]) else None


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """`12 per cent year | -on-year`, `then- | Mayor Weiss`: a word that a hyphen joins is not cut."""
    if start >= end:
        return start, end
    if end + 1 < len(text) and text[end] in _HYPHENS and text[end - 1].isalnum() and text[end + 1].isalnum():
        limit = min(len(text), end + _LONGEST_WORD)
        while end < limit and (text[end].isalnum() or text[end] in _HYPHENS):
            end += 1
    if start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum() and text[start].isalnum():
        limit = max(0, start - _LONGEST_WORD)
        while start > limit and (text[start - 1].isalnum() or text[start - 1] in _HYPHENS):
            start -= 1
    return start, end


def without_speaker(reading: Reading, found: Found) -> Found | None:
    """The report whose content leaves out the words that name its speaker; None where the speaker is what is said."""
    speaker = found.speaker
    if speaker is None or not any(low <= speaker.head <= high for low, high in found.content):
        return found
    before = reading.words[speaker.low - 1]
    quoted = before.quote >= 0 and reading.words[speaker.low].quote < 0
    opens = before.folded == "," or quoted  # "Conceding that it was late, Weiss said"
    if found.group is None and speaker.low > found.hit.at and not opens:
        return None  # "blasted a politician who revels in it": who speaks is not what is said
    pieces = []
    for low, high in found.content:
        if opens and low < speaker.low <= high and found.group is None:
            high = speaker.low - 1
        elif low == speaker.low:
            low = speaker.high + 1
        elif low <= speaker.low and speaker.high == high:
            high = speaker.low - 1
        if any(word.is_word for word in reading.words[low : high + 1]):
            pieces.append((low, high))
    return replace(found, content=tuple(pieces)) if pieces else None
