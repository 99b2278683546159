"""What numbers are about: the deeds that are counted and the kinds of things counted."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class Predicate(NamedTuple):
    """A deed or state that news counts: its name, its question, whether its count only grows, or changes daily."""

    name: str
    question: str
    cumulative: bool
    changing: bool = False
    kinds: frozenset[str] = frozenset()  #: the kinds of things it counts; all where there are none
    lasting: bool = False  #: whether it lasts, so that one asks how long
    only_in: frozenset[tuple[str, str]] = frozenset()  #: words that show it only before another: "a town of 700"


class Slots(NamedTuple):
    """Words to predicates, and counted words to kinds."""

    predicates: dict[str, Predicate]
    kinds: dict[str, str]
    money: frozenset[str]
    share: frozenset[str]
    scales: frozenset[str]  #: units that one reads off and does not count: "What magnitude"
    wholes: frozenset[str]  #: words that show a count of several events together
    no_records: frozenset[str]  #: words that end like a superlative and are none
    groups: frozenset[str]  #: words for a group of so many: "a crew of 12"


def _pair(given: str) -> tuple[str, str]:
    first, second = given.split()
    return first, second


@lru_cache(maxsize=1)
def slot_words() -> Slots:
    """The lists of slots.toml."""
    data = tomllib.loads(files("readout.language").joinpath("slots.toml").read_text(encoding="utf-8"))
    predicates: dict[str, Predicate] = {}
    for name, entry in data["predicates"].items():
        predicate = Predicate(
            name=name,
            question=entry["question"],
            cumulative=entry.get("cumulative", False),
            changing=entry.get("changing", False),
            lasting=entry.get("lasting", False),
            only_in=frozenset(_pair(given) for given in entry.get("only_in", "").split("|") if given),
            kinds=frozenset(entry.get("kinds", "").split()),
        )
        predicates |= dict.fromkeys(entry["words"].split(), predicate)
    kinds = {word: kind for kind, listed in data["kinds"].items() for word in listed.split()}
    units = data["units"]
    return Slots(
        predicates=predicates,
        kinds=kinds,
        money=frozenset(units["money"].split()),
        share=frozenset(units["share"].split()),
        scales=frozenset(units["scales"].split()),
        wholes=frozenset(units["wholes"].split()),
        no_records=frozenset(data["records"]["none"].split()),
        groups=frozenset(units["groups"].split()),
    )
