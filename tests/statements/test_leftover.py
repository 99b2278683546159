"""Quotations that no rule for cues holds, on invented sentences."""

from __future__ import annotations

import pytest

from invented_articles import read, words

HELD = [
    ("“The crossing will be shut until the summer,” the suit states.", "suit", "states", "until the summer,”"),
    (
        "The ferry was late on Monday, but The Tarn Gazette notes: “No one was hurt on board at any time.”",
        "Gazette",
        "notes",
        "“No one was hurt on board at any time.”",
    ),
    ("“The race is about niches” Grubb said. “We know that.”", "Grubb", "said", "“The race is about niches”"),
    (
        "The path leads up, “never down to the cellar again,” as the host Tom Berg said in April while singing.",
        "Tom Berg",
        "said",
        "“never down to the cellar again,”",
    ),
    (
        "Ann Doe reacted coolly to the plan, “We are concerned about any deal without safeguards.”",
        "Ann Doe",
        "reacted",
        "“We are concerned about any deal without safeguards.”",
    ),
    (
        "The surge does not surprise the pollster Ann Doe: “Lesser-known candidates have seen the biggest boost.”",
        "Ann Doe",
        ":",
        "“Lesser-known candidates have seen the biggest boost.”",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "content"), HELD)
def test_held(text: str, speaker: str, cue: str, content: str) -> None:
    found = read(text)[0]
    assert found.speaker == speaker or speaker in words(text, found, "named")
    assert cue in words(text, found, "cue")
    assert content in words(text, found, "content")


LEFT_OUT = [
    "The film, “Thirteen Hours: The Secret Soldiers of Tarn,” is based on a book by Ann Doe.",  # a title
    "He lost his son when “a driver randomly ran over two people.”",  # in another clause
    "The crates held “a little of everything from here.”",  # a thing says nothing
    "Voters were promised fares of “about ten a person.”",  # who is promised says nothing
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_left_out(text: str) -> None:
    assert not any(found.rule in ("quoted words governed", "clause beside") for found in read(text))


def test_a_sentence_that_begins_in_marks_goes_on_like_the_quotation_before_it() -> None:
    text = "“They want change,” Ann Doe said. “We never ask them for what their spouses make” to be told."
    (found,) = read(text)
    assert "what their spouses make” to be told" in words(text, found, "content")
