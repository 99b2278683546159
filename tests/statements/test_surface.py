"""What stands on the surface overrules the parse: invented sentences with what each rule is for."""

from __future__ import annotations

import pytest

from invented_articles import contents, one, read, words


@pytest.mark.parametrize(
    ("text", "about", "speaker"),
    [
        (
            "Peter Lang said the rowers will still meet for supper, promising the club will return to its roots.",
            "roots",
            "Peter Lang",
        ),
        (
            "Clara Weiss, a lecturer at Tarn College who was the sole witness called before the Harbour Committee "
            "in the inquiry into the port, rejected the claim in a letter.",
            "claim",
            "Clara Weiss",
        ),
        (
            "Clara Weiss, in a statement released by the port on Friday, said the repairs “have been very effective "
            "from all that we have seen.”",
            "effective",
            "Clara Weiss",
        ),
    ],
)
def test_commas_and_reports_tell_who_speaks(text: str, about: str, speaker: str) -> None:
    assert words(text, one(text, about), "named").startswith(speaker), contents(text)
    assert one(text, about).speaker == speaker


def test_no_word_of_a_quotation_speaks_outside_of_it() -> None:
    text = (
        "Clara Weiss fired back: “If they sue us in a court in Tarn, they are going to lose,” referring to the board."
    )
    assert all(statement.speaker in ("Clara Weiss", None) for statement in read(text)), contents(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The groups backing the plan countered with their own figures.", "the plan"),
        ("In a reply to a reader complaining that the port was late, Weiss laughed.", "that the port was late"),
        ("A day after Weiss declared that the port was safe, the board closed two docks.", "that the port was safe"),
        ("The pilots worried about fines are largely in small firms.", "fines"),
    ],
)
def test_a_content_ends_before_a_verb_that_is_not_its_own(text: str, content: str) -> None:
    assert content in [line.split(" > ")[2] for line in contents(text, doubtful=True)], contents(text)


@pytest.mark.parametrize(
    ("text", "about", "speaker"),
    [
        (
            "Rep. Marina Lopez-Ruiz spoke for the bill.\n“The port needs this law, and soon,” MLR explained.",
            "port",
            "Marina Lopez-Ruiz",
        ),
        ("Peter Lang an engineer at the Harbour Office, said the port was late.", "late", "Peter Lang"),
        (
            "Erica Weiss took to the radio. Peter Lang waited for her to end. Then he said the port was late.",
            "late",
            "Peter Lang",
        ),
    ],
)
def test_initials_a_missing_comma_and_first_names(text: str, about: str, speaker: str) -> None:
    assert one(text, about).speaker == speaker, contents(text)


def test_one_of_several_is_described_whole() -> None:
    text = "“The port is late,” one of the oldest members said on Monday."
    assert one(text, "late").speaker == "one of the oldest members"


@pytest.mark.parametrize(
    ("text", "about", "speaker"),
    [
        ("Asked if it hurt, the party’s chairwoman, Clara Weiss, said: “Where would they go?”", "Where", "Clara Weiss"),
        ("As the leader of the Harbour Board, Weiss believes there will be light at the end.", "light", "Weiss"),
        ("Said port manager Peter Lang: “We are happy to compare the record with any other.”", "happy", "Peter Lang"),
        ("The loss led many pilots to declare that the season was over.", "season", "many pilots"),
    ],
)
def test_who_stands_behind_a_role_or_is_moved_to_speak(text: str, about: str, speaker: str) -> None:
    assert one(text, about).speaker == speaker, contents(text)


def test_a_thing_is_not_whom_they_points_at() -> None:
    text = "The plans to use cameras suggest a long wait. They wanted to leave before the storm."
    assert all(statement.speaker is None or "lans" not in statement.speaker for statement in read(text)[1:])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Weiss described Saturday night’s events as “dreadful”.", "Saturday night’s events as “dreadful”"),
        (
            "He played a part in the ruling of 1976 - a vote Weiss later said he regretted - and in three others.",
            "he regretted",
        ),
    ],
)
def test_a_content_keeps_its_owner_and_its_aside(text: str, content: str) -> None:
    assert content in [line.split(" > ")[2] for line in contents(text, doubtful=True)], contents(text)


@pytest.mark.parametrize(
    ("text", "about", "speaker"),
    [
        ("The debate took place as the harbour board said the port was late.", "late", "the harbour board"),
        ("Clara Weiss defended her call to raise the toll, saying it would keep boats away.", "boats", "Clara Weiss"),
        ("Clara Weiss, 58, who lives outside Tarn, says she knew nothing of the port.", "nothing", "Clara Weiss"),
    ],
)
def test_the_nearest_subject_speaks(text: str, about: str, speaker: str) -> None:
    assert words(text, one(text, about), "named").startswith(speaker), contents(text)


def test_a_role_once_held_is_not_held() -> None:
    text = (
        "“It always looks up,” said Jim Gurt, an aide under former President Clara Weiss.\n"
        "The president has denied any wrongdoing in the affair."
    )
    assert one(text, "wrongdoing").speaker != "Clara Weiss"


READ_BY_PLACE = [
    (
        "“It was no park. It was a road,” Clara Weiss said, the Harbour Gazette reported. “We should get it right.”",
        "Clara Weiss > said > “It was no park. It was a road,” … “We should get it right.”",
    ),
    (
        "“It is out of the norm to call out the people of Tarn,” Mr. Lang, who days ago announced his run, said.",
        "Mr. Lang, who days ago announced his run > said > “It is out of the norm to call out the people of Tarn,”",
    ),
    (
        "According to an earlier report, the port of Tarn had been closed.",
        "an earlier report > According to > the port of Tarn had been closed",
    ),
    (
        "Anna Kovacs said one of her cousins went down and told Weiss how to open the gate of the harbour.",
        "Anna Kovacs > said > one of her cousins went down and told Weiss how to open the gate of the harbour",
    ),
    (
        "Clara Weiss said the bridge was “very fine” and criticised the council for waiting.",
        "Clara Weiss > criticised > the council for waiting",
    ),
]


@pytest.mark.parametrize(("text", "found"), READ_BY_PLACE)
def test_who_goes_on_is_told_by_place(text: str, found: str) -> None:
    assert found in contents(text)


def test_showing_up_reports_nothing() -> None:
    assert contents("Members often show up at the events that the council holds in Tarn.") == []


def test_a_body_keeps_the_new_that_opens_its_name() -> None:
    text = "On Sunday, the New Harbor Times editorial board endorsed both candidates for the mayor's office."
    assert one(text, "candidates").speaker == "New Harbor Times editorial board", contents(text)
