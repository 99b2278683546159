"""What the outlet adds after a content: `said he would stay, a promise he broke`, `, even as polls showed`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import is_supposed
from readout.analysis.statements.reading import FINITE

if TYPE_CHECKING:
    from readout.analysis.statements.reading import Reading

_ARTICLES = frozenset(["a", "an", "another"])
_ACTORS = frozenset(["he", "she", "they", "it", "we"])
_MARKS = frozenset([",", "-", "--", ";", ":"])
_BEFORE_NOUNS = frozenset(["amod", "compound", "acl"])
_RELATIVE = frozenset(["that", "which", "who", "where", "whose"])


def before_comment(reading: Reading, low: int, high: int) -> int:
    """The right border of the content `[low, high]`, moved before the outlet's comment on it if it has one.

    Only kinds of additions count that stand outside the content in most cases of PolNeAR's train part, in both halves.
    """
    words = reading.words
    for place in range(low + 1, high - 1):
        if words[place].quote < 0 and words[place].folded in _MARKS and _begins_comment(reading, low, place, high):
            return high if any(word.quote >= 0 for word in words[place + 1 : high + 1]) else place - 1
    return high


def before_aside(reading: Reading, low: int, high: int) -> int:
    """`hopes to close the port, | leaving it to others`: the right border of an infinitive before what the outlet adds.

    A participle, "while" or a relative clause after a comma, without quoted words.
    """
    words = reading.words
    for at in range(low + 1, high - 1):
        after = words[at + 1]
        if words[at].folded != "," or words[at].quote >= 0 or any(word.quote >= 0 for word in words[at : high + 1]):
            continue
        participle = after.pos == "VERB" and after.folded.endswith("ing") and after.folded != "including"
        comments = after.folded == "which" and not is_supposed(reading, at + 1) and not _goes_on(reading, at, high)
        if participle or after.folded == "while" or comments:
            return at - 1
    return high


def _begins_comment(reading: Reading, low: int, at: int, high: int) -> bool:
    """Whether the mark at `at` parts the content from something said of it, or of what it ends with."""
    words = reading.words
    after, following = words[at + 1].folded, words[at + 2].folded
    if after in _ARTICLES or (after == "one" and following in ("that", "of", "which")):
        return _sums_up(reading, at, high)
    if after in ("even", "just") and following in ("as", "though"):
        return True
    if after == "compared":
        return following in ("with", "to")
    if words[at].folded != ",":
        return False
    named = words[at - 1].pos == "PROPN"
    if after == "which" or (after in ("who", "whose") and named):
        return not is_supposed(reading, at + 1) and not _goes_on(reading, at, high)
    if after == "but":
        return following in _ACTORS or words[at + 2].pos == "PROPN"
    thing = not any(word.pos in FINITE for word in words[low:at])
    return after == "the" and named and thing and _sums_up(reading, at, high)


def _sums_up(reading: Reading, at: int, high: int) -> bool:
    """`..., a promise that he broke.`: one noun phrase up to the end, no item of a list."""
    for word in reading.words[at + 2 : high]:
        if word.folded in _RELATIVE or word.pos in FINITE:
            break
        if word.folded in ("and", "or"):
            return False
    return not _goes_on(reading, at, high)


def _goes_on(reading: Reading, at: int, high: int) -> bool:
    """Whether the clause goes on after a later comma: `Doe, who is no candidate, would ...`."""
    words = reading.words
    for place in range(at + 2, high):
        if words[place].folded not in _MARKS or words[place].quote >= 0:
            continue
        after = words[place + 1]
        if (
            after.folded in ("of", "as")
            or after.pos in ("AUX", "PART", "ADP")
            or (after.pos == "VERB" and not after.folded.endswith("ing"))
        ):
            return True
        if after.pos in ("CCONJ", "SCONJ") or after.folded in _RELATIVE or after.folded.endswith("ing"):
            continue
        for word in words[place + 1 : high + 1]:
            if word.folded in _MARKS or word.folded in _RELATIVE:
                break
            if word.pos in FINITE and word.dep not in _BEFORE_NOUNS:
                return True
    return False
