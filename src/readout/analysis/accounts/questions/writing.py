"""Words as a question shows them: joined, cut, and refused where they would be odd."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.language.terms import is_stop
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.scene import Scene
    from readout.spans import Span

_LONGEST_SHOWN = 140  #: characters of the texts in a question
_LONGEST = 18  #: words of a question
_FEWEST = 4
_BROKEN = re.compile(
    r"^(?:When|At what hour) (?:did|do|does) .* have (?:been|gone|\w+ed|under\w+|\w+en)\b"
    r"|\b(?:say|tell|add|ask|claim|report|state|warn|confirm|encourage|urge|announce|argue|declare|note|write)$",
    re.IGNORECASE,
)  #: questions that the parse has broken, and those of a saying without what is said
_APART = re.compile(r"\s+((?<=s )['’](?=\s)|['’](?:s|re|ve|ll|d|t|m)\b|n['’]t\b|[,.;:!?%)])")  #: to be joined
_ODD = re.compile(r"[()\[\]@#*_/|<>]|\.\.\.|…|https?:|--|―|(?:^|\s)['’‘]\w")
_MARKS = re.compile('[“”„"«»]')


def joined(words: str) -> str:
    """Words divided by spaces as a reader writes them: without spaces before marks and within hyphens."""
    words = _APART.sub(r"\1", " ".join(words.split()))
    words = re.sub(r"([$£€(])\s+", r"\1", words)
    return re.sub(r"(\w) - (\w)", r"\1-\2", words)


def in_words(parts: Sequence[str]) -> str:
    """Words as a question with its mark, or "" where it would be odd."""
    words = " ".join(parts)
    words = words[:1].upper() + words[1:]
    words = re.sub(r"[“”\"«»„]|''|``", "", words)
    words = joined(words).strip(" ,.;:!?-–—")
    if _ODD.search(words) or _BROKEN.search(words) or not _FEWEST <= len(words.split()) <= _LONGEST:
        return ""
    return words + "?"


def shorten(text: str) -> str:
    """Some words as a question can hold them: on one line, without loose ends, not too long."""
    shown = " ".join(text.split()).strip(" .,;:!?")
    for start in ("that ", "and ", "but ", "as "):
        shown = shown.removeprefix(start)
    if len(shown) > _LONGEST_SHOWN:
        shown = shown[:_LONGEST_SHOWN].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return _inner_marks(shown).strip(" .,;:!?")


def _inner_marks(shown: str) -> str:
    """Words as they stand in quotation marks: inner marks single; gone where they enclose all or lack a partner."""
    pieces = _MARKS.split(shown)
    if len(pieces) % 2 == 0 or (len(pieces) == 3 and not pieces[0] and not pieces[2]):
        return "".join(pieces)
    return "".join(f"‘{piece}’" if place % 2 else piece for place, piece in enumerate(pieces))


def phrase(span: Span, scene: Scene) -> str:
    """The words of a phrase, without quotation marks and small words left hanging."""
    shown = _MARKS.sub("", shorten(scene.articles[span.article].words(span))).strip("‘’' ")
    kept = shown.split()
    while kept and is_stop(fold(kept[-1])):
        kept.pop()
    return " ".join(kept)
