"""The words of a sentence as the names chapter reads them: capitals, possessives, abbreviations."""

from __future__ import annotations

import re
from functools import lru_cache
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
    raised: bool  #: begins with a capital letter


class Line(NamedTuple):
    """A sentence as its words, and which of them are raised or may be in a name."""

    words: list[Word]
    shown: list[int]


_INNER = r"(?:(?:\u0300|\u0301|\u0308|[’'&\-‐‑](?=[^\W_]))[^\W_]*)*"
#: A word of several letters comes first, as most do: that takes half the time. "U.S." is one word.
_WORD = re.compile(rf"[^\W\d_](?:[^\W_]+{_INNER}|(?:\.[^\W\d_])+\.|{_INNER})|\d+(?:[.,:]\d+)*[^\W\d_]*|[^\w\s]|_")
_PIECE = re.compile(r"[^\s<>()\[\]\"“”]+")  #: what may be an address
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
PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]")  #: "R-Texas"
#: Ends of words like "Lyon-based", in which only what stands before the stroke is a name.
_TAILS = frozenset(
    """
    area based bashing born bound centric class controlled dominated driven educated era friendly funded governed
    held inspired language led level like linked listed made majority only operated originated oriented owned planned
    provoked run ruled sanctioned shaped sized speaking specific sponsored style supplied supported themed
    trained type wide affiliated aligned allied annexed appointed assisted approved authored backed brokered
    built commissioned designed developed engineered equipped facing financed hosted imposed installed mandated
    occupied organised organized produced registered related administered
    """.split()
)
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


def read_words(text: str, start: int, end: int) -> Line:
    """The words of `text[start:end]`, a sentence, in order."""
    found: list[Word] = []
    shown: list[int] = []
    at, make = start, tuple.__new__  # a third faster than naming the fields
    addresses = _addresses(text, start, end)
    for word in _WORD.findall(text, start, end):  # places found again take less time than matches with places
        low = text.index(word, at)
        high = low + len(word)
        if word.islower() and word.isalpha() and word.isascii():  # as most words are
            found.append(make(Word, (low, high, word, word, False, False, low > at, False)))
            at = high
            continue
        while addresses and addresses[-1][1] <= low:
            addresses.pop()
        lettered = word[0].isalnum() and not word[0].isdecimal()
        small = not lettered or (word.islower() and word[-2:] not in _OWNED and word[-1] != ".")
        if small or (addresses and addresses[-1][0] <= low):
            found.append(make(Word, (low, high, word, folded_form(word), False, False, low > at, False)))
        else:
            size = len(found)
            found += _read_word(text, (low, high), word, found, low > at)
            shown += [n for n in range(size, len(found)) if found[n].raised or found[n].capital]
        at = high
    if text.find(" 's", start, end) >= 0 or text.find(" ’s", start, end) >= 0:
        found = _with_s(found)
        shown = [n for n, word in enumerate(found) if word.raised or word.capital]
    return Line(found, shown)


def _with_s(words: list[Word]) -> list[Word]:
    """Words with the 's that a text has apart from them, as texts cut into words have: "Keller 's"."""
    found: list[Word] = []
    skipped = -1
    for index, word in enumerate(words):
        if index == skipped:
            continue
        marks = word.text in ("'", "’") and word.spaced and index + 1 < len(words) and words[index + 1].text == "s"
        if marks and not words[index + 1].spaced and found and found[-1].text[0].isalpha():
            found[-1] = found[-1]._replace(possessive=True)
            skipped = index + 1
        else:
            found.append(word)
    return found


def _addresses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where mail and web addresses stand, the last first: "Ann_Lee@elm.example" names nobody; "@annlee" may."""
    if text.find("@", start, end) < 0 and text.find("://", start, end) < 0 and text.find("www.", start, end) < 0:
        return []
    pieces = [match for match in _PIECE.finditer(text, start, end) if _is_address(match.group())]
    return [match.span() for match in reversed(pieces)]


def _is_address(piece: str) -> bool:
    name, at, host = piece.rpartition("@")
    return bool(name and at and "." in host[1:-1]) or "://" in piece or piece.lower().startswith("www.")


@lru_cache(maxsize=50_000)
def folded_form(word: str) -> str:
    """A word folded; kept, since most words come again."""
    return fold(word)


def _read_word(text: str, place: tuple[int, int], word: str, before: list[Word], spaced: bool) -> list[Word]:
    """The word at a place that has a capital, a full stop or a 's; three words for "Lyon-based", "Chad-Sudan"."""
    low, high = place
    if "-" in word and word[0].isupper() and _is_compound(word):
        return _compound(word, low, spaced, before)
    stem, folded, possessive, sort = _form(word)
    capital = sort == _ALWAYS
    if sort == _AFTER_NAME:
        last = before[-1] if before else None
        capital = last is not None and last.capital and (last.folded in names().first or last.folded in names().titles)
    elif sort == _BEFORE_STOP:
        capital = text[high : high + 1] == "."
    return [Word(low, low + len(stem), stem, folded, capital, possessive, spaced, stem[0].isupper())]


_NEVER, _ALWAYS, _AFTER_NAME, _BEFORE_STOP = range(4)  #: when a word may be part of a name


@lru_cache(maxsize=50_000)
def _form(word: str) -> tuple[str, str, bool, int]:
    """A word without its 's, folded, whether it had one, and when it may be part of a name."""
    possessive = word[-1] in "sS" and len(word) > 2 and word[-2] in "'’"
    stem = word[:-2] if possessive else word
    folded = fold(stem)
    if stem[-1] == "." and len(stem) > 1:
        folded = folded.replace(".", "")
    if not stem[0].isupper() and stem.islower():
        return stem, folded, possessive, _NEVER
    sort = _sort_of_capital(stem, folded, names())
    if sort == _NEVER and len(stem) == 1:
        sort = _BEFORE_STOP
    return stem, folded, possessive, sort


def _sort_of_capital(shown: str, folded: str, lists: Names) -> int:
    """When a word may belong to a name by its form."""
    if not shown[0].isupper() and not (_LOW_PREFIX.match(shown) and any(letter.isupper() for letter in shown)):
        return _NEVER
    if folded in _WEEKDAYS_AND_MONTHS or PARTY_AND_STATE.match(shown):
        return _NEVER
    if folded in _MONTHS_AND_NAMES:
        return _AFTER_NAME
    if len(shown) > 1 and shown.isupper():
        return _ALWAYS
    if folded in lists.function or _CONTRACTED.search(folded):
        return _ALWAYS if folded in lists.inside_person else _NEVER
    return _ALWAYS


@lru_cache(maxsize=20_000)
def _is_compound(word: str) -> bool:
    """Whether only the first part of a word is a name, or two known names stand side by side in it."""
    first, _, last = word.rpartition("-")
    lists = names()
    return last in _TAILS or (
        last[0].isupper()
        and all(
            part in lists.countries or part in lists.regions or part in lists.organisations
            for part in (fold(first), fold(last))
        )
    )


def _compound(shown: str, low: int, spaced: bool, before: list[Word]) -> list[Word]:
    """The three words of "Lyon-based", "Chad-Sudan"."""
    name, mark, tail = shown.rpartition("-")
    at = low + len(name)
    first = _read_word("", (low, at), name, before, spaced)
    last = _read_word("", (at + 1, low + len(shown)), tail, first, False)
    return [*first, Word(at, at + 1, mark, mark, False, False, False, False), *last]


def is_heading(line: Line) -> bool:
    """Whether the sentence is written with capitals throughout, so that capitals say nothing about names."""
    words, lists = line.words, names()
    spare = 0.18 * len(line.shown)  # with more small words the tests below fail; so most sentences are done at once
    for word in words[1:] if len(line.shown) > 1 else words:
        if not word.raised and len(word.text) > 2 and word.text[0].isalpha() and word.folded not in lists.function:
            spare -= 1
            if spare < 0:
                return False
    long = [word for word in words[1:] if len(word.text) > 2 and word.text[0].isalpha()]
    if len(long) >= 3 and all(word.text.isupper() for word in long):
        return True
    if any(word.text == "." for word in words[-2:]):  # a sentence full of names
        return False
    told = [word for word in long if word.folded not in lists.function]
    raised = [word for word in told if word.raised]
    if len(raised) < 2 or len(raised) < 0.85 * len(told):
        return False
    common = [word.folded for word in raised if word.folded in lists.common]
    plain = sum(1 for word in common if word not in _IN_NAMES and word not in lists.titles)
    small = sum(1 for word in words[1:] if word.folded in lists.function and word.text.istitle() and len(word.text) > 1)
    return plain >= 2 or (len(raised) == len(told) >= 3 and plain + small >= 1 and small >= 1)
