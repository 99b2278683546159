"""Looking a quotation up in a report: found word for word, found altered (and what changed), or not in this pile."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from readout.errors import UsageError
from readout.language.terms import is_stop
from readout.spans import Span
from readout.text.fold import words
from readout.types import READABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.text.fold import Word
    from readout.types import Annotation, Dossier, Report, Statement

_ANCHORS = 4  #: how many of the rarest words of the quotation lead to a place
_CUT = 20  #: words that a marked omission may stand for
_PLACES = 50  #: how many places of one article are compared at most
_ENOUGH = 0.6  #: share of the quotation's words that an altered form must keep
_BEHIND = 0.2  #: how much less than the best form of all another one may keep
_OMISSION = re.compile(r"\[?\(?(?:\.\s?){3}\)?\]?|…")


class Asked(NamedTuple):
    """The folded words asked for, and before which of them an omission is marked."""

    words: tuple[str, ...]
    omissions: frozenset[int]


class QuoteStatus(StrEnum):
    """What became of a quotation that was asked for."""

    FOUND = "found"
    ALTERED = "altered"
    ABSENT = "absent"


class Change(NamedTuple):
    """One difference: the words asked for and the words that stand there instead; one side may be empty."""

    asked: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePlace:
    """One place of the pile where the quotation stands: whose words, in which origin, and what is different."""

    span: Span
    words: str
    story: str
    origin: str
    published: str | None
    speaker: str | None
    statement: str | None
    changes: tuple[Change, ...]
    kept: float = 1.0  #: share of the words asked for that stand there
    outlet: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFinding:
    """The answer for a quotation; `places` begins with the earliest report, unaltered ones before altered ones."""

    status: QuoteStatus
    asked: str
    places: tuple[QuotePlace, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who is reported to have said it, in order of the places."""
        return tuple(dict.fromkeys(place.speaker for place in self.places if place.speaker))

    @property
    def origins(self) -> tuple[str, ...]:
        """The ids of the origins that have it: at most so many reported it independently."""
        return tuple(dict.fromkeys(place.origin for place in self.places))


def _readable_words(annotation: Annotation) -> list[Word]:
    text = annotation.article.text
    return [word for block in annotation.article.blocks_of(*READABLE) for word in words(text, block.start, block.end)]


def _starts(found: Sequence[Word], asked: Sequence[str], rare: Sequence[str]) -> list[int]:
    """Where in the article the quotation may begin: a word of it votes the more, the rarer it is in the article."""
    offsets = defaultdict(list)
    for number, word in enumerate(asked):
        if word in rare:
            offsets[word].append(number)
    times = Counter(there.folded for there in found if there.folded in offsets)
    votes: dict[int, float] = defaultdict(float)
    near: dict[int, float] = defaultdict(float)
    for place, there in enumerate(found):
        for offset in offsets.get(there.folded, ()):
            votes[place - offset] += 1 / times[there.folded]
            near[(place - offset) // 4] += 1 / times[there.folded]
    return sorted(votes, key=lambda start: (-votes[start], -near[start // 4], start))[:_PLACES]


def _omissions(quotation: str) -> frozenset[int]:
    """Before which of its words a quotation marks that something was left out ("...")."""
    return frozenset(len(words(quotation[: match.start()])) for match in _OMISSION.finditer(quotation))


def _compare(
    found: Sequence[Word], asked: Asked, start: int, text: str
) -> tuple[float, Span | None, tuple[Change, ...]]:
    """The best alignment near `start`: the share of words kept, the stretch, and the changes."""
    same = found[max(0, start) : max(0, start) + len(asked.words)]
    if tuple(word.folded for word in same) == asked.words:  # an alignment might begin at an earlier "the"
        return 1.0, Span("-", same[0].start, same[-1].end), ()
    low = max(0, start - 3)
    room = len(asked.words) // 2 + _CUT * len(asked.omissions)
    window = found[low : max(0, start) + len(asked.words) + room + 3]
    codes = list(Indel.opcodes(asked.words, [word.folded for word in window]))
    equal = [code for code in codes if code.tag == "equal"]
    if not equal:
        return 0.0, None, ()
    kept = sum(code.src_end - code.src_start for code in equal) / len(asked.words)
    first, last = equal[0].dest_start, equal[-1].dest_end
    changes: list[Change] = []
    follows = False
    for code in codes:
        if code.tag == "equal":
            follows = False
            continue
        if code.tag == "insert" and code.src_start in asked.omissions:
            continue  # left out where the quotation says so
        inside = window[max(first, code.dest_start) : max(first, min(last, code.dest_end))]
        there = text[inside[0].start : inside[-1].end] if inside else ""
        gone = " ".join(asked.words[code.src_start : code.src_end])
        if follows:
            before = changes.pop()
            gone, there = f"{before.asked} {gone}".strip(), f"{before.found} {there}".strip()
        if gone or there:
            changes.append(Change(gone, there))
            follows = True
    return kept, Span("-", window[first].start, window[last - 1].end), tuple(changes)


def _speaker(annotation: Annotation, span: Span) -> Statement | None:
    """The statement that covers most of the span; the shortest of equals."""
    best = [
        (sum(part.shared(span) for part in s.content), -sum(map(len, s.content)), s.id, s)
        for s in annotation.statements
    ]
    best = [entry for entry in best if 2 * entry[0] >= len(span)]
    return max(best, key=lambda entry: entry[:3])[3] if best else None


def _look_in(annotation: Annotation, dossier: Dossier, asked: Asked, rare: Sequence[str]) -> list[QuotePlace]:
    """The places of one article that hold the quotation, best first."""
    article = annotation.article
    found = _readable_words(annotation)
    places: list[QuotePlace] = []
    scored = [(_compare(found, asked, start, article.text)) for start in _starts(found, asked.words, rare)]
    for kept, bare, changes in sorted(
        scored, key=lambda entry: (-entry[0], len(entry[2]), entry[1] or Span("-", 0, 1))
    ):
        if bare is None or kept < _ENOUGH:
            break
        span = Span(article.id, bare.start, bare.end)
        if any(place.span.overlaps(span) for place in places):
            continue
        statement = _speaker(annotation, span)
        places.append(
            QuotePlace(
                span=span,
                words=article.words(span),
                story=dossier.id,
                origin=dossier.material.origin_at(span).id,
                published=article.published.value if article.published else None,
                speaker=statement.speaker if statement else None,
                statement=statement.id if statement else None,
                changes=changes,
                kept=kept,
                outlet=article.outlet.value if article.outlet else None,
                file=article.file,
            )
        )
    return places


def find_quote(report: Report, quotation: str) -> QuoteFinding:
    """Where a quotation stands in a report's articles: word for word, altered, or nowhere.

    Case, punctuation, quote marks and accents do not count. Raises UsageError if `quotation` has no words.
    """
    asked = tuple(word.folded for word in words(quotation))
    if not asked:
        raise UsageError("the quotation has no words")
    pairs = [(dossier, annotation) for dossier in report.dossiers for annotation in dossier.material.annotations]
    counts: Counter[str] = Counter()
    for _, annotation in pairs:
        counts.update({word.folded for word in _readable_words(annotation)} & set(asked))
    known = [word for word in dict.fromkeys(asked) if counts[word]]
    rare = sorted(known, key=lambda word: (is_stop(word), counts[word], word))[:_ANCHORS]
    wanted = Asked(asked, _omissions(quotation))
    places = [place for dossier, annotation in pairs for place in _look_in(annotation, dossier, wanted, rare)]
    best = max((place.kept for place in places), default=0.0)
    places = [place for place in places if place.kept >= best - _BEHIND]
    exact = [place for place in places if not place.changes]
    places.sort(key=lambda place: (bool(place.changes), place.published is None, place.published or "", place.span))
    status = QuoteStatus.FOUND if exact else QuoteStatus.ALTERED if places else QuoteStatus.ABSENT
    return QuoteFinding(status=status, asked=quotation, places=tuple(places))
