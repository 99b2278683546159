"""The timeline: clauses, one entry per event, origins, background, plans, inherited dates. All texts are invented."""

from __future__ import annotations

import re

from readout.analysis.amounts import find_amounts
from readout.analysis.timeline import order_events
from readout.analysis.times import find_times
from readout.ranges import DateRange
from readout.spans import Span
from readout.types import (
    Annotation,
    Article,
    Block,
    BlockKind,
    Cited,
    Copy,
    Direction,
    Event,
    Origin,
    Passage,
    Relation,
    Sentence,
    Story,
    StoryMaterial,
)


def article(identifier: str, text: str, published: str | None) -> Article:
    return Article(
        id=identifier,
        uri=identifier,
        text=text,
        blocks=(Block(start=0, end=len(text), kind=BlockKind.BODY),),
        language="en",
        published=Cited(value=published, where="given") if published else None,
    )


def annotate(one: Article) -> Annotation:
    sentences = tuple(Sentence(start=m.start(), end=m.end()) for m in re.finditer(r"\S[^.]*\.", one.text))
    return Annotation(article=one, sentences=sentences, times=find_times(one), amounts=find_amounts(one))


def material(
    *articles: Article, copies: tuple[Copy, ...] = (), origins: tuple[tuple[str, ...], ...] = ()
) -> StoryMaterial:
    groups = origins or tuple((one.id,) for one in articles)
    return StoryMaterial(
        story=Story(id="s", articles=tuple(one.id for one in articles)),
        annotations=tuple(annotate(one) for one in articles),
        copies=copies,
        origins=tuple(
            Origin(evidence=(Span(group[0], 0, 1),), rule="x", id=group[0], name=group[0], articles=group, why=())
            for group in groups
        ),
    )


def events(*articles: Article, **more: object) -> tuple[Event, ...]:
    return order_events(material(*articles, **more))  # type: ignore[arg-type]


A = article(
    "a",
    "A flood swept away the old stone bridge of Marn on Monday. The mayor will open a shelter on Friday.",
    "2024-04-04",
)
B = article("b", "The old stone bridge of Marn was swept away by a flood on Monday, police said.", "2024-04-03")


def test_one_entry_for_one_event_over_all_articles() -> None:
    found = events(A, B)
    bridge = [event for event in found if "bridge" in event.text]
    assert len(bridge) == 1
    assert bridge[0].date == "2024-04-01"
    assert bridge[0].origins == ("a", "b")
    assert {span.article for span in bridge[0].evidence} == {"a", "b"}


def test_the_wording_is_the_text_under_its_first_evidence() -> None:
    whole = material(A, B)
    for event in order_events(whole):
        assert event.text == whole.article(event.evidence[0].article).words(event.evidence[0])


def test_origins_are_counted_once() -> None:
    found = events(A, B, origins=(("a", "b"),))
    assert all(event.origins == ("a",) for event in found)


def test_what_is_still_to_come_is_planned() -> None:
    found = {event.date: event.planned for event in events(A)}
    assert found == {"2024-04-01": False, "2024-04-05": True}


def test_what_lies_long_before_is_background_and_comes_first() -> None:
    old = article(
        "c", "A storm broke the bridge of Marn in 1987. A flood took the bridge away on Monday.", "2024-04-04"
    )
    found = events(old)
    assert [(event.date, event.background) for event in found] == [("1987", True), ("2024-04-01", False)]


def test_conflicting_days_stand_side_by_side() -> None:
    other = article("d", "A flood swept away the old stone bridge of Marn on Tuesday.", "2024-04-04")
    found = [event for event in events(A, other) if "bridge" in event.text]
    assert [event.date for event in found] == ["2024-04-01", "2024-04-02"]


def test_coarse_and_fine_times_of_one_event_are_one_entry() -> None:
    other = article("e", "A flood swept away the old stone bridge of Marn last week.", "2024-04-10")
    found = [event for event in events(A, other) if "bridge" in event.text]
    assert len(found) == 1
    assert found[0].range == DateRange(low="2024-04-01", high="2024-04-01", granularity="day")


def test_two_events_of_one_day_stay_apart() -> None:
    two = article(
        "f", "A flood took the bridge on Monday. Ministers met bankers in the capital on Monday.", "2024-04-04"
    )
    assert len(events(two)) == 2


def test_an_undated_text_is_dated_through_its_copy() -> None:
    bare = article("g", A.text, None)
    length = len(A.text)
    copy = Copy(
        evidence=(Span("a", 0, length), Span("g", 0, length)), rule="x", a="a", b="g", relation=Relation.COPY,
        direction=Direction.A_TO_B, why=(), agency=None,
        passages=(Passage(a_start=0, a_end=length, b_start=0, b_end=length),), edits=(), coverage_a=1.0, coverage_b=1.0,
    )  # fmt: skip
    found = [event for event in events(A, bare, copies=(copy,)) if "bridge" in event.text]
    assert len(found) == 1
    assert found[0].inferred
    assert {span.article for span in found[0].evidence} == {"a", "g"}


def test_a_quoted_today_dates_nothing() -> None:
    quoted = article("h", "The mayor said: “We lost the stone bridge today”.", "2024-04-04")
    assert events(quoted) == ()


def test_a_posting_stamp_is_no_event() -> None:
    tweet = article("i", "The stone bridge of Marn is gone — Anna Berg (@annaberg) April 2, 2024.", "2024-04-04")
    assert events(tweet) == ()


def test_the_order_of_input_does_not_matter() -> None:
    assert [event.id for event in events(A, B)] == [event.id for event in events(B, A)]


def test_nothing_dated_gives_an_empty_timeline() -> None:
    assert events(article("j", "A text without any date.", None)) == ()


def test_what_is_told_once_on_a_crowded_day_stands_behind_more() -> None:
    crowd = [
        f"On 4 May 2031 the {thing} left the {place} quay with {load}."
        for thing, place, load in zip(
            ("barge", "tug", "ferry", "dredger", "trawler", "yawl", "cutter", "schooner"),
            ("north", "south", "east", "west", "upper", "lower", "inner", "outer"),
            ("coal", "timber", "salt", "gravel", "herring", "wool", "grain", "slate"),
            strict=True,
        )
    ]
    first = "On 4 May 2031 the harbour wall of Holm broke near the lighthouse."
    again = "The harbour wall near the lighthouse of Holm broke on 4 May 2031."
    found = events(article("a", "\n".join([*crowd, first]), "2031-05-06"), article("b", again, "2031-05-06"))
    assert len(found) == 9
    assert [event.minor for event in found if len(event.origins) == 2] == [False]
    assert sum(event.minor for event in found) == 4
