"""Sentences by rule; all texts are invented."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.language.sentences import split_sentences
from steps import assert_linear


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Okafor met Gen. J. B. Ruiz in D.C. on Friday.", 1),
        ("It ended at 5 p.m. The talks resume soon.", 2),
        ("The U.S. Navy left the U.S. But it came back.", 2),
        ("“Why now?” the mayor asked. Nobody knew.", 2),
        ("She called it “a step back”.\u200b The port closed.", 2),
        ("“We went. We saw,” she said. “We left.”", 3),
        ("It rose by 3.5 percent. The next\nline of the wrapped\ntext went on.", 2),
        ("No full stop at all", 1),
        ("First.\n\nSecond without a capital", 2),
        ("He went home.The rest left for D.C.She stayed.", 3),
        ("A U.S.-led force of 3.5 thousand came by U.S.ship.", 1),
        ("Dr. Lee (who left early.) said no.", 1),
    ],
)
def test_borders(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)


def test_line_break_is_no_border() -> None:
    assert sentences("The minister told his\ncounterpart that it was over.") == [
        "The minister told his\ncounterpart that it was over."
    ]


@given(st.text(alphabet="aB .?!\"“”’'\n…U.S", max_size=200))
def test_everything_but_white_space_is_kept_once(text: str) -> None:
    spans = split_sentences(text, 0, len(text))
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in itertools.pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize("piece", ['"', ". ", "A.", '?" a b ', "x.“", "word "])
def test_linear_on_odd_text(piece: str) -> None:
    def split(size: int) -> None:
        text = piece * (size // len(piece))
        split_sentences(text, 0, len(text))

    assert_linear(split, 10_000)


def test_no_written_small_is_a_word_before_a_word_and_a_number_before_a_figure() -> None:
    text = "The answer is no. Analyst Keller left. He lives at no. 7 in Tarn."
    assert [text[start:end] for start, end in split_sentences(text, 0, len(text))] == [
        "The answer is no.",
        "Analyst Keller left.",
        "He lives at no. 7 in Tarn.",
    ]
