"""Which articles of one day tell whole sentences in the same words, though they share too little to be copies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from readout.analysis.origins.days import same_day
from readout.analysis.origins.links import Link
from readout.language.sentences import split_sentences
from readout.spans import Span
from readout.text.fold import folded_words, words
from readout.text.quotes import find_quotations
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from readout.types import Article

_LEAST = 12  #: words outside of quotations from which on a sentence tells something, and that two must share in order
_LIKE = 0.65  #: share of the shorter of two sentences that stands in the other in the same order
_SAME = 0.8  #: share of the longer one from which on the two are one sentence
_BRIEF = 300  #: words up to which an article is brief, so that one sentence of another shows where it is from
_LONG = 700  #: words above which what two share is looked for by `analysis/copies` alone
_PART = 0.12  #: share of the shorter article that stands in two or more sentences alike, or in one that is the same
_GRAM = 4  #: words in a row that two sentences must share to be compared
_COMMON = 24  #: articles with a run of words from which on it is standing text or a text that all have
_OWN_VOICE = frozenset(("i", "we", "my", "our", "me", "us"))  #: what speaks of itself is a statement, no report
_CAPITALS = 0.6  #: share of words with capitals and figures from which on a sentence is a list


@dataclass(frozen=True, slots=True)
class _Sentence:
    article: int
    span: Span
    words: tuple[str, ...]

    def grams(self) -> Iterator[tuple[str, ...]]:
        return (self.words[n : n + _GRAM] for n in range(len(self.words) - _GRAM + 1))


def sentence_links(articles: Sequence[Article], joined: Collection[frozenset[str]]) -> tuple[Link, ...]:
    """Links between articles of one day that share sentences nearly word for word, one whole one or a part of the text.

    Only articles of up to 700 words are looked at, and pairs that are not `joined` already. Quotations, lists, and what
    speaks of itself ("we", "I") do not count, for two reports may have them from a third without sharing a line.
    """
    lengths = [_length(article) for article in articles]
    sentences = [
        sentence
        for number, article in enumerate(articles)
        if lengths[number] <= _LONG
        for sentence in _sentences(number, article)
    ]
    alike: dict[tuple[int, int], list[tuple[_Sentence, _Sentence, int]]] = defaultdict(list)
    for one, other in _candidates(sentences):
        a, b = articles[one.article], articles[other.article]
        if frozenset((a.id, b.id)) in joined or _kin(a, b) or not same_day(a, b, apart=1):
            continue
        equal = LCSseq.similarity(one.words, other.words)
        if equal >= _LEAST and equal >= _LIKE * min(len(one.words), len(other.words)):
            alike[one.article, other.article].append((one, other, equal))
    found = (
        _link(articles[a], articles[b], pairs, min(lengths[a], lengths[b])) for (a, b), pairs in sorted(alike.items())
    )
    return tuple(link for link in found if link is not None)


def _kin(a: Article, b: Article) -> bool:
    """Whether both are of one outlet, whose articles repeat each other's background and in-line links."""
    return a.outlet is not None and b.outlet is not None and a.outlet.value == b.outlet.value


def _link(a: Article, b: Article, pairs: Sequence[tuple[_Sentence, _Sentence, int]], length: int) -> Link | None:
    """The link that sentences alike make, each counted once, the most alike first; None if they are too few."""
    chosen: list[tuple[_Sentence, _Sentence, int]] = []
    for one, other, equal in sorted(pairs, key=lambda pair: (-pair[2], pair[0].span, pair[1].span)):
        if all(one is not x and other is not y for x, y, _ in chosen):
            chosen.append((one, other, equal))
    number = len(chosen)
    whole = any(equal >= _SAME * max(len(x.words), len(y.words)) for x, y, equal in chosen)
    if number == 1 and not whole:  # a lead or a charge is worded alike by everyone
        return None
    if not (whole and length <= _BRIEF) and sum(equal for _, _, equal in chosen) < _PART * length:
        return None
    why = f"{number} of their sentences {'is' if number == 1 else 'are'} nearly the same, word for word"
    return Link(a=a.id, b=b.id, why=why, spans=(chosen[0][0].span, chosen[0][1].span))


def _candidates(sentences: Sequence[_Sentence]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """The pairs of sentences of two articles that share words in a row, each once, in order."""
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for gram in dict.fromkeys(sentence.grams()):
            holding[gram].append(number)
    pairs = {
        pair
        for numbers in holding.values()
        if 1 < len(numbers) <= _COMMON
        for pair in combinations(numbers, 2)
        if sentences[pair[0]].article != sentences[pair[1]].article
    }
    return ((sentences[a], sentences[b]) for a, b in sorted(pairs))


def _length(article: Article) -> int:
    blocks = article.blocks_of(BlockKind.BODY, BlockKind.STANDFIRST)
    return sum(len(folded_words(article.text, block.start, block.end)) for block in blocks)


def _sentences(number: int, article: Article) -> Iterator[_Sentence]:
    """The sentences of an article that tell something in its own words, without what they quote."""
    blocks = article.blocks_of(BlockKind.BODY, BlockKind.STANDFIRST)
    quoted = find_quotations(article.text, [(block.start, block.end) for block in blocks])
    for block in blocks:
        inside = [(one.start, one.end) for one in quoted if one.start < block.end and block.start < one.end]
        for start, end in split_sentences(article.text, block.start, block.end):
            own = [
                word
                for word in words(article.text, start, end)
                if not any(low <= word.start < high for low, high in inside)
            ]
            folded = tuple(word.folded for word in own)
            capitals = sum(not article.text[word.start].islower() for word in own)
            if len(own) >= _LEAST and not _OWN_VOICE.intersection(folded) and capitals < _CAPITALS * len(own):
                yield _Sentence(number, Span(article.id, start, end), folded)
