"""What in an article does not count as its own reporting: quotations, posts of others, notices, notes on authors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from readout.analysis.copies.tokens import begin_small
from readout.types import READABLE, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from readout.analysis.copies.tokens import Tokens
    from readout.types import Article, Block

_MARKS = re.compile("[“”„«»\"'‘’]")
_OPEN, _CLOSE, _STRAIGHT, _LEFT, _RIGHT = range(5)
_SINGLE = "'‘’"
_POST = re.compile(
    r"[—–-]{1,2} ?[^\n()]{2,60}\(@\w{2,20}\)|\(@\w{2,20}\) [A-Z][a-z]{2,8} \d|pic\.twitter\.com/|https?://t\.co/\w"
)
_NOTICE_START = re.compile(
    r"\W{0,3}(?:sign up\b|subscribe\b|click here|read more\b|related\b|more on this|copyright\b|©|\(c\) ?\d{4}"
    r"|slideshow\b|full coverage:|advertisement\b|story continued below|content created by"
    r"|follow [^.]{2,60} on (?:twitter|facebook)"
    r"|get (?:our|the|more)\b[^.]{0,80}newsletter|have a tip|send (?:a )?tips? to|by signing up|support (?:our|the) "
    r"|this (?:material|article|story|column|content) (?:may not|was|is|first|originally)\b)",
    re.IGNORECASE,
)
_NOTICE_INSIDE = (
    "may not be published",
    "may not be reproduced",
    "all rights reserved",
    "privacy policy",
    "terms of use",
    "terms of service",
    "eligible news publisher",
    "licensing opportunities",
    "daily newsletter",
    "our newsletter",
)
_AUTHOR_NOTE = re.compile(
    r"\b(?:is|was|has been) (?:an?|the) (?:[\w'’-]+ ){0,6}(?:columnist|contributor|fellow|editor(?:-in-chief)?|author"
    r"|co-author|host|professor|writer|reporter|correspondent|adviser|advisor|analyst|director|president|journalist)\b"
    r"[^.]{0,120}\b(?:at|of|for|and|with|on)\b"
    r"|\b(?:can be reached|e-?mail (?:him|her|them) at|author of (?:the|“|\"|‘)|to find out more about"
    r"|read (?:his|her|more)\b.{0,30}(?:reports|articles)|writes (?:a|for) )",
    re.IGNORECASE,
)
_NOTE_LENGTH = 900
_LAST_BLOCKS = 4
_LIST, _LIST_SHARE = 12, 0.75  # of so many words in a row such a share


def quoted_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks in `text[start:end]` (one paragraph), without the marks.

    A double mark that is never closed reaches to the end of the paragraph, as in quotations of several paragraphs;
    a single one that is never closed is an apostrophe.
    """
    opened = -1
    single = False
    for found in _MARKS.finditer(text, start, end):
        place = found.start()
        kind = _kind_of(text, place, start, end)
        if kind < 0:
            continue
        if opened < 0:
            if kind in (_OPEN, _STRAIGHT, _LEFT):
                opened, single = place + 1, kind == _LEFT
        elif (single and kind == _RIGHT) or (not single and kind in (_CLOSE, _STRAIGHT)):
            yield opened, place
            opened = -1
        elif single and kind in (_OPEN, _STRAIGHT):
            opened, single = place + 1, False
    if opened >= 0 and not single:
        yield opened, end


def _kind_of(text: str, place: int, start: int, end: int) -> int:
    """What a mark does; -1 for an apostrophe inside a word."""
    mark = text[place]
    if mark not in _SINGLE:
        return _STRAIGHT if mark == '"' else _OPEN if mark in "“„«" else _CLOSE
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    if after.isalnum():
        return -1 if before.isalnum() or before in ".,!?" or mark == "’" else _LEFT
    return _RIGHT if before.isalnum() or before in ".,!?…" else -1


def _is_set_aside(text: str, block: Block, last: bool) -> bool:
    """Whether a block is no reporting: not readable, furniture by its words, or a note on the author at the end."""
    if block.kind not in READABLE:
        return True
    if block.end - block.start > _NOTE_LENGTH:
        return False
    if _NOTICE_START.match(text, block.start, block.end):
        return True
    words = text[block.start : block.end]
    lowered = words.lower()
    return any(notice in lowered for notice in _NOTICE_INSIDE) or (last and bool(_AUTHOR_NOTE.search(words)))


def _is_post(text: str, block: Block) -> bool:
    """Whether a block is a post of somebody else set into the text."""
    if block.kind is not BlockKind.BODY:
        return False
    words = text[block.start : block.end]
    if words.startswith(("..", "…")) or words.endswith(("…", "...")):
        return True
    return ("@" in words or "t.co/" in words or "twitter.com/" in words) and bool(_POST.search(words))


def _listed(text: str, tokens: Tokens, blocks: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Words in lists of names, titles or figures: nearly all around them in their block are capitals or numbers."""
    if len(tokens) < _LIST:
        return np.zeros(len(tokens), dtype=np.bool_)
    sums = np.concatenate(([0], np.cumsum(~begin_small(text, tokens))))
    owner = np.searchsorted(blocks, tokens.starts, side="right")
    dense = ((sums[_LIST:] - sums[:-_LIST]) >= _LIST_SHARE * _LIST) & (owner[: 1 - _LIST] == owner[_LIST - 1 :])
    marks = np.zeros(len(tokens) + 1, dtype=np.int64)
    np.add.at(marks, np.flatnonzero(dense), 1)
    np.add.at(marks, np.flatnonzero(dense) + _LIST, -1)
    listed: NDArray[np.bool_] = np.cumsum(marks)[:-1] > 0
    return listed


class Masks:
    """For each word of an article: whether it is quoted, and whether it is set aside as no reporting."""

    __slots__ = ("aside", "quoted")

    def __init__(self, article: Article, tokens: Tokens, standing: NDArray[np.bool_]) -> None:
        """`standing` are the words of passages that stand in articles of many days."""
        self.quoted: NDArray[np.bool_] = np.zeros(len(tokens), dtype=np.bool_)
        self.aside: NDArray[np.bool_] = np.ones(len(tokens), dtype=np.bool_)
        count = len(article.blocks)
        quoted: list[tuple[int, int]] = []
        starts = np.array([block.start for block in article.blocks], dtype=np.int64)
        ends = np.array([block.end for block in article.blocks], dtype=np.int64)
        lows = np.searchsorted(tokens.starts, starts).tolist()
        highs = np.searchsorted(tokens.starts, ends).tolist()
        for number, block in enumerate(article.blocks):
            if _is_set_aside(article.text, block, number >= count - _LAST_BLOCKS):
                continue
            self.aside[lows[number] : highs[number]] = False
            if _is_post(article.text, block):
                quoted.append((block.start, block.end))
            else:
                quoted.extend(quoted_spans(article.text, block.start, block.end))
        self.aside |= standing
        self.aside |= _listed(article.text, tokens, starts)
        if quoted:
            places = np.searchsorted(tokens.starts, np.array(quoted, dtype=np.int64).ravel()).tolist()
            for low, high in zip(places[0::2], places[1::2], strict=True):
                self.quoted[low:high] = True
