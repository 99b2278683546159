"""Which parts of an article that has copied from others are reporting of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.analysis.origins.basis import call_article
from readout.language.credits import outlet_forms
from readout.spans import Span
from readout.text.fold import words
from readout.text.quotes import find_quotations
from readout.types import BlockKind, Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.origins.basis import Basis
    from readout.types import Article, Block, Copy

_COPIED = 0.6  # coverage above which the rest of an article is trimming, not a report
_OVERLAP = 0.2  # share of a paragraph that may stand elsewhere
_ENOUGH, _SHARE = 80, 0.3  # words of its own, and their share of the body
_AUTHORS = 3  # more names are a list of a site's writers
_TOLD = r"\b(?:told|tells|interview with|spoke (?:to|with)|shown to|seen by|obtained by|reviewed by) (?:the )?"
_US = r"(?:this (?:newspaper|paper|website|reporter)|our (?:reporter|correspondent))\b"
_PLAIN = re.compile(_TOLD + _US, re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPart:
    """The paragraphs of an article that are its own reporting, and what says so."""

    article: str
    spans: tuple[Span, ...]
    why: str


def find_part(article: Article, basis: Basis, copies: Sequence[Copy]) -> OwnPart | None:
    """The paragraphs of `article` that are its own reporting beside what it shares with others.

    `copies` are those of the story that have the article as a side. In doubt there is none, so that the article counts
    with what it copied: it must credit nobody for its whole text, have not more than a part from others, have much that
    stands nowhere else, and say that this is its own: by the name of an author or by words said to the outlet itself.
    That an agency contributed is not enough, for who knows to what.
    """
    seen = [copy.seen_from(article.id) for copy in copies]
    if not seen or basis.kind != "own" or not all(_is_taken(copy) for copy in seen):
        return None
    shared = sorted((passage.a_start, passage.a_end) for copy in seen for passage in copy.passages)
    body = article.blocks_of(BlockKind.BODY, BlockKind.STANDFIRST)
    own = [block for block in body if _share(block, shared) <= _OVERLAP]
    count = sum(_length(article, block) for block in own) - _quoted(article, own)
    if count < max(_ENOUGH, _SHARE * sum(_length(article, block) for block in body)):
        return None
    sign = next(_signs(article, own), "")
    if not sign:
        return None
    why = f"in part only: {call_article(article)} {sign}"
    return OwnPart(article=article.id, spans=tuple(_runs(article, body, own)), why=why)


def _is_taken(copy: Copy) -> bool:
    """Whether the article shares only a part, and is not what the other is made from."""
    taken = copy.direction in (Direction.B_TO_A, Direction.COMMON_UNSEEN)
    return copy.relation is Relation.PARTIAL and copy.coverage_a <= _COPIED and taken


def _share(block: Block, shared: Sequence[tuple[int, int]]) -> float:
    inside = sum(max(0, min(end, block.end) - max(start, block.start)) for start, end in shared)
    return inside / (block.end - block.start)


def _length(article: Article, block: Block) -> int:
    return len(words(article.text, block.start, block.end))


def _quoted(article: Article, own: Sequence[Block]) -> int:
    """How many words stand in quotation marks: a letter or a speech is nobody's reporting."""
    found = find_quotations(article.text, [(block.start, block.end) for block in own])
    return sum(len(words(article.text, quotation.start, quotation.end)) for quotation in found)


def _signs(article: Article, own: Sequence[Block]) -> Iterator[str]:
    """What says that the rest is the outlet's own."""
    names = [name for author in article.authors for name in re.split(r",| and |;", author.value) if name.strip()]
    if 0 < len(names) <= _AUTHORS:
        yield f"is signed by {article.authors[0].value}"
    forms = "|".join(map(re.escape, outlet_forms(article.outlet.value))) if article.outlet is not None else ""
    told = re.compile(rf"{_TOLD}(?:{forms})(?!\w)") if forms else _PLAIN
    for block in own:
        if told.search(article.text, block.start, block.end) or _PLAIN.search(article.text, block.start, block.end):
            yield "has words that were said to it"


def _runs(article: Article, body: Sequence[Block], own: Sequence[Block]) -> Iterator[Span]:
    """The paragraphs that follow each other as one span."""
    chosen = {block.start for block in own}
    start = end = -1
    for block in body:
        if block.start in chosen:
            start, end = (block.start if start < 0 else start), block.end
        elif start >= 0:
            yield Span(article.id, start, end)
            start = -1
    if start >= 0:
        yield Span(article.id, start, end)
