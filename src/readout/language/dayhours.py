"""Words for parts of the day, as data: which minutes of a day they can mean, and what stands beside such a time."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from readout.language.lexicon import lexicon
from readout.language.terms import stem

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class DayHours:
    """The parts of the day with their first and last minute; `words` are small words by what they tell."""

    parts: Mapping[str, tuple[int, int]]
    edges: Mapping[str, tuple[int, int]]  #: "late Monday", "early Monday"
    words: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def day_hours() -> DayHours:
    """The parts of the day (`dayhours.toml`)."""
    data = tomllib.loads(files("readout.language").joinpath("dayhours.toml").read_text(encoding="utf-8"))
    return DayHours(
        parts=MappingProxyType({word: (low, high) for word, (low, high) in data["parts"].items()}),
        edges=MappingProxyType({word: (low, high) for word, (low, high) in data["edges"].items()}),
        words=MappingProxyType({name: tuple(found) for name, found in data["words"].items()}),
    )


@lru_cache(maxsize=1)
def repeated_deeds() -> frozenset[str]:
    """The stems of what is done again and again: speaking, and what else `dayhours.toml` lists."""
    spoken = lexicon()
    return frozenset(stem(word) for word in (*spoken.verbs, *spoken.nouns, *day_hours().words["repeated"]))
