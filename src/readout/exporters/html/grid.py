"""The grid: rows are points, columns are origins, cells hold the words of each account."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from readout.exporters.context import read_evidence, readable_points
from readout.exporters.html.index import gather_places
from readout.exporters.html.tracks import lay_tracks
from readout.exporters.html.voices import Voices
from readout.exporters.lineage import order_origins
from readout.exporters.wording import (
    STANCE_SIGNS,
    STANCE_WORDS,
    STANDING_SIGNS,
    bare,
    count,
    holder_words,
    is_matter,
    short_origin,
    stands_in,
)
from readout.ranges import DateRange
from readout.types import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.exporters.html.index import Index, Mark, Place
    from readout.exporters.html.tracks import Track
    from readout.spans import Span
    from readout.types import Dossier, Origin, Point, StoryMaterial

#: More origins than these share one last column, so that a table of 300 outlets can still be read.
MOST_COLUMNS = 12
#: So many columns stand beside each other on a wide screen; of more, the fullest come first.
SEEN_COLUMNS = 4
_DISPUTED = 4  #: a dispute counts as so many other points when the columns are chosen


@dataclass(frozen=True, slots=True)
class Answer:
    """An account in the row's head: its letter, what it says, who holds it, from how many origins."""

    letter: str
    answer: str
    holders: str
    stance: str
    stance_word: str
    sign: str
    origins: str
    evidence: tuple[Span, ...]  #: that of the mark first
    mark: Mark
    asked: bool  #: whether the question already has these words
    reach: int  #: from how many origins
    places: int  #: how often it stands
    track: Track | None
    exact: bool  #: whether the answer is the very words of the mark


@dataclass(frozen=True, slots=True)
class Voice:
    """An account in a cell: the words of this origin."""

    letter: str
    stance: str
    stance_word: str
    sign: str
    holders: str
    mark: Mark
    more: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What an origin says on a point; no voices: it is silent. `missing` are its articles that leave the point out."""

    voices: tuple[Voice, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A point."""

    id: str
    question: str
    kind: str
    standing: str
    sign: str
    matter: bool  #: its cells only tell of one matter
    nested: bool  #: its dates lie within one another, "2011" and "January 2011"
    developing: bool
    why: str
    holders: tuple[str, ...]
    answers: tuple[Answer, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An origin, or all those that have no column of their own (`link` is then empty)."""

    name: str
    link: str
    size: str
    articles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole table, with the values its filters offer."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    kinds: tuple[str, ...]
    holders: tuple[str, ...]


def lay_grid(key: str, dossier: Dossier, index: Index) -> Grid:
    """The grid of one story; points in the order given, single claims and what only tells of one matter last."""
    material = dossier.material
    told = Voices(material)
    chosen, rest = _choose_origins(dossier.points, order_origins(material))
    groups: list[tuple[Origin, ...]] = [(origin,) for origin in chosen]
    if rest:
        groups.append(rest)
    rows = tuple(_row(f"{key}-p{n}", point, groups, told, index) for n, point in enumerate(readable_points(dossier), 1))
    holders = sorted({holder for row in rows for holder in row.holders}, key=lambda name: (name.casefold(), name))
    return Grid(
        columns=tuple(_column(key, group, material, index) for group in groups),
        rows=rows,
        kinds=tuple(sorted({row.kind for row in rows})),
        holders=tuple(holders),
    )


def _choose_origins(points: Sequence[Point], origins: Sequence[Origin]) -> tuple[list[Origin], tuple[Origin, ...]]:
    """The origins that get a column: all, or those that answer the most points.

    In the order given, or where they are too many to be seen at once, those that answer the most points first.
    """
    if len(origins) <= SEEN_COLUMNS:
        return list(origins), ()
    answered = {origin.id: 0 for origin in origins}
    for point in points:
        if is_matter(point) or point.standing is Standing.SINGLE:
            continue
        weight = _DISPUTED if point.standing is Standing.DISPUTED else 1
        for origin in {identifier for account in point.accounts for identifier in account.origins}:
            answered[origin] = answered.get(origin, 0) + weight
    ranked = sorted(origins, key=lambda origin: -answered[origin.id])
    if len(origins) <= MOST_COLUMNS + 1:
        return ranked, ()
    return ranked[:MOST_COLUMNS], tuple(ranked[MOST_COLUMNS:])


def _column(key: str, group: Sequence[Origin], material: StoryMaterial, index: Index) -> Column:
    articles = [article for origin in group for article in origin.articles]
    places = {origin.id: number for number, origin in enumerate(order_origins(material), 1)}
    return Column(
        name=short_origin(group[0].name) if len(group) == 1 else f"{len(group)} further origins",
        link=f"{key}-o{places[group[0].id]}" if len(group) == 1 else "",
        size=count(len(articles), "article"),
        articles=tuple((index.key(article), index.label(article)) for article in articles[:40]),
    )


def _row(identifier: str, point: Point, groups: Sequence[Sequence[Origin]], told: Voices, index: Index) -> Row:
    tracks = lay_tracks(point.accounts)
    answers = tuple(
        _answer(number, point, tracks[number], told.material, index) for number in range(len(point.accounts))
    )
    return Row(
        id=identifier,
        question=point.question,
        kind=point.kind.value,
        standing=point.standing.value,
        sign=STANDING_SIGNS[point.standing],
        matter=is_matter(point),
        nested=_is_nested(point),
        developing=point.developing,
        why=point.why,
        holders=tuple(dict.fromkeys(_plain(h) for account in point.accounts for h in account.holders)),
        answers=answers,
        cells=tuple(_cell(point, answers, group, told, index) for group in groups),
    )


def _is_nested(point: Point) -> bool:
    dates = [account.value for account in point.accounts if isinstance(account.value, DateRange)]
    pairs = combinations(dates, 2)
    return len(dates) == len(point.accounts) and all(one.contains(other) or other.contains(one) for one, other in pairs)


def _plain(holder: str) -> str:
    return holder.removeprefix("outlet:")


def letter_of(number: int) -> str:
    """A, B, ... Z, AA, ..."""
    return letter_of(number // 26 - 1) + chr(65 + number % 26) if number > 25 else chr(65 + number)


def _answer(number: int, point: Point, track: Track | None, material: StoryMaterial, index: Index) -> Answer:
    account = point.accounts[number]
    evidence = read_evidence(account, material)
    mark = index.mark(evidence[0])
    return Answer(
        letter=letter_of(number),
        answer=account.answer,
        holders=holder_words(account.holders),
        stance=account.stance.value,
        stance_word=STANCE_WORDS[account.stance],
        sign=STANCE_SIGNS[account.stance],
        origins=count(len(account.origins), "origin"),
        evidence=tuple(evidence),
        mark=mark,
        reach=len(account.origins),
        places=len(account.evidence),
        track=track,
        exact=bare(account.answer) == bare(mark.words),
        asked=stands_in(account.answer, point.question),
    )


def _cell(point: Point, answers: Sequence[Answer], group: Sequence[Origin], told: Voices, index: Index) -> Cell:
    members = {article for origin in group for article in origin.articles if told.material.origin_of(article) is origin}
    here = {origin.id for origin in group}
    voices = []
    for account, answer in zip(point.accounts, answers, strict=True):
        spans = [span for span in answer.evidence if told.material.origin_at(span).id in here]
        if spans:
            marks = [index.mark(span) for span in spans]
            more = tuple(gather_places(marks[1:]))
            holders = holder_words(told.holders_here(account, spans, group))
            voices.append(Voice(answer.letter, answer.stance, answer.stance_word, answer.sign, holders, marks[0], more))
    silent = [article for article in point.silent if article in members] if voices else []
    return Cell(tuple(voices), tuple(dict.fromkeys(index.label(article) for article in silent)))
