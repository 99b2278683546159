"""Words by which clauses are turned into questions, read once from data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from readout.language.frequencies import english_frequencies
from readout.language.lexicon import irregular_bases

if TYPE_CHECKING:
    from collections.abc import Mapping


_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$|qu[aeiou][^aeiouwxy]$")  #: may double its last letter
_SYLLABLE = re.compile(r"[^aeiou]*u?[aeiou][^aeiou]")  #: verbs of one syllable, which do


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """The words that questions are made with, or that bar one, for one language."""

    groups: Mapping[str, frozenset[str]]  #: by what they do in a clause
    participles: tuple[str, ...]  #: endings of participles
    whole: Mapping[str, str]  #: short forms of auxiliaries
    times: Mapping[str, str]  #: what asks for a time, by the preposition before it
    amounts: Mapping[str, str]  #: what asks for an amount, by what it measures
    labels: Mapping[str, str]  #: how a label for an amount begins, by what it measures
    named: Mapping[str, str]  #: what an amount is called, by what it measures


@lru_cache(maxsize=1)
def question_words() -> QuestionWords:
    """Those for English (questions.toml)."""
    path = resources.files("readout.language").joinpath("en", "questions.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return QuestionWords(
        groups=MappingProxyType({name: frozenset(words.split()) for name, words in data["words"].items()}),
        participles=tuple(data["endings"]["participles"].split()),
        whole=MappingProxyType(data["whole"]),
        times=MappingProxyType(data["times"]),
        amounts=MappingProxyType(data["amounts"]),
        labels=MappingProxyType(data["labels"]),
        named=MappingProxyType(data["named"]),
    )


@lru_cache(maxsize=64)
def words_that(*kinds: str) -> frozenset[str]:
    """The words of some groups together."""
    groups = question_words().groups
    return groups[kinds[0]] if len(kinds) == 1 else frozenset().union(*(groups[kind] for kind in kinds))


def gerund_of(lemma: str) -> str:
    """The form of a verb in -ing: "losing", "stopping"; of two ways to write it the one that English texts have."""
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return f"{lemma[:-1]}ing"
    plain, doubled = f"{lemma}ing", f"{lemma}{lemma[-1:]}ing"
    if not _DOUBLED.search(lemma):
        return plain
    counts = english_frequencies().counts
    once = _SYLLABLE.fullmatch(lemma) is not None
    return max((plain, doubled), key=lambda form: (counts.get(form, 0), (form == doubled) is once))


@lru_cache(maxsize=1)
def _participles() -> dict[str, str]:
    """The participle of each verb whose forms are not made by rule: the last that does not end in -ing or -s."""
    forms = (pair for pair in irregular_bases().items() if not pair[0].endswith(("ing", "s")))
    return {lemma: form for form, lemma in forms}


def participle_of(form: str, lemma: str) -> str:
    """The participle of a verb that stands in a text in some form; "" where it is neither regular there nor listed."""
    return _participles().get(lemma, form if form.endswith("ed") else "")
