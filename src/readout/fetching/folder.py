"""A folder of fetched pages: what the other commands read, and the memory of what was fetched before."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from readout.errors import InputError, UsageError
from readout.extraction.encoding import decode_named, decode_text
from readout.readers.records import SIDECAR, load_json
from readout.spans import identify

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from readout.fetching.client import Fetched

_MARKS: Final = re.compile(r"[^a-z0-9]+")
_VALIDATORS: Final = (("etag", "If-None-Match"), ("last_modified", "If-Modified-Since"))

Row = dict[str, Any]


class Folder:
    """Pages on disk, each fetch of each address a file of its own, with a sidecar that names address and time.

    Raises UsageError if the folder cannot be made, or if its sidecar is not one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"cannot make the folder {path}: {error.strerror}") from error
        self._rows = _read_rows(path / SIDECAR)
        self._latest: dict[str, Row] = {}
        for row in self._rows:
            self._note(row)

    def validators(self, url: str) -> Mapping[str, str]:
        """The headers that ask only for what has changed since the page was last fetched; none if it never was."""
        row = self._latest.get(url)
        if row is None or not (self.path / str(row.get("file"))).is_file():
            return {}
        return {header: str(row[name]) for name, header in _VALIDATORS if row.get(name)}

    def keep(self, asked: str, fetched: Fetched) -> tuple[str, str]:
        """Store what came back for the address `asked`; the file's name, and whether it is new, changed or unchanged.

        A changed page is a further file: versions of one article are told apart when they are read.
        """
        before = self._latest.get(asked) or self._latest.get(fetched.url)
        if fetched.kind == "unchanged":
            if before is None:
                raise InputError("the server says that nothing has changed since a fetch that never was", "fetch")
            before["checked"] = fetched.time
            return str(before["file"]), "unchanged"
        text = decode_named(fetched.body, fetched.charset)
        body = text.encode("utf-8", "replace") if isinstance(text, str) else text
        row: Row = {"file": self._free(_name(fetched)), "url": fetched.url, "fetched": fetched.time}
        if asked != fetched.url:
            row["asked"] = asked
        row |= {name: fetched.headers[header] for name, header in _TOLD if fetched.headers.get(header)}
        if before is not None and self._holds(before, body):
            before |= {name: value for name, value in row.items() if name not in ("file", "fetched")}
            before["checked"] = fetched.time
            return str(before["file"]), "unchanged"
        self._write(str(row["file"]), body)
        self._rows.append(row)
        self._note(row)
        return str(row["file"]), "changed" if before is not None else "new"

    def save(self) -> None:
        """Write the sidecar, whole or not at all; none for a folder without pages."""
        if not self._rows:
            return
        self._write(SIDECAR, (json.dumps(self._rows, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))

    def _note(self, row: Row) -> None:
        for key in ("url", "asked"):
            if isinstance(row.get(key), str) and isinstance(row.get("file"), str):
                self._latest[row[key]] = row

    def _free(self, name: str) -> str:
        """`name`, or with a number behind it if there is such a file."""
        stem, _, ending = name.rpartition(".")
        number = 2
        while (self.path / name).exists():
            name, number = f"{stem}-{number}.{ending}", number + 1
        return name

    def _holds(self, row: Row, body: bytes) -> bool:
        path = self.path / str(row["file"])
        return path.is_file() and path.stat().st_size == len(body) and path.read_bytes() == body

    def _write(self, name: str, body: bytes) -> None:
        """Write a file so that whoever reads meanwhile sees the old one or the new one."""
        unfinished = self.path / f".{name}.part"
        try:
            unfinished.write_bytes(body)
            unfinished.replace(self.path / name)
        except OSError as error:
            raise UsageError(f"cannot write into {self.path}: {error.strerror}") from error


_TOLD: Final = (("etag", "etag"), ("last_modified", "last-modified"))


def _name(fetched: Fetched) -> str:
    """A name that sorts by address and time, and can be on any disk."""
    plain = _MARKS.sub("-", fetched.url.lower().partition("://")[2].partition("?")[0]).strip("-")[:80].strip("-")
    ending = "txt" if fetched.kind == "text" else "html"
    return f"{plain}-{identify(fetched.url)[:6]}-{_MARKS.sub('', fetched.time.lower())[:15]}.{ending}"


def _read_rows(path: Path) -> list[Row]:
    try:
        rows = load_json(decode_text(path.read_bytes()))
    except FileNotFoundError:
        return []
    except (InputError, OSError) as error:
        raise UsageError(f"cannot read {path}: {error}") from error
    if isinstance(rows, dict):
        rows = rows.get("articles")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(f"cannot read {path}: not a list of objects")
    return rows
