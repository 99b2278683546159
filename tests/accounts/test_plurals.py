"""What is counted stands in a question in the plural, an owner of an age by name or by a noun. Texts are invented."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.values.plurals import plural
from readout.types import PointKind

GULLS = annotate("z", "Post", "Gulls were seen over the town hall of Varn.", "2031-05-06")


def questions(*texts, parsed=False):
    articles = [annotate(f"a{n}", f"Herald {n}", text, "2031-05-06", parsed=parsed) for n, text in enumerate(texts)]
    return [p.question for p in compare_accounts(pile(*articles, GULLS)) if p.kind is PointKind.NUMBER]


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("vote", "votes"),
        ("city", "cities"),
        ("key", "keys"),
        ("church", "churches"),
        ("woman", "women"),
        ("policewoman", "policewomen"),
        ("salesperson", "salespeople"),
        ("witness", "witnesses"),
        ("virus", "viruses"),
        ("police", "police"),
        ("homes", "homes"),
        ("linemen", "linemen"),
        ("specimen", "specimens"),
    ],
)
def test_the_plural_of_a_noun(one, several):
    assert plural(one) == several


def test_a_number_joined_to_its_measure_counts_that():
    (question,) = questions(
        "The bill of Quill for the harbour needs a 60-vote majority in the council.",
        "The bill of Quill for the harbour needs 60 votes in the council.",
    )
    assert question.startswith("How many votes")


def test_whose_age_it_is_is_a_name_before_a_noun():
    (question,) = questions(
        "Bo Fenn, 64, was seen at the harbour.",
        "Guards looked for a 64-year-old white man, Bo Fenn, at the harbour.",
        parsed=True,
    )
    assert question == "How old is Bo Fenn?"
