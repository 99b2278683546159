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
