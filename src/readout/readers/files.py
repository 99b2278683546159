"""Folders and files: which reader a name calls for, and the sidecar that tells what the files do not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from readout.errors import InputError, UsageError
from readout.extraction.encoding import decode_text
from readout.readers.records import Hints, load_json, parse_record, read_hints
from readout.readers.streams import open_stream, read_lines, read_whole
from readout.spans import identify
from readout.types import Failure, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

SIDECAR: Final = "articles.json"
_TEXT: Final = (".txt", ".text", ".md")
_HTML: Final = (".html", ".htm", ".xhtml")
_LINES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".jsonl.zst", ".ndjson.gz", ".ndjson.zst")
_NO_HINTS: Final = Hints()


def read_path(path: Path) -> Iterator[Page | Failure]:
    """The pages of a folder (sorted by name, folders within it too) or of one file.

    Raises UsageError if there is no such path.
    """
    if path.is_dir():
        yield from _read_folder(path)
    elif path.exists():
        yield from _read_file(path, path.name, _sidecar(path.parent)[0].get(path.name, _NO_HINTS))
    else:
        raise UsageError(f"no such file or folder: {path}")


def _read_folder(root: Path) -> Iterator[Page | Failure]:
    """Every file under `root` that a reader knows; hidden files and folders are passed over."""
    failures: list[Failure] = []

    def note(error: OSError) -> None:
        name = os.path.relpath(str(error.filename), root) if error.filename else str(root)
        failures.append(Failure(id=name, stage="read", reason=f"cannot be read: {error.strerror or error}"))

    for folder, folders, names in os.walk(root, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        hints, failure = _sidecar(Path(folder))
        if failure is not None:
            yield failure
        for name in sorted(names):
            if name.startswith(".") or name == SIDECAR or kind_of(name) is None:
                continue
            path = Path(folder, name)
            yield from _read_file(path, path.relative_to(root).as_posix(), hints.get(name, _NO_HINTS))
    yield from failures


def kind_of(name: str) -> str | None:
    """Which reader a file name calls for: "text", "html", "lines", or None."""
    lowered = name.lower()
    for kind, endings in (("text", _TEXT), ("html", _HTML), ("lines", _LINES)):
        if lowered.endswith(endings):
            return kind
    return None


def _read_file(path: Path, name: str, hints: Hints) -> Iterator[Page | Failure]:
    """The pages of one file; a file of unknown kind is taken for text."""
    try:
        if not path.is_file():
            raise InputError("not a regular file")
        with open_stream(path) as stream:
            if kind_of(name) == "lines":
                yield from read_json_lines(stream, name)
            else:
                yield file_page(read_whole(stream), name, str(path), hints)
    except InputError as error:
        yield Failure(id=name, stage=error.stage, reason=error.reason)


def file_page(body: bytes, name: str, uri: str, hints: Hints) -> Page:
    """The page of a text or HTML file. Raises InputError if it is empty or no text."""
    if not body.strip():
        raise InputError("empty")
    media = "html" if kind_of(name) == "html" else "text"
    return Page(
        id=identify(name, body),
        uri=uri,
        body=decode_text(body) if media == "text" else body,
        media=media,
        file=name,
        url=hints.url,
        outlet=hints.outlet,
        title=hints.title,
        published=hints.published,
        updated=hints.updated,
        authors=hints.authors,
    )


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


def _sidecar(folder: Path) -> tuple[dict[str, Hints], Failure | None]:
    """What `articles.json` in `folder` says of each file; a sidecar that cannot be read is a Failure, not an end."""
    path = folder / SIDECAR
    if not path.is_file():
        return {}, None
    try:
        with open_stream(path) as stream:
            rows = load_json(decode_text(read_whole(stream)))
        if isinstance(rows, dict) and isinstance(rows.get("articles"), list):
            rows = rows["articles"]
        if not isinstance(rows, list):
            raise InputError("not a list of objects")
    except InputError as error:
        return {}, Failure(id=str(path), stage=error.stage, reason=f"sidecar: {error.reason}")
    return {
        row["file"]: read_hints(row) for row in rows if isinstance(row, dict) and isinstance(row.get("file"), str)
    }, None
