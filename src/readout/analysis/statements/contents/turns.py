"""Turns of an interview printed as a play: `Keller: Why now? Brandt: Because we must. Keller: ...`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.language.names import names
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.reading import Reading

_NAME_WORDS = 4  #: words that a speaker's name may have
_TURNS = 3  #: turns of two persons at least, one of whom speaks again


def mark_turns(text: str, readings: Sequence[Reading]) -> None:
    """Mark the passages that begin with a person's name and a colon, where two persons or more speak in turns.

    A word before a colon is a person's name only if the text has it with a first name: no `Winner: ... Loser: ...`.
    """
    named = [(reading, name) for reading in readings if not reading.headline and (name := _before_colon(reading))]
    if len(named) < _TURNS:
        return
    persons = {name for name in {name for _, name in named} if _is_person(name, text)}
    turns = [(reading, name) for reading, name in named if name in persons]
    if len(turns) >= _TURNS and 1 < len(persons) < len(turns):
        for reading, _ in turns:
            reading.turn = True


def _before_colon(reading: Reading) -> str:
    """The capitalised words before a colon near the start of a passage; "" for none."""
    words = reading.words
    for at in range(min(len(words) - 1, 2 * _NAME_WORDS)):
        word = words[at]
        if word.folded == ":":
            return reading.text[words[0].start : words[at - 1].end] if at > 0 else ""
        if word.quote >= 0 or not (word.capital or word.folded == "."):
            return ""
    return ""


def _is_person(shown: str, text: str) -> bool:
    """Whether a name is a person's: with a first name here, or by its last word elsewhere in the text."""
    first, parts = names().first, shown.split()
    if len(parts) > 1 and fold(parts[0]) in first:
        return True
    before = re.finditer(rf"\b([A-Z][a-z]+) (?:[A-Z]\. )?{re.escape(parts[-1])}\b", text)
    return any(fold(match.group(1)) in first for match in before)
