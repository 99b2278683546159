"""Pull quotes: words of the text, set large beside it or between its paragraphs, that say nothing of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RULE: Final = "pull quote"
_FEWEST: Final = 6  #: words
_MOST_WORDS: Final = 80
_MOST: Final = 200  #: candidates; each is looked for in the whole text
_NEARLY: Final = 0.8  #: of the word triples, where the page itself calls it a pull quote


def find_pull_quotes(running: Sequence[Sequence[str]], candidates: Mapping[int, bool]) -> set[int]:
    """Which candidates repeat words of the text: all of them in a row, or nearly all where the page calls it so.

    `running` are the words of each paragraph, folded; `candidates` their numbers, each with whether the page's own
    names say that it is a pull quote. Paragraphs that are candidates themselves prove nothing.
    """
    chosen = {n: named for n, named in candidates.items() if _FEWEST <= len(running[n]) <= _MOST_WORDS}
    if not chosen or len(chosen) > _MOST:
        return set()
    others = [words for number, words in enumerate(running) if number not in chosen]
    whole = "\n".join(f" {' '.join(words)} " for words in others)
    triples = {triple for words in others for triple in _triples(words)} if any(chosen.values()) else set()
    found = set()
    for number, named in chosen.items():
        own = _triples(running[number])
        nearly = named and sum(triple in triples for triple in own) >= _NEARLY * len(own)
        if nearly or f" {' '.join(running[number])} " in whole:
            found.add(number)
    return found


def _triples(words: Sequence[str]) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))
