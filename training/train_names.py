"""Train the tagger of names: train_names.py --data DIR --out src/readout/language/names.

A linear-chain conditional random field (Lafferty et al. 2001), by AdaGrad over single sentences.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from name_data import TRAIN, TaggedText, read_tagged

from readout.analysis.names.features import read_lists, read_text, style_of
from readout.analysis.names.tables import Tables
from readout.analysis.names.tagger import TAGS, Sums, follows
from readout.analysis.names.words import read_words
from readout.language.names import Weights

if TYPE_CHECKING:
    from collections.abc import Sequence

Array = np.ndarray[Any, np.dtype[np.float64]]

RARE = 3  #: features seen less often get no weight
SMALL = 15  #: hundredths; a feature without a greater weight is left out
EPOCHS = 4
RATE = 0.1
DECAY = 3e-3
START = 1e-2  #: first sum of squares
LONGEST = 150  #: words of a sentence to train on
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence: features of all words in one row, where each word's begin, how many it has, and the gold tags."""

    features: Any
    starts: Any
    counts: Any
    tags: Any


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--without", nargs="*", default=[], help="files to leave out, so that they can be scored")
    given = parser.parse_args()
    kept = Features()
    chosen = [name for name in TRAIN if name not in given.without]
    rows = [row for name in chosen for text in read_tagged(given.data / name) for row in sentences_of(text, kept)]
    print(len(rows), "sentences")
    counts = Counter(feature for words, _ in rows for features in words for feature in features)
    index = {feature: n for n, feature in enumerate(sorted(f for f, count in counts.items() if count >= RARE))}
    weights, moves = fit([example(row, index) for row in rows if len(row[0]) <= LONGEST], len(index), given.seed)
    write(given.out / "weights.tsv", index, weights, moves)


class Features(Tables):
    """Keeps the features themselves where `Tables` keeps sums of their weights."""

    def __init__(self) -> None:
        nothing = np.zeros((0, len(TAGS)), dtype=np.int32)
        super().__init__(Weights(tags=TAGS, rows={}, weights=nothing, moves=nothing))
        self.lists: list[Sequence[str]] = []
        self._alone: dict[str, int] = {}

    def add(self, features: Sequence[str]) -> int:
        self.lists.append(features)
        return len(self.lists) - 1

    def single(self, feature: str) -> int:
        if feature not in self._alone:
            self._alone[feature] = self.add([feature])
        return self._alone[feature]


def sentences_of(text: TaggedText, kept: Features) -> list[tuple[list[list[str]], list[int]]]:
    """For each sentence of a text, the features of its words and their gold tags."""
    lines = [read_words(text.text, start, end) for start, end in text.sentences]
    whole = read_text(lines)
    found = []
    for line in (line for line in lines if line.words):
        words, style = line.words, style_of(line)
        marks = read_lists(line, style)
        sums = Sums(whole, kept)
        sums.add_words(line, range(len(words)), marks, style)
        features = [
            [feature for row in sums.rows[low:high] for feature in kept.lists[row]]
            for low, high in pairwise([*sums.starts, len(sums.rows)])
        ]
        gold = [name for name in text.names if words[0].start <= name[0] < words[-1].end]
        tags = [0] * len(words)
        for low, high, kind in gold:
            inside = [n for n, w in enumerate(words) if 2 * (min(high, w.end) - max(low, w.start)) > w.end - w.start]
            for number in inside:
                tags[number] = TAGS.index(("B-" if number == inside[0] else "I-") + kind)
        found.append((features, tags))
    return found


def example(row: tuple[list[list[str]], list[int]], index: dict[str, int]) -> Example:
    known = [[index[f] for f in features if f in index] for features in row[0]]
    counts = np.array([len(features) for features in known])
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    return Example(np.array([f for features in known for f in features]), starts, counts, np.array(row[1]))


def fit(data: list[Example], size: int, seed: int) -> tuple[Array, Array]:
    """Weights of features and of moves from tag to tag, averaged over the later half of the epochs."""
    kinds = len(TAGS)
    weights, moves = np.zeros((size, kinds)), np.zeros((kinds, kinds))
    squares, move_squares = np.full_like(weights, START), np.full_like(moves, START)
    mean, mean_moves = np.zeros_like(weights), np.zeros_like(moves)
    barred = np.array([[0.0 if follows(a, b) else NEVER for b in range(kinds)] for a in range(kinds)])
    chance = random.Random(seed)
    for epoch in range(EPOCHS):
        chance.shuffle(data)
        lost = 0.0
        for one in data:
            scores = np.add.reduceat(weights[one.features], one.starts, axis=0)
            loss, slope, move_slope = gradients(scores, moves + barred, one.tags, barred[0])
            lost += loss
            telling = np.abs(slope).max(axis=1) > 1e-3
            chosen = np.repeat(telling, one.counts)
            active, places = np.unique(one.features[chosen], return_inverse=True)
            if len(active):
                step = DECAY * weights[active]
                np.add.at(step, places, np.repeat(slope, one.counts, axis=0)[chosen])
                squares[active] += step**2
                weights[active] -= RATE * step / np.sqrt(squares[active])
            move_squares += move_slope**2
            moves -= RATE * move_slope / np.sqrt(move_squares)
        print("epoch", epoch, "loss", round(lost / len(data), 3), flush=True)
        if epoch >= EPOCHS // 2:
            mean += weights
            mean_moves += moves
    later = EPOCHS - EPOCHS // 2
    return mean / later, mean_moves / later


def gradients(scores: Array, moves: Array, tags: Any, first: Array) -> tuple[float, Array, Array]:
    """The loss of one sentence and its slopes, by the forward and backward algorithm."""
    length = len(scores)
    ahead, behind = np.empty_like(scores), np.zeros_like(scores)
    odds = np.exp(moves)
    ahead[0] = scores[0] + first
    for n in range(1, length):
        top = ahead[n - 1].max()
        ahead[n] = np.log(np.exp(ahead[n - 1] - top) @ odds + 1e-300) + top + scores[n]
    for n in range(length - 2, -1, -1):
        value = behind[n + 1] + scores[n + 1]
        top = value.max()
        behind[n] = np.log(odds @ np.exp(value - top) + 1e-300) + top
    top = ahead[-1].max()
    whole = np.log(np.exp(ahead[-1] - top).sum()) + top
    slope = np.exp(ahead + behind - whole)
    slope[np.arange(length), tags] -= 1
    pairs = np.exp(ahead[:-1, :, None] + moves[None] + (scores[1:] + behind[1:])[:, None, :] - whole).sum(axis=0)
    np.add.at(pairs, (tags[:-1], tags[1:]), -1)
    gold = scores[np.arange(length), tags].sum() + moves[tags[:-1], tags[1:]].sum()
    return float(whole - gold), slope, pairs


def write(path: Path, index: dict[str, int], weights: Array, moves: Array) -> None:
    """Whole hundredths: the tags, the moves, and one line for each feature that has a weight."""
    lines = ["\t".join(TAGS), "\t".join(" ".join(str(round(float(w) * 100)) for w in row) for row in moves)]
    for feature, number in index.items():
        row = [round(float(w) * 100) for w in weights[number]]
        if max(map(abs, row)) > SMALL:
            lines.append(feature + "\t" + " ".join(map(str, row)))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines) - 2, "weights", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
