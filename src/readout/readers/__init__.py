"""Where pages come from: folders, text, HTML, JSON Lines, feeds, web archives, standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from readout.errors import UsageError
from readout.readers.files import read_json_lines, read_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.types import Failure, Page


def read_pages(paths: Sequence[str]) -> Iterator[Page | Failure]:
    """The pages under `paths` ("-" is JSON Lines on standard input), in order; what cannot be read is a Failure.

    Raises UsageError if a path does not exist or may not be looked at, before anything is read.
    """
    for path in paths:
        _check(path)
    return _read_all(paths)


def _check(path: str) -> None:
    if path == "-":
        if sys.stdin is None:
            raise UsageError("standard input is closed")
        return
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise UsageError(f"no such file or folder: {path}") from error
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error


def _read_all(paths: Sequence[str]) -> Iterator[Page | Failure]:
    for path in paths:
        if path == "-":
            yield from read_json_lines(sys.stdin.buffer, "-")
        else:
            yield from read_path(Path(path))
