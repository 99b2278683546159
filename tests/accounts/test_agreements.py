"""Agreement of independent origins: a shared deed makes it, a shared name of a thing does not. All texts are invented."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.questions import OneMatter
from readout.types import PointKind, Standing

GULLS = annotate("z", "Post", "Gulls follow every trawler that leaves Brannhavn in summer.")


def claims(first, second, *, parsed=False):
    told = (annotate("a", "Herald", first, parsed=parsed), annotate("b", "Courier", second, parsed=parsed))
    points = compare_accounts(pile(*told, GULLS))
    return [point for point in points if point.kind is PointKind.CLAIM and point.standing is not Standing.DISPUTED]


def test_the_same_deed_in_other_words_is_agreed():
    points = claims(
        "Divers searched the flooded engine room of the ferry Alma through the night.",
        "Through the night the flooded engine room of the Alma was searched by divers from the navy.",
    )
    assert [point.standing for point in points] == [Standing.AGREED]
    assert len(points[0].accounts[0].origins) == 2


def test_what_one_speaker_is_quoted_with_is_asked_as_said_and_not_as_true():
    (point,) = claims(
        '[Ada Quill|"The flooded engine room of the Alma held no water at noon,"] said Ada Quill.',
        'Ada Quill told the court: [Ada Quill|"The flooded engine room of the Alma held no water at noon."]',
    )
    assert point.standing is Standing.AGREED
    assert point.question == "Did Ada Quill say: “The flooded engine room of the Alma held no water at noon”?"


def test_a_question_put_by_several_is_no_claim():
    assert not claims(
        '[Ada Quill|"How often does a flooded engine room of the Alma hold no water?"] asked Ada Quill.',
        '[Ada Quill|"How often does a flooded engine room of the Alma hold no water?"] Ada Quill wanted to know.',
    )


def test_the_name_of_a_thing_alone_is_no_agreement():
    points = claims(
        "The mayor hopes the flooded engine room of the ferry Alma is soon forgotten.",
        "A museum for the flooded engine room of the ferry Alma is a dream of painters.",
    )
    assert all(point.standing is not Standing.AGREED for point in points)


def test_what_is_said_of_a_matter_is_asked_by_its_name():
    (point,) = claims(
        "The owner painted the rusty anchor chain in spring.",
        "Engineers from the yard admire the rusty anchor chain in their newsletter.",
        parsed=True,
    )
    assert point.standing is Standing.COMPATIBLE
    assert point.question == "What is said about the rusty anchor chain?"
    assert len(point.accounts) == 2


def test_a_date_is_no_matter():
    assert not claims(
        "Last week the owner painted his kitchen for the third winter.",
        "Engineers were paid for the first time in months last week by cheque.",
    )


@pytest.mark.parametrize(
    ("second", "agreed"),
    [
        ("Emil Quill forged the ledgers of the ferry company for years.", True),
        ("Emil Quill denied on Monday that he forged the ledgers of the ferry company.", False),
        ("A clerk, Bo Fenn, forged the ledgers of the ferry company for years.", False),
    ],
)
def test_a_deed_of_another_or_denied_is_no_agreement(second, agreed):
    first = annotate("a", "Herald", "Emil Quill forged the ledgers of the ferry company for years.", parsed=True)
    points = compare_accounts(pile(first, annotate("b", "Courier", second, parsed=True), GULLS))
    assert any(point.standing is Standing.AGREED for point in points) is agreed


@pytest.mark.parametrize(
    ("second", "agreed"),
    [
        ("The mayor said that Emil Quill sold the flooded ferry Alma to a museum.", True),
        ("If Emil Quill sold the flooded ferry Alma, the museum would be angry.", False),
        ("The plan to sell the flooded ferry Alma to a museum angered Bo Fenn.", False),
        ("Emil Quill sold three museums and refused to sell the flooded ferry Alma.", False),
    ],
)
def test_what_is_only_supposed_planned_or_said_beside_is_no_agreement(second, agreed):
    first = annotate("a", "Herald", "Emil Quill sold the flooded ferry Alma to a museum.", parsed=True)
    points = compare_accounts(pile(first, annotate("b", "Courier", second, parsed=True), GULLS))
    assert any(point.standing is Standing.AGREED for point in points) is agreed


def test_other_amounts_in_the_clause_are_no_agreement():
    first = annotate("a", "Herald", "Divers found six torpedoes in the flooded engine room.", parsed=True)
    second = annotate("b", "Courier", "Divers found a torpedo and 40 crates in the flooded engine room.", parsed=True)
    points = compare_accounts(pile(first, second, GULLS))
    assert not any(point.kind is PointKind.CLAIM and point.standing is Standing.AGREED for point in points)


def test_a_few_words_quoted_by_both_are_agreed():
    other = "\n".join(f"Clerk number {n} swept the quay with broom {n}." for n in range(9))
    points = claims(
        f'[Ada Quill|"It was a rotten leaking tub,"] said the skipper of the Alma.\n{other}',
        'In court Ada Quill swore that [Ada Quill|what she bought was "a rotten leaking tub."]',
    )
    assert [point.standing for point in points] == [Standing.AGREED]


def test_how_reports_speak_of_themselves_is_no_claim():
    assert not claims(
        "A spokesman for the flooded museum did not respond to a request for comment.",
        "Lawyers of the angry skipper did not respond to a request for comment on Friday.",
    )


def test_what_is_only_named_is_shown_sparingly_and_last(monkeypatch):
    monkeypatch.setattr(OneMatter, "asked", lambda matter, scene: f"What is said about {matter.span.start}?")
    things = (
        "copper lantern",
        "torn mainsail",
        "wooden rudder",
        "rusty anchor chain",
        "broken compass needle",
        "paraffin stove",
        "mizzen boom",
    )
    first = "\n".join(f"The owner calls the {thing} a relic of year {n}." for n, thing in enumerate(things))
    second = "\n".join(f"Clerks at desk {n} admire the {thing} in letters." for n, thing in enumerate(things))
    told = "The skipper sold the flooded ferry to a museum of trawlers"
    points = claims(f"{first}\n{told} in May.", f"{second}\n{told} later.")
    named = [point for point in points if point.question.startswith("What is said about")]
    assert len(named) == 5
    assert points[-5:] == named


@pytest.mark.parametrize(
    ("second", "agreed"),
    [
        ("The ledgers of the ferry company were forged for years.", True),
        ("For years the ledgers of the ferry company were forged by Bo Fenn.", False),
        ("Emil Quill can forge the ledgers of the ferry company for years.", False),
    ],
)
def test_a_passive_says_the_same_and_what_can_be_done_does_not(second, agreed):
    first = annotate("a", "Herald", "Emil Quill forged the ledgers of the ferry company for years.", parsed=True)
    points = compare_accounts(pile(first, annotate("b", "Courier", second, parsed=True), GULLS))
    assert any(point.standing is Standing.AGREED for point in points) is agreed
