"""Who took from whom: signals weighed against each other, each a reason in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.language.credits import find_credits, names_outlet
from readout.types import Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.copies.decision import Shared
    from readout.language.credits import Credit
    from readout.types import Article

_MARGIN = 1.0  # by how much the strongest answer must lead; below it there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A reason for one answer, with its weight."""

    answer: Direction
    weight: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of one article before it is held against another."""

    article: Article
    name: str  #: how reasons call it
    credits: tuple[Credit, ...]

    @property
    def agencies(self) -> frozenset[str]:
        """The agencies that the text itself is credited to."""
        return frozenset(credit.name for credit in self.credits if credit.strong)

    @property
    def page_of(self) -> str | None:
        """The agency whose own page this is."""
        return next((credit.name for credit in self.credits if credit.kind == "page"), None)


def profile(article: Article) -> Profile:
    """The profile of an article."""
    name = article.outlet.value if article.outlet is not None else article.file or article.id
    return Profile(article=article, name=name, credits=find_credits(article))


def shared_agency(a: Profile, b: Profile) -> str | None:
    """The agency both are credited to, or that one is credited to if the other says nothing; None if it is open."""
    both = a.agencies & b.agencies
    if both:
        return min(both, key=lambda name: (name not in (a.page_of, b.page_of), name))
    for one in (a, b):
        if one.page_of is not None:
            return one.page_of
    weak = [{credit.name for credit in one.credits} for one in (a, b)]
    common = (a.agencies & weak[1]) | (b.agencies & weak[0]) | (weak[0] & weak[1])
    if common:
        return min(common)
    lone = a.agencies | b.agencies
    return min(lone) if len(lone) == 1 else None


def find_direction(a: Profile, b: Profile, shared: Shared, relation: Relation) -> tuple[Direction, tuple[str, ...]]:
    """The direction and the reasons for it; `UNKNOWN` where the signals leave it open."""
    signals = list(_signals(a, b, shared, relation))
    weights: dict[Direction, float] = {}
    for signal in signals:
        weights[signal.answer] = weights.get(signal.answer, 0.0) + signal.weight
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0].value))
    reasons = tuple(signal.reason for signal in sorted(signals, key=lambda signal: (-signal.weight, signal.reason)))
    if not ranked:
        return Direction.UNKNOWN, ("nothing tells which came first",)
    lead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0)
    if ranked[0][0] is Direction.UNKNOWN or lead < _MARGIN:
        return Direction.UNKNOWN, reasons
    return ranked[0][0], reasons


def _signals(a: Profile, b: Profile, shared: Shared, relation: Relation) -> Iterator[Signal]:
    yield from _same_place(a, b, relation)
    yield from _agency_signals(a, b)
    yield from _named_signals(a, b)
    yield from _time_signals(a, b, shared)


def _same_place(a: Profile, b: Profile, relation: Relation) -> Iterator[Signal]:
    """Two captures or versions of one page say nothing of who copied whom."""
    if a.article.url is not None and a.article.url == b.article.url:
        yield Signal(answer=Direction.UNKNOWN, weight=20, reason="both were taken from one address")
    elif a.article.outlet is not None and b.article.outlet is not None and a.name == b.name:
        if relation is not Relation.PARTIAL:
            yield Signal(answer=Direction.UNKNOWN, weight=9, reason=f"two versions of one text at {a.name}")


def _agency_signals(a: Profile, b: Profile) -> Iterator[Signal]:
    if a.page_of is not None and a.page_of == b.page_of:
        yield Signal(answer=Direction.UNKNOWN, weight=12, reason=f"both are {a.page_of}'s own pages")
        return
    for one, other, answer in ((a, b, Direction.A_TO_B), (b, a, Direction.B_TO_A)):
        if one.page_of is None:
            continue
        yield Signal(answer=answer, weight=5, reason=f"{one.name} is {one.page_of}'s own page")
        if one.page_of in other.agencies:
            yield Signal(answer=answer, weight=3, reason=f"{other.name} credits {one.page_of}")
    if a.page_of is not None or b.page_of is not None:
        return
    for agency in sorted(a.agencies & b.agencies):
        yield Signal(
            answer=Direction.COMMON_UNSEEN, weight=4, reason=f"both credit {agency}, whose text is not in the pile"
        )
    for one, other in ((a, b), (b, a)):
        for agency in sorted(one.agencies - other.agencies):
            yield Signal(
                answer=Direction.COMMON_UNSEEN,
                weight=2.5,
                reason=f"{one.name} credits {agency}, {other.name} does not say where its text is from",
            )


def _named_signals(a: Profile, b: Profile) -> Iterator[Signal]:
    if a.name == b.name:
        return
    for one, other, answer in ((a, b, Direction.A_TO_B), (b, a, Direction.B_TO_A)):
        if one.article.outlet is None or one.page_of is not None:
            continue
        if names_outlet(other.article.text, one.name) >= 0:
            yield Signal(answer=answer, weight=3.5, reason=f"{other.name} names {one.name}")


def _time_signals(a: Profile, b: Profile, shared: Shared) -> Iterator[Signal]:
    first, second = (one.article.published.value if one.article.published is not None else "" for one in (a, b))
    if not first or not second or first[:16] == second[:16]:
        return
    fine = "T" in first and "T" in second
    if not fine and first[:10] == second[:10]:
        return
    earlier, later = (a, b) if first < second else (b, a)
    answer = Direction.A_TO_B if earlier is a else Direction.B_TO_A
    taken = shared.coverage_b if earlier is a else shared.coverage_a
    weight = 1.5 if fine else 0.8
    if taken > 0.7:
        weight += 1.5
    yield Signal(answer=answer, weight=weight, reason=f"{earlier.name} published first ({first} and {second})")
