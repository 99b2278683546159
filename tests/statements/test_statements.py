"""Statements on invented sentences: what is found, its manner and act."""

from __future__ import annotations

import pytest

from invented_articles import article, contents, one, read, words
from readout.analysis.statements import find_statements
from readout.language.lexicon import forms_of, lexicon, needs_parse
from readout.text.fold import fold
from readout.types import Manner

QUOTED = [
    ("“We will rebuild the bridge,” Anna Kovacs said.", "Anna Kovacs"),
    ("“We will rebuild the bridge,” said Anna Kovacs, the mayor of Tarn.", "Anna Kovacs"),
    ("“We will rebuild the bridge,” Anna Kovacs, the mayor of Tarn, said on Monday.", "Anna Kovacs"),
    ("Anna Kovacs said: “We will rebuild the bridge.”", "Anna Kovacs"),
    ("Anna Kovacs told reporters on Monday, “We will rebuild the bridge.”", "Anna Kovacs"),
]


@pytest.mark.parametrize("parse", [True, False])
@pytest.mark.parametrize(("text", "name"), QUOTED)
def test_direct_quotation_with_its_marks(text: str, name: str, parse: bool) -> None:
    statement = one(text, "rebuild", parse=parse)
    assert statement.manner is Manner.DIRECT
    assert words(text, statement)[0] == "“"
    assert words(text, statement)[-1] == "”"
    if parse:
        assert statement.speaker == name


def test_interrupted_quotation_is_one_statement_of_two_pieces() -> None:
    text = "“We will rebuild,” Anna Kovacs said. “It will take a year.”"
    statement = one(text, "rebuild")
    assert words(text, statement) == "“We will rebuild,” … “It will take a year.”"


def test_quotation_of_several_paragraphs_goes_on() -> None:
    text = "“We will rebuild the bridge,” Anna Kovacs said.\n“It will take a whole year to finish.”"
    statement = one(text, "whole year")
    assert (statement.speaker, statement.cue) == ("Anna Kovacs", ())
    assert "goes on" in statement.speaker_why


def test_indirect_speech_and_its_participle() -> None:
    text = "Anna Kovacs said the bridge would be rebuilt, adding that the money was “already there”."
    assert words(text, one(text, "would be rebuilt")) == "the bridge would be rebuilt"
    added = one(text, "money")
    assert (added.manner, added.speaker) == (Manner.MIXED, "Anna Kovacs")
    assert words(text, added, "cue") == "adding"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will be closed for a year, according to the Tarn city council.",
        "According to the Tarn city council, the bridge will be closed for a year.",
        "The bridge will be closed for a year, the Tarn city council said.",
        "The bridge, the Tarn city council said, will be closed for a year.",
    ],
)
def test_reporting_clause_around_what_is_said(text: str) -> None:
    statement = one(text, "closed for a year")
    assert "council" in words(text, statement, "named")
    assert "council" not in words(text, statement)


def test_what_someone_says_of_her_own_hopes_is_one_statement() -> None:
    text = "Anna Kovacs said she hopes the bridge will open soon."
    assert [words(text, statement) for statement in read(text)] == ["she hopes the bridge will open soon"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Anna Kovacs warned that the bridge could fall.", "warn"),
        ("Anna Kovacs urged drivers to stay away.", "demand"),
        ("Anna Kovacs promised to rebuild the bridge.", "promise"),
        ("Anna Kovacs admitted that the bridge was old.", "concede"),
        ("Anna Kovacs denied that the bridge was unsafe.", "deny"),
        ("Anna Kovacs called the report “absurd”.", "deny"),
        ("Anna Kovacs declined to say whether the bridge was unsafe.", "refuse"),
        ("Anna Kovacs believes the bridge is safe.", "believe"),
    ],
)
def test_act_of_the_cue(text: str, act: str) -> None:
    assert read(text)[0].act == act


def test_headline_with_a_colon() -> None:
    text = "Kovacs: ‘The bridge is safe’\nThe mayor of Tarn spoke on Monday."
    assert words(text, read(text, headline=True)[0]) == "‘The bridge is safe’"


def test_scare_quotes_and_titles_are_not_taken() -> None:
    assert read("The film “Long Way Home” opens in May. The so-called “bridge” is a plank.") == []


def test_another_language_gives_quotations_without_speakers() -> None:
    text = "« Nous allons reconstruire le pont cette année », a déclaré la maire."
    page = article(text, language="fr")
    found = find_statements(page, (), ())
    assert [words(text, statement) for statement in found] == ["« Nous allons reconstruire le pont cette année »"]
    assert found[0].speaker is None
    assert "not read" in found[0].rule


def test_same_text_same_statements() -> None:
    text = "\n".join(text for text, _ in QUOTED)
    assert read(text) == read(text)


def test_forms_of_verbs() -> None:
    assert set(forms_of("deny")) == {"deny", "denies", "denied", "denying"}
    assert "said" in forms_of("say")
    assert lexicon().verbs["said"][0].act == "assert"


def test_only_sentences_with_a_cue_or_a_quotation_need_a_parse() -> None:
    assert needs_parse(fold("She said no."))
    assert needs_parse(fold("The “bridge” fell."))
    assert not needs_parse(fold("The bridge fell at noon."))


def test_who_is_asked_says_nothing() -> None:
    text = "Asked whether the bridge was safe, Clara Weiss said it was “as safe as any.”"
    assert contents(text) == [
        " > Asked > whether the bridge was safe",
        "Clara Weiss > said > it was “as safe as any.”",
    ]


def test_a_verb_that_no_list_holds_reports_beside_a_quotation() -> None:
    text = "“This is wonderful!” beamed Clara Weiss, who had come early."
    assert words(text, one(text, "wonderful"), "cue") == "beamed"
    text = "Clara Weiss was blunt in her findings: “Further talk of this is unnecessary.”"
    assert one(text, "unnecessary").speaker == "Clara Weiss"


def test_a_quotation_of_several_sentences_is_read_with_the_parse_of_its_ends() -> None:
    text = "Asked about it, Clara Weiss said, “Sure. I get that, too. Everybody looks at the bridge.”"
    assert words(text, one(text, "Everybody"), "named") == "Clara Weiss"
    assert not any("Sure" in found for found in contents(text) if "> Asked >" in found)


def test_a_quotation_without_its_closing_mark_goes_on_in_the_next_paragraph() -> None:
    text = "“I spoke to many groups,” said Clara Weiss. “We need more talk.\n\n“I think they want to learn.”"
    assert words(text, one(text, "many groups")).endswith("“I think they want to learn.”")


@pytest.mark.parametrize("heading", ["'A hard decision.'", "‘A hard decision it was.’"])
def test_a_heading_in_single_marks_is_no_speech(heading: str) -> None:
    text = f"“I would go back to school,” Clara Weiss said.\n\n{heading}\n\nThe mill closed in May."
    assert not any("hard decision" in found for found in contents(text))


def test_what_seems_to_be_so_is_nobodys_statement() -> None:
    text = "The talks between the two towns seem to have failed in the last week."
    assert one(text, "have failed", doubtful=True).speaker is None
    assert one(text, "have failed", doubtful=True).act == "estimate"


@pytest.mark.parametrize(
    "text",
    [
        "The storm threatens to close the port.",
        "The attack claimed the life of a guard.",
        "Clara Weiss offered no thoughts on the port.",
    ],
)
def test_things_and_silence_report_nothing(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "For the gold watch, expect to spend more.",
        "The party has sworn off its old slogan.",
        "A jobs pledge fund works.",
    ],
)
def test_nobody_reports_with_these(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "This is utter folly.",
        "The council blocked the measure, denying the workers the votes they needed.",
        "Lang still has enough support to be confirmed.",
        "The town responded to the floods by building a wall.",
        "They sell maps, not to mention pin-up art and boats.",
        "He lives in the United States, and the port is open.",
    ],
)
def test_what_only_looks_like_a_cue(text: str) -> None:
    assert contents(text) == []


def test_captions_and_labels_are_nobody() -> None:
    assert read("FILE PHOTO: People gather at the gate of the port.\nThe port is closed.") == []


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("“We will not move,” Clara Weiss, who runs the port, told reporters.", "Clara Weiss", "We will not move"),
        ("If the town pays for it, the port will grow, Connolly said.", "Connolly", "the port will grow"),
        ("“We will not move,” Clara Weiss said by telephone.", "Clara Weiss", "We will not move"),
        ("The port is full, Clara Weiss said in answering a question.", "Clara Weiss", "The port is full"),
        ("The port is the most used in Estmark, a new study has found.", "a new study", "the most used"),
    ],
)
def test_a_reporting_clause_is_heard_whatever_stands_in_it(text: str, who: str, content: str) -> None:
    found = one(text, content)
    assert words(text, found, "named").startswith(who)


def test_who_is_asked_in_marks_says_nothing_and_answers() -> None:
    text = "Weiss was asked, “Will you go?” She answered, “I have no idea at all.”"
    assert one(text, "Will you go").act == "ask"
    assert words(text, one(text, "no idea"), "named") == "She"
    assert words(text, one(text, "no idea")) == "“I have no idea at all.”"


def test_who_tells_when_is_no_content_of_a_main_clause_that_goes_on() -> None:
    text = "After the court refused, Clara Weiss asked the council for a vote."
    assert not any("refused" in words(text, statement) for statement in read(text))


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("As first reported by the Tarn Gazette, the port was sold in May.", "the Tarn Gazette", "the port was sold"),
        ("The figures changed over the summer, as Weiss has acknowledged.", "Weiss", "The figures changed over the"),
        ("The union asked the high court for a quick decision.", "The union", "a quick decision"),
        ("Peter Lang says “whatever they say, it is a race” between two towns.", "Peter Lang", "between two towns"),
    ],
)
def test_further_frames_of_saying(text: str, who: str, content: str) -> None:
    assert words(text, one(text, content), "named") == who


def test_who_is_asked_before_an_unquoted_answer_says_nothing() -> None:
    text = "Asked if the port was safe, a third of the clerks said no."
    assert all(words(text, statement, "cue") == "Asked" for statement in read(text))


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("The crowd walked to the port chanting “Keep The Port.”", "The crowd", "Keep The Port"),
    ],
)
def test_a_quotation_that_a_cry_leads_in(text: str, who: str, content: str) -> None:
    assert words(text, one(text, content), "named").startswith(who)


def test_a_quotation_after_a_sentence_about_something_else_is_not_its_subjects() -> None:
    text = "Clara Weiss walked in. “The port will never be what it was before.”"
    assert not any(statement.named for statement in read(text))
