"""What several parties say of one topic stands side by side, and is no dispute."""

from __future__ import annotations

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.types import Stance, Standing


def positions(*texts):
    reports = [annotate(f"a{n}", f"Herald {n}", text, parsed=True) for n, text in enumerate(texts)]
    return [point for point in compare_accounts(pile(*reports)) if point.question.startswith("What do")]


def test_two_judgements_of_one_bridge_stand_side_by_side():
    (point,) = positions(
        "The mayor said [Ada Quill|the bridge has brought work back to the harbour].",
        "The pilots said [pilots' union|nobody had ever needed so costly a bridge].",
    )
    assert point.standing is Standing.COMPATIBLE
    assert point.question == "What do Ada Quill and the pilots' union say about the bridge?"
    assert [account.holders for account in point.accounts] == [("pilots' union",), ("Ada Quill",)]


def test_two_parties_who_deny_nothing_make_no_topic():
    assert not positions(
        "The mayor said [Ada Quill|the bridge has brought work back to the harbour].",
        "The pilots said [pilots' union|the crew had painted the old bridge in spring].",
    )


def test_one_party_in_two_reports_makes_no_topic():
    assert not positions(
        "The mayor said [Ada Quill|the bridge has brought work back to the harbour].",
        "The mayor said [Ada Quill|nobody had ever needed so costly a bridge].",
    )


def test_who_is_not_named_is_no_party():
    assert not positions(
        "Some said [some|the bridge has brought work back to the harbour].",
        "The pilots said [pilots' union|nobody had ever needed so costly a bridge].",
    )


def test_a_pronoun_speaks_of_what_the_sentence_before_names():
    (point,) = positions(
        "Divers found the old boats under the quay.\nThe mayor said [Ada Quill|they had been bought by the town].",
        "The pilots said [pilots' union|nobody ever wanted the boats].",
    )
    assert point.question == "What do Ada Quill and the pilots' union say about the boats?"


def test_who_tells_what_another_said_is_no_party_to_it():
    assert not positions(
        "The union said [pilots' union|that the mayor complained [Ada Quill|that nobody had ever needed the bridge]].",
    )


def test_what_a_party_denies_is_not_told_as_what_it_says():
    (point,) = positions(
        "The owner denied [Ada Quill|that the ferry had been overloaded].",
        "The hospital said [Bo Fenn|nobody had ever painted the ferry].",
    )
    stances = {account.holders: account.stance for account in point.accounts}
    assert stances == {("Ada Quill",): Stance.DENIES, ("Bo Fenn",): Stance.ASSERTS}
