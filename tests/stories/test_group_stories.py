"""Stories: what belongs together comes together, what only looks alike stays apart. All texts are invented."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.analysis.stories import group_stories
from readout.spans import Span
from readout.types import Article, Block, BlockKind, Cited, Copy, Direction, Passage, Relation, Story

FIRE_NORTH = (
    "Fire destroys warehouse in Karlstead\n\nA fire destroyed a furniture warehouse in Karlstead on Monday night, the Brenning county "
    "fire chief, Ilse Marrow, said. Two firefighters were hurt when the roof of the Oakline depot fell in.\n\nMarrow said the blaze "
    "began near a loading bay at about 9 p.m. and that some 60 firefighters fought it until dawn.",
    "Two hurt as Karlstead depot burns\n\nTwo firefighters were injured when the roof of the Oakline furniture depot collapsed in a "
    "fire in Karlstead. The flames started near a loading bay, the county fire chief Ilse Marrow told reporters.",
    "Karlstead warehouse fire under control\n\nFirefighters in Karlstead have put out the fire at the Oakline furniture warehouse. "
    "Fire chief Ilse Marrow said two of her crew are in hospital and that the loading bay is where it began.",
)
FIRE_SOUTH = (
    "Hotel fire in Port Selwick kills guest\n\nA guest died in a fire at the Grand Meridian hotel in Port Selwick on Tuesday, police "
    "inspector Tomas Veil said. The fire broke out in the kitchen and smoke filled the upper floors within minutes.\n\nSome 140 guests "
    "of the Grand Meridian were led to the harbour hall.",
    "One dead after blaze at Grand Meridian\n\nOne person was killed when fire broke out in the kitchen of the Grand Meridian hotel in "
    "Port Selwick, inspector Tomas Veil said. Guests from the upper floors spent the night in the harbour hall.",
    "Smoke, then screams: guests tell of Port Selwick hotel fire\n\nGuests of the Grand Meridian in Port Selwick told of smoke on the "
    "upper floors after the kitchen fire that killed one of them. Inspector Tomas Veil said the harbour hall stays open.",
)


def article(identifier: str, text: str, published: str | None = None) -> Article:
    title, _, body = text.partition("\n\n")
    blocks = [Block(start=0, end=len(title), kind=BlockKind.HEADLINE)]
    if body:
        blocks.append(Block(start=len(title) + 2, end=len(text), kind=BlockKind.BODY))
    return Article(
        id=identifier,
        uri=identifier,
        text=text,
        blocks=tuple(blocks) if text.strip() else (),
        language="en",
        published=Cited(value=published, where="given") if published else None,
    )


def copy_of(one: Article, other: Article, relation: Relation, covered: float) -> Copy:
    return Copy(
        evidence=(Span(one.id, 0, 10), Span(other.id, 0, 10)),
        rule="test",
        a=one.id,
        b=other.id,
        relation=relation,
        direction=Direction.UNKNOWN,
        why=(),
        agency=None,
        passages=(Passage(a_start=0, a_end=10, b_start=0, b_end=10),),
        edits=(),
        coverage_a=covered,
        coverage_b=covered,
    )


def partition(stories: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


@pytest.fixture
def two_fires() -> list[Article]:
    return [article(f"n{i}", text) for i, text in enumerate(FIRE_NORTH)] + [
        article(f"s{i}", text) for i, text in enumerate(FIRE_SOUTH)
    ]


def test_two_fires_are_two_stories(two_fires: list[Article]) -> None:
    assert partition(group_stories(two_fires, ())) == {frozenset({"n0", "n1", "n2"}), frozenset({"s0", "s1", "s2"})}


def test_one_event_alone_is_one_story(two_fires: list[Article]) -> None:
    assert len(group_stories(two_fires[:3], ())) == 1


def test_order_of_input_changes_nothing(two_fires: list[Article]) -> None:
    expected = group_stories(two_fires, ())
    for seed in range(10):
        shuffled = two_fires[:]
        random.Random(seed).shuffle(shuffled)
        assert group_stories(shuffled, ()) == expected


def test_every_article_is_in_one_story(two_fires: list[Article]) -> None:
    pile = [*two_fires, article("empty", ""), article("marks", "?!\n\n... --- ...")]
    members = list(itertools.chain.from_iterable(story.articles for story in group_stories(pile, ())))
    assert sorted(members) == sorted(one.id for one in pile)


def test_no_articles_no_stories() -> None:
    assert group_stories((), ()) == ()


def test_unknown_date_is_missing_not_conflicting() -> None:
    pile = [
        article("a", FIRE_NORTH[0], "2031-03-04"),
        article("b", FIRE_NORTH[1]),
        article("c", FIRE_NORTH[2], "2031-03"),
    ]
    assert len(group_stories(pile, ())) == 1


def test_same_kind_of_event_a_year_later_is_another_story() -> None:
    again = FIRE_NORTH[1].replace("Oakline", "Brightwell").replace("Ilse Marrow", "Per Lund").replace("Two", "Four")
    pile = [
        article("a", FIRE_NORTH[0], "2031-03-04"),
        article("b", FIRE_NORTH[2], "2031-03-04"),
        article("c", again, "2032-03-09"),
    ]
    assert partition(group_stories(pile, ())) == {frozenset({"a", "b"}), frozenset({"c"})}


def test_story_keeps_its_id_when_a_later_article_joins(two_fires: list[Article]) -> None:
    dated = [article(f"n{i}", text, f"2031-03-0{i + 4}") for i, text in enumerate(FIRE_NORTH)]
    before, after = group_stories(dated[:2], ()), group_stories(dated, ())
    assert len(before) == len(after) == 1
    assert before[0].id == after[0].id
    assert after[0].articles == ("n0", "n1", "n2")


def test_weak_copy_does_not_merge_two_events(two_fires: list[Article]) -> None:
    link = copy_of(two_fires[0], two_fires[3], Relation.PARTIAL, 0.2)
    assert len(group_stories(two_fires, (link,))) == 2


def test_strong_copies_belong_together_whatever_their_words() -> None:
    one, other = article("a", FIRE_NORTH[0]), article("b", FIRE_SOUTH[0])
    assert len(group_stories([one, other], (copy_of(one, other, Relation.COPY, 0.95),))) == 1


def test_many_copies_of_one_text_do_not_outvote_the_rest() -> None:
    copies = [article(f"c{i:03}", FIRE_NORTH[0]) for i in range(200)]
    pile = [*copies, article("n1", FIRE_NORTH[1]), article("n2", FIRE_NORTH[2])]
    links = tuple(copy_of(copies[0], one, Relation.COPY, 1.0) for one in copies[1:])
    assert len(group_stories(pile, links)) == 1
    assert len(group_stories(pile, ())) == 1


def test_issues_of_a_daily_column_stay_apart() -> None:
    body = (
        "Gold traded at {} crowns per ten grams in Estmark, {} per cent, as investors waited for the central bank. The price of gold "
        "depends on the dollar, on demand from jewellers and on interest rates. Dealers in Halvik quoted {} crowns."
    )
    pile = [
        article(
            f"g{day}",
            f"Gold price today, {day} March: rates in Estmark\n\n" + body.format(5400 + day, day / 10, 5390 + day),
        )
        for day in range(3, 8)
    ]
    assert len(group_stories(pile, ())) == 5


def test_the_same_title_the_next_day_is_another_issue_but_a_copy_is_not() -> None:
    text = (
        "Morning briefing from the harbour\n\nThree ships came in and two left. The ferry to Karlstead runs as usual."
    )
    one, other = article("a", text, "2031-03-04"), article("b", text, "2031-03-05")
    assert len(group_stories([one, other], ())) == 2
    assert len(group_stories([one, other], (copy_of(one, other, Relation.COPY, 1.0),))) == 1


def test_two_matches_of_one_league_stay_apart() -> None:
    first = (
        "Norbridge Rovers 3-1 Selwick Town\n\nTunde Adeyo scored twice as Norbridge Rovers beat Selwick Town in the Northern Premier "
        "League. Rovers manager Helen Frost said her side had been patient."
    )
    second = (
        "Norbridge Rovers 0-2 Halvik United\n\nJonas Wick scored twice as Halvik United won at Norbridge Rovers in the Northern Premier "
        "League. Rovers manager Helen Frost said her side had run out of legs."
    )
    same = first.replace("3-1 Selwick Town", "win 3-1 against Selwick", 1).replace("twice", "two of three")
    pile = [article("a", first), article("b", second), article("c", same)]
    assert partition(group_stories(pile, ())) == {frozenset({"a", "c"}), frozenset({"b"})}


def test_a_place_and_a_name_alone_link_nothing() -> None:
    fire = "Karlstead warehouse burns\n\nFlames destroyed a furniture depot in Karlstead, home of Ilse Marrow."
    music = "Karlstead hears Brahms\n\nAn orchestra played symphonies in Karlstead before Ilse Marrow."
    assert len(group_stories([article("a", fire), article("b", music)], ())) == 2


def test_a_story_of_the_next_days_follows(two_fires: list[Article]) -> None:
    inquiry = (
        "Inquiry opens into Oakline\n\nProsecutor Runa Holt opened an inquiry into the company Oakline on Saturday. She wants to know who "
        "locked the doors of the Karlstead warehouse, and searched offices in the capital. Oakline’s lawyer Per Sand promised to help. "
        "Insurers of the company spoke of negligence, a charge that Sand called absurd. Shares fell by nine per cent."
    )
    pile = [article(f"n{i}", text, "2031-03-04") for i, text in enumerate(FIRE_NORTH)] + [
        article("q", inquiry, "2031-03-15")
    ]
    stories = group_stories(pile, ())
    assert [story.articles for story in stories] == [("n0", "n1", "n2"), ("q",)]
    assert stories[1].follows == (stories[0].id,)
    assert stories[0].follows == ()


def test_a_story_of_thousands_costs_little(two_fires: list[Article]) -> None:
    chance = random.Random(3)
    words = FIRE_NORTH[0].split()
    pile = [article(f"t{i:04}", " ".join(chance.sample(words, 30)), "2031-03-04") for i in range(500)]
    assert len(group_stories(pile, ())) < 100


EARLY = (
    "Blast heard across Brixholm harbour\n\nPeople in Brixholm heard a blast from the harbour shortly before noon on Monday. Windows broke "
    "in Tollgate Street, and the ferry Meridian turned back to sea.",
    "Crane driver missing in dockyard\n\nOtto Rask, who drives a crane for the Levander dockyard, has been missing since Monday noon, his "
    "family said. Divers of the coastguard searched the basin.",
)
LATER = (
    "Brixholm blast: crane driver Otto Rask found alive\n\nThe coastguard found Otto Rask, the crane driver missing since the blast in "
    "Brixholm harbour on Monday, alive in the basin of the Levander dockyard. The blast broke windows in Tollgate Street and made the "
    "ferry Meridian turn back. Divers had searched the basin for Rask, and his family thanked them.",
    "How the Brixholm blast missed a crane driver\n\nOtto Rask drove the crane at the Levander dockyard when a blast went through Brixholm "
    "harbour on Monday. Divers of the coastguard pulled him from the basin, while windows broke in Tollgate Street and the ferry Meridian "
    "turned back to sea.",
)


def test_what_came_apart_early_is_one_story_once_it_is_known_better() -> None:
    """A pass that reads once would keep the two apart for good; here later reports repair it, and the id stays."""
    early = [article(f"e{i}", text, "2031-03-04") for i, text in enumerate(EARLY)]
    apart = group_stories(early, ())
    assert [story.articles for story in apart] == [("e0",), ("e1",)]
    together = group_stories([*early, *(article(f"l{i}", text, "2031-03-05") for i, text in enumerate(LATER))], ())
    assert [story.articles for story in together] == [("e0", "e1", "l0", "l1")]
    assert together[0].id == apart[0].id


@settings(max_examples=25)
@given(
    st.permutations(range(10)), st.lists(st.sampled_from([None, "2031-03-04", "2031-03-09"]), min_size=10, max_size=10)
)
def test_order_changes_nothing_with_copies_and_unknown_days(order: list[int], days: list[str | None]) -> None:
    texts = (*FIRE_NORTH, *FIRE_SOUTH, *EARLY, *LATER)
    pile = [article(f"p{i}", text, day) for i, (text, day) in enumerate(zip(texts, days, strict=True))]
    copies = (copy_of(pile[0], pile[1], Relation.COPY, 0.9), copy_of(pile[3], pile[6], Relation.PARTIAL, 0.2))
    assert group_stories([pile[i] for i in order], copies[:: 1 if order[0] % 2 else -1]) == group_stories(pile, copies)
