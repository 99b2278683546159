"""Speed, growth and recall of copies beside MinHash pipelines, on a labelled pile.

    PYTHONPATH=src python bench/copies.py ../shared/data/copies --sizes 4000 20000 100000

The folder holds `articles.jsonl.gz`, `chains.jsonl.gz` and `pairs.jsonl`. Larger piles are made from it: replica r is
the pile again with a suffix on every word of two letters or more, so that it has the same structure and shares nothing
with the others. `datasketch` and `rensa` are compared where they are installed; nothing of
Readout needs them. Times are processor seconds of one process.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pathlib
import re
import resource
import time
from typing import TYPE_CHECKING

from readout.analysis.copies import find_copies
from readout.text.fold import words
from readout.types import Article, Block, BlockKind, Cited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

COPY = ("copy", "abridged", "partial")
BANDS = ((0.8, ">=.8"), (0.5, ".5-.8"), (0.3, ".3-.5"), (0.15, ".15-.3"), (0.0, "<.15"))
Pairs = set[tuple[str, str]]


def read_lines(path: pathlib.Path) -> list[dict]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def as_article(row: dict) -> Article:
    """The row as an article whose paragraphs are body blocks."""
    blocks = [
        Block(start=found.start(), end=found.end(), kind=BlockKind.BODY)
        for found in re.finditer(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*", row["text"])
    ]

    def cite(name: str) -> Cited[str] | None:
        return Cited(value=row[name], where="given") if row.get(name) else None

    return Article(
        id=row["id"],
        uri=row["id"],
        text=row["text"],
        blocks=tuple(blocks),
        language="en",
        url=row.get("url"),
        outlet=cite("outlet"),
        published=cite("published"),
    )


def enlarge(rows: list[dict], size: int) -> Iterable[dict]:
    """`size` rows: the pile and as many replicas of it as are needed."""
    for replica in range(-(-size // len(rows))):
        suffix = "".join(chr(97 + int(digit)) for digit in str(replica)) if replica else ""
        for row in rows[: size - replica * len(rows)]:
            text = re.sub(r"\b(\w{2,})\b", rf"\1{suffix}", row["text"]) if suffix else row["text"]
            yield row | {"id": f"{row['id']}{suffix}", "text": text}


# ------------------------------------------------------------------ the pipelines


def ours(rows: list[dict]) -> Pairs:
    return {(copy.a, copy.b) for copy in find_copies([as_article(row) for row in rows])}


def shingles(text: str, size: int = 5) -> list[str]:
    folded = [word.folded for word in words(text)]
    return [" ".join(folded[place : place + size]) for place in range(len(folded) - size + 1)]


def with_datasketch(rows: list[dict]) -> Pairs:
    from datasketch import MinHash, MinHashLSH

    index, found = MinHashLSH(threshold=0.5, num_perm=128), set()
    for row in rows:
        sketch = MinHash(num_perm=128)
        sketch.update_batch([shingle.encode() for shingle in shingles(row["text"])])
        found |= {tuple(sorted((other, row["id"]))) for other in index.query(sketch)}
        index.insert(row["id"], sketch)
    return found


def with_rensa(rows: list[dict]) -> Pairs:
    from rensa import RMinHash, RMinHashLSH

    index, found = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32), set()
    for number, row in enumerate(rows):
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update(shingles(row["text"]))
        found |= {tuple(sorted((rows[other]["id"], row["id"]))) for other in index.query(sketch) if other != number}
        index.insert(number, sketch)
    return found


# ------------------------------------------------------------------ what is printed


def report_recall(name: str, found: Pairs, gold: list[dict]) -> None:
    parts = []
    upper = 2.0
    for lower, label in BANDS:
        pairs = [tuple(sorted((row["a"], row["b"]))) for row in gold if lower <= row["containment"] < upper]
        upper = lower
        if pairs:
            parts.append(f"{label} {sum(pair in found for pair in pairs) / len(pairs):.2f} of {len(pairs)}")
    print(f"  {name}: recall by containment  " + "  ".join(parts))


def measure(name: str, pipeline: Callable[[list[dict]], Pairs], rows: list[dict]) -> Pairs:
    started = time.process_time()
    found = pipeline(rows)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name}: {len(rows):,} articles in {seconds:.1f} s, {len(rows) / seconds:,.0f} a second, "
          f"{len(found):,} pairs, peak {peak:,} MB", flush=True)  # fmt: skip
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[])
    parser.add_argument("--only-ours", action="store_true", help="leave the MinHash pipelines out")
    options = parser.parse_args()
    rows = read_lines(options.folder / "articles.jsonl.gz") + read_lines(options.folder / "chains.jsonl.gz")
    gold = [row for row in read_lines(options.folder / "pairs.jsonl") if row["relation"] in COPY and not row["flags"]]
    pipelines = [("readout", ours)]
    if not options.only_ours:
        pipelines += [("datasketch MinHash LSH", with_datasketch), ("rensa RMinHash LSH", with_rensa)]
    for name, pipeline in pipelines:
        try:
            found = measure(name, pipeline, rows)
        except ImportError as missing:
            print(f"{name}: not installed ({missing.name})")
            continue
        report_recall(name, found, gold)
    for size in options.sizes:
        measure("readout", ours, list(enlarge(rows, size)))


if __name__ == "__main__":
    main()
