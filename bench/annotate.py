"""How fast `readout annotate` is in articles a second and core, and where the time goes.

    PYTHONPATH=src python bench/annotate.py PATH... [--words 600] [--rounds 3]

Takes articles from PATH, cuts each at the end of the paragraph where it reaches `--words` words (shorter ones are left
out; 0 takes all as they are), and runs what `readout annotate -` runs, in this process and on one thread, with a
stopwatch around each verb. CPU time is counted; of several rounds each verb's least is taken, since other work on the
machine only slows. Start is what the first article costs beyond the others: imports and data. In the same rounds
spaCy's own `nlp.pipe` parses the same sentences, as a yardstick that goes up and down with the machine.
"""

from __future__ import annotations

import argparse
import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # before NumPy is imported

import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

BEGAN = time.process_time()

from chapters import megabytes, seconds, timed  # noqa: E402

from readout import pipeline  # noqa: E402
from readout.exporters.json import annotation_object, dump_line  # noqa: E402
from readout.language import parser  # noqa: E402
from readout.readers import read_pages  # noqa: E402
from readout.runners import collect_rarely  # noqa: E402
from readout.types import Article, Failure  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.types import Page

VERBS = (
    "extract_page",
    "compare_articles",
    "parse_articles",
    "find_entities",
    "find_statements",
    "find_times",
    "find_amounts",
)


def shortened(page: Page | Failure, words: int) -> Page | None:
    """The page with its text cut behind the paragraph that has its last word; None if it is too short, or no text."""
    if isinstance(page, Failure) or not isinstance(page.body, str):
        return None
    paragraphs, counted = [], 0
    for paragraph in page.body.split("\n"):
        if words and counted >= words:
            break
        paragraphs.append(paragraph)
        counted += len(paragraph.split())
    return replace(page, body="\n".join(paragraphs)) if counted >= words else None


def annotate(pages: Sequence[Page]) -> Iterator[str]:
    """The lines that `readout annotate` prints for the pages."""
    found = [article for article in pipeline.extract_pages(pages) if isinstance(article, Article)]
    refined, _ = pipeline.compare_articles(found)
    for annotation in pipeline.annotate_articles(refined):
        yield dump_line(annotation_object(annotation))


def by_spacy(pages: Sequence[Page]) -> float:
    """CPU seconds that spaCy needs for the sentences that `parse_articles` parses."""
    import spacy

    nlp = spacy.load(parser.OURS)
    sentences = [sentence for _, sentence in parser._READ]
    docs = [nlp.make_doc(sentence) for sentence in sentences]
    began = time.process_time()
    for _ in nlp.pipe(docs, batch_size=64):
        pass
    return time.process_time() - began


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("paths", nargs="+")
    options.add_argument("--words", type=int, default=600)
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    shorter = (shortened(page, given.words) for page in read_pages(given.paths))
    pages = [page for page, _ in zip((page for page in shorter if page), range(given.articles + 1), strict=False)]
    collect_rarely()
    list(annotate(pages[:1]))
    start, pages = time.process_time() - BEGAN, pages[1:]
    for verb in VERBS:
        setattr(pipeline, verb, timed(verb, getattr(pipeline, verb)))
    best: dict[str, float] = {}
    for _ in range(given.rounds):
        parser._READ.clear()
        seconds.clear()
        timed("all", lambda: list(annotate(pages)))()
        spent = Counter(seconds)
        spent["spaCy"] = by_spacy(pages)
        spent["rest"] = spent["all"] - sum(spent[verb] for verb in VERBS)
        best = {verb: min(took, best.get(verb, took)) for verb, took in spent.items()}
    report(best, pages, start)


def report(best: dict[str, float], pages: Sequence[Any], start: float) -> None:
    count = len(pages)
    words = sum(len(page.body.split()) for page in pages) / count
    print(f"{count} articles of {words:.0f} words; start {start:.1f} s; peak {megabytes():.0f} MB")
    whole = sum(best[verb] for verb in (*VERBS, "rest"))
    for verb in (*VERBS, "rest"):
        print(f"{verb:<18}{1000 * best[verb] / count:>8.2f} ms/article{best[verb] / whole:>8.0%}")
    print(f"{'all':<18}{1000 * whole / count:>8.2f} ms/article  = {count / whole:.1f} articles a second and core")
    yardstick = (
        f"{1000 * best['spaCy'] / count:.2f} ms/article, {best['spaCy'] / best['parse_articles']:.2f} times our parse"
    )
    print(f"spaCy's nlp.pipe alone, same sentences: {yardstick}")


if __name__ == "__main__":
    main()
