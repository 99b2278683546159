"""Fit the weights of the signs that one claim answers another, or that two clauses tell the same, and measure them
with one story left out at a time.

    python training/answering.py --signs TABLE.tsv --out src/readout/language/answering.toml
    python training/answering.py --of agreeing --signs TABLE.tsv --out src/readout/language/agreeing.toml

A row of the table is one pair: its story, whether the second answers the first, or tells the same (1, 0, or 0.5 where
the dispute is real and the claim stands beside the one that is answered, or where only a part is told in both), how
much the row counts, and the signs in the order of `readout.language.answering.SIGNS`, as `Chances.signs` of
`readout.analysis.accounts.contested.weighing` gives them, or of `readout.language.agreeing.SIGNS`, as `signs_of` of
`readout.analysis.accounts.agreed.tellings` does, or of `readout.language.telling.SIGNS`, as `apart_signs` of
`readout.analysis.accounts.agreed.apart` does. No text is needed or kept.
"""

from __future__ import annotations

import argparse
import pathlib

import numpy as np

from readout.language import agreeing, answering, telling

RIDGE = 3.0  #: how strongly weights are drawn to nothing; the weight of "always", the first, is left free
STEPS = 12
HEAD = """# How much each sign counts for {what} (logistic regression; see training/answering.py).
# Weights trained on hand-annotated stories; no text of them is kept here. Above 0 a sign speaks for it, below against
# it.

[weights]
"""
TABLES = {
    "answering": (answering.SIGNS, "one claim answering another"),
    "agreeing": (agreeing.SIGNS, "two clauses telling the same"),
    "telling": (telling.SIGNS, "two clauses telling one thing in other words"),
    "restating": (telling.SIGNS, "one clause being stated by another that shares telling words with it"),
}


def fit(signs: np.ndarray, labels: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression with a ridge, by Newton's method."""
    found = np.zeros(signs.shape[1])
    ridge = np.eye(signs.shape[1]) * RIDGE
    ridge[0, 0] = 1e-3
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(signs @ found, -30, 30)))
        slope = signs.T @ (counts * (chance - labels)) + ridge @ found
        curve = (signs * (counts * chance * (1 - chance))[:, None]).T @ signs + ridge
        found = found - np.linalg.solve(curve, slope)
    return found


def leave_out(stories: np.ndarray, signs: np.ndarray, labels: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The score of each pair by weights that its story had no part in."""
    scores = np.zeros(len(labels))
    for story in sorted(set(stories)):
        held = stories == story
        scores[held] = signs[held] @ fit(signs[~held], labels[~held], counts[~held])
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--of", choices=sorted(TABLES), default="answering")
    parser.add_argument("--signs", required=True, type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    options = parser.parse_args()
    rows = [line.split("\t") for line in options.signs.read_text(encoding="utf-8").splitlines()]
    stories = np.array([row[0] for row in rows])
    numbers = np.array([[float(value) for value in row[1:]] for row in rows])
    labels, counts, signs = numbers[:, 0], numbers[:, 1], numbers[:, 2:]
    scores = leave_out(stories, signs, labels, counts)
    for least in (1.5, 1.0, 0.75, 0.5, 0.0, -0.5, -1.0, -1.5):
        shown = (scores >= least) & (counts >= 1 / 3)
        right, half = (labels[shown] == 1).sum(), (labels[shown] == 0.5).sum()
        print(f"score >= {least}: {shown.sum()} pairs, {right} right, {half} half right")
    names, what = TABLES[options.of]
    weights = fit(signs, labels, counts)
    table = "".join(f'"{name}" = {weight:.2f}\n' for name, weight in zip(names, weights, strict=True))
    options.out.write_text(HEAD.format(what=what) + table, encoding="utf-8")


if __name__ == "__main__":
    main()
