"""Scores of a trained pipeline on the test parts of the treebanks, from its own tokens and from the treebank's."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import spacy
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from treebank import Word, make_doc, read_trees

TESTS = ("ewt_test", "gum_open_test")


def print_scores(data: Path, model: Path) -> None:
    """Print UPOS, UAS and LAS for each test part, sentences as given, and the speed."""
    nlp = spacy.load(model)
    for name in TESTS:
        trees = list(read_trees(data / f"{name}.conllu.gz"))
        for kind in ("gold words", "own words"):
            scores, speed = score(nlp, trees, own_words=kind == "own words")
            print(
                f"{name} ({kind}): UPOS {scores['pos_acc'] * 100:.1f} UAS {scores['dep_uas'] * 100:.1f} "
                f"LAS {scores['dep_las'] * 100:.1f}; {speed:.0f} words per CPU-second"
            )


def score(nlp: spacy.Language, trees: list[list[Word]], *, own_words: bool) -> tuple[dict[str, float], float]:
    """Scores as in CoNLL 2018 but with punctuation left out of nothing: every word counts."""
    gold = [make_doc(nlp.vocab, tree) for tree in trees]
    blank = [
        nlp.make_doc(doc.text)
        if own_words
        else Doc(nlp.vocab, words=[word.text for word in doc], spaces=[bool(word.whitespace_) for word in doc])
        for doc in gold
    ]
    began = time.process_time()
    predicted = list(nlp.pipe(blank, batch_size=64))
    took = time.process_time() - began
    examples = [Example(doc, reference) for doc, reference in zip(predicted, gold, strict=True)]
    scores = {
        **Scorer.score_token_attr(examples, "pos"),
        **Scorer.score_deps(
            examples,
            "dep",
            getter=lambda token, _: token.dep_.lower(),
            ignore_labels=(),
            has_annotation=lambda doc: doc.has_annotation("DEP"),
        ),
    }
    return scores, sum(map(len, predicted)) / took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    given = parser.parse_args()
    print_scores(given.data, given.model)


if __name__ == "__main__":
    main()
