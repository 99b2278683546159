"""Questions for times and amounts in plain words. All texts are invented."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts.questions.amounts import ask_amount
from readout.analysis.accounts.questions.times import ask_time, ask_time_of
from readout.analysis.accounts.questions.values import _written
from readout.analysis.accounts.setting.scene import set_scene
from readout.spans import Span


def place(text: str, words: str):
    """The scene of an invented report, its line that holds some words, and their span."""
    scene = set_scene(pile(annotate("a", "Herald", text, parsed=True)))
    start = text.index(words)
    return scene, scene.line_at("a", start), Span("a", start, start + len(words))


@pytest.mark.parametrize(
    ("text", "time", "question"),
    [
        ("The divers have raised the ferry on Tuesday.", "Tuesday", "When did the divers raise the ferry?"),
        ("The pier will stay closed until May 4.", "May 4", "Until when will the pier stay closed?"),
        ("The mill has been closed since 2019.", "2019", "Since when has the mill been closed?"),
        ("Ada Quill said she would resign on Friday.", "Friday", "When would Ada Quill resign?"),
        ("On Friday the mayor announced a deal.", "Friday", "When did the mayor announce a deal?"),
        (
            "Mayor Quill on Friday refused to leave the race.",
            "Friday",
            "When did Mayor Quill refuse to leave the race?",
        ),
    ],
)
def test_a_time_is_asked_by_the_verb_of_its_clause(text, time, question):
    scene, line, span = place(text, time)
    assert ask_time(line, span, scene) == question


def test_who_said_it_is_asked_with_what_was_said():
    scene, line, span = place("The harbour lost half of its trade last year, the board said on Friday.", "Friday")
    question = ask_time(line, span, scene)
    assert question == "When did the board say this: “The harbour lost half of its trade last year”?"


def test_an_event_named_beside_its_time_is_asked_for():
    _, line, span = place("Tuesday's hearing on the bridge ended without a ruling.", "Tuesday")
    assert ask_time_of(line, span).startswith("When was the hearing")
    _, line, span = place("Tuesday's paper was late.", "Tuesday")
    assert ask_time_of(line, span) == ""


@pytest.mark.parametrize(
    ("text", "amount", "lead", "question"),
    [
        ("Nine towns allow fishing at night.", "Nine", "how many", "How many towns allow fishing at night?"),
        ("The mill lost 40 jobs in spring.", "40", "how many", "How many jobs in spring did the mill lose?"),
        ("He lost 40 jobs.", "40", "how many", ""),
        ("Ada Quill drove 580 miles to Kelm.", "580 miles", "how many", "How many miles did Ada Quill drive to Kelm?"),
        ("The aid in this year is $3 million.", "$3 million", "how much", ""),
    ],
)
def test_an_amount_is_asked_by_its_clause(text, amount, lead, question):
    scene, line, span = place(text, amount)
    assert ask_amount(line, span, lead, scene) in (
        question,
        question.replace(" in spring did the mill lose", " did the mill lose in spring"),
    )


@pytest.mark.parametrize(
    ("text", "owner", "shown"),
    [
        ("Ada Quill, 61, sold the mill.", ("ada", "quill"), "Ada Quill"),
        ("The 9-year-old boy was found.", ("boy",), "the boy"),
        ("The boy, 9, was found.", ("boy",), "the boy"),
        ("Police found victims aged 9.", ("victim",), ""),  # "How old were victims?" asks of nobody
    ],
)
def test_the_owner_of_an_age_is_a_name_or_has_an_article(text, owner, shown):
    mention = SimpleNamespace(line=SimpleNamespace(text=text))
    assert _written(owner, [mention]) == shown
