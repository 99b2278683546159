"""Quoted words read by what governs them, certain and doubtful, on invented sentences."""

from __future__ import annotations

import pytest

from invented_articles import article, read, words
from readout.analysis.names import find_entities
from readout.analysis.statements import find_statements
from readout.language.parser import parse_articles

CERTAIN = [
    ("Chants of “Fair pay now!” could be heard outside the ferry office.", "", "Chants", "“Fair pay now!”"),
    ("The dockers broke into a chant of “Keep the ferry!” near the town hall.", "The dockers", "chant", "Keep"),
    ("A man in the hall shouted “Stay there!”", "A man in the hall", "shouted", "“Stay there!”"),
    ("Her harbour plan promises to “lift up the trade of the town.”", "Her harbour plan", "promises", "“lift up"),
    ("As Anna Kovacs put it, the town got “an offer it could not afford.”", "Anna Kovacs", "put it", "the town got"),
    ("Weiss responded to the letter by calling Okafor “a fool.”", "Weiss", "calling", "“a fool.”"),
    (
        "His assumption, never tested in Tarn, was that “as voters learn more,” they would stay at home.",
        "His",
        "assumption",
        "they would stay at home",
    ),
]


@pytest.mark.parametrize(("text", "named", "cue", "content"), CERTAIN)
def test_certain(text: str, named: str, cue: str, content: str) -> None:
    found = next(found for found in read(text) if content in words(text, found, "content"))
    assert words(text, found, "named") == named
    assert cue in words(text, found, "cue")


def test_what_someone_is_called_in_a_relative_clause_is_a_report_of_its_own() -> None:
    text = "Weiss said he had backed a law on the power of the guilds, which he called “a cartel of the old.”"
    contents = [words(text, found, "content") for found in read(text)]
    assert contents == ["he had backed a law on the power of the guilds", "“a cartel of the old.”"]


@pytest.mark.parametrize(
    "text",
    [
        "The accusations that the guilds support “open quays” ran for weeks.",  # no accusation supports
        "Weiss told “Morning in Tarn.”",  # a programme
        "All that happened, as one aide put it, was that the toll rose.",  # the clause around is parted
    ],
)
def test_not_read(text: str) -> None:
    rules = ("infinitive after", "object after", "quoted words governed", "as X said")
    assert not any(found.rule in rules for found in read(text))


def doubtful(text: str) -> list[str]:
    page = article(text)
    (sentences,) = parse_articles([page])
    found = find_statements(page, sentences, find_entities(page, sentences), doubtful=True)
    return [words(text, statement, "content") for statement in found if not statement.certain]


def test_a_verb_with_quoted_words_is_doubtful() -> None:
    assert doubtful("Okafor is best seen beside the “ferry town,” and Weiss embraced the plan “with both arms.”")


def test_a_name_given_in_marks_is_doubtful() -> None:
    (found,) = doubtful("Many of the huts are derisively called “rabbit holes.”")
    assert found.startswith("Many of the huts")
    assert found.endswith("“rabbit holes.”")


def test_titles_are_left_out() -> None:
    assert not doubtful("The town was shown in “The Last Ferry of Tarn” and watched “Morning News.”")


def _doubtful(text: str) -> list[tuple[str, str, str]]:
    page = article(text)
    (sentences,) = parse_articles([page])
    found = find_statements(page, sentences, find_entities(page, sentences), doubtful=True)
    parts = ("named", "cue", "content")
    return [tuple(words(text, one, part) for part in parts) for one in found if not one.certain]  # type: ignore[misc]


def test_many_quoted_words_that_nothing_governs_are_someones() -> None:
    text = "The new pier was full of flags. “Nobody in this town will ever pay that toll again.” The band went home."
    assert ("", "", "“Nobody in this town will ever pay that toll again.”") in _doubtful(text)


def test_what_a_thing_is_called_in_quotation_marks_is_doubtful() -> None:
    text = "Weiss opened a march billed as “Hands Off Our Harbour” on Monday. She said it was late."
    assert ("", "billed as", "a march … “Hands Off Our Harbour”") in _doubtful(text)


def test_quoted_words_told_within_a_wider_report_are_doubtful() -> None:
    text = (
        "Her neighbours on the quay, who call the new toll “a tax on bread,” have written to the board every week "
        "since the ferry stopped in May, Okafor said."
    )
    assert any(cue == "call" and "“a tax on bread,”" in content for _, cue, content in _doubtful(text)), _doubtful(text)
