"""The algebra of ranges: what is equal, contained, compatible, conflicting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.ranges import DateRange, NumberRange


def at_least(number: float) -> NumberRange:
    return NumberRange(low=number, high=None)


def more_than(number: float) -> NumberRange:
    return NumberRange(low=number, high=None, low_inclusive=False)


def exactly(number: float) -> NumberRange:
    return NumberRange(low=number, high=number)


@st.composite
def number_ranges(draw: st.DrawFn) -> NumberRange:
    low, high = sorted(draw(st.tuples(st.integers(-9, 9), st.integers(-9, 9))))
    closed = low == high
    return NumberRange(
        low=draw(st.sampled_from([low, None])),
        high=draw(st.sampled_from([high, None])),
        low_inclusive=closed or draw(st.booleans()),
        high_inclusive=closed or draw(st.booleans()),
    )


DAYS = st.dates().filter(lambda day: day.year >= 1000)


@st.composite
def date_ranges(draw: st.DrawFn) -> DateRange:
    low, high = sorted(draw(st.tuples(DAYS, DAYS)))
    cut = draw(st.sampled_from([4, 7, 10]))
    return DateRange(
        low=draw(st.sampled_from([low.isoformat()[:cut], None])),
        high=draw(st.sampled_from([high.isoformat()[:cut], None])),
        granularity=draw(st.sampled_from(["day", "month", "year"])),
    )


def probes() -> list[float]:
    return [half / 2 for half in range(-22, 23)]


def test_at_least_agrees_with_more_than() -> None:
    assert at_least(144).compatible(more_than(140))
    assert more_than(140).contains(at_least(144))
    assert not at_least(144).contains(more_than(140))


def test_inclusive_and_exclusive_bounds_are_kept_apart() -> None:
    up_to = NumberRange(low=None, high=140)
    assert at_least(140).compatible(up_to)
    assert more_than(140).conflicts(up_to)
    assert at_least(140).contains(more_than(140))
    assert not more_than(140).contains(at_least(140))


def test_two_different_counts_conflict() -> None:
    assert exactly(144).conflicts(exactly(60))
    assert exactly(144).compatible(NumberRange(low=100, high=150))
    assert exactly(144).exact == 144
    assert at_least(144).exact is None


def test_an_empty_range_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="no number"):
        NumberRange(low=5, high=4)
    with pytest.raises(ValueError, match="no number"):
        NumberRange(low=5, high=5, low_inclusive=False)
    with pytest.raises(ValueError, match="not a number"):
        NumberRange(low=float("nan"), high=None)


def includes(held: NumberRange, number: float) -> bool:
    return held.contains(NumberRange(low=number, high=number))


@given(number_ranges(), number_ranges())
def test_number_intersection_is_that_of_sets(a: NumberRange, b: NumberRange) -> None:
    both = a.intersection(b)
    for number in probes():
        assert (includes(a, number) and includes(b, number)) == (both is not None and includes(both, number))
    assert a.compatible(b) == b.compatible(a) == (not a.conflicts(b))


@given(number_ranges(), number_ranges())
def test_number_containment_is_that_of_sets(a: NumberRange, b: NumberRange) -> None:
    assert a.contains(a)
    assert a.equals(b) == (a.contains(b) and b.contains(a))
    if a.contains(b):
        assert a.compatible(b)
        assert all(includes(a, number) for number in probes() if includes(b, number))


def test_coarse_and_fine_dates_agree() -> None:
    year = DateRange(low="2022", high="2022", granularity="year")
    month = DateRange(low="2022-10", high="2022-10", granularity="month")
    assert year.compatible(month)
    assert year.contains(month)
    assert not month.contains(year)
    both = year.intersection(month)
    assert both is not None
    assert (both.low, both.high, both.granularity) == ("2022-10", "2022-10", "month")
    assert year.equals(DateRange(low="2022-01-01", high="2022-12-31", granularity="day"))
    assert month.days == 31


def test_two_days_conflict_and_an_open_end_does_not() -> None:
    third = DateRange(low="2024-04-03", high="2024-04-03", granularity="day")
    fourth = DateRange(low="2024-04-04", high="2024-04-04", granularity="day")
    since = DateRange(low="2024-04-03", high=None, granularity="day")
    assert third.conflicts(fourth)
    assert since.compatible(fourth)
    assert since.contains(fourth)
    assert since.days is None
    assert not since.compatible(DateRange(low="2024-04-02", high="2024-04-02", granularity="day"))


def test_minutes_lie_within_their_day() -> None:
    day = DateRange(low="2024-04-04", high="2024-04-04", granularity="day")
    minute = DateRange(low="2024-04-04T14:21", high="2024-04-04T14:21", granularity="minute")
    zoned = DateRange(low="2024-04-04T14:21+02:00", high="2024-04-04T14:21+02:00", granularity="minute")
    assert day.contains(minute)
    assert minute.equals(zoned)


@pytest.mark.parametrize("bad", ["30 February", "2024-02-30", "2024-13", "0000-01-01", "99999", "", "XXXX"])
def test_what_is_no_date_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        DateRange(low=bad, high=None, granularity="day")


@given(date_ranges(), date_ranges(), DAYS)
def test_date_intersection_is_that_of_sets(a: DateRange, b: DateRange, day: object) -> None:
    point = DateRange(low=str(day), high=str(day), granularity="day")
    both = a.intersection(b)
    assert (a.contains(point) and b.contains(point)) == (both is not None and both.contains(point))
    assert a.compatible(b) == b.compatible(a) == (not a.conflicts(b))
    assert a.equals(b) == (a.contains(b) and b.contains(a))
