"""What third texts of the same reporting say of two copies: which of the two keeps words that the other lost.

The test of textual criticism: a text made from another cannot restore what the other had changed or cut. A third text
that is not itself made from the one under test shows what was restored (Maas: Textual Criticism, 1958).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from readout.analysis.copies.passages import Stretch

_REST = 0.1  # of a text
WITNESSES = 8  # third texts asked for one pair


@dataclass(frozen=True, slots=True)
class Kept:
    """Over a third text's words: which stand in another article, and which lie between the first and last of them."""

    inside: NDArray[np.bool_]
    around: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """In how many places only a, only b, or neither of them has the words of the third text."""

    only_a: int
    only_b: int
    neither: int
    more_a: int  #: words of the third text, wherever they stand in it, that a has and b has not
    more_b: int
    same_end: bool  #: both leave off at one place, and much of the third text follows there


def find_kept(
    stretches: Sequence[Stretch], side: int, counted: NDArray[np.bool_], styled: Sequence[tuple[int, int]] = ()
) -> Kept:
    """What of a text stands in another; `side` says which of the aligned texts it is, `counted` which words count.

    `styled` are words that the other has in another spelling: two newsrooms of one house style make the same change.
    """
    inside = np.zeros(len(counted), dtype=np.bool_)
    for stretch in stretches:
        for run in stretch.runs:
            start = run.b if side else run.a
            inside[start : start + run.size] = True
    for low, high in styled:
        inside[low:high] = True
    around = np.zeros(len(counted), dtype=np.bool_)
    places = np.flatnonzero(inside)
    around[places[0] : places[-1] + 1] = True
    return Kept(inside & counted, around & counted)


def compare_witness(a: Kept, b: Kept) -> Testimony:
    """What one third text shows, given what of it stands in a and in b."""
    around = a.around & b.around
    return Testimony(
        only_a=_places(a.inside & ~b.inside & around),
        only_b=_places(b.inside & ~a.inside & around),
        neither=_places(~a.inside & ~b.inside & around),
        more_a=int((a.inside & ~b.inside).sum()),
        more_b=int((b.inside & ~a.inside).sum()),
        same_end=_same_end(a, b),
    )


def _same_end(a: Kept, b: Kept) -> bool:
    """Whether the last words of a third text that two others have are the same, with a tenth of it still to come."""
    ends = [np.flatnonzero(kept.inside)[-1:] for kept in (a, b)]
    if not len(ends[0]) or not len(ends[1]):
        return False
    last = max(int(ends[0][0]), int(ends[1][0]))
    follows = (len(a.inside) - last) / len(a.inside)
    return abs(int(ends[0][0]) - int(ends[1][0])) <= 1 and follows >= _REST


def _places(mask: NDArray[np.bool_]) -> int:
    """How many stretches of true values there are."""
    return int(mask[:1].sum()) + int(np.count_nonzero(mask[1:] & ~mask[:-1]))
