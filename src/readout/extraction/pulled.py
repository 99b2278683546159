"""Pull quotes: words of the text, set large beside it or between its paragraphs, that say nothing of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from readout.text.fold import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RULE: Final = "pull quote"
_FEWEST: Final = 6  #: words
_LONGEST: Final = 600  #: characters
_MOST: Final = 200  #: candidates; each is looked for in the whole text
_NEARLY: Final = 0.8  #: of the word triples, where the page itself calls it a pull quote
_MOST_OF_IT: Final = 0.6
_EDGES: Final = " \"'.,;:!?-…"
_WORD: Final = re.compile(r"\w+")


def find_pull_quotes(texts: Sequence[str], candidates: Mapping[int, bool]) -> set[int]:
    """Which candidates repeat words of the text: all of them in a row, or nearly all where the page calls it so.

    `texts` are the paragraphs; `candidates` their numbers, each with whether the page's own names say that it is a pull
    quote. Paragraphs that are candidates themselves prove nothing.
    """
    chosen = {
        number: named
        for number, named in candidates.items()
        if len(texts[number]) <= _LONGEST and texts[number].count(" ") >= _FEWEST - 1
    }
    if not chosen or len(chosen) > _MOST:
        return set()
    whole = plain("\n".join(text for number, text in enumerate(texts) if number not in chosen)).casefold()
    triples = set(_triples(whole)) if any(chosen.values()) else set()
    found = set()
    for number, named in chosen.items():
        said = plain(texts[number]).casefold().strip(_EDGES)
        own = _triples(said) if named else []
        if (own and sum(triple in triples for triple in own) >= _NEARLY * len(own)) or _stands_in(said, whole):
            found.add(number)
    return found


def find_whole_again(texts: Sequence[str]) -> int | None:
    """Which paragraph is nothing but the text once more, all of it in one piece (put there for machines); or None."""
    if len(texts) < _FEWEST:
        return None
    longest = max(range(len(texts)), key=lambda number: len(texts[number]))
    rest = sum(len(text) for number, text in enumerate(texts) if number != longest)
    if len(texts[longest]) < _MOST_OF_IT * rest:
        return None
    triples = set(_triples("\n".join(text for number, text in enumerate(texts) if number != longest)))
    own = _triples(texts[longest])
    return longest if own and sum(triple in triples for triple in own) >= _NEARLY * len(own) else None


def _stands_in(said: str, whole: str) -> bool:
    """Whether it stands there, and not from the middle of a word or to the middle of one."""
    place = whole.find(said)
    if place < 0:
        return False
    end = place + len(said)
    return not (whole[max(0, place - 1) : place].isalnum() or whole[end : end + 1].isalnum())


def _triples(text: str) -> list[tuple[str, str, str]]:
    words = _WORD.findall(text)
    return list(zip(words, words[1:], words[2:], strict=False))


def is_quotation(shown: str) -> bool:
    """Whether it is one quotation from end to end."""
    mark = shown[:1]
    return mark in ('"', "'") and shown.rstrip(".").endswith(mark) and mark not in shown[1:].rstrip(".")[:-1]
