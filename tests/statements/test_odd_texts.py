"""Odd and very long texts: no exception, exact spans, linear work."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_articles import article, read
from readout.analysis.statements import find_statements
from readout.language.sentences import split_sentences
from readout.types import Sentence
from steps import assert_linear


@settings(max_examples=60)
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
def test_long_odd_text_takes_linear_work(piece: str) -> None:
    def find(times: int) -> None:
        text = piece * times
        sentences = tuple(Sentence(start=start, end=end) for start, end in split_sentences(text, 0, len(text)))
        find_statements(article(text), sentences, ())

    assert_linear(find, 200 if len(piece) < 20 else 80)  # from passages of the greatest length on


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
def test_what_is_found_in_bad_input_stands_in_it(text: str) -> None:
    for statement in read(text, parse=len(text) < 30_000):
        for span in (*statement.content, *statement.cue, *statement.named):
            assert 0 <= span.start < span.end <= len(text)


def test_a_report_in_a_quotation_that_ends_the_text_needs_nothing_after_it() -> None:
    (said, *_) = read('The trade ministry said: "The mayor says he lied"')
    assert said.speaker == "trade ministry"
