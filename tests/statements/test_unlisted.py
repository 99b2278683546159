"""Verbs that no list holds and that report by what they govern, on invented sentences."""

from __future__ import annotations

import pytest

from invented_articles import read, words

REPORTED = [
    ("A council spokesman did not respond to a request for comment.", "respond to", "a request for comment"),
]


@pytest.mark.parametrize(("text", "cue", "content"), REPORTED)
def test_reported(text: str, cue: str, content: str) -> None:
    (found,) = read(text)
    assert cue in words(text, found, "cue")
    assert content in words(text, found, "content")


def test_unlisted_calling_is_doubtful() -> None:
    text = "The mayor ranked the bridge as one of the worst “in the history of Tarn.”"
    assert not read(text)
    assert all(not found.certain for found in read(text, doubtful=True))


NOT_REPORTED = [
    "The storm ranked as one of the worst “in the history of Tarn.”",  # a thing says nothing
    "Anna Kovacs served as the “third man” in the council.",  # a role
    "If the mayor ranks the bridge as one of the worst “in the history of Tarn,” the council has a problem.",
    "The firefighters responded to the blaze within minutes.",  # nothing was said
    "Anna Kovacs carried the boxes to the old harbour.",
]


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_not_reported(text: str) -> None:
    assert not read(text)


def test_who_does_not_respond_refuses() -> None:
    (found,) = read("A council spokesman did not respond to a request for comment.")
    assert found.act == "refuse"


def test_felt_state_is_no_passive() -> None:
    text = "Many voters in Tarn were worried about the price of the bridge."
    (found,) = read(text, doubtful=True)
    assert words(text, found, "content") == "the price of the bridge"


def test_content_begins_behind_the_hearer() -> None:
    text = "Anna Kovacs warned the council against buying the old harbour."
    (found,) = read(text)
    assert words(text, found, "content") == "buying the old harbour"
