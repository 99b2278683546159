"""Whose house style: which of two copies has been put into another spelling than the text was written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readout.types import Article, Edit

_BRITISH = re.compile(
    r"\b(?:(?:col|lab|hon|fav|neighb|behavi|harb|rum|arm)our\w*|(?:def|off|lic)ence|(?:cent|theat)re\w*|programme\w*|towards"
    r"|grey|travell\w+|per cent|\w{3,}is(?:ed|ing|ation)s?)\b",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"\b(?:(?:col|lab|hon|fav|neighb|behavi|harb|rum|arm)or\w*|(?:def|off)ense|license|(?:cent|theat)er\w*|program|toward|gray"
    r"|traveled|traveling|percent|\w{3,}iz(?:ed|ing|ation)s?)\b",
    re.IGNORECASE,
)
_FEW = re.compile(r"[2-9]")


def count_strays(a: Article, b: Article, edits: Iterable[Edit]) -> tuple[int, int]:
    """How many of the changed spellings go against the rest of the text, in a and in b.

    A spelling goes against the text if what both articles share is spelt the other way throughout; a figure below ten
    does where the other has the word, since news writes such numbers out.
    """
    changed = [
        (a.words(edit.a), b.words(edit.b))
        for edit in edits
        if edit.kind == "spelling" and edit.a is not None and edit.b
    ]
    if not changed:
        return 0, 0
    british, american = ({word.lower() for word in pattern.findall(a.text)} for pattern in (_BRITISH, _AMERICAN))
    for pattern, words in ((_BRITISH, british), (_AMERICAN, american)):
        words &= {word.lower() for word in pattern.findall(b.text)}
    strays = [0, 0]
    for sides in changed:
        for number, side in enumerate(sides):
            figure = _FEW.fullmatch(side) is not None and not sides[1 - number][:1].isdigit()
            against_american = bool(american) and not british and _BRITISH.search(side) is not None
            against_british = bool(british) and not american and _AMERICAN.search(side) is not None
            strays[number] += figure or against_american or against_british
    return strays[0], strays[1]
