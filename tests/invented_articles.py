"""Invented articles read for their statements, for the tests of that chapter."""

from __future__ import annotations

import re

from readout.analysis.names import find_entities
from readout.analysis.statements import find_statements
from readout.language.parser import parse_articles
from readout.language.sentences import split_sentences
from readout.types import Article, Block, BlockKind, Sentence, Statement


def article(text: str, language: str = "en", headline: bool = False) -> Article:
    blocks = [
        Block(start=match.start(), end=match.end(), kind=BlockKind.BODY) for match in re.finditer(r"[^\n]+", text)
    ]
    if headline:
        blocks[0] = Block(start=blocks[0].start, end=blocks[0].end, kind=BlockKind.HEADLINE)
    return Article(id="invented", uri="test:invented", text=text, blocks=tuple(blocks), language=language)


def read(text: str, *, parse: bool = True, headline: bool = False, doubtful: bool = False) -> list[Statement]:
    page = article(text, headline=headline)
    if parse:
        sentences = parse_articles([page])[0]
    else:
        sentences = tuple(
            Sentence(start=start, end=end)
            for block in page.blocks
            for start, end in split_sentences(text, block.start, block.end)
        )
    return list(find_statements(page, sentences, find_entities(page, sentences), doubtful=doubtful))


def words(text: str, statement: Statement, part: str = "content") -> str:
    return " … ".join(text[span.start : span.end] for span in getattr(statement, part))


def one(text: str, contains: str, **options: bool) -> Statement:
    found = [statement for statement in read(text, **options) if contains in words(text, statement)]
    assert found, [words(text, statement) for statement in read(text, **options)]
    return min(found, key=lambda statement: len(words(text, statement)))


def contents(text: str, *, doubtful: bool = False) -> list[str]:
    """Every statement of `text` as `speaker's words > cue > content`."""
    return [
        " > ".join(words(text, statement, part) for part in ("named", "cue", "content"))
        for statement in read(text, doubtful=doubtful)
    ]
