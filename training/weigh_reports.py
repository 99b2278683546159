"""Write the weights by which a report is found too likely to be wrong to be given as certain.

python training/weigh_reports.py --out src/readout/language/en/sureness.toml [--cross]

`report_labels.tsv` holds reports of news articles as one strict reader saw them: the article's id and where the content
begins, whether it is right (`r`), wrong in something (`x`) or no report at all (`n`), how much it counts, its signs
(`readout.analysis.statements.doubtful.sureness.signs_of`) and the three shares of `tone_of`. No text is in it. A report
wrong in something counts as half wrong. `--cross` prints how well articles that were left out are told, ten parts.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

TONES = ("the text's writer", "the text's reader", "the text's questions")
WRONG = {"r": 0.0, "x": 0.5, "n": 1.0}
STRENGTH = 6.0  #: how strongly weights are drawn towards nothing
LEAST = 4  #: reports that have a sign
SMALLEST = 0.05  #: weights below it are left out
BAR = 0.58  #: likelihood of being wrong from which on a report is doubtful
PARTS = 10


@dataclass
class Example:
    """One labelled report."""

    article: str
    label: str
    weight: float
    signs: dict[str, float]


def read_examples() -> list[Example]:
    """The labelled reports."""
    found = []
    for line in (Path(__file__).parent / "report_labels.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            article, _, label, weight, signs, shares = line.split("\t")
            tone = dict(zip(TONES, map(float, shares.split()), strict=True))
            found.append(Example(article, label, float(weight), {**dict.fromkeys(signs.split(";"), 1.0), **tone}))
    return found


def names_of(examples: list[Example]) -> list[str]:
    """The signs that enough reports have."""
    counts = Counter(sign for example in examples for sign in example.signs)
    return sorted(sign for sign, count in counts.items() if count >= LEAST)


def matrix_of(examples: list[Example], names: list[str]) -> np.ndarray:
    """A row for each report, a column for each sign."""
    return np.array([[example.signs.get(name, 0.0) for name in names] for example in examples])


def fit(examples: list[Example], names: list[str]) -> np.ndarray:
    """The weights of the signs: logistic regression by Newton's method."""
    matrix = matrix_of(examples, names)
    wrong = np.array([WRONG[example.label] for example in examples])
    counted = np.array([example.weight for example in examples])
    pull = np.array([1e-6 if name == "always" else STRENGTH for name in names])
    weights = np.zeros(len(names))
    for _ in range(30):
        likely = 1.0 / (1.0 + np.exp(-(matrix @ weights)))
        bend = (matrix.T * (likely * (1 - likely) * counted)) @ matrix + np.diag(pull)
        weights -= np.linalg.solve(bend, matrix.T @ ((likely - wrong) * counted) + pull * weights)
    return weights


def cross(examples: list[Example], names: list[str]) -> None:
    """Print what is told of articles that were left out, at the bar."""
    articles = sorted({example.article for example in examples})
    part = {article: at % PARTS for at, article in enumerate(articles)}
    low: Counter[str] = Counter()
    for number in range(PARTS):
        weights = fit([example for example in examples if part[example.article] != number], names)
        held = [example for example in examples if part[example.article] == number]
        likely = 1.0 / (1.0 + np.exp(-(matrix_of(held, names) @ weights)))
        low.update(example.label for example, value in zip(held, likely, strict=True) if value >= BAR)
    print("labelled:", dict(Counter(example.label for example in examples)), "doubtful at the bar:", dict(low))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cross", action="store_true")
    given = parser.parse_args()
    examples = read_examples()
    names = names_of(examples)
    if given.cross:
        cross(examples, names)
    lines = [
        "# What speaks against a report being right, in log odds. Written by training/weigh_reports.py.",
        f"bar = {np.log(BAR / (1 - BAR)):.2f}  # a likelihood of {BAR} that it is wrong",
        "",
        "[signs]",
        *(f'"{name}" = {weight:.2f}' for name, weight in zip(names, fit(examples, names), strict=True)
          if abs(weight) >= SMALLEST),
    ]  # fmt: skip
    given.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
