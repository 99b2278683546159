"""Quantities named in a text, with their bounds and what is counted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from readout.analysis.amounts.bounds import bounded, join_ranges
from readout.analysis.amounts.counted import measure
from readout.analysis.amounts.excluded import counts_nothing
from readout.analysis.amounts.numbers import Finder, cut
from readout.language.calendar import load_calendar
from readout.language.numerals import load_numerals, load_quantities
from readout.spans import Span
from readout.types import READABLE, Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.types import Article


def find_amounts(article: Article) -> tuple[Amount, ...]:
    """The amounts of the readable blocks, in order: how many, how much, how long.

    Words become bounds: "more than 140" lies above 140, exclusive. () for a language without data.
    """
    numerals, quantities = load_numerals(article.language), load_quantities(article.language)
    if numerals is None or quantities is None:
        return ()
    months = _months(article.language)
    found: list[Amount] = []
    for block in article.blocks_of(*READABLE):
        tokens = cut(article.text, block.start, block.end, quantities.any_number)
        finder = Finder(tokens, numerals, quantities)
        found.extend(_amounts(article, finder, months))
    return tuple(found)


@lru_cache(maxsize=8)
def _months(language: str) -> frozenset[str]:
    calendar = load_calendar(language)
    words = calendar.words.items() if calendar is not None else ()
    return frozenset(word.rstrip(".") for word, meaning in words if "month" in meaning)


def _amounts(article: Article, finder: Finder, months: frozenset[str]) -> Iterator[Amount]:
    numbers = finder.numbers()
    kept = [number for number in numbers if not counts_nothing(number, finder, months)]
    for spread in join_ranges(kept, finder):
        measured = measure(spread, finder)
        limits = bounded(spread, measured.last, finder)
        if limits is None:
            continue
        tokens = finder.tokens
        span = Span(article.id, tokens[limits.first].start, tokens[max(limits.last, measured.last) - 1].end)
        noun = None
        if measured.counted is not None:
            low, high = measured.counted
            noun = Span(article.id, tokens[low].start, tokens[high - 1].end)
            span = Span(article.id, span.start, max(span.end, noun.end))
        yield Amount(
            evidence=(span,),
            rule="amount",
            span=span,
            range=limits.range,
            approximate=limits.approximate or measured.rounded,
            unit=measured.unit,
            counted=article.words(noun) if noun else None,
            counted_span=noun,
        )
