#!/usr/bin/env python3
"""How fast web archives are read, beside fastwarc alone: records a second and core, in turns, on an invented archive.

    PYTHONPATH=src python bench/warc.py [--records 5000] [--rounds 5]

"fastwarc alone" walks the archive, keeps the responses, and reads the body of those that are HTML; Readout does the
same and makes a page of each (address, time of fetching, identifier). The middle of the rounds is given.
"""

from __future__ import annotations

import argparse
import gzip
import random
import statistics
import tempfile
import time
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType

from readout.readers.warc import read_warc
from readout.types import Page

WORDS = "the ferry ran aground off port and harbour master said on tuesday that all were ashore crew tug tide".split()


def page(chance: random.Random) -> bytes:
    """An invented page of some 60 kB, most of it script and menu, as news pages are."""
    paragraphs = "".join(f"<p>{' '.join(chance.choices(WORDS, k=60))}.</p>" for _ in range(12))
    script = "".join(f"var a{n}={chance.random()};" for n in range(1500))
    menu = "".join(f'<li><a href="/{n}">{chance.choice(WORDS)}</a></li>' for n in range(200))
    head = f"<head><title>x</title><script>{script}</script></head>"
    return f"<html>{head}<body><ul>{menu}</ul>{paragraphs}</body></html>".encode()


def record(number: int, kind: str, body: bytes, media: str = "text/html") -> bytes:
    http = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nServer: x\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2031-03-04T09:15:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nWARC-Target-URI: http://news.example/{number}\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def write(path: Path, records: int) -> None:
    """Two requests or pictures to three pages, each record a gzip member of its own, as archives have them."""
    chance = random.Random(1)
    pages = [page(chance) for _ in range(50)]
    with path.open("wb") as archive:
        for number in range(records):
            if number % 5 == 3:
                packed = record(number, "request", b"")
            elif number % 5 == 4:
                packed = record(number, "response", bytes(chance.randrange(256) for _ in range(2000)), "image/png")
            else:
                packed = record(number, "response", chance.choice(pages) + str(number).encode())
            archive.write(gzip.compress(packed, 6, mtime=0))


def alone(path: Path) -> int:
    count = 0
    for found in ArchiveIterator(str(path), record_types=WarcRecordType.response, auto_decode="all", fsspec_args=False):
        if found.http_content_type == "text/html":
            found.reader.read()
            count += 1
    return count


def ours(path: Path) -> int:
    return sum(isinstance(found, Page) for found in read_warc(path, path.name))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--records", type=int, default=5000)
    arguments.add_argument("--rounds", type=int, default=5)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "invented.warc.gz")
        write(path, asked.records)
        times: dict[str, list[float]] = {"fastwarc alone": [], "readout": []}
        counts = {}
        for _ in range(asked.rounds):
            for name, work in (("fastwarc alone", alone), ("readout", ours)):
                started = time.process_time()
                counts[name] = work(path)
                times[name].append(time.process_time() - started)
    assert counts["readout"] == counts["fastwarc alone"], counts
    for name, taken in times.items():
        print(f"{name:16} {asked.records / statistics.median(taken):10,.0f} records a second, {counts[name]} pages")
    share = statistics.median(times["fastwarc alone"]) / statistics.median(times["readout"])
    print(f"readout reads at {share:.0%} of the speed of fastwarc alone")


if __name__ == "__main__":
    main()
