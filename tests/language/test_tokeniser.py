"""Words, their features and the weights, each held against spaCy, without which we read them."""

from __future__ import annotations

import json

import numpy as np
import pytest
import spacy
import srsly
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import hash_string as spacys_hash
from spacy.symbols import IDS
from thinc.api import NumpyOps

from readout.language.hashing import hash_string, spread
from readout.language.network import Features
from readout.language.parser import OURS
from readout.language.tokeniser import Tokeniser, Vocabulary
from readout.language.unpacking import read_parts, unpack

NLP = spacy.load(OURS)
TOKENISER = Tokeniser(unpack((OURS / "tokenizer").read_bytes()))
PIECES = (
    "a A 1 . , ' - : ; ) ( / $ % \" @ _ * ! ? = + < > # & ~ n't 's http:// a.m. U.S. km ... é 中 🙂 ° :) :-( can 're "
    "I'm Mr. \u200b ² ½ € US$ well-known 10km e.g. John's x.com Ⅷ don't"
).split()


@pytest.mark.parametrize(
    "text",
    [
        "He said: \"It's over (for now),\" and can't--won't--go back.",
        "The U.S.-led force paid $3.5bn/€3bn at 5p.m. on 3/4/2024...",
        "See https://news.example/a-b?c=d, mail me@example.org, or #x @y.",
        "Rock'n'roll, the '90s; rock&roll: 10km/h, 25%-30%, -5°C!?",
        "I'd've said so ;) y'all gonna o'clock ma'am :-) he'll",
    ],
)
def test_words_are_spacys(text):
    assert [form.text for chunk in text.split() for form in TOKENISER.cut(chunk)] == [
        t.text for t in NLP.make_doc(text)
    ]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join))
def test_any_chunk_is_cut_as_spacy_cuts_it(chunk):
    doc = NLP.make_doc(chunk)
    forms = TOKENISER.cut(chunk)
    assert [form.text for form in forms] == [token.text for token in doc]
    features = Features.read(OURS / "features.json")
    wanted = doc.to_array(["NORM", "PREFIX", "SUFFIX", "SHAPE"]).reshape(len(doc), 4)
    assert [list(features.of(form)) for form in forms] == wanted.tolist()


def test_words_stand_where_they_are_in_the_sentence():
    sentence = 'She didn\'t say "yes" (or no).'
    starts, ends, forms = Vocabulary(TOKENISER).cut(sentence)
    assert [sentence[low:high] for low, high in zip(starts, ends, strict=True)] == [
        *("She", "did", "n't", "say", '"', "yes", '"', "(", "or", "no", ")", ".")
    ]
    assert forms[4] == forms[6]


@given(st.text(max_size=40))
def test_strings_have_spacys_numbers(text):
    text = text.encode("utf-8", "replace").decode("utf-8")
    assert hash_string(text) == spacys_hash(text)


@given(st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=5), st.integers(0, 2**31))
def test_numbers_are_spread_as_thinc_does(numbers, seed):
    assert np.array_equal(spread(numbers, seed), NumpyOps().hash(np.array(numbers, np.uint64), seed))


def test_the_lists_in_the_folder_are_spacys():
    assert json.loads((OURS / "features.json").read_text(encoding="utf-8")) == {"norms": BASE_NORMS, "symbols": IDS}


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**63 - 1)
        | st.floats(allow_nan=False)
        | st.text(max_size=300),
        lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text(max_size=5), inner, max_size=20),
        max_leaves=30,
    )
)
def test_unpacking_undoes_packing(value):
    assert unpack(srsly.msgpack_dumps(value)) == value


def test_weights_are_those_of_the_pipeline():
    ours = [(part.name, part.weights) for part in read_parts(OURS / "tok2vec" / "model")]
    theirs = [(part.name, part) for part in NLP.get_pipe("tok2vec").model.walk()]
    assert [name for name, _ in ours] == [name for name, _ in theirs]
    for (_, weights), (_, part) in zip(ours, theirs, strict=True):
        assert all(np.array_equal(array, part.get_param(name)) for name, array in weights.items())
