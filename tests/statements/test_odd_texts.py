"""Odd and very long texts: no exception, exact spans, linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_articles import article, read
from readout.analysis.statements import find_statements
from readout.language.sentences import split_sentences
from readout.types import Sentence


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(['"', "“", "”", "he said", "that", ",", ".", ":", "\n", "Bob", "😀", "e\u0301", "\u202e", " "])
    )
)
def test_never_raises_without_a_parse(pieces: list[str]) -> None:
    text = " ".join(pieces) or "x"
    for statement in read(text, parse=False):
        for span in (*statement.content, *statement.cue, *statement.named):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        '"We go there," Bob said, ',
        '"',
        "he said that ",
        "HE SAID THE DOG RAN AND SHE SAID NO. ",
        "according to Bob, ",
        "word ",
    ],
)
def test_long_odd_text_takes_linear_time(piece: str) -> None:
    text = piece * 2000
    page = article(text)
    sentences = tuple(Sentence(start=start, end=end) for start, end in split_sentences(text, 0, len(text)))
    start = time.process_time()
    find_statements(page, sentences, ())
    assert time.process_time() - start < 6


@pytest.mark.parametrize(
    "text",
    [
        "“" * 10_000,
        "\"'«" * 3_000,
        "THE MAYOR SAID THE BRIDGE IS CLOSED AND " * 500,
        "she said that it was so and " * 3_000,
        "“Ça va 🌉 e\u0301galement,” said А́нна 田中。 " * 400,
    ],
    ids=["only marks", "mixed marks", "capitals", "no sentence end", "mixed scripts"],
)
def test_bad_input_is_fast_and_exact(text: str) -> None:
    started = time.process_time()
    for statement in read(text, parse=len(text) < 30_000):
        for span in (*statement.content, *statement.cue, *statement.named):
            assert 0 <= span.start < span.end <= len(text)
    assert time.process_time() - started < 10


def test_a_report_in_a_quotation_that_ends_the_text_needs_nothing_after_it() -> None:
    (said, *_) = read('The trade ministry said: "The mayor says he lied"')
    assert said.speaker == "trade ministry"
