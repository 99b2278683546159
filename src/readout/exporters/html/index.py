"""Links from a span to the place where the page shows it: the one way by which a value gets its evidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.errors import EvidenceError
from readout.exporters.html.marks import article_lines
from readout.exporters.visible import one_line
from readout.exporters.wording import name_article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readout.exporters.html.marks import Line
    from readout.spans import Span
    from readout.types import Annotation, Article, Report, Sentence


@dataclass(frozen=True, slots=True)
class Mark:
    """Words (white space as one space) and their place.

    `anchor` is the paragraph on the page, `at` the exact stretch that the script marks there.
    """

    anchor: str
    at: str
    words: str
    label: str
    article: str
    before: str = ""  #: of short words, the rest of their sentence on each side
    after: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """An article and every further mark in it, as many as a line can hold."""

    label: str
    marks: tuple[Mark, ...]
    more: int


def gather_places(marks: Iterable[Mark], most: int = 8) -> list[Place]:
    """The marks by article, in the order given; at most three of one article and `most` articles."""
    grouped: dict[str, list[Mark]] = {}
    for mark in marks:
        group = grouped.setdefault(mark.article, [])
        if all(mark.at != other.at for other in group):
            group.append(mark)
    chosen = list(grouped.values())[:most]
    places = [Place(marks[0].label, tuple(marks[:3]), 0) for marks in chosen]
    if len(grouped) > most:
        places[-1] = Place(places[-1].label, places[-1].marks, len(grouped) - most)
    return places


_SPACE = re.compile(r"\s+")
_SHORT = 28
_AROUND = 60


class Index:
    """Keys, paragraphs and marks of every article in a report."""

    def __init__(self, report: Report) -> None:
        self._articles: dict[str, Article] = {}
        self._keys: dict[str, str] = {}
        self._lines: dict[str, list[Line]] = {}
        self._sentences: dict[str, tuple[Sentence, ...]] = {}
        for dossier in report.dossiers:
            for annotation in dossier.material.annotations:
                self._add(annotation)

    def _add(self, annotation: Annotation) -> None:
        article = annotation.article
        key = f"a{len(self._keys) + 1}"
        self._articles[article.id] = article
        self._keys[article.id] = key
        self._lines[article.id] = article_lines(key, annotation)
        self._sentences[article.id] = annotation.sentences

    def key(self, article: str) -> str:
        """The short name of an article on the page."""
        return self._keys[article]

    def article(self, identifier: str) -> Article:
        """The article with this id. Raises EvidenceError if the report has none."""
        if identifier not in self._articles:
            raise EvidenceError(f"article {identifier} is not in the report")
        return self._articles[identifier]

    def label(self, identifier: str) -> str:
        """What to call an article in a line."""
        return one_line(name_article(self.article(identifier)))

    def lines(self, identifier: str) -> list[Line]:
        """The article's paragraphs."""
        return self._lines[identifier]

    def mark(self, span: Span) -> Mark:
        """The link for a span. Raises EvidenceError if it does not fit its article."""
        article = self.article(span.article)
        words = article.words(span)
        lines = self._lines[span.article]
        number = bisect_right(lines, span.start, key=lambda line: line.start) - 1
        anchor = lines[max(number, 0)].anchor if lines else self._keys[span.article]
        at = f"{self._keys[span.article]}.{span.start}-{span.end}"
        before, after = self._around(span, article) if len(words) <= _SHORT else ("", "")
        return Mark(anchor, at, " ".join(words.split()), self.label(span.article), span.article, before, after)

    def _around(self, span: Span, article: Article) -> tuple[str, str]:
        """The rest of the sentence around short words ("the accusation"), which alone tell a reader little."""
        sentences = self._sentences[span.article]
        number = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
        if number < 0 or sentences[number].end < span.end:
            return "", ""
        sentence = sentences[number]
        before = _SPACE.sub(" ", article.text[sentence.start : span.start])
        after = _SPACE.sub(" ", article.text[span.end : sentence.end])
        if len(before) > _AROUND:
            before = "… " + before[-_AROUND:].partition(" ")[2]
        if len(after) > _AROUND:
            after = after[:_AROUND].rpartition(" ")[0] + " …"
        return before, after
