"""Words with which a claim is denied, rejected, pointed back to, or set against another."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class Denials(NamedTuple):
    """The word lists, folded."""

    deny: frozenset[str]
    reject: frozenset[str]
    judging: frozenset[str]
    claims: frozenset[str]
    insist: frozenset[str]
    contrast: frozenset[str]
    negation: frozenset[str]
    hedges: frozenset[str]
    blame: frozenset[str]
    phrases: re.Pattern[str]  #: reject wherever they stand
    downing: re.Pattern[str]  #: reject where a word for a claim follows


@lru_cache(maxsize=1)
def denial_words() -> Denials:
    """The lists of denials.toml."""
    data = tomllib.loads(files("readout.language").joinpath("denials.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(data[name].split()) for name in Denials._fields if name not in ("phrases", "downing")}
    phrases = "|".join(
        re.escape(phrase) for phrase in sorted(data["phrases"], key=lambda phrase: (-len(phrase), phrase))
    )
    nouns = "|".join(sorted(lists["claims"]))
    downing = "|".join(re.escape(phrase) for phrase in data["downing"])
    return Denials(
        **lists,
        phrases=re.compile(rf"\b(?:{phrases})\b"),
        downing=re.compile(rf"\b(?:{downing})\b(?:\s+[\w'-]+){{0,5}}?\s+(?:{nouns})\b"),
    )
