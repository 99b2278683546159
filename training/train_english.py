"""Train the English pipeline that Readout ships: python training/train_english.py --data DIR --out DIR."""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from pathlib import Path

import spacy
from augment import headlines, reporting
from features import write_features
from lemmas import write_lemmas
from score_english import print_scores
from spacy.cli.train import train
from spacy.tokens import DocBin
from spacy.util import load_config
from treebank import make_doc, read_trees

HERE = Path(__file__).resolve().parent
FINISHING_STEPS = 2000
FINISHING_RATE = 0.0004
TREEBANKS = ("ewt", "gum_open")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the treebanks (*.conllu.gz)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the trained pipeline")
    parser.add_argument("--config", type=Path, default=HERE / "english.cfg")
    parser.add_argument("--steps", type=int, help="optimisation steps, if not as many as the configuration says")
    parser.add_argument("--seed", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        write_corpora(given.data, work, given.seed)
        overrides: dict[str, object] = {
            "paths.train": str(work / "train.spacy"),
            "paths.dev": str(work / "dev.spacy"),
            "system.seed": given.seed,
        }
        if given.steps:
            overrides["training.max_steps"] = given.steps
        train(given.config, work / "trained", overrides=overrides)
        finish(given.config, work, given.seed, max(1, given.steps * 2 // 9) if given.steps else FINISHING_STEPS)
        pack(work / "finished" / "model-last", given.out)
    write_features(given.out)
    write_lemmas([given.data / f"{name}_train.conllu.gz" for name in TREEBANKS], given.out / "lemmas.json")
    print_scores(given.data, given.out)


def write_corpora(data: Path, work: Path, seed: int) -> None:
    """Training and development sentences as spaCy reads them, one sentence a document, with what is made from them."""
    chance = random.Random(seed)
    vocab = spacy.blank("en").vocab
    for part in ("train", "dev"):
        trees = [tree for name in TREEBANKS for tree in read_trees(data / f"{name}_{part}.conllu.gz")]
        if part == "train":
            trees += headlines(trees, chance) + reporting(trees, chance)
        else:
            everything = DocBin().from_disk(work / "train.spacy")
            everything.merge(DocBin(docs=[make_doc(vocab, tree) for tree in trees]))
            everything.to_disk(work / "all.spacy")
            trees = trees[::2]
        DocBin(docs=[make_doc(vocab, tree) for tree in trees]).to_disk(work / f"{part}.spacy")
        print(part, len(trees), "sentences", sum(map(len, trees)), "words")


def finish(config: Path, work: Path, seed: int, steps: int) -> None:
    """Go on from the best pipeline with the development parts too, in small and shrinking steps."""
    settings = load_config(config, interpolate=False)
    for name in settings["nlp"]["pipeline"]:
        settings["components"][name] = {"source": str(work / "trained" / "model-best")}
    settings["paths"] = {"train": str(work / "all.spacy"), "dev": str(work / "dev.spacy")}
    settings["system"]["seed"] = seed + 1
    settings["training"]["max_steps"] = steps
    settings["training"]["batcher"]["size"]["start"] = 1200
    settings["training"]["optimizer"]["learn_rate"]["initial_rate"] = FINISHING_RATE
    settings.to_disk(work / "finish.cfg")
    train(work / "finish.cfg", work / "finished")


def pack(trained: Path, out: Path) -> None:
    """The pipeline without what only training needs (strings stay: they name the labels)."""
    nlp = spacy.load(trained)
    for key in ("paths", "corpora", "training", "initialize"):
        nlp.config.pop(key, None)
    nlp.meta.update(name="readout", version="0.1.0", license="CC BY-SA 4.0", spacy_version=">=3.8.0,<3.9.0")
    out.mkdir(parents=True, exist_ok=True)
    for old in ("tok2vec", "morphologizer", "parser", "vocab"):
        shutil.rmtree(out / old, ignore_errors=True)
    nlp.to_disk(out)


if __name__ == "__main__":
    main()
