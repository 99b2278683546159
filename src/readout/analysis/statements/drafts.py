"""A statement in the making, shared by the steps that put it together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading


@dataclass(slots=True)
class Draft:
    """A statement in the making: characters of content, cue and speaker, and where it stands."""

    content: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    named: list[tuple[int, int]]
    found: Found | None
    reading: Reading
    act: str
    rule: str
    number: int = 0  #: which passage it stands in
    inherits: Draft | None = None  #: whose speaker a quotation without a cue takes
    speaker: str | None = None
    why: str = ""
    description: str = ""
    via: tuple[str, ...] = ()


def merged(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, with pieces that only white space parts as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
