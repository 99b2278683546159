"""Questions of one story, told apart. All texts are invented."""

from __future__ import annotations

from invented_piles import annotate, pile
from readout.analysis.accounts.questions.apart import set_apart
from readout.analysis.accounts.setting.scene import set_scene
from readout.spans import Span
from readout.types import Account, Point, PointKind, Stance, Standing

SCENE = set_scene(pile(annotate("a", "Herald", "The old bridge of Kelm was sold to Norvane, and the lantern was lit.")))
WORDS = (Span("a", 0, 40),)


def dispute(question, denied_by):
    """A dispute of which the last account is a denial."""
    holders = {Stance.ASSERTS: ("Ada Quill",), Stance.DENIES: (denied_by,)}
    accounts = tuple(
        Account(evidence=WORDS, rule="test", answer="so", value=None, holders=names, stance=stance, origins=("a",))
        for stance, names in holders.items()
    )
    return Point(
        evidence=WORDS, rule="test", id=f"{question} {denied_by}", question=question, kind=PointKind.CLAIM,
        standing=Standing.DISPUTED, accounts=accounts, silent=(),
    )  # fmt: skip


def asked(*points):
    return [point.question for point in set_apart(points, SCENE)]


def test_of_two_disputes_that_ask_nearly_the_same_the_second_says_who_answers():
    first = dispute("Was the old bridge of Kelm sold to Norvane?", "Ben Marsh")
    second = dispute("Was the bridge of Kelm sold to Norvane?", "Cleo Dunn")
    assert asked(first, second) == [first.question, "Was the bridge of Kelm sold to Norvane (as Cleo Dunn answers)?"]


def test_disputes_that_ask_something_else_or_have_the_same_answer_keep_their_questions():
    first = dispute("Was the old bridge of Kelm sold to Norvane?", "Ben Marsh")
    for second in (
        dispute("Was the lantern lit?", "Cleo Dunn"),
        dispute("Was the bridge of Kelm sold to Norvane?", "Ben Marsh"),
    ):
        assert asked(first, second) == [first.question, second.question]
