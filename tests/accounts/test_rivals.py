"""Rival answers without a word of denial, both sides in one sentence, pointers, and questions in plain words."""

from __future__ import annotations

import pytest

from invented_piles import annotate, disputes_of, holders_of, pile
from readout.analysis.accounts.questions.times import ask_time
from readout.analysis.accounts.questions.turning import invert
from readout.analysis.accounts.setting.scene import set_scene
from readout.spans import Span
from readout.types import PointKind, Stance


def test_each_blames_another():
    (point,) = disputes_of(
        "The ministry accused [ministry|the rebels of firing at the convoy].",
        "A spokesman for the rebels said [rebels|a militia of the ministry was behind the firing at the convoy].",
    )
    assert point.kind is PointKind.WHO
    assert point.question == "Who was behind the firing at the convoy?"
    assert holders_of(point, Stance.ASSERTS) == {"ministry", "rebels"}


def test_the_question_ends_where_the_sentence_goes_on_with_another_verb():
    (point,) = disputes_of(
        "A spokesman said [government|the government blamed the union for the blood spilled and urged everyone to go home].",
        "The union said [union|the union blamed the government for the blood spilled and asked for a doctor].",
    )
    assert point.question == "Who is to blame for the blood spilled?"


def test_opposite_words_of_one_thing():
    (point,) = disputes_of(
        "The dock union said [dock union|it had asked only for partial relief from the harbour fees].",
        "The port authority said [port authority|the union wanted complete relief from the harbour fees].",
    )
    assert holders_of(point, Stance.ASSERTS) == {"dock union", "port authority"}


@pytest.mark.parametrize(
    "second",
    [
        "The port authority said [port authority|the harbour fees were paid in full every spring].",
        "The port authority said [port authority|partial payment of the rent was late].",
        "The dock union said [dock union|complete relief from the harbour fees would be better].",
        "The dock union must refuse it or admit [port authority|the union wanted complete relief from the harbour fees].",
    ],
)
def test_opposite_words_of_different_things_are_no_dispute(second):
    assert (
        disputes_of(
            "The dock union said [dock union|it had asked only for partial relief from the harbour fees].", second
        )
        == []
    )


def test_what_is_said_of_a_person_and_of_people_is_said_of_no_one_thing():
    said = "The lawyer said [lawyer|the baker was kind, and that it takes long for unarmed people in the harbour to be heard]."
    assert disputes_of(said, "Yet Bo Lang was the armed person who broke into the harbour office of the baker.") == []


def test_what_remarks_do_is_not_what_they_say():
    said = "Quill said [Quill|the pilots had taken money from the harbour board]."
    assert disputes_of(f"{said}\nFenn denied [Fenn|that those remarks showed a change].") == []
    assert disputes_of(f"{said}\nFenn denied [Fenn|those remarks].")


def test_what_someone_is_tried_for_is_not_told_as_done():
    """An outlet that says what the charge is does not say that it is true."""
    denial = "The lawyer says [lawyer|the warden of the harbour council did not neglect the granite pier]."
    assert disputes_of("The harbour council fined the warden on neglect of the granite pier.", denial) == []
    assert disputes_of("The warden of the harbour council used to neglect the granite pier.", denial)


def test_degrees_of_one_deed_need_one_thing():
    reports = (
        "The coast guard said [coast guard|its crew destroyed the red trawler with one shot].",
        "Fishermen said [fishermen|the shot damaged the red trawler but left it afloat].",
    )
    assert len(disputes_of(*reports)) == 1
    many = tuple(report.replace("the red trawler", "four red trawlers") for report in reports)
    assert disputes_of(*many) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill’s publicist has described as “rubbish” a report that she sold the old customs house.",
        "Rumours that Ada Quill sold the old customs house were denied by the harbour authority.",
    ],
)
def test_a_claim_that_someone_calls_false(text):
    seller = "A clerk said [clerk|Ada Quill sold the old customs house to a brewer]."
    (point,) = disputes_of(text, seller)
    assert holders_of(point, Stance.ASSERTS) >= {"clerk"}
    assert len(holders_of(point, Stance.DENIES)) == 1


def test_what_a_reader_is_bidden_to_do_is_no_claim():
    assert not disputes_of(
        "See the Quill cover below, and tell us what you make of it.\nAda Quill is on the cover of the harbour magazine.",
        "The mayor, Ada Quill, said [Ada Quill|she had not seen the cover].",
    )


def test_what_someone_will_do_is_judged_and_not_contradicted():
    assert not disputes_of(
        "Minister Ada Holm vowed [Holm|she would keep the lower fields dry every spring], "
        "but engineers and experts say [experts|she kept the fields in mind too late]."
    )


def test_a_bare_denial_points_to_the_sentence_before():
    (point,) = disputes_of(
        "Norland said [Norland|the trawler had crossed the line before dawn].\nThe ministry denied that.",
    )
    assert holders_of(point, Stance.ASSERTS) == {"Norland"}
    assert holders_of(point, Stance.DENIES) == {"ministry"}


def test_claim_and_denial_in_one_sentence():
    (point,) = disputes_of(
        "Mayor Ada Quill dismissed as garbage a former harbour officer’s claim that she sold the old customs house."
    )
    assert holders_of(point, Stance.ASSERTS) == {"former harbour officer"}
    assert holders_of(point, Stance.DENIES) == {"Ada Quill"}


def test_an_accusation_that_is_denied_after_it():
    (point,) = disputes_of(
        "Norland has blamed Southmark for two attacks on ferries, an allegation Southmark has denied."
    )
    assert holders_of(point, Stance.DENIES) == {"Southmark"}
    assert point.question == "Is Southmark to blame for two attacks on ferries?"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Estmark agreed to talk about the border.", "Did Estmark agree to talk about the border?"),
        ("The boundary was not discussed on Monday.", "Was the boundary discussed on Monday?"),
        (
            "The dredging company has paid two brothers for the work.",
            "Has the dredging company paid two brothers for the work?",
        ),
        ("They crossed the line before dawn.", ""),  # who "they" are is not in the words
        ("We did not sell the customs house.", ""),
        ("No ferry ever left the old harbour.", ""),
        ("The trawler in the harbour", ""),
        (
            "Estmark for its part warned Lorvania in the two-hour meeting it hoped that its crews had not been involved.",
            "",
        ),
    ],
)
def test_questions_change_subject_and_auxiliary(text, question):
    scene = set_scene(pile(annotate("a", "Herald", text, parsed=True)))
    (line,) = scene.lines
    assert invert(line, line.start, line.end, scene) == question


def test_an_accusation_that_is_denied_after_the_words_of_the_accuser():
    (point,) = disputes_of(
        "The dock union accused [dock union|Norgrain of ignoring three warnings about the dust].\n"
        "[Ada Quill|“We wrote to them in October,”] Ada Quill said.\n[Ada Quill|“They did not bother to answer.”]\n"
        "Norgrain denied the accusation.\nThe inquiry opens in May."
    )
    assert holders_of(point, Stance.ASSERTS) == {"dock union"}
    assert holders_of(point, Stance.DENIES) == {"Norgrain"}


@pytest.mark.parametrize(
    ("text", "time", "question"),
    [
        ("The silo at the harbour blew up on Tuesday.", "Tuesday", "When did the silo at the harbour blow up?"),
        ("On Tuesday the silo was inspected by the port.", "Tuesday", "When was the silo inspected by the port?"),
        ("She left the harbour on Tuesday.", "Tuesday", ""),  # who "she" is is not in the words
        ("The silo was not inspected on Tuesday.", "Tuesday", ""),
        ("The police spoke on the eve of Tuesday of ten dead.", "eve of Tuesday", ""),
    ],
)
def test_a_question_for_a_time_leaves_the_time_out(text, time, question):
    scene = set_scene(pile(annotate("a", "Herald", text, parsed=True)))
    (line,) = scene.lines
    start = text.index(time)
    assert ask_time(line, Span("a", start, start + len(time)), scene) == question


def test_reports_denied_in_one_sentence():
    (point,) = disputes_of("Mayor Ada Quill denied reports that she sold the old customs house to her brother.")
    assert holders_of(point, Stance.ASSERTS) == {"reports"}
    assert holders_of(point, Stance.DENIES) == {"Ada Quill"}
