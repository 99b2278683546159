"""Points that ask since when: what is told to be the first, the worst, the largest since a year or in many years."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.analysis.accounts.drafts import PointDraft, asserted
from readout.analysis.accounts.questions import SinceWhen, ask
from readout.analysis.accounts.setting.scene import clause_around
from readout.groups import Groups
from readout.language.slots import slot_words
from readout.ranges import DateRange
from readout.spans import Span
from readout.types import PointKind, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.types import Annotation

_RECORD = re.compile(
    r"\b(first|worst|only|most|least|\w{3,}est)\b(?=[^.;!?]{0,140}?\b"
    r"(since|in\s+(?:(?:at\s+least|more\s+than|nearly|about|almost|over)\s+)?(?:the\s+)?(?:last\s+|past\s+)?"
    r"(?:\d{2,3}|[a-z]+(?:-[a-z]+)?)\s+(?:years|decades)|in\s+(?:decades|generations)|"
    r"in\s+(?:(?:at\s+least|more\s+than|nearly|about|almost|over)\s+)?(?:a|half\s+a)\s+(?:century|generation|decade))\b)",
    re.IGNORECASE,
)
_DECADES = {
    "decades": (20, 60),
    "generations": (30, 100),
    "century": (90, 110),
    "generation": (20, 40),
    "decade": (8, 12),
}
_SHARED = 3.0  #: weight that two records share


@dataclass(frozen=True, slots=True)
class Record:
    """One superlative with the time it reaches back to."""

    line: Line
    span: Span
    range: DateRange
    stems: frozenset[str]


def read_records(scene: Scene) -> list[Record]:
    """The records of a story in order of article and place."""
    found = []
    for annotation in scene.annotations:
        for line in scene.lines_of(annotation.article.id):
            for match in _RECORD.finditer(line.text):
                record = _read(line, match, annotation)
                if record is not None:
                    found.append(record)
                    break
    return found


def _read(line: Line, match: re.Match[str], annotation: Annotation) -> Record | None:
    if match.group(1).lower() in slot_words().no_records:
        return None
    start, end = line.start + match.start(1), line.start + match.end(2)
    reached = _reach(line, match, annotation)
    if reached is None:
        return None
    span = Span(line.article, min(start, clause_around(line, start, end).start), max(end, reached[1]))
    stems = line.stems_in(start, end)
    return Record(line, span, reached[0], stems)


def _reach(line: Line, match: re.Match[str], annotation: Annotation) -> tuple[DateRange, int] | None:
    """The time a record reaches back to, and where its words end."""
    end = line.start + match.end(2)
    if match.group(2).lower() == "since":
        for time in sorted(annotation.times, key=lambda t: t.span):
            near = end <= time.span.start <= end + _NEAR and time.span.end <= line.end
            if near and time.range and time.range.low and time.range.high and time.type == "DATE":
                return time.range, time.span.end
        return None
    published = annotation.article.published
    if published is None or not published.value[:4].isdigit():
        return None
    years = _years(match.group(2).lower(), annotation, line, match)
    if years is None:
        return None
    now = int(published.value[:4])
    low, high = max(1, now - round(years[1])), now - round(years[0])
    return DateRange(low=f"{low:04d}", high=f"{max(low, high):04d}", granularity="year"), end


_NEAR = 12  #: characters between "since" and its time, at most


def _years(words: str, annotation: Annotation, line: Line, match: re.Match[str]) -> tuple[float, float] | None:
    """How many years some words for a length reach back, at least and at most."""
    last = words.split()[-1]
    if last in _DECADES:
        low, high = _DECADES[last]
        return (low / 2, high / 2) if "half" in words else (low, high)
    where = Span(line.article, line.start + match.start(2), line.start + match.end(2))
    for amount in annotation.amounts:
        if where.overlaps(amount.span) and amount.range.low is not None:
            number = amount.range.low
            return (number - 1, number * (1.5 if "least" in words or "more" in words else 1) + 1)
    return None


def record_points(scene: Scene) -> list[PointDraft]:
    """The points of a story that ask since when something was not seen."""
    records = read_records(scene)
    groups = Groups(range(len(records)))
    for number, one in enumerate(records):
        for other in range(number + 1, len(records)):
            shared = one.stems & records[other].stems
            if len(shared) >= 2 and scene.weight(shared) >= _SHARED:
                groups.join(number, other)
    drafts = (_draft([records[member] for member in members], scene) for members in groups.all())
    return [draft for draft in drafts if draft is not None]


def _draft(records: Sequence[Record], scene: Scene) -> PointDraft | None:
    if len({scene.origins[record.line.article] for record in records}) < 2:
        return None
    by_range: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        by_range[(record.range.low or "")[:10], (record.range.high or "")[:10]].append(record)
    accounts = tuple(
        asserted(
            scene.shown(group[0].span),
            (name for record in group for name in scene.tellers_of(record.span)),
            (record.span for record in group),
            group[0].range,
        )
        for _, group in sorted(by_range.items())
    )
    agreed = len(accounts) == 1
    return PointDraft(
        question=ask(SinceWhen(min((record.span for record in records), key=lambda span: (len(span), span))), scene),
        kind=PointKind.DATE,
        standing=Standing.AGREED if agreed else Standing.COMPATIBLE,
        accounts=accounts,
        rule="one record",
        why="the same time is named" if agreed else "the reports reach back differently far; not all count the same",
        strength=0.5,
    )
