"""An index of a story's quotations by their telling words, and whether one of them stands in another."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from readout.analysis.utterances.match import longest_run
from readout.analysis.utterances.sayings import Speakers, read_sayings
from readout.language.terms import content_terms, is_stop, stem
from readout.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.utterances.sayings import Saying
    from readout.spans import Span
    from readout.text.fold import Word
    from readout.types import Annotation

LONG = 5  #: words from which a quotation proves itself
LONGEST = 200  #: words of a quotation that are compared
TELLING = 2  #: telling words that two quotations must share
_KEPT = 0.8  #: part of the shorter of two quotations that must stand in the other, in order
_COMMON = 80  #: quotations that may share a word; a word of more leads nowhere


class QuotedIndex:
    """The sayings of a story that have quoted words, by these words."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        speakers = Speakers(annotations)
        self._told = [
            saying
            for place, annotation in enumerate(annotations)
            for saying in read_sayings(annotation, place, speakers)
            if saying.quoted
        ]
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for number, saying in enumerate(self._told):
            for found in sorted({stem(word) for word in saying.quoted if not is_stop(word)}):
                self._by_stem[found].append(number)

    def near(self, found: Sequence[Word], least: int) -> list[Saying]:
        """The sayings that share at least so many telling words, the most first."""
        shared: Counter[int] = Counter()
        for one in sorted({term.stem for term in content_terms(list(found))}):
            holding = self._by_stem.get(one, ())
            if len(holding) <= _COMMON:
                shared.update(holding)
        ranked = sorted((-count, number) for number, count in shared.items() if count >= least)
        return [self._told[number] for _, number in ranked]

    def repeating(self, text: str, span: Span, besides: str) -> Iterator[str]:
        """The statements, but for `besides`, of which the words of a stretch are a part, or that are a part of it."""
        found = words(text, span.start, span.end)
        asked = tuple(word.folded for word in found)[:LONGEST]
        for saying in self.near(found, TELLING):
            if saying.statement.id != besides and is_within(asked, saying.quoted):
                yield saying.statement.id


def is_within(asked: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether most words of the shorter of two quotations, and a long run of them, stand in the other."""
    shorter = min(len(asked), len(said))
    if shorter < LONG or LCSseq.similarity(asked, said) < _KEPT * shorter:
        return False
    return longest_run(asked, said) >= max(LONG, shorter // 2)
