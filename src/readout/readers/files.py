"""Folders and files: which reader a name calls for, and the sidecar that tells what the files do not."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import IO, TYPE_CHECKING, Final

from readout.errors import InputError
from readout.extraction.encoding import decode_text, mend_surrogates
from readout.readers.archives import read_members
from readout.readers.feeds import is_feed, read_feed, read_json_feed
from readout.readers.parquet import read_parquet
from readout.readers.records import SIDECAR, Hints, load_json, page_of, parse_record, read_hints
from readout.readers.streams import open_stream, read_lines, read_whole
from readout.readers.warc import read_warc
from readout.spans import identify
from readout.types import Failure, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ENDINGS: Final = (
    ("warc", (".warc", ".warc.gz", ".warc.zst")),
    ("archive", (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")),
    ("parquet", (".parquet",)),
    ("lines", (".jsonl", ".ndjson")),
    ("json", (".json",)),
    ("feed", (".rss", ".atom", ".xml", ".rdf")),
    ("html", (".html", ".htm", ".xhtml")),
    ("text", (".txt", ".text", ".md")),
)
_NO_HINTS: Final = Hints()


def kind_of(name: str) -> str | None:
    """Which reader a name calls for: text, html, lines, json, feed, warc, archive, parquet; None for any other."""
    lowered = name.lower()
    plain = lowered.removesuffix(".gz").removesuffix(".zst")
    for kind, endings in _ENDINGS:
        if lowered.endswith(endings) or (kind not in ("warc", "archive", "parquet") and plain.endswith(endings)):
            return kind
    return None


def read_path(path: Path) -> Iterator[Page | Failure]:
    """The pages of a folder (sorted by name, folders within it too) or of one file."""
    if path.is_dir():
        yield from _read_folder(path)
    else:
        hints = _sidecar(path.parent)[0] if kind_of(path.name) in ("text", "html", None) else {}
        yield from _read_file(path, mend_surrogates(path.name), hints.get(path.name, _NO_HINTS), asked=True)


def _read_folder(root: Path) -> Iterator[Page | Failure]:
    """Every file under `root` that a reader knows; hidden files and folders are passed over."""
    failures: list[Failure] = []

    def note(error: OSError) -> None:
        folder = os.path.relpath(str(error.filename), root) if error.filename else "."
        name = str(root) if folder == "." else folder
        failures.append(
            Failure(id=mend_surrogates(name), stage="read", reason=f"cannot be read: {error.strerror or error}")
        )

    for folder, folders, names in os.walk(root, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        hints, failure = _sidecar(Path(folder))
        if failure is not None:
            yield failure
        for name in sorted(names):
            if name.startswith(".") or name == SIDECAR or kind_of(name) is None:
                continue
            path = Path(folder, name)
            place = mend_surrogates(path.relative_to(root).as_posix())
            yield from _read_file(path, place, hints.get(name, _NO_HINTS), asked=False)
    yield from failures


def _read_file(path: Path, name: str, hints: Hints, *, asked: bool) -> Iterator[Page | Failure]:
    """The pages of one file. A file of unknown kind is taken for text; one that holds no articles is a
    Failure only if it was asked for by its name (`asked`).
    """
    found = None
    try:
        for found in _open_file(path, name, hints, asked=asked):
            yield found
        if found is None and asked:
            raise InputError("no articles in it")
    except InputError as error:
        yield Failure(id=name, stage=error.stage, reason=error.reason)


def _open_file(path: Path, name: str, hints: Hints, *, asked: bool) -> Iterator[Page | Failure]:
    """As `_read_file`. Raises InputError if the file cannot be read."""
    kind = kind_of(name)
    try:
        regular = S_ISREG(path.stat().st_mode)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}") from error
    if not regular:
        raise InputError("not a regular file")
    if kind == "warc":
        yield from read_warc(path, name)
    elif kind == "parquet":
        yield from read_parquet(path, name)
    elif kind == "archive":
        yield from _read_archive(path, name)
    else:
        with open_stream(path) as stream:
            if kind == "lines":
                yield from read_json_lines(stream, name)
            else:
                yield from _read_body(read_whole(stream), name, mend_surrogates(str(path)), (hints, asked))


def _read_body(body: bytes, name: str, uri: str, how: tuple[Hints, bool]) -> Iterator[Page | Failure]:
    """The pages in the bytes of one file. Raises InputError if there are none and there should be."""
    hints, asked = how
    kind = kind_of(name)
    if kind == "feed":
        if asked or is_feed(body):
            yield from read_feed(body, name)
    elif kind == "json":
        yield from _read_json(body, name, asked=asked)
    elif kind == "text" and body.lstrip()[:5] == b"<?xml" and is_feed(body):
        yield from read_feed(body, name)
    else:
        yield file_page(body, name, uri, hints)


def _read_json(body: bytes, name: str, *, asked: bool) -> Iterator[Page | Failure]:
    """A JSON Feed, an article, or a list of articles; other JSON is none of ours unless it was asked for."""
    try:
        data = load_json(decode_text(body))
    except InputError:
        if asked:
            raise
        return
    if isinstance(data, dict) and "jsonfeed.org" in str(data.get("version") or ""):
        yield from read_json_feed(data, name)
        return
    rows = data if isinstance(data, list) else [data]
    articles = [row for row in rows if isinstance(row, dict) and ("text" in row or "html" in row)]
    if len(articles) != len(rows) or not rows:
        if asked:
            raise InputError("JSON without articles (objects with text or html)")
        return
    for number, row in enumerate(articles, 1):
        yield page_of(row, f"{name}:{number}")


def _read_archive(path: Path, name: str) -> Iterator[Page | Failure]:
    """The articles in a zip or tar file; its sidecars count as in a folder. Archives inside it are not opened."""
    sidecars: dict[str, Mapping[str, Hints]] = {}
    members = read_members(path)
    for inner, body in members:
        place = mend_surrogates(f"{name}/{inner}")
        folder, _, base = inner.rpartition("/")
        if isinstance(body, InputError):
            yield Failure(id=place, stage=body.stage, reason=body.reason)
        elif base == SIDECAR:
            try:
                sidecars[folder] = _hints_of(load_json(decode_text(body)))
            except InputError as error:
                yield Failure(id=place, stage=error.stage, reason=f"sidecar: {error.reason}")
        elif base.startswith("."):
            continue
        elif kind_of(base) in ("archive", "warc", "parquet"):
            yield Failure(id=place, stage="read", reason="an archive inside an archive, which is not opened")
        elif kind_of(base) is not None:
            hints = sidecars.get(folder, {}).get(base, _NO_HINTS)
            yield from _read_member(body, place, hints)


def _read_member(body: bytes, place: str, hints: Hints) -> Iterator[Page | Failure]:
    try:
        if kind_of(place) == "lines":
            yield from read_json_lines(BytesIO(body), place)
        else:
            yield from _read_body(body, place, place, (hints, False))
    except InputError as error:
        yield Failure(id=place, stage=error.stage, reason=error.reason)


def file_page(body: bytes, name: str, uri: str, hints: Hints) -> Page:
    """The page of a text or HTML file. Raises InputError if it is empty or no text."""
    if not body.strip():
        raise InputError("empty")
    media = "html" if kind_of(name) == "html" else "text"
    content = decode_text(body) if media == "text" else body
    identifier = identify(PurePosixPath(name).name, content)
    return hints.beside(Page(id=identifier, uri=uri, place=name, body=content, media=media, file=name))


def read_json_lines(stream: IO[bytes], name: str) -> Iterator[Page | Failure]:
    """One page a line; blank lines are passed over, and a broken line is a Failure that names it."""
    for number, line in enumerate(read_lines(stream), 1):
        place = f"{name}:{number}"
        if isinstance(line, InputError):
            yield Failure(id=place, stage=line.stage, reason=line.reason)
        elif line.strip():
            yield _decode_record(line, place)


def _decode_record(line: bytes, place: str) -> Page | Failure:
    try:
        return parse_record(line.decode("utf-8-sig"), place)
    except UnicodeDecodeError:
        pass
    try:
        return parse_record(decode_text(line), place)
    except InputError as error:
        return Failure(id=place, stage=error.stage, reason=error.reason)


def _sidecar(folder: Path) -> tuple[Mapping[str, Hints], Failure | None]:
    """What `articles.json` in `folder` says of each file; a sidecar that cannot be read is a Failure, not an end."""
    path = folder / SIDECAR
    if not os.path.isfile(path):  # noqa: PTH113, since it asks nothing of the rights
        return {}, None
    try:
        with open_stream(path) as stream:
            return _hints_of(load_json(decode_text(read_whole(stream)))), None
    except InputError as error:
        return {}, Failure(id=mend_surrogates(str(path)), stage=error.stage, reason=f"sidecar: {error.reason}")


def _hints_of(rows: object) -> Mapping[str, Hints]:
    """The rows of a sidecar by file. Raises InputError if it is no list."""
    if isinstance(rows, dict) and isinstance(rows.get("articles"), list):
        rows = rows["articles"]
    if not isinstance(rows, list):
        raise InputError("not a list of objects")
    return {row["file"]: read_hints(row) for row in rows if isinstance(row, dict) and isinstance(row.get("file"), str)}
