"""What grouping costs per article as a stream of news grows: CPU time and memory, from 1,000 to 100,000 articles.

    PYTHONPATH=src python bench/stories.py [MOST] [PILE.jsonl.gz]

The stream is made by chance from a seed: 1,000 articles a day, in events of 1 to 30 reports, words drawn by Zipf's law.
With PILE, its articles are used instead, again and again under new names and later days. Texts are built outside the
time that is measured.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import resource
import sys
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from readout.analysis.stories import group_stories
from readout.types import Article, Block, BlockKind, Cited

if TYPE_CHECKING:
    from collections.abc import Iterator

A_DAY = 1_000
START = date(2031, 1, 1)


def article(identifier: str, title: str, body: str, day: date | None) -> Article:
    return Article(
        id=identifier,
        uri=identifier,
        text=body,
        blocks=(Block(start=0, end=len(body), kind=BlockKind.BODY),) if body else (),
        language="en",
        headline=Cited(value=title, where="given") if title else None,
        published=Cited(value=day.isoformat(), where="given") if day else None,
    )


def invented_stream(chance: random.Random) -> Iterator[Article]:
    """News without end: every day's events have words and names of their own."""
    common = [f"w{rank}" for rank in range(30_000)]
    weights = [1 / (rank + 10) for rank in range(30_000)]
    number = 0
    while True:
        day = START + timedelta(days=number // A_DAY)
        size = chance.choice((1, 1, 1, 2, 3, 5, 8, 30))
        own = [f"Name{chance.randrange(200_000)}" for _ in range(6)] + chance.choices(common[2000:], k=20)
        for _ in range(size):
            words = chance.choices(common, weights, k=300)
            for word in own:
                for _ in range(chance.randrange(4)):
                    words[chance.randrange(1, len(words))] = word
            yield article(f"a{number:07}", " ".join(chance.sample(own, 5)), " ".join(words), day)
            number += 1


def repeated_stream(path: str) -> Iterator[Article]:
    """A pile again and again: each time two thirds of its rarer words are renamed and the days move on."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    word = re.compile(r"[A-Za-z]{4,}")
    for turn in range(10_000):

        def rename(found: re.Match[str], turn: int = turn) -> str:
            return found[0] if not turn or hash_of(found[0]) % 3 == 0 else f"{found[0]}{turn}"

        for number, row in enumerate(rows):
            day = START + timedelta(days=(turn * len(rows) + number) // A_DAY)
            yield article(
                f"{turn}-{row['id']}", word.sub(rename, row["title"] or ""), word.sub(rename, row["text"]), day
            )


def hash_of(word: str) -> int:
    """The same number for a word in every run."""
    return sum(place * ord(letter) for place, letter in enumerate(word.lower(), 1))


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    stream = repeated_stream(sys.argv[2]) if len(sys.argv) > 2 else invented_stream(random.Random(7))
    pile: list[Article] = []
    print(f"{'articles':>9} {'stories':>8} {'CPU s':>8} {'ms/article':>11} {'peak MB':>8}")
    for size in (1_000, 3_000, 10_000, 30_000, 100_000):
        if size > most:
            break
        while len(pile) < size:
            pile.append(next(stream))
        began = time.process_time()
        stories = group_stories(pile, ())
        seconds = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:>9} {len(stories):>8} {seconds:>8.1f} {1000 * seconds / size:>11.2f} {peak:>8.0f}", flush=True)


if __name__ == "__main__":
    main()
