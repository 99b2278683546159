"""Equal amounts of several reports that are one fact, told with other nouns and deeds, and such as are two. Invented."""

from __future__ import annotations

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.values.sameness import size_of
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


def test_a_number_to_call_counts_nothing():
    assert not numbers(
        "She said so in a 911 call.",
        "The 911 call was played in court.",
    )


def test_how_telling_a_value_is():
    values = {2: "tiny", 9: "small", 300: "round", 37: "telling"}
    assert {number: size_of(NumberRange(low=number, high=number)) for number in values} == values
    assert size_of(NumberRange(low=12, high=120)) == "vague"


def test_an_odd_number_told_beside_is_one_fact_though_another_noun_counts():
    (point,) = numbers(
        "The mayor of Varn will sign 23 harbour actions that need no vote of the council.",
        "The plan of the mayor holds 23 steps he took without a harbour vote or action.",
    )
    assert point.standing is Standing.AGREED


def test_two_reports_with_one_number_each_of_the_same_things_dispute_it():
    (point,) = numbers(
        "Raiders in two launches had circled the freighter Brenta off Varn before the frigate Osprey came.",
        "Raiders in three launches had circled the freighter Brenta off Varn when the frigate Osprey came.",
    )
    assert point.standing is Standing.DISPUTED


def test_a_count_of_long_ago_is_disputed_though_one_report_does_not_say_of_whom():
    found = numbers(
        "It is the deadliest fire since 1933, when 25 sailors died in the blaze at Varn.",
        "The blaze at Varn in 1933 killed 29 in the harbour.",
    )
    assert [point.standing for point in found] == [Standing.DISPUTED]


def test_a_sum_is_compared_with_the_nearest_of_a_sentence():
    found = numbers(
        "The plan of Quill is a largely symbolic cut of $20 billion in the $17 trillion debt of Estmark.",
        "The plan of Quill is a largely symbolic cut of $23 billion in the debt of Estmark.",
    )
    assert all(account.value.low < 1e12 for point in found for account in point.accounts)


def test_a_value_that_differs_among_reports_of_one_origin_is_shown_as_such():
    mentions = {
        "a": "The tour of the choir was worth more than $900 million to its patrons.",
        "b": "The tour of the choir was worth $924 million to its patrons.",
    }
    articles = [annotate(key, f"Herald {key}", text, "2031-05-06") for key, text in mentions.items()]
    joined = pile(*articles, GULLS, together=("a", "b"))
    (point,) = (p for p in compare_accounts(joined) if p.kind is PointKind.NUMBER)
    assert point.standing is Standing.COMPATIBLE


def test_three_others_are_no_other_count_of_all():
    found = numbers(
        "Raiders stormed the mission in Varn, killing the envoy and three other Estmarkers.",
        "Raiders stormed the mission in Varn, killing four Estmarkers.",
    )
    assert not [point for point in found if point.standing is Standing.DISPUTED]


def test_a_number_in_a_name_counts_nothing():
    assert not numbers(
        "Quill spoke of the Pier Seven mosque at the harbour of Varn.",
        "The Pier Seven mosque at the harbour of Varn is no mosque, Fenn said.",
    )


def test_a_rank_and_a_block_of_houses_are_no_numbers():
    assert not numbers(
        "Fenn wants the No. 2 position in the 3600 block of the guild of Varn.",
        "Quill wants the No. 3 position in the 3600 block of the guild of Varn.",
    )
