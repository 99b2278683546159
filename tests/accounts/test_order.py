"""What a reader sees first: what several reports tell at their heads, before what they tell at their ends."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.compare import shown_first
from readout.spans import Span
from readout.types import Account, Point, PointKind, Stance, Standing

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


def point(number: int, standing: Standing) -> Point:
    """A claim of two origins."""
    words = (Span("a", 0, 9),)
    accounts = tuple(
        Account(
            evidence=words, rule="test", answer="so", value=None, holders=(f"{origin} Herald",), stance=Stance.ASSERTS,
            origins=(origin,),
        )
        for origin in ("Quill", "Fenn")
    )  # fmt: skip
    return Point(
        evidence=words, rule="test", id=f"p{number}", question=f"Question {number}?", kind=PointKind.CLAIM,
        standing=standing, accounts=accounts, silent=(),
    )  # fmt: skip


@pytest.mark.parametrize(("standing", "most"), [(Standing.DISPUTED, 40), (Standing.SINGLE, 10)])
def test_of_each_standing_the_first_are_shown(standing: Standing, most: int):
    points = [point(number, standing) for number in range(60)]
    agreed = point(60, Standing.AGREED)
    assert shown_first([*points, agreed]) == (*points[:most], agreed)
