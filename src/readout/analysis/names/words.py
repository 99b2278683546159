"""The words of a sentence as the names chapter reads them: capitals, possessives, abbreviations."""

from __future__ import annotations

import re
from typing import NamedTuple

from readout.language.names import Names, names
from readout.text.fold import fold


class Word(NamedTuple):
    """A word, number or mark of the text; a possessive 's is not part of it."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool  #: may be (part of) a name
    possessive: bool
    spaced: bool  #: white space stands before it


_WORD = re.compile(
    r"(?P<dotted>(?:[^\W\d_]\.){2,})"
    r"|(?P<word>[^\W\d_][^\W_]*(?:(?:\u0300|\u0301|\u0308|[’'&\-‐‑](?=[^\W_]))[^\W_]*)*)"
    r"|\d+(?:[.,:]\d+)*[^\W\d_]*|[^\w\s]|_"
)
_LOW_PREFIX = re.compile(r"(?:al|el|ad|an|as|ash|ar|at|az|abu|bin|d|l)[-’'‐‑][^\W\d_]", re.IGNORECASE)
_WEEKDAYS_AND_MONTHS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march july september october november
    december
    """.split()
)
_MONTHS_AND_NAMES = frozenset(("april", "may", "june", "august"))
_OWNED = frozenset(("'s", "’s"))
_CONTRACTED = re.compile(r"'(?:re|ve|ll|m|d|t|s)\Z")
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]")
#: Common words that often are part of names and titles.
_IN_NAMES = frozenset(
    """
    foreign defence defense interior finance prime state police department ministry party council national united house
    white street high school state city county international general security health justice home affairs
    """.split()
)
#: Words before a full stop that does not end a name: "Gov. Lee", "St. Louis", "George W. Bush".
ABBREVIATED = frozenset(
    """
    mr mrs ms mx dr prof sr jr st ste sen sens rep reps gov gen lt col sgt capt cpt cmdr maj adm cpl pvt brig det
    insp supt sec rev hon fr ft mt pres amb atty ave inc corp co ltd bros no
    """.split()
)


def read_words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, a sentence, in order."""
    lists = names()
    found: list[Word] = []
    at = start
    all_folded = fold(text[start:end])
    for match in _WORD.finditer(text, start, end):
        low, high = match.span()
        shown = match.group()
        if shown.islower() and shown.isalpha():  # as most words are
            found.append(Word(low, high, shown, all_folded[low - start : high - start], False, False, low > at))
            at = high
            continue
        sort = match.lastgroup
        if sort is None or (sort == "word" and shown.islower() and shown[-2:] not in _OWNED):
            found.append(Word(low, high, shown, all_folded[low - start : high - start], False, False, low > at))
            at = high
            continue
        after = high
        possessive = shown[-1] in "sS" and len(shown) > 2 and shown[-2] in "'’"
        if possessive:
            high -= 2
            shown = shown[:-2]
        folded = all_folded[low - start : high - start]
        if sort == "dotted":
            folded = folded.replace(".", "")
        capital = (shown[0].isupper() or not shown.islower()) and (
            _is_capital(shown, folded, found, lists) or (len(shown) == 1 and text[high : high + 1] == ".")
        )
        found.append(Word(low, high, shown, folded, capital, possessive, low > at))
        at = after
    return found


def _is_capital(shown: str, folded: str, before: list[Word], lists: Names) -> bool:
    """Whether a word may belong to a name by its form."""
    if not shown[0].isupper() and not (_LOW_PREFIX.match(shown) and any(letter.isupper() for letter in shown)):
        return False
    if folded in _WEEKDAYS_AND_MONTHS or _PARTY_AND_STATE.match(shown):
        return False
    if folded in _MONTHS_AND_NAMES:
        last = before[-1] if before else None
        return last is not None and last.capital and (last.folded in lists.first or last.folded in lists.titles)
    if len(shown) > 1 and shown.isupper():
        return True
    if folded in lists.function or _CONTRACTED.search(folded):
        return folded in lists.inside_person
    return True


def is_heading(words: list[Word]) -> bool:
    """Whether the sentence is written with capitals throughout, so that capitals say nothing about names."""
    lists = names()
    long = [word for word in words[1:] if len(word.text) > 2 and word.text[0].isalpha()]
    if len(long) >= 3 and all(word.text.isupper() for word in long):
        return True
    told = [word for word in long if word.folded not in lists.function]
    raised = [word for word in told if word.text[0].isupper()]
    if len(raised) < 2 or len(raised) < 0.85 * len(told):
        return False
    plain = sum(1 for word in raised if word.folded in lists.common and word.folded not in _IN_NAMES | lists.titles)
    small = sum(1 for word in words[1:] if word.folded in lists.function and word.text.istitle() and len(word.text) > 1)
    return plain >= 2 or (len(raised) == len(told) >= 3 and plain + small >= 1 and small >= 1)
