"""Links from a span to the place where the page shows it: the one way by which a value gets its evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.errors import EvidenceError
from readout.exporters.context import sentence_rest, title_words
from readout.exporters.html.marks import article_lines
from readout.exporters.visible import one_line
from readout.exporters.wording import name_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


_SHORT = 28


class Index:
    """Keys, paragraphs and marks of every article in a report."""

    def __init__(self, report: Report) -> None:
        self._articles: dict[str, Article] = {}
        self._keys: dict[str, str] = {}
        self._lines: dict[str, list[Line]] = {}
        self._sentences: dict[str, tuple[Sentence, ...]] = {}
        self._labels: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        for dossier in report.dossiers:
            for annotation in dossier.material.annotations:
                self._add(annotation)
            self._name([annotation.article for annotation in dossier.material.annotations])

    def _name(self, articles: Sequence[Article]) -> None:
        """A label for each article of a story; several of one outlet are numbered."""
        names = [one_line(name_article(article)) for article in articles]
        total, seen = Counter(names), Counter[str]()
        for article, name in zip(articles, names, strict=True):
            seen[name] += 1
            self._labels[article.id] = f"{name} ({seen[name]})" if total[name] > 1 else name

    def _add(self, annotation: Annotation) -> None:
        article = annotation.article
        key = f"a{len(self._keys) + 1}"
        self._articles[article.id] = article
        self._keys[article.id] = key
        self._lines[article.id] = article_lines(key, annotation)
        self._sentences[article.id] = annotation.sentences
        self._titles[article.id] = title_words(annotation)

    def key(self, article: str) -> str:
        """The short name of an article on the page."""
        return self._keys[article]

    def article(self, identifier: str) -> Article:
        """The article with this id. Raises EvidenceError if the report has none."""
        if identifier not in self._articles:
            raise EvidenceError(f"article {identifier} is not in the report")
        return self._articles[identifier]

    def label(self, identifier: str) -> str:
        """What to call an article in a line: its outlet, numbered where a story has several of one outlet."""
        self.article(identifier)
        return self._labels[identifier]

    def title(self, identifier: str) -> str:
        """An article's headline, or its opening words where it states none, "" if it has no words of its own."""
        self.article(identifier)
        return self._titles[identifier]

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
        before, after = self.around(span) if len(words) <= _SHORT else ("", "")
        return Mark(anchor, at, " ".join(words.split()), self.label(span.article), span.article, before, after)

    def around(self, span: Span) -> tuple[str, str]:
        """The rest of the sentence on each side of words ("the accusation") that alone tell a reader little."""
        return sentence_rest(span, self._articles[span.article], self._sentences[span.article])
