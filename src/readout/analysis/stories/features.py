"""What an article is about, as weighed words: its title and lead count more, its names more than its common words."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from readout.text.fold import words
from readout.types import BlockKind

if TYPE_CHECKING:
    from readout.types import Article

MOST_WORDS = 1500  #: a story is told by then; what follows a long report is mostly background
LEAD_WORDS = 60
TITLE_WEIGHT = 2.0
LEAD_WEIGHT = 2.0
HALF_FULL = 1.2  #: occurrences at which a word has half of its greatest weight (BM25's k1)
NAME_WEIGHT = 1.4
NUMBER_WEIGHT = 0.7
_BODY = (BlockKind.STANDFIRST, BlockKind.BODY, BlockKind.CAPTION)
_OPENS_SENTENCE = re.compile(r"[.!?:\"“”‘\n\r]")


class _Read(NamedTuple):
    stem: str
    capital: bool
    opening: bool


def stem(word: str) -> str:
    """A folded word without its possessive and plural endings, by rule."""
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    word = word.replace("'", "").replace("’", "")
    if len(word) > 4:
        if word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return word[:-1]
    return word


def weigh_words(article: Article) -> dict[str, float]:
    """The stems of the article's title and readable text, each with its weight in this article alone."""
    title, body = _title(article), _body(article)
    counts: defaultdict[str, float] = defaultdict(float)
    for position, read in enumerate(body):
        counts[read.stem] += LEAD_WEIGHT if position < LEAD_WORDS else 1.0
    for word in title:
        counts[word] += TITLE_WEIGHT
    names = _names(body)
    return {
        word: count / (count + HALF_FULL) * _kind_weight(word, names)
        for word, count in counts.items()
        if len(word) > 1 or word.isdigit()
    }


def _kind_weight(word: str, names: set[str]) -> float:
    if word[0].isdigit():
        return NUMBER_WEIGHT
    return NAME_WEIGHT if word in names else 1.0


def _names(body: list[_Read]) -> set[str]:
    """Stems written with a capital inside a sentence and never without one."""
    capital = {read.stem for read in body if read.capital and not read.opening}
    return capital - {read.stem for read in body if not read.capital}


def _title(article: Article) -> list[str]:
    if article.headline is not None:
        return [stem(word.folded) for word in words(article.headline.value)]
    return [
        stem(word.folded)
        for block in article.blocks_of(BlockKind.HEADLINE)
        for word in words(article.text, block.start, block.end)
    ]


def _body(article: Article) -> list[_Read]:
    """The first words of the readable text in order; a headline is not repeated here."""
    reads: list[_Read] = []
    for block in article.blocks_of(*_BODY):
        last = block.start
        for word in words(article.text, block.start, block.end):
            opening = last == block.start or bool(_OPENS_SENTENCE.search(article.text[last : word.start]))
            reads.append(_Read(stem(word.folded), article.text[word.start].isupper(), opening))
            last = word.end
            if len(reads) >= MOST_WORDS:
                return reads
    return reads
