"""What must hold of anything Readout says about any text: every span fits, nothing is without evidence."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from readout.spans import Span
from readout.types import READABLE, Annotation, Article, BlockKind, Cited, Derived, Report

if TYPE_CHECKING:
    from collections.abc import Iterator


def everything_in(value: Any) -> Iterator[Any]:
    """The value and all that it is made of, but for what an article has from a sister copy: that stands in the sister."""
    if isinstance(value, Cited) and value.where == "copy":
        return
    yield value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from everything_in(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from everything_in(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from everything_in(part)


def check_article(article: Article) -> None:
    """Blocks are in order, do not overlap, hold words and lie in the text."""
    last = 0
    for block in article.blocks:
        assert last <= block.start < block.end <= len(article.text), block
        assert article.text[block.start : block.end].strip(), block
        last = block.end
    check_spans(article, {article.id: article})


def check_annotation(annotation: Annotation) -> None:
    """All of an annotation lies in its own article, and what is said of the event in its readable blocks."""
    article = annotation.article
    check_article(article)
    check_spans(annotation, {article.id: article})
    for sentence in annotation.sentences:
        assert 0 <= sentence.start < sentence.end <= len(article.text)
        for token in sentence.tokens:
            assert sentence.start <= token.start < token.end <= sentence.end
    for found in (*annotation.statements, *annotation.amounts):
        check_stands_in(found, article, READABLE)
    for time in annotation.times:
        check_stands_in(time, article, (*READABLE, BlockKind.DATELINE))


def check_stands_in(found: Derived, article: Article, kinds: tuple[BlockKind, ...]) -> None:
    """All evidence touches blocks of these kinds."""
    allowed = [(block.start, block.end) for block in article.blocks_of(*kinds)]
    for span in found.evidence:
        assert any(start < span.end and span.start < end for start, end in allowed), (found, span)


def check_report(report: Report) -> None:
    """Every story's findings rest on the story's own articles."""
    for dossier in report.dossiers:
        articles = {annotation.article.id: annotation.article for annotation in dossier.material.annotations}
        assert set(dossier.material.story.articles) == set(articles)
        for annotation in dossier.material.annotations:
            check_annotation(annotation)
        check_spans(dossier, articles)
        origins = [member for origin in dossier.material.origins for member in origin.articles]
        assert sorted(origins) == sorted(articles), "origins are a partition of the articles"


def check_spans(value: Any, articles: dict[str, Article]) -> None:
    """Every span in `value` fits one of the articles, and everything derived has one."""
    for part in everything_in(value):
        if isinstance(part, Span):
            assert part.article in articles, part
            assert articles[part.article].words(part), part
        elif isinstance(part, Derived):
            assert part.evidence, part
