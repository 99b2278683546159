"""Sets of words that the rules of one chapter look at, kept beside the code as data."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=8)
def word_sets(chapter: str) -> dict[str, frozenset[str]]:
    """The sets of words in `en/CHAPTER.toml` by name, as they are written there."""
    data = tomllib.loads(files("readout.language").joinpath("en", f"{chapter}.toml").read_text(encoding="utf-8"))
    return {name: frozenset(listed.split()) for name, listed in data.items()}
