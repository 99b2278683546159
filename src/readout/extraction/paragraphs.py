"""Paragraphs of plain text: blank lines, indents, one line each, or hard-wrapped lines that belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from readout.spans import trim

_LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_BULLET: Final = re.compile(r"[•▪◦‣●■*·–—-]\s|\d{1,2}[.)]\s")
_TERMINAL: Final = re.compile(r"""[.!?…。！？:;]["'”’»)\]]*$""")
_NARROWEST: Final = 40
_WIDEST: Final = 130


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its surrounding white space, and how far it is indented."""

    start: int
    end: int
    indent: int
    blank_before: bool

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph `[start, end)` and how many lines it runs over."""

    start: int
    end: int
    lines: int = 1


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` in order, without surrounding white space; none is empty. Linear in the text.

    Consecutive lines are one paragraph where the text is hard-wrapped (the next word would not have fitted) or
    where the next line plainly goes on (it starts in lower case after an unfinished line).
    """
    lines = _split_lines(text)
    width = _wrap_width(text, lines)
    paragraphs: list[Paragraph] = []
    for number, line in enumerate(lines):
        if paragraphs and not line.blank_before and _continues(text, lines[number - 1], line, width):
            last = paragraphs[-1]
            paragraphs[-1] = Paragraph(last.start, line.end, last.lines + 1)
        else:
            paragraphs.append(Paragraph(line.start, line.end))
    return tuple(paragraphs)


def _split_lines(text: str) -> list[Line]:
    """The lines that hold something."""
    lines: list[Line] = []
    position, blank = 0, False
    for end, after in _line_bounds(text):
        start, stop = trim(text, position, end)
        if start < stop:
            lines.append(Line(start, stop, start - position, blank))
            blank = False
        else:
            blank = True
        position = after
    return lines


def _line_bounds(text: str) -> list[tuple[int, int]]:
    """Where each line ends, and where the next begins."""
    bounds = [(match.start(), match.end()) for match in _LINE_END.finditer(text)]
    bounds.append((len(text), len(text)))
    return bounds


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The column at which the text is hard-wrapped; 0 if it is not."""
    followed = [(a, b) for a, b in pairwise(lines) if not b.blank_before]
    if len(followed) < 3:
        return 0
    lengths = sorted(len(a) for a, _ in followed)
    width = lengths[int(len(lengths) * 0.9)]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    if max(len(line) for line in lines) > 2 * _WIDEST:
        return 0  # a paragraph stands on a line of its own, so nothing here is wrapped
    unfinished = sum(not _TERMINAL.search(text, max(a.start, a.end - 4), a.end) for a, _ in followed)
    full = sum(_is_full(text, a, b, width) for a, b in followed)
    return width if unfinished * 2 > len(followed) and full * 2 > len(followed) else 0


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted (with some slack for sloppy wrapping)."""
    word = re.compile(r"\S{1,40}").match(text, following.start, following.end)
    first = word.end() - word.start() if word else 0
    return len(line) + 1 + first > width - 6


def _continues(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether `following`, the very next line, belongs to the paragraph of `line`."""
    if _BULLET.match(text, following.start):
        return False
    finished = _TERMINAL.search(text, max(line.start, line.end - 4), line.end) is not None
    if width:
        deeper = following.indent > line.indent + 1
        return not deeper and _is_full(text, line, following, width)
    return not finished and text[following.start].islower()
