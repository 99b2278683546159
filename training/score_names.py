"""Score names on the open test parts: python training/score_names.py --data DIR [--errors N]."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from name_data import TaggedText, read_tagged

from readout.analysis.names import find_entities
from readout.types import Article, Block, BlockKind, Sentence

KINDS = ("person", "place", "organisation")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--files", nargs="*", default=["uner_ewt_test.iob2.gz", "uner_ewt_dev.iob2.gz"])
    parser.add_argument("--errors", type=int, default=0)
    given = parser.parse_args()
    for name in given.files:
        right: Counter[str] = Counter()
        gold: Counter[str] = Counter()
        found: Counter[str] = Counter()
        errors: list[str] = []
        for text in read_tagged(given.data / name):
            predicted = predict(text)
            wanted = {name for name in text.names if name[2] in KINDS}
            for span in predicted | wanted:
                right[span[2]] += span in predicted and span in wanted
                gold[span[2]] += span in wanted
                found[span[2]] += span in predicted
                if (span in predicted) != (span in wanted):
                    sign = "+" if span in predicted else "-"
                    around = text.text[max(0, span[0] - 40) : span[1] + 40].replace("\n", " | ")
                    errors.append(f"{sign} {span[2]:12} {text.text[span[0] : span[1]]!r:40} {around}")
        print(name, *(f"{kind} {f1(right[kind], found[kind], gold[kind])}" for kind in KINDS), sep="; ")
        print("\n".join(errors[: given.errors]))


def f1(right: int, found: int, gold: int) -> str:
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return f"F1 {200 * right / max(found + gold, 1):.1f} (P {precision * 100:.0f} R {recall * 100:.0f})"


def predict(text: TaggedText) -> set[tuple[int, int, str]]:
    article = Article(
        id="x",
        uri="x",
        text=text.text,
        blocks=tuple(Block(start=start, end=end, kind=BlockKind.BODY) for start, end in text.sentences if start < end),
        language="en",
    )
    sentences = [Sentence(start=start, end=end) for start, end in text.sentences]
    return {
        (span.start, span.end, entity.kind.value)
        for entity in find_entities(article, sentences)
        for span in entity.evidence
        if entity.kind.value in KINDS
    }


if __name__ == "__main__":
    main()
