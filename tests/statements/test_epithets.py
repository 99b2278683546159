"""Who is meant by what stands in place of a name: invented texts with what each rule is for."""

from __future__ import annotations

import pytest

from invented_articles import contents, one, words


@pytest.mark.parametrize(
    ("text", "about", "speaker"),
    [
        (
            "Board chairman Karl Weiss opened the hearing.\n“The port is safe,” the Eastland Republican told reporters.",
            "port",
            "Karl Weiss",
        ),
        (
            "Sen. Karl Weiss, an Eastland Republican, backed the bill. It failed in the House, where Sen. Ian Doe, "
            "a Westland Republican, fought it.\n“The port is safe,” the Eastland Republican said.",
            "port",
            "Karl Weiss",
        ),
        (
            "Sen. Karl Weiss (R-Estl.) spoke with Sen. Ian Doe (D-Wes.).\n“The port is safe,” the Westland Democrat said.",
            "port",
            "Ian Doe",
        ),
        (
            "Clara Weiss, 40, a sailor, waited for the ballot on Sunday.\nThe 40-year-old said the queue was long enough to sleep.",
            "sleep",
            "Clara Weiss",
        ),
        (
            "The storm killed Karl Doe, his lawyer, Ines Okafor, told the court.\nKarl Doe was a sailor.",
            "storm",
            "Ines Okafor",
        ),
        (
            "A report names Ian Doe.\nSen. Karl Weiss's whole life has gone into fighting a board, which he said was weak.",
            "weak",
            "Karl Weiss",
        ),
        (
            "TARN, Eastland – In his first long speech as a candidate, Sen. Karl Weiss said he would build a port.",
            "port",
            "Karl Weiss",
        ),
        (
            "Many sailors have said they saw him.\nPolice released a film that they said shows the thief.",
            "thief",
            "Police",
        ),
    ],
)
def test_a_phrase_points_at_one_who_is_named(text: str, about: str, speaker: str) -> None:
    assert one(text, about).speaker == speaker, contents(text)


def test_nobody_of_another_age_is_meant() -> None:
    text = "Clara Weiss, 61, waited for the ballot on Sunday.\nThe 40-year-old said the queue was long enough to sleep."
    assert one(text, "sleep").speaker == "40-year-old"


def test_the_only_one_to_do_it_is_named_behind() -> None:
    text = "Chairman Karl Weiss left.\nThe only Republican to call for a vote, Ian Doe of Eastland, was shunned."
    assert all("Karl Weiss" not in line for line in contents(text)), contents(text)


@pytest.mark.parametrize(
    ("text", "about", "named"),
    [
        ("In the port, 38 percent of sailors said the toll was fair.", "toll", "38 percent of sailors"),
        (
            "The film desk in Tarn and in Norland said the toll was fair.",
            "toll",
            "The film desk in Tarn and in Norland",
        ),
        ("The toll was fair, according to a study just published by the port.", "toll", "a study"),
    ],
)
def test_the_whole_phrase_names_who_speaks(text: str, about: str, named: str) -> None:
    assert words(text, one(text, about), "named") == named, contents(text)


def test_an_analysis_is_not_several() -> None:
    text = "The port's analysis said that tolls fall. So sailors hide it, or they say what the board wants to hear."
    assert all("analysis > say " not in line for line in contents(text)), contents(text)
