"""Who took from whom: signals weighed against each other, each a reason in plain words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from readout.language.credits import find_credits, outlet_places
from readout.language.outlets import find_agency
from readout.types import READABLE, Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.copies.witnesses import Testimony
    from readout.language.credits import Credit
    from readout.types import Article

_MARGIN = 1.0  # by how much the strongest answer must lead; below it there is none
_BEFORE, _AFTER = 500, 250  # characters around a passage in which a name says where it is from
_HOUR, _DAY = 3600.0, 86400.0
_CONTAINED, _ALMOST, _MOST, _SOME = 0.9, 0.8, 0.78, 0.25  # coverages
_MORE, _MUCH_MORE = 0.1, 0.25
_INNER = 0.5
_STRAYS = 2
_GAPS = 3  # places
_SHARED = 2  # changes in common
_NOISE, _WORDS = 3, 5  # words: so few are no change, so many are one
_CREDITS = ("byline", "head", "dateline", "copyright", "contributed")

A_TO_B, B_TO_A = Direction.A_TO_B, Direction.B_TO_A


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A reason for one answer, with its weight."""

    answer: Direction
    weight: float
    reason: str
    outside: bool = False  #: it speaks for a text that is not in the pile, for which one that is there may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of one article before it is held against another."""

    article: Article
    name: str  #: how reasons call it
    credits: tuple[Credit, ...]
    published: datetime | None
    fine: bool  #: whether the hour is known

    def credited(self, *kinds: str) -> frozenset[str]:
        """Who is credited in one of these ways."""
        return frozenset(credit.name for credit in self.credits if credit.kind in kinds and credit.name)

    @property
    def moment(self) -> datetime:
        """When it was published; the end of time where that is not known."""
        return self.published or datetime.max

    @property
    def page_of(self) -> str | None:
        """The agency whose own page this is."""
        return next((credit.name for credit in self.credits if credit.kind == "page"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One article of a pair: its profile, how much of it stands in the other, and where."""

    profile: Profile
    coverage: float
    inner: float  #: of what does not stand in the other, the share that lies between the passages
    gaps: int  #: in how many places between the passages it has words that the other has not
    spans: tuple[tuple[int, int], ...]
    strays: int = 0  #: changed spellings that go against the rest of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A third text related to both of a pair, what it shows, and whether it holds all of one of them and more."""

    third: Profile
    said: Testimony
    fuller_than_a: bool
    fuller_than_b: bool


def profile(article: Article) -> Profile:
    """The profile of an article."""
    name = article.outlet.value if article.outlet is not None else article.file or article.id
    value = article.published.value if article.published is not None else ""
    return Profile(
        article=article,
        name=name,
        credits=find_credits(article),
        published=_moment(value),
        fine="T" in value,
    )


def _moment(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())


def find_agency_of(a: Profile, b: Profile) -> str | None:
    """The agency whose text it is: that both credit, or whose page one of them is, or that one credits alone."""
    strong = [one.credited("page", *_CREDITS, "inputs") for one in (a, b)]
    any_way = [one.credited("page", *_CREDITS, "inputs", "told") for one in (a, b)]
    for common in (strong[0] & strong[1], strong[0] | strong[1], any_way[0] & any_way[1], any_way[0] | any_way[1]):
        known = sorted(name for name in common if name)
        if known:
            pages = [name for name in known if name in (a.page_of, b.page_of)]
            return pages[0] if pages else known[0]
    return None


def weigh_signals(a: Side, b: Side, relation: Relation, witnesses: Sequence[Witness] = ()) -> tuple[Signal, ...]:
    """All that tells who took from whom, the weightiest first."""
    outside = [*_credit_signals(a, b), *_gap_signals(a, b), *_haste_signals(a.profile, b.profile)]
    if any(_stands_for(witness, a.profile, b.profile) for witness in witnesses):
        outside = [replace(signal, weight=0.0) for signal in outside]
    signals = [
        *outside,
        *_page_signals(a.profile, b.profile, relation),
        *_naming_signals(a, b),
        *_time_signals(a, b),
        *_containment_signals(a, b),
        *_style_signals(a, b),
        *_witness_signals(a.profile, b.profile, witnesses),
    ]
    return tuple(sorted(signals, key=lambda signal: (-signal.weight, signal.reason)))


def conclude(signals: Sequence[Signal]) -> tuple[Direction, tuple[str, ...]]:
    """The direction and the reasons for it, the weightiest first; `UNKNOWN` where the signals leave it open."""
    reasons = tuple(dict.fromkeys(signal.reason for signal in signals if signal.weight > 0)) or (
        "nothing tells which came first",
    )
    weights = sum_weights(signals)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0].value))
    if not ranked or ranked[0][1] < _MARGIN:
        return Direction.UNKNOWN, reasons
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return (ranked[0][0] if ranked[0][1] - second >= _MARGIN else Direction.UNKNOWN), reasons


def sum_weights(signals: Sequence[Signal]) -> dict[Direction, float]:
    """What the signals say for each answer together."""
    weights: dict[Direction, float] = {}
    for signal in signals:
        weights[signal.answer] = weights.get(signal.answer, 0.0) + signal.weight
    return weights


def _order(a: Profile, b: Profile) -> float:
    """By how many seconds b is later than a, so far as the finer of the two times tells; 0 if it does not."""
    if a.published is None or b.published is None:
        return 0.0
    if a.fine and b.fine:
        return (b.published - a.published).total_seconds()
    return (b.published.date() - a.published.date()).total_seconds()


def _page_signals(a: Profile, b: Profile, relation: Relation) -> Iterator[Signal]:
    """What the places of publication say."""
    if a.article.url is not None and a.article.url == b.article.url:
        yield Signal(answer=Direction.UNKNOWN, weight=20, reason="both were taken from one address")
        return
    if (a.article.text, a.article.outlet) == (b.article.text, b.article.outlet) and not _order(a, b):
        yield Signal(answer=Direction.UNKNOWN, weight=20, reason="the same text, given twice")
        return
    if a.page_of is not None and a.page_of == b.page_of:
        yield Signal(answer=Direction.UNKNOWN, weight=12, reason=f"both are {a.page_of}'s own pages")
        return
    if a.article.outlet is not None and b.article.outlet is not None and a.name == b.name:
        if relation is Relation.COPY and not (a.fine and b.fine):
            yield Signal(answer=Direction.UNKNOWN, weight=9, reason=f"two versions of one text at {a.name}")
        return
    for one, other, answer in ((a, b, A_TO_B), (b, a, B_TO_A)):
        if one.page_of is not None:
            own = f"{one.name} is an agency" if find_agency(one.name) else f"{one.name} is {one.page_of}’s own page"
            yield Signal(answer=answer, weight=6, reason=own)
            if one.page_of in other.credited(*_CREDITS, "inputs", "told"):
                yield Signal(answer=answer, weight=3, reason=f"{other.name} credits {one.page_of}")


def _credit_signals(a: Side, b: Side) -> Iterator[Signal]:
    """What the credits say of a text outside the pile."""
    if a.profile.page_of is not None or b.profile.page_of is not None:
        return
    credited = [side.profile.credited(*_CREDITS) for side in (a, b)]
    told = [side.profile.credited("told") for side in (a, b)]
    later = _order(a.profile, b.profile)
    timed = abs(later) >= _HOUR and a.profile.fine and b.profile.fine
    both = credited[0] & credited[1]
    child = b if later > 0 else a
    if timed and child.coverage >= _CONTAINED:
        weight = 2.5
    else:
        weight = 1.5 if not timed and (_trims(a, b) or _trims(b, a)) else 4.0
    for name in sorted(both):
        yield Signal(
            answer=Direction.COMMON_UNSEEN,
            weight=weight,
            reason=f"both credit {name}, whose own text is not here",
            outside=True,
        )
    for name in sorted((told[0] & told[1]) - both):
        reason = f"both say that something was told to {name}"
        told_weight = 1.0 if timed and child.coverage >= _CONTAINED else 2.5
        yield Signal(answer=Direction.COMMON_UNSEEN, weight=told_weight, reason=reason, outside=True)
    if both:
        return
    conflict = bool(credited[0] and credited[1])
    for side, other in ((a, b), (b, a)):
        known = conflict or _holds(side, other)
        yield from _lone_credits(side, other, timed=timed, weak=known, is_child=later != 0 and side is child)


def _holds(whole: Side, part: Side) -> bool:
    """Whether one text has all that the other has, and more."""
    return part.coverage >= _CONTAINED and whole.coverage < part.coverage - _MORE


def _trims(whole: Side, part: Side) -> bool:
    """Whether one text is the other with paragraphs taken out of its midst, not one to which the other has added."""
    return _holds(whole, part) and whole.inner >= _INNER


def _lone_credits(side: Side, other: Side, *, timed: bool, weak: bool, is_child: bool) -> Iterator[Signal]:
    """Credits that only one of the two has."""
    known = other.profile.credited(*_CREDITS)
    for name in sorted(side.profile.credited(*_CREDITS) - known):
        reason = f"{side.profile.name} credits {name}, {other.profile.name} does not say where its text is from"
        if known:
            reason = f"{side.profile.name} credits {name}, {other.profile.name} does not"
        if weak:
            weight = 0.6
        elif name in side.profile.credited("dateline"):
            weight = (5.0 if timed else 3.5) if is_child or not timed else 0.5
        elif name in side.profile.credited("byline", "head", "copyright"):
            weight = 0.8 if timed else 2.5
        else:
            weight = 0.5 if timed else 1.5
        yield Signal(answer=Direction.COMMON_UNSEEN, weight=weight, reason=reason, outside=True)


def _naming_signals(a: Side, b: Side) -> Iterator[Signal]:
    """Where one article names the other's outlet: at a passage, in it, or in a notice."""
    if a.profile.name == b.profile.name:
        return
    for one, other, answer in ((a, b, A_TO_B), (b, a, B_TO_A)):
        outlet = one.profile.article.outlet
        if outlet is None or one.profile.page_of is not None:
            continue
        places = outlet_places(other.profile.article.text, outlet.value)
        if not places:
            continue
        if any(_in_notice(other.profile.article, place) for place in places):
            yield Signal(answer=answer, weight=6, reason=f"a notice in {other.profile.name} names {one.profile.name}")
        elif any(start <= place < end for place in places for start, end in other.spans):
            yield Signal(answer=answer, weight=2.5, reason=f"the shared words name {one.profile.name}")
        elif any(start - _BEFORE <= place < end + _AFTER for place in places for start, end in other.spans):
            yield Signal(
                answer=answer, weight=3.5, reason=f"{other.profile.name} names {one.profile.name} beside the passage"
            )


def _in_notice(article: Article, place: int) -> bool:
    return any(block.start <= place < block.end and block.kind not in READABLE for block in article.blocks)


def _time_signals(a: Side, b: Side) -> Iterator[Signal]:
    """Who was first, as far as the times tell."""
    gap = _order(a.profile, b.profile)
    if not gap:
        return
    first, child, answer = (a, b, A_TO_B) if gap > 0 else (b, a, B_TO_A)
    kin = a.profile.name == b.profile.name and a.profile.article.outlet is not None
    if a.profile.fine and b.profile.fine:
        if abs(gap) < _HOUR:
            return
        weight = 2.5 + (1.5 if child.coverage >= _CONTAINED else 0.8 if child.coverage >= _ALMOST else 0.0)
    else:
        weight = 1.5 if abs(gap) > _DAY or kin else 0.8
    yield Signal(answer=answer, weight=weight, reason=f"{first.profile.name} was published first")


def _containment_signals(a: Side, b: Side) -> Iterator[Signal]:
    """A text that holds all of another and more is not made from it."""
    if _order(a.profile, b.profile) and a.profile.fine and b.profile.fine:
        return
    for one, child, answer in ((a, b, A_TO_B), (b, a, B_TO_A)):
        if _holds(one, child):
            reason = f"{one.profile.name} has all that {child.profile.name} has, and more"
            yield Signal(answer=answer, weight=2.5, reason=reason)
        elif child.coverage >= _MOST and one.coverage < child.coverage - _MUCH_MORE:
            reason = f"{one.profile.name} has most of what {child.profile.name} has, and much more"
            yield Signal(answer=answer, weight=1.5, reason=reason)


def _haste_signals(a: Profile, b: Profile) -> Iterator[Signal]:
    """Two newsrooms that bring out one text within the hour had it from a wire rather than from each other."""
    if a.published is None or b.published is None or not (a.fine and b.fine) or a.name == b.name:
        return
    if abs(_order(a, b)) < _HOUR:
        said = "both were published within one hour"
        yield Signal(answer=Direction.COMMON_UNSEEN, weight=3.5, reason=said, outside=True)


def _gap_signals(a: Side, b: Side) -> Iterator[Signal]:
    """An editor cuts here and adds there; two texts that both have much that the other lacks are cut from a third."""
    small, large = sorted((a.coverage, b.coverage))
    if min(a.gaps, b.gaps) >= _GAPS and small >= _SOME and large < _ALMOST and a.profile.name != b.profile.name:
        reason = "each has words in several places between that the other lacks, as if both were cut from a fuller text"
        yield Signal(answer=Direction.COMMON_UNSEEN, weight=3.5, reason=reason, outside=True)


def _style_signals(a: Side, b: Side) -> Iterator[Signal]:
    """A text with spellings against its own style has been edited. It says little, so it is asked where no time is."""
    if _order(a.profile, b.profile):
        return
    for one, child, answer in ((a, b, A_TO_B), (b, a, B_TO_A)):
        if child.strays >= _STRAYS and not one.strays:
            reason = f"{child.profile.name} has changed spellings or figures against the style of the rest"
            yield Signal(answer=answer, weight=1.5, reason=reason)


def _witness_signals(a: Profile, b: Profile, witnesses: Sequence[Witness]) -> Iterator[Signal]:
    """What third texts refute: a copy cannot have words again that its parent had lost."""
    against = {
        A_TO_B: _refute(a, [(w.third, w.said.only_b, w.fuller_than_a) for w in witnesses]),
        B_TO_A: _refute(b, [(w.third, w.said.only_a, w.fuller_than_b) for w in witnesses]),
    }
    gap = _order(a, b)
    for answer, parent, child in ((A_TO_B, a, b), (B_TO_A, b, a)):
        weight, third = against[answer]
        if third is None:
            continue
        reason = f"{child.name} keeps words of {third.name} that {parent.name} has changed or cut"
        yield Signal(answer=answer, weight=-weight, reason=reason)
        in_time = gap > 0 if answer is A_TO_B else gap < 0
        if in_time or against[B_TO_A if answer is A_TO_B else A_TO_B][0]:
            yield Signal(answer=Direction.COMMON_UNSEEN, weight=weight if in_time else weight / 2, reason=reason)
    for answer, parent, child in ((A_TO_B, a, b), (B_TO_A, b, a)):
        shown = next((w for w in witnesses if _inherits(w, a, b, answer)), None)
        if shown is not None:
            reason = f"{child.name} lacks what {parent.name} has changed or cut of {shown.third.name}, and more"
            yield Signal(answer=answer, weight=2.5, reason=reason)


def _stands_for(witness: Witness, a: Profile, b: Profile) -> bool:
    """Whether a third text has all that two others have, and more, and is known to be earlier than one of them."""
    later = [_order(witness.third, one) for one in (a, b)]
    return witness.fuller_than_a and witness.fuller_than_b and min(later) >= 0 and max(later) > 0


def _inherits(witness: Witness, a: Profile, b: Profile, answer: Direction) -> bool:
    """Whether the child has every change that the parent has made to the third text, and has changed more.

    Changes in common show that two texts belong together, changes of its own that one of them is the later (Maas).
    """
    said = witness.said
    prior = [
        _order(witness.third, one) > 0 or fuller
        for one, fuller in ((a, witness.fuller_than_a), (b, witness.fuller_than_b))
    ]
    late = any(_order(witness.third, one) < 0 for one in (a, b))
    common = said.neither + (_SHARED if said.same_end else 0)
    if late or not all(prior) or common < _SHARED:
        return False
    if answer is A_TO_B:
        return not said.only_b and said.more_b < _NOISE and (said.only_a > 0 or said.more_a >= _WORDS)
    return not said.only_a and said.more_a < _NOISE and (said.only_b > 0 or said.more_b >= _WORDS)


def _refute(parent: Profile, shown: Sequence[tuple[Profile, int, bool]]) -> tuple[float, Profile | None]:
    """How strongly it is refuted that the one is made from `parent`, and by whom.

    The third text must not be made from `parent` itself: it is earlier, or it has all that `parent` has and more.
    """
    best: tuple[float, Profile | None] = (0.0, None)
    for third, places, fuller in shown:
        earlier = _order(third, parent) > 0
        if not (earlier or (fuller and _order(third, parent) == 0)):
            continue
        weight = (3.5 if places >= 3 else 1.5 if places == 2 else 0.0) if earlier else (3.0 if places >= 3 else 0.0)
        if weight > best[0]:
            best = (weight, third)
    return best
