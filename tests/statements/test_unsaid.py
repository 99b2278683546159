"""What looks like a report and is none, and phrases that name a speaker, on invented sentences."""

from __future__ import annotations

import pytest

from invented_articles import read, words


def cues(text: str) -> list[str]:
    return [words(text, statement, "cue") for statement in read(text)]


NOBODY_SAYS = [
    "Considering that the harbour was closed, the ferry company did well.",
    "The clerks were directed to reject any forms that came late.",
    "If voters want the bridge, the council will have a problem.",
    "His views on trade are well known in Tarn.",
    "Anna Kovacs said the same.",
    "It is hard to imagine a worse winter for the harbour.",
    "This is an unfair way of viewing the harbour.",
    "The decision highlights the difficulties of the port.",
    "Was the council even informed that the port was being closed?",
    "Do those events really support the conclusion that the strike was about pay?",
    "The port company announced 23",
    "The dockers will face added pressure if they come late.",
    "It was a harder-than-expected race for the mayor last November.",
    "When Rubin made that same attack at Cross on Monday, though, Cross deftly countered.",
    "The biggest one, dubbed the “grand bargain,” is a deal for the port.",
    "No posts in Tarn were closed as a result of the wider unrest.",
    "The obvious thing to do is simply to require that the dock be closed.",
    "It seems telling that the dockers came late.",
    "Clara Weiss wrote a long letter to the board of the port.",
]


@pytest.mark.parametrize("text", NOBODY_SAYS)
def test_nobody_says_it(text: str) -> None:
    assert cues(text) == []


STILL_SAID = [
    ("Anna Kovacs wants the council to rebuild the bridge.", "wants"),
    ("His support for rebuilding the old bridge across the harbour surprised the council.", "support"),
    ("The survey shows that most voters want a bridge.", "shows"),
    ("She is considering a run for mayor, officials said.", "said"),
]


@pytest.mark.parametrize(("text", "cue"), STILL_SAID)
def test_still_said(text: str, cue: str) -> None:
    assert cue in [words(text, statement, "cue") for statement in read(text, doubtful=True)]


def test_speaker_before_possessive_is_the_person() -> None:
    text = "Anna Kovacs spoke on Monday. The council debated Kovacs’s call for a new bridge across the harbour."
    assert [statement.speaker for statement in read(text)][-1] == "Anna Kovacs"


def test_who_is_quoted_speaks_and_not_the_paper() -> None:
    text = "The Harbour Times quoted a port official, Anna Kovacs, saying the bridge would be closed."
    (found,) = read(text)
    assert found.speaker == "Anna Kovacs"


def test_bracket_belongs_to_the_phrase() -> None:
    text = "Sen. Anna Kovacs (D-Ohio) said the bridge would be closed on Monday."
    assert words(text, read(text)[0], "named") == "Sen. Anna Kovacs (D-Ohio)"


def test_second_one_after_according_to() -> None:
    text = "Three ships were hit at dawn on Sunday, according to two pilots and a spokesman for the port."
    assert words(text, read(text)[0], "named") == "two pilots and a spokesman for the port"


def test_label_before_a_colon_is_no_speaker() -> None:
    text = "POWERS: The bridge opens and closes without anybody at the wheel."
    assert [statement.speaker for statement in read(text)] == []


def test_voice_that_speaks_twice_is_one() -> None:
    text = "MODERATOR: What will you do about the bridge?\nMODERATOR: Thank you, we have to leave it there."
    assert {statement.speaker for statement in read(text)} == {"MODERATOR"}


INTERVIEW = (
    "Maria Okafor spoke with Peter Brandt of the harbour radio on Monday. "
    "Okafor: The ferry will sail again. We said that all winter. Brandt: Who pays? Okafor: The county does."
)


def test_turns_of_an_interview_in_one_paragraph() -> None:
    turns = [(found.speaker, found.act) for found in read(INTERVIEW) if found.rule == "transcript"]
    assert turns == [("Maria Okafor", "assert"), ("Peter Brandt", "ask"), ("Maria Okafor", "assert")]
    assert {found.speaker for found in read(INTERVIEW)} == {"Maria Okafor", "Peter Brandt"}


def test_labels_before_colons_are_no_turns() -> None:
    labels = "The port opened. Winner: The ferry sails. Loser: Who pays? Winner: The county does."
    assert [found for found in read(labels) if found.rule == "transcript"] == []


def test_latest_is_no_speaker() -> None:
    assert all(found.speaker != "Latest" for found in read("The Latest: Kovacs urges voters to stay", headline=True))


def test_surname_that_is_a_place() -> None:
    text = "Sheriff Ann Jordan spoke on Monday. Jordan denied that the officers waited outside."
    assert read(text)[-1].speaker == "Ann Jordan"


def test_surname_of_two_is_no_third_whose_name_begins_with_it() -> None:
    text = "Brandt Oyelaran met Peter Brandt and Ruth Brandt in Lyon. Later Brandt said that nobody had asked."
    assert read(text)[-1].speaker == "Brandt"


MORE_THAT_NOBODY_SAYS = [
    "The mayor met voters who support the bridge.",
    "The council issued a report.",
    "The ferry posted a record of ten crossings.",
    "Representatives of the port did not return requests for comment Monday about the bridge that fell.",
    "The flood claimed hundreds of lives in Tarn.",
]


@pytest.mark.parametrize("text", MORE_THAT_NOBODY_SAYS)
def test_nobody_says_that_either(text: str) -> None:
    assert cues(text) == []


NAMED = [
    ("Despite challenging the cost of the bridge, Anna Kovacs said it would be built.", "Anna Kovacs"),
    ("Ann Baker, 66, a former harbour master, called the bridge a disgrace.", "Ann Baker"),
    ("Harbour President and General Manager Billy King said the bridge was closed.", "Billy King"),
    ("Kessel also noted that the bridge was closed.", "Kessel"),
]


@pytest.mark.parametrize(("text", "speaker"), NAMED)
def test_names_of_speakers(text: str, speaker: str) -> None:
    assert {found.speaker for found in read(text)} == {speaker}


def test_they_are_the_two_who_spoke() -> None:
    text = "Anna Kovacs and Ben Lindqvist argued that the bridge was unsafe. They also said that it was ugly."
    assert {found.speaker for found in read(text)} == {"Anna Kovacs and Ben Lindqvist"}


WHO_SPEAKS = [
    ("Technology companies are quick to argue that none of the tools is foreign.", "Technology companies"),
    ("The officer in charge of the port, General Ann Doe, said the bridge was closed.", "Ann Doe"),
    ("The centre-right government said the bridge was closed.", "centre-right government"),
    (
        "Analyst Ann Doe and former police officer Ben Lindqvist both said the bridge was closed.",
        "Ann Doe and Ben Lindqvist",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), WHO_SPEAKS)
def test_who_speaks(text: str, speaker: str) -> None:
    assert [found.speaker for found in read(text)] == [speaker]


def test_network_is_the_one_named_before() -> None:
    text = "Harbour News reported that the bridge fell. The television network said two people were hurt."
    assert read(text)[-1].speaker in ("Harbour News", "television network")


MOVED_OR_ASKED = [
    "It will be hard to entice voters to consider another bridge.",
    "The firm found itself mocked by its rivals.",
    "Who can forget the flood?",
    "Police questioned witnesses who saw the flood.",
    "The port has a plan to grow.",
]


@pytest.mark.parametrize("text", MOVED_OR_ASKED)
def test_moved_or_asked(text: str) -> None:
    assert cues(text) == []


def test_asked_to_act_is_demanded() -> None:
    text = "Anna Kovacs asked the rowers to keep with her a minute of silence."
    assert [found.act for found in read(text)] == ["demand"]


def test_statement_from_a_person_is_hers() -> None:
    text = "Anna Kovacs left on Monday. A statement from Anna Kovacs said the bridge was closed."
    assert read(text)[-1].speaker == "Anna Kovacs"


MISREAD = [
    "A clerk accused of stealing from the port was arraigned on Wednesday.",
    "To compare the two bridges makes a mockery of the port.",
    "The mayor had a chance of making sure that the bridge was safe.",
    "A way of criticising the bridge is to avoid it.",
    "The port has to defend its prices.",
]


@pytest.mark.parametrize("text", MISREAD)
def test_misread(text: str) -> None:
    assert cues(text) == []


def test_name_after_its_employer() -> None:
    text = "“It is a matter of the port,” says the University of Eastland’s Larry Sandoval."
    assert [found.speaker for found in read(text)] == ["Larry Sandoval"]


def test_quotation_after_an_aside_is_not_the_askers() -> None:
    text = "“When I think of the bridge,” Kovacs told a voter who asked about the ferry, “let us remember the flood.”"
    assert "voter" not in {found.speaker for found in read(text)}
