"""Questions in plain words: dates asked by "when", peoples with their capital. All texts are invented."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.types import PointKind

GULLS = annotate("z", "Post", "Gulls follow every trawler that leaves Brannhavn in summer.")


@pytest.mark.parametrize(
    ("first", "second", "question"),
    [
        (
            "The divers raised the ferry Alma on 4 March 2019.",
            "The divers raised the ferry Alma on 4 March 2019, a day late.",
            "When did the divers raise the ferry Alma?",
        ),
        (
            "Divers praised the 4 March 2019 raising of the ferry Alma.",
            "Divers praised the 4 March 2019 raising of the ferry Alma aloud.",
            "The ferry Alma: when?",
        ),
    ],
)
def test_a_date_is_asked_of_what_it_dates(first, second, question):
    one = annotate("a", "Herald", first, parsed=True)
    points = compare_accounts(pile(one, annotate("b", "Courier", second, parsed=True), GULLS))
    assert [point.question for point in points if point.kind is PointKind.DATE] == [question]


def test_peoples_keep_their_capital():
    one = annotate("a", "Herald", "The storm killed 14 Estmarkers on the coast.", parsed=True)
    two = annotate("b", "Courier", "On the coast the storm killed 14 Estmarkers.", parsed=True)
    points = compare_accounts(pile(one, two, GULLS))
    assert [point.question for point in points if point.kind is PointKind.NUMBER] == [
        "How many Estmarkers were killed?"
    ]


def test_a_count_of_long_ago_says_of_what_it_is():
    found = compare_accounts(
        pile(
            annotate("a", "Herald", "It is the worst fire since 1933, when 25 divers died in Varn.", "2031-05-06"),
            annotate("b", "Courier", "The fire of 1933 in Varn killed 29 divers.", "2031-05-06"),
            annotate("z", "Post", "Gulls were seen over the town hall of Varn.", "2031-05-06"),
        )
    )
    asked = [point.question for point in found if point.kind is PointKind.NUMBER]
    assert asked
    assert all(question == "How many divers were killed in 1933?" for question in asked)
