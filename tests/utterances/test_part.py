"""A quotation that goes on after an aside: two sayings where a new sentence begins, one where it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invented_piles import annotate
from readout.analysis.utterances import part_quotations
from readout.spans import Span


def quotation(text):
    """An annotation with one direct statement made of all the quotations of a text."""
    annotation = annotate("a", "Herald", f'{text}\n[Ada Quill|"x"]')
    places = [n for n, character in enumerate(text) if character == '"']
    content = tuple(Span("a", low, high + 1) for low, high in zip(places[::2], places[1::2], strict=True))
    statement = replace(annotation.statements[0], content=content, evidence=content)
    return replace(annotation, statements=(statement,))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('"We won," she said. "It was hard."', 2),
        ('"We won," she said, "at last."', 1),
        ('"We won," she said. "It was hard," she went on, "for all."', 2),
        ('"We won."', 1),
    ],
)
def test_a_quotation_is_parted_where_a_new_sentence_begins(text, parts):
    (annotation,) = part_quotations([quotation(text)])
    assert len(annotation.statements) == parts
    assert len({statement.id for statement in annotation.statements}) == parts


def test_no_word_is_lost():
    before = quotation('"We won," she said. "It was hard," she went on, "for all."')
    (after,) = part_quotations([before])
    assert [span for s in after.statements for span in s.content] == list(before.statements[0].content)


def said(identifier, *quotations):
    marked = "\n".join(f"[Ada Quill|{quotation}] she said." for quotation in quotations)
    return annotate(identifier, "Herald", marked)


WALL, PIER = (
    "The harbour wall was inspected in March and found sound.",
    "The wooden pier will be pulled down before June.",
)


def test_sentences_that_other_reports_tell_apart_are_parted():
    whole, *_ = part_quotations([said("a", f'"{WALL} {PIER}"'), said("b", f'"{WALL}"'), said("c", f'"{PIER}"')])
    assert [whole.article.words(s.content[0]) for s in whole.statements] == [f'"{WALL}', f'{PIER}"']


def test_sentences_that_go_together_elsewhere_stay_together():
    third = "Nobody has asked the ferry company for money yet."
    found = part_quotations(
        [said("a", f'"{WALL} {PIER} {third}"'), said("b", f'"{WALL}"'), said("c", f'"{PIER} {third}"')]
    )
    assert [len(annotation.statements) for annotation in found] == [2, 1, 1]


def test_a_cut_parts_nothing():
    found = part_quotations([said("a", f'"{WALL} {PIER}"'), said("b", f'"{WALL}"'), said("c", f'"{WALL} {PIER}"')])
    assert [len(annotation.statements) for annotation in found] == [1, 1, 1]
