"""Where pages come from: folders, text, HTML, JSON Lines, feeds, web archives, standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.types import Failure, Page


def read_pages(paths: Sequence[str]) -> Iterator[Page | Failure]:
    """The pages under `paths` ("-" is JSON Lines on standard input), in order; what cannot be read is a Failure.

    Raises UsageError if a path does not exist.
    """
    raise NotImplementedError
