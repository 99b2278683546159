"""Quotations in running text: a state machine over quotation marks that recovers from every unbalanced one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from readout.spans import trim

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A second single mark behind its like makes a double one. One class in front is searched for the fastest.
_MARK = re.compile(r"[“”„‟«»\"‘’‚‹›'`´](?:(?<=')'|(?<=`)`|(?<=’)’|(?<=‘)‘)?")
#: Marks and the family they belong to; a closing mark closes only its own family.
_DOUBLE, _SINGLE, _ANGLE = "double", "single", "angle"
_FAMILY = {
    **dict.fromkeys('“”„‟"', _DOUBLE),
    **dict.fromkeys(["''", "``", "’’", "‘‘"], _DOUBLE),
    **dict.fromkeys("‘’‚'`´", _SINGLE),
    **dict.fromkeys("«»‹›", _ANGLE),
}
_OPENS = frozenset(["“", "„", "«", "‹", "‘", "‚", "``", "‘‘"])
_CLOSES = frozenset(["”", "»", "›", "’’"])
_ELISION = re.compile(r"['’‘](?:\d0s|\d\d\b|em\b|til\b|twas\b|tis\b|cause\b|n['’]|round\b|bout\b)", re.IGNORECASE)
_DEPTH = 4  #: quotations within quotations that are kept apart; what is deeper is read as flat
_INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"
_LEADS = ",:;-–—"
_STOPS = ".?!"
_SENTENCE_END = re.compile(r"[.?!…]\s+(?=[^\W\d_a-z])")
_LAST_WORDS = 400  #: longest text that a mark without its partner may still claim, in characters
_REST = 300  #: the same of a mark in the middle of a sentence
_AHEAD = 3  #: paragraphs without a mark at their start that a quotation may still run over


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, `[start, end)` with the marks; those of one `group` are one over several paragraphs."""

    start: int
    end: int
    group: int
    single: bool = False  #: in single marks
    closed: bool = True


@dataclass(slots=True)
class _Open:
    """A mark waiting for its partner, and how many quotations were finished before it."""

    at: int
    family: str
    finished: int


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The outermost quotations in the paragraphs `(start, end)` of `text`, in order; never raises, linear in the text.

    A quotation runs on into the next paragraph where that one begins with an opening mark, or where a lone mark closes
    one of the next few. A mark without a partner is dropped, except one that opens a paragraph or follows a comma or
    colon (to the paragraph's end), one behind a space near that end, and a closing one after a full stop or comma
    (from the paragraph's start).
    """
    found: list[Quotation] = []
    group = 0
    running = False  # the last paragraph ended inside a quotation
    spans = [trim(text, start, end) for start, end in paragraphs]
    spans = [(start, end) for start, end in spans if start < end]
    last = -1  # the last paragraph that the quotation before it is known to run over
    for number, (start, end) in enumerate(spans):
        if number <= last:
            found.append(Quotation(start, end, group, closed=number == last))
            continue
        follower = spans[number + 1][0] if number + 1 < len(spans) else None
        continued = running and _opens_paragraph(text, start, end)
        last = _runs_over(text, spans, number)
        if last > number:
            group += 1
            found.append(Quotation(start, end, group, closed=False))
            running = False
            continue
        pieces, left_open = _read_paragraph(text, start, end, follower)
        for order, (low, high, single, closed) in enumerate(pieces):
            if not (order == 0 and continued and low <= start + 1):
                group += 1
            found.append(Quotation(low, high, group, single, closed))
        running = left_open
    return tuple(found)


def _runs_over(text: str, spans: list[tuple[int, int]], number: int) -> int:
    """The paragraph that a lone mark closes, if a lone mark opens paragraph `number` and no other begins with one.

    -1 if there is none. `“A.` and `B.”` are one quotation, as one mark too few is what both have.
    """
    start, end = spans[number]
    if not _opens_paragraph(text, start, end) or _count_doubles(text, start, end) != 1:
        return -1
    for place in range(number + 1, min(len(spans), number + 1 + _AHEAD)):
        low, high = spans[place]
        if _opens_paragraph(text, low, high):
            return -1
        count = _count_doubles(text, low, high)
        if count:
            return place if count == 1 and text[high - 1] in '”"' and text[high - 2] in _STOPS + "…" else -1
    return -1


def _count_doubles(text: str, start: int, end: int) -> int:
    """How many double marks stand in a paragraph, at most two."""
    return len(list(islice((m for m in _MARK.finditer(text, start, end) if _FAMILY[m.group()] == _DOUBLE), 2)))


def _opens_paragraph(text: str, start: int, end: int) -> bool:
    """Whether the paragraph's first visible character is a mark that may open a quotation."""
    while start < end and text[start] in _INVISIBLE:
        start += 1
    mark = _MARK.match(text, start, end)
    return mark is not None and mark.group() not in _CLOSES and not _ELISION.match(text, start)


def _read_paragraph(
    text: str, start: int, end: int, follower: int | None
) -> tuple[list[tuple[int, int, bool, bool]], bool]:
    """The quotations of one paragraph as (start, end, single, closed), and whether the last runs on."""
    done: list[tuple[int, int, bool, bool]] = []
    stack: list[_Open] = []
    marks = list(_MARK.finditer(text, start, end))
    for number, mark in enumerate(marks):
        family = _FAMILY[mark.group()]
        role = _role_of(text, start, end, mark, any(item.family == family for item in stack))
        if role == "open":
            if family == _SINGLE and not _single_closes_later(text, end, marks, number):
                continue
            stack.append(_Open(mark.start(), family, len(done)))
            if len(stack) > _DEPTH:
                del stack[0]
        elif role == "close":
            if family == _SINGLE and _is_possessive(text, end, marks, number):
                continue
            third = mark.group() == "''" and text[mark.end() : mark.end() + 1] == "'"  # of a quotation inside it
            if not _close(done, stack, mark.end() + third, family) and not done and not stack:
                _claim_start(text, start, mark, done)
    return _settle(text, (start, end), done, stack, follower)


def _role_of(text: str, start: int, end: int, mark: re.Match[str], is_open: bool) -> str:
    """What a mark does here, "open", "close" or "none", by its shape and its two neighbours."""
    shape = mark.group()
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    family = _FAMILY[shape]
    if family == _SINGLE:
        return _single_role(text, mark, before, after, is_open)
    if shape in _OPENS:
        return "close" if shape == "“" and is_open and not before.isspace() and not after.isalnum() else "open"
    if shape in _CLOSES:
        return "open" if not is_open and before.isspace() and after.isalnum() else "close"
    free_before = before.isspace() or before in "([{-–—/:‘'" + _INVISIBLE
    free_after = after.isspace() or after in ")]},.;:!?-–—"
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    return "close" if is_open else "open"


def _single_role(text: str, mark: re.Match[str], before: str, after: str, is_open: bool) -> str:
    """A single mark opens before a word, closes after one, and is an apostrophe between letters and in elisions."""
    if before.isalnum() and after.isalnum():
        return "none"
    if _ELISION.match(text, mark.start()) and not (is_open and after.isspace()):
        return "none"
    free_before = before.isspace() or before in '([{-–—/:"“'
    if mark.group() in _OPENS or (free_before and mark.group() in "'`’´"):
        return "open" if free_before and not after.isspace() and not is_open else "none"
    return "close" if is_open and not before.isspace() and not after.isalnum() else "none"


def _single_closes_later(text: str, end: int, marks: list[re.Match[str]], number: int) -> bool:
    """Whether one of the next single marks can close this one; else it is an apostrophe. Looks a bounded way ahead."""
    for mark in marks[number + 1 : number + 13]:
        after = text[mark.end()] if mark.end() < end else " "
        before = text[mark.start() - 1]
        if _FAMILY[mark.group()] == _SINGLE and not before.isspace() and not after.isalnum() and mark.group() in "'’´":
            return True
    return False


def _is_possessive(text: str, end: int, marks: list[re.Match[str]], number: int) -> bool:
    """`workers’ rights` inside single marks: an s, the mark, a small letter, and a better closing mark to come."""
    at = marks[number].start()
    if text[at - 1 : at] not in ("s", "S") or not text[at + 1 : at + 3].strip()[:1].islower():
        return False
    for mark in marks[number + 1 : number + 4]:
        after = text[mark.end()] if mark.end() < end else " "
        if _FAMILY[mark.group()] != _SINGLE:
            return False
        if not after.isalnum() and text[mark.start() - 1] in ",.?!":
            return True
    return False


def _close(done: list[tuple[int, int, bool, bool]], stack: list[_Open], end: int, family: str) -> bool:
    """Close the innermost open quotation of `family`; what was open inside it is dropped. False if there is none."""
    for place in range(len(stack) - 1, -1, -1):
        if stack[place].family == family:
            opened = stack[place]
            del stack[place:]
            del done[opened.finished :]
            done.append((opened.at, end, family == _SINGLE, True))
            return True
    return False


def _claim_start(text: str, start: int, mark: re.Match[str], done: list[tuple[int, int, bool, bool]]) -> None:
    """A closing mark without an opening one, after a comma or stop, claims what is before it in the paragraph."""
    if _FAMILY[mark.group()] != _DOUBLE or text[mark.start() - 1 : mark.start()] not in (",", ".", "?", "!"):
        return
    if mark.end() - start <= _LAST_WORDS:
        done.append((start, mark.end(), False, False))


def _settle(
    text: str,
    paragraph: tuple[int, int],
    done: list[tuple[int, int, bool, bool]],
    stack: list[_Open],
    follower: int | None,
) -> tuple[list[tuple[int, int, bool, bool]], bool]:
    """What becomes of marks that are still open at the paragraph's end: the outermost that may claim it does."""
    start, end = paragraph
    runs_on = follower is not None and _opens_paragraph(text, follower, len(text))
    for opened in stack:
        if opened.family == _SINGLE:
            continue
        before = text[start : opened.at].rstrip()[-1:] if opened.at - start < _LAST_WORDS else text[opened.at - 2]
        leads = not before or before in _LEADS
        near = end - opened.at <= (_LAST_WORDS if leads else _REST)
        if ((leads or before in _STOPS) and runs_on) or (near and (leads or _is_lone(text, opened, end, done))):
            stop = None if leads or before in _STOPS else _SENTENCE_END.search(text, opened.at, end)
            last = end if stop is None else stop.start() + 1
            return [*done[: opened.finished], (opened.at, last, False, False)], runs_on and stop is None
    return done, False


def _is_lone(text: str, opened: _Open, end: int, done: list[tuple[int, int, bool, bool]]) -> bool:
    """`the path is “closed until spring.`: a mark between a space and a word, and no quotation behind it."""
    after = text[opened.at + 1 : opened.at + 2]
    return opened.finished == len(done) and text[opened.at - 1].isspace() and after.isalnum() and opened.at + 1 < end
