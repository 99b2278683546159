"""The nouns of Readout: frozen, typed, and (all that is inferred) backed by spans of the stored text.

Data travels one way: Page, Article, Copy, Origin, Story, Statement, Utterance, Point and Event, Dossier.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from readout.errors import EvidenceError

if TYPE_CHECKING:
    from readout.ranges import DateRange, NumberRange
    from readout.spans import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Base of all that is inferred: the words it rests on, and the name of the rule that saw it.

    Raises EvidenceError if there is none (W3C PROV: nothing is derived from nothing).
    """

    evidence: tuple[Span, ...]
    rule: str

    def __post_init__(self) -> None:
        if not self.evidence:
            raise EvidenceError(f"{type(self).__name__} by rule {self.rule!r} has no evidence")


# ------------------------------------------------------------------ pages and articles


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that could not be read or worked out: which input, at which stage, and why."""

    id: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited(Generic[T]):
    """A value and where it is written: spans of the text, or a named place outside it.

    `where` is "text" (then `spans` is not empty), or names the place: "given" (sidecar, JSON line),
    "json-ld datePublished", "meta og:title", "copy" (inherited from a sister copy), ...
    """

    value: T
    where: str
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if self.where == "text" and not self.spans:
            raise EvidenceError(f"{self.value!r} is said to stand in the text, but no span says where")


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
        """The text under `span`. Raises EvidenceError if the span is not of this article or does not fit."""
        if span.article != self.id or span.end > len(self.text):
            raise EvidenceError(f"span {span} does not fit article {self.id} of {len(self.text)} characters")
        return self.text[span.start : span.end]

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks of these kinds, in order."""
        return tuple(block for block in self.blocks if block.kind in kinds)


#: Blocks whose words may become evidence of statements, points and events.
READABLE = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY, BlockKind.CAPTION)

# ------------------------------------------------------------------ copies, origins, stories


class Relation(StrEnum):
    """How much two texts share: nearly all of both, nearly all of one, or a part of each."""

    COPY = "copy"
    ABRIDGED = "abridged"
    PARTIAL = "partial"


class Direction(StrEnum):
    """Who took from whom. `a->b`: b took its text from a."""

    A_TO_B = "a->b"
    B_TO_A = "b->a"
    COMMON_UNSEEN = "common unseen"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One aligned stretch of reporting: `[a_start, a_end)` in a stands as `[b_start, b_end)` in b."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One difference between two copies. A side is None where it has nothing (a cut, an insertion)."""

    kind: str  #: headline standfirst cut insertion spelling typography number name word reorder attribution
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier state of an article at the same address, and what was changed since: `a` of an edit lies in it."""

    article: Article
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy(Derived):
    """Two articles that share reporting (text reuse), with what is shared and what was changed."""

    a: str
    b: str
    relation: Relation
    direction: Direction
    why: tuple[str, ...]
    agency: str | None
    passages: tuple[Passage, ...]
    edits: tuple[Edit, ...]
    coverage_a: float  #: share of a's reporting found in b, 0 to 1
    coverage_b: float

    def seen_from(self, article: str) -> Copy:
        """The same copy with `article` as its `a`; what one side cut, the other then put in."""
        if article == self.a:
            return self
        turned = {Direction.A_TO_B: Direction.B_TO_A, Direction.B_TO_A: Direction.A_TO_B}
        kinds = {"cut": "insertion", "insertion": "cut"}
        return replace(
            self,
            a=self.b,
            b=self.a,
            direction=turned.get(self.direction, self.direction),
            passages=tuple(
                Passage(a_start=p.b_start, a_end=p.b_end, b_start=p.a_start, b_end=p.a_end) for p in self.passages
            ),
            edits=tuple(Edit(kind=kinds.get(edit.kind, edit.kind), a=edit.b, b=edit.a) for edit in self.edits),
            coverage_a=self.coverage_b,
            coverage_b=self.coverage_a,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Derived):
    """What counts as one independent source of reporting; its articles are not independent of each other.

    An article that is half copied, half its own stands in two origins: whole in that of its copies, and in another with
    the passages of its own only, which are then among the `parts`.
    """

    id: str
    name: str
    articles: tuple[str, ...]
    why: tuple[str, ...]
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event (in TDT's words a topic: there a "story" is one article). In order of time, then id."""

    id: str
    articles: tuple[str, ...]
    follows: tuple[str, ...] = ()  #: earlier stories of the same storyline


# ------------------------------------------------------------------ language


class Token(NamedTuple):
    """One word as the parser sees it. `head` is an index in the same sentence; its own index at the root.

    A tuple, since there are more of these than of anything else and a dataclass takes three times as long to make.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str  #: Universal POS tag
    head: int
    dep: str  #: Universal Dependencies relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a readable block. `tokens` is empty where nothing called for a parse."""

    start: int
    end: int
    tokens: tuple[Token, ...] = ()


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Derived):
    """Someone or something named. `evidence` holds its mentions, in order; `aliases` the other names it goes by."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()  #: "French defence minister", "president": as the texts put them


class Manner(StrEnum):
    """Quoted word for word, partly, or reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Derived):
    """Something someone is reported to have said, thought or written (attribution relation, PARC/PolNeAR).

    `named` are the words that name the speaker (the contract's `source`), () where the text has none;
    `speaker` the canonical name, None where it is open; `via` who passed it on, innermost first.
    """

    id: str
    article: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    named: tuple[Span, ...]
    speaker: str | None
    manner: Manner
    act: str  #: assert deny accuse demand warn ask promise concede estimate believe
    via: tuple[str, ...] = ()
    speaker_why: str = ""  #: how the speaker was found
    description: str = ""  #: an unnamed speaker's words: "a source close to the mayor"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Derived):
    """Words that name a time (TIMEX3), with the interval they can mean."""

    span: Span
    type: str  #: DATE TIME DURATION SET
    value: str  #: TIMEX3 value
    modifier: str = ""  #: TIMEX3 mod: START MID END APPROX BEFORE AFTER ...
    range: DateRange | None = None  #: None where the text leaves it open


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Derived):
    """A quantity in the text: its range, unit, and what is counted."""

    span: Span
    range: NumberRange
    approximate: bool
    unit: str | None
    counted: str | None  #: "people", "police officers": as the text puts it
    counted_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """All that was read out of one article by itself."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    amounts: tuple[Amount, ...] = ()


# ------------------------------------------------------------------ over a story


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance(Derived):
    """One thing said once, however many report it: its statements, the fullest first in `fullest`."""

    id: str
    speaker: str | None
    statements: tuple[str, ...]
    fullest: str
    altered: tuple[str, ...] = ()  #: statements whose quoted words differ from the fullest's


class Stance(StrEnum):
    """What an account does with the point's question."""

    ASSERTS = "asserts"
    DENIES = "denies"
    QUESTIONS = "questions"


class PointKind(StrEnum):
    """What a point asks for."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    WHO = "who"
    DENIAL = "denial"
    CLAIM = "claim"


class Standing(StrEnum):
    """How the accounts of a point stand to each other. Compatible: they differ, but all can be true."""

    AGREED = "agreed"
    COMPATIBLE = "compatible"
    DISPUTED = "disputed"
    SINGLE = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Derived):
    """One answer to a point, and who holds it: canonical names, or `outlet:NAME` for an outlet's own voice."""

    answer: str
    value: NumberRange | DateRange | None
    unit: str | None = None
    holders: tuple[str, ...]
    stance: Stance
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Derived):
    """A question that the reports of a story answer, with every answer and those silent on it."""

    id: str
    question: str
    kind: PointKind
    standing: Standing
    accounts: tuple[Account, ...]
    silent: tuple[str, ...]
    developing: bool = False  #: the value changed with time, which is no dispute
    why: str = ""  #: why it has this standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Derived):
    """One thing that happened (or is planned) at a time, over all articles of a story."""

    id: str
    range: DateRange
    date: str  #: TIMEX3 value, as fine as the texts give it
    text: str  #: the best-supported wording, word for word from the first evidence span
    origins: tuple[str, ...]
    planned: bool = False
    background: bool = False
    inferred: bool = False  #: dated through another article
    minor: bool = False  #: stands behind "more": told once, in passing, or of a crowded day


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMaterial:
    """What the chapters over a story are given."""

    story: Story
    annotations: tuple[Annotation, ...]
    copies: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    utterances: tuple[Utterance, ...] = ()

    def article(self, identifier: str) -> Article:
        """The article with this id. Raises EvidenceError if it is not in the story."""
        for annotation in self.annotations:
            if annotation.article.id == identifier:
                return annotation.article
        raise EvidenceError(f"article {identifier} is not in story {self.story.id}")

    def origin_of(self, article: str) -> Origin:
        """The origin an article belongs to, whatever parts of it are its own. Raises EvidenceError if it has none."""
        for origin in self.origins:
            if article in origin.articles and all(part.article != article for part in origin.parts):
                return origin
        raise EvidenceError(f"article {article} has no origin in story {self.story.id}")

    def origin_at(self, span: Span) -> Origin:
        """The origin of the words under `span`: that of a part it begins in, or its article's. Raises EvidenceError."""
        for origin in self.origins:
            if any(part.article == span.article and part.start <= span.start < part.end for part in origin.parts):
                return origin
        return self.origin_of(span.article)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut(Derived):
    """Two accounts that may contradict each other, left out of the points because that is not sure, and why."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All of one story."""

    id: str
    headline: str
    material: StoryMaterial
    points: tuple[Point, ...] = ()
    timeline: tuple[Event, ...] = ()
    left_out: tuple[LeftOut, ...] = ()  #: possible disputes that are not shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All of a pile: its stories, the fullest first, and what could not be used."""

    dossiers: tuple[Dossier, ...] = ()
    failures: tuple[Failure, ...] = ()
