"""The words at which clauses part in a language, and those that tell nothing of an event, as data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Patterns and words for cutting a dated clause out of a sentence."""

    boundary: re.Pattern[str]  #: where a long sentence without a parse falls into clauses
    seam: re.Pattern[str]  #: what may follow a time at which a clause is cut
    tail_seam: re.Pattern[str]  #: where a clause may end before the next time
    leading: re.Pattern[str]  #: what a clause does not begin with
    trailing: re.Pattern[str]  #: what it does not end with
    empty: frozenset[str]  #: words that tell nothing of what happened
    endings: tuple[str, ...]  #: inflections, the longest first


@lru_cache(maxsize=8)
def load_clause_words(language: str) -> ClauseWords | None:
    """The clause words of a language by its ISO 639-1 code, or None where there is no data for it."""
    path = files("readout.language").joinpath(f"calendar_clauses_{language}.toml")
    if not path.is_file():
        return None
    data = tomllib.loads(path.read_text(encoding="utf-8"))

    def any_of(name: str) -> str:
        return _alternatives(data[name])

    return ClauseWords(
        boundary=re.compile(
            rf"[;:]|--|[—–](?=\s)|,\s+(?=(?:{any_of('after_comma')})\b)|\s(?=(?:{any_of('subordinators')})\s)"
        ),
        seam=re.compile(rf"\s*(?:[,;:)—–]|(?:{any_of('seams')})\b)", re.IGNORECASE),
        tail_seam=re.compile(rf"[,;:)—–]|\s(?:{any_of('tail_seams')})\s", re.IGNORECASE),
        leading=re.compile(rf"[\s,;:.–—\-)\]]+|[\"”’](?=\s)|(?:{any_of('leading')})\s+", re.IGNORECASE),
        trailing=re.compile(rf"(?:[\s,;:–—\-(\[\"“]|\b(?:{any_of('trailing')}))+$", re.IGNORECASE),
        empty=frozenset(data["empty"]),
        endings=tuple(data["endings"]),
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)
