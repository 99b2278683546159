"""Words that exclude each other when they are said of one thing: peaceful and violent, damaged and destroyed."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from readout.language.terms import plain_stem, stem

_QUOTED = re.compile(r"'([^']+)'|(\S+)")


class Pole(NamedTuple):
    """One end of a scale."""

    scale: int
    end: int  #: 0 or 1
    graded: bool  #: whether the ends are degrees of one deed, which exclude each other of a single thing only


class Opposites(NamedTuple):
    """The lists: stems to poles, phrases to poles, and the stems of verbs with which someone is reached first."""

    words: dict[str, tuple[Pole, ...]]
    phrases: dict[str, tuple[Pole, ...]]
    contacts: frozenset[str]
    open: frozenset[str]  #: words that leave open whether it is so
    anyone: frozenset[str]  #: stems of words for anybody


@lru_cache(maxsize=1)
def opposites() -> Opposites:
    """The lists of opposites.toml."""
    data = tomllib.loads(files("readout.language").joinpath("opposites.toml").read_text(encoding="utf-8"))
    words: dict[str, tuple[Pole, ...]] = {}
    phrases: dict[str, tuple[Pole, ...]] = {}
    for number, line in enumerate([*data["scales"], *data["degrees"]]):
        graded = number >= len(data["scales"])
        for end, listed in enumerate(line.split("|")):
            pole = Pole(number, end, graded)
            for phrase, word in _QUOTED.findall(listed):
                target, key = (phrases, phrase) if phrase else (words, word)
                if pole not in target.get(key, ()):
                    target[key] = (*target.get(key, ()), pole)
    contacts = frozenset(plain_stem(word) for word in data["contacts"].split())
    anyone = frozenset(stem(word) for word in data["anyone"].split())
    return Opposites(words, phrases, contacts, frozenset(data["open"].split()), anyone)
