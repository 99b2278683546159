"""How long utterances and accounts of one story take, for stories of 5 to 500 invented reports.

    PYTHONPATH=src python bench/dossier.py [SIZE ...]

The reports are put together from a fixed list of phrases by arithmetic, so that every run measures the same text.
"""

from __future__ import annotations

import sys
import time

from readout.analysis.accounts import compare_accounts
from readout.analysis.amounts import find_amounts
from readout.analysis.times import find_times
from readout.analysis.utterances import link_utterances
from readout.spans import Span, identify
from readout.types import (
    Annotation,
    Article,
    Block,
    BlockKind,
    Cited,
    Manner,
    Origin,
    Sentence,
    Statement,
    Story,
    StoryMaterial,
)

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


def sentence(seed: int) -> tuple[str, tuple[int, int] | None, str]:
    """A sentence, the place of a statement's content in it, and the speaker."""
    who, thing, deed = pick(PEOPLE, seed), pick(THINGS, seed // 3), pick(DEEDS, seed // 5)
    place, day = pick(PLACES, seed // 7), pick(DAYS, seed // 11)
    word = " ".join(
        f"{kind}{seed * factor % size}"
        for kind, factor, size in (("mark", 7, 1997), ("lot", 13, 4999), ("bay", 3, 499))
    )
    form = seed % 10
    if form < 2:
        return f"At least {seed % 90 + 2} {pick(COUNTED, seed)} near {place} {day}.", None, ""
    verb, negated = ("said", "") if form < 9 else ("denied the claim, saying", "never ")
    content = f"the {thing} {negated}{deed} near {place} {day} with {word} aboard"
    start = len(f"{who} {verb} ")
    return f"{who} {verb} {content}.", (start, start + len(content)), who


def article(number: int, sentences: int = 35) -> Annotation:
    """One invented report."""
    text, spans, said = "", [], []
    for place in range(sentences):
        words, content, who = sentence(number * 31 + place * 7)
        if content:
            said.append((len(text) + content[0], len(text) + content[1], who))
        spans.append((len(text), len(text) + len(words)))
        text += words + "\n"
    identifier = f"report-{number:04}"
    made = Article(
        id=identifier,
        uri=identifier,
        text=text,
        blocks=tuple(Block(start=start, end=end, kind=BlockKind.BODY) for start, end in spans),
        language="en",
        outlet=Cited(value=f"Outlet {number}", where="given"),
        published=Cited(value=f"2031-05-{number % 28 + 1:02}", where="given"),
    )
    statements = tuple(
        Statement(
            evidence=(Span(identifier, start, end),),
            rule="bench",
            id=identify(identifier, start, end),
            article=identifier,
            content=(Span(identifier, start, end),),
            cue=(),
            named=(),
            speaker=who,
            manner=Manner.INDIRECT,
            act="assert",
        )
        for start, end, who in said
    )
    return Annotation(
        article=made,
        sentences=tuple(Sentence(start=start, end=end) for start, end in spans),
        statements=statements,
        times=find_times(made),
        amounts=find_amounts(made),
    )


def main(sizes: list[int]) -> None:
    """Print a line for each size: reports, statements, seconds for utterances and for accounts, points."""
    for size in sizes:
        annotations = tuple(article(number) for number in range(size))
        ids = tuple(annotation.article.id for annotation in annotations)
        origins = tuple(
            Origin(evidence=(Span(i, 0, 1),), rule="bench", id=i, name=i, articles=(i,), why=()) for i in ids
        )
        material = StoryMaterial(story=Story(id="b", articles=ids), annotations=annotations, copies=(), origins=origins)
        start = time.perf_counter()
        utterances = link_utterances(material)
        linked = time.perf_counter()
        points = compare_accounts(material)
        done = time.perf_counter()
        statements = sum(len(annotation.statements) for annotation in annotations)
        print(
            f"{size:5} reports {statements:6} statements {len(utterances):6} utterances {linked - start:7.2f} s"
            f"  accounts {done - linked:7.2f} s  {len(points)} points",
            flush=True,
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [5, 50, 150, 500])
