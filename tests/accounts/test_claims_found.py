"""What an outlet claims in its own words, and what only leads over to someone else's. All texts are invented."""

from __future__ import annotations

from invented_piles import annotate, pile
from readout.analysis.accounts.contested.claims import own_claims
from readout.analysis.accounts.setting.scene import set_scene


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
