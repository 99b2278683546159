"""What a statement does, by its cue, its content and who says it."""

from __future__ import annotations

import pytest

from invented_articles import article
from readout.analysis.names import find_entities
from readout.analysis.statements import find_statements
from readout.language.parser import parse_articles

ACTS = [
    ("Mayor Anna Weiss said that the bridge was safe.", "assert"),
    ("Mayor Anna Weiss did not say why the bridge was closed.", "refuse"),
    ("None of the banks said that it had lost money.", "refuse"),
    ("No official would say how many boats sank.", "refuse"),
    ("Okafor asked the crowd to no longer bring dogs.", "demand"),
    ("Okafor asked the board not to vote on Monday.", "demand"),
    ("Okafor asked whether the board would vote.", "ask"),
    ("The ministry denied that it had lost the file.", "deny"),
    ("The clerk said that a lawyer fabricated evidence to help the port.", "assert"),
    ("The clerk said that the evidence was fabricated.", "deny"),
    ("Okafor failed to condemn the attack on the port.", "refuse"),
    ("Okafor hoped to open the port in May.", "believe"),
    ("The clerk said that these were bogus claims.", "deny"),
    ("The clerk said that they had bought crates with a bogus website.", "assert"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_a_statement_does(text: str, act: str) -> None:
    page = article(text)
    (sentences,) = parse_articles([page])
    found = find_statements(page, sentences, find_entities(page, sentences), doubtful=True)
    assert [statement.act for statement in found] == [act]


@pytest.mark.parametrize("text", ["The board denied the union a hearing.", "Okafor was denied a visa."])
def test_to_deny_someone_a_thing_is_to_say_nothing(text: str) -> None:
    page = article(text)
    (sentences,) = parse_articles([page])
    assert not find_statements(page, sentences, find_entities(page, sentences), doubtful=False)
