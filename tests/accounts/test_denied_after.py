"""Sentences in which a claim is denied after it or beside it."""

from __future__ import annotations

import pytest

from invented_piles import GULLS, annotate, disputes_of, holders_of, pile
from readout.analysis.accounts.setting.scene import set_scene
from readout.types import Stance


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
            "Herring boats said [Herring boats|the fleet will spend forty million more on new nets].",
            "Bo Fenn insisted [Bo Fenn|that the debate on new nets should be set aside by the fleet].",
        ),
        (
            "Police accused Karin Dahl of selling the lighthouse.",
            "Ada Quill said [Ada Quill|Bo Fenn did nothing wrong].",
        ),
    ],
)
def test_demands_and_the_innocence_of_another_contradict_nothing(claim, answer):
    assert disputes_of(f"{claim}\n{answer}") == []
