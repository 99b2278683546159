"""Where the timeline's marks stand: gaps squeezed by their logarithm, so that 1987 and this morning both show."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from readout.exporters.wording import MONTHS, date_words, range_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from readout.ranges import DateRange
    from readout.types import Article, Event

WIDTH = 1184
_MARGIN = 26
_LEAST = 24  # width of a mark, so that its number fits
_ROW = 26
_TICK_GAP = 84
_MOST_ROWS = 14
_CROWD = 3  # so many events at one time are still drawn as whole bars
_CROWD_WEIGHT = 0.35
_YEARS = {"year", "decade", "century", "millennium"}
_MONTHS = {"month", "season", "quarter", "half"}


@dataclass(frozen=True, slots=True)
class Bar:
    """An event's mark: number in the list, place in the drawing, and whether its time is vague, planned, inferred."""

    number: int
    x: float
    y: float
    width: float
    css: str
    title: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A report's mark in the lower lane."""

    key: str
    x: float
    y: float
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A date under the axis; `x` is where the text stands: to the right of it, or of the `last` to the left."""

    x: float
    label: str
    last: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The two lanes; `axis` is the height of the line between them."""

    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    axis: float
    height: float


def draw_timeline(events: Sequence[Event], articles: Iterable[tuple[str, Article]]) -> Drawing | None:
    """Both lanes, or None where fewer than two different times are known."""
    reports = [(key, article, moment) for key, article in articles if (moment := _published(article)) is not None]
    spans = [_minutes(event.range) for event in events]
    points = sorted({edge for span in spans if span for edge in span} | {moment for _, _, moment in reports})
    if len(points) < 2:
        return None
    crowds = Counter(span for span in spans if span)
    places = _places(points, crowds)
    bars, rows = _pack(events, spans, places, crowds)
    axis = 14 + rows * _ROW
    dots, dot_rows = _stack_dots(reports, places, axis)
    return Drawing(
        bars=tuple(bars),
        dots=tuple(dots),
        ticks=tuple(_ticks(events, spans, reports, places)),
        axis=axis,
        height=axis + 38 + dot_rows * 16,
    )


def _published(article: Article) -> int | None:
    """Minutes since year 1 at which an article's time of publication begins; None where it is no ISO date."""
    if article.published is None:
        return None
    value = article.published.value[:16]
    return _clock(value if len(value) == 16 else value + "0000-01-01T00:00"[len(value) :])


def _clock(value: str) -> int | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.toordinal() * 1440 + moment.hour * 60 + moment.minute


def _minutes(value: DateRange) -> tuple[int, int] | None:
    """First and last minute; an open end is drawn as the other one."""
    first, last = value.first or value.last, value.last or value.first
    if first is None or last is None:
        return None
    low, high = _clock(first), _clock(last)
    return (low, high) if low is not None and high is not None else None


def _places(points: Sequence[int], crowds: Mapping[tuple[int, int], int]) -> dict[int, float]:
    """Each time's x: a gap weighs by the logarithm of its hours, and more where many events crowd."""
    extra = {low: _CROWD_WEIGHT * size for (low, _), size in crowds.items() if size > _CROWD}
    total = 0.0
    sums = [0.0]
    for earlier, later in pairwise(points):
        total += 0.15 + math.log10(1 + (later - earlier) / 60) + extra.get(earlier, 0.0)
        sums.append(total)
    breadth = WIDTH - 2 * _MARGIN
    return {point: _MARGIN + breadth * at / total for point, at in zip(points, sums, strict=True)}


def _pack(
    events: Sequence[Event],
    spans: Sequence[tuple[int, int] | None],
    places: Mapping[int, float],
    crowds: Mapping[tuple[int, int], int],
) -> tuple[list[Bar], int]:
    """Bars in as few rows as do not overlap; the row nearest the axis is filled first.

    Events of one and the same time, where they are many, stand side by side as small marks within it.
    """
    placed: Counter[tuple[int, int]] = Counter()
    free: list[float] = []
    found: list[tuple[int, float, float, int]] = []
    for span, number in sorted((span, number) for number, span in enumerate(spans) if span):
        left, right = _edges(places[span[0]], places[span[1]])
        columns = min(int((right - left) // (_LEAST + 4)), math.ceil(crowds[span] / 3))
        if crowds[span] > _CROWD and columns > 1:
            left += placed[span] % columns * (_LEAST + 4)
            right = left + _LEAST
            placed[span] += 1
        found.append((number, left, right, _take_row(free, left, right, 4)))
    rows = max(1, len(free))
    bars = [
        Bar(
            number=number + 1,
            x=round(left, 1),
            y=14 + (rows - 1 - row) * _ROW,
            width=round(right - left, 1),
            css=_css(events[number]),
            title=f"{range_words(events[number].range)}: {events[number].text}",
        )
        for number, left, right, row in sorted(found)
    ]
    return bars, rows


def _edges(left: float, right: float) -> tuple[float, float]:
    """A bar's ends: a day's ends where the next starts; one narrower than its number is widened to the right."""
    right = min(max(right, left + _LEAST), WIDTH - 2.0)
    return min(left, right - _LEAST), right


def _take_row(ends: list[float], left: float, right: float, gap: float) -> int:
    """The first row that is free from `left` on, now taken up to `right`; where none is left, the last."""
    row = next((index for index, end in enumerate(ends) if end + gap <= left), len(ends))
    if row == len(ends) and row < _MOST_ROWS:
        ends.append(right)
    row = min(row, _MOST_ROWS - 1)
    ends[row] = max(ends[row], right)
    return row


def _css(event: Event) -> str:
    names = ["vague"] if event.range.granularity not in {"second", "minute", "hour", "part of day", "day"} else []
    names += [name for name in ("planned", "background", "inferred") if getattr(event, name)]
    return " ".join(names)


def _stack_dots(
    reports: Sequence[tuple[str, Article, int]], places: Mapping[int, float], axis: float
) -> tuple[list[Dot], int]:
    """A dot for each report, those of nearly the same time below each other; and how many rows that takes."""
    dots = []
    ends: list[float] = []
    for key, article, moment in sorted(reports, key=lambda report: (report[2], report[0])):
        x = places[moment]
        row = _take_row(ends, x, x, 13)
        name = article.outlet.value if article.outlet else article.file or article.id
        published = article.published.value if article.published else ""
        dots.append(Dot(key, round(x, 1), axis + 34 + row * 16, f"{name}, {date_words(published)}"))
    return dots, max(1, len(ends))


def _ticks(
    events: Sequence[Event],
    spans: Sequence[tuple[int, int] | None],
    reports: Sequence[tuple[str, Article, int]],
    places: Mapping[int, float],
) -> list[Tick]:
    """Dates under the axis, as many as fit, as fine as the texts give them."""
    labels: dict[int, str] = {}
    for event, span in zip(events, spans, strict=True):
        if span and event.range.low:
            labels.setdefault(span[0], _short_date(event.range.low, event.range.granularity))
    for _, article, moment in reports:
        if article.published:
            labels.setdefault(moment, _short_date(article.published.value))
    ticks: list[Tick] = []
    last_x, last_label = -float(_TICK_GAP), ""
    for moment in sorted(labels):
        x, label = places[moment], labels[moment]
        last = x > WIDTH - _TICK_GAP
        if x - last_x >= _TICK_GAP * (1 + last) and label != last_label:
            ticks.append(Tick(round(x, 1), label, last))
            last_x, last_label = x, label
    return ticks


def _short_date(value: str, granularity: str = "day") -> str:
    """`3 Apr 2024`, `Apr 2024`, `2024`: no finer than the granularity."""
    size = 4 if granularity in _YEARS else 7 if granularity in _MONTHS else 10
    parts = value[:size].split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1][:3]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"
