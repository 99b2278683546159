"""Quotations that stand alone, on invented texts: of several paragraphs, announced, signed, or told of after."""

from __future__ import annotations

import pytest

from invented_articles import read, words

MAYOR = "The mayor Ann Doe opened the bridge in Tarn on Monday."


def test_one_quotation_of_several_paragraphs_is_one_statement() -> None:
    text = (
        f"{MAYOR}\n\nDoe stated:\n\n“The bridge is safe and it will stay so.\n\n"
        "“We built it in two years.\n\n“We paid for it ourselves.”\n\nThe weather was fine."
    )
    (found,) = read(text)
    assert found.speaker == "Ann Doe"
    shown = words(text, found, "content")
    assert "stay so" in shown
    assert "in two years" in shown
    assert shown.endswith("ourselves.”")


def test_a_new_quotation_in_the_next_paragraph_shows_who_speaks() -> None:
    text = f"{MAYOR}\n\n“The bridge is safe,” Doe said.\n\n“It will stay so for a hundred years.”"
    first, second = read(text)
    assert first.speaker == second.speaker == "Ann Doe"
    assert words(text, second, "named") == "Doe"


def test_the_quotation_goes_on_with_who_speaks_and_not_with_who_is_spoken_of() -> None:
    text = (
        f"{MAYOR}\n\n“Doe believes that the bridge is safe and sound,” the ministry said in a letter. "
        "“It will stay so for a hundred years.”"
    )
    found = [one for one in read(text) if "hundred years" in words(text, one, "content")]
    assert [words(text, one, "named") for one in found] == ["the ministry"]


ANNOUNCED = [
    ("The Tarn Gazette reports:", "Gazette"),
    ("As the Gazette’s Tom Berg reports:", "Berg"),
    ("Here is Doe’s full statement:", "Doe"),
    ("Doe turned to the crowd, saying:", "Doe"),
    ("Doe said in a long and tiresome speech before the whole of the town board on Monday:", "Doe"),
]


@pytest.mark.parametrize(("line", "who"), ANNOUNCED)
def test_announced(line: str, who: str) -> None:
    text = f"{MAYOR}\n\n{line}\n\n“The bridge is safe and it will stay so for a hundred years.”"
    found = [one for one in read(text) if "hundred years" in words(text, one, "content")]
    assert [who in words(text, one, "named") for one in found] == [True]


def test_what_a_colon_only_lists_is_not_announced() -> None:
    text = f"{MAYOR}\n\nThe board breaks the treaty’s rules:\n\nIn spring it closed the old bridge without notice."
    assert not any("old bridge" in words(text, one, "content") for one in read(text))


def test_a_dash_and_a_name_below_sign() -> None:
    text = (
        f"{MAYOR}\n\nExperts praised the bridge, Doe said.\n\n“It is the finest bridge that I have crossed.”\n\n"
        "— Clara Weiss, head of the engineers’ union\n\nThe weather was fine."
    )
    found = [one for one in read(text) if "finest" in words(text, one, "content")]
    assert [one.speaker for one in found] == ["Clara Weiss"]


def test_names_without_a_dash_sign_only_where_the_text_does_so_again() -> None:
    quoted = "“It is the finest bridge that I have ever crossed in my life.”\n\nClara Weiss, The Gazette"
    other = "“It will not last ten years, as anyone can see.”\n\nJohn Lang, The Herald"
    once = f"{MAYOR}\n\n{quoted}\n\nThe weather was fine."
    twice = f"{MAYOR}\n\n{quoted}\n\n{other}"
    assert not any(one.speaker == "Clara Weiss" for one in read(once))
    assert {one.speaker for one in read(twice)} >= {"Clara Weiss", "John Lang"}


@pytest.mark.parametrize("clause", ["Clara Weiss pressed.", "Clara Weiss, a clerk from Tarn, said on Monday."])
def test_a_reporting_clause_that_is_a_sentence_of_its_own(clause: str) -> None:
    text = f"{MAYOR}\n\n“The bridge is safe,” Doe said.\n\n“Would you let your own children cross it today?” {clause}"
    found = [one for one in read(text) if "children" in words(text, one, "content")]
    assert [one.speaker for one in found] == ["Clara Weiss"]


def test_a_poll_does_not_go_on_speaking() -> None:
    text = f"{MAYOR}\n\nA poll found that most like the bridge.\n\n“We would have liked another colour for it.”"
    found = [one for one in read(text) if "colour" in words(text, one, "content")]
    assert all(one.speaker is None and not one.named for one in found)


def test_who_said_it_in_a_tweet_that_did_something_said_the_quotation_before() -> None:
    text = (
        f"{MAYOR}\n\n“This is the worst bridge of the coast, built by some very clumsy people.” "
        "Peter Lang said in a tweet last week that angered the port."
    )
    (found,) = [statement for statement in read(text) if "worst" in words(text, statement, "content")]
    assert found.speaker == "Peter Lang"
    assert "angered" not in words(text, found, "content")
