"""Finding known names again where capitals say nothing: headings, starts of sentences."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readout.language.names import names
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from readout.analysis.names.words import Word

_LONGEST = 6


def find_again(
    read: list[tuple[list[Word], bool]], known: Collection[tuple[str, ...]], taken: list[tuple[int, int]]
) -> Iterator[tuple[int, int, tuple[str, ...], EntityKind | None]]:
    """Further mentions (start, end, key, kind) of known keys outside `taken`; in headings also countries and the like.

    `read` is all sentences, each with whether it is a heading. The kind is None for a name of `known`.
    """
    by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in sorted(known, key=lambda key: (-len(key), key)):
        by_first[key[0]].append(key)
    covered = {position for start, _ in taken for position in (start,)}
    spans = sorted(taken)
    for words, heading in read:
        at = 0
        while at < len(words):
            word = words[at]
            step = 1
            if word.text[0].isupper() and word.start not in covered and not _inside(spans, word.start):
                match = _match(words, at, by_first, heading=heading)
                if match is not None:
                    step, key, kind = match
                    yield word.start, words[at + step - 1].end, key, kind
            at += step


def _match(
    words: list[Word], at: int, by_first: dict[str, list[tuple[str, ...]]], *, heading: bool
) -> tuple[int, tuple[str, ...], EntityKind | None] | None:
    """The longest known name that begins at `at`: its length in words, key and kind."""
    ahead = [word.folded.replace(".", "") for word in words[at : at + _LONGEST]]
    for key in by_first.get(ahead[0], ()):
        if tuple(ahead[: len(key)]) == key and all(
            w.text[0].isupper() or len(key) > 2 for w in words[at : at + len(key)]
        ):
            if len(key) == 1 and key[0] in names().common and not heading and not words[at].capital:
                continue
            return len(key), key, None
    if heading:
        lists = names()
        for length in range(min(4, len(ahead)), 0, -1):
            key = tuple(ahead[:length])
            name = " ".join(key)
            if name in lists.countries or name in lists.seats or (length > 1 and name in lists.regions):
                if name == "us" and words[at].text != "US":
                    continue
                return length, key, EntityKind.PLACE
            if (length > 1 and name in lists.organisations) or (name in lists.acronyms and words[at].text.isupper()):
                return length, key, EntityKind.ORGANISATION
    return None


def _inside(spans: list[tuple[int, int]], position: int) -> bool:
    """Whether a character lies in one of the sorted spans."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][0] <= position:
            low = middle + 1
        else:
            high = middle
    return low > 0 and spans[low - 1][0] <= position < spans[low - 1][1]
