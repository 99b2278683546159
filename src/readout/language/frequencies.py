"""How common the words of a language are: a small table of English, counted in openly licensed treebanks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class WordFrequencies:
    """In how many of `stretches` pieces of 400 running words each folded word occurs; rare words are not listed."""

    stretches: int
    counts: dict[str, int]


@lru_cache(maxsize=1)
def english_frequencies() -> WordFrequencies:
    """The table for English (data: `en/frequencies.tsv`, which names where it was counted)."""
    text = resources.files("readout.language").joinpath("en", "frequencies.tsv").read_text(encoding="utf-8")
    stretches = 0
    counts: dict[str, int] = {}
    for line in text.splitlines():
        word, tab, count = line.partition("\t")
        if word == "#stretches":
            stretches = int(count)
        elif tab and not word.startswith("#"):
            counts[word] = int(count)
    return WordFrequencies(stretches=stretches, counts=counts)


def is_frequent(word: str, part: float) -> bool:
    """Whether a folded English word stands in more than this part of all stretches of text."""
    table = english_frequencies()
    return table.counts.get(word, 0) > part * table.stretches
