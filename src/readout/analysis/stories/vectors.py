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

    from readout.analysis.stories.features import Weighed

BACKGROUND = 300  #: how many articles the table of English counts for beside the pile
UNLISTED = 0.3  #: in how many stretches of the table a word that is not in it is taken to occur
COMMONEST = 0.2  #: a word in more than this share of all English tells nothing
LONGEST = 200  #: the heaviest words of an article that are kept


@dataclass(frozen=True, slots=True)
class Vector:
    """Numbers of words and their weights, heaviest first; `plain` is the length of the part that is no name."""

    words: array[int]
    weights: array[float]
    plain: float

    def as_dict(self) -> dict[int, float]:
        """The same, for looking up words."""
        return dict(zip(self.words, self.weights, strict=True))


class Vocabulary:
    """Numbers for words, and how telling each is."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.words: list[str] = []
        self.counts: list[int] = []
        self.named: list[int] = []
        table = english_frequencies()
        self._stretches = table.stretches
        self._english: Counter[str] = Counter()
        for word, count in table.counts.items():
            self._english[stem(word)] = max(self._english[stem(word)], count)

    def share(self, word: str) -> float:
        """The share of stretches of English at large that hold the word."""
        return (self._english[word] or UNLISTED) / self._stretches

    def add(self, weighed: Weighed) -> tuple[array[int], array[float]]:
        """Take note of one article's words; they come back as numbers with their weights, without the commonest."""
        numbers, weights = array("i"), array("f")
        for word, weight in weighed.weights.items():
            number = self.numbers.get(word)
            if number is None:
                number = self._number(word)
            if number < 0:
                continue
            self.counts[number] += 1
            self.named[number] += word in weighed.names
            numbers.append(number)
            weights.append(weight)
        return numbers, weights

    def telling(self, articles: int) -> list[float]:
        """For each number, how telling its word is: inverse frequency in the pile blended with English at large."""
        total = articles + BACKGROUND
        return [
            math.log(1.0 + total / (count + BACKGROUND * self.share(word) + 0.5))
            for word, count in zip(self.words, self.counts, strict=True)
        ]

    def _number(self, word: str) -> int:
        """A number for a new word; -1 if it tells nothing."""
        if self.share(word) > COMMONEST:
            number = -1
        else:
            number = len(self.counts)
            self.counts.append(0)
            self.named.append(0)
            self.words.append(word)
        self.numbers[word] = number
        return number

    def is_name(self) -> bytearray:
        """For each number, 1 where most articles that have the word write it as a name."""
        return bytearray(2 * named > count for named, count in zip(self.named, self.counts, strict=True))


def make_vectors(weighed: Iterable[Weighed]) -> tuple[list[Vector], bytearray]:
    """A vector of unit length for each article, and for each number of a word whether it is a name.

    Words that only one article has add to its length alone.
    """
    vocabulary = Vocabulary()
    rows = [vocabulary.add(row) for row in weighed]
    telling, names = vocabulary.telling(len(rows)), vocabulary.is_name()
    return [_unit(numbers, weights, telling, names, vocabulary.counts) for numbers, weights in rows], names


def _unit(
    numbers: array[int], weights: array[float], telling: list[float], names: bytearray, counts: list[int]
) -> Vector:
    heavy = sorted((-weight * telling[number], number) for number, weight in zip(numbers, weights, strict=True))
    length = math.sqrt(sum(weight * weight for weight, _ in heavy)) or 1.0
    plain = math.sqrt(sum(weight * weight for weight, number in heavy if not names[number])) / length
    kept = [(number, -weight / length) for weight, number in heavy[:LONGEST] if counts[number] > 1]
    return Vector(array("i", [number for number, _ in kept]), array("f", [weight for _, weight in kept]), plain)
