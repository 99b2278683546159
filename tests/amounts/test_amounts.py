"""Amounts: numbers, bounds, ranges, money, what is counted, and what counts nothing. All texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.analysis.amounts import find_amounts
from readout.ranges import NumberRange
from readout.types import Amount, Article, Block, BlockKind
from steps import assert_linear


def article(text: str) -> Article:
    blocks = (Block(start=0, end=len(text), kind=BlockKind.BODY),) if text else ()
    return Article(id="a", uri="a", text=text, blocks=blocks, language="en")


def only(text: str) -> Amount:
    amounts = find_amounts(article(text))
    assert len(amounts) == 1, [(one.range, one.unit) for one in amounts]
    return amounts[0]


def exactly(value: float) -> NumberRange:
    return NumberRange(low=value, high=value)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("He wrote a $3,500 check.", "USD"),
        ("A $40 fine was paid.", "USD"),
        ("It cost A$40.", "AUD"),
        ("It cost US $40.", "USD"),
    ],
)
def test_the_article_before_a_dollar_sign_names_no_currency(text: str, unit: str) -> None:
    assert only(text).unit == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 144 people died.", NumberRange(low=144, high=None)),
        ("More than 140 people died.", NumberRange(low=140, high=None, low_inclusive=False)),
        ("No fewer than 12 boats sank.", NumberRange(low=12, high=None)),
        ("Up to 20 boats sank.", NumberRange(low=None, high=20)),
        ("Fewer than 20 boats sank.", NumberRange(low=None, high=20, high_inclusive=False)),
        ("Twenty or more boats sank.", NumberRange(low=20, high=None)),
        ("Between seven and ten boats sank.", NumberRange(low=7, high=10)),
        ("Some 40 to 50 boats sank.", NumberRange(low=40, high=50)),
        ("They want $10 to $15 billion.", NumberRange(low=10e9, high=15e9)),
        ("Tens of thousands of people fled.", NumberRange(low=10_000, high=100_000)),
        ("The firm made 2.5 million euros.", exactly(2_500_000)),
        ("It cost £4.2bn.", exactly(4.2e9)),
        ("Three hundred and fifty thousand people fled.", exactly(350_000)),
        ("Two-thirds of the fleet sank.", exactly(2 / 3)),
        ("Half a million people fled.", exactly(500_000)),
        ("A dozen boats sank.", exactly(12)),
        ("It fell 1.5 percent.", exactly(1.5)),
    ],
)
def test_the_words_around_a_number_bound_it(text: str, expected: NumberRange) -> None:
    found = only(text).range
    assert found.low == pytest.approx(expected.low)
    assert found.high == pytest.approx(expected.high)
    assert found.equals(expected) or (found.exact is not None and found.exact == pytest.approx(expected.exact))


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("A magnitude-5.2 quake shook the harbour.", "magnitude", None),
        ("It was a quake with a magnitude of 6.1.", "magnitude", None),
        ("The quake had a magnitude of at least 5.9.", "magnitude", None),
        ("The institute put its magnitude at about 6.", "magnitude", None),
        ("A 6.7-strength quake shook the harbour.", "magnitude", None),
        ("It measured 6.4 on the Richter scale.", "magnitude", None),
        ("It measured 5.4 degrees on the Richter scale.", "magnitude", None),
        ("A 5.6-magnitude quake was felt in Halvik.", "magnitude", None),
        ("At least 144 people died.", None, "people"),
        ("The minister named 25 provincial governors.", None, "provincial governors"),
        ("Police arrested six more Danish sailors.", None, "Danish sailors"),
        ("About 60% of the workers agreed.", "%", None),
        ("It cost $149.36 in all.", "USD", None),
        ("It cost 20 Swiss francs.", None, "Swiss francs"),
        ("The wind reached 50mph.", "mile per hour", None),
        ("The talks lasted one hour.", "hour", None),
        ("It rose by 40 basis points.", "basis point", None),
        ("The boy is a 15-year-old.", "year of age", None),
        ("at least 140 of Mr. Quill’s supporters", None, None),
    ],
)
def test_what_is_counted(text: str, unit: str | None, counted: str | None) -> None:
    found = only(text)
    assert found.unit == unit
    if counted is not None:
        assert found.counted == counted
        assert found.counted_span is not None


def test_rough_numbers_are_marked() -> None:
    assert only("About 300 people came.").approximate
    assert only("Nearly 300 people came.").approximate
    assert not only("Exactly 300 people came.").approximate
    assert only("They met two years ago.").approximate


@pytest.mark.parametrize(
    "text",
    [
        "He left on 3 May 2024 at 5 p.m.",
        "It opened in 1998.",
        "The 22nd amendment holds.",
        "In the 1990s it closed.",
        "They won 3-2 and 10-4.",
        "Version 10.2.3 and iOS 17.4 are out.",
        "Call 555-0123 or +44 20 7946 0958.",
        "Under section 12(3) of the act it is banned.",
        "The shop is open 24/7.",
        "It was 9/11 again.",
        "It rose 1,5.",
        "Anna Berg, 25, said so.",
        "No one came, and one of course left.",
        "A Boeing 737 crashed.",
        "The 2207 programme was cut.",
        "The 737 jet took off.",
        "Guns of .50 calibre and .22-caliber rounds were sold.",
        "Agent 007 came.",
        "A text without any number.",
        "",
    ],
)
def test_what_counts_nothing_is_left_alone(text: str) -> None:
    assert [one for one in find_amounts(article(text)) if one.range.exact != 1] == []


@pytest.mark.parametrize(
    "text", ["Its 140 shops shut.", "The 300 dead lay there.", "The 500 staff left.", "The 1520 sq m hall."]
)
def test_a_number_behind_the_article_still_counts_what_is_many(text: str) -> None:
    assert only(text).range.exact == float(text.split()[1])


def test_another_number_ends_what_the_first_one_counts() -> None:
    assert find_amounts(article("It ran 40 buses almost three decades ago."))[0].counted == "buses"


def test_handed_over_is_no_bound() -> None:
    assert only("They handed over 20 files.").range.equals(exactly(20))
    assert only("They sold over 20 files.").range.low_inclusive is False


@settings(max_examples=80)
@given(
    st.lists(st.sampled_from([*"0123456789 -/.,%$£m", "million ", "two ", "more than ", "to ", "and "])).map("".join)
)
def test_any_text_gives_spans_that_fit_and_never_fails(text: str) -> None:
    whole = article(text)
    for one in find_amounts(whole):
        assert whole.words(one.span)
        assert one.range.low is not None or one.range.high is not None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Five-hundred troops came.", 500),
        ("Some two-thousand people came.", 2000),
        ("He spent a half-billion dollars.", 5e8),
        ("She spent three quarters of a billion dollars.", 7.5e8),
    ],
)
def test_scales_behind_a_hyphen_or_a_fraction_belong_to_the_number(text: str, value: float) -> None:
    assert only(text).range.exact == value


def test_millions_of_dollars_are_money() -> None:
    assert only("The damage is put at tens of millions of dollars.").unit == "USD"


@pytest.mark.parametrize("words", ["1 ", "1-", "two hundred and ", "more than ", "$1 million ", "of the 5 ", "1,"])
def test_work_grows_with_length_alone(words: str) -> None:
    assert_linear(lambda size: find_amounts(article(words * (size // len(words)))), 2_000)


def test_a_scale_behind_two_numbers_makes_them_a_range_and_no_score() -> None:
    assert only("It cost 7-8 million.").range == NumberRange(low=7e6, high=8e6)
    assert find_amounts(article("The vote was 7-8.")) == ()
    assert only("It cost $10 to 15 million.").unit == "USD"
