"""First pass: what each paragraph of a text is, judged by itself and by its neighbours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from readout.extraction.credits import is_byline, is_credit_line
from readout.extraction.datelines import find_dateline
from readout.extraction.furniture import (
    find_sign_off,
    is_caption,
    name_furniture,
    name_notice,
    says_published,
)
from readout.extraction.pulled import RULE as PULL_QUOTE
from readout.extraction.pulled import find_pull_quotes, is_quotation
from readout.extraction.shapes import count_words, is_headline_style, is_sentence, is_tag_list, is_ticker, is_title_like
from readout.extraction.stamps import find_stamp
from readout.text.fold import folded_words, plain
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.extraction.paragraphs import Paragraph

_HEAD: Final = 12  #: how many paragraphs may stand before the running text
_LONG: Final = 160  #: a paragraph this long is running text even without a full stop
_REAL_WORDS: Final = 8
#: Rules whose lines often stand inside an article.
_INSIDE: Final = ("buttons", "labelled link", "teaser headline", "teaser text")
_AFTER_HEADING: Final = 1.5  #: how much text, by that before it, may follow a heading "Comments" that is believed
_AFTER_BUTTON: Final = 0.6  #: the same for "Add a comment", which may also be a button inside the article
#: Rules whose lines stand at the foot of a page, and rarely inside an article.
_PAGE_ENDS: Final = ("related heading", "comments heading", "service line", "syndication notice", "tag list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph under judgement: its words in folded form, its label so far, and why."""

    start: int
    end: int
    plain: str
    folded: tuple[str, ...]
    kind: BlockKind | None = None
    rule: str = ""
    sentence: bool = False

    def labelled(self, kind: BlockKind, rule: str) -> Piece:
        """The same piece with a label, unless it has one already."""
        return self if self.kind is not None else replace(self, kind=kind, rule=rule)


def label_paragraphs(text: str, paragraphs: Sequence[Paragraph], title: str | None) -> list[Piece]:
    """Every paragraph with a label; `title` is the headline as given, if it is known. All of it linear in the text."""
    pieces = [_examine(text, paragraph) for paragraph in paragraphs]
    pieces = [_label_alone(piece) for piece in pieces]
    headline = _find_headline(pieces, title)
    if headline is not None:
        pieces[headline] = pieces[headline].labelled(BlockKind.HEADLINE, "headline")
    first = _first_real(pieces, headline)
    _label_head(pieces, headline, first)
    _label_related(pieces, first)
    _label_comments(pieces, first)
    _label_tail(pieces, first)
    _label_rest(pieces, first)
    _label_pull_quotes(pieces)
    _label_repeated_captions(pieces)
    return _rescue(pieces)


def _examine(text: str, paragraph: Paragraph) -> Piece:
    """The paragraph's words and shape."""
    shown = plain(text[paragraph.start : paragraph.end])
    sign_off = find_sign_off(shown, 0, len(shown))
    said = shown[: sign_off[0]].rstrip() if sign_off is not None else shown
    return Piece(
        start=paragraph.start,
        end=paragraph.end,
        plain=shown,
        folded=tuple(folded_words(text, paragraph.start, paragraph.end)),
        sentence=is_sentence(said),
    )


def _label_alone(piece: Piece) -> Piece:
    """Labels that need no neighbours."""
    found = label_alone(piece.plain)
    return piece if found is None else piece.labelled(*found)


def label_alone(shown: str) -> tuple[BlockKind, str] | None:
    """What a paragraph (quotes made plain) is by its own words, with the rule that saw it; None for running text."""
    if is_ticker(shown):
        return BlockKind.BOILERPLATE, "ticker"
    if is_credit_line(shown):
        return BlockKind.CREDIT, "credit line"
    if _is_stamp_line(shown):
        return (BlockKind.BYLINE, "byline with stamp") if is_byline(shown) else (BlockKind.NOTICE, "publication stamp")
    if is_byline(shown):
        return BlockKind.BYLINE, "byline"
    notice = name_notice(shown)
    if notice is not None:
        return BlockKind.NOTICE, notice
    furniture = name_furniture(shown)
    if furniture is not None:
        return BlockKind.BOILERPLATE, furniture
    if is_tag_list(shown):
        return BlockKind.BOILERPLATE, "tag list"
    if is_caption(shown) and (shown.endswith("]") or find_dateline(shown, 0, len(shown)) is None):
        return BlockKind.CAPTION, "picture credit"
    return None


def _is_stamp_line(shown: str) -> bool:
    """Whether a short line is a date of publication and little else."""
    if len(shown) > 160 or is_sentence(shown) or "(@" in shown or find_stamp(shown) is None:
        return False
    return count_words(shown, 20) <= 4 + 8 * says_published(shown)


def _find_headline(pieces: Sequence[Piece], title: str | None) -> int | None:
    """Which piece is the headline: the one that says what was given, one that is repeated, or the first that can be."""
    given = tuple(folded_words(title)) if title else ()
    if given:
        for number, piece in enumerate(pieces[:_HEAD]):
            if piece.folded == given:
                return number
    candidates = []
    for number, piece in enumerate(pieces[:_HEAD]):
        if _is_real(piece) and not is_title_like(piece.plain):
            break
        if piece.kind is None and is_title_like(piece.plain):
            candidates.append(number)
    if not candidates or len(pieces) == 1:
        return None
    later = {piece.folded for piece in pieces[candidates[0] + 1 : _HEAD * 2]}
    repeated = [number for number in candidates if len(pieces[number].folded) >= 3 and pieces[number].folded in later]
    full = [number for number in candidates if len(pieces[number].folded) >= 4]
    return (repeated or full or candidates)[0]


def _is_real(piece: Piece) -> bool:
    """Whether it is running text: a full sentence of some length, or a long paragraph."""
    if piece.kind is not None:
        return False
    return (piece.sentence and len(piece.folded) >= _REAL_WORDS) or len(piece.plain) >= _LONG


def _first_real(pieces: Sequence[Piece], headline: int | None) -> int:
    """Where the running text begins: after the last mark of the page's head, or at the first real paragraph."""
    start = 0 if headline is None else headline + 1
    real = [number for number, piece in enumerate(pieces) if number >= start and _is_real(piece)]
    if not real:
        return len(pieces)
    first = real[0]
    head = pieces[headline].folded if headline is not None else ()
    for number in range(first + 1, min(len(pieces), first + 4)):
        piece = pieces[number]
        marks_head = (
            piece.kind in (BlockKind.BYLINE, BlockKind.CREDIT)
            or piece.rule == "publication stamp"
            or (head and piece.folded == head)
            or (
                piece.kind is None
                and not _is_real(piece)
                and find_dateline(piece.plain, 0, len(piece.plain)) is not None
            )
        )
        if marks_head and len(pieces) > number + 1:
            following = [later for later in real if later > number]
            if following and _length(pieces, first, number) <= 700:
                return _after_repeats(pieces, first, following[0])
    return first


def _after_repeats(pieces: Sequence[Piece], first: int, body: int) -> int:
    """`body`, or the paragraph after it if it only repeats the standfirst at `first`."""
    while body < len(pieces) - 1 and pieces[body].folded == pieces[first].folded:
        body += 1
    return body


def _length(pieces: Sequence[Piece], first: int, last: int) -> int:
    return sum(len(piece.plain) for piece in pieces[first:last])


def _label_head(pieces: list[Piece], headline: int | None, first: int) -> None:
    """What stands before the running text: standfirst, repeats, and otherwise furniture."""
    seen: set[tuple[str, ...]] = set()
    limit = first if first < len(pieces) else (headline or 0) + 1
    for number in range(limit):
        piece = pieces[number]
        repeats = piece.folded in seen
        seen.add(piece.folded)
        if piece.kind is not None:
            continue
        if repeats:
            pieces[number] = piece.labelled(BlockKind.BOILERPLATE, "repeats the head")
        elif find_dateline(piece.plain, 0, len(piece.plain)) is not None and len(piece.plain) < 80:
            pieces[number] = piece.labelled(BlockKind.DATELINE, "dateline on its own")
        elif _is_real(piece) or piece.sentence:
            if headline is not None and number > headline:
                copied = number <= _HEAD and _stands_in(piece.folded, pieces[first:])
                kind, rule = (
                    (BlockKind.BOILERPLATE, "repeats the text") if copied else (BlockKind.STANDFIRST, "standfirst")
                )
                pieces[number] = piece.labelled(kind, rule)
            else:
                pieces[number] = piece.labelled(BlockKind.BODY, "")
        elif _is_quoted(piece.plain) and headline is not None and number > headline:
            pieces[number] = piece.labelled(BlockKind.BODY, "quotation above the text")
        elif headline is not None and number > headline and _is_summary(piece.plain):
            pieces[number] = piece.labelled(BlockKind.STANDFIRST, "summary above the text")
        else:
            pieces[number] = piece.labelled(BlockKind.BOILERPLATE, "before the text")


def _is_summary(shown: str) -> bool:
    """Whether a line without a full stop is a point of a summary, and not the headline of something else."""
    return 6 <= count_words(shown, 60) <= 50 and not is_headline_style(shown)


def _is_quoted(shown: str) -> bool:
    """Whether the line is a quotation and nothing else: an opening, not furniture."""
    return len(shown) >= 8 and shown[0] == '"' == shown[-1] and shown[-2] in ".!?"


def _stands_in(needle: tuple[str, ...], pieces: Sequence[Piece]) -> bool:
    """Whether one of the pieces holds these words, one after the other."""
    if len(needle) < 4:
        return False
    joined = " ".join(needle)
    return any(joined in " ".join(piece.folded) for piece in pieces if len(piece.folded) >= len(needle))


def _label_related(pieces: list[Piece], first: int) -> None:
    """Teasers: headlines that follow a heading such as "Related stories", and the sentence under each."""
    if all(piece.rule != "related heading" for piece in pieces[first:]):
        return
    known = _word_counts(pieces[first:])
    titles: set[tuple[str, ...]] = set()
    inside = False
    telling: dict[str, int] = {}  #: words of the teaser headlines of this block
    for number in range(first, len(pieces)):
        piece = pieces[number]
        if piece.rule == "related heading":
            inside, telling = True, {}
        elif inside and piece.kind is None and is_title_like(piece.plain) and not piece.sentence:
            pieces[number] = piece.labelled(BlockKind.BOILERPLATE, "teaser headline")
            titles.add(piece.folded)
            for word in piece.folded:
                telling[word] = telling.get(word, 0) + 1
        elif inside and piece.kind is None and telling and _teases(piece, telling, known):
            pieces[number] = piece.labelled(BlockKind.BOILERPLATE, "teaser text")
        elif piece.kind is not BlockKind.BOILERPLATE:
            inside = False
    for number in range(first, len(pieces)):
        if pieces[number].folded in titles:
            pieces[number] = pieces[number].labelled(BlockKind.BOILERPLATE, "teaser headline")


def _word_counts(pieces: Sequence[Piece]) -> dict[str, int]:
    """In how many paragraphs each longer word stands."""
    counts: dict[str, int] = {}
    for piece in pieces:
        for word in set(piece.folded):
            if len(word) >= 4:
                counts[word] = counts.get(word, 0) + 1
    return counts


def _teases(piece: Piece, telling: dict[str, int], known: dict[str, int]) -> bool:
    """Whether a paragraph belongs to a teaser headline: it shares telling words that only the teaser has."""
    if len(piece.plain) > 350:
        return False
    shared = {word for word in piece.folded if word in telling and len(word) >= 4}
    repeats = sum(telling[word] for word in shared)
    return any(known.get(word, 0) <= repeats + 2 for word in shared) and len(shared) >= 2


def _label_comments(pieces: list[Piece], first: int) -> None:
    """From a heading over readers' comments on, nothing belongs to the article, if enough of it stands before."""
    lengths = [len(piece.plain) if _is_real(piece) else 0 for piece in pieces]
    whole = sum(lengths[first:])
    before = 0
    for number in range(first, len(pieces)):
        if pieces[number].rule == "comments heading" and before:
            heading = pieces[number].plain.lower().startswith("comment")
            if whole - before <= before * (_AFTER_HEADING if heading else _AFTER_BUTTON):
                break
        before += lengths[number]
    else:
        return
    for later in range(number, len(pieces)):
        if pieces[later].kind is not BlockKind.NOTICE:
            pieces[later] = replace(pieces[later], kind=BlockKind.BOILERPLATE, rule="comments")


def _label_tail(pieces: list[Piece], first: int) -> None:
    """What follows the article on its page: after the stretch where text outweighs the rest the most, from the first
    plain mark of furniture on (Finn, Kushmerick and Smyth's body text extraction, with paragraphs for tokens).
    """
    total, best, end = 0.0, 0.0, len(pieces)
    for number in range(first, len(pieces)):
        total += _weight(pieces[number])
        if total >= best:
            best, end = total, number + 1
    start = next((n for n in range(end, len(pieces)) if pieces[n].rule in _PAGE_ENDS), len(pieces))
    for number in range(start, len(pieces)):
        pieces[number] = pieces[number].labelled(BlockKind.BOILERPLATE, "after the text")


def _weight(piece: Piece) -> float:
    """How much a paragraph speaks for being inside the article; furniture that often stands there weighs little."""
    if piece.kind is BlockKind.BOILERPLATE:
        return -2.0 if piece.rule == "comments" else -0.5 if piece.rule in _INSIDE else -1.0
    if piece.kind is not None:
        return -0.5
    if "(@" in piece.plain or "://" in piece.plain:
        return 0.0
    return min(3.0, len(piece.plain) / 80) if piece.sentence or len(piece.plain) >= _LONG else -1.0


def _label_rest(pieces: list[Piece], first: int) -> None:
    """The running text: sentences are body, headline-like lines between them or after them are not."""
    real = [number for number, piece in enumerate(pieces) if number >= first and _is_real(piece)]
    sentences = [
        number for number, piece in enumerate(pieces) if number >= first and piece.kind is None and piece.sentence
    ]
    last = max(real[-1] if real else -1, sentences[-1] if sentences else -1)
    headline = next((piece.folded for piece in pieces if piece.kind is BlockKind.HEADLINE), None)
    for number in range(first, len(pieces)):
        piece = pieces[number]
        if piece.kind is not None:
            continue
        if piece.folded == headline:
            pieces[number] = piece.labelled(BlockKind.BOILERPLATE, "repeats the headline")
        elif _is_real(piece) or piece.sentence:
            pieces[number] = piece.labelled(BlockKind.BODY, "")
        elif number > last:
            pieces[number] = piece.labelled(BlockKind.BOILERPLATE, "after the text")
        elif is_headline_style(piece.plain) and not _introduced(pieces, number):
            pieces[number] = piece.labelled(BlockKind.BOILERPLATE, "headline between paragraphs")
        else:
            pieces[number] = piece.labelled(BlockKind.BODY, "")


def _label_pull_quotes(pieces: list[Piece]) -> None:
    """Quotations that stand alone between paragraphs, and word for word in one of them."""
    bodies = [number for number, piece in enumerate(pieces) if piece.kind is BlockKind.BODY]
    candidates = {at: False for at, number in enumerate(bodies) if is_quotation(pieces[number].plain)}
    for at in find_pull_quotes([pieces[number].plain for number in bodies], candidates) if candidates else ():
        pieces[bodies[at]] = replace(pieces[bodies[at]], kind=BlockKind.BOILERPLATE, rule=PULL_QUOTE)


def _label_repeated_captions(pieces: list[Piece]) -> None:
    """Captions that the page prints a second time."""
    seen: set[tuple[str, ...]] = set()
    for number, piece in enumerate(pieces):
        if piece.kind is BlockKind.CAPTION and piece.folded in seen:
            pieces[number] = replace(piece, kind=BlockKind.BOILERPLATE, rule="repeats a caption")
        elif piece.kind is BlockKind.CAPTION:
            seen.add(piece.folded)


def _introduced(pieces: Sequence[Piece], number: int) -> bool:
    """Whether the paragraph is an item of a list: one before it ends in a colon, or it has a bullet."""
    if pieces[number].plain[:2].strip() in ("•", "-", "*", "·", "–"):
        return True
    for before in range(number - 1, max(-1, number - 12), -1):
        if pieces[before].plain.endswith(":"):
            return True
        if pieces[before].sentence:
            return False
    return False


def _rescue(pieces: list[Piece]) -> list[Piece]:
    """If nothing is running text, what is not plainly furniture is: a short text may not look like an article."""
    if any(piece.kind is BlockKind.BODY for piece in pieces):
        return pieces
    weak = ("before the text", "after the text", "headline between paragraphs", "tag list", "headline")
    rescued = [
        replace(piece, kind=BlockKind.BODY, rule="nothing better")
        if piece.kind is None or piece.rule in weak
        else piece
        for piece in pieces
    ]
    if any(piece.kind is BlockKind.BODY for piece in rescued) and any(
        piece.kind is BlockKind.HEADLINE for piece in pieces
    ):
        keep = [new if old.kind is not BlockKind.HEADLINE else old for old, new in zip(pieces, rescued, strict=True)]
        if any(piece.kind is BlockKind.BODY for piece in keep):
            return keep
    return rescued
