"""Nouns of saying with a clause that stands apart from them, on invented sentences."""

from __future__ import annotations

import pytest

from invented_articles import read, words

CLAIMED = [
    ("The mayor's answer was that the bridge would stay open.", "The mayor", "that the bridge would stay open"),
    ("The council was angered by his remark in Tarn that the bridge was safe.", "his", "that the bridge was safe"),
    (
        "Anna Kovacs makes the point that voters are angry about the harbour.",
        "Anna Kovacs",
        "that voters are angry about the harbour",
    ),
    ("There were loud complaints from Okafor that the vote was unfair.", "Okafor", "that the vote was unfair"),
    ("The hope was that the talks would resume in May.", "", "that the talks would resume in May"),
]


@pytest.mark.parametrize(("text", "named", "content"), CLAIMED)
def test_claimed(text: str, named: str, content: str) -> None:
    found = next(found for found in read(text) if found.rule == "claim")
    assert words(text, found, "named") == named
    assert words(text, found, "content") == content


NOT_CLAIMED = [
    "The opposition groups that the council hopes will fight are in the hills.",  # which groups
    "The court will hear arguments in four cases that the lawyers call landmarks.",  # which cases
    "If you take the view that it is a toy, the price is high.",  # nobody in particular
    "Okafor could not make a case to voters that the bridge was old.",  # not made
    "The bottom line is that the watch needs a battery.",  # the outlet's own
]


@pytest.mark.parametrize("text", NOT_CLAIMED)
def test_not_claimed(text: str) -> None:
    assert not any(found.rule == "claim" for found in read(text))
