"""The copy tree as lines, and the pairs of texts that the page can show side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.exporters.cuts import lost_voices
from readout.exporters.html.quotes import statement_mark
from readout.exporters.lineage import flatten, grow_tree, turn_toward
from readout.exporters.wording import (
    RELATION_WORDS,
    copy_edits,
    copy_words,
    date_words,
    direction_words,
    edit_rank,
    lag_words,
)
from readout.types import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.exporters.html.index import Index, Mark
    from readout.exporters.lineage import Branch
    from readout.types import Copy, Edit, Origin, StoryMaterial

_DEEPEST = 7
_MOST_EDITS = 12
_MOST_LOST = 8


@dataclass(frozen=True, slots=True)
class EditLine:
    """One difference: what kind, and the words on each side."""

    kind: str
    before: Mark | None
    after: Mark | None


@dataclass(frozen=True, slots=True)
class Lost:
    """A speaker whom the copy leaves out, with the words that were cut."""

    speaker: str
    denies: bool
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """A node of the tree: an article or an unseen text, how deep it hangs, and its edge to the node above."""

    depth: int = 0
    key: str = ""  #: of the article; "" of an unseen text
    name: str
    headline: str = ""
    published: str = ""
    hollow: bool = False  #: an unseen text
    guessed: bool = False  #: the edge's direction is
    edge: str = ""  #: how much is shared with the node above; "" where nothing hangs on one
    detail: str = ""
    why: tuple[str, ...] = ()
    pairing: int = 0  #: the number of the pair, to be shown side by side
    edits: tuple[EditLine, ...] = ()
    more_edits: int = 0  #: edits that are not in `edits`
    lost: tuple[Lost, ...] = ()
    rails: tuple[int, ...] = ()  #: how many levels to the left of this node a line runs on to a later sister


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two articles for the side-by-side view: aligned passages and edits, all in code points; a None side is -1."""

    number: int
    a: str
    b: str
    passages: tuple[tuple[int, int, int, int], ...]
    edits: tuple[tuple[str, int, int, int, int], ...]


def copy_lines(origin: Origin, material: StoryMaterial, index: Index, pairings: list[Pairing]) -> Iterator[CopyLine]:
    """The lines of an origin's tree; the pairs behind its edges are added to `pairings`."""
    tree = flatten(grow_tree(origin, material))
    rails = _rails([min(depth, _DEEPEST) for depth, _ in tree])
    for (depth, branch), running in zip(tree, rails, strict=True):
        if branch.article is None:
            yield _hollow(branch)
        else:
            line = _line(min(depth, _DEEPEST), branch, material, index, pairings)
            yield replace(line, rails=running)


def _rails(depths: Sequence[int]) -> list[tuple[int, ...]]:
    """For each line of a tree, read from below: the levels at which a sister is still to come, counted to the left."""
    found: list[tuple[int, ...]] = []
    coming: set[int] = set()
    for depth in reversed(depths):
        coming = {level for level in coming if level <= depth}
        found.append(tuple(sorted(depth - level for level in coming)))
        if depth:
            coming.add(depth)
    return found[::-1]


def _hollow(branch: Branch) -> CopyLine:
    return CopyLine(
        name=f"{branch.agency} text" if branch.agency else "An unseen text",
        detail="not in this pile; that it exists follows from the copies",
        hollow=True,
    )


def _line(depth: int, branch: Branch, material: StoryMaterial, index: Index, pairings: list[Pairing]) -> CopyLine:
    article = index.article(branch.article or "")
    line = CopyLine(
        depth=depth,
        key=index.key(article.id),
        name=index.label(article.id),
        headline=index.title(article.id),
        published=date_words(article.published.value) if article.published else "undated",
        guessed=branch.guessed,
        edge="only its own passages; the rest of it stands with what it copied" if branch.part else "",
    )
    if branch.copy is None:
        return line
    copy = turn_toward(branch.copy, article.id)
    ranked = sorted(copy.edits, key=edit_rank)
    return replace(
        line,
        edge=_edge_words(copy, index),
        detail=f"{RELATION_WORDS[copy.relation]}: {direction_words(copy, index.label(copy.a), index.label(copy.b))}",
        why=copy.why,
        pairing=_pair(copy, index, pairings),
        edits=tuple(_edit(edit, index) for edit in ranked[:_MOST_EDITS]),
        more_edits=max(0, len(ranked) - _MOST_EDITS),
        lost=tuple(
            Lost(voice.speaker, voice.denies, statement_mark(voice.statement, index))
            for voice in lost_voices(copy, material)[:_MOST_LOST]
        ),
    )


def _edge_words(copy: Copy, index: Index) -> str:
    """How much the copy shares with the text above it, with what edits, and how much later it came."""
    sister = f" with {index.label(copy.a)}" if copy.direction is Direction.COMMON_UNSEEN else ""
    lag = lag_words(index.article(copy.a).published, index.article(copy.b).published)
    return f"{copy_words(copy)}{sister}, {copy_edits(copy)}{f', {lag}' if lag else ''}"


def _pair(copy: Copy, index: Index, pairings: list[Pairing]) -> int:
    """Put the pair of texts among `pairings`; its number there."""
    number = len(pairings) + 1
    passages = tuple((p.a_start, p.a_end, p.b_start, p.b_end) for p in copy.passages)
    edits = tuple(
        (
            edit.kind,
            edit.a.start if edit.a else -1,
            edit.a.end if edit.a else -1,
            edit.b.start if edit.b else -1,
            edit.b.end if edit.b else -1,
        )
        for edit in copy.edits
    )
    pairings.append(Pairing(number, index.key(copy.a), index.key(copy.b), passages, edits))
    return number


def _edit(edit: Edit, index: Index) -> EditLine:
    return EditLine(
        kind=edit.kind,
        before=index.mark(edit.a) if edit.a else None,
        after=index.mark(edit.b) if edit.b else None,
    )
