"""The evidence rule, held by the types themselves."""

import dataclasses
import pickle

import pytest

from readout import types
from readout.errors import EvidenceError, InputError
from readout.spans import Span
from readout.types import Article, Block, BlockKind, Cited, Derived, Origin

#: Nouns that infer nothing: inputs, parts of a noun that has evidence, and bundles of such nouns.
NOT_DERIVED = {
    "Annotation",
    "Article",
    "Block",
    "Cited",
    "Dossier",
    "Edit",
    "Failure",
    "Page",
    "Passage",
    "Report",
    "Sentence",
    "Story",
    "StoryMaterial",
    "Version",
}


def nouns():
    return [
        value
        for value in vars(types).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__.startswith(types.__name__)
    ]


def test_every_noun_that_infers_something_has_evidence():
    bare = {noun.__name__ for noun in nouns() if not issubclass(noun, Derived)}
    assert bare == NOT_DERIVED


def test_every_noun_is_frozen_and_has_slots():
    for noun in nouns():
        assert noun.__dataclass_params__.frozen, noun
        assert hasattr(noun, "__slots__"), noun


def test_something_inferred_from_nothing_is_refused():
    with pytest.raises(EvidenceError, match="no evidence"):
        Origin(id="o", name="n", articles=("a",), why=(), evidence=(), rule="credit")


def test_a_value_said_to_stand_in_the_text_needs_the_place():
    with pytest.raises(EvidenceError):
        Cited(value="2024", where="text")
    assert Cited(value="2024", where="given").spans == ()


def article(text="One two."):
    block = Block(start=0, end=len(text), kind=BlockKind.BODY)
    return Article(id="a", uri="a", text=text, blocks=(block,), language="en")


def test_words_of_a_foreign_or_too_long_span_are_refused():
    assert article().words(Span("a", 0, 3)) == "One"
    with pytest.raises(EvidenceError):
        article().words(Span("b", 0, 3))
    with pytest.raises(EvidenceError):
        article().words(Span("a", 0, 99))


def test_nouns_and_errors_cross_process_borders():
    assert pickle.loads(pickle.dumps(article())) == article()
    error = pickle.loads(pickle.dumps(InputError("is empty", "extract")))
    assert (error.reason, error.stage) == ("is empty", "extract")
