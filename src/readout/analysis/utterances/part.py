"""Direct quotations that go on after an aside, parted where a new sentence begins."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.spans import identify
from readout.types import Manner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from readout.spans import Span
    from readout.types import Annotation, Statement

_SENTENCE_ENDS = re.compile(r"[.!?:]\W*$|\n")


def part_quotations(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The annotations with one direct statement for each uninterrupted quotation.

    "We won," she said. "It was hard." are two things said, and other reports may keep one of them; "We won," she
    said, "at last." is one. So that each can be followed by itself, the first is parted, the second is not.
    """
    return tuple(
        replace(
            annotation,
            statements=tuple(part for statement in annotation.statements for part in _parts(statement, annotation)),
        )
        for annotation in annotations
    )


def _parts(statement: Statement, annotation: Annotation) -> Iterator[Statement]:
    """The statement itself, or its parts: each a run of content in which no new sentence begins after an aside."""
    if statement.manner is not Manner.DIRECT or len(statement.content) < 2:
        yield statement
        return
    runs = _runs(statement.content, annotation.article.text)
    if len(runs) == 1:
        yield statement
        return
    for number, run in enumerate(runs):
        identifier = statement.id if number == 0 else identify(statement.id, run)
        evidence = (*run, *(span for span in statement.evidence if span not in statement.content))
        yield replace(statement, id=identifier, content=tuple(run), evidence=evidence)


def _runs(content: Sequence[Span], text: str) -> list[list[Span]]:
    """The spans of a quotation, together where only a comma or the like stands in the aside between them."""
    runs = [[content[0]]]
    for before, after in itertools.pairwise(content):
        if _SENTENCE_ENDS.search(text[before.end : after.start]):
            runs.append([after])
        else:
            runs[-1].append(after)
    return runs
