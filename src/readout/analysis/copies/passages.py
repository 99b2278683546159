"""Passages: equal runs joined over the small edits between them, so that a reworded sentence stays one passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.copies.alignment import Run
    from readout.analysis.copies.tokens import Tokens

_NEAR = 4  # words: a gap so small is an edit whatever stands in it
_FAR = 40  # words: a gap longer than this is never bridged
_ALIKE = 0.3  # share of the longer side of a gap that must be equal, in order
_LEAST = 9  # equal words: a shorter passage on its own is a name or a set phrase


@dataclass(frozen=True, slots=True)
class Stretch:
    """Runs that belong together: words `[a, a_end)` of one text stand as `[b, b_end)` in the other, with edits."""

    runs: tuple[Run, ...]

    @property
    def a(self) -> int:
        """Its first word in the first text."""
        return self.runs[0].a

    @property
    def a_end(self) -> int:
        """The place after its last word in the first text."""
        return self.runs[-1].a + self.runs[-1].size

    @property
    def b(self) -> int:
        """Its first word in the second text."""
        return self.runs[0].b

    @property
    def b_end(self) -> int:
        """The place after its last word in the second text."""
        return self.runs[-1].b + self.runs[-1].size

    @property
    def equal(self) -> int:
        """How many words are the same on both sides."""
        return sum(run.size for run in self.runs)


def join_runs(runs: Sequence[Run], a: Tokens, b: Tokens) -> list[Stretch]:
    """The passages that `runs` (in the order of a) make, in the order of a; lone short ones are left out."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _bridges(groups[-1][-1], run, a, b):
            groups[-1].append(run)
        else:
            groups.append([run])
    stretches = [Stretch(tuple(group)) for group in groups]
    return [stretch for stretch in stretches if stretch.equal >= _LEAST]


def _bridges(before: Run, after: Run, a: Tokens, b: Tokens) -> bool:
    """Whether what stands between two runs is an edit of one text into the other and not a cut or an insertion."""
    start_a, start_b = before.a + before.size, before.b + before.size
    gap_a, gap_b = after.a - start_a, after.b - start_b
    if gap_b < 0 or gap_a > _FAR or gap_b > _FAR:
        return False
    small, large = sorted((gap_a, gap_b))
    if large <= _NEAR or (large <= 3 * _NEAR and 2 * small >= large):
        return True
    if not small:
        return False
    left = a.keys[start_a : after.a].tolist()
    right = b.keys[start_b : after.b].tolist()
    return LCSseq.similarity(left, right) >= _ALIKE * large


def widen(text: str, end: int) -> int:
    """`end` moved past the marks that close a sentence."""
    while end < len(text) and text[end] in ".,;:!?)]}”’\"'»…%":
        end += 1
    return end
