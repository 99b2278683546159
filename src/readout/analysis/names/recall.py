"""Finding known names again where capitals say nothing: headings, starts of sentences."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readout.language.names import names
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from readout.analysis.names.words import Line, Word

_LONGEST = 6


def find_again(
    read: list[tuple[Line, bool]], known: Collection[tuple[str, ...]], taken: list[tuple[int, int]]
) -> Iterator[tuple[int, int, tuple[str, ...], EntityKind | None]]:
    """Further mentions (start, end, key, kind) of known keys outside `taken`; in headings also countries and the like.

    `read` is all sentences, each with whether it is a heading. The kind is None for a name of `known`.
    """
    by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in sorted(known, key=lambda key: (-len(key), key)):
        by_first[key[0]].append(key)
    spans = sorted(taken)
    covered = {start for start, _ in spans}
    for (words, shown), heading in read:
        after = 0
        for at in shown:
            word = words[at]
            if at < after or not word.raised or word.start in covered or _inside(spans, word.start):
                continue
            match = _match(words, at, by_first, heading=heading)
            if match is not None:
                length, key, kind = match
                after = at + length
                yield word.start, words[after - 1].end, key, kind


def _match(
    words: list[Word], at: int, by_first: dict[str, list[tuple[str, ...]]], *, heading: bool
) -> tuple[int, tuple[str, ...], EntityKind | None] | None:
    """The longest known name that begins at `at`: its length in words, key and kind."""
    if not heading and words[at].folded.replace(".", "") not in by_first:
        return None
    ahead = [word.folded.replace(".", "") for word in words[at : at + _LONGEST]]
    for key in by_first.get(ahead[0], ()):
        if tuple(ahead[: len(key)]) == key and all(w.raised or len(key) > 2 for w in words[at : at + len(key)]):
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
