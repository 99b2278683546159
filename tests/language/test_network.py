"""Our own reader of the weights against spaCy's, and that a sentence's parse hangs on nothing but the sentence."""

import random

import numpy as np
import pytest
import spacy
from threadpoolctl import threadpool_info

from readout.language import parser
from readout.language.network import Network, _move_names
from readout.language.parser import OURS, load_network
from readout.language.products import by_blis, by_numpy, by_numpy_within, is_steady, one_thread, product_with

OPENINGS = (
    "The mayor of Halden",
    "She",
    "What the ministry had promised, it",
    "Two of the five bridges",
    '"We',
    "Not he but I",
)
VERBS = ("said that", "told reporters", "denied on Monday:", "was warned of", "has long wanted to see", "were")
ENDS = (
    "the old harbour would stay open, he added.",
    "closed, weren't they?",
    '"a scandal", in her words.',
    "3,000 people (or so).",
    "!",
)


def invented(count):
    chance = random.Random(3)
    return [" ".join(chance.choice(part) for part in (OPENINGS, VERBS, ENDS)) for _ in range(count)] + [
        "What did the committee that nobody elected say it would, in the end, want us to give them?",
        "Yes.",
        "x " * 120,
    ]


@pytest.fixture(scope="module")
def sentences():
    return list(dict.fromkeys(invented(60)))


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(OURS)


def test_our_reader_parses_as_spacy_does(sentences, nlp):
    ours = list(parser._ours(sentences))
    theirs = [parser._rows(doc) for doc in nlp.pipe(sentences)]
    assert ours == theirs


def test_moves_have_the_order_of_their_scores(nlp):
    assert _move_names(OURS / "parser" / "moves") == tuple(nlp.get_pipe("parser").move_names)


def test_vectors_do_not_hang_on_what_else_is_in_the_batch(sentences):
    network = load_network()
    cuts = network.cut(sentences)
    with one_thread():
        together = np.concatenate(list(network.vectors(cuts)))
        apart = np.concatenate([next(network.vectors([cut])) for cut in cuts])
    assert np.array_equal(together, apart)


def test_words_forgotten_and_learnt_anew_have_the_same_vectors(sentences, monkeypatch):
    monkeypatch.setattr("readout.language.tokeniser._MOST_FORMS", 20)
    network = Network(OURS)
    first = next(network.vectors(network.cut(sentences[:1])))
    for sentence in sentences:
        next(network.vectors(network.cut([sentence])))
    assert np.array_equal(next(network.vectors(network.cut(sentences[:1]))), first)


def test_the_product_in_use_is_steady():
    with one_thread():
        assert is_steady(product_with)
        assert is_steady(by_blis)


@pytest.mark.parametrize("way", [by_numpy, by_numpy_within, by_blis, product_with])
def test_products_give_a_row_for_each_row_and_a_column_for_each_column(way):
    rows, weights = np.arange(15, dtype=np.float32).reshape(5, 3), np.arange(21, dtype=np.float32).reshape(3, 7)
    assert np.array_equal(way(weights)(rows), rows @ weights)


def test_a_product_that_adds_in_an_order_of_its_own_is_not_steady():
    def by_position(right):
        def product(left):
            turned = np.arange(len(left)) % 5 == 0
            other = np.ascontiguousarray(left[:, ::-1]) @ np.ascontiguousarray(right[::-1])
            return np.where(turned[:, None], other, left @ right)

        return product

    assert not is_steady(by_position)


def test_parsing_holds_numpy_to_one_thread():
    before = [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]
    with one_thread():
        inside = [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]
    assert set(inside) <= {1}
    assert [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"] == before
