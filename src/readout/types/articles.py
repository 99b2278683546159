"""Pages as they came, and articles with their labelled blocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from readout.errors import EvidenceError

if TYPE_CHECKING:
    from readout.spans import Span
    from readout.types.evidence import Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One input as it came: bytes or text, with what its surroundings say of it (all of that may be unknown)."""

    id: str
    uri: str
    body: bytes | str
    media: str  #: "text", "html", or "clean" (text to be taken as article body as it stands)
    file: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    feed: str | None = None  #: the name in a feed's `source` element: where an aggregator took the item from
    fetched: str | None = None  #: when the page was fetched, ISO 8601, where that is known (web archives)
    place: str = ""  #: the id that was given, or else the file, address or line; by it a failure is found again

    @property
    def called(self) -> str:
        """The name by which a failure of this page is listed."""
        return self.place or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that could not be read or worked out: which input, at which stage, and why."""

    id: str
    stage: str
    reason: str


class BlockKind(StrEnum):
    """What a stretch of an article's text is (IPTC terms where there are any)."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    BODY = "body"
    CAPTION = "caption"
    NOTICE = "notice"  #: "published from a syndicated feed": junk for a reader, evidence for copies
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A labelled stretch of text; blocks do not overlap and are in order. One block is one paragraph."""

    start: int
    end: int
    kind: BlockKind
    rule: str = ""  #: why it has this label
    written: Cited[str] | None = None  #: when it was written, where it says so itself: a live blog's post, a correction
    voice: Cited[str] | None = None  #: who speaks in it, where that is not the article: a post of a network, put in


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One difference between two texts `a` and `b`; `b` is None where words were cut, `a` where they were put in."""

    kind: str  #: headline standfirst cut insertion spelling typography number name word reorder attribution
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier state of an article at the same address."""

    article: Article
    edits: tuple[Edit, ...] = ()  #: what was changed since; `a` lies in this state, `b` in the latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report: its whole visible text, unchanged, with labelled blocks and cited metadata.

    None means "not stated". Dates are ISO 8601 strings as in the contract (a zone only where the page gives one).
    """

    id: str
    uri: str
    text: str
    blocks: tuple[Block, ...]
    language: str
    file: str | None = None
    url: str | None = None
    headline: Cited[str] | None = None
    outlet: Cited[str] | None = None
    agencies: tuple[Cited[str], ...] = ()
    authors: tuple[Cited[str], ...] = ()
    published: Cited[str] | None = None
    updated: Cited[str] | None = None
    conflicts: tuple[str, ...] = ()  #: metadata that disagreed, in words
    feed: str | None = None
    fetched: str | None = None  #: when the page was fetched, ISO 8601, where that is known
    versions: tuple[Version, ...] = ()  #: earlier fetches of the same url, the oldest first; this is the latest

    def words(self, span: Span) -> str:
        """The text under `span`. Raises EvidenceError if the span is of another article or ends behind the text."""
        if span.article != self.id or span.end > len(self.text):
            raise EvidenceError(f"span {span} does not fit article {self.id} of {len(self.text)} characters")
        return self.text[span.start : span.end]

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks of these kinds, in order."""
        return tuple(block for block in self.blocks if block.kind in kinds)


#: Blocks whose words may become evidence of statements, points and events.
READABLE = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY, BlockKind.CAPTION)
