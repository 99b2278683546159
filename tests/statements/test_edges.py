"""Contents end with whole words, and speakers are phrases: invented sentences with what each rule is for."""

from __future__ import annotations

import pytest

from invented_articles import contents, one, read, words


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("(Weiss said the port was safe.)", "the port was safe"),
        ("Weiss said Friday, Oct. 18, 2019, on Harbour Radio that the port was safe.", "that the port was safe"),
        (
            "Insurers have derided the plan, saying it would raise prices, close two docks and ruin small towns.",
            "it would raise prices, close two docks and ruin small towns",
        ),
        ("Peter Lang rejected the notion that the port would be lost.", "the notion that the port would be lost"),
        (
            "Keller said the plan was a ploy and did not include a real survey.",
            "the plan was a ploy and did not include a real survey",
        ),
        (
            "“There was an air of great expectations” in the harbour, said Clara Weiss, a pilot at the port.",
            "“There was an air of great expectations” in the harbour",
        ),
    ],
)
def test_a_content_is_whole(text: str, content: str) -> None:
    assert content in [line.split(" > ")[2] for line in contents(text)], contents(text)


@pytest.mark.parametrize(
    ("text", "about", "speaker"),
    [
        ("Clara Weiss said the mayor was weak and promised that nobody would pay.", "nobody", "Clara Weiss"),
        (
            "Clara Weiss wrote that “the old port” is “close to ruin” and promised that nobody would pay.",
            "nobody",
            "Clara Weiss",
        ),
        (
            "The board holds that it can still meet its aims, and Clara Weiss, the harbour adviser, said a plan exists.",
            "plan",
            "Clara Weiss",
        ),
        ("Peter Lang is a docker who says he wants something else than his parents had.", "something", "Peter Lang"),
    ],
)
def test_a_speaker_is_a_phrase_and_no_clause(text: str, about: str, speaker: str) -> None:
    assert words(text, one(text, about), "named") == speaker


def test_who_speaks_is_not_what_is_said() -> None:
    text = "“We have no clue,” blasted a pilot who loves the sea.\nPeter Lang left."
    assert all("pilot" not in words(text, statement) for statement in read(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Clara Weiss spoke.\nMichael Weiss made a speech on Monday about his friendship with Mr. Lang. "
            "He said he wants to keep the port.",
            "Michael Weiss",
        ),
    ],
)
def test_a_title_with_a_full_stop_ends_no_sentence(text: str, speaker: str) -> None:
    assert read(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The report was late, according to Harbour Bank and one insurer.", "Harbour Bank and one insurer"),
        ("The interior ministry and defence ministry said it was late.", "interior ministry and defence ministry"),
        ("The email is old, but rank-and-file dockers believe it is lost.", "rank-and-file dockers"),
        ("It was late, according to Clara Weiss, who said the port was safe.", "Clara Weiss"),
    ],
)
def test_several_are_not_one_of_them(text: str, speaker: str) -> None:
    assert read(text)[-1].speaker == speaker


def test_a_verb_in_a_longer_name_reports_nothing() -> None:
    assert not read("They met in the hall of the Nevada State Capitol building on Monday.")
