"""What was changed between two copies, each change with its place in both."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Levenshtein

from readout.analysis.copies.differences import attributes, classify_change, denies
from readout.spans import Span, trim
from readout.text.fold import folded_words
from readout.types import BlockKind, Edit, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from readout.analysis.copies.alignment import Run
    from readout.analysis.copies.passages import Stretch
    from readout.analysis.copies.tokens import Tokens
    from readout.types import Article

_BEGINS = re.compile(r"(?:^|[.!?…:\n”’\"'])[\s\"'“‘(\[]*(?:(?:The|A|An|But|And|In|He|She|It)\s+)?$")
_FURNITURE = 0.67  # share of a piece
_LEAST = 3  # words: less than this outside of every passage is no cut
_MARKS = 40  # changed marks shown for one pair; more of them say nothing new
_LONGEST_GAP = 400  # words: what stands between two runs of one passage is at most so long


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles with their words, which of these are no reporting, and their aligned stretches."""

    a: Article
    b: Article
    tokens: tuple[Tokens, Tokens]
    aside: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    stretches: Sequence[Stretch]


def find_edits(pair: Pair, relation: Relation) -> tuple[Edit, ...]:
    """The edits that lead from a to b or back, in the order of a, then of b.

    Where each article has much of its own (`partial`), only what stands between two passages that follow each other in
    both counts as cut or inserted; the rest is their own.
    """
    found = [*_head_edits(pair), *_word_edits(pair), *_gap_edits(pair, relation), *_moves(pair), *_mark_edits(pair)]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _order(edit: Edit) -> tuple[int, int, int, int, str]:
    """Edits in the order of a; an insertion comes after what stands before it in b."""
    a, b = edit.a, edit.b
    first = a.start if a is not None else 0
    return (a is None, first, b.start if b is not None else 0, b.end if b is not None else 0, edit.kind)


def _head_edits(pair: Pair) -> Iterator[Edit]:
    """Headlines and standfirsts that differ."""
    for kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST):
        left, right = pair.a.blocks_of(kind)[:1], pair.b.blocks_of(kind)[:1]
        spans = [
            Span(one.id, block[0].start, block[0].end) if block else None
            for one, block in ((pair.a, left), (pair.b, right))
        ]
        first, second = spans
        if first is None and second is None:
            continue
        if first is not None and second is not None and _same(pair.a.words(first), pair.b.words(second)):
            continue
        if kind is BlockKind.HEADLINE and (first is None or second is None):
            continue  # the headline may be given outside of the text
        yield Edit(kind=str(kind), a=first, b=second)


def _same(left: str, right: str) -> bool:
    return folded_words(left) == folded_words(right)


# ------------------------------------------------------------------ inside of passages


def _word_edits(pair: Pair) -> Iterator[Edit]:
    """Words changed, cut or put in between two equal runs of one passage."""
    for stretch in pair.stretches:
        for before, after in pairwise(stretch.runs):
            gap_a = (before.a + before.size, after.a)
            gap_b = (before.b + before.size, after.b)
            if gap_a[1] - gap_a[0] <= _LONGEST_GAP and gap_b[1] - gap_b[0] <= _LONGEST_GAP:
                yield from _change_edits(pair, gap_a, gap_b)


def _change_edits(pair: Pair, gap_a: tuple[int, int], gap_b: tuple[int, int]) -> Iterator[Edit]:
    left = pair.tokens[0].keys[slice(*gap_a)].tolist()
    right = pair.tokens[1].keys[slice(*gap_b)].tolist()
    for (low_a, high_a), (low_b, high_b) in _changes(left, right):
        a = _changed(pair, 0, gap_a[0] + low_a, gap_a[0] + high_a)
        b = _changed(pair, 1, gap_b[0] + low_b, gap_b[0] + high_b)
        if a is not None and b is not None:
            yield Edit(kind=classify_change(pair.a.words(a), pair.b.words(b)), a=a, b=b)
        elif a is not None:
            yield Edit(kind=_lost(pair.a, a, "cut"), a=a, b=None)
        elif b is not None:
            yield Edit(kind=_lost(pair.b, b, "insertion"), a=None, b=b)


def _changes(left: list[int], right: list[int]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches in which two sequences differ, neighbouring ones as one."""
    blocks = [code for code in Levenshtein.opcodes(left, right) if code.tag == "equal"]
    place_a = place_b = 0
    for block in blocks:
        if block.src_start > place_a or block.dest_start > place_b:
            yield (place_a, block.src_start), (place_b, block.dest_start)
        place_a, place_b = block.src_end, block.dest_end
    if place_a < len(left) or place_b < len(right):
        yield (place_a, len(left)), (place_b, len(right))


def _changed(pair: Pair, side: int, low: int, high: int) -> Span | None:
    """The words of one side, or None if there are none or all are furniture: "Advertisement" is nobody's edit."""
    if low >= high or bool(pair.aside[side][low:high].all()):
        return None
    return _span(pair.b if side else pair.a, pair.tokens[side], low, high)


def _lost(article: Article, span: Span, kind: str) -> str:
    """A cut that takes away who said what stays, or that something is denied, is more than a cut.

    Whole sentences take with them what was said, so of these only a denial counts.
    """
    words_of = article.words(span)
    told = denies(words_of) if _is_whole(article.text, span) else attributes(words_of)
    return "attribution" if told else kind


def _is_whole(text: str, span: Span) -> bool:
    """Whether a span is made of whole sentences; a small word before it may be all that is left of the first."""
    before, after = text[max(0, span.start - 24) : span.start], text[span.end : span.end + 3]
    begins = _BEGINS.search(before) is not None or span.start == 0
    return begins and (not after.strip() or after[0] in ".!?…\n" or text[span.end - 1] in '.!?…”"')


def _span(article: Article, tokens: Tokens, low: int, high: int) -> Span | None:
    if low >= high:
        return None
    start, end = int(tokens.starts[low]), int(tokens.ends[high - 1])
    dotted = article.text[end - 2 : end - 1] == "." == article.text[end : end + 1]
    return Span(article.id, start, end + dotted)  # the last point of "U.S." is part of the word


def _mark_edits(pair: Pair) -> Iterator[Edit]:
    """Equal words that are written with other marks or another case: quotation marks, dashes, capitals, accents."""
    left, right = pair.tokens
    count = 0
    for stretch in pair.stretches:
        for run in stretch.runs:
            if _raw(pair.a, left, run.a, run.size) == _raw(pair.b, right, run.b, run.size):
                continue
            open_at = -1
            for place, differs in enumerate((*_differing(pair, run), False)):
                if differs and open_at < 0:
                    open_at = place
                elif not differs and open_at >= 0:
                    a = _marked(pair.a, left, run.a + open_at, run.a + place - 1)
                    b = _marked(pair.b, right, run.b + open_at, run.b + place - 1)
                    yield Edit(kind="typography", a=a, b=b)
                    open_at = -1
                    count += 1
                    if count >= _MARKS:
                        return


def _differing(pair: Pair, run: Run) -> Iterator[bool]:
    """For each word of a run whether it is written otherwise in the other article, with the marks around it."""
    (left, right), a, b = pair.tokens, pair.a.text, pair.b.text
    starts_a, ends_a = _places(left, run.a, run.size)
    starts_b, ends_b = _places(right, run.b, run.size)
    for start_a, end_a, start_b, end_b in zip(starts_a, ends_a, starts_b, ends_b, strict=True):
        if a[start_a:end_a] == b[start_b:end_b]:
            around = a[start_a - 1 : start_a] + a[end_a : end_a + 1] + b[start_b - 1 : start_b] + b[end_b : end_b + 1]
            if around == "    ":  # spaces on all sides: most words
                yield False
                continue
        low_a, high_a = _edges(a, start_a, end_a)
        low_b, high_b = _edges(b, start_b, end_b)
        yield a[low_a:high_a] != b[low_b:high_b]


def _places(tokens: Tokens, start: int, size: int) -> tuple[list[int], list[int]]:
    return tokens.starts[start : start + size].tolist(), tokens.ends[start : start + size].tolist()


def _raw(article: Article, tokens: Tokens, start: int, size: int) -> str:
    """A run of words as it stands, with the marks before and after it."""
    first, _ = _edges(article.text, int(tokens.starts[start]), int(tokens.starts[start]))
    _, last = _edges(article.text, int(tokens.ends[start + size - 1]), int(tokens.ends[start + size - 1]))
    return article.text[first:last]


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved over the marks around a word, up to the next space or word."""
    while start > 0 and not (text[start - 1].isspace() or text[start - 1].isalnum()):
        start -= 1
    while end < len(text) and not (text[end].isspace() or text[end].isalnum()):
        end += 1
    return start, end


def _marked(article: Article, tokens: Tokens, first: int, last: int) -> Span:
    """Words with the marks around them."""
    start, _ = _edges(article.text, int(tokens.starts[first]), int(tokens.ends[first]))
    _, end = _edges(article.text, int(tokens.starts[last]), int(tokens.ends[last]))
    return Span(article.id, start, end)


# ------------------------------------------------------------------ between passages


def _gap_edits(pair: Pair, relation: Relation) -> Iterator[Edit]:
    """Paragraphs, or parts of them, that the other article does not have."""
    for side, kind in ((0, "cut"), (1, "insertion")):
        for start, end in _uncovered(pair, side, whole=relation is not Relation.PARTIAL):
            article = pair.b if side else pair.a
            for piece in _pieces(article, start, end):
                if _is_furniture(pair, side, piece):
                    continue
                named = _lost(article, piece, kind)
                yield Edit(kind=named, a=None if side else piece, b=piece if side else None)


def _uncovered(pair: Pair, side: int, *, whole: bool) -> Iterator[tuple[int, int]]:
    """Stretches of characters outside of every passage of one article."""
    article, tokens = (pair.b, pair.tokens[1]) if side else (pair.a, pair.tokens[0])
    ranges = sorted((stretch.b, stretch.b_end) if side else (stretch.a, stretch.a_end) for stretch in pair.stretches)
    if whole:
        yield 0, int(tokens.starts[ranges[0][0]])
    for before, after in pairwise(ranges):
        if whole or _follow(pair, side, before[0], after[0]):
            yield int(tokens.ends[before[1] - 1]), int(tokens.starts[after[0]])
    if whole:
        yield int(tokens.ends[ranges[-1][1] - 1]), len(article.text)


def _follow(pair: Pair, side: int, first: int, second: int) -> bool:
    """Whether two passages that are neighbours here are neighbours, in this order, in the other article as well."""
    order = sorted(pair.stretches, key=lambda stretch: stretch.a if side else stretch.b)
    starts = [stretch.b if side else stretch.a for stretch in order]
    place = starts.index(first)
    return place + 1 < len(starts) and starts[place + 1] == second


def _pieces(article: Article, start: int, end: int) -> Iterator[Span]:
    """The readable parts of a stretch of characters, paragraph by paragraph."""
    for block in article.blocks_of(BlockKind.BODY, BlockKind.CAPTION):
        low, high = trim(article.text, max(start, block.start), min(end, block.end))
        while low < high and not article.text[low].isalnum() and low > block.start:
            low += 1
        if low < high and len(folded_words(article.text, low, high)) >= _LEAST:
            yield Span(article.id, low, high)


def _is_furniture(pair: Pair, side: int, piece: Span) -> bool:
    """Whether most of a piece is no reporting."""
    low, high = np.searchsorted(pair.tokens[side].starts, (piece.start, piece.end)).tolist()
    return low < high and bool(pair.aside[side][low:high].mean() > _FURNITURE)


def _moves(pair: Pair) -> Iterator[Edit]:
    """Passages that stand in another place: those outside of the longest sequence that keeps its order."""
    places = [stretch.b for stretch in pair.stretches]
    kept = _longest_rise(places)
    for number, stretch in enumerate(pair.stretches):
        if number not in kept:
            a = _span(pair.a, pair.tokens[0], stretch.a, stretch.a_end)
            b = _span(pair.b, pair.tokens[1], stretch.b, stretch.b_end)
            yield Edit(kind="reorder", a=a, b=b)


def _longest_rise(values: Sequence[int]) -> frozenset[int]:
    """The places of a longest rising subsequence (patience sorting)."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        rank = bisect_left(tails, value)
        before.append(last[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(value)
            last.append(place)
        else:
            tails[rank] = value
            last[rank] = place
    kept = set()
    place = last[-1] if last else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return frozenset(kept)
