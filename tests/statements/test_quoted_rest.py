"""Quoted words that go on with the report before them, on invented sentences."""

from __future__ import annotations

import pytest

from invented_articles import read, words

GOES_ON = [
    (
        "Ann Doe criticised neighbours trying to feed the camp, hitting “their misplaced pity for people who fell.”",
        "criticised",
        "“their misplaced pity for people who fell.”",
    ),
    (
        "Gifts are checked to make sure that they are lawful, Doe said, but “we never ask what anyone earns.”",
        "said",
        "but “we never ask what anyone earns.”",
    ),
    (
        "“We are deeply worried,” the rowers wrote in a letter to the mayor, that the office “may have sent "
        "families back to danger.”",
        "wrote",
        "that the office “may have sent families back to danger.”",
    ),
]


@pytest.mark.parametrize(("text", "cue", "rest"), GOES_ON)
def test_goes_on(text: str, cue: str, rest: str) -> None:
    found = next(statement for statement in read(text) if cue in words(text, statement, "cue"))
    assert rest in words(text, found, "content")


ENDS = [
    ("“We will win,” Doe said on the podcast “Harbour Lights.”", "Harbour"),
    (
        "Doe criticised the mayor, but she came under fire from the board over her “odd and costly plan” for Tarn.",
        "odd",
    ),
    ("“Let me give you the facts,” Doe said after a brief “oh well” to the host.", "oh well"),
]


@pytest.mark.parametrize(("text", "left_out"), ENDS)
def test_ends(text: str, left_out: str) -> None:
    assert all(left_out not in words(text, statement, "content") for statement in read(text))
