"""Words as terms for comparison: folded, cut to a stem, spellings and synonyms made one, small words left out."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from readout.text.fold import Word, words

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDINGS = (
    *((ending, "iz") for ending in ("isations", "izations", "isation", "ization")),
    *((ending, "") for ending in ("ations", "ation", "ements", "ement", "ments", "ment")),
    *((ending, "iz") for ending in ("ising", "izing", "ised", "ized", "ises", "izes", "ise", "ize")),
    *((ending, "y") for ending in ("ied", "ies")),
    *((ending, "") for ending in ("ings", "ing", "edly", "ed", "ions", "ion")),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    *((ending, "") for ending in ("es", "s", "ly")),
)
_SHORTEST = 3


class _Lexicon(NamedTuple):
    stop: frozenset[str]
    countries: frozenset[str]
    forms: dict[str, str]
    same: dict[str, str]
    titles: frozenset[str]


def _pairs(listed: str) -> list[tuple[str, list[str]]]:
    """`base: form form` lines as pairs."""
    found = []
    for line in listed.strip().splitlines():
        base, _, forms = line.partition(":")
        found.append((base.strip(), forms.split()))
    return found


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    data = tomllib.loads(files("readout.language").joinpath("terms.toml").read_text(encoding="utf-8"))
    forms = {form: base for base, listed in _pairs(data["irregular"]) for form in listed}
    forms |= {form: base for base, listed in _pairs(data["demonym"]) for form in listed}
    same = {_cut(forms.get(form, form)): _cut(base) for base, listed in _pairs(data["same"]) for form in listed}
    countries = frozenset(_cut(base) for base, _ in _pairs(data["demonym"]))
    return _Lexicon(frozenset(data["stop"].split()), countries, forms, same, frozenset(data["titles"].split()))


def _cut(word: str) -> str:
    """The word without its ending; a rough stem that only has to be the same for the forms of a word."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            if ending == "s" and word.endswith(("ss", "us", "is")):
                break
            word = word[: -len(ending)] + instead
            break
    if word.endswith("our") and len(word) > 5:
        word = word[:-3] + "or"
    if len(word) > 5 and word.endswith("at") and not word.endswith("eat"):
        word = word[:-2]
    if len(word) > _SHORTEST and word.endswith("e"):
        word = word[:-1]
    if len(word) > _SHORTEST + 1 and word.endswith("y"):
        word = word[:-1] + "i"
    if (
        len(word) > _SHORTEST + 1
        and word[-1] == word[-2]
        and (word[-1] not in "sl" or (word[-1] == "l" and len(word) > 5))
    ):
        word = word[:-1]  # "cancelled" is "canceled", but "called" is "call" and no "cal"
    return word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The term a folded word stands for: "killed", "killings" and "slain" are one, so are "defence" and "defense"."""
    lexicon = _lexicon()
    word = word.removesuffix("'s").rstrip("'")
    cut = _cut(lexicon.forms.get(word, word))
    return lexicon.same.get(cut, cut)


@lru_cache(maxsize=65536)
def plain_stem(word: str) -> str:
    """As `stem`, but synonyms stay apart."""
    word = word.removesuffix("'s").rstrip("'")
    return _cut(_lexicon().forms.get(word, word))


def is_stop(word: str) -> bool:
    """Whether a folded word carries no topic of its own."""
    return word in _lexicon().stop


def is_country(found: str) -> bool:
    """Whether a stem stands for a country, named itself or by its people or capital."""
    return found in _lexicon().countries


_AUXILIARY = frozenset(
    ("is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might")
)


def is_verbal(word: str) -> bool:
    """Whether a folded word is likely a verb form: an auxiliary, a form in -ed or -ing, or an irregular past."""
    return word in _AUXILIARY or (len(word) > 4 and word.endswith(("ed", "ing"))) or word in _lexicon().forms


def is_title(word: str) -> bool:
    """Whether a folded word of a name is a title or an office, which does not tell one holder from another."""
    return word in _lexicon().titles


@lru_cache(maxsize=1)
def title_stems() -> frozenset[str]:
    """The stems of titles and offices."""
    return frozenset(stem(title) for title in _lexicon().titles)


class Term(NamedTuple):
    """A telling word: where it stands, how it is written (folded), and its stem."""

    start: int
    end: int
    word: str
    stem: str


_LETTER = re.compile(r"[a-z]")


def content_terms(found: list[Word]) -> list[Term]:
    """The telling words among `found`: no stop words, no single letters; numbers stay as they are written."""
    kept = []
    for start, end, folded in found:
        if is_stop(folded) or (len(folded) == 1 and _LETTER.match(folded)):
            continue
        kept.append(Term(start, end, folded, stem(folded)))
    return kept


def terms(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """The telling words of `text[start:end]`."""
    return content_terms(words(text, start, end))


_FEWEST = 100
_RAREST = 4.7
_STEPS = 1024  #: weights are multiples of 1/1024, so that sums do not depend on their order


def weigh_stems(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    """How telling each stem is over some documents: log inverse document frequency (Spärck Jones 1972), on one scale.

    A stem that stands in one document weighs the same in a small story and in a big one, so that sums can be
    compared with fixed thresholds; a few documents count as if they were among a hundred. Sums of weights are exact.
    """
    counts: Counter[str] = Counter()
    total = 0
    for document in documents:
        counts.update(set(document))
        total += 1
    total = max(total, _FEWEST) + 1
    unit = _RAREST / math.log(total / 1.5)
    weighed = ((found, unit * math.log(total / (count + 0.5))) for found, count in sorted(counts.items()))
    return {found: round(weight * _STEPS) / _STEPS for found, weight in weighed}
