"""Short questions and labels for values, topics, and questions set apart. Texts are invented."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.questions import OneMatter, ask
from readout.analysis.accounts.questions.amounts import ask_amount
from readout.analysis.accounts.questions.claims import _are_several, _is_vague, _is_what_was_said_true
from readout.analysis.accounts.questions.labels import label_amount, label_time, measured
from readout.analysis.accounts.questions.times import ask_time_of_deed
from readout.analysis.accounts.questions.topics import party, topic_of
from readout.analysis.accounts.questions.turning import invert, invert_reported
from readout.analysis.accounts.setting.scene import set_scene
from readout.language.questioning import gerund_of
from readout.spans import Span


def place(text: str, words: str):
    """The scene of an invented report, its line that holds some words, and their span."""
    scene = set_scene(pile(annotate("a", "Herald", text, parsed=True)))
    start = text.index(words)
    return scene, scene.line_at("a", start), Span("a", start, start + len(words))


@pytest.mark.parametrize(
    ("text", "amount", "dimension", "label"),
    [
        ("The mayor took a 35-word oath at noon.", "35-word oath", "count", "How many words are in the oath?"),
        ("The board gave $3 million in aid for the harbour.", "$3 million", "money", ""),
        ("A report put the loss at 12 percent of the catch.", "12 percent", "share", "Share of the catch"),
        (
            "Seven ferries were sunk in the harbour.",
            "Seven ferries",
            "count",
            "How many ferries were sunk in the harbour?",
        ),
    ],
)
def test_an_amount_is_named_by_what_it_measures(text, amount, dimension, label):
    _, line, span = place(text, amount)
    what = measured(line, span)
    assert what is not None
    assert label_amount(what, dimension, "") == label


def test_what_has_a_number_before_it_is_no_noun_where_the_parse_has_a_verb():
    _, line, span = place("The 40-foot wall was sunk.", "40-foot")
    what = measured(line, span)
    assert what is None or "sunk" not in what.noun


def test_a_matter_that_no_phrase_names_is_not_asked():
    scene, line, _ = place("He did it again for them. The mill of Varn burned.", "He")
    assert ask(OneMatter(line.span), scene) == ""
    scene, line, _ = place("He did it again for them. The mill of Varn burned.", "The")
    assert "the mill" in ask(OneMatter(line.span), scene)


def test_an_army_on_friday_is_no_event():
    _, line, span = place("The harbour army on Friday showed the boats.", "Friday")
    assert label_time(line, span) == ""


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Ada Quill, the mayor of Varn, also sold the old mill to her brother-in-law on Friday.",
            "Did Ada Quill sell the old mill to her brother-in-law?",
        ),
        ("She sold the mill to her brother.", ""),
        ("We sold the mill in spite of the council.", ""),
        ("Guards refused on Friday to open the gate.", "Did guards refuse to open the gate?"),
        (
            "Minister Ada Quill on Monday denied having steered a public contract to the mill.",
            "Did Minister Ada Quill deny having steered a public contract to the mill?",
        ),
        (
            "The clerk indicated that the ferry was sunk by a bomb.",
            "Did the clerk indicate that the ferry was sunk by a bomb?",
        ),
        ("The union sought a truce with the mill.", "Did the union seek a truce with the mill?"),
    ],
)
def test_a_clause_is_asked_without_what_tells_more_of_it(text, question):
    scene, line, _ = place(text, "the")
    assert invert(line, line.start, line.end, scene) == question


def test_what_is_only_reported_is_asked():
    text = "The ministry said it hoped the harbour guards had not been involved in the theft."
    scene, line, _ = place(text, "ministry")
    asked = invert_reported(line, line.start, line.end, scene)
    assert asked in ("", "Had the harbour guards been involved in the theft?")


def test_the_country_in_capitals_is_nobody_who_speaks():
    scene, line, _ = place("The US closed the harbour of Varn.", "US")
    assert invert(line, line.start, line.end, scene) == "Did the US close the harbour of Varn?"


def test_a_topic_is_a_whole_phrase_that_points_at_nothing():
    scene, line, _ = place("His plan for the old harbour bridge failed.", "plan")
    about = topic_of([line.span], scene)
    assert "his" not in about.lower().split()
    assert "bridge" in about


def test_a_party_has_its_article_as_the_texts_write_it():
    text = "The Kelm Council said no. A clerk of the Kelm Council left. Ada Quill was there. Ada Quill is the mayor."
    scene, _, _ = place(text, "Kelm")
    assert party("Kelm Council", scene) == "the Kelm Council"
    assert party("Ada Quill", scene) == "Ada Quill"
    assert party("spokesman", scene) == "the spokesman"


def test_no_two_rows_of_a_story_ask_the_same():
    texts = [
        "Divers found 12 coins and 3 rings in the wreck of the Alma. Divers found 9 bells in the wreck of the Brine.",
        "In the wreck of the Alma divers found 12 coins and 3 rings. In the wreck of the Brine divers found 9 bells.",
    ]
    found = compare_accounts(
        pile(*(annotate(f"a{n}", f"Paper {n}", text, parsed=True) for n, text in enumerate(texts)))
    )
    questions = [point.question for point in found]
    assert len(set(questions)) == len(questions)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The mayor and, after much delay, Ada Quill sold the mill.", ""),  # not "Did the mayor sell ...?"
        ("With Ada Quill the ferry sank.", ""),
        ("The clerk used to sell fish in Varn.", ""),
    ],
)
def test_what_lost_a_part_that_it_needs_is_not_asked(text, question):
    scene, line, _ = place(text, text[:4])
    assert invert(line, line.start, line.end, scene) in (question, question.replace("mayor", "mayor and Ada Quill"))


@pytest.mark.parametrize(
    ("texts", "question"),
    [
        (
            ("The ferry kept losing speed off Varn.", "Witnesses saw a ferry that lost speed at noon."),
            "What is said about losing speed",
        ),
    ],
)
def test_a_matter_is_asked_by_the_deed_that_reports_share(texts, question):
    scene = set_scene(pile(*(annotate(f"a{n}", f"Paper {n}", text, parsed=True) for n, text in enumerate(texts))))
    spans = [Span(f"a{n}", 0, len(text)) for n, text in enumerate(texts)]
    asked = ask(OneMatter(spans[0], spans), scene)
    assert asked.startswith(question)


def test_one_common_word_is_too_vague_a_topic():
    assert all(map(_is_vague, ("power", "a deal")))
    assert not any(map(_is_vague, ("the deal", "Quill", "a deal with Varn")))


def test_several_are_to_blame_by_their_plural():
    scene, _, _ = place("Clerks blamed the Reds for the fire. A Red said no. Ada Quills was there.", "Clerks")
    assert _are_several("the Reds", scene)
    assert not _are_several("Ada Quills", scene)


def test_an_allegation_is_true_itself_and_says_nothing():
    scene, _, _ = place("The allegations about the mill were old. Ada Quill said so.", "The")
    assert _is_what_was_said_true("allegations", "the mill", scene) == "Are the allegations about the mill true?"
    assert _is_what_was_said_true("Ada Quill", "the mill", scene) == "Is what Ada Quill said about the mill true?"


@pytest.mark.parametrize(
    ("text", "time", "label"),
    [
        ("The student on Friday was late.", "Friday", ""),
        ("The 2019 clash at the mill was long.", "2019", "Date of the clash at the mill"),
    ],
)
def test_a_day_is_of_what_happens(text, time, label):
    _, line, span = place(text, time)
    assert label_time(line, span) == label


def test_a_deed_without_a_doer_is_dated_by_itself():
    scene, line, span = place("He took control of the mill in 2019.", "2019")
    assert ask_time_of_deed(line, span, scene) == "Taking control of the mill: when?"


def test_what_rises_is_asked_by_how_much():
    scene, line, span = place("The price of fish rose 4 percent.", "4 percent")
    assert ask_amount(line, span, "what share", scene) == "By how much did the price of fish rise?"


def test_a_topic_is_no_quantity():
    scene, line, _ = place("The mayor found enough votes for the plan.", "The")
    assert "enough" not in topic_of([line.span], scene)


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("lose", "losing"),
        ("stop", "stopping"),
        ("leak", "leaking"),
        ("visit", "visiting"),
        ("lie", "lying"),
        ("flee", "fleeing"),
    ],
)
def test_a_gerund_is_spelled_as_texts_spell_it(lemma, form):
    assert gerund_of(lemma) == form


def test_a_date_that_no_topic_names_is_a_gap_in_its_clause():
    texts = ("It was so in 2019, he said.", "He said it was so in 2019.")
    points = compare_accounts(pile(*(annotate(f"a{n}", f"P {n}", text, parsed=True) for n, text in enumerate(texts))))
    assert all("2019" not in point.question for point in points)
