"""Two texts held against each other in a terminal: what is shared, what was cut, put in or changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.exporters.ink import Ink, clip
from readout.exporters.visible import one_line
from readout.exporters.wording import (
    RELATION_WORDS,
    copy_edits,
    copy_words,
    date_words,
    direction_words,
    edit_rank,
    lag_words,
    name_article,
)
from readout.text.fold import fold
from readout.types import Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.types import Article, Block, Copy, Edit

_WORDS = re.compile(r"\S+")
_SINGLY = 4  # changes in the make of marks that are shown one by one
_GONE, _NEW = ("[-", "-]"), ("{+", "+}")


def export_diff(copy: Copy, a: Article, b: Article, width: int = 100, *, colour: bool = False) -> str:
    """The two articles of `copy`: what they share in a line, every edit, and the text of `b` with the edits in it.

    What only `a` has stands in `[-...-]`, what only `b` has in `{+...+}`. Lines hold at most `width` columns.
    """
    ink = Ink(max(40, width), colour)
    names = name_article(a), name_article(b)
    lag = lag_words(a.published, b.published)
    lines = [
        _head("a", a, ink),
        _head("b", b, ink),
        "",
        *ink.wrap(f"{copy_words(copy)} ({RELATION_WORDS[copy.relation]}); {direction_words(copy, *names)}"),
        *ink.wrap(copy_edits(copy, limit=12) + (f"; {lag}" if lag else "")),
    ]
    for reason in copy.why:
        lines += [ink.paint("dim", line) for line in ink.wrap(one_line(reason), "because ", "  ")]
    told = [*_headlines(copy, a, b, ink), *_edits(copy, a, b, ink)]
    if told:
        lines += ["", ink.paint("strong", "Edits"), *told]
    partial = copy.relation is Relation.PARTIAL
    title = "Text of b; = is what stands in a too" if partial else "Text of b, with what was cut from a"
    lines += ["", ink.paint("strong", title), *_text(copy, a, b, ink)]
    return "\n".join(lines) + "\n"


def _head(letter: str, article: Article, ink: Ink) -> str:
    published = date_words(article.published.value) if article.published else "undated"
    title = f" · {article.headline.value}" if article.headline else ""
    return clip(f"{letter} {name_article(article)}, {published}{title}", ink.width)


def _headlines(copy: Copy, a: Article, b: Article, ink: Ink) -> Iterator[str]:
    """The headlines where they differ and stand outside of the texts, so that no edit can point to them."""
    if a.headline is None or b.headline is None or any(edit.kind == "headline" for edit in copy.edits):
        return
    titles = [one_line(article.headline.value) for article in (a, b) if article.headline is not None]
    if titles[0].casefold() == titles[1].casefold():
        return
    for start, style, title in zip(("  headline    - ", " " * 14 + "+ "), ("gone", "new"), titles, strict=True):
        lines = ink.wrap(clip(title, ink.width * 2), start, " " * 16)
        yield from (line[:16] + ink.paint(style, line[16:]) for line in lines)


def _is_restyled(edit: Edit, a: Article, b: Article) -> bool:
    """Whether only the make of the marks differs: curly or straight, long dashes or short ones."""
    return edit.a is not None and edit.b is not None and fold(a.words(edit.a)) == fold(b.words(edit.b))


def _edits(copy: Copy, a: Article, b: Article, ink: Ink) -> Iterator[str]:
    """The edits, what changes the account first; many changes in the make of marks as one."""
    restyled = [edit for edit in copy.edits if edit.kind == "typography" and _is_restyled(edit, a, b)]
    single = len(restyled) <= _SINGLY
    yield from _each(copy, [edit for edit in copy.edits if single or edit not in restyled], (a, b), ink)
    if not single and (first := restyled[0]).a is not None and first.b is not None:
        pair = f"{one_line(a.words(first.a))} and {one_line(b.words(first.b))}"
        told = f"other marks or capitals {len(restyled)} times, as in {pair}"
        yield from ink.wrap(told, "  typography    ", " " * 16)


def _each(copy: Copy, edits: Sequence[Edit], articles: tuple[Article, Article], ink: Ink) -> Iterator[str]:
    a, b = articles
    taken = copy.direction is Direction.A_TO_B
    for edit in sorted(edits, key=edit_rank):
        lost = taken and edit.kind == "attribution" and edit.b is None
        kind = f"! {edit.kind:<12}" if lost else f"  {edit.kind:<12}"
        for sign, style, article, span in (("-", "gone", a, edit.a), ("+", "new", b, edit.b)):
            if span is not None:
                words = clip(article.words(span), ink.width * 2)
                mark = f"[{'a' if sign == '-' else 'b'}:{span.start}-{span.end}]"
                lines = ink.wrap(words, f"{kind}{sign} ", " " * 16)
                yield from (line[:16] + ink.paint(style, line[16:]) for line in lines[:-1])
                last = f"{lines[-1][:16]}{ink.paint(style, lines[-1][16:])}"
                if len(lines[-1]) + 1 + len(mark) <= ink.width:
                    yield f"{last} {ink.paint('ref', mark)}"
                else:
                    yield from (last, " " * 16 + ink.paint("ref", mark))
                kind = " " * 14


def _text(copy: Copy, a: Article, b: Article, ink: Ink) -> Iterator[str]:
    """`b` block by block, the words of each with their style, folded to the width."""
    edits = sorted((e for e in copy.edits if e.b is not None), key=lambda e: e.b.start if e.b else 0)
    cuts = sorted(((_landing(copy, e.a.start), e) for e in copy.edits if e.b is None and e.a), key=lambda c: c[0])
    first_edit = first_cut = 0
    for block in b.blocks:
        words: list[tuple[str, str]] = []
        at = block.start
        while first_cut < len(cuts) and cuts[first_cut][0] < block.end:
            cut = cuts[first_cut][1].a
            if cut is not None:
                yield from _fold(_styled(a.words(cut), "gone", *_GONE), ink)
            first_cut += 1
        while first_edit < len(edits):
            edit = edits[first_edit]
            if edit.b is None or edit.b.start >= block.end:
                break
            first_edit += 1
            if edit.b.end <= at:
                continue
            words += _styled(b.text[at : max(at, edit.b.start)], "")
            words += _styled(a.words(edit.a), "gone", *_GONE) if edit.a else []
            at = min(edit.b.end, block.end)
            words += _styled(b.text[max(edit.b.start, block.start) : at], "new", *_NEW)
        words += _styled(b.text[at : block.end], "")
        yield from _fold(words, ink, "= " if _is_shared(copy, block) else "  ")
    for _, edit in cuts[first_cut:]:
        if edit.a is not None:
            yield from _fold(_styled(a.words(edit.a), "gone", *_GONE), ink)


def _is_shared(copy: Copy, block: Block) -> bool:
    """Whether most of a paragraph of b stands in a, where that is not so of nearly all of them."""
    if copy.relation is not Relation.PARTIAL:
        return False
    inside = sum(max(0, min(p.b_end, block.end) - max(p.b_start, block.start)) for p in copy.passages)
    return 2 * inside > block.end - block.start


def _landing(copy: Copy, place: int) -> int:
    """Where in b something that stood at `place` in a would stand: after the last passage before it."""
    return max((p.b_end for p in copy.passages if p.a_end <= place), default=0)


def _styled(text: str, style: str, opening: str = "", closing: str = "") -> list[tuple[str, str]]:
    words = [(word, style) for word in _WORDS.findall(one_line(text))]
    if words and opening:
        words[0] = (opening + words[0][0], style)
        words[-1] = (words[-1][0] + closing, style)
    return words


def _fold(words: list[tuple[str, str]], ink: Ink, margin: str = "  ") -> Iterator[str]:
    line, used = "", 0
    for word, style in words:
        painted = ink.paint(style, word) if style else word
        if used and used + 1 + len(word) > ink.width - 2:
            yield margin + line
            line, used = "", 0
        line += (" " if used else "") + painted
        used += len(word) + (1 if used else 0)
    if line:
        yield margin + line
    yield ""
