"""Equal amounts of several reports that are one fact, told with other nouns and deeds, and such as are two. Invented."""

from __future__ import annotations

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.sameness import size_of
from readout.ranges import NumberRange
from readout.types import PointKind, Standing

GULLS = annotate("z", "Post", "Gulls were seen over the town hall of Varn.", "2031-05-06")


def numbers(*texts):
    articles = [annotate(f"a{n}", f"Herald {n}", text, "2031-05-06") for n, text in enumerate(texts)]
    return [point for point in compare_accounts(pile(*articles, GULLS)) if point.kind is PointKind.NUMBER]


def test_an_uncommon_number_is_one_under_two_nouns():
    (point,) = numbers(
        "The choir of Varn turned down a tour of 37 concerts.",
        "The choir would have sung 37 shows on its tour, the agent said.",
    )
    assert point.standing is Standing.AGREED
    assert len({span.article for span in point.evidence}) == 2


def test_the_same_number_of_things_that_share_nothing_is_two():
    assert not numbers(
        "The word harbour stands 37 times in the contract.",
        "Fenn bought 37 goats at the fair of Estmark.",
    )


def test_a_small_number_of_the_same_things_is_one():
    (point,) = numbers(
        "Guards broke up two camps at the harbour.",
        "Bulldozers moved against two camps of the strikers.",
    )
    assert point.accounts[0].value.exact == 2


def test_two_equal_counts_in_one_sentence_stay_apart():
    found = numbers(
        "Guards held three brothers after three sailors were found alive in Varn.",
        "The three sailors were found alive in Varn. Three brothers were held by guards.",
    )
    assert len(found) == 2


def test_the_ten_of_five_in_ten_and_a_number_to_call_count_nothing():
    assert not numbers(
        "A poll found 5 in 10 sailors of Varn afraid. She said so in a 911 call.",
        "Now 7 in 10 sailors of Varn are afraid. The 911 call was played in court.",
    )


def test_how_telling_a_value_is():
    values = {2: "tiny", 9: "small", 300: "round", 37: "telling"}
    assert {number: size_of(NumberRange(low=number, high=number)) for number in values} == values
    assert size_of(NumberRange(low=12, high=120)) == "vague"
