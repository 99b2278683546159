"""Sums of weights, kept over articles: for each word of the language, form and company the row of what it adds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from readout.analysis.names.features import (
    EDGES,
    Company,
    Form,
    classes,
    first_or_last,
    of_company,
    of_form,
    of_neighbour,
    of_second,
    of_word,
    senses,
    shape,
)
from readout.language.names import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.names.words import Word
    from readout.language.names import Weights

_ROOM = 80_000  #: sums kept; when there are more, all are worked out anew
OWN, BEFORE, AFTER = 0, 2, 4  #: rows of `Known`, one for small words and one for raised (or with a 's)
SECOND_BEFORE, SECOND_AFTER = 6, 7
UNKNOWN, NONE = -1, -2  #: of a row that was not asked for yet, and of one that does not exist


class Known:
    """What is kept on a word of the language: its shape, whether it is on a list, and rows once they are asked for."""

    __slots__ = ("folded", "listed", "named", "names", "rows", "shape", "text")

    def __init__(self, text: str, folded: str, named: str | None = None) -> None:
        """`named` stands for what begins and ends a sentence."""
        self.text, self.folded = text, folded
        self.shape = shape(text)
        self.listed = bool(classes(folded))
        self.names = first_or_last(folded)
        self.named = named or self.names + self.shape[:1]
        self.rows = [UNKNOWN] * 8


class Tables:
    """Rows of whole hundredths; the first are the weights of single features, the last is nothing."""

    def __init__(self, read: Weights) -> None:
        self.moves = read.moves.astype(np.int64)  #: from tag to tag
        self._single = read.rows
        self._first = len(read.weights)
        self._rows = np.zeros((self._first + _ROOM, read.weights.shape[1]), dtype=np.int32)
        self._rows[: self._first] = read.weights
        self._clear()

    def _clear(self) -> None:
        self._used = self._first
        self._words: dict[str, Known] = {}
        self._kept: dict[tuple[object, ...], int] = {}
        self._edges = tuple(Known(edge, edge, "00-") for edge in EDGES)

    def make_room(self) -> None:
        """Forget all sums if there are too many; not while their rows are in use."""
        if self._used > self._first + _ROOM // 2 or len(self._words) > _ROOM:
            self._clear()

    def known(self, words: Sequence[Word]) -> list[Known]:
        """What is kept on each word of a sentence, with two edges before it and two after it."""
        kept = self._words
        found: list[Known] = [self._edges[0]] * 2
        for word in words:
            one = kept.get(word.text)
            if one is None:
                one = kept[word.text] = Known(word.text, word.folded)
            found.append(one)
        found += [self._edges[1]] * 2
        return found

    def sums(self, rows: Sequence[int], starts: Sequence[int]) -> np.ndarray[Any, np.dtype[np.int32]]:
        """The sums of the rows of each word, whose own begin at `starts`."""
        found: np.ndarray[Any, np.dtype[np.int32]] = np.add.reduceat(self._rows[rows], starts, axis=0)
        return found

    def single(self, feature: str) -> int:
        """The row of one feature; negative if it has none."""
        return self._single.get(feature, NONE)

    def own(self, word: Known, possessive: bool) -> int:
        """The row of what a word says of itself."""
        row = word.rows[OWN + possessive]
        return row if row >= 0 else self._keep(word, OWN + possessive, of_word(word.text, word.folded, possessive))

    def before(self, word: Known, raised: bool) -> int:
        """The row of what a word says of the one after it, which is `raised` or not."""
        row = word.rows[BEFORE + raised]
        return row if row >= 0 else self._keep_beside(word, BEFORE + raised, "a", raised)

    def after(self, word: Known, raised: bool) -> int:
        """The row of what a word says of the one before it, which is `raised` or not."""
        row = word.rows[AFTER + raised]
        return row if row >= 0 else self._keep_beside(word, AFTER + raised, "z", raised)

    def second_before(self, word: Known) -> int:
        """The row of what a word says of the next but one."""
        row = word.rows[SECOND_BEFORE]
        return row if row >= 0 else self._keep_beside(word, SECOND_BEFORE, "a2", True)

    def second_after(self, word: Known) -> int:
        """The row of what a word says of the one that stands two before it."""
        row = word.rows[SECOND_AFTER]
        return row if row >= 0 else self._keep_beside(word, SECOND_AFTER, "z2", True)

    def knows(self, feature: str) -> bool:
        """Whether a feature has weights."""
        return feature in self._single

    def _keep_beside(self, word: Known, place: int, side: str, raised: bool) -> int:
        """A new row for a word beside another, or that of all words on the same lists if it says no more than they."""
        second = side[-1] == "2"
        alike = (side, raised, classes(word.folded), senses(word.folded), word.shape if second else "")
        row = None if self.knows(f"{side}={word.folded}") else self._kept.get(alike)
        if row is None:
            told = of_second(word.folded, word.shape, side) if second else of_neighbour(word.folded, raised, side)
            row = self.add(told)
            if not self.knows(f"{side}={word.folded}"):
                self._kept[alike] = row
        word.rows[place] = row
        return row

    def form(self, form: tuple[Any, ...]) -> int:
        """The row of a form, given as the fields of `Form`."""
        row = self._kept.get(form)
        if row is None:
            row = self._kept[form] = self.add(of_form(Form(*form)))
        return row

    def company(self, company: tuple[Any, ...]) -> int:
        """The row of a company, given as the fields of `Company`."""
        row = self._kept.get(company)
        if row is None:
            row = self._kept[company] = self.add(of_company(Company(*company)))
        return row

    def _keep(self, word: Known, place: int, features: Sequence[str]) -> int:
        row = word.rows[place] = self.add(features)
        return row

    def add(self, features: Sequence[str]) -> int:
        """A new row with the sum of the weights of features."""
        row = self._used
        if row == len(self._rows):  # one article with more forms than there is room for
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        known = [self._single[feature] for feature in features if feature in self._single]
        self._rows[row] = self._rows[known].sum(axis=0)
        self._used = row + 1
        return row


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The tables for the weights in the package."""
    return Tables(weights())
