"""The readable sentences of an article with their telling terms, and the clauses in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.language.terms import Term, content_terms, is_stop
from readout.language.terms import stem as stem_of
from readout.spans import Span
from readout.text.fold import words
from readout.types import READABLE, BlockKind, EntityKind

if TYPE_CHECKING:
    from readout.text.fold import Word
    from readout.types import Annotation, Token

_BREAK = re.compile(
    r"""[;—–]|:(?!\d\d)|\s-{1,2}\s|,(?!\d{3})|\b(?:(?<!\ball\s)but|while|whereas|although|though|which|who|whom|where|when|after|before|"""
    r"""because|and|as|since|until|if)\b"""
)
_VERBAL = frozenset({"VERB", "AUX"})
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,6}")
_SHORTEST = 28  #: characters below which a clause is widened by its neighbour
_LONGEST = 320
_NO_SENTENCE = 4000  #: characters above which a stretch without an end is no sentence: a table, a list of names


@dataclass(frozen=True, slots=True)
class Line:
    """One readable sentence of an article."""

    article: str
    number: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    terms: tuple[Term, ...]
    kind: BlockKind
    stems: frozenset[str]  #: of the whole sentence
    tokens: tuple[Token, ...] = ()  #: the parse, where there is one

    @property
    def span(self) -> Span:
        """Where the sentence stands."""
        return Span(self.article, self.start, self.end)

    @property
    def key(self) -> tuple[str, int]:
        """The article and the number of the sentence in it."""
        return (self.article, self.number)

    def terms_in(self, start: int, end: int) -> list[Term]:
        """The telling terms that begin in `[start, end)`."""
        return [term for term in self.terms if start <= term.start < end]

    def stems_in(self, start: int, end: int) -> frozenset[str]:
        """The stems of these."""
        return frozenset([term.stem for term in self.terms if start <= term.start < end])

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that begin in `[start, end)`."""
        return self.words[bisect_left(self.words, (start,)) : bisect_left(self.words, (end,))]

    def folded_in(self, start: int, end: int) -> list[str]:
        """These words, folded."""
        return [word.folded for word in self.words_in(start, end)]


def _short_names(annotation: Annotation) -> list[tuple[int, int, tuple[str, ...]]]:
    """Where an article has a body's initials ("WHO"), with the words of the name they stand for."""
    found = set()
    for entity in annotation.entities:
        written = tuple(word.folded for word in words(entity.name) if not is_stop(word.folded))
        if entity.kind is EntityKind.PERSON or len(written) < 2:
            continue
        for span in entity.evidence:
            if span.article == annotation.article.id and _INITIALS.fullmatch(annotation.article.words(span)):
                found.add((span.start, span.end, written))
    return sorted(found)


def _in_full(telling: list[Term], short: list[tuple[int, int, tuple[str, ...]]]) -> tuple[Term, ...]:
    """The terms of a sentence with the full names in place of initials."""
    if not short:
        return tuple(telling)
    places = {(start, end) for start, end, _ in short}
    kept = [term for term in telling if not any(start <= term.start < end for start, end in places)]
    kept += [Term(start, end, word, stem_of(word)) for start, end, written in short for word in written]
    return tuple(sorted(kept))


def read_lines(annotation: Annotation) -> list[Line]:
    """The readable sentences of one article."""
    article = annotation.article
    blocks = article.blocks_of(*READABLE)
    starts = [block.start for block in blocks]
    lines: list[Line] = []
    short = _short_names(annotation)
    for sentence in sorted(annotation.sentences, key=lambda s: s.start):
        place = bisect_right(starts, sentence.start) - 1
        outside = place < 0 or sentence.start >= blocks[place].end
        if outside or not 0 < sentence.end - sentence.start <= _NO_SENTENCE:
            continue
        found = words(article.text, sentence.start, sentence.end)
        telling = _in_full(
            content_terms(found), short[bisect_left(short, (sentence.start,)) : bisect_left(short, (sentence.end,))]
        )
        lines.append(
            Line(
                article=article.id,
                number=len(lines),
                start=sentence.start,
                end=sentence.end,
                text=article.text[sentence.start : sentence.end],
                words=tuple(found),
                terms=telling,
                kind=blocks[place].kind,
                stems=frozenset(term.stem for term in telling),
                tokens=sentence.tokens,
            )
        )
    return lines


def clause_around(line: Line, start: int, end: int) -> Span:
    """The clause of the line that holds `[start, end)`: the smallest stretch between breaks that says something."""
    found = _breaks(line)
    lows = [line.start, *(after for before, after in found if after <= start)]
    highs = [*(before for before, after in found if before >= end), line.end]
    low, high = lows.pop(), highs.pop(0)
    while high - low < _SHORTEST and (lows or highs):
        if highs and (not lows or highs[0] - high <= low - lows[-1]):
            high = highs.pop(0)
        else:
            low = lows.pop()
    low, high = _tidy(line, min(low, start), max(high, end))
    if high - low > _LONGEST:
        low, high = max(low, start - _LONGEST // 2), min(high, end + _LONGEST // 2)
        low, high = _tidy(line, low, high)
    return Span(line.article, low, high)


def _breaks(line: Line) -> list[tuple[int, int]]:
    """Where clauses may part, as stretches of the text; not before a mere noun: "sworn in as president"."""
    found = [(match.start() + line.start, match.end() + line.start) for match in _BREAK.finditer(line.text)]
    ends = [*(start for start, _ in found), line.end][1:]
    before_noun = {token.start for token in line.tokens if token.dep == "case"}
    verbs = [token.start for token in line.tokens if token.pos in _VERBAL]
    return [
        (start, end)
        for (start, end), last in zip(found, ends, strict=True)
        if start not in before_noun or any(end <= verb < last for verb in verbs)
    ]


def _tidy(line: Line, low: int, high: int) -> tuple[int, int]:
    """The stretch without white space and without stray punctuation at its ends."""
    text = line.text
    while low < high and text[low - line.start] in " \t\n\r\xa0,;:-—–":
        low += 1
    while high > low and text[high - 1 - line.start] in " \t\n\r\xa0,;:-—–":
        high -= 1
    return low, high
