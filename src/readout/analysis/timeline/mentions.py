"""Dated mentions: what each article says happened at a time."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.analysis.timeline.clauses import clause_of
from readout.language.calendar_clauses import load_clause_words
from readout.spans import Span
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.language.calendar_clauses import ClauseWords
    from readout.ranges import DateRange
    from readout.types import Annotation, Article, Sentence, TimeExpression

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d,.]*\d|\d")
_YEAR = re.compile(r"\d{4}")
_USELESS = frozenset({"decade", "century", "millennium"})
_SPOKEN = frozenset({"deictic", "daypart"})
_NEAR = 3  #: how many other times on each side can cut a clause
_LOOK_BACK = 5000  #: characters in which an open quotation mark is looked for
_SHORTEST = 3  #: letters of a stem
_TELLING = 2  #: content words that a clause needs to tell anything


@dataclass(frozen=True, slots=True)
class Mention:
    """One clause with its time. `stems` are its content words; `planned` where it was still to come when written."""

    article: str
    span: Span
    time: Span
    range: DateRange
    value: str
    stems: frozenset[str]
    planned: bool
    inferred: bool = False


def stems_of(text: str, words: ClauseWords) -> frozenset[str]:
    """The content words of a text, folded and cut to what inflection leaves."""
    found = (word for word in _WORD.findall(fold(text)) if word not in words.empty)
    return frozenset(stem for word in found if (stem := _stem(word, words)) not in words.empty)


def _stem(word: str, words: ClauseWords) -> str:
    for ending in words.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word


def dated_mentions(annotation: Annotation) -> Iterator[Mention]:
    """The dated clauses of an article, in order."""
    article = annotation.article
    words = load_clause_words(article.language)
    if words is None:
        return
    sentences = sorted(annotation.sentences, key=lambda sentence: sentence.start)
    starts = [sentence.start for sentence in sentences]
    grouped: dict[int, list[TimeExpression]] = {}
    for time in annotation.times:
        at = bisect_right(starts, time.span.start) - 1
        if at >= 0 and time.span.end <= sentences[at].end:
            grouped.setdefault(at, []).append(time)
    for at, times in grouped.items():
        days = [one for one in times if tells_a_day(one)]
        for place, time in enumerate(days):
            if time.rule in _SPOKEN and in_quotation(article, time.span.start):
                continue
            near = [*days[max(0, place - _NEAR) : place], *days[place + 1 : place + 1 + _NEAR]]
            others = [(one.span.start, one.span.end) for one in near]
            mention = make_mention(article, sentences[at], time, others, words)
            if len(mention.stems) >= _TELLING and not is_stamp(article, time):
                yield mention


_SIGNATURE = re.compile(r"\(@\w+\)\W*$")
_CREDIT = re.compile(r"\s*\([A-Z][\w/ ]{1,20}\)\s*[-–—]")


def is_stamp(article: Article, time: TimeExpression) -> bool:
    """Whether the time only says when something was posted or filed: a tweet's day, a dateline."""
    before = article.text[max(0, time.span.start - 40) : time.span.start]
    after = article.text[time.span.end : time.span.end + 30]
    words = article.words(time.span)
    headed = time.rule == "daypart" and words[:1].isupper() and after[1:2].isupper()
    return bool(_SIGNATURE.search(before) or _CREDIT.match(after)) or headed


def in_quotation(article: Article, place: int) -> bool:
    """Whether a place lies between quotation marks of its paragraph: a speaker's today need not be the article's."""
    at = bisect_right(article.blocks, place, key=lambda block: block.start) - 1
    if at < 0:
        return False
    before = article.text[max(article.blocks[at].start, place - _LOOK_BACK) : place]
    curly = before.count("“") > before.count("”")
    return curly or before.count('"') % 2 == 1


def tells_a_day(time: TimeExpression) -> bool:
    """Whether something can be dated by this expression."""
    return (
        time.type in ("DATE", "TIME")
        and time.range is not None
        and time.value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
        and time.range.low is not None
        and time.range.high is not None
        and time.range.granularity not in _USELESS
    )


def make_mention(
    article: Article, sentence: Sentence, time: TimeExpression, others: list[tuple[int, int]], words: ClauseWords
) -> Mention:
    """The mention of one time in its sentence."""
    low, high = clause_of(article.text, sentence, (time.span.start, time.span.end), others, words)
    span = Span(article.id, low, high)
    rest = article.text[low : time.span.start] + " " + article.text[time.span.end : high]
    if time.range is None:
        raise ValueError("a mention needs a time with a range")
    return Mention(
        article=article.id,
        span=span,
        time=time.span,
        range=time.range,
        value=time.value,
        stems=stems_of(rest, words),
        planned=_is_ahead(article, time),
        inferred=article.published is not None
        and article.published.where == "copy"
        and not _YEAR.search(article.words(time.span)),
    )


def _is_ahead(article: Article, time: TimeExpression) -> bool:
    """Whether the time lies after the day the article was published."""
    written = article.published.value[:10] if article.published is not None else None
    first = time.range.first if time.range else None
    return written is not None and first is not None and first[:10] > written
