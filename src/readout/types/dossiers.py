"""What is worked out over a story: utterances, points with their accounts, events, dossiers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from readout.errors import EvidenceError
from readout.types.evidence import Derived

if TYPE_CHECKING:
    from readout.ranges import DateRange, NumberRange
    from readout.spans import Span
    from readout.types.articles import Article, Failure
    from readout.types.copies import Copy, Origin, Story
    from readout.types.readings import Annotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance(Derived):
    """One thing that was said once, with all statements that report it."""

    id: str
    speaker: str | None  #: the canonical name; None where no report gives it
    statements: tuple[str, ...]  #: their ids
    fullest: str  #: the id of the statement with the fullest wording
    altered: tuple[str, ...] = ()  #: statements whose quoted words differ from the fullest's


class Stance(StrEnum):
    """Whether an account asserts its answer, denies it or calls it into question."""

    ASSERTS = "asserts"
    DENIES = "denies"
    QUESTIONS = "questions"


class PointKind(StrEnum):
    """What sort of answer a point asks for."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    WHO = "who"
    DENIAL = "denial"
    CLAIM = "claim"


class Standing(StrEnum):
    """How the accounts of a point stand to each other."""

    AGREED = "agreed"  #: several origins say the same
    COMPATIBLE = "compatible"  #: they differ, and all can be true
    DISPUTED = "disputed"  #: they cannot all be true
    SINGLE = "single"  #: one origin alone tells of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Derived):
    """One answer to a point, and who holds it."""

    answer: str  #: in words
    value: NumberRange | DateRange | None  #: what is compared, where the answer is a number or a time
    unit: str | None = None
    holders: tuple[str, ...]  #: canonical names, or `outlet:NAME` for what an outlet tells in its own voice
    stance: Stance
    origins: tuple[str, ...]  #: ids of the independent origins that report it, at most so many


#: The rule of a point whose accounts only tell of one matter: they answer no common question.
ONE_MATTER = "one matter in several accounts"
#: The rules of points whose accounts tell of one event, or describe one person or body, each in its own way.
TOLD_DIFFERENTLY = ("one event with other details", "one person or body in other words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Derived):
    """A question that the reports of a story answer, with every answer."""

    id: str
    question: str
    kind: PointKind
    standing: Standing
    accounts: tuple[Account, ...]
    silent: tuple[str, ...]  #: ids of the articles that say nothing on it, which is no denial
    developing: bool = False  #: the value changed with time, which is no dispute
    why: str = ""  #: why it has this standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Derived):
    """Something that happened or is planned at a time, brought together from all articles of a story."""

    id: str
    range: DateRange
    date: str  #: TIMEX3 value, as fine as the texts give it
    text: str  #: the best-supported wording, word for word from the first evidence span
    origins: tuple[str, ...]
    planned: bool = False
    background: bool = False  #: more than ten days before the first report
    inferred: bool = False  #: dated through another article
    minor: bool = False  #: stands behind "more": told once, in passing, or of a crowded day


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMaterial:
    """All that is known of a story before its accounts are compared."""

    story: Story
    annotations: tuple[Annotation, ...]
    copies: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    utterances: tuple[Utterance, ...] = ()
    _articles: dict[str, Article] = field(init=False, repr=False, compare=False)
    _whole: dict[str, Origin] = field(init=False, repr=False, compare=False)
    _parts: dict[str, list[tuple[Span, Origin]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_articles", {each.article.id: each.article for each in self.annotations})
        object.__setattr__(self, "_whole", _whole(self.origins))
        object.__setattr__(self, "_parts", _parts(self.origins))

    def article(self, identifier: str) -> Article:
        """The article with this id. Raises EvidenceError if it is not in the story."""
        found = self._articles.get(identifier)
        if found is None:
            raise EvidenceError(f"article {identifier} is not in story {self.story.id}")
        return found

    def origin_of(self, article: str) -> Origin:
        """The origin an article belongs to, whatever parts of it are its own. Raises EvidenceError if it has none."""
        found = self._whole.get(article)
        if found is None:
            raise EvidenceError(f"article {article} has no origin in story {self.story.id}")
        return found

    def origin_at(self, span: Span) -> Origin:
        """The origin of the words under `span`: that of a part it begins in, or its article's. Raises EvidenceError."""
        for part, origin in self._parts.get(span.article, ()):
            if part.start <= span.start < part.end:
                return origin
        return self.origin_of(span.article)


def _whole(origins: tuple[Origin, ...]) -> dict[str, Origin]:
    """The origin of each article, as far as it has no parts there."""
    found: dict[str, Origin] = {}
    for origin in origins:
        for article in set(origin.articles) - {part.article for part in origin.parts}:
            found.setdefault(article, origin)
    return found


def _parts(origins: tuple[Origin, ...]) -> dict[str, list[tuple[Span, Origin]]]:
    """The parts of each article that have an origin of their own."""
    found: dict[str, list[tuple[Span, Origin]]] = {}
    for origin in origins:
        for part in origin.parts:
            found.setdefault(part.article, []).append((part, origin))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut(Derived):
    """Two accounts that may contradict each other, left out of the points because that is not sure, and why."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that was worked out on one story."""

    id: str
    headline: str
    material: StoryMaterial
    points: tuple[Point, ...] = ()
    timeline: tuple[Event, ...] = ()
    left_out: tuple[LeftOut, ...] = ()  #: possible disputes that are not shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that was worked out on a pile: its stories, those of the most articles first, and what could not be used."""

    dossiers: tuple[Dossier, ...] = ()
    failures: tuple[Failure, ...] = ()
