"""Clauses that tell the same of the same are found by their places and weighed by many signs. All texts are invented."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.setting.told import DEED, DOER, tellings_of
from readout.language.agreeing import SIGNS, likelihood
from readout.types import PointKind, Standing

GULLS = annotate("z", "Post", "Gulls follow every trawler that leaves Brannhavn in summer.")


def agreed(*texts):
    """The words of the claims on which two parsed reports agree."""
    reports = [annotate(f"a{n}", f"Herald {n}", text, parsed=True) for n, text in enumerate(texts)]
    points = compare_accounts(pile(*reports, GULLS))
    return [p.accounts[0].answer for p in points if p.kind is PointKind.CLAIM and p.standing is Standing.AGREED]


def told(text, word):
    """The places of the clause with this predicate, by the words of their heads, and the clause."""
    tokens = annotate("a", "Herald", text, parsed=True).sentences[0].tokens
    found = next(one for one in tellings_of(tokens) if tokens[one.verb].text == word)
    return {place: tokens[filler.head].text for place, filler in found.places}, found


def test_who_does_it_and_to_what_stand_in_the_same_places_in_active_and_passive():
    assert told("Divers searched the engine room.", "searched")[0] == {DOER: "Divers", DEED: "room"}
    assert told("The engine room was searched by divers.", "searched")[0] == {DOER: "divers", DEED: "room"}


def test_a_noun_says_what_is_done_where_the_verb_says_little():
    places, _ = told("The airport received heavy damage in the quake.", "damage")
    assert places[DOER] == "airport"


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("Emil Quill sold the ferry.", "sold", False),
        ("Emil Quill never sold the ferry.", "sold", True),
        ("Emil Quill denied that he sold the ferry.", "sold", True),
        ("Emil Quill failed to sell the ferry.", "sell", True),
        ("It is not true that he sold the ferry.", "sold", True),
        ("Divers found no torpedo.", "found", True),
    ],
)
def test_a_clause_is_denied_by_its_own_words_or_by_those_it_hangs_on(text, word, denied):
    assert told(text, word)[1].denied is denied


def test_what_is_only_supposed_is_known_as_that():
    assert told("Nobody will pay if Emil Quill sells the ferry.", "sells")[1].supposed
    assert not told("Emil Quill sells the ferry.", "sells")[1].supposed


def test_a_short_clause_of_two_telling_words_is_agreed():
    found = agreed(
        "Ada Quill said on Monday the harbour board had squandered a chance that may not come again.",
        "The harbour board had squandered a chance that may not come again, Ada Quill told the Courier.",
    )
    assert any("squandered" in words for words in found)


@pytest.mark.parametrize(
    "second",
    [
        "The harbour board had never squandered a chance that came its way.",
        "If the harbour board squandered a chance, nobody on the quay would know.",
    ],
)
def test_what_is_denied_or_supposed_agrees_with_no_claim(second):
    assert not agreed("The harbour board had squandered a chance that may not come again.", second)


@pytest.mark.parametrize("sign", ["shared in the sentences", "one speaker", "words in a row", "names shared"])
def test_a_sign_for_it_makes_it_likelier(sign):
    without = [float(name == "always") for name in SIGNS]
    assert likelihood([float(name in ("always", sign)) for name in SIGNS]) > likelihood(without)


@pytest.mark.parametrize("sign", ["numbers differ", "infinitive in one", "two persons do it"])
def test_a_sign_against_it_makes_it_less_likely(sign):
    without = [float(name == "always") for name in SIGNS]
    assert likelihood([float(name in ("always", sign)) for name in SIGNS]) < likelihood(without)


def test_a_claim_is_shown_beside_a_number_of_its_words_if_it_asks_more():
    found = agreed(
        "The guard said 14 skippers had signed a letter in which they ask the harbour council to scrap the toll on"
        " leaking trawlers.",
        "In a letter 14 skippers ask the harbour council to scrap the toll on leaking trawlers.",
    )
    assert any("scrap the toll" in words for words in found)
    assert not agreed("On Monday 14 divers were injured.", "14 divers were injured in Brannhavn on Monday.")
