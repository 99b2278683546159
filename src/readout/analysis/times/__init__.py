"""Times named in a text: TIMEX3 type and value, and the interval they can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.times.anchors import (
    day_of_writing,
    find_anchor,
    is_narrative,
    is_update_mark,
    update_anchor,
)
from readout.analysis.times.context import Context
from readout.analysis.times.events import name_event, told_from_meetings
from readout.analysis.times.grammar import load_grammar
from readout.analysis.times.reader import find_drafts, resolve
from readout.analysis.times.spans import in_order
from readout.analysis.times.tokens import load_words, tokenise
from readout.spans import Span
from readout.types import READABLE, BlockKind, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.times.context import Draft, Reading
    from readout.types import Article

__all__ = ["find_times"]

_READ = (*READABLE, BlockKind.DATELINE)


def find_times(article: Article) -> tuple[TimeExpression, ...]:
    """The time expressions of the readable blocks and the dateline, anchored on the article, in order.

    Values follow TIMEX3 (ISO-TimeML); `range` is None where the text leaves the time open. () without language data.
    """
    words, grammar = load_words(article.language), load_grammar(article.language)
    if words is None or grammar is None:
        return ()
    calendar = words.calendar
    stretches: list[list[Draft]] = []
    blocks = tuple(block for block in article.blocks if block.kind in _READ or is_update_mark(block))
    for block in blocks:
        tokens = tokenise(article.text, block.start, block.end, words)
        stretches.append(find_drafts(tokens, grammar, calendar))
    anchor = find_anchor(article, stretches)
    context = Context(anchor=anchor, narrative=is_narrative(anchor, stretches))
    found: list[TimeExpression] = []
    for block, drafts in zip(blocks, stretches, strict=True):
        context.anchor = day_of_writing(block) or anchor
        read = _read(article, drafts, context)
        found += [_expression(article, draft, reading) for draft, reading in in_order(read, context)]
        if is_update_mark(block):
            anchor = context.anchor
    found += told_from_meetings(article, blocks, found, calendar)
    return tuple(sorted(found, key=lambda one: one.span))


def _read(article: Article, drafts: Sequence[Draft], context: Context) -> list[tuple[Draft, Reading]]:
    """The expressions of one paragraph resolved in order; the context goes along."""
    read: list[tuple[Draft, Reading]] = []
    context.fresh = None
    for draft in drafts:
        context.anchor = update_anchor(draft, context) or context.anchor
        reading = None if _in_a_name(article.text, draft) else resolve(draft, context)
        if reading is None:
            continue
        if reading.type != "SET":
            context.mention(reading.moment)
            name_event(draft, reading, context)
        read.append((draft, reading))
    return read


_LOWER = frozenset({"deictic", "set", "reference", "daypart", "vague"})


def _in_a_name(text: str, draft: Draft) -> bool:
    """Whether a word that needs no capital has one behind another: USA Today, the Morning News."""
    if draft.kind not in _LOWER or not draft.first or not text[draft.tokens[draft.first].start].isupper():
        return False
    before = draft.tokens[draft.first - 1]
    return text[before.start].isupper()


def _expression(article: Article, draft: Draft, reading: Reading) -> TimeExpression:
    tokens = draft.tokens
    span = Span(article.id, tokens[draft.first].start, tokens[draft.last - 1].end)
    return TimeExpression(
        evidence=(span,),
        rule=draft.kind,
        span=span,
        type=reading.type,
        value=reading.value,
        modifier=reading.modifier,
        range=reading.range,
    )
