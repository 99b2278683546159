"""Our English network computed with NumPy: vectors of words, their tags, and what the parser needs of the weights.

The same sums as spaCy does for `training/english.cfg` (hash embeddings, a maxout CNN with residuals and layer
normalisation, softmax tags), over the sentences of many articles at once and without its documents in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from readout.language.products import COLUMNS, full, steady_product

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Matrix = NDArray[np.float32]
    Numbers = NDArray[np.intp]

_BETWEEN = 4  #: empty rows between two sentences, so that no layer sees the one in the other; as many as layers
_AT_ONCE = 1000  #: rows computed together, so that they stay in the processor's cache
_MOST_FORMS = 40_000  #: words whose embedding is kept
_TINY = np.float32(1e-8)


@dataclass(frozen=True, slots=True)
class Layer:
    """A maxout layer with normalisation: pieces side by side in `weights`."""

    weights: Matrix
    bias: Matrix
    gain: Matrix
    shift: Matrix


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of the transition parser: a hidden layer over the words of a state, and the scores of moves."""

    narrow: Matrix
    narrow_bias: Matrix
    hidden: Matrix  #: rows: for each place of a state, the word's vector and whether there is none
    hidden_bias: Matrix
    moves: Matrix
    moves_bias: Matrix
    names: tuple[str, ...]  #: of the moves: S, D, L-nsubj, ...


class Network:
    """The weights of our pipeline, and the embeddings of the words seen so far."""

    def __init__(self, nlp: Language) -> None:
        """Take the weights out of the loaded pipeline."""
        vectors: Any = nlp.get_pipe("tok2vec")
        parts = list(vectors.model.walk())
        self._hashes = [part for part in parts if part.name == "hashembed"]
        self._columns = next(part for part in parts if part.name == "extract_features").attrs["columns"]
        self._mix = next(part for part in parts if part.name == "maxout>>layernorm")
        maxouts = [part for part in parts if part.name == "maxout"][1:]
        norms = [part for part in parts if part.name == "layernorm"][1:]
        self.width = int(maxouts[0].get_dim("nO"))
        self._layers = tuple(_layer(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True))
        tagger: Any = nlp.get_pipe("morphologizer")
        self.tags = tuple(label.removeprefix("POS=") for label in tagger.labels)
        softmax = next(part for part in tagger.model.walk() if part.name == "softmax")
        self._tags, self._tags_bias = _tiled(softmax.get_param("W").T), softmax.get_param("b")
        self.scorer = _scorer(nlp)
        self._product = steady_product()
        self._forget()

    def _forget(self) -> None:
        self._rows: dict[tuple[int, int], int] = {}
        self._table = np.zeros((2048, self.width), np.float32)

    def vectors(self, docs: Sequence[Doc]) -> Matrix:
        """A row for each word of the sentences, one after the other; each sentence by itself."""
        rows = self._embedded(docs)
        found = np.empty((len(rows), self.width), np.float32)
        at = 0
        for lengths in _in_portions([len(doc) for doc in docs]):
            count = sum(lengths)
            found[at : at + count] = self._encode(rows[at : at + count], lengths)
            at += count
        return found

    def tag(self, vectors: Matrix) -> list[str]:
        """The Universal POS tag of each word."""
        scores = self._product(_filled(vectors), self._tags)[: len(vectors), : len(self.tags)] + self._tags_bias
        return [self.tags[best] for best in scores.argmax(axis=1).tolist()]

    def _embedded(self, docs: Sequence[Doc]) -> Numbers:
        """For each word the row of `_table` with its embedding; what is new is put there."""
        if len(self._rows) > _MOST_FORMS:
            self._forget()
        keys = [(orth, norm) for doc in docs for orth, norm in doc.to_array(["ORTH", "NORM"]).tolist()]
        known = self._rows
        new = {key: at for at, key in enumerate(keys) if key not in known}
        if new:
            features = np.concatenate([doc.to_array(self._columns) for doc in docs])[list(new.values())]
            hashed = [part.predict(features[:, column]) for column, part in enumerate(self._hashes)]
            embedded = self._mix.predict(np.concatenate(hashed, axis=1))
            low, high = len(known), len(known) + len(new)
            while high > len(self._table):
                self._table = np.concatenate([self._table, np.zeros_like(self._table)])
            self._table[low:high] = embedded
            known.update(zip(new, range(low, high), strict=True))
        return np.fromiter(map(known.__getitem__, keys), np.intp, len(keys))

    def _encode(self, rows: Numbers, lengths: Sequence[int]) -> Matrix:
        """The words of some sentences through the layers, each layer seeing a word's neighbours."""
        width, count = self.width, len(rows)
        places = np.arange(count) + np.repeat(_BETWEEN * np.arange(1, len(lengths) + 1), lengths)
        words = np.zeros((full(count + _BETWEEN * (len(lengths) + 1)), width), np.float32)
        words[places] = self._table[rows]
        beside = np.zeros((len(words), 3 * width), np.float32)
        for layer in self._layers:
            beside[1:, :width] = words[:-1]
            beside[:, width : 2 * width] = words
            beside[:-1, 2 * width :] = words[1:]
            pieces = self._product(beside, layer.weights)
            pieces += layer.bias
            best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
            np.maximum(best, pieces[:, 2 * width :], out=best)
            best -= best.mean(axis=1, keepdims=True)
            spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + _TINY
            best *= (1 / np.sqrt(spread))[:, None]
            best *= layer.gain
            best += layer.shift
            words += best
        found: Matrix = words[places]
        return found


def _in_portions(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Consecutive sentences, about `_AT_ONCE` words together."""
    portion: list[int] = []
    for length in lengths:
        if portion and sum(portion) + length > _AT_ONCE:
            yield portion
            portion = []
        portion.append(length)
    if portion:
        yield portion


def _filled(matrix: Matrix) -> Matrix:
    """The matrix with empty rows up to a full tile."""
    rows = full(len(matrix))
    if rows == len(matrix):
        return matrix
    return np.concatenate([matrix, np.zeros((rows - len(matrix), matrix.shape[1]), np.float32)])


def _tiled(weights: Matrix) -> Matrix:
    """The weights, inputs in rows, with empty columns up to a full tile."""
    missing = -weights.shape[1] % COLUMNS
    return np.ascontiguousarray(np.pad(weights, ((0, 0), (0, missing))))


def _layer(maxout: Any, norm: Any) -> Layer:
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    side_by_side = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])
    return Layer(_tiled(side_by_side.T), bias.T.reshape(-1).copy(), norm.get_param("G"), norm.get_param("b"))


def _scorer(nlp: Language) -> Scorer:
    parser: Any = nlp.get_pipe("parser")
    vectors, lower, upper = parser.model.layers
    narrow = next(part for part in vectors.walk() if part.name == "linear")
    weights, missing = lower.get_param("W"), lower.get_param("pad")[0]
    places, outputs, pieces, inputs = weights.shape
    hidden = np.zeros((places, inputs + 1, pieces * outputs), np.float32)
    hidden[:, :inputs] = weights.transpose(0, 3, 2, 1).reshape(places, inputs, -1)
    hidden[:, inputs] = missing.transpose(0, 2, 1).reshape(places, -1)
    return Scorer(
        narrow=_tiled(narrow.get_param("W").T),
        narrow_bias=narrow.get_param("b"),
        hidden=np.ascontiguousarray(hidden.reshape(places * (inputs + 1), -1)),
        hidden_bias=lower.get_param("b").T.reshape(-1).copy(),
        moves=_tiled(upper.get_param("W").T),
        moves_bias=upper.get_param("b"),
        names=tuple(parser.move_names),
    )
