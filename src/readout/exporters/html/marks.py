"""Article text as HTML whose text nodes are code point for code point the stored text, so that spans hold in it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup

from readout.exporters.visible import ACTING, blank_spaces, code_point, show_controls
from readout.exporters.wording import MANNER_WORDS, speaker_words
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from readout.types import Annotation, Article, Statement


@dataclass(frozen=True, slots=True)
class Line:
    """One block of an article for the page: where it starts and ends, what it is, and its text as safe HTML."""

    anchor: str
    start: int
    end: int
    kind: str
    rule: str
    junk: bool
    html: Markup


@dataclass(frozen=True, slots=True)
class _Stroke:
    start: int
    end: int
    css: str
    title: str


JUNK = (BlockKind.BOILERPLATE, BlockKind.NOTICE)


def exact_html(text: str) -> Markup:
    """`text` as HTML with one code point of text for each code point given.

    A control or bidi character stands as U+FFFD in an element whose `data-c` names it; the style sheet shows the name.
    """
    return Markup(_exact(text))


def _exact(text: str) -> str:
    """As `exact_html`, as a plain string: an article has thousands of pieces, and Markup's care costs at each."""
    text = escape(blank_spaces(text))
    return ACTING.sub(lambda found: f'<i class="ctl" data-c="{code_point(found[0])}">\ufffd</i>', text)


def article_lines(key: str, annotation: Annotation) -> list[Line]:
    """The blocks of an article in order, the words of its statements marked; text between blocks stands as its own."""
    article = annotation.article
    strokes = sorted(_strokes(annotation.statements), key=lambda stroke: (stroke.start, -stroke.end))
    lines = []
    position = 0
    for number, (start, end, kind, rule) in enumerate(_stretches(article)):
        while position < len(strokes) and strokes[position].end <= start:
            position += 1
        inside = []
        ahead = position
        while ahead < len(strokes) and strokes[ahead].start < end:
            if strokes[ahead].end > start:
                inside.append(strokes[ahead])
            ahead += 1
        lines.append(
            Line(
                anchor=f"{key}b{number}",
                start=start,
                end=end,
                kind=kind.value if kind else "",
                rule=rule,
                junk=kind in JUNK,
                html=_marked(article.text, start, end, inside),
            )
        )
    return lines


def _stretches(article: Article) -> Iterator[tuple[int, int, BlockKind | None, str]]:
    """Blocks and the text between them that is more than white space."""
    last = 0
    for block in article.blocks:
        if block.start > last and not article.text[last : block.start].isspace():
            yield last, block.start, None, ""
        yield block.start, block.end, block.kind, block.rule
        last = block.end
    if article.text[last:].strip():
        yield last, len(article.text), None, ""


def _strokes(statements: Iterable[Statement]) -> Iterator[_Stroke]:
    for statement in statements:
        title = f"{speaker_words(statement)}, {MANNER_WORDS[statement.manner]}"
        if statement.via:
            title += f", via {', '.join(statement.via)}"
        for number, span in enumerate(statement.content):
            yield _Stroke(span.start, span.end, f"st {statement.manner.value}", "" if number else title)
        for css, spans in (("cue", statement.cue), ("who", statement.named)):
            for span in spans:
                yield _Stroke(span.start, span.end, css, "")


def _marked(text: str, start: int, end: int, strokes: Sequence[_Stroke]) -> Markup:
    """`text[start:end]` cut at the ends of the strokes.

    A piece carries the classes of all strokes over it, and where a statement begins its title.
    """
    if not strokes:
        return exact_html(text[start:end])
    cuts = sorted({start, end, *(c for s in strokes for c in (s.start, s.end) if start < c < end)})
    pieces = []
    active: list[_Stroke] = []
    position = 0
    for low, high in pairwise(cuts):
        begins = None
        while position < len(strokes) and strokes[position].start <= low:
            active.append(strokes[position])
            begins = strokes[position] if strokes[position].title else begins
            position += 1
        active = [stroke for stroke in active if stroke.end > low]
        words = _exact(text[low:high])
        if active:
            css = " ".join(sorted({stroke.css for stroke in active}))
            title = f' title="{escape(show_controls(begins.title))}"' if begins else ""
            words = f'<span class="{css}"{title}>{words}</span>'
        pieces.append(words)
    return Markup("".join(pieces))
