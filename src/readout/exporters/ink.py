"""Ink for a terminal: a few styles that vanish where colour is off, lines wrapped to a width, references to places."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.exporters.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from readout.spans import Span

#: SGR codes (ECMA-48) by what is said, not by hue.
_STYLES = {
    "strong": "1",
    "dim": "2",
    "disputed": "1;31",
    "denies": "31",
    "compatible": "33",
    "questions": "33",
    "agreed": "32",
    "asserts": "0",
    "single": "2",
    "developing": "34",
    "gone": "9;31",
    "new": "4;32",
    "ref": "2;36",
}


@dataclass(frozen=True, slots=True)
class Ink:
    """How to write: the width in columns, and whether styles are allowed."""

    width: int
    colour: bool

    def paint(self, style: str, words: str) -> str:
        """`words` in a style; untouched where colour is off."""
        return f"\x1b[{_STYLES[style]}m{words}\x1b[0m" if self.colour and words else words

    def wrap(self, words: str, indent: str = "", hang: str | None = None) -> list[str]:
        """Plain words in lines of the width, the first after `indent`, the others after `hang`."""
        hang = indent if hang is None else hang
        return textwrap.wrap(
            words,
            width=max(self.width, len(hang) + 20),
            initial_indent=indent,
            subsequent_indent=hang,
            break_on_hyphens=False,
        ) or [indent.rstrip()]

    def rule(self, words: str = "") -> str:
        """A line across the width that begins with `words`."""
        head = f"━━ {words} " if words else ""
        return self.paint("strong", head + "━" * max(0, self.width - len(head)))


def clip(words: str, most: int) -> str:
    """`words` on one line, shortened at a space to at most `most` characters, an ellipsis in place of the rest."""
    words = one_line(words)
    if len(words) <= most:
        return words
    cut = words[: max(1, most - 1)]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > most // 2 else cut).rstrip() + "…"


def references(spans: Iterable[Span], numbers: Mapping[str, int], most: int = 3) -> str:
    """`[1:120-148] [2:131-160] +4`: article number and code points of each place."""
    places = list(dict.fromkeys(spans))
    shown = " ".join(f"[{numbers[span.article]}:{span.start}-{span.end}]" for span in places[:most])
    return f"{shown} +{len(places) - most}" if len(places) > most else shown
