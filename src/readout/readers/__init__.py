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

    Raises UsageError if a path does not exist, before anything is read.
    """
    for path in paths:
        if path != "-" and not Path(path).exists():
            raise UsageError(f"no such file or folder: {path}")
    return _read_all(paths)


def _read_all(paths: Sequence[str]) -> Iterator[Page | Failure]:
    for path in paths:
        if path == "-":
            yield from read_json_lines(sys.stdin.buffer, "-")
        else:
            yield from read_path(Path(path))
