"""Verbs that no list holds and that report because enough speaks for it, on invented sentences."""

from __future__ import annotations

import pytest

from invented_articles import read, words
from readout.language.lexicon import lexicon
from readout.language.weighing import scales

REPORTED = [
    ("Many voters in Tarn detest the idea of a new harbour.", "detest", "the idea of a new harbour"),
    ("Anna Kovacs fretted about the closure of the old harbour.", "fretted about", "the closure of the old harbour"),
    ("The mayor ranked the bridge as one of the worst “in the history of Tarn.”", "ranked", "“in the history of Tarn"),
    ("The port council protested the removal of the old lighthouse.", "protested", "the removal of the old lighthouse"),
    ("A council spokesman did not respond to a request for comment.", "respond to", "a request for comment"),
]


@pytest.mark.parametrize(("text", "cue", "content"), REPORTED)
def test_reported(text: str, cue: str, content: str) -> None:
    (found,) = read(text)
    assert cue in words(text, found, "cue")
    assert content in words(text, found, "content")


NOT_REPORTED = [
    "The storm detested the idea of a new harbour.",  # a thing says nothing
    "If voters fret about the closure of the old harbour, the council has a problem.",  # only supposed
    "Anna Kovacs carried the boxes to the old harbour.",  # nothing speaks for it
    "The workers might protest the removal of the old lighthouse.",  # only possible
    "The council called off the removal of the old lighthouse.",  # another verb
    "Anna Kovacs drove across a plateau that overlooks the harbour.",  # a relative clause
]


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_not_reported(text: str) -> None:
    assert not read(text)


def test_who_does_not_respond_refuses() -> None:
    (found,) = read("A council spokesman did not respond to a request for comment.")
    assert found.act == "refuse"


def test_what_holds_a_report_is_none_itself() -> None:
    text = "Anna Kovacs fretted about the clerk who said the harbour would close."
    assert [words(text, found, "cue") for found in read(text)] == ["said"]


def test_verbs_of_saying_weigh_more() -> None:
    verbs = scales().verbs
    assert verbs["admonish"] > 1 > verbs["carry"]
    assert "detests" not in lexicon().verbs
