"""Numbers that count nothing, counts of two days, and two years of one deed. All texts are invented."""

from __future__ import annotations

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.values.likeness import rounds_to
from readout.ranges import NumberRange
from readout.types import PointKind, Standing


def points(kind, *annotations):
    return [point for point in compare_accounts(pile(*annotations)) if point.kind is kind]


def test_two_counts_that_outlets_tell_on_two_days_are_no_dispute():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The fire in Varn destroyed 200 homes.", "2031-05-06"),
        annotate("b", "Courier", "The fire in Varn destroyed 150 homes.", "2031-05-08"),
        annotate("z", "Post", "Gulls were seen over the town hall of Kelm.", "2031-05-08"),
    )
    assert all(point.standing is not Standing.DISPUTED for point in found)


def test_a_share_without_its_decimals_is_the_same():
    fine, whole, other = (NumberRange(low=value, high=value) for value in (63.04, 63.0, 64.0))
    assert rounds_to(fine, whole)
    assert rounds_to(whole, fine)
    assert not rounds_to(fine, other)
    assert not rounds_to(NumberRange(low=4.7, high=4.7), NumberRange(low=5.0, high=5.0))


def test_ages_of_another_time_are_not_set_against_each_other():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "Ada Quill, 36, leads the port."),
        annotate("b", "Courier", "Ada Quill, 28, took over the port from her father."),
    )
    assert not found
