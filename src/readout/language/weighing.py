"""How much speaks for a word that no list holds being one that reports: weights of meanings and of signs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The weights for one language; all are added up, and what reaches `enough` reports."""

    verbs: dict[str, float]  #: by lemma, from the sorts of the verb's senses
    nouns: dict[str, float]  #: by lemma, of what the verb is done to
    signs: dict[str, float]  #: by name, as in `readout.analysis.statements.doubtful.signs.signs_of`
    unknown: float  #: of a verb that is on no list of meanings
    enough: float  #: what all that speaks for a report must weigh
    least: float  #: what the verb's meaning must weigh by itself, where no words are quoted
    least_quoted: float  #: the same beside quoted words


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """What speaks against a report being right, in log odds, and how much is too much."""

    signs: dict[str, float]  #: by name, as in `readout.analysis.statements.doubtful.sureness.signs_of`
    bar: float


def _meanings(name: str) -> dict[str, float]:
    """Lines of a weight in hundredths, a tab, and the words that have it."""
    text = resources.files("readout.language").joinpath("en", name).read_text(encoding="utf-8")
    found: dict[str, float] = {}
    for line in text.splitlines():
        weight, words = line.split("\t")
        found.update(dict.fromkeys(words.split(), int(weight) / 100))
    return found


@lru_cache(maxsize=1)
def scales() -> Scales:
    """The scales for English (weighing.toml, verbs.tsv, nouns.tsv), read once."""
    path = resources.files("readout.language").joinpath("en", "weighing.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Scales(
        verbs=_meanings("verbs.tsv"),
        nouns=_meanings("nouns.tsv"),
        signs={name: float(weight) for name, weight in data["signs"].items()},
        unknown=float(data["unknown"]),
        enough=float(data["enough"]),
        least=float(data["least"]),
        least_quoted=float(data["least quoted"]),
    )


@lru_cache(maxsize=1)
def sureness() -> Sureness:
    """The weights for English (sureness.toml), read once."""
    path = resources.files("readout.language").joinpath("en", "sureness.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Sureness(signs={name: float(weight) for name, weight in data["signs"].items()}, bar=float(data["bar"]))
