"""Reports of kinds that most readers would not call statements are doubtful, on invented sentences."""

from __future__ import annotations

import pytest

from invented_articles import read, words

DOUBTFUL = [
    ("The council plans to open a second school in Tarn.", "plans"),
    ("Anna Kovacs supports the new toll on the bridge.", "supports"),
    ("The members discussed the price of the bridge.", "discussed"),
    ("The talks between the two towns seem to have failed.", "seem"),
    ("Anna Kovacs is eager to leave the council.", "is eager"),
    ("Clara Weiss declined to leave the hall.", "declined"),
    ("Voters know that the old bridge has failed.", "know"),
    ("The board did not call out the mayor by name.", "did not call out"),
    ("The way in which they left the hall hinted that the talks had failed.", "hinted"),
    ("The film shows Anna Kovacs on the old bridge.", "shows"),
    ("The court rejected the lawsuit of the dockers.", "rejected"),
    ("The mayor declared a state of emergency.", "declared"),
    ("Only a fool would believe that the bridge can hold.", "would believe"),
    ("It is a warning for dockers who hope to oust him.", "hope"),
    ("The board left the hall, referring to the old bridge.", "referring to"),
    ("Nobody expected the storm.", "Nobody expected"),
    ("Dockers would argue that the port is old.", "would argue"),
    ("The board is looking at allegations of misconduct in the port.", "allegations"),
    ("The judge denied a motion to reopen the port.", "denied"),
    ("Peter Lang is seen as a thief in Tarn.", "is seen as"),
    ("The sale was reported first by the Tarn Gazette.", "was reported"),
    ("The council needs to pass a resolution instructing the mayor to bring the boats home.", "instructing"),
]


@pytest.mark.parametrize(("text", "cue"), DOUBTFUL)
def test_kinds_that_tell_what_is_done_or_meant(text: str, cue: str) -> None:
    assert cue not in [words(text, statement, "cue") for statement in read(text)]
    marked = [statement for statement in read(text, doubtful=True) if not statement.certain]
    assert cue in [words(text, statement, "cue") for statement in marked]


CERTAIN = [
    ("Clara Weiss would later say that the port was old.", "would later say"),
    ("Clara Weiss denied any role in the fire.", "denied"),
    ("The council promised to open a second school in Tarn.", "promised"),
    ("Anna Kovacs supports a “bridge for all who live here” in Tarn.", "supports"),
    ("Anna Kovacs is confident that the bridge will hold.", "is confident"),
    ("Clara Weiss declined to comment on the toll.", "declined"),
    ("A council spokesman did not respond to a request for comment.", "did not respond to"),
    ("The survey suggests that the old bridge has failed.", "suggests"),
    ("A new poll shows a sudden swing towards the mayor.", "shows"),
    ("The mayor rejected the claim that the bridge had failed.", "rejected"),
]


@pytest.mark.parametrize(("text", "cue"), CERTAIN)
def test_words_someone_said_stay_certain(text: str, cue: str) -> None:
    assert cue in [words(text, statement, "cue") for statement in read(text)]


HIS = [
    (
        "Paul Horn said the port was closed. At noon in Tarn, Adam Weiss returned to his claim that the bridge was unsafe.",
        "claim",
        "Adam Weiss",
    ),
    ("The clerks liked a deal that Adam Weiss made after his claim that the bridge was old.", "claim", "Adam Weiss"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), HIS)
def test_his_is_the_subject_of_the_clause(text: str, cue: str, speaker: str) -> None:
    found = [one for one in read(text, doubtful=True) if cue in words(text, one, "cue")]
    assert [one.speaker for one in found] == [speaker]
