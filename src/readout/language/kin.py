"""Verbs that can say the same, or of which one says it more closely, as WordNet groups them (`en/kin.tsv`)."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _senses() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """The senses of each verb, and the broader ones of which they are kinds."""
    own: defaultdict[str, set[int]] = defaultdict(set)
    broader: defaultdict[str, set[int]] = defaultdict(set)
    text = resources.files("readout.language").joinpath("en", "kin.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        if line.startswith("#"):
            continue
        same, _, closer = line.partition("\t")
        for found, listed in ((own, same), (broader, closer)):
            for word in listed.split():
                found[word].add(number)
    return (
        {word: frozenset(numbers) for word, numbers in own.items()},
        {word: frozenset(numbers) for word, numbers in broader.items()},
    )


def is_verb(word: str) -> bool:
    """Whether a word (folded) is listed as a verb."""
    return word in _senses()[0]


def are_kin(one: str, other: str) -> bool:
    """Whether two verbs (folded lemmas) have a sense in common, or one has a sense that is a kind of the other's:
    "cancel" and "scrub", "strike" and "hit".
    """
    own, broader = _senses()
    none: frozenset[int] = frozenset()
    a, b = own.get(one, none), own.get(other, none)
    return bool(a & b or a & broader.get(other, none) or b & broader.get(one, none))
