"""Who took from whom: what two texts show of each other, and what a group of them shows of each pair."""

from __future__ import annotations

import random

from invented_pile import BRIDGE, OWN, article

from readout.analysis.copies import find_copies
from readout.analysis.copies.direction import Signal
from readout.analysis.copies.stemma import Stemma
from readout.types import Article, Copy, Direction

PLAIN = ("HARLOW - " + BRIDGE[0].split(" - ", 1)[1], *BRIDGE[1:])
EXTRA = (
    "The harbour office lent two of its launches, which carried nurses and schoolteachers across before the first ferry ran.",
    "A retired girder painter told the evening meeting that he had seen rust under the eastern pier as long ago as spring.",
    "Bus drivers said that they had not been told of the closure until the barriers stood in the road in front of them.",
    "The council will hear the surveyor on Friday in a sitting that is open to all who can find a seat in the old hall.",
)


def between(articles: list[Article]) -> dict[tuple[str, str], Copy]:
    return {(copy.a, copy.b): copy for copy in find_copies(articles)}


def told(answer: Direction, weight: float, *, outside: bool = False) -> tuple[Signal, ...]:
    return (Signal(answer=answer, weight=weight, reason=f"{answer} {weight}", outside=outside),)


def test_an_agency_mark_that_only_the_later_text_has_was_not_taken_from_the_earlier() -> None:
    early = article("a", *PLAIN, outlet="Fen Echo", published="2031-03-04T08:00")
    late = article("b", *BRIDGE, outlet="Moor Post", published="2031-03-04T19:00")
    copy = between([early, late])["a", "b"]
    assert copy.direction is not Direction.A_TO_B
    assert any("credits AP" in reason for reason in copy.why)


def test_two_newsrooms_within_one_hour_had_it_from_a_third() -> None:
    one = article("a", *PLAIN, outlet="Fen Echo", published="2031-03-04T08:00")
    two = article("b", *PLAIN[:5], outlet="Moor Post", published="2031-03-04T08:20")
    assert between([one, two])["a", "b"].direction is Direction.COMMON_UNSEEN


def test_texts_that_each_lack_much_of_the_other_are_cut_from_a_fuller_one() -> None:
    mixed = (PLAIN[0], EXTRA[0], PLAIN[2], EXTRA[1], PLAIN[4], EXTRA[2], PLAIN[6])
    other = (PLAIN[0], PLAIN[1], PLAIN[2], PLAIN[3], PLAIN[4], PLAIN[5], PLAIN[6])
    one = article("a", *mixed, outlet="Fen Echo", published="2031-03-04T08:00")
    two = article("b", *other, outlet="Moor Post", published="2031-03-04T19:00")
    copy = between([one, two])["a", "b"]
    assert copy.direction is Direction.COMMON_UNSEEN
    assert any("fuller text" in reason for reason in copy.why)


def test_a_copy_of_a_copy_has_its_changes_and_more() -> None:
    changed = (PLAIN[0].replace("three cracked girders", "four cracked beams"), PLAIN[1], PLAIN[2], *PLAIN[4:6])
    more = (changed[0], changed[1].replace("narrow crossing", "old ford"), *changed[2:])
    whole = article("c", *PLAIN, *EXTRA, outlet="Tarn Agency")
    pairs = between([whole, article("b", *changed, outlet="Moor Post"), article("a", *more, outlet="Fen Echo")])
    assert pairs["a", "b"].direction is Direction.B_TO_A


def test_a_text_that_is_here_stands_for_one_that_is_not() -> None:
    whole = article("c", *BRIDGE, *OWN, outlet="Tarn Herald", published="2031-03-04T06:00")
    one = article("a", *BRIDGE, outlet="Fen Echo", published="2031-03-04T09:00")
    two = article("b", *BRIDGE[:4], outlet="Moor Post")
    alone = between([one, two])["a", "b"]
    assert alone.direction is not Direction.A_TO_B  # both credit AP
    assert between([whole, one, two])["a", "b"].direction is Direction.A_TO_B


def test_a_way_through_a_third_text_is_a_reason() -> None:
    pairs = {
        (0, 1): told(Direction.A_TO_B, 4.0),
        (1, 2): told(Direction.A_TO_B, 4.0),
        (0, 2): told(Direction.COMMON_UNSEEN, 3.5, outside=True),
    }
    stemma = Stemma(pairs, {0: "Fen Echo", 1: "Moor Post", 2: "Tarn Herald"})
    answer, why = stemma.answer(0, 2)
    assert answer is Direction.A_TO_B
    assert why == ("Tarn Herald is made from Moor Post, and that from Fen Echo",)


def test_two_that_are_made_from_one_text_are_left_open() -> None:
    pairs = {
        (0, 1): told(Direction.A_TO_B, 4.0),
        (0, 2): told(Direction.A_TO_B, 4.0),
        (1, 2): told(Direction.COMMON_UNSEEN, 4.0, outside=True),
    }
    answer, why = Stemma(pairs, {0: "Fen Echo", 1: "Moor Post", 2: "Tarn Herald"}).answer(1, 2)
    assert answer is Direction.UNKNOWN
    assert why == ("both can be from Fen Echo, which is here",)


def test_what_speaks_against_a_pair_itself_is_not_overruled() -> None:
    pairs = {
        (0, 1): told(Direction.A_TO_B, 4.0),
        (1, 2): told(Direction.A_TO_B, 4.0),
        (0, 2): told(Direction.COMMON_UNSEEN, 20.0),
    }
    assert Stemma(pairs, dict.fromkeys(range(3), "Echo")).answer(0, 2)[0] is Direction.COMMON_UNSEEN


def test_the_order_of_a_group_does_not_matter() -> None:
    pile = [
        article("a", *BRIDGE, *OWN, outlet="Tarn Herald", published="2031-03-04T06:00"),
        article("b", *BRIDGE, outlet="Fen Echo", published="2031-03-04T09:00"),
        article("c", *BRIDGE[:4], outlet="Moor Post"),
        article("d", *PLAIN[:4], EXTRA[0], outlet="Dale Sun", published="2031-03-05T09:00"),
        article("e", EXTRA[1], *PLAIN[1:5], outlet="Vale Star"),
    ]
    found = find_copies(pile)
    chance = random.Random(5)
    for _ in range(6):
        chance.shuffle(pile)
        assert find_copies(pile) == found
