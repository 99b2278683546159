"""Spans: half-open, never empty, of one article."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.errors import EvidenceError
from readout.spans import Span, identify, merge_spans, trim


def test_an_empty_span_is_refused():
    with pytest.raises(EvidenceError):
        Span("a", 3, 3)


def test_a_span_before_the_text_is_refused():
    with pytest.raises(EvidenceError):
        Span("a", -1, 3)


def test_spans_of_two_articles_never_overlap_and_cannot_be_covered():
    one, other = Span("a", 0, 5), Span("b", 0, 5)
    assert not one.overlaps(other)
    assert one.shared(other) == 0
    with pytest.raises(EvidenceError):
        one.cover(other)


def test_spans_that_touch_do_not_overlap():
    assert not Span("a", 0, 5).overlaps(Span("a", 5, 9))


def test_trim_moves_past_white_space_only():
    assert trim("  ab c \n", 0, 8) == (2, 6)
    assert trim("   ", 0, 3) == (3, 3)


pairs = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: Span("a", p[0], p[0] + p[1]))


@given(st.lists(pairs, max_size=20))
def test_merging_covers_the_same_characters(spans):
    covered = {i for span in spans for i in range(span.start, span.end)}
    merged = merge_spans(spans)
    assert {i for span in merged for i in range(span.start, span.end)} == covered
    assert all(left.end < right.start for left, right in itertools.pairwise(merged))


def test_identifiers_depend_on_content_and_on_where_it_is_cut():
    assert identify("ab", "c") == identify("ab", "c")
    assert identify("ab", "c") != identify("a", "bc")
