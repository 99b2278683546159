"""Words in descriptions of persons and bodies that say little, or the same as others: read from a data file."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from readout.language.terms import stem


class DescribingWords(NamedTuple):
    """Stems: those that say little by themselves, and groups of which any two say the same."""

    plain: frozenset[str]
    alike: tuple[frozenset[str], ...]


@lru_cache(maxsize=1)
def describing_words() -> DescribingWords:
    """The words of `describing.toml`, as stems."""
    data = tomllib.loads(files("readout.language").joinpath("describing.toml").read_text(encoding="utf-8"))
    return DescribingWords(
        plain=frozenset(map(stem, data["plain"])),
        alike=tuple(frozenset(map(stem, group)) for group in data["alike"]),
    )
