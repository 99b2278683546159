"""Assertion against denial: found with its holders, and left out where words alone do not show it."""

from __future__ import annotations

import time

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.types import PointKind, Stance, Standing


def disputes(*annotations, **more):
    found = compare_accounts(pile(*annotations, **more))
    return [point for point in found if point.standing is Standing.DISPUTED]


def holders(point, stance):
    return {name for account in point.accounts if account.stance is stance for name in account.holders}


def test_a_suggestion_that_is_shot_down():
    (point,) = disputes(
        annotate(
            "a",
            "Herald",
            "The port authority said [port authority|a readiness for talks on the strike was noted].\n"
            'The union rejected that suggestion: [dock union|"We neither offered nor asked for anything of the sort"].',
        )
    )
    assert point.kind is PointKind.DENIAL
    assert "port authority" in holders(point, Stance.ASSERTS)
    assert "dock union" in holders(point, Stance.DENIES)


def test_a_denial_in_another_article():
    (point,) = disputes(
        annotate("a", "Herald", "Prosecutors said [prosecutors|the mayor took money from the dredging company]."),
        annotate(
            "b",
            "Courier",
            'Ms Quill said [Ada Quill|the claim that she took money from the dredging company was "absurd"].',
        ),
        annotate("c", "Post", "The council meets on the first floor of the old customs house every spring."),
    )
    assert holders(point, Stance.ASSERTS) == {"prosecutors"}
    assert holders(point, Stance.DENIES) == {"Ada Quill"}
    assert point.silent == ("c",)


def test_a_negation_of_nearly_the_same_words():
    (point,) = disputes(
        annotate("a", "Herald", "The coast guard says [coast guard|the trawler crossed the border line before dawn]."),
        annotate("b", "Courier", "The owner says [Bo Fenn|the trawler never crossed the border line before dawn]."),
        annotate("c", "Post", "Gulls follow every boat that leaves the harbour in summer."),
    )
    assert holders(point, Stance.DENIES) == {"Bo Fenn"}


@pytest.mark.parametrize(
    "second",
    [
        "[coast guard|the trawler did not stop at the harbour for fuel]",  # the same party
        "[Bo Fenn|the trawler has been in his family for two generations]",  # nothing denied
        "[Bo Fenn|it would not be the last trawler to leave the harbour]",  # a negation of something else
        "[Bo Fenn|he declined to comment]",
        "[Bo Fenn|it is not untrue that the trawler crossed the border line before dawn]",  # double negation
    ],
)
def test_no_dispute_from_words_alone(second):
    found = disputes(
        annotate("a", "Herald", "The coast guard says [coast guard|the trawler crossed the border line before dawn]."),
        annotate("b", "Courier", f"The owner says {second}."),
        annotate("c", "Post", "Gulls follow every boat that leaves the harbour in summer."),
    )
    assert found == []


def test_scare_quotes_and_fixtures_make_no_dispute():
    found = disputes(
        annotate(
            "a",
            "Herald",
            'The "experts" met at noon.\nHolm 2 Brackwater 1\nSkerry 0 Ness 3\nLiars Cup, second leg: 4-1',
        ),
        annotate("b", "Courier", "Holm 1 Brackwater 1\nSkerry 2 Ness 2\nFiction prize: the false dawn of the novel"),
    )
    assert found == []


def test_a_denial_without_its_claim_is_shown_but_is_no_dispute():
    found = compare_accounts(
        pile(
            annotate(
                "a",
                "Herald",
                "Her office said [office of Ada Quill|she played no role in choosing the dredging company].",
            ),
            annotate("b", "Courier", "The harbour was dredged in spring by a company from the south coast."),
        )
    )
    denials = [point for point in found if point.kind is PointKind.DENIAL]
    assert [point.standing for point in denials] == [Standing.SINGLE]


def test_evidence_is_what_the_reader_is_shown():
    material = pile(
        annotate("a", "Herald", "The coast guard says [coast guard|the trawler crossed the border line before dawn]."),
        annotate("b", "Courier", "The owner says [Bo Fenn|the trawler never crossed the border line before dawn]."),
    )
    for point in compare_accounts(material):
        for account in point.accounts:
            assert account.origins
            for span in account.evidence:
                assert material.article(span.article).words(span).strip()


def test_the_order_of_input_does_not_matter():
    parts = [
        annotate(
            "a", "Herald", "The ferry fire killed 12 people. Police said [police|two crew had fled the ferry fire]."
        ),
        annotate(
            "b", "Courier", "The ferry fire killed 15 people. The crew said [crew|nobody had fled the ferry fire]."
        ),
        annotate("c", "Post", "The ferry fire on 4 May killed at least 10 people."),
    ]
    one, two = compare_accounts(pile(*parts)), compare_accounts(pile(*reversed(parts)))
    assert [point.id for point in one] == [point.id for point in two]
    assert [point.accounts for point in one] == [point.accounts for point in two]


def test_an_empty_story_has_no_points():
    assert compare_accounts(pile(annotate("a", "Herald", " "))) == ()


def test_a_line_without_an_end_and_a_wall_of_quote_marks_cost_little():
    wall = '"' * 10_000 + " denied the claim that 12 people were killed " + "Ada Quill, 52, of Holm said 14 no " * 4_000
    material = pile(
        annotate("a", "Herald", wall), annotate("b", "Courier", "Police said [police|12 people were killed].")
    )
    started = time.process_time()
    compare_accounts(material)
    assert time.process_time() - started < 5


def test_two_denials_of_one_claim_are_one_dispute():
    said = "Norland said [Norland|Southmark had sunk the trawler off the point].\n"
    points = disputes(
        annotate("a", "Herald", said + "A spokesman denied that Southmark had sunk the trawler."),
        annotate("b", "Courier", said + "Ada Quill denied [Ada Quill|that Southmark had sunk the trawler]."),
        annotate("c", "Post", said + "Bo Fenn denied [Bo Fenn|that Southmark had sunk the trawler off the point]."),
    )
    (point,) = points
    assert holders(point, Stance.DENIES) >= {"Ada Quill", "Bo Fenn"}


def test_a_denial_that_names_nothing_of_an_account_asks_of_the_account():
    (point,) = disputes(
        annotate(
            "a",
            "Herald",
            "Denmark answered by warning Norway "
            "[Danish ministry|it hoped that the Norwegian guards had not been involved in the fire at the pier].\n"
            '"[Edda Rusk|It is not in our interest to meet Danish officials because the statements and the summaries '
            'issued about it are lies]," Ms Rusk said.',
        ),
        annotate("z", "Post", "Gulls were seen over the town hall of Varn in the spring."),
    )
    assert point.question == "Is what Danish ministry said true?"


def test_who_passes_words_on_and_who_said_them_hold_one_account():
    (point,) = disputes(
        annotate(
            "a",
            "Herald",
            "A statement said [port authority|the harbour master warned "
            "[harbour master|the dredging company had taken money from the mayor]].",
        ),
        annotate(
            "b",
            "Courier",
            "The company denied [dredging company|that it had taken money from the mayor].",
        ),
    )
    told = [account.holders for account in point.accounts if account.stance is not Stance.DENIES]
    assert told == [("port authority", "harbour master")]
    assert point.accounts[0].answer.startswith("the harbour master warned")
