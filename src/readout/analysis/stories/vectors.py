"""Articles as sparse vectors of unit length; how telling a word is comes from the pile and from English at large."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.analysis.stories.features import stem
from readout.language.frequencies import english_frequencies

if TYPE_CHECKING:
    from collections.abc import Iterable

BACKGROUND = 300  #: how many articles the table of English counts for beside the pile
UNLISTED = 0.3  #: in how many stretches of the table a word that is not in it is taken to occur
COMMONEST = 0.2  #: a word in more than this share of all English tells nothing
LONGEST = 200  #: the heaviest words of an article that are kept


@dataclass(frozen=True, slots=True)
class Vector:
    """Numbers of words and their weights, heaviest first."""

    words: array[int]
    weights: array[float]

    def as_dict(self) -> dict[int, float]:
        """The same, for looking up words."""
        return dict(zip(self.words, self.weights, strict=True))


class Vocabulary:
    """Numbers for words, and how telling each is."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.counts: list[int] = []
        table = english_frequencies()
        self._stretches = table.stretches
        self._english: Counter[str] = Counter()
        for word, count in table.counts.items():
            self._english[stem(word)] = max(self._english[stem(word)], count)

    def share(self, word: str) -> float:
        """The share of stretches of English at large that hold the word."""
        return (self._english[word] or UNLISTED) / self._stretches

    def add(self, weighed: dict[str, float]) -> tuple[array[int], array[float]]:
        """Take note of one article's words; they come back as numbers with their weights, without the commonest."""
        numbers, weights = array("l"), array("f")
        for word, weight in weighed.items():
            if self.share(word) > COMMONEST:
                continue
            number = self.numbers.setdefault(word, len(self.numbers))
            if number == len(self.counts):
                self.counts.append(0)
            self.counts[number] += 1
            numbers.append(number)
            weights.append(weight)
        return numbers, weights

    def telling(self, articles: int) -> list[float]:
        """For each number, how telling its word is: inverse frequency in the pile blended with English at large."""
        total = articles + BACKGROUND
        return [
            math.log(1.0 + total / (count + BACKGROUND * self.share(word) + 0.5))
            for word, count in zip(self.numbers, self.counts, strict=True)
        ]


def make_vectors(weighed: Iterable[dict[str, float]]) -> list[Vector]:
    """A vector of unit length for each article's weighed words; words that only one article has add to length alone."""
    vocabulary = Vocabulary()
    rows = [vocabulary.add(row) for row in weighed]
    telling = vocabulary.telling(len(rows))
    return [_unit(numbers, weights, telling, vocabulary.counts) for numbers, weights in rows]


def _unit(numbers: array[int], weights: array[float], telling: list[float], counts: list[int]) -> Vector:
    heavy = sorted(((-weight * telling[number], number) for number, weight in zip(numbers, weights, strict=True)))
    length = math.sqrt(sum(weight * weight for weight, _ in heavy)) or 1.0
    kept = [(number, -weight / length) for weight, number in heavy[:LONGEST] if counts[number] > 1]
    return Vector(array("l", [number for number, _ in kept]), array("f", [weight for _, weight in kept]))
