"""What copies tell of each other's times: which mentions are one, and a date for an article that has none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.timeline.mentions import Mention
    from readout.types import StoryMaterial

_SLACK = 40  #: characters by which copied text may have shifted inside a passage


def aligned_pairs(material: StoryMaterial, mentions: Sequence[Mention]) -> frozenset[tuple[int, int]]:
    """Pairs of indexes of mentions whose times stand at the same place of a passage that two articles share."""
    by_article: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        by_article.setdefault(mention.article, []).append(i)
    pairs: set[tuple[int, int]] = set()
    for a, b, passages in _passages(material):
        for i in by_article.get(a, ()):
            place = _carried(mentions[i].time, passages)
            if place is None:
                continue
            for j in by_article.get(b, ()):
                if abs(mentions[j].time.start - place) <= _SLACK and mentions[i].value == mentions[j].value:
                    pairs.add((min(i, j), max(i, j)))
    return frozenset(pairs)


def inherited_mentions(material: StoryMaterial, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions whose time their own article leaves open, dated through the same passage in a copy."""
    open_times = {
        annotation.article.id: [
            time for time in annotation.times if time.type in ("DATE", "TIME") and time.range is None
        ]
        for annotation in material.annotations
    }
    dated: dict[str, list[Mention]] = {}
    for mention in mentions:
        dated.setdefault(mention.article, []).append(mention)
    found: list[Mention] = []
    for a, b, passages in _passages(material):
        for mention in dated.get(a, ()) if open_times.get(b) else ():
            place = _carried(mention.time, passages)
            if place is None:
                continue
            words = material.article(a).words(mention.time).casefold()
            for time in open_times[b]:
                if abs(time.span.start - place) <= _SLACK and material.article(b).words(time.span).casefold() == words:
                    found.append(_moved(mention, time.span, material))
                    break
    return list({(one.span, one.time): one for one in found}.values())


def _moved(mention: Mention, time: Span, material: StoryMaterial) -> Mention:
    """The mention as it stands around `time` in another article."""
    length = len(material.article(time.article).text)
    low = max(0, time.start - (mention.time.start - mention.span.start))
    high = min(length, time.end + (mention.span.end - mention.time.end))
    return replace(mention, article=time.article, span=Span(time.article, low, high), time=time, inferred=True)


def _passages(material: StoryMaterial) -> Iterator[tuple[str, str, tuple[tuple[int, int, int, int], ...]]]:
    """Each pair of copies in both directions, with its passages as (start, end, other start, other end)."""
    for copy in material.copies:
        there = tuple((p.a_start, p.a_end, p.b_start, p.b_end) for p in copy.passages)
        yield copy.a, copy.b, there
        yield copy.b, copy.a, tuple((p.b_start, p.b_end, p.a_start, p.a_end) for p in copy.passages)


def _carried(time: Span, passages: tuple[tuple[int, int, int, int], ...]) -> int | None:
    """Where the first character of `time` stands in the other article, about."""
    for start, end, other, other_end in passages:
        if start <= time.start < end:
            share = (time.start - start) / (end - start)
            return round(other + share * (other_end - other))
    return None
