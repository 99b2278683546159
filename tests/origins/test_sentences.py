from __future__ import annotations

import pathlib
import sys
from dataclasses import replace

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "copies"))

from invented_pile import article

from readout.analysis.origins import trace_origins
from readout.types import Cited

LEAD = "A cargo boat went down off Harlow on Sunday and the coastguard searched the bay for its crew."
NEWS = "The boat had taken on water near the lighthouse shortly after it left the old harbour with a load of slates."
ALIKE = (
    "The vessel had taken on water near the lighthouse shortly after it left the old harbour, with a load of slates."
)
FIRST = "Two men were pulled out alive by a fishing smack whose skipper heard them call in the fog."
OTHER = "Boats of the coastguard and a helicopter looked for those missing until it was dark and the wind rose."
DAY = "2031-05-02"


def count(
    *reports: tuple[str, ...], outlets: tuple[str, str] = ("Pell Gazette", "Harlow Post"), second: str = DAY
) -> int:
    a = article("a", *reports[0], outlet=outlets[0], published=DAY)
    b = article("b", *reports[1], outlet=outlets[1], published=second)
    return len(trace_origins([a, b], []))


def test_a_sentence_in_two_brief_reports_makes_them_one_origin_and_is_shown() -> None:
    a = article("a", LEAD, NEWS, outlet="Pell Gazette", published=DAY)
    b = article("b", FIRST, ALIKE, OTHER, outlet="Harlow Post", published=DAY)
    (origin,) = trace_origins([a, b], [])
    assert origin.articles == ("a", "b")
    assert "1 of their sentences is nearly the same, word for word" in origin.why
    shown = {(a if span.article == "a" else b).words(span) for span in origin.evidence}
    assert {NEWS, ALIKE} <= shown


def test_reports_that_share_no_sentence_are_two_origins() -> None:
    assert count((LEAD, NEWS), (FIRST, OTHER)) == 2


def test_two_articles_of_one_outlet_share_its_background_not_an_origin() -> None:
    wire = ("HARLOW (AFP) — " + LEAD, NEWS)
    assert count(wire, (FIRST, ALIKE)) == 1
    assert count(wire, (FIRST, ALIKE), outlets=("Pell Gazette", "Pell Gazette")) == 2


def test_days_apart_nothing_is_joined() -> None:
    assert count((LEAD, NEWS), (FIRST, ALIKE), second="2031-05-03") == 1
    assert count((LEAD, NEWS), (FIRST, ALIKE), second="2031-05-05") == 2


@pytest.mark.parametrize(
    "shared",
    [
        "“The boat had taken on water near the lighthouse shortly after it left the old harbour,” the skipper said.",
        "We had taken on water near the lighthouse shortly after we left the old harbour with a load of slates.",
        "The Grey Heron, the Red Lion, the Blue Boar, the White Hart, the Black Swan and the Green Man Harlow Quay.",
    ],
)
def test_quotations_statements_and_lists_join_nothing(shared: str) -> None:
    assert count((LEAD, shared), (FIRST, shared)) == 2


def test_one_sentence_half_alike_is_not_enough() -> None:
    lead = (
        "A cargo boat went down off Harlow on Sunday with a load of slates and five men aboard, officials there said."
    )
    assert count((LEAD, NEWS), (lead, FIRST)) == 2


def test_one_sentence_of_a_long_report_is_not_enough() -> None:
    long = tuple(f"On day {number} the {OTHER[0].lower()}{OTHER[1:]} by the quay." for number in range(20))
    assert (
        count((LEAD, NEWS, *long), (FIRST, ALIKE, *(line.replace("boats", "ships and crews") for line in long[:1])))
        == 1
    )
    other = tuple(
        f"In year {number} nobody who lives here had wanted to see a harbour wall built out of it."
        for number in range(20)
    )
    assert count((LEAD, NEWS, *long), (FIRST, ALIKE, *other)) == 2


def test_an_agency_that_only_the_head_of_the_page_names_is_the_origin() -> None:
    wired = tuple(
        replace(
            article(name, *lines, outlet=outlet, published=DAY), agencies=(Cited(value="AFP", where="meta author"),)
        )
        for name, outlet, lines in (("a", "Pell Gazette", (LEAD,)), ("b", "Harlow Post", (FIRST,)))
    )
    (origin,) = trace_origins(wired, [])
    assert origin.name == "AFP"
    assert "Pell Gazette names AFP as its author in the head of its page" in origin.why


def test_a_report_named_once_and_hedged_is_passed_on_under_its_longer_name() -> None:
    one = (
        "The skipper sold the boat last year, according to a report in the Mirror.",
        "He reportedly got little for it.",
    )
    two = ("The Daily Mirror reported that the boat was sold.", "Its owner told the Daily Mirror so in Harlow.")
    a, b = article("a", *one, outlet="Pell Gazette"), article("b", *two, outlet="Harlow Post")
    (origin,) = trace_origins([a, b], [])
    assert origin.articles == ("a", "b")
    assert "both pass on a report of Daily Mirror" in origin.why
    assert origin.relays == (("a", "Daily Mirror"), ("b", "Daily Mirror"))
    plain = article("a", one[0], "He got little for it.", outlet="Pell Gazette")
    assert len(trace_origins([plain, b], [])) == 2


def test_a_report_named_far_into_a_text_is_not_its_basis() -> None:
    late = ("The Valley Tribune reported the cracks.", "Engineers told the Tribune so.")
    a = article("a", *((LEAD, NEWS, OTHER) * 6), *late, outlet="Pell Gazette")
    b = article("b", *late, FIRST, outlet="Harlow Post")
    assert len(trace_origins([a, b], [])) == 2
