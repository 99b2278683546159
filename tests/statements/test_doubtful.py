"""The second tier: what half of all readers would call a report is marked, and changes nothing of what is certain."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from invented_articles import article, read, words
from readout.analysis.names import find_entities
from readout.analysis.statements import find_statements
from readout.language.parser import parse_articles

if TYPE_CHECKING:
    from readout.types import Statement

TEXT = (
    "Mayor Okafor detests the idea of a new toll on the bridge. Weiss said the bridge was safe. There was little "
    "support for a toll, and fishermen resent the new quota. She added that the ferry was late. The council's vote "
    "drew questions about the cost of the bridge."
)


def both(text: str) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """The statements without and with the doubtful ones."""
    page = article(text)
    (sentences,) = parse_articles([page])
    entities = find_entities(page, sentences)
    return find_statements(page, sentences, entities), find_statements(page, sentences, entities, doubtful=True)


def doubtful(text: str) -> list[str]:
    """Every doubtful statement of `text` as `speaker's words > cue > content`."""
    return [
        " > ".join(words(text, statement, part) for part in ("named", "cue", "content"))
        for statement in both(text)[1]
        if not statement.certain
    ]


def test_certain_statements_are_the_same_beside_doubtful_ones() -> None:
    alone, all_of_them = both(TEXT)
    assert len(alone) == 2
    assert len(all_of_them) > 2
    assert tuple(statement for statement in all_of_them if statement.certain) == alone


def test_doubtful_statements_share_no_words_with_others() -> None:
    _, found = both(TEXT)
    spans = sorted((span.start, span.end) for one in found for span in (*one.content, *one.cue))
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mayor Okafor detests the idea of a toll.", "Mayor Okafor > detests > the idea of a toll"),
        ("Farmers scoffed at the “miserable” offer.", "Farmers > scoffed at > the “miserable” offer"),
        ("The vote drew questions about the cost of the bridge.", " > questions > the cost of the bridge"),
        ("There was little support for a toll.", " > support > a toll"),
    ],
)
def test_deeds_of_words_and_nouns_are_doubtful(text: str, wanted: str) -> None:
    assert wanted in doubtful(text)


def test_a_pronoun_points_at_whoever_was_named_before_it_not_after() -> None:
    text = "Mayor Anna Okafor opened the port. She detests the idea of a toll. Minister Eva Lind said it was late."
    (found,) = [statement for statement in both(text)[1] if not statement.certain]
    assert found.speaker == "Anna Okafor"


@pytest.mark.parametrize(("text", "act"), [("Okafor denied it.", "deny"), ("Okafor did not deny it.", "refuse")])
def test_what_a_stance_does(text: str, act: str) -> None:
    (found,) = [statement for statement in both(text)[1] if not statement.certain]
    assert found.act == act


def test_deeds_that_are_no_words_are_not_given() -> None:
    assert doubtful("The crew painted the hull of the ferry. Okafor sold a house in Tarn.") == []


def test_a_stance_towards_someone_pointed_at_is_doubtful() -> None:
    assert "Okafor > endorsed > her" in doubtful("Weiss said it was late, but Okafor endorsed her.")


def test_whom_one_speaks_to_is_not_what_is_said() -> None:
    assert doubtful("Okafor told two reporters. He said it was late. Weiss sued as the crowd left.") == []


def test_the_act_is_that_of_the_verb_without_its_particle() -> None:
    (found,) = [one for one in both("In a statement Okafor pushed a hard line on tolls.")[1] if not one.certain]
    assert found.act == "assert"


def test_what_seems_so_inside_a_clause_is_doubtful() -> None:
    text = "Weiss said on Monday that the bridge was safe. Okafor, who seemed eager to leave the hall, did not answer."
    assert any("seemed > who … eager to leave the hall" in one for one in doubtful(text)), doubtful(text)


def test_what_someone_is_known_for_and_troubled_by() -> None:
    shown = doubtful("Weiss is known for her maps of the coast. Okafor is still troubled by the closure of the port.")
    assert shown == [
        " > is known > Weiss … her maps of the coast",
        "Okafor > is still troubled > the closure of the port",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Okafor gave up the toll, a plan opposed by most of the town.", "most of the town > opposed > a plan"),
        ("Weiss dropped a law that the council opposed.", "opposed > a law"),
        ("Fishermen sick of the quota left the hall as Weiss said no.", "Fishermen > sick of > the quota"),
        ("Okafor, who took an interest in the ferry, said no.", "interest in > the ferry"),
        ("Okafor used the chance to highlight the price of the toll.", "Okafor > highlight > the price of the toll"),
    ],
)
def test_listed_words_report_also_where_stricter_tests_take_nothing(text: str, wanted: str) -> None:
    shown = doubtful(text)
    assert any(wanted in one for one in shown), shown


def test_a_part_of_a_name_or_of_another_word_is_no_report() -> None:
    text = "Weiss told the Tarn Passing Show of the racially charged vote. They assert themselves."
    assert doubtful(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Okafor opened the hearing with a reference to the old bridge.", "Okafor > reference > the old bridge"),
        ("Fishermen sailed out in the hope of a better price.", "Fishermen > hope > a better price"),
        ("Fishermen were sent out with reports about the storm.", " > reports > the storm"),
        ("The storm ended with reports about the bridge.", " > reports > the bridge"),
    ],
)
def test_a_noun_beside_a_verb_is_whose_the_deed_is(text: str, wanted: str) -> None:
    assert wanted in doubtful(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Kovacs is a vocal critic of the toll.", "Anna Kovacs"),
        ("Anna Kovacs has emerged over the year as a leading advocate for the toll.", "Anna Kovacs"),
        ("Jan Berg, a former mayor and fierce critic of the toll, will open the port.", "Jan Berg"),
        ("Critics of the toll met on Monday.", None),
    ],
)
def test_who_is_told_to_hold_a_view_holds_it(text: str, speaker: str | None) -> None:
    assert [statement.speaker for statement in read(text, doubtful=True) if "toll" in words(text, statement)] == [
        speaker
    ]
