"""Fit the weights of the signs that two different amounts answer one question, with stories left out in turn.

    python training/slotsigns.py --signs TABLE.tsv --out src/readout/language/slotsigns.toml

A row of the table is one pair of amounts of a story: the story, whether they answer one question (1 or 0), how much
it counts (a pair told again in other reports counts less), and the signs in the order of
`readout.language.slotsigns.SIGNS`, as `Slots.signs` of `readout.analysis.accounts.values.oneslot` gives
them. No text is needed or kept.
"""

from __future__ import annotations

import argparse
import hashlib
import pathlib

import numpy as np
from answering import fit

from readout.language.slotsigns import SIGNS

FOLDS = 12
HEAD = """# How much each sign counts for two different amounts answering one question (logistic regression; see
# training/slotsigns.py). Weights trained on pairs labelled by hand; no text of them is kept here.

[weights]
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--signs", required=True, type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    options = parser.parse_args()
    rows = [line.split("\t") for line in options.signs.read_text(encoding="utf-8").splitlines()]
    folds = np.array([int(hashlib.sha256(row[0].encode()).hexdigest(), 16) % FOLDS for row in rows])
    numbers = np.array([[float(value) for value in row[1:]] for row in rows])
    labels, counts, signs = numbers[:, 0], numbers[:, 1], numbers[:, 2:]
    scores = np.zeros(len(labels))
    for fold in range(FOLDS):
        held = folds == fold
        scores[held] = signs[held] @ fit(signs[~held], labels[~held], counts[~held])
    differ = signs[:, SIGNS.index("can both be true")] == 0
    for name, kind in (("all", differ | ~differ), ("that cannot both be true", differ)):
        for least in (-1.0, -0.5, 0.0, 0.5, 1.0):
            shown = (scores >= least) & kind
            right = (labels * counts)[shown].sum()
            precision, recall = right / max(1, counts[shown].sum()), right / (labels * counts)[kind].sum()
            print(f"{name}, {least}: {shown.sum()} pairs, {precision:.2f} right, {recall:.2f} found")
    weights = zip(SIGNS, fit(signs, labels, counts), strict=True)
    table = "".join(f'"{name}" = {weight:.2f}\n' for name, weight in weights)
    options.out.write_text(HEAD + table, encoding="utf-8")


if __name__ == "__main__":
    main()
