"""The roles of a person as the text puts them: titles before the name, appositions after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.names.candidates import is_title_word
from readout.language.names import names

if TYPE_CHECKING:
    from readout.analysis.names.candidates import Candidate
    from readout.analysis.names.words import Word

_HONORIFICS = frozenset(
    """
    mr mrs ms mx miss dr prof sir dame lord lady madam madame monsieur mme mlle herr frau
    """.split()
)
_DETERMINERS = frozenset(
    """
    the a an his her their its our my one
    """.split()
)
_STOPS = frozenset(
    """
    who which that said says told and but when where as is was has had will while with after under from by on over
    during before since whose whom into about against amid regarding concerning
    """.split()
)
_SAID = frozenset("said says told".split())  #: of those that stop
#: Words before a role that make it another's: "of the minister", "interviewed the congressman".
_BEFORE_ANOTHER = frozenset("of in at for the a an his her their its our my".split())
_INNER_HYPHENS = frozenset("-‐‑")
_FAR = 6  #: words of a role before a comma
_LONGEST = 14  #: words of a role
_PAST = frozenset("former then late ex acting interim outgoing".split())
_GOVERNED = frozenset("in at for to of".split())  #: after a participle that ends a role: "leader | killed in a raid"


def roles_of(candidates: list[Candidate], text: str) -> tuple[str, ...]:
    """The roles given to a person at these mentions, in order, each once."""
    found: dict[str, None] = {}
    for candidate in candidates:
        for words in (_title(candidate), _common_role(candidate), _apposition(candidate), _before_comma(candidate)):
            if words:
                found.setdefault(" ".join(text[words[0].start : words[-1].end].split()))
    return tuple(found)


def _title(candidate: Candidate) -> list[Word]:
    """A title before the name, as "Kenyan Harbour Minister"; an honorific alone is no role."""
    if candidate.title is None:
        return []
    words = candidate.words[candidate.title[0] : candidate.title[1]]
    while words and (words[0].folded in _HONORIFICS or not words[0].folded[0].isalnum()):
        words = words[1:]
    words = _without_owner(words)
    while words and (
        words[-1].folded in _HONORIFICS
        or (words[-1].text == "." and len(words) > 1 and words[-2].folded in _HONORIFICS)
    ):
        words = words[:-1]
    lists = names()
    if not any(is_title_word(word.folded, lists) or word.folded in lists.roles for word in words):
        return []
    before = candidate.title[0]
    while words[0] is candidate.words[before] and before > 0 and candidate.words[before - 1].folded in _PAST:
        before -= 1
        words = [candidate.words[before], *words]  # "former acting | Port Director Ann Doe"
    return words


def _without_owner(words: list[Word]) -> list[Word]:
    while words and not words[-1].folded[0].isalnum() and words[-1].text != ".":
        words = words[:-1]
    return words


def _common_role(candidate: Candidate) -> list[Word]:
    """A role written small right before the name, as "Kenyan president"."""
    lists = names()
    start = candidate.title[0] if candidate.title is not None else candidate.low
    words = candidate.words
    if start == 0 or words[start - 1].folded not in lists.roles or words[start - 1].capital:
        return []
    low = start - 1
    while low > 0 and start - low < 6 and _belongs(words[low - 1]):
        low -= 1
    if words[start - 1].folded in ("counterpart", "man", "woman", "boy", "girl", "friend", "partner"):
        return []
    while words[low].folded in ("of", "for", "the", "and", "in"):
        low += 1
    return words[low:start]


def _belongs(word: Word) -> bool:
    """Whether a word before a role's head is part of it: an adjective, a noun, a nationality."""
    lists = names()
    if not word.folded[0].isalpha() or word.folded in _DETERMINERS or word.possessive:
        return False
    return word.folded in lists.demonyms or word.folded in lists.title_parts or word.folded in lists.roles


def _apposition(candidate: Candidate) -> list[Word]:
    """A role after the name and a comma, as "the Kenyan harbour minister"."""
    words, at = candidate.words, candidate.high
    if at >= len(words) or words[at].text != ",":
        return []
    at += 1
    if at + 1 < len(words) and words[at].folded.isdigit() and words[at + 1].text == ",":
        at += 2
    if at < len(words) and words[at].folded == "now":
        at += 1
    if at < len(words) and words[at].folded in _DETERMINERS:
        at += 1
    end = at
    speaking = names().speaking
    while end < len(words) and end - at < _LONGEST and words[end].folded not in _STOPS:
        if words[end].folded in speaking:
            return []
        if not words[end].folded[0].isalnum() and not _goes_on(words, end):
            break
        if end > at and _is_participle(words, end):
            break
        end += 1
    if end < len(words) and words[end].folded in _SAID:
        return []  # "Ann Lee, the aide said, is ill"
    taken = words[at:end]
    while taken and not taken[-1].folded[0].isalnum():
        taken = taken[:-1]
    head = next((index for index, word in enumerate(taken[:7]) if word.folded in names().roles), None)
    if head is None or any(word.folded in _BEFORE_ANOTHER for word in taken[:head]):
        return []
    return [] if _names_next(taken, head) else taken


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether a mark is inside a role: `St.`, `Smith & Sons`, the hyphen of `a Tarn-based firm`."""
    if words[at].text in _INNER_HYPHENS:
        beside = words[at + 1 : at + 2]
        return bool(beside) and words[at - 1].end == words[at].start and words[at].end == beside[0].start
    return words[at].text in "'’.&"


def _is_participle(words: list[Word], at: int) -> bool:
    """Whether a role ends before a participle: `leader | killed in a raid`, not `chief of the armed forces`."""
    word, after = words[at], words[at + 1 : at + 2]
    ends = word.folded.endswith("ed") and not word.capital
    return ends and bool(after) and (after[0].folded in _GOVERNED or after[0].folded in _STOPS)


def _names_next(taken: list[Word], head: int) -> bool:
    """Whether a title behind the comma is another's: `According to Ann Doe, Deputy Mayor | Ben Lindqvist left`."""
    lists = names()
    while head + 1 < len(taken) and (taken[head + 1].folded in lists.roles or taken[head + 1].folded in lists.titles):
        head += 1
    named = taken[head + 1 : head + 2]
    owned = any(word.possessive for word in taken[head + 1 :])  # "President Karl Weiss's lawyer"
    return bool(named) and named[0].capital and named[0].folded in lists.first and not owned


def _may_open_role(word: Word) -> bool:
    """Whether a word before a role that a comma ends belongs to it: `the former Kelm harbour | minister`."""
    named = word.capital and word.folded not in _DETERMINERS and not word.possessive
    return _belongs(word) or word.folded in _PAST or named


def _opens_owner(word: Word) -> bool:
    return word.capital or word.folded in _DETERMINERS


def _before_comma(candidate: Candidate) -> list[Word]:
    """`The defence minister, Paul Keller, said`, `said the mayor, Ann Doe.`: a role before the name and a comma.

    Only where the phrase opens its sentence, stands behind a verb of saying or ends the sentence: of others the comma
    may end a clause.
    """
    words, low, high = candidate.words, candidate.low, candidate.high
    comma = (candidate.title[0] if candidate.title is not None else low) - 1
    after = words[high].text if high < len(words) else "."
    lists = names()
    if comma < 2 or words[comma].text != "," or after not in (",", ".", ";"):
        return []
    if (
        any(word.folded in ("and", "or") for word in words[high + 1 : high + 2])
        or words[comma - 1].folded not in lists.roles
    ):
        return []
    start = comma - 1
    while start > 0 and comma - start < _FAR and _may_open_role(words[start - 1]):
        start -= 1
    first = start - 1
    if first < 0 or not (words[first].folded in _DETERMINERS or words[first].possessive):
        return []
    while words[first].folded[0].isalpha() and first > 0 and _opens_owner(words[first - 1]):
        first -= 1  # "the Port of Tarn's mayor"
    opens = first == 0 or after != "," or words[first - 1].folded in lists.speaking
    definite = words[first].folded not in ("a", "an", "one") or words[start - 1].possessive
    return words[start:comma] if opens and definite else []
