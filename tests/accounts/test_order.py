"""What a reader sees first: what several reports tell at their heads, before what they tell at their ends."""

from __future__ import annotations

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts

NEWS = "The flooded ferry Alma was sold to a museum of trawlers."
PAST = "The harbour board squandered a chance to repair the rusty lighthouse."


def filler(name: str) -> str:
    return "\n".join(f"{name} counted gulls on pier {n} before breakfast." for n in range(12))


def questions(first: str, last: str) -> list[str]:
    """The questions of two reports that both begin with `first` and end with `last`."""
    reports = [
        annotate(name.lower(), f"{name} Herald", f"{first}\n{filler(name)}\n{last}", parsed=True)
        for name in ("Quill", "Fenn")
    ]
    return [point.question for point in compare_accounts(pile(*reports))]


def test_what_both_tell_first_comes_first():
    sold, squandered = "ferry Alma", "harbour board"
    assert sold in questions(NEWS, PAST)[0]
    assert squandered in questions(PAST, NEWS)[0]
