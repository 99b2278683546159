"""Clauses of two reports that tell one event or say one thing with different details, weighed by readable signs."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.agreed.local import longest_run
from readout.analysis.accounts.agreed.tellings import Stretch, Told, cannot_be_one, signs_of, told_clauses
from readout.analysis.accounts.drafts import PointDraft, asserted
from readout.analysis.accounts.questions import ToldApart, ask
from readout.analysis.accounts.setting.scene import clause_around
from readout.language.agreeing import likelihood
from readout.language.denials import denying_words
from readout.language.kin import are_kin
from readout.language.telling import restating_chance, telling_chance
from readout.language.terms import stem
from readout.text.fold import fold
from readout.types import TOLD_DIFFERENTLY, PointKind, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.spans import Span

    Link = tuple[float, Line, Span, Line, Span]

_BUDGET = 8_000  #: pairs of stretches that are weighed, the surest first
_EARLY = 4  #: sentences at the head of a report
_RESTATED = 0.45  #: chance from which one clause states what the other does
_TOUCHING = 0.25  #: chance from which they tell of one thing, though one may not state what the other does
_AFTER = 0.5  #: what such claims count of their weight, since they are less sure than others
_LIKELY = 0.75  #: chance from which two clauses tell of one thing
_DETAIL = 9.0  #: weight of what each clause tells that the other does not
_VERBATIM = 7  #: words in a row from which two clauses are one quotation


@dataclass(frozen=True)
class Side(Stretch):
    """A clause with what it tells."""

    tellings: tuple[Told, ...]

    @cached_property
    def persons(self) -> frozenset[str]:
        """Those of them that are persons."""
        return self.names & self.scene.persons

    @cached_property
    def predicates(self) -> frozenset[str]:
        """The stems of its predicates."""
        return frozenset(told.telling.stem for told in self.tellings)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of those of them that are verbs."""
        tokens = (self.line.tokens[told.telling.verb] for told in self.tellings)
        return frozenset(token.lemma for token in tokens if token.pos == "VERB")

    @cached_property
    def verbs(self) -> frozenset[str]:
        """All its verbs, asserted or not, in small letters."""
        inside = (t for t in self.line.tokens if t.pos == "VERB" and self.span.start <= t.start < self.span.end)
        return frozenset(fold(token.text) for token in inside)

    @cached_property
    def verb_stems(self) -> frozenset[str]:
        """The stems of these."""
        return frozenset(map(stem, self.verbs))

    @cached_property
    def heads(self) -> frozenset[str]:
        """The stems of the heads of all places."""
        return frozenset[str]().union(*(told.head_words for told in self.tellings))


class _Row(NamedTuple):
    chance: float
    a: Side
    b: Side


class Weighed(NamedTuple):
    """What pairs of stretches that share telling words turn out to be: pairs of which one very likely states what the
    other does, and points that are one event told with details of each one's own; the surest first.
    """

    restated: list[Link]
    touching: list[Link]
    apart: list[PointDraft]


class Sides:
    """The clauses of a story as sides of a comparison."""

    def __init__(self, scene: Scene) -> None:
        """For what the clauses of `scene` tell."""
        self._scene = scene
        self._told: dict[tuple[str, int], list[Told]] = defaultdict(list)
        for told in told_clauses(scene):
            self._told[told.line.key].append(told)

    def side(self, line: Line, stretch: Span) -> Side:
        """The clause around a stretch of a line."""
        span = clause_around(line, stretch.start, stretch.end)
        inside = tuple(
            told
            for told in self._told.get(line.key, ())
            if span.start <= line.tokens[told.telling.verb].start < span.end
        )
        return Side(line, span, self._scene, inside)


def apart_signs(a: Side, b: Side) -> tuple[float, ...]:
    """The signs that two clauses tell one thing, in the order of `readout.language.telling.SIGNS`."""
    return (1.0, *_signs_of_words(a, b), *_signs_of_tellings(a, b), *_signs_of_names(a, b), *_signs_around(a, b))


def _signs_of_words(a: Side, b: Side) -> tuple[float, ...]:
    weight, part, union = a.scene.likeness(a.stems, b.stems)
    words = (side.line.folded_in(side.span.start, side.span.end) for side in (a, b))
    return (
        min(weight, 40.0) / 20,
        part,
        union,
        min(max(own_details(a, b)), 40.0) / 20,
        min(longest_run(*words), 10) / 5,
        min(len(a.stems), len(b.stems)) / 10,
    )


def _signs_of_tellings(a: Side, b: Side) -> tuple[float, ...]:
    pairs = [(one, other) for one in a.tellings for other in b.tellings if one.telling.stem == other.telling.stem]
    fitting = (likelihood(signs_of(one, other, Counter())) for one, other in pairs if not cannot_be_one(one, other))
    heads = a.heads & b.heads
    return (
        max(fitting, default=0.0),
        float(bool(pairs)),
        min(len(heads), 3) / 2,
        a.scene.weight(heads) / 10,
    )


def _signs_of_names(a: Side, b: Side) -> tuple[float, ...]:
    return (
        min(len(a.names & b.names), 3) / 2,
        float(bool(a.persons - b.persons and b.persons - a.persons)),
        float(bool(a.numbers & b.numbers)),
        float(bool(a.numbers and b.numbers and not a.numbers & b.numbers)),
        float(a.negated != b.negated),
    )


def _signs_around(a: Side, b: Side) -> tuple[float, ...]:
    scene = a.scene
    return (
        scene.likeness(a.line.stems, b.line.stems)[2],
        scene.likeness(a.around, b.around)[2],
        float(a.quoted != b.quoted),
        float(a.quoted and b.quoted),
        float(bool(a.speakers & b.speakers)),
        float(sum(side.line.number < _EARLY for side in (a, b))),
    )


def own_details(a: Side, b: Side) -> tuple[float, float]:
    """By weight, what each of two clauses tells that the other does not."""
    return a.scene.weight(a.stems - b.stems), a.scene.weight(b.stems - a.stems)


def weigh_pairs(scene: Scene, near: Sequence[Link]) -> Weighed:
    """What pairs of stretches of two origins are that share a rare thing, and that no rule holds for one claim."""
    sides = Sides(scene)
    rows: list[_Row] = []
    restated: list[Link] = []
    touching: list[Link] = []
    for link in sorted(near[:_BUDGET], key=_by_place):
        a, b = sides.side(link[1], link[2]), sides.side(link[3], link[4])
        if any(scene.is_attribution(side.span) for side in (a, b)):
            continue
        signs = apart_signs(a, b)
        if (chance := restating_chance(signs)) >= _TOUCHING:
            touching.append(link)
        if chance >= _RESTATED and _share_what_is_told(a, b) and not _differ(a, b):
            restated.append((chance * _AFTER * scene.weight(a.stems & b.stems), *link[1:]))
        if _fit_beside(a, b) and (chance := telling_chance(signs)) >= _LIKELY:
            rows.append(_Row(chance, a, b))
    restated.sort(key=lambda link: (-link[0], link[2], link[4]))
    touching.sort(key=lambda link: (-link[0], link[2], link[4]))
    return Weighed(restated, touching, _points_apart(rows, scene))


def _share_what_is_told(a: Side, b: Side) -> bool:
    """Whether what is done in one is done or named in the other, or they share a number, however alike they are."""
    if a.numbers & b.numbers or a.predicates & b.stems or b.predicates & a.stems:
        return True
    return any(are_kin(one, other) for one in a.lemmas for other in b.lemmas)


def _differ(a: Side, b: Side) -> bool:
    """Whether something shows that one clause does not state what the other does, however alike they are: a negation or
    a denial in one only, another doer of the same deed, or a deed that one only supposes, plans or holds possible.
    """
    denied = [bool(side.verbs & denying_words()) for side in (a, b)]
    if a.negated != b.negated or denied[0] != denied[1]:
        return True
    for one, other in ((a, b), (b, a)):
        for told in one.tellings:
            same = [found for found in other.tellings if found.telling.stem == told.telling.stem]
            if all(cannot_be_one(told, found) for found in same) if same else told.telling.stem in other.verb_stems:
                return True
    return False


def _points_apart(rows: list[_Row], scene: Scene) -> list[PointDraft]:
    """A point for each two sentences, the likeliest first, each sentence once."""
    shown: set[tuple[str, int]] = set()
    found: list[PointDraft] = []
    for row in sorted(filter(_is_sure, rows), key=lambda row: (-row.chance, row.a.span, row.b.span)):
        keys = {row.a.line.key, row.b.line.key}
        if not keys & shown:
            shown |= keys
            found.append(_draft(row, scene))
    return found


def _is_sure(row: _Row) -> bool:
    """Whether both clauses have one predicate, and each tells much of its own."""
    return bool(row.a.predicates & row.b.predicates) and min(own_details(row.a, row.b)) >= _DETAIL


def _by_place(link: Link) -> tuple[Span, Span]:
    return link[2], link[4]


def _fit_beside(a: Side, b: Side) -> bool:
    """Whether two clauses tell something, and not nearly the same words."""
    if not (a.tellings and b.tellings):
        return False
    words = (side.line.folded_in(side.span.start, side.span.end) for side in (a, b))
    return longest_run(*words) < _VERBATIM


def _draft(row: _Row, scene: Scene) -> PointDraft:
    sides = sorted((row.a, row.b), key=lambda side: side.span)
    accounts = tuple(asserted(scene.shown(side.span), scene.holders_within(side.span), [side.span]) for side in sides)
    shortest = min((side.span for side in sides), key=lambda span: (len(span), span))
    return PointDraft(
        question=ask(ToldApart([shortest, *(side.span for side in sides)]), scene),
        kind=PointKind.CLAIM,
        standing=Standing.COMPATIBLE,
        accounts=accounts,
        rule=TOLD_DIFFERENTLY[0],
        why="told differently: by many signs the reports tell of one thing, each with details of its own",
        strength=row.chance,
    )
