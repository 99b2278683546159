"""What kind of text a report is, by headline, address and what it says of itself: satire, opinion, transcript."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from readout.types import Article

_TURN = re.compile(r"^[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4}(?:, [^:\n]{1,40})?: ", re.MULTILINE)
_TURNS = 4  #: turns of speakers from which a text is a transcript
_EDGE = 200  #: characters at the head and the foot of a text in which it may say what it is
_SAYS = re.compile(
    r"\b(?:this|the following) (?:\w+ ){0,4}?(?:is|was) (?:a work of |a piece of |an? )?"
    r"(?:satire|satirical|parody|fiction)\b"
)


class _Genres(NamedTuple):
    satire: re.Pattern[str]
    opinion: re.Pattern[str]
    outlets: frozenset[str]
    satire_paths: frozenset[str]
    opinion_paths: frozenset[str]


@lru_cache(maxsize=1)
def _genres() -> _Genres:
    data = tomllib.loads(files("readout.language").joinpath("genres.toml").read_text(encoding="utf-8"))

    def label(words: list[str]) -> re.Pattern[str]:
        listed = "|".join(re.escape(word) for word in words)
        return re.compile(rf"^\W*(?:{listed})\s*(?:[:|–—]|-\s)|[|–—-]\s*(?:{listed})\W*$")

    return _Genres(
        label(data["satire_words"]),
        label(data["opinion_words"]),
        frozenset(data["satire_outlets"]),
        frozenset(data["satire_paths"]),
        frozenset(data["opinion_paths"]),
    )


@lru_cache(maxsize=4096)
def genre_of(article: Article) -> str:
    """Whether a report is "satire", "opinion" or a "transcript", where it says or shows so itself; "" for others."""
    lists = _genres()
    headline = fold(article.headline.value) if article.headline else ""
    outlet = fold(article.outlet.value) if article.outlet else ""
    path = frozenset(re.split(r"[/?#.]+", fold(article.url))) if article.url else frozenset()
    edges = fold(f"{article.text[:_EDGE]}\n{article.text[-_EDGE:]}")
    if lists.satire.search(headline) or outlet in lists.outlets or path & lists.satire_paths or _SAYS.search(edges):
        return "satire"
    if lists.opinion.search(headline) or path & lists.opinion_paths:
        return "opinion"
    body = [article.text[block.start : block.start + 80] for block in article.blocks_of(BlockKind.BODY)]
    if sum(bool(_TURN.match(text)) for text in body) >= _TURNS:
        return "transcript"
    return ""
