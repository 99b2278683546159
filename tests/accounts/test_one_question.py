"""Amounts and times that are told otherwise and answer one question, and such as only look alike. Texts are invented."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.setting.scene import set_scene
from readout.types import PointKind, Standing

GULLS = annotate("z", "Post", "Gulls were seen over the town hall of Varn.", "2031-05-06")


def points(kind, *texts, parsed=False, day="2031-05-06"):
    articles = [annotate(f"a{n}", f"Herald {n}", text, day, parsed=parsed) for n, text in enumerate(texts)]
    return [point for point in compare_accounts(pile(*articles, GULLS)) if point.kind is kind]


def test_a_crew_of_twelve_are_twelve_of_its_crew():
    found = points(
        PointKind.NUMBER,
        "The guard seized a foreign tanker and a crew of 14 off Varn.",
        "The minister called on them to free the tanker and 14 of its crew.",
        parsed=True,
    )
    assert [(p.accounts[0].value.exact, p.standing) for p in found] == [(14, Standing.AGREED)]


def test_a_number_of_one_thing_is_joined_across_deeds():
    (point,) = points(
        PointKind.NUMBER,
        "Kelm is a town of about 730 residents by the harbour.",
        "The fire forced the evacuation of all 730 residents of Kelm.",
    )
    assert len(point.accounts[0].holders) == 2


def test_a_small_number_of_one_thing_is_not():
    assert not points(
        PointKind.NUMBER,
        "Kelm is a town with a school for 8 children by the harbour.",
        "The fire forced the evacuation of 8 divers.",
    )


def test_one_large_sum_by_the_sentence_before():
    texts = (
        "Quill praised the harbour drills with the navy of Estmark. He said they cost $300 million a year.",
        "The drills of the navy of Estmark in the harbour stay put, in part for their $300 million price tag.",
    )
    assert len(points(PointKind.NUMBER, *texts)) == 1
    assert not points(PointKind.NUMBER, "A new bridge was opened. It cost $300 million.", texts[1])


def test_two_shares_of_one_thing():
    first = "Estmark gave roughly 20 percent of the total budget of the Kelm fund."
    second = "Estmark gives some 20 percent of the total budget of the Kelm fund, the ledger shows."
    (point,) = points(PointKind.NUMBER, first, second, parsed=True)
    assert point.standing is Standing.AGREED


def test_two_shares_of_people_can_be_of_two_things():
    found = points(
        PointKind.NUMBER,
        "In Kelm 45 percent of the voters back the new pier.",
        "In Kelm 51 percent of the voters reject the new pier.",
        parsed=True,
    )
    assert not [point for point in found if point.standing is Standing.DISPUTED]


def test_one_deed_on_one_day_is_one_event_by_the_parse():
    found = points(
        PointKind.DATE,
        "Everything changed when jets of the air force shot down a bomber on Tuesday.",
        "One of the crew survived the shooting of the bomber on Tuesday.",
        parsed=True,
    )
    assert [point.standing for point in found] == [Standing.AGREED]


def test_two_deeds_on_one_day_are_two_events():
    assert not points(
        PointKind.DATE,
        "Jets of the air force shot down a bomber on Tuesday.",
        "The mayor opened a school on Tuesday.",
        parsed=True,
    )


def test_initials_are_read_as_the_name():
    text = "The Kelm Health Office (KHO) met.\nLater the KHO said nothing."
    scene = set_scene(pile(annotate("a", "Herald", text, parsed=True)))
    assert {"kelm", "health"} <= scene.lines_of("a")[1].stems


def test_parts_are_no_counts_of_the_whole():
    found = points(
        PointKind.NUMBER,
        "The council froze the funds of ministers and their aides in Kelm, including four people close to Quill.",
        "The council froze the funds of ministers and their aides in Kelm, 15 people in all.",
    )
    assert not [point for point in found if point.standing is Standing.DISPUTED]


def test_one_bid_is_a_number_where_it_is_the_only_one():
    texts = ("In one instance the clerk of Varn took the ledger.", "The clerk of Varn took the ledger in one instance.")
    assert not points(PointKind.NUMBER, *texts)
    texts = ("The clerk of Varn had only one bid for the ferry.", "For the ferry only one bid came to Varn's clerk.")
    assert len(points(PointKind.NUMBER, *texts)) == 1


def test_a_holiday_before_a_noun_is_no_time():
    assert not points(
        PointKind.DATE,
        "The mayor of Varn has used the term Easter worshippers in a letter.",
        "In a letter the mayor of Varn used the term Easter worshippers too.",
        parsed=True,
    )


def test_the_number_of_a_towns_people_is_told_before_of():
    texts = ("Some 41 clerks came to the town of Varn by boat.", "By boat some 41 clerks came to the town of Varn.")
    assert [p.question[:15] for p in points(PointKind.NUMBER, *texts)] == ["How many clerks"]


def test_two_who_speak_on_one_day_are_not_one_event():
    assert not points(
        PointKind.DATE,
        "Prime Minister Ada Quill spoke of measures on Saturday.",
        "Foreign Minister Bo Fenn said Saturday that Varn was calm.",
        parsed=True,
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The ferry union spent its money in the Super Tuesday states.",
            "Quill won the Super Tuesday states at the ferry.",
        ),
        ("Quill lied to the ferry union in the 2029 campaign.", "The ferry union paid Quill in the 2029 campaign."),
    ],
)
def test_a_time_in_a_name_dates_nothing(first, second):
    assert not points(PointKind.DATE, first, second, parsed=True)


def test_what_happened_at_an_event_of_a_campaign_has_its_year():
    texts = (
        "Quill sang to the ferry union at a 2029 campaign event.",
        "At a 2029 event Quill sang to the ferry union.",
    )
    assert len(points(PointKind.DATE, *texts, parsed=True)) == 1


def test_a_vote_of_a_day_is_one_in_other_words():
    (point,) = points(
        PointKind.DATE,
        "The council of Varn faces a vote on the harbour toll on Thursday.",
        "Quill urged the council to stand with her in Thursday's vote on the toll.",
        parsed=True,
        day="2031-05-07",
    )
    assert point.standing is Standing.AGREED


def test_the_same_done_by_two_who_are_named_has_two_dates():
    found = points(
        PointKind.DATE,
        "Ada Quill pleaded guilty in 2029 at the court of Varn.",
        "Bo Fenn pleaded guilty in September 2029 at the court of Varn.",
        parsed=True,
    )
    assert not found


def test_a_version_is_no_number():
    texts = (
        "Quill praised the ledger of Kelmer 2.0 in a letter.",
        "In a letter Quill praised Kelmer 2.0 and its ledger.",
    )
    assert not points(PointKind.NUMBER, *texts)


def test_half_of_this_is_not_half_of_that():
    found = points(
        PointKind.NUMBER,
        "Quill put half of his money into the ferry states.",
        "Half of the voters on the islands of Varn were at sea.",
    )
    assert not found


def test_how_many_live_there_is_told_in_several_ways():
    (point,) = points(
        PointKind.NUMBER,
        "The quake struck Varn, an island in the gulf that is home to 200,000 people.",
        "The quake struck Varn, an island in the gulf with a population of 120,000 people.",
    )
    assert (point.question, point.standing) == ("How many people live there?", Standing.DISPUTED)
    found = points(PointKind.NUMBER, "He sent 12 people home.", "He sent 14 people home to their island.")
    assert "How many people live there?" not in [point.question for point in found]


def test_a_magnitude_is_read_off_and_not_counted():
    (point,) = points(
        PointKind.NUMBER,
        "A quake with a magnitude of 5.7 hit the harbour of Kelm at dawn.",
        "A 5.7-magnitude quake hit the harbour of Kelm at dawn.",
    )
    assert point.question.startswith("What magnitude")


def test_a_day_written_as_a_date_is_one_wherever_it_stands():
    (point,) = points(
        PointKind.DATE,
        "The mayor wants no fair before the election on June 3.\nOpponents fear that unrest may touch the June 3 elections.",
        "The guard said the only fair thing would be an election on June 3.",
        "Three parties of Varn will not stand in a planned vote, the election on June 3.",
        parsed=True,
    )
    assert sum(len(account.evidence) for account in point.accounts) >= 4


def test_as_before_a_noun_parts_no_clause():
    texts = (
        "Quill has worked from the palace since he was sworn in Thursday as interim governor.",
        "Quill, head of the court, was sworn in Thursday as interim governor.",
    )
    (point,) = points(PointKind.DATE, *texts, parsed=True, day="2031-05-10")
    shown = {span.article: texts[int(span.article[1:])][span.start : span.end] for span in point.accounts[0].evidence}
    assert all("as interim governor" in words for words in shown.values())
