"""What the templates print: the report turned into rows, cells, cards and lines, every value with its marks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.exporters.changes import read_changes
from readout.exporters.context import story_title
from readout.exporters.html.copies import CopyLine, Pairing, copy_lines
from readout.exporters.html.grid import Grid, lay_grid
from readout.exporters.html.index import gather_places
from readout.exporters.html.quotes import Board, lay_board
from readout.exporters.html.scale import Drawing, draw_timeline
from readout.exporters.lineage import order_origins
from readout.exporters.wording import (
    STANDING_SIGNS,
    count,
    date_words,
    join_words,
    lag_words,
    left_out_words,
    outlet_words,
    period_words,
    pile_words,
    range_words,
    where_words,
)
from readout.types import Standing

if TYPE_CHECKING:
    from readout.exporters.html.grid import Answer, Row
    from readout.exporters.html.index import Index, Mark, Place
    from readout.exporters.html.marks import Line
    from readout.types import Annotation, Cited, Dossier, Event, Failure, Origin, Report, StoryMaterial

MOST_LEADS = 4
MOST_ANSWERS = 3
#: Kinds whose answers differ in a value that a reader can compare at a glance.
VALUES = {"number", "date", "place", "who"}
#: In a larger pile a story of one article lists no statements of its own: they stand marked in the article.
MOST_FULL_STORIES = 60


@dataclass(frozen=True, slots=True)
class Fact:
    """One piece of an article's metadata: its name, value, where it is written, and the words in the text if any."""

    name: str
    value: str
    where: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article on the page."""

    key: str
    outlet: str
    headline: str
    published: str
    size: str
    language: str
    origin: str
    facts: tuple[Fact, ...]
    conflicts: tuple[str, ...]
    lines: tuple[Line, ...]
    statements: int
    url: str
    changed: tuple[ChangedSince, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """What was changed since an earlier version: each change with the words before and the mark of those after."""

    since: str
    summary: str
    changes: tuple[tuple[str, str, Mark | None], ...]
    more: int


@dataclass(frozen=True, slots=True)
class OriginCard:
    """An origin: why its articles count once, the words that say so, and its tree of copies."""

    id: str
    name: str
    size: str
    why: tuple[str, ...]
    marks: tuple[Mark, ...]
    tree: tuple[CopyLine, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timeline."""

    number: int
    date: str
    mark: Mark
    text: str
    before: str  #: of a part of a sentence, the rest on each side
    after: str
    more: tuple[Place, ...]
    origins: str
    notes: tuple[str, ...]
    css: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows a filter shows or hides: those of one standing, or what only tells of one matter."""

    standing: str
    sign: str
    number: int
    word: str


@dataclass(frozen=True, slots=True)
class Lead:
    """A point in the opening, with the answers that show best how it stands, and how many are not shown."""

    row: Row
    answers: tuple[Answer, ...]
    more: int


@dataclass(frozen=True, slots=True)
class StoryView:
    """One dossier on the page."""

    key: str
    headline: str
    period: str
    articles: str
    outlets: str
    outlet_names: str
    origins: str
    tallies: tuple[Tally, ...]
    leads: tuple[Lead, ...]
    grid: Grid
    cards: tuple[OriginCard, ...]
    board: Board
    drawing: Drawing | None
    entries: tuple[Entry, ...]
    sheets: tuple[Sheet, ...]
    follows: str
    left_out: str  #: what is not shown as a dispute, counted by why


@dataclass(frozen=True, slots=True)
class PileView:
    """The whole page."""

    stories: tuple[StoryView, ...]
    failures: tuple[Failure, ...]
    sums: str
    pairings: tuple[Pairing, ...]  #: of all stories, numbered through


def view_report(report: Report, index: Index) -> PileView:
    """Everything the page shows."""
    brief = len(report.dossiers) > MOST_FULL_STORIES
    pairings: list[Pairing] = []
    views = [
        _view_story(f"s{n}", dossier, index, pairings, brief=brief) for n, dossier in enumerate(report.dossiers, 1)
    ]
    return PileView(
        stories=tuple(views),
        failures=report.failures,
        sums=pile_words(report),
        pairings=tuple(pairings),
    )


def _view_story(key: str, dossier: Dossier, index: Index, pairings: list[Pairing], *, brief: bool) -> StoryView:
    material = dossier.material
    articles = [annotation.article for annotation in material.annotations]
    outlets = sorted({article.outlet.value for article in articles if article.outlet})
    nameless = sum(article.outlet is None for article in articles)
    names = join_words(outlets) if outlets else ""
    if nameless:
        names += f"{'; ' if names else ''}{count(nameless, 'article')} without a stated outlet"
    grid = lay_grid(key, dossier, index)
    cards = tuple(
        _card(f"{key}-o{number}", origin, material, index, pairings)
        for number, origin in enumerate(order_origins(material), 1)
    )
    return StoryView(
        key=key,
        headline=story_title(dossier),
        period=period_words(articles),
        articles=count(len(articles), "article"),
        outlets=outlet_words(len(outlets), known=not nameless),
        outlet_names=names,
        origins=count(len(material.origins), "independent origin"),
        tallies=_tallies(grid),
        leads=_leads(grid),
        grid=grid,
        cards=cards,
        board=lay_board(key, material, index, brief=brief and len(articles) == 1),
        drawing=_draw(dossier, index),
        entries=tuple(_entry(n, event, index) for n, event in enumerate(_in_order(dossier), 1)),
        sheets=tuple(_sheet(annotation, material, index) for annotation in material.annotations),
        follows=count(len(material.story.follows), "earlier story", "earlier stories")
        if material.story.follows
        else "",
        left_out=left_out_words(dossier),
    )


def _in_order(dossier: Dossier) -> list[Event]:
    """The events in order of time, those behind "more" last."""
    return sorted(dossier.timeline, key=lambda event: event.minor)


def _draw(dossier: Dossier, index: Index) -> Drawing | None:
    """The timeline drawn; one article alone has only its list (in a large pile the drawings would weigh most)."""
    articles = [(index.key(a.article.id), a.article) for a in dossier.material.annotations]
    events = [event for event in dossier.timeline if not event.minor]
    return draw_timeline(events, articles) if len(articles) > 1 else None


def _tallies(grid: Grid) -> tuple[Tally, ...]:
    counted = Counter("matter" if row.matter else row.standing for row in grid.rows)
    words = {standing.value: standing.value for standing in Standing} | {"matter": "told by several"}
    signs = {standing.value: sign for standing, sign in STANDING_SIGNS.items()} | {"matter": "·"}
    order = ("disputed", "compatible", "agreed", "matter", "single")
    return tuple(Tally(key, signs[key], counted[key], words[key]) for key in order if counted[key])


def _leads(grid: Grid) -> tuple[Lead, ...]:
    """What the story opens with: disputes first, in the given order, then values that developed or differ.

    Dates of which one is only finer than the other do not differ enough to be told first.
    """
    disputed = [row for row in grid.rows if row.standing == Standing.DISPUTED.value]
    differing = [row for row in grid.rows if row.developing or row.standing == Standing.COMPATIBLE.value]
    differing = [row for row in differing if row.developing or not row.nested]
    several = [row for row in differing if len(row.answers) > 1 and row not in disputed and row.kind in VALUES]
    return tuple(_lead(row) for row in (disputed + several)[:MOST_LEADS])


def _lead(row: Row) -> Lead:
    """The first answers of a point, with one that denies if any does; of many values the ends and the widest held."""
    if row.kind in {"number", "date"} and len(row.answers) > MOST_ANSWERS:
        middle = max(row.answers[1:-1], key=lambda answer: (answer.reach, answer.places))
        return Lead(row, (row.answers[0], middle, row.answers[-1]), len(row.answers) - 3)
    first = list(row.answers[:MOST_ANSWERS])
    if not any(answer.stance == "denies" for answer in first):
        first[-1:] = [*(a for a in row.answers[MOST_ANSWERS:] if a.stance == "denies"), *first[-1:]][:1]
    return Lead(row, tuple(first), len(row.answers) - len(first))


def _card(
    identifier: str, origin: Origin, material: StoryMaterial, index: Index, pairings: list[Pairing]
) -> OriginCard:
    return OriginCard(
        id=identifier,
        name=origin.name,
        size=count(len(origin.articles), "article"),
        why=origin.why,
        marks=tuple(index.mark(span) for span in origin.evidence[:6]),
        tree=tuple(copy_lines(origin, material, index, pairings)),
    )


def _entry(number: int, event: Event, index: Index) -> Entry:
    marks = [index.mark(span) for span in event.evidence]
    before, after = index.around(event.evidence[0])
    notes = []
    if event.planned:
        notes.append("planned")
    if event.background:
        notes.append("background")
    if event.inferred:
        notes.append("dated through another article")
    return Entry(
        number=number,
        date=range_words(event.range),
        mark=marks[0],
        text=event.text,
        before=before,
        after=after,
        more=tuple(gather_places(marks[1:])),
        origins=count(len(event.origins), "origin"),
        notes=tuple(notes),
        css=" ".join(name for name in ("planned", "background", "inferred") if getattr(event, name)),
        minor=event.minor,
    )


def _sheet(annotation: Annotation, material: StoryMaterial, index: Index) -> Sheet:
    article = annotation.article
    lines = index.lines(article.id)
    size = sum(len(article.text[line.start : line.end].split()) for line in lines if not line.junk)
    return Sheet(
        key=index.key(article.id),
        outlet=index.label(article.id),
        headline=index.title(article.id) or "No headline stated",
        published=date_words(article.published.value) if article.published else "undated",
        size=count(size, "word"),
        language=article.language if article.language not in {"", "und"} else "",
        origin=material.origin_of(article.id).name,
        facts=tuple(_facts(annotation, index)),
        conflicts=article.conflicts,
        lines=tuple(lines),
        statements=len(annotation.statements),
        url=article.url or "",
        changed=tuple(
            ChangedSince(
                changed.since,
                changed.summary,
                tuple((c.kind, c.before, index.mark(c.span) if c.span else None) for c in changed.changes),
                changed.more,
            )
            for changed in read_changes(article)
        ),
    )


def _facts(annotation: Annotation, index: Index) -> list[Fact]:
    article = annotation.article
    single: list[tuple[str, Cited[str] | None]] = [
        ("Headline", article.headline),
        ("Outlet", article.outlet),
        *(("Agency", agency) for agency in article.agencies),
        *(("By", author) for author in article.authors),
        ("Published", article.published),
        ("Updated", article.updated),
    ]
    facts = []
    for name, cited in single:
        if cited is None:
            if name in {"Outlet", "Published"}:
                facts.append(Fact(name, "not stated", "", ()))
            continue
        value = date_words(cited.value) if name in {"Published", "Updated"} else cited.value
        if name == "Updated" and (lag := lag_words(article.published, cited)):
            value += f" ({lag})"
        facts.append(Fact(name, value, where_words(cited), tuple(index.mark(span) for span in cited.spans)))
    facts.append(Fact("File", article.file or article.uri, "", ()))
    return facts
