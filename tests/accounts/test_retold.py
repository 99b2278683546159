"""Clauses told alike with other words, and how what they say is shown."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.language.kin import are_kin
from readout.language.terms import stem
from readout.types import PointKind, Standing

OTHERS = annotate("z", "Post", "The harbour of Port Wexa was quiet on Monday.")


def agreed(first, second):
    points = compare_accounts(
        pile(annotate("a", "Herald", first, parsed=True), annotate("b", "Courier", second, parsed=True), OTHERS)
    )
    return [p.question for p in points if p.standing is Standing.AGREED and p.kind is PointKind.CLAIM]


def test_verbs_are_kin_by_a_sense_or_a_kind_of_it():
    assert are_kin("cancel", "scrub")
    assert are_kin("spot", "sight")
    assert are_kin("destroy", "destroy")
    assert not are_kin("deny", "sink")
    assert not are_kin("unheard-of", "cancel")


@pytest.mark.parametrize(
    ("one", "other"), [("cancelled", "canceled"), ("travelling", "traveling"), ("called", "calls")]
)
def test_a_double_l_is_one_spelling_of_a_single_one(one, other):
    assert stem(one) == stem(other)


def test_a_deed_in_another_verb_is_agreed_on():
    first = "The navy seized the Danish trawler Morning Gull near the island of Tarn."
    second = "The Danish trawler Morning Gull was captured by the navy off the island of Tarn."
    assert agreed(first, second)


def test_words_alike_without_one_deed_are_not():
    first = "The Danish trawler Morning Gull left the island of Tarn for the winter."
    second = "The island of Tarn has painted the Danish trawler Morning Gull on its stamps."
    assert not agreed(first, second)
