"""The command line: a thin face of `readout.app`. stdout is data, stderr is everything else."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, TypeVar

import click

from readout import __version__, app
from readout.errors import UsageError
from readout.exporters.json import annotation_object, copy_object, dump_line, failed_annotation_object
from readout.exporters.quotation import export_finding, finding_object
from readout.exporters.visible import one_line
from readout.pipeline import silent_progress
from readout.runners import collect_rarely
from readout.types import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from readout.fetching import Kept, Listed
    from readout.pipeline import Progress

T = TypeVar("T")

FORMATS = ("terminal", "json", "html", "markdown")
ENDINGS = {
    **{"": "terminal", ".txt": "terminal", ".json": "json"},
    **{".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"},
}
NOTHING_FOUND = 1
WRONG_USE = 2
INTERRUPTED = 130
_MOST_TOLD = 20  # inputs that could not be read, told one by one

EPILOG = """\b
Exit codes: 0 done (what could not be read is listed in the output, or on stderr);
1 nothing to report on, or nothing was found; 2 wrong use, said in one line; 130 stopped with Ctrl-C."""

_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
_quiet = click.option("-q", "--quiet", is_flag=True, help="No progress on stderr.")
_pipeline = click.option(
    "--pipeline", metavar="NAME", help="Another installed spaCy pipeline instead of the one that comes with Readout."
)
_workers = click.option(
    "--workers",
    type=click.IntRange(0, 256),
    default=0,
    show_default=True,
    help="Processes to spread the work over; each item that hangs or dies there is stopped and listed as a failure.",
)


class OneLineErrors(click.Group):
    """Shows what the caller did wrong as one line and ends with code 2."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command and end the process with its exit code."""
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(WRONG_USE)
        except click.ClickException as error:
            _complain(error.format_message())
        except UsageError as error:
            _complain(str(error))
        except click.Abort:
            sys.exit(INTERRUPTED)
        sys.exit(code if isinstance(code, int) else 0)


def _complain(message: str) -> NoReturn:
    click.echo(f"readout: {' '.join(message.split())}", err=True)
    sys.exit(WRONG_USE)


def _drop_output() -> None:
    """Point stdout elsewhere, so that the interpreter's last flush is silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class StderrProgress:
    """Says on stderr which chapter is at work: one line redrawn on a terminal, a line every few seconds elsewhere."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._next = time.monotonic() + (0.1 if self._live else 5.0)
        self._drawn = False

    def __call__(self, chapter: str, done: int, total: int | None) -> None:
        """Note progress; see `readout.pipeline.Progress`."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (0.1 if self._live else 5.0)
        line = f"{chapter}: {done}" + (f" of {total}" if total is not None else "")
        if self._live:
            click.echo(f"\r\x1b[K{line}", err=True, nl=False)
            self._drawn = True
        else:
            click.echo(line, err=True)

    def close(self) -> None:
        """Take the redrawn line away."""
        if self._drawn:
            click.echo("\r\x1b[K", err=True, nl=False)


@click.group(cls=OneLineErrors, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="readout")
def main() -> None:
    """Who said what, who copied whom, and where the accounts differ.

    Readout reads a pile of raw news reports and traces every answer to the exact words of a text.

    \b
    A PATH is a folder, a .txt, .html or .jsonl file (also .gz, .zst), a feed or web archive,
    or "-" for JSON Lines on standard input. Start with:
        readout report FOLDER
        readout fetch URL... -o FOLDER
        readout report FOLDER --format html -o report.html
    """  # noqa: D301
    collect_rarely()


@main.command(epilog=EPILOG)
@_paths
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: terminal, or what FILE's name says.")
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False), help="Write here instead of stdout.")
@_pipeline
@_workers
@_quiet
def report(
    paths: tuple[str, ...], form: str | None, output: str | None, pipeline: str | None, workers: int, quiet: bool
) -> None:
    """Report on a pile: its stories, origins, copies, statements, points and timeline.

    \b
    Examples:
        readout report reports/
        readout report reports/ -o report.html
        readout report a.html b.txt --format json | jq '.stories[0].points'
    """  # noqa: D301
    form = form or _format_of(output)
    _check_output(output)
    pile = _with_progress(
        quiet, lambda progress: app.report(*paths, pipeline=pipeline, workers=workers, progress=progress)
    )
    text = _render(pile, form, output)
    if output is None:
        _emit([text])
    else:
        _write(output, text)
        told = f"{_count(len(pile.stories), 'story', 'stories')}, {_failed(len(pile.failures))}"
        click.echo(f"{output}: {told}", err=True)
    if not pile.stories:
        click.echo(f"readout: no article could be read in {' '.join(paths)}", err=True)
        sys.exit(NOTHING_FOUND)


@main.command(epilog=EPILOG)
@_paths
@click.option("--certain", is_flag=True, help="Leave out statements that only half of all readers would call so.")
@_pipeline
@_workers
def annotate(paths: tuple[str, ...], certain: bool, pipeline: str | None, workers: int) -> None:
    """Annotate articles: one JSON object per input, in order.

    Blocks, names, statements, times and amounts, all with offsets in code points. Statements that only half of all
    readers would call so ("voters who back the plan", "outrage about the cuts") carry "doubtful": true.
    """
    _emit(
        dump_line(failed_annotation_object(found) if isinstance(found, Failure) else annotation_object(found))
        for found in app.annotate(*paths, pipeline=pipeline, workers=workers, certain=certain)
    )


@main.command(epilog=EPILOG)
@_paths
@_quiet
def copies(paths: tuple[str, ...], quiet: bool) -> None:
    """Find who copied whom: one JSON object per pair of articles that share reporting.

    What could not be read is told on stderr.
    """
    found, failures = _with_progress(quiet, lambda progress: app.copies(*paths, progress=progress))
    _emit(dump_line(copy_object(copy)) for copy in found)
    _tell(failures)


@main.command(epilog=EPILOG)
@_paths
@_quiet
def stories(paths: tuple[str, ...], quiet: bool) -> None:
    """Group articles by story: one JSON object {"id", "story"} per article, in order."""
    found, order = _with_progress(quiet, lambda progress: app.stories(*paths, progress=progress))
    story_of = {article: story.id for story in found for article in story.articles}
    _emit(
        dump_line(
            {"id": item.id, "story": None, "failure": {"stage": item.stage, "reason": item.reason}}
            if isinstance(item, Failure)
            else {"id": item, "story": story_of[item]}
        )
        for item in order
    )


@main.command(epilog=EPILOG)
@click.argument("a")
@click.argument("b")
def diff(a: str, b: str) -> None:
    """Hold two articles against each other: what they share, and every edit.

    A and B are files of one article each. Ends with code 1 if they share no reporting.
    """
    comparison = app.compare(a, b)
    _emit([comparison.to_terminal(_terminal_width(), colour=_colour())])
    if comparison.copy is None:
        sys.exit(NOTHING_FOUND)


@main.command(epilog=EPILOG)
@click.argument("words")
@_paths
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of text.")
@_quiet
def quote(words: str, paths: tuple[str, ...], as_json: bool, quiet: bool) -> None:
    """Look a quotation up: found, found altered, or not in this pile.

    Says by whom, where first, in how many origins at most, and what was changed. Ends with code 1 if it is nowhere.
    """
    pile = _with_progress(quiet, lambda progress: app.report(*paths, progress=progress))
    finding = pile.quote(words)
    _emit([dump_line(finding_object(finding)) if as_json else export_finding(finding, _terminal_width())])
    _tell(pile.failures)  # "not in this pile" holds of what was read
    if not finding.places:
        sys.exit(NOTHING_FOUND)


@main.command(epilog=EPILOG)
@click.argument("addresses", nargs=-1, required=True, metavar="URL...")
@click.option(
    "-o", "--output", "folder", metavar="FOLDER", default="fetched", show_default=True, help="Where the pages go.",
    type=click.Path(file_okay=False),
)  # fmt: skip
@click.option("--list", "only_list", is_flag=True, help="Only list the addresses in feeds and sitemaps.")
@click.option(
    "--most", type=click.IntRange(1, 100_000), default=50, show_default=True,
    help="How many of the newest addresses in a feed or sitemap are taken.",
)  # fmt: skip
@click.option(
    "--delay", type=click.FloatRange(0.2, 3600.0), default=1.0, show_default=True,
    help="Seconds between two requests to one host; more where its robots.txt asks for it.",
)  # fmt: skip
@click.option("--contact", default="", metavar="WORDS", help="An address under which sites can reach you.")
def fetch(addresses: tuple[str, ...], folder: str, only_list: bool, most: int, delay: float, contact: str) -> None:
    """Fetch pages into a folder that the other commands read: one JSON object per address.

    Obeys robots.txt, waits between requests, opens no private address, and asks only for what has changed if a page is
    in the folder already. A URL may also be a feed or sitemap, a file of addresses, or "-" for lines on standard input.

    \b
    Examples:
        readout fetch https://news.example/story -o pile/ && readout report pile/
        readout fetch --list https://news.example/news-sitemap.xml | grep -i ferry | readout fetch - -o pile/
    """  # noqa: D301
    if not contact.isprintable() or not contact.isascii():
        raise UsageError("--contact can hold ASCII signs only")
    if only_list:
        _emit_found(app.list_addresses(*addresses, delay=delay, contact=contact, most=most))
    else:
        _emit_found(app.fetch(*addresses, folder=folder, delay=delay, contact=contact, most=most))


def _emit_found(found: Iterable[Kept | Listed | Failure]) -> None:
    """Write each result at once; end with code 1 if there is nothing but failures."""
    some = False
    for item in found:
        some = some or not isinstance(item, Failure)
        if isinstance(item, Failure):
            told: dict[str, object] = {"url": item.id, "failure": {"stage": item.stage, "reason": item.reason}}
        else:
            told = {**asdict(item), "failure": None}
        _emit([dump_line(told)])
    if not some:
        sys.exit(NOTHING_FOUND)


def _with_progress(quiet: bool, work: Callable[[Progress], T]) -> T:
    if quiet:
        return work(silent_progress)
    progress = StderrProgress()
    try:
        return work(progress)
    finally:
        progress.close()


def _format_of(output: str | None) -> str:
    """The format that a file's name calls for. Raises UsageError if it calls for one that there is not."""
    ending = Path(output or "").suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(f"{ending} is no format of a report: use .html, .json, .md or .txt, or --format")
    return ENDINGS[ending]


def _render(pile: app.Pile, form: str, output: str | None) -> str:
    if form == "json":
        return pile.to_json()
    if form == "html":
        return pile.to_html()
    if form == "markdown":
        return pile.to_markdown()
    return pile.to_terminal(_terminal_width(), colour=output is None and _colour())


def _colour() -> bool:
    """Whether stdout is a terminal whose user has not asked for none (no-color.org)."""
    return _stdout().isatty() and "NO_COLOR" not in os.environ


def _terminal_width() -> int:
    try:
        return max(60, min(os.get_terminal_size(_stdout().fileno()).columns, 120))
    except OSError:
        return 100


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _failed(number: int) -> str:
    return _count(number, "input could not be read", "inputs could not be read") if number else "everything was read"


def _tell(failures: Sequence[Failure]) -> None:
    """Say on stderr what could not be read, for commands whose output has no place for it."""
    for item in failures[:_MOST_TOLD]:
        click.echo(one_line(f"readout: {item.id}: {item.reason} ({item.stage})"), err=True)
    if len(failures) > _MOST_TOLD:
        click.echo(f"readout: {_failed(len(failures))}", err=True)


def _check_output(output: str | None) -> None:
    """Raise UsageError before the work, not after it, if the output cannot be written."""
    if output is None:
        _stdout()
    elif not os.path.isdir(Path(output).parent):  # noqa: PTH112, whatever the rights
        raise UsageError(f"cannot write {output}: there is no folder {Path(output).parent}")
    elif not os.access(output if os.path.exists(output) else Path(output).parent, os.W_OK):  # noqa: PTH110
        raise UsageError(f"cannot write {output}: no right to")


def _write(path: str, text: str) -> None:
    try:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def _stdout() -> TextIO:
    """Where data goes. Raises UsageError if the caller has closed it."""
    if sys.stdout is None:
        raise UsageError("standard output is closed")
    return sys.stdout


def _emit(lines: Iterable[str]) -> None:
    """Write data to stdout as UTF-8, whatever the locale says; if its reader has gone, end the command, with code 0.

    Raises UsageError if it takes none, as a full disk.
    """
    data = _stdout().buffer
    for line in lines:
        with _telling_errors():
            data.write(line.encode("utf-8"))
    with _telling_errors():
        data.flush()


@contextmanager
def _telling_errors() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # caught here, for click would end with code 1, which says that nothing was found
        _drop_output()
        sys.exit(0)
    except OSError as error:
        _drop_output()
        raise UsageError(f"cannot write to standard output: {error.strerror}") from error
