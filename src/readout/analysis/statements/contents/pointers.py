"""`according to X` before, inside or after what X says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.rest import adds_nothing, runs_on
from readout.analysis.statements.hits import Found
from readout.analysis.statements.nouns.phrases import subject_of
from readout.analysis.statements.reading import FINITE

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading

_APPOSITION = 14  #: tokens of what a speaker is said to be


def pointer_tail(reading: Reading, hit: Hit) -> Found | None:
    """`according to X`: the content is the rest of its sentence."""
    speaker = subject_of(reading, hit)
    words = reading.words
    if speaker is None or words[hit.at].quote >= 0:
        return None
    if not any(word.is_word for word in words[: hit.low]):
        low = _after_opening(reading, speaker.high + 1)
        content = (low, len(words) - 1) if low is not None else None
    else:
        content = (0, hit.low - 1)
    if content is None:
        return None
    ranges = [content]
    if content[0] == 0:
        after = speaker.high + 1
        while after < len(words) and words[after].folded not in (",", ".", ";"):
            after += 1
        after = _past_apposition(reading, after)
        more = runs_on(reading, hit, after) if after < len(words) else None
        if more is not None and adds_nothing(reading, content, more):
            more = None
        if more is not None and words[max(0, hit.low - 1)].folded == ",":
            ranges.append(more)
    return Found(hit, tuple(ranges), speaker, hit.act, "according to", (hit.low, speaker.high))


def _past_apposition(reading: Reading, comma: int) -> int:
    """`according to the Port Institute, a research group, | clerks ...`: the comma behind what the speaker is."""
    words = reading.words
    if comma + 2 >= len(words) or words[comma].folded != "," or words[comma + 1].folded not in ("a", "an", "the"):
        return comma
    for place in range(comma + 2, min(comma + _APPOSITION, len(words) - 1)):
        if words[place].pos in FINITE or words[place].folded in (".", ";", ":") or words[place].quote >= 0:
            return comma
        if words[place].folded == ",":
            return place
    return comma


def _after_opening(reading: Reading, at: int) -> int | None:
    """The token after the comma that ends an opening `According to X,`."""
    for place in range(at, min(len(reading.words), at + 40)):
        if reading.words[place].folded == "," and reading.words[place].quote < 0:
            return place + 1 if place + 1 < len(reading.words) else None
    return None
