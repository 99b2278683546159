"""Our English network computed with NumPy: vectors of words, their tags, and what the parser needs of the weights.

The same sums as spaCy does for `training/english.cfg` (hash embeddings, a maxout CNN with residuals and layer
normalisation, softmax tags), over the sentences of many articles at once and without its documents in between.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from readout.language.hashing import hash_string, spread
from readout.language.products import full, product_with
from readout.language.tokeniser import Tokeniser, Vocabulary
from readout.language.unpacking import Part, read_parts, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from readout.language.products import Product
    from readout.language.tokeniser import Cut, Form

    Matrix = NDArray[np.float32]
    Numbers = NDArray[np.intp]

_BETWEEN = 4  #: empty rows between two sentences, so that no layer sees the one in the other; as many as layers
_AT_ONCE = 1000  #: rows computed together, so that they stay in the processor's cache
_TINY = np.float32(1e-8)
_LONG = 100  #: letters; a longer word has no shape of its own
_MOST_KNOWN = 50_000


@dataclass(frozen=True, slots=True)
class Layer:
    """A maxout layer with normalisation: `product` has its pieces side by side."""

    product: Product
    bias: Matrix
    gain: Matrix
    shift: Matrix


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of the transition parser: a hidden layer over the words of a state, and the scores of moves."""

    narrow: Product
    narrow_bias: Matrix
    hidden: Product  #: of rows with, for each place of a state, the word's vector and whether there is none
    hidden_bias: Matrix
    moves: Product
    moves_bias: Matrix
    names: tuple[str, ...]  #: of the moves: S, D, L-nsubj, ...


class Network:
    """The weights of our pipeline, and the embeddings of the words seen so far."""

    def __init__(self, folder: Path) -> None:
        """Take the weights and the rules out of the pipeline's folder."""
        parts = read_parts(folder / "tok2vec" / "model")
        self._embeddings = [(part.weights["E"], part.settings["seed"]) for part in _named(parts, "hashembed")]
        maxouts, norms = _named(parts, "maxout"), _named(parts, "layernorm")
        self._mix, *layers = (_layer(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True))
        self._layers = tuple(layers)
        self.width = len(self._mix.gain)
        (softmax,) = _named(read_parts(folder / "morphologizer" / "model"), "softmax")
        self._tags, self._tags_bias = product_with(softmax.weights["W"].T), softmax.weights["b"]
        labels = json.loads((folder / "morphologizer" / "cfg").read_text(encoding="utf-8"))["labels_morph"]
        self.tags = tuple(label.removeprefix("POS=") for label in labels)
        self.scorer = _scorer(folder / "parser")
        self._features = Features.read(folder / "features.json")
        self._vocabulary = Vocabulary(Tokeniser(unpack((folder / "tokenizer").read_bytes())))
        self._table = np.zeros((0, self.width), np.float32)

    def cut(self, sentences: Sequence[str]) -> list[Cut]:
        """The words of each sentence; what was cut before this may not be asked for any more."""
        if self._vocabulary.is_full():
            self._vocabulary.clear()
            self._table = self._table[:0]
        return [self._vocabulary.cut(sentence) for sentence in sentences]

    def vectors(self, cuts: Sequence[Cut]) -> Iterator[Matrix]:
        """A row for each word of the sentences, one after the other; each sentence by itself.

        They come in portions, so that whoever takes them finds them in the processor's cache.
        """
        self._embed_new()
        rows = np.array([form for cut in cuts for form in cut.forms], np.intp)
        at = 0
        for lengths in _in_portions([len(cut.forms) for cut in cuts]):
            count = sum(lengths)
            yield self._encode(rows[at : at + count], lengths)
            at += count

    def tag(self, vectors: Matrix) -> list[str]:
        """The Universal POS tag of each word."""
        scores = self._tags(vectors) + self._tags_bias
        return [self.tags[best] for best in scores.argmax(axis=1).tolist()]

    def _embed_new(self) -> None:
        """Add the embeddings of forms that came since the last time to `_table`, which has a row for each."""
        new = self._vocabulary.forms[len(self._table) :]
        if not new:
            return
        features = zip(*map(self._features.of, new), strict=True)
        summed = [
            table[spread(column, seed) % len(table)].sum(axis=1)
            for column, (table, seed) in zip(features, self._embeddings, strict=True)
        ]
        mixed = self._maxout(np.concatenate(summed, axis=1), self._mix)
        self._table = np.concatenate([self._table, mixed])

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
            words += self._maxout(beside, layer)
        found: Matrix = words[places]
        return found

    def _maxout(self, inputs: Matrix, layer: Layer) -> Matrix:
        """The largest of each output's pieces, normalised over a row."""
        width = self.width
        pieces = layer.product(inputs)
        pieces += layer.bias
        best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread_out = np.einsum("ij,ij->i", best, best) / np.float32(width) + _TINY
        best *= (1 / np.sqrt(spread_out))[:, None]
        best *= layer.gain
        best += layer.shift
        return best


class Features(NamedTuple):
    """What the network looks at in a form, as numbers: its norm, first letter, last three and shape."""

    symbols: Mapping[str, int]  #: strings that spaCy numbers by a list of its own
    norms: Mapping[str, str]  #: of forms whose norm is not just their small letters
    known: dict[str, int]

    @classmethod
    def read(cls, path: Path) -> Features:
        """The features by the lists in a file."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(data["symbols"], data["norms"], {})

    def of(self, form: Form) -> tuple[int, int, int, int]:
        """The numbers of a form."""
        text = form.text
        norm = form.norm or self.norms.get(text) or text.lower()
        few = self._remembered
        return self._numbered(norm), few(text[0]), few(text[-3:]), few(shape_of(text))

    def _numbered(self, text: str) -> int:
        number = self.symbols.get(text)
        return hash_string(text) if number is None else number

    def _remembered(self, text: str) -> int:
        """The number of a string of which there are few."""
        number = self.known.get(text)
        if number is None:
            if len(self.known) > _MOST_KNOWN:
                self.known.clear()
            number = self.known[text] = self._numbered(text)
        return number


def shape_of(text: str) -> str:
    """A word's shape: X for capitals, x for other letters, d for digits; not more than four alike in a row."""
    if len(text) >= _LONG:
        return "LONG"
    signs = [("X" if c.isupper() else "x") if c.isalpha() else "d" if c.isdigit() else c for c in text]
    return "".join(sign for at, sign in enumerate(signs) if at < 4 or signs[at - 4 : at] != [sign] * 4)


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


def _named(parts: Sequence[Part], name: str) -> list[Part]:
    return [part for part in parts if part.name == name]


def _layer(maxout: Part, norm: Part) -> Layer:
    weights, bias = maxout.weights["W"], maxout.weights["b"]
    side_by_side = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])
    return Layer(product_with(side_by_side.T), bias.T.reshape(-1).copy(), norm.weights["G"], norm.weights["b"])


def _scorer(folder: Path) -> Scorer:
    parts = read_parts(folder / "model")
    (lower,) = _named(parts, "precomputable_affine")
    upper, narrow = _named(parts, "linear")
    weights, missing = lower.weights["W"], lower.weights["pad"][0]
    places, outputs, pieces, inputs = weights.shape
    hidden = np.zeros((places, inputs + 1, pieces * outputs), np.float32)
    hidden[:, :inputs] = weights.transpose(0, 3, 2, 1).reshape(places, inputs, -1)
    hidden[:, inputs] = missing.transpose(0, 2, 1).reshape(places, -1)
    return Scorer(
        narrow=product_with(narrow.weights["W"].T),
        narrow_bias=narrow.weights["b"],
        hidden=product_with(hidden.reshape(places * (inputs + 1), -1)),
        hidden_bias=lower.weights["b"].T.reshape(-1).copy(),
        moves=product_with(upper.weights["W"].T),
        moves_bias=upper.weights["b"],
        names=_move_names(folder / "moves"),
    )


def _move_names(path: Path) -> tuple[str, ...]:
    """The names of the moves in the order of their scores: by kind, and the commoner before the rarer."""
    counts = json.loads(unpack(path.read_bytes())["moves"])
    return tuple(
        f"{kind}-{label}" if label else kind
        for kind, labels in zip("SDLRB", (counts[key] for key in sorted(counts)), strict=True)
        for label in sorted(labels, key=lambda label: (labels[label], label), reverse=True)
    )
