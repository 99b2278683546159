"""Hours of one event, lengths that tell a beginning, and one deed on two days; the texts are invented."""

from __future__ import annotations

from datetime import date

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.setting.scene import set_scene
from readout.analysis.accounts.values.hours import read_hours
from readout.analysis.accounts.values.lengths import dated
from readout.ranges import DateRange
from readout.spans import Span
from readout.types import Point, PointKind, Standing, TimeExpression

GULLS = annotate("z", "Post", "Gulls were seen over the town hall of Varn.", "2031-05-06")


def dates_of(*texts: str) -> list[Point]:
    """The points of some parsed reports that ask for a date, beside a report of gulls."""
    articles = [annotate(f"a{n}", f"Herald {n}", text, "2031-05-06", parsed=True) for n, text in enumerate(texts)]
    return [point for point in compare_accounts(pile(*articles, GULLS)) if point.kind is PointKind.DATE]


def hours_of(text: str) -> list[tuple[str, int, int]]:
    """The stretches of the day that a text names, first zones only."""
    return [hour.minutes for hour in read_hours(set_scene(pile(annotate("a", "Herald", text, parsed=True))))]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The mill in Varn burned down on Monday at 17:06.", 1023, 1029),
        ("The mill in Varn burned down at 5 p.m. on Monday.", 1010, 1030),
        ("The mill in Varn burned down around noon on Monday.", 645, 795),
        ("The mill in Varn burned down on Monday afternoon.", 700, 1110),
        ("The mill in Varn burned down late Monday.", 960, 1440),
    ],
)
def test_an_hour_is_a_stretch_of_the_day(text: str, low: int, high: int) -> None:
    """A clock is off by minutes, a part of the day as wide as news uses it."""
    assert hours_of(text) == [("", low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "By 5 p.m. on Monday the mill in Varn had burned down.",
        "The show Monday Night Racing opened in Varn.",
        "The curfew in Varn lasts until 6 a.m. on Tuesday.",
        "Some 2,000 voters cast their ballots as of 4:00 p.m. local time (1100 GMT).",
        "Crews were still pumping out the mill at 5 p.m. on Monday.",
        "Firemen were hosing down the mill late Tuesday.",
    ],
)
def test_a_bound_and_a_name_are_no_hour(text: str) -> None:
    """What is over by an hour, lasts until it or went on then did not happen then."""
    assert hours_of(text) == []


def test_what_went_on_when_something_happened_tells_its_hour() -> None:
    """The hour of the crash is told by what the bus was doing."""
    assert len(hours_of("The bus was crossing the bridge at 5 p.m. on Monday when it caught fire.")) == 1


def hour_points_of(*texts: str) -> list[tuple[Standing, int]]:
    """The standing of each point on an hour, with how many answers it has."""
    found = dates_of(*texts)
    return [(p.standing, len(p.accounts)) for p in found if p.rule == "hours of one event"]


def test_hours_that_cannot_both_be_true_are_disputed() -> None:
    """The same deed in the afternoon and late in the evening of one day."""
    assert hour_points_of(
        "A fire killed 19 miners in the Varn pit on Sunday afternoon.",
        "A fire killed 19 miners in the Varn pit late Sunday evening.",
    ) == [(Standing.DISPUTED, 2)]


def test_who_tells_both_hours_tells_of_two_occurrences() -> None:
    """A call in the morning for what was wanted in the afternoon."""
    told = (
        "The baker got a call Sunday morning from a man who wanted a cake delivered to the pier of Varn at 2:20 p.m. "
    )
    assert not [found for found in hour_points_of(told, told + "It was eaten.") if found[0] is Standing.DISPUTED]


def test_an_hour_within_a_part_of_the_day_is_compatible() -> None:
    """13:53 is in the afternoon."""
    assert hour_points_of(
        "The quake struck the island of Varn on Sunday at 13:53.",
        "The quake struck the island of Varn early Sunday afternoon.",
    ) == [(Standing.COMPATIBLE, 2)]


def test_the_same_part_of_the_same_day_is_no_point_of_its_own() -> None:
    """It tells no more than the day."""
    assert not hour_points_of(
        "The council of Varn rejected the harbour plan on Tuesday night.",
        "The council of Varn rejected the harbour plan Tuesday evening.",
    )


@pytest.mark.parametrize(
    ("text", "shown", "value", "modifier", "low", "high"),
    [
        ("Quill has been missing for a decade.", "a decade", "P10Y", "", "2012-09-10", "2015-09-10"),
        (
            "Quill has been missing for more than a decade.",
            "more than a decade",
            "P10Y",
            "MORE_THAN",
            None,
            "2014-03-12",
        ),
        ("Five years since Fenn took Varn it is calm.", "Five years", "P5Y", "", "2018-06-11", "2019-12-11"),
    ],
)
def test_a_length_tells_when_it_began(
    text: str, shown: str, value: str, modifier: str, low: str | None, high: str
) -> None:
    """A perfect with "for", and "since", count back from the day of writing; a round length is told roughly."""
    annotation = annotate("a", "Herald", text)
    (line,) = set_scene(pile(annotation)).lines
    start = text.index(shown)
    time = TimeExpression(
        evidence=(Span("a", start, start + len(shown)),),
        rule="duration",
        span=Span("a", start, start + len(shown)),
        type="DURATION",
        value=value,
        modifier=modifier,
        range=None,
    )
    found = dated(line, time, date(2024, 3, 11))
    assert found is not None
    assert found.high == high
    assert low is None or found.low == low


def test_a_sentence_of_ten_years_tells_no_beginning() -> None:
    """A length without a perfect before it may lie ahead."""
    text = "Quill was sentenced in Varn for 10 years."
    (line,) = set_scene(pile(annotate("a", "Herald", text))).lines
    span = Span("a", text.index("10"), text.index("10") + len("10 years"))
    time = TimeExpression(
        evidence=(span,), rule="duration", span=span, type="DURATION", value="P10Y", modifier="", range=None
    )
    assert dated(line, time, date(2024, 3, 11)) is None


def test_last_week_on_a_sunday_can_be_either_week() -> None:
    """A week begins on Sunday for some."""
    text = "The truce was signed in Varn last week."
    (line,) = set_scene(pile(annotate("a", "Herald", text))).lines
    span = Span("a", text.index("last"), len(text) - 1)
    week = DateRange(low="2024-03-04", high="2024-03-10", granularity="week")
    time = TimeExpression(
        evidence=(span,), rule="relative", span=span, type="DATE", value="2024-W10", modifier="", range=week
    )
    found = dated(line, time, date(2024, 3, 17))
    assert found is not None
    assert (found.low, found.high) == ("2024-03-04", "2024-03-16")


def test_one_deed_on_two_days_is_disputed_and_what_is_done_again_is_not() -> None:
    """A man is killed once; a minister speaks every day."""
    found = dates_of(
        "The fisherman Bo Estmark of Varn was killed by a falling crane at the harbour on Friday.",
        "The fisherman Bo Estmark of Varn was killed by a falling crane at the harbour on Saturday.",
    )
    assert [p.standing for p in found] == [Standing.DISPUTED]
    said = dates_of(
        "The minister Ada Quill told the harbour council of Varn on Friday that the crane is safe.",
        "The minister Ada Quill told the harbour council of Varn on Saturday that the pier is safe.",
    )
    assert Standing.DISPUTED not in {p.standing for p in said}
