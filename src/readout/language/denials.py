"""Words with which a claim is denied, rejected, pointed back to, or set against another."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from readout.language.terms import stem


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
    pointers: frozenset[str]
    authorities: frozenset[str]
    prepositions: frozenset[str]
    tellers: frozenset[str]
    crimes: frozenset[str]
    charging: frozenset[str]
    brought: frozenset[str]
    share: frozenset[str]  #: words for a part in a deed
    telling: frozenset[str]
    vague: frozenset[str]  #: nouns that name no topic
    turning: frozenset[str]
    unsure: frozenset[str]
    modals: frozenset[str]
    refusals: frozenset[str]
    holding: frozenset[str]
    offering: frozenset[str]
    leads: frozenset[str]
    suspecting: frozenset[str]
    slight: frozenset[str]
    partaking: frozenset[str]
    innocence: re.Pattern[str]  #: denies a charge without saying which
    judged: re.Pattern[str]  #: calls something false: "is ridiculous", "called it a lie"
    downing: re.Pattern[str]  #: reject where a word for a claim follows


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return tomllib.loads(files("readout.language").joinpath("denials.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def denial_words() -> Denials:
    """The lists of denials.toml."""
    data = _lists()
    lists = {
        name: frozenset(data[name].split())
        for name in Denials._fields
        if name not in ("phrases", "downing", "judged", "innocence")
    }
    phrases = "|".join(
        re.escape(phrase) for phrase in sorted(data["phrases"], key=lambda phrase: (-len(phrase), phrase))
    )
    nouns = "|".join(sorted(lists["claims"]))
    pointers = "|".join(sorted(lists["pointers"]))
    downing = "|".join(re.escape(phrase) for phrase in data["downing"])
    judging = "|".join(sorted(lists["judging"]))
    adverbs = r"(?:(?:\w+ly|a|an|all|just|total|pure|simply|nothing but|such|so|utter)[\s\"']+)*"
    listed = r"(?:[\w'-]+(?:,|\s+and|,\s+and)\s+){0,3}?"
    said_of = r"(?:\b(?:is|are|was|were|be|been|being|as|it|that|them|this)|'s|'re|^)"
    return Denials(
        **lists,
        judged=re.compile(
            rf"(?:{said_of}|\b(?:{'|'.join(data['naming'].split())})\b(?:\s+[\w'-]+){{1,8}}?)[\s\"']+{listed}{adverbs}({judging})\b"
        ),
        phrases=re.compile(rf"\b(?:{phrases})\b"),
        downing=re.compile(
            rf"\b(?:{downing})\b(?:\s+[\w'-]+){{0,2}}?\s+(?:{pointers})\s+(?:[\w'-]+\s+){{0,2}}?(?:{nouns})\b"
        ),
        innocence=re.compile(rf"\b(?:{'|'.join(re.escape(p) for p in data['innocence'])})\b(?!\s+(?:of|that|about)\b)"),
    )


@lru_cache(maxsize=1)
def denying_words() -> frozenset[str]:
    """The words that deny or reject."""
    return denial_words().deny | denial_words().reject


def is_negation(word: str) -> bool:
    """Whether a folded word negates: "not", "never", "didn't"."""
    return word in denial_words().negation or word.endswith("n't")


@lru_cache(maxsize=1)
def calendar_words() -> frozenset[str]:
    """Weekdays and months, folded."""
    return frozenset(_lists()["calendar"].split())


@lru_cache(maxsize=1)
def calendar_stems() -> frozenset[str]:
    """The stems of weekdays, months and the like: two texts that share one share no topic."""
    return frozenset(map(stem, [*_lists()["calendar"].split(), *_lists()["spells"].split()]))
