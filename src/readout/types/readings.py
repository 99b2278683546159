"""What is read out of one article by itself: sentences, names, statements, times, amounts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from readout.types.evidence import Derived

if TYPE_CHECKING:
    from readout.ranges import DateRange, NumberRange
    from readout.spans import Span
    from readout.types.articles import Article


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
    roles: tuple[str, ...] = ()  #: "Kenyan harbour minister", "president": as the texts put them


class Manner(StrEnum):
    """Quoted word for word, partly, or reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Derived):
    """Something someone is reported to have said, thought or written (attribution relation, PARC/PolNeAR).

    `named` are the words that name the speaker (the contract's `source`), then the relative pronoun of their clause if
    it is one; () where the text has none;
    `speaker` the canonical name, None where it is open; `via` who passed it on, innermost first.
    """

    id: str
    article: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    named: tuple[Span, ...]
    speaker: str | None
    manner: Manner
    act: str  #: assert deny refuse accuse demand warn ask promise concede estimate believe
    via: tuple[str, ...] = ()
    speaker_why: str = ""  #: how the speaker was found
    description: str = ""  #: an unnamed speaker's words: "a source close to the mayor"
    certain: bool = True  #: False for what only half of all readers would call a report; no dossier is built on it


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
