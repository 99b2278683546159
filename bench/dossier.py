"""What a dossier of one story costs, for stories of 5 to 500 invented reports, from pages to the written report.

    PYTHONPATH=src python bench/dossier.py [SIZE ...]

The reports are put together from a fixed list of phrases by arithmetic, so that every run measures the same text. They
are taken as one story, whatever grouping would make of them. Seconds of the processor, one core.
"""

from __future__ import annotations

import sys
import time

from readout.exporters.html import export_html
from readout.exporters.json import export_json
from readout.exporters.markdown import export_markdown
from readout.pipeline import annotate_articles, annotate_fully, compare_articles, compile_dossier, extract_articles
from readout.runners import collect_rarely
from readout.types import Failure, Page, Report, Story

PEOPLE = (
    "Ada Quill",
    "Bo Fenn",
    "Cora Stane",
    "Dov Marl",
    "Edda Rusk",
    "the harbour police",
    "the dock union",
    "the coast guard",
)
DEEDS = (
    "crossed the border line",
    "hit the harbour wall",
    "lost power off the point",
    "took money for the berth",
    "ran aground",
)
THINGS = ("trawler", "ferry", "tug", "barge", "lifeboat", "pilot boat", "dredger")
PLACES = ("Holm", "Brackwater", "Skerry", "Ness", "Quayside", "the old customs house", "the north mole")
DAYS = ("Monday", "Tuesday", "Wednesday", "on 4 May", "on 12 April 2029", "in 2019", "last month")
COUNTED = ("people were killed", "people were injured", "homes were destroyed", "boats were lost", "acres burned")


def pick(options: tuple[str, ...], seed: int) -> str:
    """One of the options, by arithmetic."""
    return options[(seed * 2654435761 >> 8) % len(options)]


def sentence(seed: int) -> str:
    """An invented sentence: a count, a saying or a denial."""
    who, thing, deed = pick(PEOPLE, seed), pick(THINGS, seed // 3), pick(DEEDS, seed // 5)
    place, day = pick(PLACES, seed // 7), pick(DAYS, seed // 11)
    word = " ".join(
        f"{kind}{seed * factor % size}"
        for kind, factor, size in (("mark", 7, 1997), ("lot", 13, 4999), ("bay", 3, 499))
    )
    form = seed % 10
    if form < 2:
        return f"At least {seed % 90 + 2} {pick(COUNTED, seed)} near {place} {day}."
    verb, negated = ("said", "") if form < 9 else ("denied the claim, saying", "never ")
    return f"{who} {verb} the {thing} {negated}{deed} near {place} {day} with {word} aboard."


def page(number: int, sentences: int = 35) -> Page:
    """One invented report, of about 640 words."""
    return Page(
        id=f"report-{number:04}",
        uri=f"report-{number:04}",
        body="\n".join(sentence(number * 31 + place * 7) for place in range(sentences)),
        media="clean",
        outlet=f"Outlet {number}",
        title="Ferries near the port",
        published=f"2031-05-{number % 28 + 1:02}",
    )


def read(size: int) -> Report:
    """The report on a story of this size; prints the seconds of reading its pages and of its dossier."""
    start = time.process_time()
    articles, failures = extract_articles(page(number) for number in range(size))
    articles, copies = compare_articles(articles)
    annotations = list(annotate_articles(articles, read=annotate_fully))
    lost = [found for found in annotations if isinstance(found, Failure)]
    if failures or lost:
        sys.exit(f"not all articles were read: {[*failures, *lost][0].reason}")
    done = time.process_time()
    print(f"{size:5} reports  reading {done - start:6.1f} s", end="", flush=True)
    story = Story(id="bench", articles=tuple(sorted(article.id for article in articles)))
    dossier = compile_dossier(story, [found for found in annotations if not isinstance(found, Failure)], copies)
    print(f"  dossier {time.process_time() - done:6.1f} s, {len(dossier.points)} points", end="", flush=True)
    return Report(dossiers=(dossier,), failures=())


def main(sizes: list[int]) -> None:
    """Print a line for each size: reports, and the seconds for reading, dossier, writing and all."""
    collect_rarely()
    for size in sizes:
        start = time.process_time()
        report = read(size)
        done = time.process_time()
        written = sum(len(write(report)) for write in (export_json, export_html, export_markdown))
        ended = time.process_time()
        print(f"  writing {ended - done:5.1f} s, {written:,} characters  in all {ended - start:6.1f} s", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [5, 50, 100, 200, 500])
