"""A value that a report tells loosely and exactly parts it from no other report; drafts and texts are invented."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts.drafts import AccountDraft, PointDraft
from readout.analysis.accounts.setting.scene import set_scene
from readout.analysis.accounts.settling import without_loose
from readout.ranges import DateRange, NumberRange
from readout.spans import Span
from readout.types import PointKind, Stance, Standing

SCENE = set_scene(pile(*(annotate(n, f"{n} Herald", f"The mill of {n} burned down.\nGulls saw it.") for n in "abc")))
WEEK = DateRange(low="2031-05-05", high="2031-05-11", granularity="day")
DAY = DateRange(low="2031-05-06", high="2031-05-06", granularity="day")
MANY, EXACT = NumberRange(low=30, high=50), NumberRange(low=40, high=40)


def account(value, *articles):
    return AccountDraft(
        answer=str(value),
        holders=tuple(f"outlet:{article} Herald" for article in articles),
        stance=Stance.ASSERTS,
        evidence=tuple(Span(article, 0, 24) for article in articles),
        value=value,
    )


def settled(*accounts, kind=PointKind.DATE, developing=False):
    draft = PointDraft(
        question="When did the mill burn down?",
        kind=kind,
        standing=Standing.COMPATIBLE,
        accounts=accounts,
        rule="times of one event",
        why="one date lies within the other",
        developing=developing,
    )
    return without_loose(draft, SCENE)


@pytest.mark.parametrize(("loose", "exact"), [(WEEK, DAY), (MANY, EXACT)])
def test_who_tells_it_loosely_and_exactly_agrees_with_who_tells_it_exactly(loose, exact):
    point = settled(account(loose, "a"), account(exact, "a", "b"))
    assert point.standing is Standing.AGREED
    (one,) = point.accounts
    assert one.value == exact
    assert set(one.holders) == {"outlet:a Herald", "outlet:b Herald"}


def test_who_only_tells_it_loosely_stays_apart():
    point = settled(account(WEEK, "c"), account(DAY, "a", "b"))
    assert point.standing is Standing.COMPATIBLE
    assert len(point.accounts) == 2


def test_one_report_alone_agrees_with_nobody():
    assert settled(account(WEEK, "a"), account(DAY, "a")).standing is Standing.COMPATIBLE


def test_a_value_that_does_not_hold_the_other_stays():
    assert len(settled(account(DAY, "a"), account(WEEK, "a", "b")).accounts) == 2


def test_what_develops_is_left():
    assert len(settled(account(MANY, "a"), account(EXACT, "a", "b"), developing=True).accounts) == 2
