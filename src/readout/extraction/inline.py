"""Links that a page sets into its text: `Doe Ann Maria DoeHeadline of a text MORE said ...`, `(RELATED: Headline)`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from readout.spans import trim
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readout.types import Block

RULE: Final = "links set into a sentence"
#: The word that ends a run of headlines, and those that open a link in brackets.
_MARKS: Final = ("MORE", "RELATED:", "READ:", "ALSO:", "WATCH:")
#: A surname, then the full name with the first headline stuck to it, up to the mark.
_LINKS: Final = re.compile(
    r"\b(?P<name>[A-Z][\w'’.-]{1,25})(?P<links> (?:[A-Z(\"“][\w'’.()\"”-]{0,25}\s){1,6}?(?P=name)\s?(?=[A-Z\"'“‘])"
    r"[^\n]{5,600}?\bMORE)(?=[\s'’,.;:)])"
    r"|(?P<bracketed>[(\[](?:RELATED|WATCH|(?:ALSO )?READ(?: ALSO| MORE)?|SEE ALSO|MORE)(?: STORY| NEWS)?"
    r":\s[^()\[\]\n]{5,250}[)\]])"
)
_SURNAME: Final = re.compile(r" ([A-Z][\w'’.-]{1,25})(?= )")


def part_inline(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks in order, those of running text parted around such links, which are boilerplate.

    A text that was given as clean stays as it is. Linear: only blocks that hold the mark are looked at.
    """
    for block in blocks:
        if block.kind is not BlockKind.BODY or block.rule == "given as clean" or not _is_marked(text, block):
            yield block
            continue
        at = block.start
        for match in _LINKS.finditer(text, block.start, block.end):
            found = "links" if match["links"] else "bracketed"
            first = match.start(found) + (_rest_of_name(match["links"]) if match["links"] else 0)
            start, end = trim(text, at, first)
            if start < end:
                yield replace(block, start=start, end=end)
            start, end = trim(text, first, match.end(found))
            yield replace(block, start=start, end=end, kind=BlockKind.BOILERPLATE, rule=RULE, voice=None)
            at = match.end(found)
        start, end = trim(text, at, block.end)
        if start < end:
            yield replace(block, start=start, end=end)


def _rest_of_name(links: str) -> int:
    """The characters of a surname with which the links found begin: `Rex | Tillman | Rex Wayne TillmanHeadline MORE`.

    A first name that the full name repeats is found first; the surname is the word to which the headline is stuck.
    """
    surname = _SURNAME.match(links)
    stuck = surname is not None and re.search(rf"\b{re.escape(surname[1])}(?=[A-Z\"'“‘])", links[surname.end() :])
    return surname.end() if surname is not None and stuck else 0


def _is_marked(text: str, block: Block) -> bool:
    return any(text.find(mark, block.start, block.end) >= 0 for mark in _MARKS)
