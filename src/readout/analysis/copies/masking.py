"""What in an article does not count as its own reporting: quotations, posts of others, notices, notes on authors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from readout.types import READABLE, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from readout.analysis.copies.tokens import Tokens
    from readout.types import Article, Block

_MARKS = re.compile(
    r"(?P<open>[“„«])|(?P<close>[”»])|(?P<straight>\"|'')"
    r"|(?P<left>(?<![\w.,!?])['‘](?=\w))|(?P<right>(?<=[\w.,!?…])['’](?!\w))"
)
_POST = re.compile(
    r"[—–-]{1,2} ?[^\n()]{2,60}\(@\w{2,20}\)|pic\.twitter\.com/|https?://t\.co/\w"
    r"|\(@\w{2,20}\) (?:January|February|March|April|May|June|July|August|September|October|November|December) \d"
)
_NOTICE = re.compile(
    r"^\W{0,3}(?:sign up\b|subscribe\b|click here|read more\b|related\b|more on this|watch\b.{0,80}$|copyright\b|©|\(c\) ?\d{4}"
    r"|all rights reserved|advertisement\b|story continued below|content created by|follow [^.]{2,60} on (?:twitter|facebook)"
    r"|get (?:our|the|more)\b[^.]{0,80}newsletter|have a tip|send (?:a )?tips? to|by signing up|thank you for|support (?:our|the)\b"
    r"|this (?:material|article|story|column|content) (?:may not|was|is|first|originally)\b)"
    r"|may not be (?:published|reproduced|broadcast)|all rights reserved|privacy policy|terms of (?:use|service)"
    r"|free to any eligible news publisher|licensing opportunities|daily newsletter|our newsletter",
    re.IGNORECASE,
)
_AUTHOR_NOTE = re.compile(
    r"\b(?:is|was|has been) (?:an?|the) (?:[\w'’-]+ ){0,6}(?:columnist|contributor|fellow|editor(?:-in-chief)?|author|co-author|host|professor"
    r"|writer|reporter|correspondent|adviser|advisor|analyst|director|president|journalist)\b[^.]{0,120}"
    r"\b(?:at|of|for|and|with|on)\b"
    r"|\b(?:can be reached|e-?mail (?:him|her|them) at|is the author of|author of (?:the|“|\"|‘)|to find out more about"
    r"|read (?:his|her|more)\b.{0,30}(?:reports|articles)|writes (?:a|for) )",
    re.IGNORECASE,
)
_NOTE_LENGTH = 900
_LAST_BLOCKS = 4


def quoted_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks in `text[start:end]` (one paragraph), without the marks.

    A double mark that is never closed reaches to the end of the paragraph, as in quotations of several paragraphs;
    a single one that is never closed is an apostrophe.
    """
    opened = -1
    single = False
    for mark in _MARKS.finditer(text, start, end):
        kind = mark.lastgroup
        if opened < 0:
            if kind in ("open", "straight"):
                opened, single = mark.end(), False
            elif kind == "left":
                opened, single = mark.end(), True
        elif (single and kind == "right") or (not single and kind in ("close", "straight")):
            yield opened, mark.start()
            opened = -1
        elif single and kind in ("open", "straight"):
            opened, single = mark.end(), False
    if opened >= 0 and not single:
        yield opened, end


def _is_set_aside(text: str, block: Block, last: bool) -> bool:
    """Whether a block is no reporting: not readable, page furniture by its words, or a note on the author at the end."""
    if block.kind not in READABLE:
        return True
    if block.end - block.start > _NOTE_LENGTH:
        return False
    words = text[block.start : block.end]
    return bool(_NOTICE.search(words)) or (last and bool(_AUTHOR_NOTE.search(words)))


def _is_post(text: str, block: Block) -> bool:
    """Whether a block is a post of somebody else set into the text."""
    if block.kind is not BlockKind.BODY:
        return False
    words = text[block.start : block.end]
    return words.startswith(("..", "…")) or words.endswith(("....", "…", "...")) or bool(_POST.search(words))


class Masks:
    """For each word of an article: whether it is quoted, and whether it is set aside as no reporting."""

    __slots__ = ("aside", "quoted")

    def __init__(self, article: Article, tokens: Tokens) -> None:
        self.quoted: NDArray[np.bool_] = np.zeros(len(tokens), dtype=np.bool_)
        self.aside: NDArray[np.bool_] = np.ones(len(tokens), dtype=np.bool_)
        count = len(article.blocks)
        quoted: list[tuple[int, int]] = []
        for number, block in enumerate(article.blocks):
            if _is_set_aside(article.text, block, number >= count - _LAST_BLOCKS):
                continue
            low, high = np.searchsorted(tokens.starts, (block.start, block.end))
            self.aside[low:high] = False
            if _is_post(article.text, block):
                quoted.append((block.start, block.end))
            else:
                quoted.extend(quoted_spans(article.text, block.start, block.end))
        for start, end in quoted:
            low, high = np.searchsorted(tokens.starts, (start, end))
            self.quoted[low:high] = True
