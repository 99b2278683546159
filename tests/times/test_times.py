"""Times: types, values, intervals, direction, anchors, and what is no time. All texts are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.analysis.times import find_times
from readout.spans import Span
from readout.types import Article, Block, BlockKind, Cited, TimeExpression
from steps import assert_linear

THURSDAY = "2024-04-04"


def article(text: str, published: str | None = THURSDAY, **more: object) -> Article:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            blocks.append(Block(start=start, end=start + len(paragraph), kind=BlockKind.BODY))
        start += len(paragraph) + 2
    return Article(
        id="a",
        uri="a",
        text=text,
        blocks=tuple(blocks),
        language="en",
        published=Cited(value=published, where="given") if published else None,
        **more,  # type: ignore[arg-type]
    )


def found(text: str, published: str | None = THURSDAY) -> list[tuple[str, str]]:
    whole = article(text, published)
    return [(whole.words(one.span), one.value) for one in find_times(whole)]


def only(text: str, published: str | None = THURSDAY) -> TimeExpression:
    times = find_times(article(text, published))
    assert len(times) == 1, [(one.value, one.rule) for one in times]
    return times[0]


def test_raised_figures_behind_a_hyphen_are_no_second_year() -> None:
    assert found("The mill stood from 1915-²² on.") == [("1915", "1915")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mill burned on Wednesday.", "Wednesday", "2024-04-03"),
        ("The mill burned on Thursday.", "Thursday", "2024-04-04"),
        ("The council will meet on Friday.", "Friday", "2024-04-05"),
        ("They must leave by Tuesday.", "Tuesday", "2024-04-09"),
        ("It is to resume Monday in the town hall.", "Monday", "2024-04-08"),
        ("It fell last month.", "last month", "2024-03"),
        ("It fell last week.", "last week", "2024-W13"),
        ("Rain fell earlier this month.", "earlier this month", "2024-04"),
        ("They met two years ago.", "two years ago", "2022"),
        ("The bell rang last night.", "last night", "2024-04-03TNI"),
        ("They met on Monday. In the afternoon they left.", "the afternoon", "2024-04-01TAF"),
        ("It opens in the first quarter of 2025.", "the first quarter of 2025", "2025-Q1"),
        ("It closed on Easter Monday 2023.", "Easter Monday 2023", "2023-04-10"),
        ("It fell in the last week of March 2019.", "the last week of March 2019", "2019-03"),
        ("It opened on March 22.", "March 22", "2024-03-22"),
        ("It opened on 22 March 2019.", "22 March 2019", "2019-03-22"),
        ("The fair opens this summer.", "this summer", "2024-SU"),
        ("It was founded in the early 1990s.", "the early 1990s", "199"),
        ("It stood in the 19th century.", "the 19th century", "18"),
        ("Profit rose in the first quarter of 2023.", "the first quarter of 2023", "2023-Q1"),
        ("He called at 5:51 p.m. Monday.", "5:51 p.m. Monday", "2024-04-01T17:51"),
        ("He called at 11am on Monday.", "11am on Monday", "2024-04-01T11:00"),
        ("He called at 5.30pm on Monday.", "5.30pm on Monday", "2024-04-01T17:30"),
        ("It struck at 1353 (1023 GMT).", "1353", "2024-04-04T13:53"),
        ("The tide rose at 1336 GMT on Monday.", "1336 GMT on Monday", "2024-04-01T13:36"),
        ("They left at 1700 hours.", "1700 hours", "2024-04-04T17:00"),
        ("They sailed for 1700 hours.", "1700 hours", "PT1700H"),
        ("The mill was built in 1836.", "1836", "1836"),
        ("It runs until the end of the calendar year.", "the end of the calendar year", "2024"),
        ("They left on Christmas Eve 2023.", "Christmas Eve 2023", "2023-12-24"),
        ("They met on Easter Sunday 2024.", "Easter Sunday 2024", "2024-03-31"),
        ("They met on Thanksgiving 2023.", "Thanksgiving 2023", "2023-11-23"),
        ("The siege lasted two and a half years.", "two and a half years", "P2.5Y"),
        ("Buses run every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        ("She has recently moved.", "recently", "PAST_REF"),
        ("The bridge fell in December 2021.", "December 2021", "2021-12"),
        ("It was finished by the end of 2009.", "the end of 2009", "2009"),
        ("It fell the day before yesterday.", "the day before yesterday", "2024-04-02"),
        ("Caesar died in 44 BC.", "44 BC", "BC0044"),
        ("The year nineteen eighty-four was dry.", "The year nineteen eighty-four", "1984"),
    ],
)
def test_words_and_value(text: str, words: str, value: str) -> None:
    assert (words, value) in found(text)


def test_intervals_are_as_wide_as_the_words() -> None:
    month = only("It fell last month.").range
    week = only("It fell last week.").range
    early = only("It began in early 2022.")
    assert month is not None
    assert (month.low, month.high, month.granularity) == ("2024-03-01", "2024-03-31", "month")
    assert week is not None
    assert (week.low, week.high) == ("2024-03-25", "2024-03-31")
    assert early.modifier == "START"
    assert early.range is not None
    assert (early.range.low, early.range.high) == ("2022-01-01", "2022-04-30")


def test_that_year_leans_on_the_year_before_it() -> None:
    text = "He called in 2022 and travelled early that year."
    times = find_times(article(text))
    assert [one.value for one in times] == ["2022", "2022"]
    assert times[1].range is not None
    assert times[1].range.high == "2022-04-30"


def test_two_weeks_after_an_attack_that_the_text_dates() -> None:
    text = "The March 22 attack shocked all. Two weeks after the attack the minister spoke."
    assert ("Two weeks after the attack", "2024-04-05") in found(text)


def test_two_weeks_after_an_undated_attack_is_only_a_length() -> None:
    time_ = only("Two weeks after the attack the minister spoke.")
    assert (time_.type, time_.value, time_.range) == ("DURATION", "P2W", None)


def test_talks_are_dated_by_those_who_held_them() -> None:
    text = "On Wednesday, Anna Berg called Tom Lund.\n\nAfter the talks between Berg and Lund, the port opened."
    last = find_times(article(text))[-1]
    assert last.value == "2024-04-03"
    assert last.range is not None
    assert (last.range.low, last.range.high) == ("2024-04-03", None)


def test_an_update_has_its_own_day() -> None:
    text = "He spoke this Wednesday.\n\n[Updated April 11, 2024 at 2:21 p.m.] She answered this Thursday."
    assert [value for _, value in found(text)] == ["2024-04-03", "2024-04-11T14:21", "2024-04-11"]


def test_a_dateline_is_the_day_of_writing() -> None:
    text = "PORT, April 2, 2024 -\n\nThe ferry sank on Monday."
    whole = article(text)
    blocks = (Block(start=0, end=21, kind=BlockKind.DATELINE), whole.blocks[1])
    dated = Article(id="a", uri="a", text=text, blocks=blocks, language="en", published=whole.published)
    assert [one.value for one in find_times(dated)] == ["2024-04-02", "2024-04-01"]


def test_without_a_date_only_absolute_times_have_an_interval() -> None:
    times = find_times(article("It fell on Monday, after the floods of March 3, 2021.", None))
    assert [(one.value, one.range is None) for one in times] == [("XXXX-WXX-1", True), ("2021-03-03", False)]


def test_a_day_taken_from_a_copy_is_the_day_of_writing() -> None:
    told = article("The mill burned on Monday.", None)
    dated = replace(told, published=Cited(value=THURSDAY, where="copy", spans=(Span("b", 0, 5),)))
    assert [one.value for one in find_times(dated)] == ["2024-04-01"]


def test_a_history_is_told_in_its_own_time() -> None:
    text = (
        "The war began on 3 May 1911. In 1912 the fleet sailed, and on 2 June it reached the cape. The king fell in 1913. "
        "The treaty of 1914 ended it. Trade returned in 1915, rose in 1916 and in 1917, and fell again in 1918 and 1919."
    )
    assert ("2 June", "1912-06-02") in found(text)


def test_quotes_and_spaces_of_any_kind_are_read() -> None:
    assert ("Last\u00a0year\u2019s", "2023") not in found("Last\u00a0year\u2019s fair was wet.")
    assert ("Last\u00a0year", "2023") in found("Last\u00a0year\u2019s fair was wet.")


@pytest.mark.parametrize(
    "text",
    [
        "He left on 30 February 2024.",
        "May said she would go.",
        "A second time, the second man came.",
        "She is 37 years old.",
        "The 32nd of them came.",
        "Call 555-0123 for more.",
        "They won 3-2.",
        "Version 10.2.3 is out.",
        "Section 12 of the act holds.",
        "The service is open 24/7.",
        "A text without any date.",
        "The fall of the city was near.",
        "",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert [one for one in find_times(article(text)) if one.type in ("DATE", "TIME")] == []


def test_extreme_years_do_no_harm() -> None:
    for text in (
        "In 99999 and in 0000.",
        "99999999999999999999 days ago",
        "January 1, 9999, and the next day.",
        "31.12.1999",
    ):
        for one in find_times(article(text)):
            assert one.range is None or one.range.first is None or one.range.first >= "0001"


def test_an_article_from_the_future_is_read_like_any_other() -> None:
    assert found("The mill burned on Wednesday.", "2999-01-01")[0][1] == "2998-12-26"


def test_a_thing_known_by_a_number_is_no_year_of_long_ago() -> None:
    assert found("Congress cut the 1033 programme.") == []
    assert found("They came in 1066. The 1812 war ended.") == [("1066", "1066"), ("1812", "1812")]


def test_junk_is_not_read() -> None:
    text = "On Monday it rained."
    junk = Article(
        id="a", uri="a", text=text, blocks=(Block(start=0, end=len(text), kind=BlockKind.BOILERPLATE),), language="en"
    )
    assert find_times(junk) == ()


def test_a_language_without_data_gives_nothing() -> None:
    whole = article("On Monday it rained.")
    assert find_times(Article(id="a", uri="a", text=whole.text, blocks=whole.blocks, language="xx")) == ()


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from([*"0123456789 -/.,:'’", "last ", "May ", "two ", "years ", "ago ", "the "])).map("".join)
)
def test_any_text_gives_spans_that_fit_and_never_fails(text: str) -> None:
    whole = article(text)
    for one in find_times(whole):
        assert whole.words(one.span).strip() == whole.words(one.span)


@pytest.mark.parametrize("word", ["the last week of ", "1 - 2 ", "in 1998 ", "one-", "days after the ", '"'])
def test_work_grows_with_length_alone(word: str) -> None:
    assert_linear(lambda size: find_times(article(word * (size // len(word)))), 2_000)


def test_half_an_hour_after_full_ones_is_thirty_minutes() -> None:
    from readout.analysis.times.lengths import period

    assert period(5.5, "TH") == "PT5H30M"
    assert period(2.5, "Y") == "P2.5Y"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tremor lasted ten seconds.", ("ten seconds", "PT10S")),
        ("Sales fell for two quarters.", ("two quarters", "P2Q")),
    ],
)
def test_seconds_and_quarters_are_lengths_where_they_are_counted(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]
    assert found("He asked for a few seconds of peace.") == []
