"""Weak signs weighed together: they find answers that no rule finds, and doubt what rules find by likeness alone."""

from __future__ import annotations

import pytest

from invented_piles import disputes_of
from readout.analysis.accounts.contested.claim_index import Contradiction
from readout.analysis.accounts.contested.leaving import LEAST
from readout.analysis.accounts.contested.weighing import doubt_words
from readout.language.answering import SIGNS, likelihood, weights
from readout.types import Stance


def test_there_is_a_weight_for_each_sign():
    assert len(weights()) == len(SIGNS) == len(set(SIGNS))


@pytest.mark.parametrize("sign", ["denies", "words shared", "told as a claim", "points back"])
def test_a_sign_for_an_answer_makes_it_likelier(sign):
    without = [float(name == "always") for name in SIGNS]
    given = [float(name in ("always", sign)) for name in SIGNS]
    assert likelihood(given) > likelihood(without)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (
            "A new book reported [book|that Ada Quill once told the harbour staff that the mayor cannot read a chart].",
            "Ada Quill has denied [Ada Quill|having said that].",
        ),
        (
            "A magazine published a story claiming [magazine|that Ada Quill had affairs with five captains].",
            "Ada Quill vehemently denied [Ada Quill|the rumours], which went round the harbour.",
        ),
    ],
)
def test_a_denial_beside_a_claim_answers_it(told, answer):
    (point,) = disputes_of(f"{told}\n{answer}")
    assert {name for a in point.accounts if a.stance is Stance.DENIES for name in a.holders} == {"Ada Quill"}
    assert all(account.evidence for account in point.accounts)
    assert point.why


@pytest.mark.parametrize(
    "answer",
    [
        "Bo Fenn rejected [Bo Fenn|the suggestion that the ferry was too old].",  # something else is rejected
        "The union also said [union|the report was false].\nThe clerk called [clerk|the whole affair a nuisance].",
    ],
)
def test_a_denial_of_something_else_answers_nothing(answer):
    told = "The museum said [museum|no letter of the founder had been denied to readers].\n"
    assert not disputes_of(told + answer)


class Doubts:
    """Signs that speak against every pair."""

    def doubts(self, claim, answer):
        return True


def test_what_the_signs_speak_against_is_not_shown():
    found = [Contradiction(1, 0, 0.9, "by words"), Contradiction(2, 0, 0.9, "by form")]
    doubted, kept = doubt_words(found, ("by words",), Doubts())
    assert doubted.strength < LEAST <= kept.strength
