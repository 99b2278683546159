"""Articles from plain text: labelled paragraphs, and the metadata that the text itself states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from readout.extraction.credits import (
    find_authors,
    find_credits,
    is_credit_line,
    read_names,
)
from readout.extraction.datelines import Dateline, find_dateline
from readout.extraction.furniture import find_sign_off, says_published, says_updated
from readout.extraction.labels import Piece, label_paragraphs
from readout.extraction.paragraphs import Paragraph, split_paragraphs
from readout.extraction.posts import date_parts
from readout.extraction.reading import Reading
from readout.extraction.stamps import Stamp, find_stamp
from readout.spans import trim
from readout.types import Block, BlockKind, Cited

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The outlet that prints a feed: "this story has not been edited by the Kelm Post staff".
_UNEDITED: Final = re.compile(
    r"\bnot been edited by (?:the )?(?P<name>[A-Z][\w.&’'-]{1,30}(?: [A-Z][\w.&’'-]{1,30}){0,3}) (?:staff|team|desk)\b"
)
_UPDATE_MARK: Final = re.compile(r"[\[(](?:last )?(?:updated?|modified)\b[^\])\n]{4,60}[\])]\s*:?\s*", re.IGNORECASE)


def read_clean(article: str, text: str, title: str | None) -> Reading:
    """`text` taken as article body as it stands: one block a paragraph, nothing set aside."""
    reading = Reading(article, text)
    for paragraph in split_paragraphs(text):
        reading.blocks.append(
            Block(start=paragraph.start, end=paragraph.end, kind=BlockKind.BODY, rule="given as clean")
        )
        reading.credits.extend(find_credits(text, paragraph.start, paragraph.end))
    _cite_title(reading, title)
    return reading


def read_text(article: str, text: str, title: str | None) -> Reading:
    """`text` with its paragraphs labelled, and the metadata found in it."""
    return read_paragraphs(article, text, split_paragraphs(text), title)


def read_paragraphs(article: str, text: str, paragraphs: Sequence[Paragraph], title: str | None) -> Reading:
    """The same for paragraphs that are already parted."""
    reading = Reading(article, text)
    pieces = label_paragraphs(text, paragraphs, title)
    opened = False
    for piece in pieces:
        if piece.kind is BlockKind.HEADLINE and reading.headline is None:
            value = " ".join(text[piece.start : piece.end].split())
            reading.headline = reading.cite(value, (piece.start, piece.end))
        if piece.kind in (BlockKind.BODY, BlockKind.STANDFIRST):
            opened = _add_running_text(reading, piece, opened)
        else:
            _add_metadata(reading, piece, opened)
    _read_stamps(reading, pieces)
    date_parts(reading)
    if reading.headline is None:
        _cite_title(reading, title)
    return reading


def add_piece(reading: Reading, bounds: tuple[int, int], kind: BlockKind, rule: str, *, opened: bool) -> bool:
    """Blocks for the paragraph `bounds` that has this label; returns whether the running text has begun."""
    piece = Piece(start=bounds[0], end=bounds[1], plain="", folded=(), kind=kind, rule=rule)
    if kind in (BlockKind.BODY, BlockKind.STANDFIRST):
        return _add_running_text(reading, piece, opened)
    _add_metadata(reading, piece, opened)
    return opened


def _cite_title(reading: Reading, title: str | None) -> None:
    """A headline given from outside, with its place in the text if it stands there."""
    if not title or not title.strip():
        return
    found = reading.text.find(title, 0, len(title) + 2000)
    if found >= 0:
        reading.headline = reading.cite(title, (found, found + len(title)))
    else:
        reading.headline = Cited(value=title, where="given")


def _add_running_text(reading: Reading, piece: Piece, opened: bool) -> bool:
    """Blocks for a paragraph of running text, its dateline and update mark split off; whether the body has begun."""
    text, start = reading.text, piece.start
    mark = _UPDATE_MARK.match(text, start, piece.end)
    if mark is not None and find_stamp(text, mark.start(), mark.end()) is not None:
        stop = trim(text, mark.start(), mark.end())[1]
        reading.blocks.append(Block(start=start, end=stop, kind=BlockKind.NOTICE, rule="update mark"))
        _note_stamp(reading, find_stamp(text, mark.start(), mark.end()), updated=True)
        start = mark.end()
    dateline = None if opened else find_dateline(text, start, piece.end)
    if dateline is not None:
        reading.blocks.append(Block(start=dateline.start, end=dateline.end, kind=BlockKind.DATELINE, rule="dateline"))
        _read_dateline(reading, dateline)
        start = dateline.resumes
    start, end = trim(text, start, piece.end)
    sign_off = find_sign_off(text, start, end)
    if sign_off is not None:
        end = trim(text, start, sign_off[0])[1]
        first, last = trim(text, *sign_off)
        reading.credits.extend(find_credits(text, first, last))
    if start < end:
        kind = piece.kind or BlockKind.BODY
        reading.blocks.append(Block(start=start, end=end, kind=kind, rule=piece.rule))
        reading.credits.extend(find_credits(text, start, end))
    if sign_off is not None:
        reading.blocks.append(Block(start=first, end=last, kind=BlockKind.CREDIT, rule="sign-off"))
    return opened or piece.kind is BlockKind.BODY


def _read_dateline(reading: Reading, dateline: Dateline) -> None:
    """The agencies in a dateline's brackets; of "ANSA/AFP" the first is the outlet that passes the second on."""
    if dateline.credit is None:
        return
    named = list(read_names(reading.text, *dateline.credit))
    reading.credits.extend(named)
    words = reading.text[slice(*dateline.credit)]
    if len(named) == 2 and "/" in words and reading.outlet is None:
        first = named[0]
        reading.outlet = reading.cite(first.agency, (first.start, first.end))


def _add_metadata(reading: Reading, piece: Piece, opened: bool) -> None:
    """A block for a paragraph that is no running text, and what it states."""
    text, kind = reading.text, piece.kind or BlockKind.BOILERPLATE
    if kind is BlockKind.DATELINE:
        dateline = find_dateline(text, piece.start, piece.end)
        if dateline is not None:
            _read_dateline(reading, dateline)
    if piece.rule == "publication stamp":
        _add_stamp_blocks(reading, piece)
        return
    reading.blocks.append(Block(start=piece.start, end=piece.end, kind=kind, rule=piece.rule))
    if kind is BlockKind.CREDIT or (kind is BlockKind.BYLINE and not opened):
        reading.credits.extend(read_names(text, piece.start, piece.end))
    elif kind is BlockKind.NOTICE:
        reading.credits.extend(find_credits(text, piece.start, piece.end))
        own = _UNEDITED.search(text, piece.start, piece.end) if reading.outlet is None else None
        if own is not None:
            reading.outlet = reading.cite(own.group("name"), own.span("name"))
    if kind is BlockKind.BYLINE and not reading.authors:
        for name, start, end in find_authors(text, piece.start, piece.end):
            reading.authors.append(reading.cite(name, (start, end)))


def _add_stamp_blocks(reading: Reading, piece: Piece) -> None:
    """A line such as "AFP Published 04 Apr, 2024 04:43pm": the credit before the stamp is a block of its own."""
    text = reading.text
    named = list(read_names(text, piece.start, piece.end))
    start = piece.start
    if named and named[0].start == piece.start and is_credit_line(text[piece.start : named[0].end]):
        reading.blocks.append(
            Block(start=start, end=named[0].end, kind=BlockKind.CREDIT, rule="credit beside the stamp")
        )
        start = trim(text, named[0].end, piece.end)[0]
    reading.credits.extend(named)
    if start < piece.end:
        reading.blocks.append(Block(start=start, end=piece.end, kind=BlockKind.NOTICE, rule=piece.rule))


def _read_stamps(reading: Reading, pieces: Sequence[Piece]) -> None:
    """Publication and update from stamp lines and bylines; from the dateline's date if there is no other.

    A line that says "published" counts most, then a stamp with a time of day, then a bare date.
    """
    ranked: list[tuple[int, int, Stamp]] = []
    begins = next((piece.start for piece in pieces if piece.kind is BlockKind.BODY), len(reading.text))
    for piece in pieces:
        if piece.rule not in ("publication stamp", "byline with stamp", "ticker"):
            continue
        first = find_stamp(reading.text, piece.start, piece.end)
        if first is None or piece.rule == "ticker":
            continue
        if says_updated(piece.plain) and not _says_published_first(piece.plain):
            _note_stamp(reading, first, updated=True)
            continue
        rank = 0 if says_published(piece.plain) else 1 if first.has_time else 2
        if rank == 0 or piece.start < begins:
            ranked.append((rank, first.start, first))
        second = find_stamp(reading.text, first.end, piece.end)
        if second is not None and says_updated(piece.plain):
            _note_stamp(reading, second, updated=True)
    if ranked:
        _note_stamp(reading, min(ranked, key=lambda item: item[:2])[2], updated=False)
    for block in reading.blocks:
        if block.kind is BlockKind.DATELINE and reading.published is None:
            stamp = find_stamp(reading.text, block.start, block.end)
            if stamp is not None:
                _note_stamp(reading, stamp, updated=False)


def _says_published_first(plain: str) -> bool:
    """Whether the line names the publication before it names an update."""
    lowered = plain.lower()
    published = min((lowered.find(word) for word in ("published", "posted", "created") if word in lowered), default=-1)
    return 0 <= published < lowered.find("updated") if "updated" in lowered else published >= 0


def _note_stamp(reading: Reading, stamp: Stamp | None, *, updated: bool) -> None:
    """Keep a date with its place: the first published one, the latest update."""
    if stamp is None:
        return
    cited = reading.cite(stamp.value, (stamp.start, stamp.end))
    if updated:
        if reading.updated is None or reading.updated.value < stamp.value:
            reading.updated = cited
    elif reading.published is None:
        reading.published = cited
