"""Charges told in passing with the denial of the accused, and sentences in which a claim is denied after it."""

from __future__ import annotations

import pytest

from invented_piles import GULLS, annotate, disputes_of, holders_of, pile
from readout.analysis.accounts.setting.scene import set_scene
from readout.types import Stance


@pytest.mark.parametrize(
    ("text", "question", "owner"),
    [
        (
            "The patrol was formed after attacks on fishing boats that Canada blamed on Norway.\nNorway has denied any involvement.",
            "Is Norway to blame for attacks on fishing boats?",
            "Canada",
        ),
        (
            "Tension grew after an attack on the lighthouse blamed on Norway by Canada.\nIt denies the accusations.",
            "Is Norway to blame for an attack on the lighthouse?",
            "Canada",
        ),
        (
            "Norway has been widely accused of arming the smugglers - an accusation it denies.",
            "Did Norway arm the smugglers?",
            "outlet:Herald 0",
        ),
    ],
)
def test_a_charge_told_in_passing_is_denied_by_the_accused(text, question, owner):
    (point,) = disputes_of(text)
    assert point.question == question
    assert holders_of(point, Stance.ASSERTS) == {owner}
    assert holders_of(point, Stance.DENIES) == {"Norway"}


@pytest.mark.parametrize(
    "text",
    [
        "The patrol was formed after attacks on fishing boats that Canada blamed on Norway.\nDenmark has denied any involvement.",
        "The patrol was formed after attacks on fishing boats that Canada blamed on Norway.\nNorway did not deny it.",
        "Canada may blame Norway for the attacks on the fishing boats.\nNorway denies smuggling.",
    ],
)
def test_what_is_denied_by_another_or_not_denied_is_no_dispute(text):
    assert disputes_of(text) == []


def test_what_a_client_alleged_is_asked_without_the_client():
    (point,) = disputes_of("One client alleged Bo Fenn sold the old lighthouse to a cousin, a claim he denied.")
    assert point.question == "Did Bo Fenn sell the old lighthouse to a cousin?"
    assert holders_of(point, Stance.DENIES) == {"Bo Fenn"}


def test_a_person_does_not_speak_for_every_country_named_before():
    text = "Sanctions followed on Norway, President Bo Fenn said.\nNorway's foreign minister, Karin Dahl, left."
    scene = set_scene(pile(annotate("a", "Herald", text, parsed=True), annotate("b", "Post", GULLS, parsed=True)))
    assert "Bo Fenn" not in scene.sides
    assert "Karin Dahl" not in scene.persons or scene.sides.get("Karin Dahl")


@pytest.mark.parametrize(
    "answer",
    [
        "But fishermen disputed the estimates.",
        "But several harbour officials sharply disputed the claim.",
        "But Democrats sharply disagreed, and left the hall.",
    ],
)
def test_a_bare_rejection_answers_the_sentence_before(answer):
    (point,) = disputes_of(f"Ada Quill said [Ada Quill|the new rules brought a hundred boats back].\n{answer}")
    assert holders_of(point, Stance.ASSERTS) == {"Ada Quill"}
    assert len(holders_of(point, Stance.DENIES)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Bo Fenn said [Bo Fenn|Ada Quill's repeated assertions that he sold the old lighthouse were false].",
        "Bo Fenn called Ada Quill's charge that he sold the old lighthouse laughable.",
        "Bo Fenn said [Bo Fenn|he disagreed with Ada Quill's assertion that he sold the old lighthouse].",
    ],
)
def test_a_verdict_after_the_claim_or_about_it(text):
    (point,) = disputes_of(text)
    assert holders_of(point, Stance.ASSERTS) == {"Ada Quill"}
    assert holders_of(point, Stance.DENIES) == {"Bo Fenn"}


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        (
            "The yard said [yard|it planned to use local steel for most of the new ferry hull].",
            "The builder confirmed [builder|that it does not plan to use all local steel for the new ferry hull].",
        ),
        (
            "Herring boats said [Herring boats|the fleet will spend forty million more on new nets].",
            "Bo Fenn insisted [Bo Fenn|that the debate on new nets should be set aside by the fleet].",
        ),
        (
            "Police accused Karin Dahl of selling the lighthouse.",
            "Ada Quill said [Ada Quill|Bo Fenn did nothing wrong].",
        ),
    ],
)
def test_wholes_demands_and_the_innocence_of_another_contradict_nothing(claim, answer):
    assert disputes_of(f"{claim}\n{answer}") == []


def test_two_who_deny_one_claim_have_accounts_in_one_dispute():
    (point,) = disputes_of(
        "Ada Quill said [Ada Quill|the trawler had crossed the border line before dawn].\nNorway denied that.",
        "Canada has consistently denied Ada Quill's claim that the trawler had crossed the border line before dawn.",
    )
    assert holders_of(point, Stance.DENIES) == {"Norway", "Canada"}
