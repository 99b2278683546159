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
    """One word as the parser sees it.

    A tuple, since there are more of these than of anything else and a dataclass takes three times as long to make.
    """

    start: int  #: in code points of the article's text, as is `end`
    end: int
    text: str
    lemma: str
    pos: str  #: Universal POS tag
    head: int  #: index of the governing word in the same sentence; the root has its own index
    dep: str  #: Universal Dependencies relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a readable block, `[start, end)` in code points of the article's text."""

    start: int
    end: int
    tokens: tuple[Token, ...] = ()  #: empty where nothing called for a parse


class EntityKind(StrEnum):
    """What sort of thing a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Derived):
    """Someone or something that an article names; `evidence` holds the mentions in order."""

    id: str
    name: str  #: the canonical name
    kind: EntityKind
    aliases: tuple[str, ...] = ()  #: the other names it goes by
    roles: tuple[str, ...] = ()  #: "Kenyan harbour minister", "president": as the texts put them


class Manner(StrEnum):
    """How a statement is given: quoted word for word, partly quoted, or reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Derived):
    """Something someone is reported to have said, thought or written (attribution relation, PARC/PolNeAR)."""

    id: str
    article: str
    content: tuple[Span, ...]  #: what is said
    cue: tuple[Span, ...]  #: the words that report it: "said", "according to"; () for a quotation that stands alone
    #: The words that name the speaker (the contract's `source`), and behind them the relative pronoun if one reports
    #: ("Doe, who said"); () where the text has none.
    named: tuple[Span, ...]
    speaker: str | None  #: the canonical name; None where it is open
    manner: Manner
    act: str  #: assert deny refuse accuse demand warn ask promise concede estimate believe
    via: tuple[str, ...] = ()  #: who passed it on, the one nearest to the speaker first
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
