"""Amounts without number words, ages of one person, money by value, counts of other events, records. Invented texts."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.setting.scene import set_scene
from readout.analysis.accounts.values.implied import lengths, none_at_all
from readout.types import PointKind, Standing


def points(kind, *annotations):
    return [point for point in compare_accounts(pile(*annotations)) if point.kind is kind]


def line_of(text):
    return set_scene(pile(annotate("a", "Herald", text))).lines[0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("No injuries or deaths were reported.", ["No injuries", "deaths"]),
        ("Nobody on the ferry was hurt.", ["Nobody on the ferry was hurt"]),
        ("The fire wasn't contained at noon.", ["n't contained"]),
        ("No agreement was signed.", []),
        ("There is no doubt of it.", []),
    ],
)
def test_none_at_all_is_a_number(text, found):
    line = line_of(text)
    assert [text[a.span.start : a.span.end] for a in none_at_all(line)] == found
    assert all(a.range.exact == 0 for a in none_at_all(line))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It was lost for a decade.", 10, 10),
        ("It was lost for more than a decade.", 10, None),
        ("It was lost for nearly a decade.", 9, 10),
        ("It was lost for half a century.", 50, 50),
    ],
)
def test_a_decade_is_a_length(text, low, high):
    (amount,) = lengths(line_of(text))
    assert (amount.range.low, amount.range.high) == (low, high)


def test_no_deaths_here_and_there_agree():
    (point,) = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "No other injuries were reported from the pier."),
        annotate("b", "Courier", "There were no other reported injuries in Holm."),
    )
    assert point.standing is Standing.AGREED
    assert point.question == "How many were injured?"


def test_the_age_of_the_actor_is_that_of_the_one_person_so_old():
    (point,) = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "Ada Quill, 36, was seen on the pier."),
        annotate("b", "Courier", "The 36-year-old actor was seen on the pier."),
    )
    assert point.standing is Standing.AGREED
    assert "Quill" in point.question


def test_an_uneven_sum_is_one_payment_however_it_is_told():
    (point,) = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "He had paid $3,500 to two sailors."),
        annotate("b", "Courier", "A $3,500 cheque was found in the wheelhouse."),
    )
    assert point.standing is Standing.AGREED


def test_two_counts_of_one_teller_are_two_events():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The blast killed 40 people.\nAn earlier blast killed 16 people at the pier."),
        annotate("b", "Courier", "The blast killed 40 people in the square."),
    )
    assert [account.value.low for point in found for account in point.accounts] == [40]


def test_counts_of_one_day_by_two_outlets_are_no_dispute_by_the_deed_alone():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The shootings over the weekend killed 31 people."),
        annotate("b", "Courier", "A gunman killed 22 people in Holm."),
    )
    assert all(point.standing is not Standing.DISPUTED for point in found)


def test_a_handful_is_no_count_of_hundreds():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "Two wounded women are seen in the harbour."),
        annotate("b", "Courier", "The blasts wounded 270 people."),
    )
    assert found == []


def test_forces_at_work_change_from_day_to_day():
    (point,) = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "Two hundred firefighters were working on the blaze Monday.", "2031-05-06"),
        annotate("b", "Courier", "About 400 firefighters are battling the blaze Wednesday.", "2031-05-08"),
    )
    assert point.standing is Standing.COMPATIBLE


def test_since_when_is_asked_of_a_record():
    (point,) = points(
        PointKind.DATE,
        annotate("a", "Herald", "It is the deadliest ferry fire since 1953 on the coast."),
        annotate("b", "Courier", "It was the deadliest ferry fire in 80 years, officials said."),
    )
    assert point.question.startswith("Since when: ")
    assert point.standing is Standing.COMPATIBLE
    assert [(a.value.low[:4], a.value.high[:4]) for a in point.accounts] == [("1950", "1952"), ("1953", "1953")]


def test_interest_is_no_superlative():
    found = points(
        PointKind.DATE,
        annotate("a", "Herald", "There was interest in the ferry line since 1953 on the coast."),
        annotate("b", "Courier", "The interest in the ferry line since 1953 was great."),
    )
    assert not [point for point in found if point.question.startswith("Since when")]


def test_one_day_and_one_deed_are_one_event():
    (point,) = points(
        PointKind.DATE,
        annotate(
            "a", "Herald", "The three sailors of the trawler were found Monday, and their wives wept.", "2031-05-06"
        ),
        annotate("b", "Courier", "Divers and dogs had looked for weeks; the sailors were found Monday.", "2031-05-06"),
        annotate("c", "Post", "The sailors ate bread.\nA trawler has nets.\nThe harbour closed.", "2031-05-06"),
    )
    assert point.standing is Standing.AGREED


def test_a_mother_of_five_counts_no_dead():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The blast killed Ada Quill, a mother of five, at the pier."),
        annotate("b", "Courier", "The blast killed five people at the pier."),
    )
    assert found == []
