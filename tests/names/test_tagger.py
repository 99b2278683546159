"""The tagger of names: its paths and chances, against plain ways to work them out."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.analysis.names.features import read_text
from readout.analysis.names.tables import tables
from readout.analysis.names.tagger import KINDS, OUTSIDE, TAGS, Reading, follows
from readout.analysis.names.words import read_words
from readout.language.names import weights
from steps import assert_linear

WORDS = st.sampled_from("Anna Keller of the Lorvania Bank said in Oslo , US-led The Guard al-Amin . x".split())
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=4)


def read(sentences: list[str]) -> Reading:
    lines = [read_words(sentence, 0, len(sentence)) for sentence in sentences]
    return Reading(lines, read_text(lines), tables())


def best_path(rows: list[list[int]], inside: bool) -> int:
    """The score of the best tags for a stretch of words, all tried."""
    moves = weights().moves.tolist()
    best = -(10**9)
    for tags in product(range(len(TAGS)), repeat=len(rows)):
        before = (OUTSIDE, *tags)
        if all(follows(a, b) for a, b in zip(before, tags, strict=False)):
            steps = [moves[a][b] for a, b in zip(before, tags, strict=False)]
            total = sum(row[tag] for row, tag in zip(rows, tags, strict=True)) + sum(steps if inside else steps[1:])
            best = max(best, total)
    return best


@settings(max_examples=25)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_the_tags_are_the_best_of_all_paths(words: list[str]):
    reading = read([" ".join(words)])
    near = [place for place in range(len(reading._scores)) if reading._scores[place].tolist() != [0, *[-600] * 8]]
    if not near or near != list(range(near[0], near[-1] + 1)) or len(near) > 4:
        return
    rows = reading._scores[near].tolist()
    moves = weights().moves.tolist()
    tags = reading._tags[near].tolist()
    inside = near[0] > 0
    found = sum(row[tag] for row, tag in zip(rows, tags, strict=True))
    steps = [moves[a][b] for a, b in zip([OUTSIDE, *tags], tags, strict=False)]
    assert found + sum(steps if inside else steps[1:]) == best_path(rows, inside)


@settings(max_examples=30)
@given(SENTENCES)
def test_a_sentence_is_read_alike_alone_and_beside_others(sentences: list[str]):
    lines = [read_words(sentence, 0, len(sentence)) for sentence in sentences]
    whole = read_text(lines)
    together = Reading(lines, whole, tables())
    assert together.names() == [Reading([line], whole, tables()).names()[0] for line in lines]
    spans = [(number, low, low + 1) for number, line in enumerate(lines) for low in range(len(line.words))]
    for (number, low, high), row in zip(spans, together.chances(spans), strict=True):
        (alone,) = Reading([lines[number]], whole, tables()).chances([(0, low, high)])
        assert row == alone
        assert len(row) == len(KINDS)
        assert math.isclose(sum(math.exp(chance) for chance in row), 1, abs_tol=0.01)


def test_sums_are_the_same_after_all_were_forgotten():
    sentences = ["Anna Keller of the Lorvania Bank spoke in Oslo."]
    before = read(sentences)._scores
    tables()._clear()
    assert np.array_equal(before, read(sentences)._scores)


def test_a_sentence_of_names_only_takes_linear_work():
    assert_linear(lambda count: read([" ".join(f"Xano{number % 50} Velt" for number in range(count))]), 500)
