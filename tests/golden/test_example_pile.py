"""The golden dossiers of the example pile: what a person would read, and every finding with its place."""

from __future__ import annotations

import json
import pathlib
from typing import TYPE_CHECKING, Any

import pytest

import readout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PILE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "pile"


@pytest.fixture(scope="module")
def pile() -> readout.Pile:
    return readout.report(PILE)


def test_what_a_person_reads(pile: readout.Pile, golden: Callable[[str, str], None]) -> None:
    golden("example_pile.md", pile.to_markdown())


def test_every_finding_with_its_place(pile: readout.Pile, golden: Callable[[str, str], None]) -> None:
    report = json.loads(pile.to_json())
    golden("example_pile.findings.txt", "\n".join(findings(report)) + "\n")


def findings(report: dict[str, Any]) -> Iterator[str]:
    """One line a finding, in words and places, without ids: so that a difference can be read."""
    for failure in report["failures"]:
        yield f"FAILURE {failure['id']}: {failure['stage']}, {failure['reason']}"
    for story in report["stories"]:
        files = {article["id"]: article["file"] for article in story["articles"]}
        texts = {article["id"]: article["text"] for article in story["articles"]}

        def cite(article: str, start: int, end: int, files: Any = files, texts: Any = texts) -> str:
            words = " ".join(texts[article][start:end].split())
            return f"{files[article]}[{start}:{end}] {words if len(words) <= 90 else words[:87] + '...'}"

        yield f"\nSTORY {story['headline']}"
        for article in story["articles"]:
            for block in article["blocks"]:
                yield f"  block {block['kind']:<11} {cite(article['id'], block['start'], block['end'])}"
        for origin in story["origins"]:
            yield f"  origin {origin['name']}: {', '.join(sorted(files[article] for article in origin['articles']))}"
        for copy in story["copies"]:
            yield f"  copy {files[copy['a']]} {copy['direction']} {files[copy['b']]}: {copy['relation']}"
            for edit in copy["edits"]:
                sides = [cite(copy[side], *edit[side]) if edit[side] else "nothing" for side in ("a", "b")]
                yield f"    {edit['kind']}: {sides[0]} | {sides[1]}"
        for statement in story["statements"]:
            said = " + ".join(cite(statement["article"], start, end) for start, end in statement["content"])
            yield f"  statement {statement['speaker']} {statement['act']} ({statement['manner']}): {said}"


def test_no_finding_is_without_words(pile: readout.Pile) -> None:
    lines = list(findings(json.loads(pile.to_json())))
    assert sum(line.startswith("\nSTORY") for line in lines) == 4
    assert not [line for line in lines if line.endswith("] ")]
