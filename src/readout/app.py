"""Readout as a library: the one place that wires readers, pipeline and exporters.

>>> import readout
>>> pile = readout.report("examples/pile")        # doctest: +SKIP
>>> pile.stories[0].headline                      # doctest: +SKIP
>>> pile.to_html("report.html")                   # doctest: +SKIP
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readout.analysis.stories import group_stories
from readout.analysis.utterances import find_quote
from readout.errors import UsageError
from readout.exporters.json import export_json
from readout.pipeline import (
    annotate_articles,
    annotate_batch,
    annotate_certain,
    compare_articles,
    compile_report,
    extract_articles,
    extract_pages,
    silent_progress,
)
from readout.readers import read_pages
from readout.runners import choose_runner
from readout.types import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.utterances import QuoteFinding
    from readout.fetching import Kept, Listed
    from readout.pipeline import Progress, Reading, Runner
    from readout.types import Annotation, Article, Copy, Dossier, Report, Story

PathLike = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Pile:
    """The finished report on a pile; a notebook shows it as the HTML report."""

    report: Report

    @property
    def stories(self) -> tuple[Dossier, ...]:
        """The dossiers, the story with the most articles first."""
        return self.report.dossiers

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What could not be read, at which stage and why."""
        return self.report.failures

    def quote(self, words: str) -> QuoteFinding:
        """Where a quotation stands in the pile: word for word, altered (and how), or nowhere.

        Raises UsageError if `words` holds no word.
        """
        return find_quote(self.report, words)

    def to_json(self, path: PathLike | None = None) -> str:
        """The report as JSON in the form of the public contract; written to `path` if one is given."""
        return _written(export_json(self.report), path)

    def to_html(self, path: PathLike | None = None) -> str:
        """The report as one self-contained page of HTML; written to `path` if one is given."""
        from readout.exporters.html import export_html

        return _written(export_html(self.report), path)

    def to_markdown(self, path: PathLike | None = None) -> str:
        """The report as Markdown; written to `path` if one is given."""
        from readout.exporters.markdown import export_markdown

        return _written(export_markdown(self.report), path)

    def to_terminal(self, width: int = 100, *, colour: bool = False) -> str:
        """The report as text in lines of at most `width` columns (at least 40), with ANSI colours if asked for."""
        from readout.exporters.terminal import export_terminal

        return export_terminal(self.report, width=width, colour=colour)

    def __str__(self) -> str:
        """The report as plain text."""
        return self.to_terminal()

    def _repr_html_(self) -> str:
        """The report in a frame of its own, so that its style and the notebook's do not meet."""
        from html import escape

        return (
            f'<iframe srcdoc="{escape(self.to_html(), quote=True)}" sandbox="allow-scripts" '
            'title="Readout report" style="width:100%;height:44rem;border:1px solid #ccc"></iframe>'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two articles and what they share; `copy` is None where they share no reporting."""

    a: Article
    b: Article
    copy: Copy | None

    def to_terminal(self, width: int = 100, *, colour: bool = False) -> str:
        """What they share, every edit, and the text of `b` with the edits in it, in lines of `width` columns."""
        from readout.exporters.texts import export_diff

        if self.copy is None:
            return "The two share no reporting.\n"
        return export_diff(self.copy, self.a, self.b, width=width, colour=colour)


def read(
    *paths: PathLike, workers: int = 0, progress: Progress = silent_progress
) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """The articles under `paths` with their blocks labelled, and a Failure for each input that could not be read.

    A path is a folder, a file of any kind that docs/format.md names, or "-" for JSON Lines on standard input; they may
    be mixed. `workers` is as for `annotate`. Raises UsageError if a path does not exist.
    """
    articles, failures = extract_articles(read_pages(_names(paths)), progress, choose_runner(workers))
    refined, _ = compare_articles(articles, progress)
    return refined, failures


def annotate(
    *paths: PathLike, pipeline: str | None = None, workers: int = 0, batch: int = 4096, certain: bool = False
) -> Iterator[Annotation | Failure]:
    """What is read out of each input by itself: an Annotation, or a Failure, in the order of input.

    Inputs are read `batch` at a time, so memory stays bounded on an endless stream; within a batch, copies of one text
    help to tell article from junk. `pipeline` is the name of another installed spaCy pipeline to parse with. `workers`
    is the number of processes to start beside this one; with 0, one is started only for inputs so large that they
    might hang or fill the memory. `certain` leaves out the statements that are marked as doubtful. Raises UsageError
    if a path does not exist, or the pipeline is not installed.
    """
    run = choose_runner(workers, pipeline)
    read = annotate_certain if certain else annotate_batch
    waiting: list[Article | Failure] = []
    for found in extract_pages(read_pages(_names(paths)), run):
        waiting.append(found)
        if len(waiting) >= batch:
            yield from _annotate_batch(waiting, run, read)
            waiting = []
    yield from _annotate_batch(waiting, run, read)


def copies(*paths: PathLike, progress: Progress = silent_progress) -> tuple[tuple[Copy, ...], tuple[Failure, ...]]:
    """Every pair of articles under `paths` that share reporting, and a Failure for each input that could not be read.

    Raises UsageError if a path does not exist.
    """
    articles, failures = extract_articles(read_pages(_names(paths)), progress, choose_runner())
    return compare_articles(articles, progress)[1], failures


def stories(
    *paths: PathLike, progress: Progress = silent_progress
) -> tuple[tuple[Story, ...], tuple[str | Failure, ...]]:
    """The stories of a pile, and for each input in order the id of its article, or its Failure.

    Raises UsageError if a path does not exist.
    """
    order = tuple(extract_pages(read_pages(_names(paths)), choose_runner()))
    articles = tuple(found for found in order if not isinstance(found, Failure))
    refined, found_copies = compare_articles(articles, progress)
    return group_stories(refined, found_copies), tuple(
        found if isinstance(found, Failure) else found.id for found in order
    )


def compare(a: PathLike, b: PathLike) -> Comparison:
    """What two articles share, and every edit between them.

    Raises UsageError if a path does not exist, or unless `a` and `b` hold exactly one article each.
    """
    articles, failures = extract_articles(read_pages(_names((a, b))))
    if failures:
        raise UsageError(f"cannot compare: {failures[0].id} could not be read ({failures[0].reason})")
    if len(articles) != 2:
        raise UsageError(f"cannot compare: {a} and {b} hold {len(articles)} articles, not one each")
    (one, other), found = compare_articles(articles)
    return Comparison(a=one, b=other, copy=found[0].seen_from(one.id) if found else None)


def quote(words: str, *paths: PathLike, progress: Progress = silent_progress) -> QuoteFinding:
    """Where a quotation stands in a pile: word for word, altered (and how), or nowhere.

    Raises UsageError if a path does not exist or `words` holds no word.
    """
    return report(*paths, progress=progress).quote(words)


def report(
    *paths: PathLike, pipeline: str | None = None, workers: int = 0, progress: Progress = silent_progress
) -> Pile:
    """The report on everything under `paths`: one dossier a story, and what could not be read.

    `pipeline` and `workers` are as for `annotate`; the number of workers changes the time, never the report.
    Raises UsageError if a path does not exist or the spaCy pipeline named is not installed.
    """
    run = choose_runner(workers, pipeline)
    return Pile(compile_report(read_pages(_names(paths)), progress, run))


def fetch(
    *addresses: PathLike, folder: PathLike = "fetched", delay: float = 1.0, contact: str = "", most: int = 50
) -> Iterator[Kept | Failure]:
    """Fetch pages into `folder`, for `report` and the others to read; one result per address, in order.

    An address is an http or https URL, a file of URLs, a sitemap or feed on disk, or "-" for lines on standard input.
    A feed or sitemap on the web stands for the `most` newest addresses in it. `delay` is the number of seconds between
    two requests to one host, unless its robots.txt asks for more; `contact` (an address or URL) is sent along, so that
    the host's owner can reach you. What cannot be fetched is a Failure. Raises UsageError if the folder cannot be used.
    """
    from readout import __version__
    from readout.fetching import Settings, fetch_pages, read_wanted

    yield from fetch_pages(
        read_wanted(_names(addresses)), Path(folder), Settings(delay=delay, contact=contact, version=__version__), most
    )


def list_addresses(
    *addresses: PathLike, delay: float = 1.0, contact: str = "", most: int = 50
) -> Iterator[Listed | Failure]:
    """The newest addresses that feeds and sitemaps hold, with title and time; arguments are as for `fetch`."""
    from readout import __version__
    from readout.fetching import Settings, list_pages, read_wanted

    yield from list_pages(
        read_wanted(_names(addresses)), Settings(delay=delay, contact=contact, version=__version__), most
    )


def _annotate_batch(found: list[Article | Failure], run: Runner, read: Reading) -> Iterator[Annotation | Failure]:
    refined, _ = compare_articles(tuple(item for item in found if not isinstance(item, Failure)))
    annotations = annotate_articles(refined, run=run, read=read)
    for item in found:
        yield item if isinstance(item, Failure) else next(annotations)


def _names(paths: tuple[PathLike, ...]) -> list[str]:
    return [os.fspath(path) for path in paths]


def _written(text: str, path: PathLike | None) -> str:
    if path is not None:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    return text
