"""What an article is about, as weighed words: its title and lead count more, its names more than its common words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from readout.text.fold import words
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.types import Article

MOST_WORDS = 1500  #: a story is told by then; what follows in a long report is mostly background
MOST_CHARACTERS = 20_000  #: of one paragraph
LEAD_WORDS = 60
TITLE_WEIGHT = 2.0
LEAD_WEIGHT = 2.0
HALF_FULL = 1.2  #: occurrences at which a word has half of its greatest weight (BM25's k1)
NAME_WEIGHT = 1.4
NUMBER_WEIGHT = 0.7
_BODY = (BlockKind.STANDFIRST, BlockKind.BODY, BlockKind.CAPTION)
_OPENS_SENTENCE = re.compile(r"[.!?:\"“”‘\n\r]")


@lru_cache(maxsize=1 << 16)
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


class Weighed(NamedTuple):
    """The stems of an article with their weight in it alone, and which of them are written as names."""

    weights: dict[str, float]
    names: set[str]


def weigh_words(article: Article) -> Weighed:
    """The stems of the article's title and readable text, weighed."""
    counts: defaultdict[str, float] = defaultdict(float)
    inside: set[str] = set()
    uncapped: set[str] = set()
    for position, (word, capital, opening) in enumerate(_body(article)):
        counts[word] += LEAD_WEIGHT if position < LEAD_WORDS else 1.0
        if not capital:
            uncapped.add(word)
        elif not opening:
            inside.add(word)
    for word in _title(article):
        counts[word] += TITLE_WEIGHT
    names = inside - uncapped
    weights = {
        word: count / (count + HALF_FULL) * _kind_weight(word, names)
        for word, count in counts.items()
        if len(word) > 1 or word.isdigit()
    }
    return Weighed(weights, names)


def _kind_weight(word: str, names: set[str]) -> float:
    if word[0].isdigit():
        return NUMBER_WEIGHT
    return NAME_WEIGHT if word in names else 1.0


def _title(article: Article) -> list[str]:
    if article.headline is not None:
        return [stem(word.folded) for word in words(article.headline.value)]
    return [
        stem(word.folded)
        for block in article.blocks_of(BlockKind.HEADLINE)
        for word in words(article.text, block.start, block.end)
    ]


def _body(article: Article) -> Iterator[tuple[str, bool, bool]]:
    """The first words of the readable text: stem, whether it has a capital, whether it opens a sentence.

    A headline is not repeated here.
    """
    text = article.text
    left = MOST_WORDS
    for block in article.blocks_of(*_BODY):
        last = block.start
        for start, end, folded in words(text, block.start, min(block.end, block.start + MOST_CHARACTERS)):
            capital = text[start].isupper()
            gap = text[last:start]
            yield stem(folded), capital, capital and gap != " " and (not gap or _OPENS_SENTENCE.search(gap) is not None)
            last = end
            left -= 1
            if not left:
                return
