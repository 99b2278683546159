"""Different amounts that answer one question by signs weighed together, and such as only fit or complete each other."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.setting.scene import set_scene
from readout.analysis.accounts.values.mentions import read_mentions
from readout.analysis.accounts.values.oneslot import Slots, can_compare, phrasing_at
from readout.language.slotsigns import SIGNS, slot_weights
from readout.types import PointKind, Standing

GULLS = annotate("z", "Post", "Gulls were seen over the town hall of Varn.", "2031-05-06")


def standings(*texts):
    articles = [annotate(f"a{n}", f"Herald {n}", text, "2031-05-06", parsed=True) for n, text in enumerate(texts)]
    return [p.standing for p in compare_accounts(pile(*articles, GULLS)) if p.kind is PointKind.NUMBER]


def amounts(*texts):
    articles = [annotate(f"a{n}", f"Herald {n}", text, "2031-05-06", parsed=True) for n, text in enumerate(texts)]
    scene = set_scene(pile(*articles, GULLS))
    return [m for a in articles for m in read_mentions(a, scene)], scene


def test_two_near_numbers_told_alike_are_a_dispute():
    assert standings(
        "A team of 11 divers searched the harbour of Kelm for the lost bell.",
        "The lost bell of Kelm was found in the harbour by a team of 10 divers.",
    ) == [Standing.DISPUTED]


def test_more_than_a_round_sum_can_be_that_sum():
    assert standings(
        "The fire did $3 million of damage to the chapel of Kelm.",
        "The fire did more than $3 million of damage to the chapel of Kelm.",
    ) == [Standing.COMPATIBLE]


def test_about_fifty_can_be_fifty_three():
    assert Standing.DISPUTED not in standings(
        "About 50 of the divers escaped from the harbour of Kelm.",
        "Fifty-three divers escaped from the harbour of Kelm.",
    )


@pytest.mark.parametrize("rest", ["Three other clerks of Kelm", "The other three clerks of Kelm"])
def test_three_other_clerks_are_four_in_all(rest):
    assert Standing.DISPUTED not in standings(
        f"{rest} signed the harbour letter with Ada Quill.",
        "Four clerks of Kelm signed the harbour letter.",
    )


def test_more_other_clerks_than_there_are_in_all_are_no_rest():
    assert standings(
        "A curfew holds in Kelm and 12 other provinces, the minister ordered.",
        "A curfew holds in Kelm and 10 provinces, the minister ordered.",
    ) == [Standing.DISPUTED]


def test_a_number_that_the_other_report_has_too_speaks_against_one_question():
    both, scene = amounts(
        "The guild bought 40 barrels of tar at the market of Kelm.",
        "The guild bought 41 barrels of tar at the market of Kelm.",
    )
    three, wider = amounts(
        "The guild bought 40 barrels of tar at the market of Kelm.",
        "The guild bought 41 barrels of tar at the market of Kelm. The baker bought 40 barrels of flour.",
    )
    assert Slots(both, scene).odds(both[0], both[1]) > Slots(three, wider).odds(three[0], three[1])


def test_money_of_two_currencies_is_not_compared():
    (one, two), _ = amounts("The bell cost $400.", "The bell cost £300.")
    assert not can_compare(one, two)


def test_floors_are_measured_by_the_square():
    assert Standing.DISPUTED not in standings(
        "The 17,000-square-foot hall of Kelm burned down.", "The 1,580-square-metre hall of Kelm burned down."
    )


def test_phrasing_tells_the_deed_and_what_describes_the_things():
    annotation = annotate("a", "Herald", "The guild hired 40 skilled divers.", "2031-05-06", parsed=True)
    (amount,) = annotation.amounts
    found = phrasing_at(annotation.sentences[0].tokens, amount.span.start, amount.span.end)
    assert found.deeds == {"hir"}
    assert "skill" in found.described


def test_a_sentence_without_a_parse_has_no_phrasing():
    assert phrasing_at((), 0, 4).deeds == frozenset()


def test_every_sign_has_a_weight():
    (one, two), scene = amounts("The guild bought 40 barrels of tar.", "The guild bought 41 barrels of tar.")
    assert set(Slots((one, two), scene).signs(one, two)) == set(SIGNS) == set(slot_weights())


def test_a_count_told_with_another_noun_of_its_kind_is_set_beside():
    found = standings(
        "At least 17 of the hijacked ships are still being held by the pirates of Kelm.",
        "The pirates of Kelm still hold at least 14 foreign vessels.",
    )
    assert found == [Standing.COMPATIBLE]


@pytest.mark.parametrize("part", ["Two more divers", "Another two divers"])
def test_some_more_or_a_part_are_not_the_whole(part):
    assert standings(
        f"{part} of the guild drowned in the harbour of Kelm.",
        "Nine divers of the guild drowned in the harbour of Kelm.",
    ) in ([], [Standing.SINGLE])


def test_a_vague_count_is_no_dispute_with_an_exact_one():
    assert Standing.DISPUTED not in standings(
        "Ada Quill said the tax would cost Kelm thousands of jobs at the harbour.",
        "Oda Fenn said the tax would cost Kelm 750,000 jobs at the harbour.",
    )


def test_a_number_may_be_told_by_its_first_digit():
    assert standings(
        "The driver of Kelm was given a tip of $2,000 by the guild.",
        "The driver of Kelm was given a tip of $2,084 by the guild.",
    ) == [Standing.COMPATIBLE]


def test_different_deeds_are_not_compared():
    (one, two), _ = amounts("The blast killed 12 divers.", "The blast wounded 30 divers.")
    assert not can_compare(one, two)
