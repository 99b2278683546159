"""What was changed between two copies, each change with its place in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.spans import Span, trim
from readout.types import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.copies.passages import Stretch
    from readout.analysis.copies.tokens import Tokens
    from readout.types import Article


def find_edits(a: Article, b: Article, stretches: Sequence[Stretch], tokens: tuple[Tokens, Tokens]) -> tuple[Edit, ...]:
    """The edits between two articles, in the order of a, then of b."""
    found: list[Edit] = []
    for stretch in stretches:
        for before, after in zip(stretch.runs[:-1], stretch.runs[1:], strict=True):
            found.extend(_between(a, b, tokens, (before.a + before.size, after.a), (before.b + before.size, after.b)))
    return tuple(found)


def _between(
    a: Article, b: Article, tokens: tuple[Tokens, Tokens], gap_a: tuple[int, int], gap_b: tuple[int, int]
) -> Iterator[Edit]:
    left = _span(a, tokens[0], gap_a)
    right = _span(b, tokens[1], gap_b)
    if left is None and right is None:
        return
    kind = "cut" if right is None else "insertion" if left is None else "word"
    yield Edit(kind=kind, a=left, b=right)


def _span(article: Article, tokens: Tokens, gap: tuple[int, int]) -> Span | None:
    low, high = gap
    if low >= high:
        return None
    start, end = trim(article.text, int(tokens.starts[low]), int(tokens.ends[high - 1]))
    return Span(article.id, start, end) if start < end else None
