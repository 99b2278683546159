from __future__ import annotations

import pathlib
import sys
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "copies"))

from typing import TYPE_CHECKING

from invented_pile import BRIDGE, OWN, article

from readout.analysis.copies import find_copies
from readout.analysis.origins import trace_origins
from readout.spans import Span
from readout.types import Annotation, Cited, Story, StoryMaterial

if TYPE_CHECKING:
    from readout.types import Article, Origin

OTHER = (
    "The mayor of Harlow spent the afternoon on the telephone with hauliers who wanted to know when they could cross.",
    "By evening a temporary road of steel plates had been laid through the allotments, to the anger of those who dig there.",
    "It will carry vans but no lorries, the town engineer explained, and it will be lit from dusk until dawn.",
)


def trace(*articles: Article) -> dict[str, tuple[str, ...]]:
    origins = trace_origins(articles, find_copies(articles))
    return {origin.name: origin.articles for origin in origins}


def test_a_copy_has_the_origin_of_its_agency() -> None:
    found = trace(article("a", *BRIDGE, outlet="Pell Gazette"), article("b", *BRIDGE[1:], outlet="Harlow Post"))
    assert found == {"AP": ("a", "b")}


def test_own_reports_of_two_outlets_are_two_origins() -> None:
    found = trace(article("a", *OWN, outlet="Pell Gazette"), article("b", *OTHER, outlet="Harlow Times"))
    assert found == {"Pell Gazette’s own reporting": ("a",), "Harlow Times’ own reporting": ("b",)}


def test_the_credit_of_a_picture_says_nothing_of_the_text() -> None:
    pictured = ("Image copyright AFP Image caption A steel plate", "Photo source: AFP. The plates were laid at noon.")
    one = article("a", "HARLOW (AFP) - " + OWN[0], *OWN[1:], outlet="AFP", published="2031-05-02")
    two = article("b", *OTHER, *pictured, outlet="Harlow Times", published="2031-05-02")
    assert trace(one, two) == {"AFP": ("a",), "Harlow Times’ own reporting": ("b",)}
    credited = article("b", *OTHER, "Copyright AFP", outlet="Harlow Times", published="2031-05-02")
    assert trace(one, credited) == {"AFP": ("a", "b")}


def test_two_own_reports_of_one_outlet_are_one_origin() -> None:
    found = trace(article("a", *OWN, outlet="Pell Gazette"), article("b", *OTHER, outlet="Pell Gazette"))
    assert found == {"Pell Gazette’s own reporting": ("a", "b")}


def test_one_agency_on_one_day_is_one_origin_and_on_two_days_two() -> None:
    one = article("a", "HARLOW (AFP) - " + OWN[0], *OWN[1:], outlet="Pell Gazette", published="2031-05-02")
    two = article("b", "HARLOW (AFP) - " + OTHER[0], *OTHER[1:], outlet="Harlow Post", published="2031-05-02")
    assert trace(one, two) == {"AFP": ("a", "b")}
    later = article("b", "HARLOW (AFP) - " + OTHER[0], *OTHER[1:], outlet="Harlow Post", published="2031-05-03")
    assert len(trace_origins([one, later], [])) == 2


def test_an_agency_s_own_pages_of_two_days_are_one_origin() -> None:
    one = article("a", "HARLOW (AFP) - " + OWN[0], *OWN[1:], outlet="AFP", published="2031-05-02")
    two = article("b", "HARLOW (AFP) - " + OTHER[0], *OTHER[1:], outlet="AFP", published="2031-05-03")
    (origin,) = trace_origins([one, two], [])
    assert origin.articles == ("a", "b")


def test_two_that_pass_on_one_report_are_one_origin() -> None:
    one = article(
        "a",
        OWN[0],
        "The Valley Tribune reported the cracks first.",
        "Engineers told the Tribune so.",
        outlet="Pell Gazette",
    )
    two = article(
        "b",
        OTHER[0],
        "The plates were cheap, the Valley Tribune reported.",
        "The Tribune said more.",
        outlet="Harlow Post",
    )
    assert trace(one, two) == {"Valley Tribune report, passed on": ("a", "b")}


def test_a_small_shared_passage_joins_nothing() -> None:
    wire = article("a", *BRIDGE, *OTHER, *OTHER[:1], outlet="Pell Gazette", published="2031-05-02")
    filler = [
        f"{sentence} That was paragraph {number} of a long day by the river." for number, sentence in enumerate(OWN * 9)
    ]
    own = article("b", *filler, BRIDGE[5], outlet="Harlow Post", published="2031-05-02")
    copies = find_copies([wire, own])
    assert len(copies) == 1
    assert len(trace_origins([wire, own], copies)) == 2


def test_a_feed_is_named_as_such() -> None:
    notice = (
        "(Apart from its headline, this report was not edited by our staff and is published from a syndicated feed.)"
    )
    found = trace(article("a", *OWN, notice, outlet="Pell Gazette"))
    assert found == {"syndicated feed, through Pell Gazette": ("a",)}


def _check(origins: tuple[Origin, ...], articles: list[Article]) -> None:
    by_id = {one.id: one for one in articles}
    members = [member for origin in origins for member in origin.articles]
    assert sorted(members) == sorted(by_id)
    for origin in origins:
        assert origin.why
        assert origin.evidence
        for span in origin.evidence:
            assert span.article in origin.articles
            assert by_id[span.article].words(span)


@settings(deadline=None)
@given(st.permutations(range(5)))
def test_origins_are_a_partition_with_evidence_in_any_order(order: list[int]) -> None:
    pile = [
        article("a", *BRIDGE, outlet="Pell Gazette"),
        article("b", *BRIDGE[1:4], outlet="Harlow Post"),
        article("c", *OWN, outlet="Marrow Echo"),
        article("d", *OTHER),
        replace(article("e", *OTHER[:1]), file="e.txt"),
    ]
    copies = find_copies(pile)
    expected = trace_origins(pile, copies)
    _check(expected, pile)
    assert trace_origins([pile[place] for place in order], tuple(reversed(copies))) == expected


def test_an_article_without_words_still_has_an_origin() -> None:
    blank = article("a", "?")
    _check(trace_origins([blank], ()), [blank])


SIGNED = (Cited(value="Marta Ilves", where="given"),)


def own_half(**given: str) -> Article:
    """Half a wire text, half what a reporter saw."""
    return article("b", BRIDGE[1], BRIDGE[2], *OWN, **given)


def test_half_wire_half_own_counts_as_both() -> None:
    wire = article("a", *BRIDGE, outlet="AP", published="2031-05-02T06:00")
    mixed = replace(own_half(outlet="Harlow Post", published="2031-05-02T19:00"), authors=SIGNED)
    origins = trace_origins([wire, mixed], find_copies([wire, mixed]))
    assert [(origin.name, origin.articles) for origin in origins] == [
        ("AP", ("a", "b")),
        ("Harlow Post’s own reporting", ("b",)),
    ]
    assert "\n\n".join(mixed.words(span) for span in origins[1].parts) == "\n\n".join(OWN)
    assert not origins[0].parts
    material = StoryMaterial(
        story=Story(id="s", articles=("a", "b")),
        annotations=(Annotation(article=wire), Annotation(article=mixed)),
        copies=(),
        origins=origins,
    )
    copied, own = mixed.text.index("narrow crossing"), mixed.text.index("Marta Ilves has sold")
    assert material.origin_of("b").name == "AP"
    assert material.origin_at(Span("b", copied, copied + 5)).name == "AP"
    assert material.origin_at(Span("b", own, own + 5)).name == "Harlow Post’s own reporting"


def test_in_doubt_what_is_not_signed_counts_with_the_wire() -> None:
    wire = article("a", *BRIDGE, outlet="AP", published="2031-05-02T06:00")
    mixed = own_half(outlet="Harlow Post", published="2031-05-02T19:00")
    assert [origin.articles for origin in trace_origins([wire, mixed], find_copies([wire, mixed]))] == [("a", "b")]


def test_words_said_to_the_outlet_are_a_sign_too() -> None:
    wire = article("a", *BRIDGE, outlet="AP", published="2031-05-02T06:00")
    mixed = own_half(outlet="Harlow Post", published="2031-05-02T19:00")
    told = (
        mixed.text
        + "\n\nThe sexton of the old church told the Harlow Post that he had heard the girders sing at night."
    )
    whole = article("b", *told.split("\n\n"), outlet="Harlow Post", published="2031-05-02T19:00")
    assert len(trace_origins([wire, whole], find_copies([wire, whole]))) == 2


def test_the_own_part_joins_what_else_the_outlet_reports_itself() -> None:
    wire = article("a", *BRIDGE, outlet="AP", published="2031-05-02T06:00")
    mixed = replace(own_half(outlet="Harlow Post", published="2031-05-02T19:00"), authors=SIGNED)
    third = article("c", *OTHER, outlet="Harlow Post", published="2031-05-03T06:00")
    origins = trace_origins([wire, mixed, third], find_copies([wire, mixed, third]))
    assert [(origin.name, origin.articles) for origin in origins] == [
        ("AP", ("a", "b")),
        ("Harlow Post’s own reporting", ("c", "b")),
    ]
    assert {span.article for span in origins[1].parts} == {"b"}


def test_what_others_took_is_the_outlet_s_own_anyway() -> None:
    first = replace(own_half(outlet="Harlow Post", published="2031-05-02T06:00"), authors=SIGNED)
    later = article("a", *BRIDGE[1:3], *OTHER, outlet="Pell Gazette", published="2031-05-03T06:00")
    origins = trace_origins([first, later], find_copies([first, later]))
    assert not any(span.article == "b" for origin in origins for span in origin.parts)
