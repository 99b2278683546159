"""Folding that keeps every offset: one character stays one character."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_PLAIN = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\t\r\n\v\f\u0085\u2028\u2029", " "),
}
_PLAIN_TABLE = str.maketrans(_PLAIN)
# Searching for the few characters to change is many times faster than str.translate, except on pure ASCII.
_ODD = re.compile("[" + "".join(_PLAIN) + "]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_CAPITAL = re.compile(r"[A-Z]")
_WORD = re.compile(r"[^\W_]+(?:[.,](?=\d)[^\W_]+|['’\u00ad\u200b](?=[^\W_])[^\W_]+)*")
_LONGEST_WORD = 24  #: characters; a longer text is hardly folded twice


class Word(NamedTuple):
    """A word of a text: where it stands, and its folded form."""

    start: int
    end: int
    folded: str


def plain(text: str) -> str:
    """`text` with curly quotes, long dashes and odd spaces made plain, character by character (same length)."""
    if text.isascii():
        return text.translate(_PLAIN_TABLE)
    return _ODD.sub(lambda found: _PLAIN[found.group()], text)


@lru_cache(maxsize=256)
def plain_and_small(text: str) -> tuple[str, str]:
    """`text` made plain, and the same in small letters (both of its length); kept, since chapters ask for it again."""
    shown = plain(text)
    small = shown.lower()
    if len(small) != len(shown):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in shown)
    return shown, small


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """One character for one: lower case, without its accent."""
    base = unicodedata.normalize("NFD", character)[0]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else base


def fold(text: str) -> str:
    """`text` plain, lower-cased and without accents, character by character (same length)."""
    return _fold_word(text) if len(text) <= _LONGEST_WORD else _fold(text)


@lru_cache(maxsize=20_000)
def _fold_word(text: str) -> str:
    """The same for a short text, since single words are folded again and again."""
    return _fold(text)


@lru_cache(maxsize=32)
def fold_article(text: str) -> str:
    """`fold` of a whole article's text, kept while one chapter after the other reads it."""
    return _fold(text)


def _fold(text: str) -> str:
    text = plain(text)
    if text.isascii():
        return text.lower()
    folded = _BEYOND_ASCII.sub(lambda found: _fold_character(found.group()), text)
    if folded.isascii():
        return folded.lower()
    return _ASCII_CAPITAL.sub(lambda found: found.group().lower(), folded)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]` with their places; numbers keep inner points and commas."""
    found = _WORD.finditer(fold(text[start:end]))
    return [_as_word((start + one.start(), start + one.end(), one.group())) for one in found]


#: A tuple made without a call of Python: words are what there is most of.
_as_word: Callable[[tuple[int, int, str]], Word] = partial(tuple.__new__, Word)


def folded_words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The folded words of `text[start:end]` without their places, which is faster."""
    return _WORD.findall(fold(text[start:end]))
