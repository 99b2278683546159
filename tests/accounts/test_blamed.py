"""Charges told in passing with the denial of the accused, and sentences in which a claim is denied after it."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.setting.scene import set_scene
from readout.types import Stance, Standing

GULLS = "Gulls follow every boat that leaves the harbour in summer."


def disputes(*texts):
    """The disputes of a story of parsed reports, one from each text."""
    articles = [annotate(f"a{n}", f"Herald {n}", text, parsed=True) for n, text in enumerate((*texts, GULLS))]
    return [p for p in compare_accounts(pile(*articles)) if p.standing is Standing.DISPUTED]


def holders(point, stance):
    return {name for account in point.accounts if account.stance is stance for name in account.holders}


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
    (point,) = disputes(text)
    assert point.question == question
    assert holders(point, Stance.ASSERTS) == {owner}
    assert holders(point, Stance.DENIES) == {"Norway"}


@pytest.mark.parametrize(
    "text",
    [
        "The patrol was formed after attacks on fishing boats that Canada blamed on Norway.\nDenmark has denied any involvement.",
        "The patrol was formed after attacks on fishing boats that Canada blamed on Norway.\nNorway did not deny it.",
        "Canada may blame Norway for the attacks on the fishing boats.\nNorway denies smuggling.",
    ],
)
def test_what_is_denied_by_another_or_not_denied_is_no_dispute(text):
    assert disputes(text) == []


def test_what_a_client_alleged_is_asked_without_the_client():
    (point,) = disputes("One client alleged Bo Fenn sold the old lighthouse to a cousin, a claim he denied.")
    assert point.question == "Did Bo Fenn sell the old lighthouse to a cousin?"
    assert holders(point, Stance.DENIES) == {"Bo Fenn"}


def test_a_person_does_not_speak_for_every_country_named_before():
    text = "Sanctions followed on Norway, President Bo Fenn said.\nNorway's foreign minister, Karin Dahl, left."
    scene = set_scene(pile(annotate("a", "Herald", text, parsed=True), annotate("b", "Post", GULLS, parsed=True)))
    assert "Bo Fenn" not in scene.sides
    assert "Karin Dahl" not in scene.persons or scene.sides.get("Karin Dahl")
