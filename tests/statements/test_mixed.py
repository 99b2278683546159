"""Contents partly in quotation marks: where they begin and end, on invented sentences."""

from __future__ import annotations

import pytest

from invented_articles import contents

FOUND = [
    # a relative clause between a subject and its verb is part of what is said
    (
        "Doe argued the old port of Tarn, which was built by the council, “would not last” without a wall.",
        "Doe > argued > the old port of Tarn, which was built by the council, “would not last” without a wall",
    ),
    # what is called something stands before, so the name ends with its quotation
    (
        "The town's plan is what many clerks have called a “costly mistake” and left nobody at ease.",
        "many clerks > have called > a “costly mistake”",
    ),
    (
        "He thanked the mayor, whom he described as “tireless,” with all his heart.",
        "he > described > as “tireless,”",
    ),
    # behind quoted words a dash leads to the outlet's own
    (
        "Weiss said the wall was “the best in the land” - a boast that few in Tarn share.",
        "Weiss > said > the wall was “the best in the land”",
    ),
    # a clause goes on behind the reporting clause
    (
        "“It is just bad luck,” Weiss said, that both of the boats came from the same yard.",
        "Weiss > said > “It is just bad luck,” … that both of the boats came from the same yard",
    ),
    # sayings of one's own inside
    (
        "The clerks were angry about the delay, with Peter Lang calling it a “bad joke.”",
        "Peter Lang > calling > it a “bad joke.”",
    ),
    (
        "Weiss said the wall had “kept us dry” before claiming that the old one was “a sieve.”",
        "Weiss > claiming > that the old one was “a sieve.”",
    ),
    (
        "Weiss suggested the clerk was late, called him “hopeless” and left the hall.",
        "Weiss > called > him “hopeless”",
    ),
    # who speaks is named before, so the pronoun behind the verb belongs to what is said
    (
        "Peter Lang, who lives outside the old town, Tarn, said he still “hopes that the wall will hold.”",
        "Peter Lang > said > he still “hopes that the wall will hold.”",
    ),
]


@pytest.mark.parametrize(("text", "statement"), FOUND)
def test_mixed_content(text: str, statement: str) -> None:
    assert statement in contents(text), contents(text)


LEFT = [
    ("Weiss offered a “false choice” - between higher taxes and a lower wall.", "between higher taxes"),
    ("Weiss argued that with clerks vowing to stay, the port would be safe.", "the port would be safe"),
    ("Weiss said that Peter Lang, the chairman, intended to sell the port.", "intended to sell the port"),
]


@pytest.mark.parametrize(("text", "kept"), LEFT)
def test_what_belongs_to_it_stays(text: str, kept: str) -> None:
    assert any(kept in line for line in contents(text)), contents(text)
