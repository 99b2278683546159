"""Statements: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.assembly import assemble, quoted_only
from readout.analysis.statements.posts import find_posted, within_posts
from readout.analysis.statements.reading import read_passages
from readout.text.quotes import find_quotations
from readout.types import READABLE, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article, Entity, Sentence, Statement

LANGUAGES = ("en",)  #: languages whose reporting words we know; of others, quotations only


def find_statements(
    article: Article, sentences: Sequence[Sentence], entities: Sequence[Entity], *, doubtful: bool = False
) -> tuple[Statement, ...]:
    """What the article's readable blocks report someone to have said, thought or written, in order.

    Attribution relations as in PARC 3 and PolNeAR: content, cue, and the words that name the speaker. Sentences that
    carry tokens are read by their parse, the others by rules over words. Of a text in another language only its
    quotations are given, without speakers. Nothing is raised for odd texts. With `doubtful`, also what only half of
    all readers would call a report, marked as not certain; the certain statements are the same without it.
    """
    posted = tuple(find_posted(article, entities))
    if article.language not in LANGUAGES:
        return _in_order((*quoted_only(article), *posted))
    blocks = [(block.start, block.end, block.kind is BlockKind.HEADLINE) for block in article.blocks_of(*READABLE)]
    quotations = find_quotations(article.text, ((start, end) for start, end, _ in blocks))
    readings = list(read_passages(article.text, blocks, sentences, quotations))
    certain, more = assemble(article, readings, quotations, entities, doubtful=doubtful)
    return _in_order((*within_posts(certain, posted), *posted, *within_posts(more, posted)))


def _in_order(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements by where their contents begin; as they are where none was put in."""
    if not any(statement.rule == "embedded post" or not statement.certain for statement in statements):
        return tuple(statements)
    return tuple(sorted(statements, key=lambda statement: (statement.content[0], statement.id)))
