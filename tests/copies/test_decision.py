"""What makes two articles a copy, at the borders of the settings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from readout.analysis.copies.compare import _GAP, _count_gaps
from readout.analysis.copies.decision import DecisionConfig, Shared, Ties, is_copy

CONFIG = DecisionConfig()
NONE = Ties(kin=False)


def shared(**given: float) -> Shared:
    """Two articles that share nothing but what is given."""
    nothing = Shared(equal=0, reporting=0, lent=0, voice=0.0, coverage_a=0.0, coverage_b=0.0, same_a=0.0, same_b=0.0)
    return replace(nothing, **given)  # type: ignore[arg-type]


def test_nearly_one_text_needs_few_equal_words_and_no_fewer() -> None:
    both = {"coverage_a": CONFIG.nearly_all, "coverage_b": CONFIG.nearly_all}
    assert is_copy(shared(equal=CONFIG.few, **both), NONE, CONFIG)
    assert not is_copy(shared(equal=CONFIG.few - 1, **both), NONE, CONFIG)


def test_enough_reporting_is_a_copy_and_words_of_first_persons_are_not() -> None:
    assert is_copy(shared(reporting=CONFIG.enough), NONE, CONFIG)
    assert not is_copy(shared(reporting=CONFIG.enough - 1), NONE, CONFIG)
    assert not is_copy(shared(reporting=CONFIG.enough, voice=CONFIG.voice + 0.01), NONE, CONFIG)


def test_of_two_wire_texts_of_a_day_less_is_enough() -> None:
    assert is_copy(shared(reporting=CONFIG.wire), Ties(kin=False, wire=True), CONFIG)
    assert not is_copy(shared(reporting=CONFIG.wire), NONE, CONFIG)


def test_a_gap_of_fewer_words_is_an_edit() -> None:
    gap, edit, kept = [True] * _GAP, [True] * (_GAP - 1), [False] * 3
    assert _count_gaps(np.array([*kept, *gap, *kept, *edit, *kept, *gap])) == 2
