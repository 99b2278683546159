"""Direct quotations parted: where a new sentence begins after an aside, and where other reports part them."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.utterances.quoted import QuotedIndex
from readout.language.sentences import split_sentences
from readout.spans import Span, identify
from readout.types import Manner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from readout.types import Annotation, Statement

    _Parting = Callable[[Statement, Annotation], Iterator[Statement]]

_UNITS = 100  #: sentences of a quotation; a longer one is a whole speech, and stays one
_ROUNDS = 2  #: times that quotations are parted; what one round parts may part others
_OMISSION = re.compile(r"\s*(?:\.\s?\.\s?\.+|…)\s*")
_SENTENCE_ENDS = re.compile(r"[.!?:]\W*$|\n")


def part_quotations(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The annotations with one direct statement for each uninterrupted quotation.

    "We won," she said. "It was hard." are two things said, and other reports may keep one of them; "We won," she
    said, "at last." is one. So that each can be followed by itself, the first is parted, the second is not. Nor is
    "We won. It was hard.", unless some reports have the one sentence only and others only the other.
    """
    parted = tuple(_replace(annotation, _parts) for annotation in annotations)
    for _ in range(_ROUNDS):
        index = QuotedIndex(parted)
        again = tuple(_replace(annotation, _told_apart_by(index)) for annotation in parted)
        if again == parted:
            break
        parted = again
    return parted


def _replace(annotation: Annotation, part: Callable[[Statement, Annotation], Iterator[Statement]]) -> Annotation:
    statements = tuple(found for statement in annotation.statements for found in part(statement, annotation))
    return annotation if statements == annotation.statements else replace(annotation, statements=statements)


def _parts(statement: Statement, annotation: Annotation) -> Iterator[Statement]:
    """The statement itself, or its parts: each a run of content in which no new sentence begins after an aside."""
    if statement.manner is not Manner.DIRECT or len(statement.content) < 2:
        yield statement
        return
    runs = _runs(statement.content, annotation.article.text)
    if len(runs) == 1:
        yield statement
        return
    yield from _divide(statement, runs)


def _divide(statement: Statement, runs: Sequence[Sequence[Span]]) -> Iterator[Statement]:
    """One statement for each run of content; the first keeps the id."""
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


def _told_apart_by(index: QuotedIndex) -> _Parting:
    return lambda statement, annotation: _told_apart(statement, annotation, index)


def _told_apart(statement: Statement, annotation: Annotation, index: QuotedIndex) -> Iterator[Statement]:
    """The statement, or its parts: some other reports have only the one, others only the other."""
    units = _units(statement, annotation.article.text)
    runs: list[list[Span]] = []
    having: set[str] = set()
    for unit in units if 1 < len(units) <= _UNITS else ():
        found = set(index.repeating(annotation.article.text, unit, besides=statement.id))
        if runs and not (found - having and having - found):
            runs[-1] = [runs[-1][0].cover(unit)]
            having |= found
        else:
            runs.append([unit])
            having = found
    if len(runs) > 1:
        yield from _divide(statement, runs)
    else:
        yield statement


def _units(statement: Statement, text: str) -> list[Span]:
    """The sentences of an uninterrupted quotation, parted at marks of omission too."""
    if statement.manner is not Manner.DIRECT or len(statement.content) != 1:
        return []
    span = statement.content[0]
    found = []
    for low, high in split_sentences(text, span.start, span.end):
        at = low
        for dots in _OMISSION.finditer(text, low, high):
            if at < dots.start():
                found.append(Span(span.article, at, dots.start()))
            at = dots.end()
        if at < high:
            found.append(Span(span.article, at, high))
    return found
