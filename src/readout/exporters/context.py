"""Words of the texts as a reader meets them: with the rest of their sentence, in order, under a number or a title."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.exporters.ink import clip
from readout.exporters.wording import bare, in_marks, in_reading_order
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.spans import Span
    from readout.types import Account, Annotation, Article, Dossier, Point, Sentence, Statement, StoryMaterial

_SPACE = re.compile(r"\s+")
_AROUND = 60
_OPENING = 90


def sentence_rest(span: Span, article: Article, sentences: Sequence[Sentence]) -> tuple[str, str]:
    """The rest of the sentence before and after a span, each shortened to some ten words; "" where there is none."""
    number = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    if number < 0 or sentences[number].end < span.end:
        return "", ""
    sentence = sentences[number]
    before = _SPACE.sub(" ", article.text[sentence.start : span.start])
    after = _SPACE.sub(" ", article.text[span.end : sentence.end])
    if len(before) > _AROUND:
        before = "…\N{NO-BREAK SPACE}" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "\N{NO-BREAK SPACE}…"
    return before, after


def with_gaps(words: str, span: Span, annotation: Annotation) -> str:
    """`words`, which stand at `span`, with an ellipsis on each side on which their sentence goes on."""
    before, after = (bare(rest) for rest in sentence_rest(span, annotation.article, annotation.sentences))
    ahead = "… " if before and not words.startswith("…") else ""
    return f"{ahead}{words}{' …' if after and not words.endswith('…') else ''}"


def number_articles(material: StoryMaterial) -> dict[str, int]:
    """The number under which each article of a story is cited in a plain report."""
    return {annotation.article.id: number for number, annotation in enumerate(material.annotations, 1)}


def statement_words(statement: Statement, article: Article) -> str:
    """What a statement reports, its pieces in the order of the text with an ellipsis between them."""
    return " … ".join(article.words(span) for span in sorted(statement.content))


def read_evidence(account: Account, material: StoryMaterial) -> list[Span]:
    """An account's evidence, first that in which the answer's own words stand (alone, if they do so anywhere).

    So what is read first is what opens first.
    """
    answer = bare(account.answer)
    told = {span: bare(material.article(span.article).words(span)) for span in account.evidence}
    alone = (span for span, words in told.items() if words == answer)
    within = (span for span, words in told.items() if answer in words)
    first = next(alone, None) or next(within, account.evidence[0])
    return sorted(account.evidence, key=lambda span: span != first)


def opening_words(annotation: Annotation) -> str:
    """The first words of an article's own text in quotation marks, "" if it has none."""
    article = annotation.article
    for block in article.blocks:
        if block.kind in (BlockKind.STANDFIRST, BlockKind.BODY):
            inside = (s for s in annotation.sentences if block.start <= s.start < block.end)
            end = next((sentence.end for sentence in inside), block.end)
            return in_marks(clip(article.text[block.start : end], _OPENING))
    return ""


def readable_points(dossier: Dossier) -> list[Point]:
    """The points in the order in which they are read; one that asks as an earlier one does asks with its own words."""
    asked: dict[str, set[Span]] = {}
    points = []
    for point in in_reading_order(dossier.points):
        again, told = point.question in asked, asked.setdefault(point.question, set())
        points.append(replace(point, question=_ask_apart(point, told, dossier.material)) if again else point)
        told.update(span for account in point.accounts for span in account.evidence)
    return points


def _ask_apart(point: Point, told: set[Span], material: StoryMaterial) -> str:
    """The question with the first words that no earlier point of the same question rests on."""
    spans = [account.evidence[0] for account in point.accounts]
    first = next((span for span in spans if span not in told), spans[0])
    words = material.article(first.article).words(first).strip(' .,;:!?"“”')
    asked = point.question.partition(": “")[0].removesuffix("?")
    return f"{asked}: “{clip(words, _OPENING)}”?"


def title_words(annotation: Annotation) -> str:
    """An article's headline; where it states none, its opening words."""
    headline = annotation.article.headline
    return headline.value if headline else opening_words(annotation)


def story_title(dossier: Dossier) -> str:
    """A story's headline; where few articles state one, the opening words of the first that has any.

    A lone headline in a pile of bare texts is mostly a line that only looks like one ("Correction appended").
    """
    annotations = dossier.material.annotations
    stated = sum(annotation.article.headline is not None for annotation in annotations)
    if 2 * stated >= len(annotations):
        return dossier.headline
    return next(filter(None, map(opening_words, annotations)), dossier.headline)
