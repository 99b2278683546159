"""Words with which a claim is denied, rejected, pointed back to, or set against another."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

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
    judged: re.Pattern[str]  #: calls something false: "is ridiculous", "called it a lie"
    downing: re.Pattern[str]  #: reject where a word for a claim follows


@lru_cache(maxsize=1)
def denial_words() -> Denials:
    """The lists of denials.toml."""
    data = tomllib.loads(files("readout.language").joinpath("denials.toml").read_text(encoding="utf-8"))
    lists = {
        name: frozenset(data[name].split()) for name in Denials._fields if name not in ("phrases", "downing", "judged")
    }
    phrases = "|".join(
        re.escape(phrase) for phrase in sorted(data["phrases"], key=lambda phrase: (-len(phrase), phrase))
    )
    nouns = "|".join(sorted(lists["claims"]))
    downing = "|".join(re.escape(phrase) for phrase in data["downing"])
    judging = "|".join(sorted(lists["judging"]))
    return Denials(
        **lists,
        judged=re.compile(
            r"(?:\b(?:is|are|was|were|be|been|being|as|it|that|them|this)|'s|'re|^)[\s\"']+"
            rf"(?:(?:\w+ly|a|an|all|just|total|totally|pure|simply|nothing but|such|so|patently|utter)[\s\"']+)*({judging})\b"
        ),
        phrases=re.compile(rf"\b(?:{phrases})\b"),
        downing=re.compile(rf"\b(?:{downing})\b(?:\s+[\w'-]+){{0,5}}?\s+(?:{nouns})\b"),
    )


_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sept sep oct nov dec"
)


@lru_cache(maxsize=1)
def calendar_words() -> frozenset[str]:
    """Weekdays and months, folded."""
    return frozenset(_CALENDAR.split())


@lru_cache(maxsize=1)
def calendar_stems() -> frozenset[str]:
    """The stems of weekdays, months and the like: two texts that share one share no topic."""
    return frozenset(
        stem(word) for word in f"{_CALENDAR} morning afternoon evening night week month year day time".split()
    )
