"""Train the weights of the names' signals: train_names.py --data DIR --out src/readout/language/names."""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import numpy as np
from name_data import TRAIN, TaggedText, read_tagged

from readout.analysis.names.candidates import find_candidates
from readout.analysis.names.signals import read_signals
from readout.analysis.names.words import read_words

KINDS = ("person", "organisation", "place", "other")
RARE = 5  #: signals seen less often get no weight
RARE_LETTERS = 10  #: the same for the letters of a name, which tell little
EPOCHS = 12
RATE = 0.15
DECAY = 1e-3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    rows = [row for name in TRAIN for text in read_tagged(given.data / name) for row in labelled(text)]
    print(len(rows), "candidates", Counter(label for _, label in rows))
    table = fit(rows, given.seed)
    out = given.out / "weights.json"
    out.write_text(
        json.dumps({"kinds": KINDS, "weights": table}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        + "\n",
        encoding="utf-8",
    )
    print(len(table), "weights", out.stat().st_size, "bytes")


def labelled(text: TaggedText) -> list[tuple[list[str], str]]:
    """The signals of each candidate of a text, with the kind that the gold gives to most of its characters."""
    found = []
    for start, end in text.sentences:
        gold = [name for name in text.names if start <= name[0] < end]
        for candidate in find_candidates(read_words(text.text, start, end)):
            label = "other"
            for low, high, kind in gold:
                shared = min(high, candidate.end) - max(low, candidate.start)
                behind_title = low <= candidate.start and candidate.end == high
                if behind_title or shared * 2 > max(high - low, candidate.end - candidate.start):
                    label = kind
            found.append((read_signals(candidate), label))
    return found


def least(signal: str) -> int:
    """How often a signal must be seen to get a weight."""
    return RARE_LETTERS if signal.startswith("tail=") or " head=" in signal else RARE


def fit(rows: list[tuple[list[str], str]], seed: int) -> dict[str, list[float]]:
    """Weights of a multinomial logistic regression, by AdaGrad over single examples, averaged over the last epochs."""
    counts = Counter(signal for signals, _ in rows for signal in set(signals))
    index = {
        signal: number for number, signal in enumerate(sorted(s for s, count in counts.items() if count >= least(s)))
    }
    data = [
        (np.array(sorted({index[s] for s in signals if s in index})), KINDS.index(label)) for signals, label in rows
    ]
    weights = np.zeros((len(index), len(KINDS)))
    squares = np.full_like(weights, 1e-6)
    total = np.zeros_like(weights)
    chance = random.Random(seed)
    for epoch in range(EPOCHS):
        chance.shuffle(data)
        wrong = 0
        for active, label in data:
            scores = weights[active].sum(axis=0)
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            wrong += int(scores.argmax() != label)
            chances[label] -= 1.0
            gradient = chances + DECAY * len(active) * weights[active]
            squares[active] += gradient**2
            weights[active] -= RATE * gradient / np.sqrt(squares[active])
        if epoch >= EPOCHS // 2:
            total += weights
        print("epoch", epoch, "wrong", round(wrong / len(data), 4))
    total /= EPOCHS - EPOCHS // 2
    return {s: [round(float(w), 2) for w in total[n]] for s, n in index.items() if np.abs(total[n]).max() >= 0.1}


if __name__ == "__main__":
    main()
