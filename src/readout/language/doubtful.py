"""Words that tell of what was said or held also where they do not report for certain, read once from data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulWords:
    """The words of the second tier of statements, for one language."""

    nouns: dict[str, frozenset[str]]  #: by lemma: what may follow it
    verbs: frozenset[str]  #: lemmas of classes that rather report
    stances: frozenset[str]  #: lemmas of verbs that also report with a pronoun: "endorsed her"
    naming: frozenset[str]  #: lemmas of verbs that say what something is called: "billed as"
    free: dict[str, frozenset[str]]  #: by lemma: the frames in which it reports whoever its subject is
    light: frozenset[str]  #: verbs whose subject is the noun's owner: "make a call for"
    holders: frozenset[str]  #: nouns for people by the view that they hold: "is a critic of X"
    own: frozenset[str]  #: verbs whose subject "his" before their object points at: "stepped up his attacks"
    guards: dict[str, frozenset[str]]  #: by what they keep from being taken for a report
    kinds: dict[str, frozenset[str]]  #: by the kind of report that they make, which most would not call a statement


@lru_cache(maxsize=1)
def doubtful_words() -> DoubtfulWords:
    """Those for English (doubtful.toml)."""
    path = resources.files("readout.language").joinpath("en", "doubtful.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    holders = frozenset(data["holders"].split())
    nouns = dict.fromkeys(holders, frozenset(["of", "for"]))
    for group in data["nouns"]:
        after = frozenset(group["after"].split())
        for word in group["words"].split():
            nouns[word] = nouns.get(word, frozenset()) | after
    free: dict[str, frozenset[str]] = {}
    for group in data["free"]:
        frames = frozenset(group["frames"].split())
        for word in group["words"].split():
            free[word] = free.get(word, frozenset()) | frames
    verbs = frozenset(word for group in data["verbs"] for word in group["words"].split())
    return DoubtfulWords(
        nouns=nouns,
        verbs=verbs,
        stances=frozenset(data["stances"].split()),
        naming=frozenset(data["naming"].split()),
        free=free,
        light=frozenset(data["light"].split()),
        holders=holders,
        own=frozenset(data["own"].split()),
        guards={kind: frozenset(words.split()) for kind, words in data["guards"].items()},
        kinds={kind: frozenset(words.split()) for kind, words in data["kinds"].items()},
    )
