"""Who rejects whose claim, read off one sentence; short denials; charges denied; and what makes no dispute of them."""

from __future__ import annotations

import time

import pytest

from invented_piles import GULLS, annotate, disputes_of, holders_of, pile
from readout.analysis.accounts.contested.replies import find_replies
from readout.analysis.accounts.setting.scene import set_scene
from readout.types import Stance


def replies(text):
    """The rejections in one sentence: whose claim, the claim's words, who rejects it."""
    scene = set_scene(pile(annotate("a", "Herald", text, parsed=True), annotate("b", "Post", GULLS, parsed=True)))
    line = scene.lines_of("a")[0]
    return [
        (r.owner, text[r.claim.start : r.claim.end] if r.claim else None, r.denier) for r in find_replies(line, scene)
    ]


@pytest.mark.parametrize(
    ("text", "owner", "claim", "denier"),
    [
        (
            "Norland has consistently denied Canadian claims that its trawlers crossed the border line.",
            "Canada",
            "its trawlers crossed the border line",
            "Norland",
        ),
        (
            "Mayor Ada Quill also rejected Bo Fenn's claim of authority over the old harbour.",
            "Bo Fenn",
            "authority over the old harbour",
            "Ada Quill",
        ),
        (
            "Ada Quill pushed back against the suggestion that the ferry had left too early.",
            "",
            "the ferry had left too early",
            "Ada Quill",
        ),
        ("Court officials took issue with Bo Fenn's testimony on Monday.", "Bo Fenn", None, "Court officials"),
    ],
)
def test_who_rejects_whose_claim(text, owner, claim, denier):
    assert replies(text) == [(owner, claim, denier)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill did not deny Bo Fenn's claim that the ferry left early.",
        "Ada Quill could dispute Bo Fenn's claim that the ferry left early.",
        "Ada Quill rejected calls for a report on the ferry.",
        "Ada Quill scoffed at Bo Fenn's remarks.",
    ],
)
def test_what_rejects_no_claim(text):
    assert replies(text) == []


def test_a_claim_told_as_false_is_denied_by_who_tells_it():
    (point,) = disputes_of("Mayor Ada Quill falsely claimed that the ferry had left the harbour before dawn.")
    assert holders_of(point, Stance.ASSERTS) == {"Ada Quill"}
    assert holders_of(point, Stance.DENIES) == {"outlet:Herald 0"}


def test_a_claim_without_an_owner_is_of_who_makes_it_elsewhere():
    (point,) = disputes_of(
        "Bo Fenn told reporters that [Bo Fenn|the trawler had sunk the old ferry].",
        "Harbour officials dispute the claim that the trawler sunk the old ferry.",
    )
    assert holders_of(point, Stance.ASSERTS) == {"Bo Fenn"}


def test_no_evidence_for_this_claim_points_to_the_sentence_before():
    (point,) = disputes_of(
        "Ada Quill said [Ada Quill|the port authority had delayed the warning under pressure].\n"
        "There is no known evidence for this claim."
    )
    assert holders_of(point, Stance.ASSERTS) == {"Ada Quill"}
    assert holders_of(point, Stance.DENIES) == {"outlet:Herald 0"}


def test_allegations_denied_are_those_that_someone_brings():
    (point,) = disputes_of(
        "Karin Dahl alleges [Karin Dahl|Quill sold the customs house to a friend].\n"
        "The council meets on the first floor in spring.\n"
        "Karin Dahl wrote a letter to the council about the customs house.\n"
        "Quill has denied the allegations."
    )
    assert "Karin Dahl" in holders_of(point, Stance.ASSERTS)
    assert "customs house" in point.question


def test_a_part_in_a_deed_is_denied_of_the_charge_before_it():
    (point,) = disputes_of(
        "Harbour officials said [Harbour officials|Norland was behind the attack on the ferry].\n"
        "Norland denied any role in the attack."
    )
    assert holders_of(point, Stance.DENIES) == {"Norland"}


@pytest.mark.parametrize(
    "second",
    [
        "Officials say [harbour officials|there is no doubt that police were called to the boat house].",
        "Officials say [harbour officials|there were no fishing calls from the boat house].",  # another kind of call
        "There was no immediate call to the boat house.",
    ],
)
def test_none_of_something_else_is_no_dispute(second):
    assert disputes_of("Police were called to the boat house twice in spring.", second) == []


def test_nothing_is_denied_by_who_keeps_a_lead():
    assert (
        disputes_of(
            "Bo Fenn hopes [Bo Fenn|he will turn the vote on the ferry to his advantage].\n"
            "Ada Quill has maintained [Ada Quill|a wide lead over Fenn in the vote on the ferry]."
        )
        == []
    )


def test_a_reading_of_ones_own_words_is_denied_to_nobody():
    assert (
        disputes_of(
            "Bo Fenn said [Bo Fenn|he would be glad to speak with the harbour master].\n"
            "He denied on Tuesday that [Bo Fenn|those remarks showed a change of mind about the ferry].\n"
            "Ada Quill said [Ada Quill|she needs to explain what happened to the ferry].\n"
            "Bo Fenn denied [Bo Fenn|those remarks showed a change of mind]."
        )
        == []
    )


def test_many_words_of_rejection_cost_little():
    text = "Ada Quill denied the claim that the ferry left, " * 400 + "and Bo Fenn did not."
    begin = time.process_time()
    disputes_of(text)
    assert time.process_time() - begin < 5.0


def test_criticism_can_be_a_demand_and_never_a_mere_question():
    (found,) = disputes_of(
        "The sale drew criticism from Bo Fenn, who said [Bo Fenn|that the council needs to learn why the ferry was sold].\n"
        "A clerk called [council clerk|the criticism unfounded]."
    )
    assert "the council need to learn" in found.question


def test_what_is_neither_confirmed_nor_denied_is_not_denied():
    assert (
        disputes_of(
            "The ferry will be sold to a dredging company in spring.\n"
            "Luckily for the crew, no member of the council has officially confirmed or denied the ferry will be sold."
        )
        == []
    )


def retorts(text):
    """The rejections in one sentence of what was told before, or with who said it: as `replies`."""
    scene = set_scene(pile(annotate("a", "Herald", text, parsed=True), annotate("b", "Post", GULLS, parsed=True)))
    line = scene.lines_of("a")[0]
    return [
        (r.owner, text[r.claim.start : r.claim.end] if r.claim else None, r.denier) for r in find_replies(line, scene)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Harbour officials disputed this and spoke of a new ferry.", [("", None, "Harbour officials")]),
        ("Harbour officials could not dispute this.", []),
        (
            "Ada Quill pushed back against critics like Bo Fenn who said the ferry had left too early.",
            [("Bo Fenn", "the ferry had left too early", "Ada Quill")],
        ),
    ],
)
def test_what_was_just_told_is_rejected(text, found):
    assert retorts(text) == found


def test_accusations_said_to_be_false_are_denied_by_who_says_so():
    (point,) = disputes_of(
        "The mayor told the council [Ada Quill|that accusations that she had sold the old ferry were false]."
    )
    assert holders_of(point, Stance.ASSERTS) == {"accusations"}
    assert holders_of(point, Stance.DENIES) == {"Ada Quill"}


def test_a_claim_told_with_falsely_after_the_verb_is_denied_by_who_tells_it():
    (point,) = disputes_of("Mayor Ada Quill claimed, falsely, that the ferry had left the harbour before dawn.")
    assert holders_of(point, Stance.DENIES) == {"outlet:Herald 0"}


def test_a_denied_clause_meets_another_verb_for_the_same():
    (point,) = disputes_of(
        "Bo Fenn testified [Bo Fenn|that Quill had requested that the harbour inquiry into the ferry be closed].",
        "Quill denied [Quill|that she asked the clerk to close the harbour inquiry into the ferry].",
    )
    assert holders_of(point, Stance.ASSERTS) == {"Bo Fenn"}


def test_a_report_denied_is_what_was_reported_before():
    (point,) = disputes_of(
        "The Gazette reported [Gazette|that the ferry would be sold in spring].\nThe council disputed the report."
    )
    assert holders_of(point, Stance.DENIES) == {"council"}
