"""Reports are weighed: what a strict reader would most likely find wrong is given as doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING

from invented_articles import article
from readout.analysis.names import find_entities
from readout.analysis.statements import find_statements
from readout.analysis.statements.assembly import draft_statements
from readout.analysis.statements.doubtful.sureness import signs_of
from readout.analysis.statements.reading import read_passages
from readout.language.parser import parse_articles
from readout.language.weighing import sureness
from readout.text.quotes import find_quotations

if TYPE_CHECKING:
    from readout.types import Statement

COLUMN = (
    "What should we do about the bridge? Why should you care? Will we ever learn? I doubt it. We should demand a new "
    "ferry, and you must ask why we need it."
)


def read(text: str) -> tuple[Statement, ...]:
    page = article(text)
    (sentences,) = parse_articles([page])
    return find_statements(page, sentences, find_entities(page, sentences), doubtful=True)


def certain_cues(text: str) -> list[str]:
    return [text[s.cue[0].start : s.cue[0].end] for s in read(text) if s.certain and s.cue]


def test_a_named_speaker_and_a_verb_of_saying_weigh_enough() -> None:
    text = "Mayor Anna Weiss argued that the bridge was safe. The mayor warned that the ferry could sink."
    assert certain_cues(text) == ["argued", "warned"]


def test_what_a_thing_may_show_is_doubtful() -> None:
    assert certain_cues("It may show why the bridge failed.") == []


def test_in_a_column_more_is_doubtful_than_in_a_report() -> None:
    """The same sentence counts less where the writer speaks for themselves."""
    sentence = "The towns would reject the bridge."
    assert len(certain_cues(sentence)) >= len(certain_cues(f"{sentence} {COLUMN}"))
    assert not certain_cues(COLUMN)


def test_a_reporting_clause_after_a_quotation_is_not_weighed() -> None:
    text = f"{COLUMN} “The bridge will not be built before the winter,” Weiss said."
    assert certain_cues(text) == ["said"]


def test_what_speaks_against_a_report_is_written_down() -> None:
    """The weights can be read: a modal verb speaks against a report, a verb of saying and a name for it."""
    signs = sureness().signs
    assert signs["modal"] > 0 > signs["says"]
    assert signs["speaker is named"] < 0 < signs["speaker open"]


def signs(text: str) -> list[set[str]]:
    """The signs of each report in a text."""
    page = article(text)
    (sentences,) = parse_articles([page])
    blocks = [(block.start, block.end, False) for block in page.blocks]
    quotations = find_quotations(text, ((start, end) for start, end, _ in blocks))
    readings = list(read_passages(text, blocks, sentences, quotations))
    return [set(signs_of(draft)) for draft in draft_statements(page, readings)]


def test_a_verb_with_a_subject_of_its_own_does_not_show_the_sign_of_one_without() -> None:
    with_subject, without = signs("Mayor Anna Weiss argued that the bridge was safe and warned that it could close.")
    assert "no subject of its own" not in with_subject
    assert "no subject of its own" in without
