"""One candidate pair, from words to a Copy."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from readout.analysis.copies.alignment import find_runs, find_standing, index_grams
from readout.analysis.copies.candidates import CandidateConfig
from readout.analysis.copies.decision import DecisionConfig, Ties, is_copy, measure_shared, relate
from readout.analysis.copies.differences import classify_change
from readout.analysis.copies.direction import Side, Signal, Witness, find_agency_of, profile, weigh_signals
from readout.analysis.copies.edits import Pair, find_edits
from readout.analysis.copies.masking import Masks
from readout.analysis.copies.passages import join_runs, widen
from readout.analysis.copies.styles import count_strays
from readout.analysis.copies.tokens import tokenise
from readout.analysis.copies.witnesses import WITNESSES, compare_witness, find_kept
from readout.language.credits import agency_places, find_relays, main_relay, outlet_places
from readout.spans import Span
from readout.types import Copy, Direction, Passage

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from numpy.typing import NDArray

    from readout.analysis.copies.alignment import Grams
    from readout.analysis.copies.decision import Shared
    from readout.analysis.copies.direction import Profile
    from readout.analysis.copies.passages import Stretch
    from readout.analysis.copies.tokens import Tokens
    from readout.analysis.copies.witnesses import Kept
    from readout.types import Article, Edit, Relation

_ALL, _PART = 0.9, 0.75  # coverages from which on one text holds all of another, and up to which it holds more
K = TypeVar("K", bound="Hashable")
V = TypeVar("V")

_WIRE = ("byline", "head", "dateline", "copyright", "page")
_GAP = 5  # words: what is shorter is an edit
_SURE = 20.0  # the weight of what settles it
_STYLED = 3  # words: so long is a word or figure in another spelling
_CACHED = 4096  # articles of which words and masks are kept
_FURNITURE = 0.67  # share of a passage
_EVIDENCE = 3  # passages shown as evidence, the largest


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyConfig:
    """All settings of the chapter."""

    candidates: CandidateConfig = field(default_factory=CandidateConfig)
    decision: DecisionConfig = field(default_factory=DecisionConfig)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two articles, by number, that share reporting: where, and how much."""

    first: int
    second: int
    stretches: tuple[Stretch, ...]
    shared: Shared
    relayed: bool = False  #: it is one because both pass on the report of a third


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A match with all that is known of it before the direction is settled."""

    match: Match
    relation: Relation
    passages: tuple[Passage, ...]
    edits: tuple[Edit, ...]
    signals: tuple[Signal, ...]


class Comparer:
    """The articles of a pile with what has been worked out of each, so that nothing is done twice."""

    def __init__(self, articles: Sequence[Article], config: CopyConfig) -> None:
        self.standing: NDArray[np.uint64] = np.zeros(0, dtype=np.uint64)  #: fingerprints of standing text, sorted
        self.reprints: frozenset[int] = frozenset()  #: articles made of standing text: one text again and again
        self._articles = articles
        self._config = config
        self._tokens: dict[int, Tokens] = {}
        self._grams: dict[int, Grams] = {}
        self._masks: dict[int, Masks] = {}
        self._profiles: dict[int, Profile] = {}
        self._kept: dict[tuple[int, int], Kept] = {}

    def tokens(self, number: int) -> Tokens:
        """The words of article `number`."""
        return _recall(self._tokens, number, lambda: tokenise(self._articles[number].text))

    def grams(self, number: int) -> Grams:
        """The 5-grams of article `number`."""
        return _recall(self._grams, number, lambda: index_grams(self.tokens(number)))

    def masks(self, number: int) -> Masks:
        """What of article `number` does not count as its own reporting."""

        def find() -> Masks:
            known = self.standing[:0] if number in self.reprints else self.standing
            standing = find_standing(self.grams(number), known)
            return Masks(self._articles[number], self.tokens(number), standing)

        return _recall(self._masks, number, find)

    def profile(self, number: int) -> Profile:
        """What article `number` says of itself."""
        return _recall(self._profiles, number, lambda: profile(self._articles[number]))

    def match(self, first: int, second: int) -> Match | None:
        """What the two articles share, or None if it is no reporting."""
        if {first, second} <= self.reprints and _kin(self._articles[first], self._articles[second]):
            return None  # the daily form of one outlet
        tokens = (self.tokens(first), self.tokens(second))
        stretches = join_runs(find_runs(*tokens, self.grams(first), self.grams(second)), *tokens)
        masks = (self.masks(first), self.masks(second))
        stretches = [stretch for stretch in stretches if _is_reporting(stretch, masks)]
        if not stretches:
            return None
        shared = measure_shared(stretches, tokens, masks)
        ties = self._tie(first, second, shared)
        if not is_copy(shared, ties, self._config.decision):
            return None
        return Match(first=first, second=second, stretches=tuple(stretches), shared=shared, relayed=ties.relayed)

    def _tie(self, first: int, second: int, shared: Shared) -> Ties:
        """What else ties the two; what is dear to find out is asked only where it can decide."""
        config = self._config.decision
        ties = Ties(kin=_kin(self._articles[first], self._articles[second]))
        if is_copy(shared, ties, config):
            return ties
        if is_copy(shared, replace(ties, wire=True, credited=True), config):
            a, b = self.profile(first), self.profile(second)
            wire = not ties.kin and _same_day(a, b) and any(one.credited(*_WIRE) for one in (a, b))
            ties = replace(ties, wire=wire, credited=_credited(a, b))
        if not is_copy(shared, ties, config) and is_copy(shared, replace(ties, relayed=True), config):
            relays = [main_relay(one, find_relays(one)) for one in (self._articles[first], self._articles[second])]
            ties = replace(ties, relayed=relays[0] is not None and relays[0] == relays[1])
        return ties

    def draft(self, match: Match, related: Mapping[int, Mapping[int, Match]]) -> Draft:
        """All that a match shows but the direction, and the signals for that in the light of all related texts."""
        a, b = self._articles[match.first], self._articles[match.second]
        tokens = (self.tokens(match.first), self.tokens(match.second))
        relation = relate(match.shared, self._config.decision)
        passages = tuple(_passage(stretch, a, b, tokens) for stretch in match.stretches)
        aside = (self.masks(match.first).aside, self.masks(match.second).aside)
        edits = find_edits(Pair(a, b, tokens, aside, match.stretches), relation)
        strays = count_strays(a, b, edits)
        if match.relayed:
            reason = "both pass on the report of a third, which is not here"
            signals: tuple[Signal, ...] = (Signal(answer=Direction.COMMON_UNSEEN, weight=_SURE, reason=reason),)
        else:
            signals = weigh_signals(
                self._side(match, 0, passages, strays[0]),
                self._side(match, 1, passages, strays[1]),
                relation,
                self._witnesses(match, related),
            )
        return Draft(match=match, relation=relation, passages=passages, edits=edits, signals=signals)

    def describe(self, draft: Draft, direction: Direction, why: tuple[str, ...]) -> Copy:
        """The copy that a draft is, given who took from whom."""
        match = draft.match
        a, b = self._articles[match.first], self._articles[match.second]
        return Copy(
            evidence=_evidence(draft.passages, a, b),
            rule="aligned words",
            a=a.id,
            b=b.id,
            relation=draft.relation,
            direction=direction,
            why=why,
            agency=find_agency_of(self.profile(match.first), self.profile(match.second)),
            passages=draft.passages,
            edits=draft.edits,
            coverage_a=round(match.shared.coverage_a, 4),
            coverage_b=round(match.shared.coverage_b, 4),
        )

    def _side(self, match: Match, side: int, passages: Sequence[Passage], strays: int) -> Side:
        """One article of a match, for the question who took from whom."""
        number = match.second if side else match.first
        missing = ~self.masks(number).aside
        ranges = [(one.b, one.b_end) if side else (one.a, one.a_end) for one in match.stretches]
        for low, high in ranges:
            missing[low:high] = False
        first, last = min(low for low, _ in ranges), max(high for _, high in ranges)
        inner = int(missing[first:last].sum())
        return Side(
            profile=self.profile(number),
            coverage=match.shared.coverage_b if side else match.shared.coverage_a,
            inner=inner / max(1, int(missing.sum())),
            gaps=_count_gaps(missing[first:last]),
            spans=tuple((one.b_start, one.b_end) if side else (one.a_start, one.a_end) for one in passages),
            strays=strays,
        )

    def _witnesses(self, match: Match, related: Mapping[int, Mapping[int, Match]]) -> list[Witness]:
        """What the earliest of the texts related to both show."""
        common = related[match.first].keys() & related[match.second].keys()
        thirds = heapq.nsmallest(WITNESSES, common, key=lambda number: (self.profile(number).moment, number))
        found = []
        for third in thirds:
            with_a, with_b = related[third][match.first], related[third][match.second]
            found.append(
                Witness(
                    third=self.profile(third),
                    said=compare_witness(self._keeps(with_a, third), self._keeps(with_b, third)),
                    fuller_than_a=_is_fuller(with_a, third),
                    fuller_than_b=_is_fuller(with_b, third),
                )
            )
        return found

    def _keeps(self, match: Match, third: int) -> Kept:
        """Which words of `third` stand in the other article of `match`."""
        other = match.second if match.first == third else match.first
        side = 0 if match.first == third else 1

        def find() -> Kept:
            counted = ~self.masks(third).aside
            styled = self._restyled(match, side)
            return find_kept(match.stretches, side, counted, styled)

        return _recall(self._kept, (third, other), find)

    def _restyled(self, match: Match, side: int) -> list[tuple[int, int]]:
        """Words of one article of a match that the other only spells in another way: "three" and "3"."""
        texts = (self._articles[match.first].text, self._articles[match.second].text)
        tokens = (self.tokens(match.first), self.tokens(match.second))
        found = []
        for stretch in match.stretches:
            for before, after in pairwise(stretch.runs):
                gaps = ((before.a + before.size, after.a), (before.b + before.size, after.b))
                if all(0 < end - start <= _STYLED for start, end in gaps):
                    left, right = (
                        texts[one][int(tokens[one].starts[start]) : int(tokens[one].ends[end - 1])]
                        for one, (start, end) in enumerate(gaps)
                    )
                    if classify_change(left, right) in ("spelling", "typography"):
                        found.append(gaps[side])
        return found


def _recall(cache: dict[K, V], key: K, find: Callable[[], V]) -> V:
    """What `cache` has under `key`, found now if it has nothing; a full cache is emptied, so that memory is bounded."""
    if key not in cache:
        if len(cache) >= _CACHED:
            cache.clear()
        cache[key] = find()
    return cache[key]


def _is_reporting(stretch: Stretch, masks: tuple[Masks, Masks]) -> bool:
    """Whether at least a third of a passage is no furniture in either article."""
    aside_a = masks[0].aside[stretch.a : stretch.a_end].mean()
    aside_b = masks[1].aside[stretch.b : stretch.b_end].mean()
    return bool(max(aside_a, aside_b) <= _FURNITURE)


def _credited(a: Profile, b: Profile) -> bool:
    """Whether one of the articles names the other's outlet, or the agency that the other is credited to."""
    for one, other in ((a, b), (b, a)):
        outlet = other.article.outlet
        if outlet is not None and outlet_places(one.article.text, outlet.value):
            return True
        if any(agency_places(one.article.text, name) for name in other.credited(*_WIRE, "contributed")):
            return True
    return False


def _same_day(a: Profile, b: Profile) -> bool:
    """Whether both may be of one day or of two that follow each other."""
    if a.published is None or b.published is None:
        return True
    return abs((a.published.date() - b.published.date()).days) <= 1


def _is_fuller(match: Match, third: int) -> bool:
    """Whether `third` has all that the other article of the match has, and much more."""
    own, other = match.shared.coverage_a, match.shared.coverage_b
    if match.first != third:
        own, other = other, own
    return other >= _ALL and own <= _PART


def _kin(a: Article, b: Article) -> bool:
    """Whether both are known to be of one outlet."""
    return a.outlet is not None and b.outlet is not None and a.outlet.value == b.outlet.value


def _count_gaps(missing: NDArray[np.bool_]) -> int:
    """How many stretches of some words are missing."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], missing.astype(np.int8), [0]))))
    return int(np.count_nonzero(edges[1::2] - edges[0::2] >= _GAP))


def _passage(stretch: Stretch, a: Article, b: Article, tokens: tuple[Tokens, Tokens]) -> Passage:
    start_a, end_a = int(tokens[0].starts[stretch.a]), int(tokens[0].ends[stretch.a_end - 1])
    start_b, end_b = int(tokens[1].starts[stretch.b]), int(tokens[1].ends[stretch.b_end - 1])
    return Passage(a_start=start_a, a_end=widen(a.text, end_a), b_start=start_b, b_end=widen(b.text, end_b))


def _evidence(passages: Sequence[Passage], a: Article, b: Article) -> tuple[Span, ...]:
    """The largest passages on both sides."""
    largest = sorted(passages, key=lambda passage: (passage.a_start - passage.a_end, passage.a_start))[:_EVIDENCE]
    spans = []
    for passage in sorted(largest, key=lambda passage: passage.a_start):
        spans.append(Span(a.id, passage.a_start, passage.a_end))
        spans.append(Span(b.id, passage.b_start, passage.b_end))
    return tuple(spans)
