from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.analysis.copies.alignment import find_runs, index_grams
from readout.analysis.copies.fingerprints import GRAM, WINDOW, select_fingerprints
from readout.analysis.copies.masking import quoted_spans
from readout.analysis.copies.passages import join_runs
from readout.analysis.copies.tokens import tokenise
from readout.text.fold import words

# what the basic plane holds without ideographs, each of which is a word of its own here
plain_text = st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=("Cs",)), max_size=300)
word = st.sampled_from("the minister bridge said on monday river closed crack week 18,000 don't".split())
sentence = st.lists(word, min_size=20, max_size=60).map(" ".join)


@settings(deadline=None)
@given(plain_text)
def test_words_are_those_of_the_folded_text(text: str) -> None:
    tokens = tokenise(text)
    assert list(zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)) == [
        (w.start, w.end) for w in words(text)
    ]


@settings(deadline=None)
@given(plain_text)
def test_equal_words_have_equal_keys(text: str) -> None:
    keys: dict[str, int] = {}
    for found, key in zip(words(text), tokenise(text).keys.tolist(), strict=True):
        assert keys.setdefault(found.folded, key) == key
    assert len(set(keys.values())) == len(keys)


def test_case_accents_and_marks_do_not_count() -> None:
    assert tokenise("Café “DON’T”").keys.tolist() == tokenise('cafe "don\'t"').keys.tolist()


def test_ideographs_are_words() -> None:
    assert len(tokenise("橋は閉鎖")) == 4


@settings(deadline=None)
@given(sentence, st.text("abcdefgh ", max_size=200), st.text("stuvwxyz ", max_size=200))
def test_a_long_enough_shared_run_always_shares_a_fingerprint(shared: str, before: str, after: str) -> None:
    assert len(shared.split()) >= GRAM + WINDOW - 1
    one = select_fingerprints(tokenise(f"{before} {shared}"))
    two = select_fingerprints(tokenise(f"{shared} {after}"))
    assert len(np.intersect1d(one, two)) > 0


@settings(deadline=None)
@given(sentence, sentence)
def test_runs_are_equal_words_and_do_not_overlap(left: str, right: str) -> None:
    a, b = tokenise(left), tokenise(right)
    runs = find_runs(a, b, index_grams(a), index_grams(b))
    seen_a: set[int] = set()
    seen_b: set[int] = set()
    for run in runs:
        assert a.keys[run.a : run.a + run.size].tolist() == b.keys[run.b : run.b + run.size].tolist()
        assert not seen_a & set(range(run.a, run.a + run.size))
        assert not seen_b & set(range(run.b, run.b + run.size))
        seen_a |= set(range(run.a, run.a + run.size))
        seen_b |= set(range(run.b, run.b + run.size))


@settings(deadline=None)
@given(sentence)
def test_a_text_is_wholly_aligned_with_itself(text: str) -> None:
    a = tokenise(text)
    stretches = join_runs(find_runs(a, a, index_grams(a), index_grams(a)), a, a)
    assert [(s.a, s.a_end, s.b, s.b_end) for s in stretches] == [(0, len(a), 0, len(a))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we go now" and left', ["we go now"]),
        ("He said “we go now” and left", ["we go now"]),
        ("He said 'we go now' and left", ["we go now"]),
        ("The officers' friends don't go", []),
        ("“A quotation that runs on", ["A quotation that runs on"]),
        ("«On part», dit-il", ["On part"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text, 0, len(text))] == expected
