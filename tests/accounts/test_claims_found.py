"""What an outlet claims in its own words, and what only leads over to someone else's. All texts are invented."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.contested.claims import own_claims
from readout.analysis.accounts.setting.scene import set_scene
from readout.types import PointKind


def own_words(marked):
    annotation = annotate("a", "Herald", marked)
    return [
        annotation.article.words(claim.span)
        for claim in own_claims(set_scene(pile(annotation)))
        if claim.statement is None
    ]


def test_words_that_end_with_the_cue_of_a_statement_claim_nothing():
    assert (
        own_words("The harbour master of Kelm and both of her deputies wrote [Ada Quill|the bridge was closed].") == []
    )


def test_what_an_outlet_tells_before_a_statement_is_its_claim():
    (found,) = own_words("The harbour master of Kelm closed the old bridge on Monday; [Ada Quill|it had to be so].")
    assert found.startswith("The harbour master of Kelm closed the old bridge")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("those who asked for a fishing licence were denied because of the storm", False),
        ("the claims about the fishing licence were denied by the mayor of Kelm", True),
    ],
)
def test_who_is_denied_something_by_nobody_denies_no_claim(words, shown):
    first = annotate("a", "Herald", f"The ministry said [ministry|{words}].", parsed=True)
    other = annotate("b", "Courier", "The gulls of Aldport came back.", parsed=True)
    found = [point for point in compare_accounts(pile(first, other)) if point.kind is PointKind.DENIAL]
    assert bool(found) is shown
