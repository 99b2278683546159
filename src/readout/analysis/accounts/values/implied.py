"""Amounts that no number word tells: bare ages, none at all ("no injuries"), lengths ("a decade"), votes ("68-31")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.language.denials import calendar_words
from readout.language.slots import slot_words
from readout.language.wordsets import word_sets
from readout.ranges import NumberRange
from readout.spans import Span
from readout.text.fold import fold
from readout.types import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.types import Annotation


_AGE = re.compile(
    r"(?:[A-Z][\w'’-]+[”\"]?(?:,\s(?:now\s|aged?\s)?|\s\()|\b[Aa]ge[ds]?\s(?:of\s)?|\bis\s(?:now\s)?|\bnow\s)(\d{1,3})(?!\d|[,.]\d|\s?%)"
)
_AGE_ENDS = re.compile(r"\s?[,;.)]|\s(?:now|when)\b|\s?$|\s(?:on|and|in|at)\b")
_OLDEST = 115


def bare_ages(annotation: Annotation, scene: Scene) -> Iterator[Amount]:
    """Ages that stand as bare numbers: "Ada Quill, 52," or "vanished at age 16"."""
    taken = [amount.span for amount in annotation.amounts]
    identifier = annotation.article.id
    for line in scene.lines_of(identifier):
        for match in _AGE.finditer(line.text):
            start, end = match.span(1)
            span = Span(identifier, line.start + start, line.start + end)
            value = float(match.group(1))
            named = match.group(0).lower().startswith(("age", "aged"))
            ends = _AGE_ENDS.match(line.text, end)
            month = fold(match.group(0)).split(",")[0].split()[0] in calendar_words()
            loose = match.group(0).startswith(("is ", "now ")) and not re.match(
                r"\s(?:now|when)\b|\s?[.,]", line.text[end:]
            )
            if not ends or month or loose or not 0 < value <= _OLDEST or any(span.overlaps(other) for other in taken):
                continue
            if not named and re.match(r"\s(?:on|and|in|at)\b", line.text[end:]):
                continue
            yield Amount(
                evidence=(span,),
                rule="age",
                span=span,
                range=NumberRange(low=value, high=value),
                approximate=False,
                unit="year of age",
                counted=None,
            )


_NONE = re.compile(
    r"\bno\s+(?:(?:other|further|additional|new|more|immediate|reports?\s+of(?:\s+any)?|reported|known|serious|confirmed)\s+)*"
    r"([a-z]+)(?:\s+(?:or|and)\s+(?:other\s+|further\s+)?([a-z]+))?",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:no one|nobody|none)((?:\s+[\w’'-]+){1,7})", re.IGNORECASE)
_NOT_AT_ALL = re.compile(r"(?:\bnot|n['’]t)\s+(?:yet\s+)?(?:been\s+)?(contained)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:other|further|additional|more|new)\b", re.IGNORECASE)
_NONE_OF = frozenset(("killed", "injured", "arrested", "missing", "contained"))  #: what "no" can be the number of


def none_at_all(line: Line) -> Iterator[Amount]:
    """Zeros in words: "no injuries were reported", "nobody was hurt", "the fire wasn't contained"."""
    deeds = slot_words().predicates
    for match in (*_NONE.finditer(line.text), *_NOT_AT_ALL.finditer(line.text)):
        for number, word in enumerate(match.groups(), 1):
            if word and (deed := deeds.get(fold(word))) is not None and deed.name in _NONE_OF:
                start = match.start() if number == 1 else match.start(number)
                yield _zero(line, start, match.end(number), match.group())
    for match in _NOBODY.finditer(line.text):
        for found in re.finditer(r"[^\W\d_]+", match.group(1)):
            if (deed := deeds.get(fold(found.group()))) is not None and deed.name in _NONE_OF:
                yield _zero(line, match.start(), match.start(1) + found.end(), match.group())
                break


def _zero(line: Line, start: int, end: int, words: str) -> Amount:
    """None of something, as the text puts it from `start` to `end` of the line."""
    span = Span(line.article, line.start + start, line.start + end)
    return Amount(
        evidence=(span,),
        rule=f"none {'other' if _REST.search(words) else 'at all'}",
        span=span,
        range=NumberRange(low=0, high=0),
        approximate=False,
        unit=None,
        counted=None,
    )


_LENGTH = re.compile(
    r"\b(for|in|after|nearly|almost|about|over|more than|at least|less than|under|within|last|past)\s+"
    r"(?:the\s+(?:last|past)\s+)?(?:a\s+|an\s+|one\s+)?((?:half(?:[- ]|\s+a\s+))?(?:decade|century))\b",
    re.IGNORECASE,
)
_YEARS = {"decade": 10.0, "century": 100.0}


def lengths(line: Line) -> Iterator[Amount]:
    """Lengths of time that no number tells: "for more than a decade"."""
    for match in _LENGTH.finditer(line.text):
        word = fold(match.group(2))
        years = _YEARS[word.split("-")[-1].split()[-1]] / (2 if word.startswith("half") else 1)
        limit = fold(match.group(1))
        low: float | None = years
        high: float | None = years
        if limit in ("over", "more than", "at least"):
            high = None
        elif limit in ("less than", "under", "within"):
            low = None
        elif limit in ("nearly", "almost"):
            low = years * 0.9
        span = Span(line.article, line.start + match.start(), line.start + match.end())
        yield Amount(
            evidence=(span,),
            rule="length",
            span=span,
            range=NumberRange(low=low, high=high),
            approximate=limit == "about",
            unit="year",
            counted=None,
        )


TALLY = "tally"  #: the rule, and the dimension, of a vote's tally
_TALLY = re.compile(r"(?<![\w$€£.,–-])(\d{1,3})(?:[-–]| to )(\d{1,3})(?![\w%–-]|[.,]\d)")
_VOTED = word_sets("accounts")["voted"]
_BEFORE_TALLY, _AFTER_TALLY = 6, 2  #: words around two numbers among which one tells of a vote
_SPAN_BEFORE = ("from", "between", "to")
_VOTES = 20  #: votes from which the same tally in two reports of a story is of one vote


def tallies(line: Line) -> Iterator[Amount]:
    """Votes told by their two numbers: "voted 68-31 to open debate", "passed it 71 to 28"."""
    for match in _TALLY.finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        before = [word.folded for word in line.words if word.end <= start][-_BEFORE_TALLY:]
        after = [word.folded for word in line.words if word.start >= end][:_AFTER_TALLY]
        ayes, noes = float(match.group(1)), float(match.group(2))
        if _VOTED.isdisjoint((*before, *after)) or before[-1:] in ([word] for word in _SPAN_BEFORE):
            continue
        if ayes + noes >= _VOTES:
            span = Span(line.article, start, end)
            value = NumberRange(low=ayes, high=ayes)
            yield Amount(
                evidence=(span,), rule=TALLY, span=span, range=value, approximate=False, unit=None, counted=None
            )


def implied_amounts(annotation: Annotation, scene: Scene) -> Iterator[Amount]:
    """All amounts of an article that no number word tells, those that a number word stands in left out.

    But for tallies: a number word in one of them is a part of it.
    """
    taken = [amount.span for amount in annotation.amounts]
    yield from bare_ages(annotation, scene)
    for line in scene.lines_of(annotation.article.id):
        for amount in (*none_at_all(line), *lengths(line)):
            if not any(amount.span.overlaps(span) for span in taken):
                yield amount
        yield from tallies(line)
