"""The borders of a speaker's phrase made whole: brackets, titles, dates, and lists of names that the parse cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.hits import Phrase
from readout.analysis.statements.nouns.noun_phrases import around
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading
_NOBODY = frozenset(["it", "there", "this", "that", "what"])
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def tidied(reading: Reading, hit: Hit, found: Phrase) -> Phrase:
    """The phrase without a date before it ("on March 26 | the mayor"), and with its bracket to the end: `(R-Ohio)`."""
    words = reading.words
    found = _who_is_so(reading, hit, found)
    if found.low < found.high and words[found.high].folded in ("who", "which"):  # "a senior who told"
        found = Phrase(found.low, found.high - 1, min(found.head, found.high - 1), found.how)
    low, high = found.low, found.high
    if words[low].folded in lexicon().function["times"] and words[low + 1].folded.isdecimal() and low + 2 <= found.head:
        low += 2
    if words[low].pos == "ADP" and words[low].quote < 0:  # "During the talks, two officials"
        low = max((at + 1 for at in range(low, found.head) if words[at].folded == ","), default=low)
    if found.head < hit.low:
        high = min(high, hit.low - 1)
    high = _without_tail(reading, found.head, high)
    if high - 1 > found.head and words[high - 1].folded == "," and words[high].folded.endswith("ed"):
        high -= 2  # "a complaint, filed"
    opened = next((at for at in range(high, found.head, -1) if words[at].folded in ("(", ")")), None)
    if opened is not None and words[opened].folded == "(":
        end = next((at for at in range(high + 1, min(high + 6, len(words))) if words[at].folded == ")"), None)
        high = opened - 1 if end is None or high < hit.low <= end else end
    return found if (low, high) == (found.low, found.high) else Phrase(low, high, found.head, found.how)


def _who_is_so(reading: Reading, hit: Hit, found: Phrase) -> Phrase:
    """`companies are quick to point out that`: the ones who are quick, where the parse gives "quick"."""
    subject = reading.child(found.head, "nsubj") if reading.words[found.head].pos == "ADJ" else None
    if subject is None or not subject < found.head < hit.low or reading.words[subject].folded in _NOBODY:
        return found
    if reading.child(found.head, "cop") is None:
        return found  # "the labour inspectorate", taken for an adjective
    return around(reading, subject, found.head, "subject") or found


def _without_tail(reading: Reading, head: int, high: int) -> int:
    """`the mayor last month`, `the mayor and`: words of time and links at its end are not the phrase's."""
    words = reading.words
    while high > head:
        folded = words[high].folded
        timed = folded in lexicon().function["times"] or folded in (
            "last",
            "this",
            "and",
            "but",
            "or",
            "on",
            "from",
            "in",
        )
        if not timed or words[high].capital != (folded in _DAYS):
            break
        high -= 1
    return high


def first_of_list(reading: Reading, low: int) -> int:
    """`Doe, Keller, and | Okafor`: where a list of names begins that the parse gives the last of."""
    words = reading.words
    joined = low - 1 if words[low - 1].folded in ("and", "&") else -1
    if joined < 1 or words[low].pos != "PROPN" or words[joined].quote >= 0:
        return low
    at, found = joined, low
    while at > 0:
        at -= words[at - 1].folded == ","
        first = at
        while first > 0 and words[first - 1].pos == "PROPN" and words[first - 1].capital:
            first -= 1
        if first == at:
            return low  # what stands there is no name
        found = first
        if first < 2 or words[first - 1].folded != ",":
            break
        at = first
    opens = found == 0 or words[found - 1].folded in (",", ":", "and", "but", "that") or words[found - 1].quote >= 0
    return found if opens else low
