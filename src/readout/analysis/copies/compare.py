"""One candidate pair, from words to a Copy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readout.analysis.copies.alignment import find_runs, index_grams
from readout.analysis.copies.candidates import CandidateConfig
from readout.analysis.copies.decision import DecisionConfig, is_copy, measure_shared, relate
from readout.analysis.copies.direction import find_direction, profile, shared_agency
from readout.analysis.copies.edits import find_edits
from readout.analysis.copies.masking import Masks
from readout.analysis.copies.passages import join_runs, widen
from readout.analysis.copies.tokens import tokenise
from readout.language.credits import names_outlet
from readout.spans import Span
from readout.types import Copy, Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.copies.alignment import Grams
    from readout.analysis.copies.direction import Profile
    from readout.analysis.copies.passages import Stretch
    from readout.analysis.copies.tokens import Tokens
    from readout.types import Article

_EVIDENCE = 3  # passages shown as evidence, the largest


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyConfig:
    """All settings of the chapter."""

    candidates: CandidateConfig = field(default_factory=CandidateConfig)
    decision: DecisionConfig = field(default_factory=DecisionConfig)


class Comparer:
    """The articles of a pile with what has been worked out of each, so that nothing is done twice."""

    def __init__(self, articles: Sequence[Article], config: CopyConfig) -> None:
        self._articles = articles
        self._config = config
        self._tokens: dict[int, Tokens] = {}
        self._grams: dict[int, Grams] = {}
        self._masks: dict[int, Masks] = {}
        self._profiles: dict[int, Profile] = {}

    def tokens(self, number: int) -> Tokens:
        """The words of article `number`."""
        if number not in self._tokens:
            self._tokens[number] = tokenise(self._articles[number].text)
        return self._tokens[number]

    def _grams_of(self, number: int) -> Grams:
        if number not in self._grams:
            self._grams[number] = index_grams(self.tokens(number))
        return self._grams[number]

    def _masks_of(self, number: int) -> Masks:
        if number not in self._masks:
            self._masks[number] = Masks(self._articles[number], self.tokens(number))
        return self._masks[number]

    def _profile_of(self, number: int) -> Profile:
        if number not in self._profiles:
            self._profiles[number] = profile(self._articles[number])
        return self._profiles[number]

    def compare(self, first: int, second: int) -> Copy | None:
        """The copy that articles `first` and `second` are, or None if they share no reporting."""
        a, b = self._articles[first], self._articles[second]
        tokens = (self.tokens(first), self.tokens(second))
        runs = find_runs(*tokens, self._grams_of(first), self._grams_of(second))
        stretches = join_runs(runs, *tokens)
        if not stretches:
            return None
        shared = measure_shared(stretches, tokens, (self._masks_of(first), self._masks_of(second)))
        if not is_copy(shared, _credited(a, b), self._config.decision):
            return None
        relation = relate(shared, self._config.decision)
        profiles = (self._profile_of(first), self._profile_of(second))
        direction, why = find_direction(*profiles, shared, relation)
        passages = tuple(_passage(stretch, a, b, tokens) for stretch in stretches)
        return Copy(
            evidence=_evidence(passages, a, b),
            rule="aligned words",
            a=a.id,
            b=b.id,
            relation=relation,
            direction=direction,
            why=why,
            agency=shared_agency(*profiles),
            passages=passages,
            edits=find_edits(a, b, stretches, tokens),
            coverage_a=round(shared.coverage_a, 4),
            coverage_b=round(shared.coverage_b, 4),
        )


def _credited(a: Article, b: Article) -> bool:
    """Whether one of the articles names the other's outlet."""
    return any(
        other.outlet is not None and names_outlet(one.text, other.outlet.value) >= 0 for one, other in ((a, b), (b, a))
    )


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
