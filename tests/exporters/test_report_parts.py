from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import invented_report as invented
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from readout.exporters.cuts import lost_voices
from readout.exporters.html import tracks
from readout.exporters.html.marks import exact_html
from readout.exporters.html.scale import WIDTH, draw_timeline
from readout.exporters.html.tracks import lay_tracks
from readout.exporters.html.variants import mark_differences
from readout.exporters.lineage import flatten, grow_tree
from readout.exporters.visible import ACTING, one_line, show_controls
from readout.exporters.wording import count, date_words, edit_words, holder_words, join_words, lag_words, range_words
from readout.ranges import DateRange, NumberRange
from readout.types import Annotation, BlockKind, Cited, Direction, Edit, Event, Relation, Story, StoryMaterial

ANY = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=60)


@given(ANY)
def test_nothing_acts_after_showing_controls(text):
    assert not ACTING.search(show_controls(text))
    assert "\n" not in one_line(text)


@given(ANY)
def test_exact_html_keeps_the_number_of_code_points(text):
    element = lxml_html.fragment_fromstring(f"<p>{exact_html(text)}</p>")
    assert len(element.text_content()) == len(text)


@given(ANY, ANY)
def test_marked_differences_keep_the_variants_words(fullest, variant):
    element = lxml_html.fragment_fromstring(f"<p>{mark_differences(fullest, variant)}</p>")
    for gap in element.xpath(".//span[@class='gap']"):
        gap.text = ""
    assert "".join(element.text_content().split()) == "".join(ACTING.sub("\ufffd", variant).split())


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024", "2024"),
        ("2024-04", "April 2024"),
        ("2024-04-03", "3 April 2024"),
        ("2024-04-03T16:43", "3 April 2024, 16:43"),
        ("soon", "soon"),
    ],
)
def test_date_words(value, words):
    assert date_words(value) == words


@pytest.mark.parametrize(
    ("low", "high", "granularity", "words"),
    [
        ("2022-01-01", "2022-12-31", "year", "2022"),
        ("2022-02-01", "2022-02-28", "month", "February 2022"),
        ("2024-04-01", "2024-04-07", "week", "1–7 April 2024"),
        ("2022-01-01", "2022-04-30", "season", "January – April 2022"),
        ("1980-01-01", "1989-12-31", "decade", "1980s"),
        (None, "2024-04-03", "day", "until 3 April 2024"),
        ("2024-04-03", None, "day", "from 3 April 2024"),
        (None, None, "day", "undated"),
        ("2024-04-03T00:00", "2024-04-03T23:59", "day", "3 April 2024"),
        ("2024-04-03T06:00", "2024-04-03T11:59", "part of day", "3 April 2024, 06:00–11:59"),
    ],
)
def test_range_words(low, high, granularity, words):
    assert range_words(DateRange(low=low, high=high, granularity=granularity)) == words


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("2026-03-10T14:20", "2026-03-10T14:37", "+17 min"),
        ("2026-03-10T14:20+01:00", "2026-03-10T13:37+00:00", "+17 min"),
        ("2026-03-10T14:20+01:00", "2026-03-10T14:37", "+17 min"),
        ("2026-03-10T14:20", "2026-03-10T12:15", "−2 h 05"),
        ("2026-03-10", "2026-03-12", "+2 days"),
        ("2026-03-10T14:20", "2026-03-10", "same day"),
        ("2026-03-10", "sometime", ""),
    ],
)
def test_lag_words(first, second, words):
    assert lag_words(Cited(value=first, where="given"), Cited(value=second, where="given")) == words


def test_words_for_numbers_and_lists():
    assert count(1, "story", "stories") == "1 story"
    assert count(1204, "article") == "1,204 articles"
    assert join_words(["a", "b", "c"]) == "a, b and c"
    assert holder_words(["outlet:Dagblad", "Ada"]) == "Dagblad itself and Ada"
    assert holder_words(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"


def test_edits_are_told_with_what_changes_the_account_first():
    place = invented.Span("a", 0, 1)
    edits = [Edit(kind=kind, a=place, b=place) for kind in ("spelling", "spelling", "cut", "number")]
    assert edit_words(edits) == "1 number changed, 1 phrase cut, 2 spellings changed"
    assert edit_words([]) == "no edits"


# ------------------------------------------------------------------ trees and lanes


def family(*copies, members=("a", "b", "c")):
    articles = [
        invented.article(name, invented.OWN, None, None, BlockKind.HEADLINE, BlockKind.BODY) for name in members
    ]
    material = StoryMaterial(
        story=Story(id="s", articles=tuple(members)),
        annotations=tuple(Annotation(article=article) for article in articles),
        copies=copies,
        origins=(invented.origin("o", *members),),
    )
    return [
        (depth, branch.article, branch.guessed) for depth, branch in flatten(grow_tree(material.origins[0], material))
    ]


def test_a_chain_hangs_in_order():
    chain = family(invented.copy("a", "b"), invented.copy("b", "c"), invented.copy("a", "c", Direction.UNKNOWN, 0.5))
    assert chain == [(0, "a", False), (1, "b", False), (2, "c", False)]


def test_an_unseen_text_is_a_hollow_node_over_its_copies():
    unseen = Direction.COMMON_UNSEEN
    tree = family(invented.copy("a", "b", unseen), invented.copy("b", "c", unseen), invented.copy("a", "c", unseen))
    assert tree == [(0, None, False), (1, "a", False), (1, "b", False), (1, "c", False)]


def test_an_unknown_direction_is_a_guess_that_hangs_under_the_earlier():
    assert family(invented.copy("b", "a", Direction.UNKNOWN)) == [(0, "a", False), (1, "b", True), (0, "c", False)]


def test_copies_in_a_circle_are_no_endless_tree():
    circle = family(invented.copy("a", "b"), invented.copy("b", "c"), invented.copy("c", "a"))
    assert sorted(article for _, article, _ in circle) == ["a", "b", "c"]


def test_a_chain_of_thousands_needs_no_deep_stack():
    members = tuple(f"n{number:05}" for number in range(3000))
    copies = tuple(invented.copy(one, other) for one, other in pairwise(members))
    assert family(*copies, members=members)[-1][0] == 2999


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from(list(Direction))), max_size=12))
def test_every_article_stands_in_the_tree_once(edges):
    members = ("a", "b", "c", "d", "e")
    copies = [invented.copy(members[one], members[other], how) for one, other, how in edges if one != other]
    found = [article for _, article, _ in family(*copies, members=members) if article]
    assert sorted(found) == list(members)


def event(low, high, granularity="day"):
    place = invented.Span("wire", 0, 3)
    return Event(
        id=f"{low}",
        range=DateRange(low=low, high=high, granularity=granularity),
        date=low or "",
        text="x",
        origins=("o",),
        evidence=(place,),
        rule="r",
    )


def test_marks_stay_on_the_drawing_and_do_not_overlap():
    events = [event("1987", "1987", "year"), *(event(f"2026-03-{day:02}", f"2026-03-{day:02}") for day in range(1, 29))]
    told = invented.material().annotations[0].article
    drawing = draw_timeline(events, [("a1", told)])
    assert drawing is not None
    assert [bar.number for bar in drawing.bars] == list(range(1, 30))
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH for bar in drawing.bars)
    for row in {bar.y for bar in drawing.bars}:
        ends = sorted((bar.x, bar.x + bar.width) for bar in drawing.bars if bar.y == row)
        assert all(one[1] <= other[0] + 0.2 for one, other in pairwise(ends))
    assert len(drawing.dots) == 1


def values(*ranges):
    place = invented.Span("wire", 0, 3)
    return [replace(invented.account("x", ("x",), "o", place), value=value) for value in ranges]


def test_tracks_share_one_scale_and_show_open_ends():
    at_least = NumberRange(low=12, high=None)
    more_than = NumberRange(low=10, high=None, low_inclusive=False)
    exact = NumberRange(low=15, high=15)
    first, second, third, none = lay_tracks(values(at_least, more_than, exact, None))
    assert none is None
    assert second.x < first.x < third.x
    assert (first.arrow, first.hollow) == ("right", False)
    assert (second.arrow, second.hollow) == ("right", True)
    assert third.exact
    assert first.x + first.width == second.x + second.width


def test_a_bound_from_above_is_hollow_where_it_is_not_included():
    fewer_than = NumberRange(low=None, high=12, high_inclusive=False)
    at_most = NumberRange(low=None, high=15)
    first, second = lay_tracks(values(fewer_than, at_most))
    assert (first.arrow, first.hollow) == ("left", True)
    assert (second.arrow, second.hollow) == ("left", False)


def test_one_value_alone_has_no_track():
    assert lay_tracks(values(NumberRange(low=12, high=12), NumberRange(low=12, high=12))) == [None, None]


@given(st.lists(st.tuples(st.floats(0, 1e9), st.floats(0, 1e9)), min_size=1, max_size=6))
def test_tracks_stay_on_their_scale(bounds):
    for track in lay_tracks(values(*(NumberRange(low=min(pair), high=max(pair)) for pair in bounds))):
        assert track is None or (track.x >= 0 and track.width >= 0 and track.x + track.width <= tracks.WIDTH + 0.2)


def test_without_two_times_nothing_is_drawn():
    assert draw_timeline([], []) is None


# ------------------------------------------------------------------ cuts


def test_a_speaker_whose_words_were_cut_is_named():
    told = invented.material()
    cut = invented.Edit(
        kind="cut", a=invented.span("wire", invented.WIRE, "“Nothing of the sort,” Ada Berg said."), b=None
    )
    lost = lost_voices(replace(told.copies[0], edits=(cut,)), told)
    assert [(voice.speaker, voice.denies) for voice in lost] == [("Ada Berg", False)]


def test_what_was_not_cut_or_is_only_shared_in_part_is_no_loss():
    told = invented.material()
    cut = invented.Edit(kind="cut", a=invented.span("wire", invented.WIRE, "“Nothing of the sort,”"), b=None)
    assert lost_voices(told.copies[0], told) == []
    assert lost_voices(replace(told.copies[0], edits=(cut,), relation=Relation.PARTIAL), told) == []
