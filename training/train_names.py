"""Train the tagger of names and the vote: train_names.py --data DIR --out src/readout/language/names.

The tagger is a linear-chain conditional random field (Lafferty et al. 2001), the mean of three fits. The vote on the
kind of a name is a linear model over what taggers say of texts that they were not trained on (Wolpert 1992).
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from crf import Rows, fit
from name_data import TRAIN, TaggedText, read_tagged

from readout.analysis.names.entities import group_mentions
from readout.analysis.names.features import read_lists, read_text, style_of
from readout.analysis.names.mentions import find_mentions
from readout.analysis.names.tables import Tables
from readout.analysis.names.tagger import KINDS, TAGS, Sums
from readout.analysis.names.vote import of_words, signs_of_use
from readout.analysis.names.words import is_heading, read_words
from readout.language.names import Weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Array = np.ndarray[Any, np.dtype[Any]]

SEEDS = (1, 2, 3)
SMALL = 15  #: hundredths; a feature without a greater weight is left out
FOLDS = 4  #: taggers trained for the vote, each on the other folds
NO_VOTE = ("broad_twitter", "wnut17")  #: sets of single lines, from which the vote learns nothing on documents
RARE_SIGN = 5
PULL = 5.0  #: towards no weight, of the vote
STEPS = 400
RATE = 0.03


@dataclass(frozen=True, slots=True)
class Given:
    """A text to train on: its set, its fold, and the tagged text."""

    name: str
    fold: int
    text: TaggedText


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without", nargs="*", default=[], help="files to leave out, so that they can be scored")
    given = parser.parse_args()
    chosen = [name for name in TRAIN if name not in given.without]
    texts = [Given(name, fold_of(text), text) for name in chosen for text in read_tagged(given.data / name)]
    rows, owners = rows_of(texts)
    print(len(owners), "sentences")
    folds = np.array([text.fold for text in texts])[owners]
    signs: list[tuple[list[tuple[str, float]], Array]] = []
    for fold in range(FOLDS):
        tables = Tables(weights_of(rows, fit(rows, (folds != fold).astype(float), SEEDS)))
        held = (one for one in texts if one.fold == fold and not one.name.startswith(NO_VOTE))
        signs += [row for one in held for row in signs_in(one.text, tables)]
    kinds = [kind.value for kind in KINDS]
    write(given.out / "votes.tsv", kinds, None, *fit_vote(signs))
    final = weights_of(rows, fit(rows, np.ones(len(owners)), SEEDS))
    write(given.out / "weights.tsv", final.tags, final.moves, list(final.rows), final.weights)


def fold_of(text: TaggedText) -> int:
    return sha256(text.text.encode()).digest()[0] % FOLDS


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

    def knows(self, feature: str) -> bool:
        return True

    def single(self, feature: str) -> int:
        if feature not in self._alone:
            self._alone[feature] = self.add([feature])
        return self._alone[feature]


def rows_of(texts: Sequence[Given]) -> tuple[Rows, Array]:
    """All sentences as rows of features and tags, and the number of the text each is from."""
    kept = Features()
    numbers: dict[str, int] = {}
    words, begins, tags, owners = [0], [0], list[int](), list[int]()
    features: list[int] = []
    for owner, one in enumerate(texts):
        for found, gold in sentences_of(one.text, kept):
            for named in found:
                features.extend([numbers.setdefault(name, len(numbers)) for name in named])
                begins.append(len(features))
            tags.extend(gold)
            words.append(len(tags))
            owners.append(owner)
    rows = Rows(
        names=list(numbers),
        words=np.array(words, dtype=np.int32),
        begins=np.array(begins, dtype=np.int64),
        features=np.array(features, dtype=np.int32),
        tags=np.array(tags, dtype=np.int8),
    )
    return rows, np.array(owners)


def sentences_of(text: TaggedText, kept: Features) -> Iterable[tuple[list[list[str]], list[int]]]:
    """For each sentence of a text, the features of its words and their gold tags."""
    lines = [read_words(text.text, start, end) for start, end in text.sentences]
    whole = read_text(lines)
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
        yield features, tags


def weights_of(rows: Rows, fitted: tuple[Array, Array, Array]) -> Weights:
    """Weights in whole hundredths, in the order of the features' names."""
    numbers, weights, moves = fitted
    whole = np.round(weights * 100).astype(np.int32)
    telling = np.flatnonzero(np.abs(whole).max(axis=1) > SMALL)
    order = sorted(telling.tolist(), key=lambda row: rows.names[numbers[row]])
    index = {rows.names[numbers[row]]: place for place, row in enumerate(order)}
    return Weights(tags=TAGS, rows=index, weights=whole[order], moves=np.round(moves * 100).astype(np.int32))


def signs_in(text: TaggedText, tables: Tables) -> Iterable[tuple[list[tuple[str, float]], Array]]:
    """For each name found in a text its signs, and how many of its mentions are of each kind."""
    read = [read_words(text.text, start, end) for start, end in text.sentences]
    whole = read_text(read)
    plain = [line for line in read if not is_heading(line)]
    groups = list(group_mentions(find_mentions(plain, whole, tables), text.text).values())
    gold = {(start, end): kind for start, end, kind in text.names}
    kinds = [kind.value for kind in KINDS]
    for group, signs in zip(groups, signs_of_use(groups, whole), strict=True):
        counts = Counter(gold.get(place, kinds[-1]) for place in group.places)
        yield (
            [*signs, *((sign, 1.0) for sign in of_words(group.key))],
            np.array([counts[kind] for kind in kinds], dtype=float),
        )


def fit_vote(signs: Sequence[tuple[list[tuple[str, float]], Array]]) -> tuple[list[str], Array]:
    """The signs and their weights in whole hundredths: a multinomial logistic regression, by Adam over all names."""
    often = Counter(sign for found, _ in signs for sign, _ in found)
    known = sorted(sign for sign, count in often.items() if count >= RARE_SIGN)
    index = {sign: column for column, sign in enumerate(known)}
    given = np.zeros((len(signs), len(known)))
    for row, (found, _) in enumerate(signs):
        for sign, value in found:
            if sign in index:
                given[row, index[sign]] = value
    gold = np.array([counts for _, counts in signs])
    many = gold.sum(axis=1, keepdims=True)
    weights = np.zeros((len(known), gold.shape[1]))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = given @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        slope = (given.T @ (odds * many - gold) + PULL * weights) / many.sum()
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    print(len(signs), "names", len(known), "signs")
    return known, np.round(weights * 100).astype(np.int32)


def write(path: Path, tags: Sequence[str], moves: Array | None, features: Sequence[str], weights: Array) -> None:
    """The tags, the moves if there are any, and one line for each feature or sign, in whole hundredths."""
    lines = ["\t".join(tags)]
    if moves is not None:
        lines.append("\t".join(" ".join(map(str, row)) for row in moves.tolist()))
    lines += [feature + "\t" + " ".join(map(str, row)) for feature, row in zip(features, weights.tolist(), strict=True)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(path.name, len(features), "weights", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
