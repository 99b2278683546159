"""What sister copies say of a paragraph: nobody else has it, or another prints it as running text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from readout.text.fold import words
from readout.types import BlockKind, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.types import Article, Block, Copy

_MATCHED: Final = 0.5  #: of a paragraph's characters, for it to count as found in a copy
_UNMATCHED: Final = 0.1
_LONGEST_RUN: Final = 2  #: paragraphs without a match between two that have one
_LONGEST: Final = 350  #: characters of a teaser
_NEAR: Final = 40  #: characters that may lie between the two sides' counterparts in the copy
_TERMINAL: Final = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_SENTENCE_END: Final = re.compile(r"[^\W\dA-Z.]{2}[.!?][\"'”’)]* +[“\"'‘]?[A-Z]")
_CAPITALISED: Final = re.compile(r"(?<![.!?…“\"] )(?<!^)\b[^\W\d_a-z]\w{2,}")
#: Local labels that were guesses from the line's shape or place, which a copy may overrule.
_GUESSES: Final = ("headline between paragraphs", "after the text", "before the text", "teaser text", "teaser headline")


def judge_by_sisters(article: Article, copies: Sequence[Copy], by_id: Mapping[str, Article]) -> tuple[Block, ...]:
    """The article's blocks, some with another label: set aside what no copy has and what looks foreign beside its
    neighbours; taken back what a copy prints as running text.
    """
    close = [copy for copy in copies if copy.relation is not Relation.PARTIAL or _share(copy, article.id) >= _MATCHED]
    if not close:
        return article.blocks
    passages = [_passages(copy, article.id) for copy in close]
    blocks = list(article.blocks)
    bodies = [number for number, block in enumerate(blocks) if block.kind is BlockKind.BODY]
    matched = {number: max(_covered(blocks[number], found) for found in passages) for number in bodies}
    for run in _isolated(bodies, matched, blocks, passages):
        for number in run:
            reason = _foreign(article, blocks, number, set(run))
            if reason:
                blocks[number] = replace(blocks[number], kind=BlockKind.BOILERPLATE, rule=reason)
    printed = _printed_elsewhere(article.id, close, by_id)
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.BOILERPLATE and block.rule in _GUESSES:
            folded = tuple(word.folded for word in words(article.text, block.start, block.end))
            if len(folded) >= 4 and folded in printed:
                blocks[number] = replace(block, kind=BlockKind.BODY, rule="running text in a copy")
    return tuple(blocks) if tuple(blocks) != article.blocks else article.blocks


def _share(copy: Copy, article: str) -> float:
    return copy.coverage_a if copy.a == article else copy.coverage_b


def _passages(copy: Copy, article: str) -> list[tuple[int, int, int, int]]:
    """The passages with this article's side first, in its order."""
    if copy.a == article:
        return sorted((p.a_start, p.a_end, p.b_start, p.b_end) for p in copy.passages)
    return sorted((p.b_start, p.b_end, p.a_start, p.a_end) for p in copy.passages)


def _covered(block: Block, passages: Sequence[tuple[int, int, int, int]]) -> float:
    shared = sum(max(0, min(block.end, end) - max(block.start, start)) for start, end, _, _ in passages)
    return shared / max(1, block.end - block.start)


def _isolated(
    bodies: Sequence[int],
    matched: Mapping[int, float],
    blocks: Sequence[Block],
    passages: Sequence[Sequence[tuple[int, int, int, int]]],
) -> list[list[int]]:
    """Runs of one or two unmatched paragraphs between matched ones that follow each other without a gap in a copy."""
    runs: list[list[int]] = []
    position = 0
    while position < len(bodies):
        if matched[bodies[position]] > _UNMATCHED:
            position += 1
            continue
        end = position
        while end < len(bodies) and matched[bodies[end]] <= _UNMATCHED:
            end += 1
        between = position > 0 and end < len(bodies)
        if (
            between
            and end - position <= _LONGEST_RUN
            and matched[bodies[position - 1]] >= _MATCHED <= matched[bodies[end]]
        ):
            before, after = blocks[bodies[position - 1]], blocks[bodies[end]]
            if any(_adjoin(before, after, found) for found in passages):
                runs.append(list(bodies[position:end]))
        position = end
    return runs


def _adjoin(before: Block, after: Block, passages: Sequence[tuple[int, int, int, int]]) -> bool:
    """Whether the copy goes straight from the one paragraph to the other."""
    ends = [other_end for start, end, _, other_end in passages if start < before.end and end > before.start]
    starts = [other_start for start, end, other_start, _ in passages if start < after.end and end > after.start]
    if not ends or not starts:
        return False
    inside = any(start < before.end and end > after.start for start, end, _, _ in passages)
    return inside or 0 <= min(starts) - max(ends) <= _NEAR


def _foreign(article: Article, blocks: Sequence[Block], number: int, run: set[int]) -> str:
    """Why a paragraph that no copy has looks foreign here; empty if it may well be the outlet's own reporting."""
    block = blocks[number]
    text = article.text[block.start : block.end]
    if not _TERMINAL.search(text[-8:]) and len(text) <= _LONGEST and not _SENTENCE_END.search(text):
        return "in no copy, and no sentence"
    beside = [n for n in (number - 1, number + 1) if 0 <= n < len(blocks)]
    teaser = any(blocks[n].kind is BlockKind.BOILERPLATE for n in beside)
    if len(text) > _LONGEST or "“" in text or '"' in text:
        return ""
    names = set(_CAPITALISED.findall(text))
    if not names:
        return ""
    rest = " ".join(
        article.text[other.start : other.end]
        for n, other in enumerate(blocks)
        if n not in run and other.kind in (BlockKind.BODY, BlockKind.HEADLINE, BlockKind.STANDFIRST)
    )
    unknown = {name for name in names if name not in rest}
    if len(unknown) == len(names) >= 2 or (teaser and len(unknown) * 2 >= len(names)):
        return "in no copy, and about others"
    return ""


def _printed_elsewhere(article: str, copies: Sequence[Copy], by_id: Mapping[str, Article]) -> set[tuple[str, ...]]:
    """The words of each paragraph that a copy prints as running text."""
    printed = set()
    for copy in copies:
        other = by_id.get(copy.b if copy.a == article else copy.a)
        for block in other.blocks_of(BlockKind.BODY) if other is not None else ():
            if block.end - block.start <= _LONGEST:
                printed.add(tuple(word.folded for word in words(other.text if other else "", block.start, block.end)))
    return printed
