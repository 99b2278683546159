"""The words of a passage that no report takes yet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading

_end = attrgetter("end")
_LONGEST_BEFORE = 64  #: spans that begin before a passage and may reach into it


@dataclass(slots=True)
class Room:
    """A passage and which of its tokens belong to a report already."""

    reading: Reading
    spans: Sequence[tuple[int, int]]  #: characters of cues and contents of the whole article, in order
    taken: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        words = self.reading.words
        start, end = self.reading.start, self.reading.end
        at = bisect_left(self.spans, (end, 0))
        near = [span for span in self.spans[max(0, at - _LONGEST_BEFORE) : at] if span[1] > start]
        self.taken = [False] * len(words)
        for low, high in near:
            place = bisect_right(words, low, key=_end)
            while place < len(words) and words[place].start < high:
                self.taken[place] = True
                place += 1

    def holds(self, found: Found) -> bool:
        """Whether neither cue nor content of the report touches another report."""
        return not any(self.taken[place] for place in _places(found))

    def take(self, found: Found) -> None:
        """Give the words of the report to it."""
        for place in _places(found):
            self.taken[place] = True


def _places(found: Found) -> Iterator[int]:
    for low, high in (*found.content, (found.hit.low, found.hit.high)):
        yield from range(low, high + 1)
