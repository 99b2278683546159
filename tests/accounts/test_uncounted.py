"""Numbers that count nothing, and amounts told only to tell another. All texts are invented."""

from __future__ import annotations

import pytest

from invented_piles import annotate
from readout.analysis.accounts.setting.lines import read_lines
from readout.analysis.accounts.values.uncounted import is_aside, is_label


def amounts(text):
    annotation = annotate("a", "Herald", text)
    (line,) = read_lines(annotation)
    assert annotation.amounts
    return line, annotation.amounts


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("They were told to call 911 at once.", [True]),
        ("Some 40404 people came to the harbour.", [False]),
        ("She holds the No. 2 position in Kelm.", [True]),
        ("She holds 2 positions in Kelm.", [False]),
        ("It cost 2.0 million dollars.", [False]),
    ],
)
def test_what_is_called_or_ranked_counts_nothing(text, labels):
    _, found = amounts(text)
    assert [is_label(amount, text) for amount in found] == labels


@pytest.mark.parametrize(
    ("text", "asides"),
    [
        ("She is a grandmother of 12.", [True]),
        ("She is a captain of 12.", [False]),
        ("One of the boats sank.", [True]),
        ("A poll found that 50 in 100 minutes agree.", [False, False]),
    ],
)
def test_some_amounts_only_tell_another(text, asides):
    line, found = amounts(text)
    assert [is_aside(line, amount, text) for amount in found] == asides


@pytest.mark.parametrize(
    ("text", "asides"),
    [("The crew of Ferry One came home.", [True]), ("The crew of one ferry came home.", [False])],
)
def test_a_number_in_a_name_counts_nothing(text, asides):
    line, found = amounts(text)
    assert [is_aside(line, amount, text) for amount in found] == asides
