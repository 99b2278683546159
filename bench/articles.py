#!/usr/bin/env python3
"""Pages a second beside trafilatura with its defaults: one process, page by page in turns, processor seconds.

    PYTHONPATH=src python bench/articles.py FOLDER... [--limit 200]

A folder holds pages as `.html` or `.html.gz` (../shared/data/extraction/aeb/html, .../fundus_dev/html).
trafilatura is asked twice: for the text only (`extract`), and with metadata (`bare_extraction(with_metadata=True)`),
which Readout always gives.
"""

from __future__ import annotations

import argparse
import gzip
import time
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

from readout.extraction import extract_article
from readout.types import Page

if TYPE_CHECKING:
    from collections.abc import Callable


def load(folders: list[Path], limit: int) -> list[str]:
    paths = [path for folder in folders for path in sorted(folder.iterdir()) if ".html" in path.name]
    step = max(1, len(paths) // limit)
    bodies = [
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in paths[::step]
    ]
    return [body.decode("utf-8", "replace") for body in bodies]


def ours(page: str) -> object:
    return extract_article(Page(id="x", uri="x", body=page, media="html"))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--limit", type=int, default=200)
    asked = arguments.parse_args()
    pages = load(asked.folders, asked.limit)
    works: dict[str, Callable[[str], object]] = {
        "readout": ours,
        "trafilatura, text only": trafilatura.extract,
        "trafilatura, with metadata": lambda page: trafilatura.bare_extraction(page, with_metadata=True),
    }
    taken = dict.fromkeys(works, 0.0)
    for work in works.values():
        for page in pages[:10]:  # what is loaded once
            work(page)
    for page in pages:
        for name, work in works.items():
            started = time.process_time()
            work(page)
            taken[name] += time.process_time() - started
    for name, seconds in taken.items():
        share = seconds / taken["readout"]
        print(f"{name:28} {len(pages) / seconds:7.1f} pages a second, {share:.2f} times the time of readout")


if __name__ == "__main__":
    main()
