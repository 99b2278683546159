"""Points on which independent origins say the same: stretches alike in names, numbers, negation and predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.agreed.apart import weigh_pairs
from readout.analysis.accounts.agreed.clusters import grow_clusters
from readout.analysis.accounts.agreed.deeds import denied_alike, same_deed, tells_mainly
from readout.analysis.accounts.agreed.drafting import draft_claim, draft_matter, join_alike
from readout.analysis.accounts.agreed.local import (
    LocalMatch,
    common_words,
    match_locally,
    negations_in,
    same_run,
)
from readout.analysis.accounts.agreed.retold import retellings
from readout.analysis.accounts.agreed.tellings import same_tellings
from readout.analysis.accounts.candidates import pairs_by_weight
from readout.analysis.accounts.setting.scene import clause_around
from readout.language.terms import stem
from readout.spans import Span
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.analysis.accounts.agreed.clusters import Link
    from readout.analysis.accounts.drafts import PointDraft
    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.types import Amount

_BUDGET = 80_000  #: pairs of lines looked at for a stem, the rarest stems first
_PAIRED = 5.0  #: weight that two lines must share to be compared
_MATTER_WEIGHT = 6.0
_MATTER_PART = 0.45
_COVERED, _ALL = 0.55, 0.8  #: parts of the weight of what a claim asks that one other report must say
_MATTER_RARE = 3.2  #: weight of a stem that names a matter
_LEAST_WEIGHT = 6.5
_QUOTES = '"“”«»'
_LEAST_PART = 0.5
_RUN = 8  #: words in a row that are the same and hold a verb, and so one claim
_QUOTED_RUN = 4  #: words in a row that are the same between quotation marks, and so one claim
_NAMED = 12.0  #: shared weight from which one word besides names is enough, if it is what is said
_RICH = 15.0  #: shared weight from which a negation of something else in the sentence does not part two claims
#: How reports speak, no claims: "spoke on condition of anonymity", "did not respond to a request for comment".
_FORMULAS = tuple(frozenset(map(stem, words.split())) for words in ("anonymity", "request comment"))


def candidate_pairs(scene: Scene) -> list[tuple[int, int]]:
    """Pairs of lines of different origins that share stems of some weight, within the budget."""
    lines = scene.lines
    origins = [scene.origin_at(line.span) for line in lines]
    pairs = pairs_by_weight([line.stems for line in scene.lines], scene.weights, _BUDGET)
    heavy = (pair for pair, weight in pairs.items() if weight >= _PAIRED)
    return sorted((a, b) for a, b in heavy if origins[a] != origins[b] and lines[a].article != lines[b].article)


def _agree(a: Line, b: Line, match: LocalMatch, scene: Scene) -> bool:
    """Whether two stretches agree in negation and numbers, and share more than names."""
    if match.part < _LEAST_PART or len(match.stems) < 2 or _is_formula(match):
        return False
    quoted = _both_quoted(a, b, match)
    weak = match.shared < _LEAST_WEIGHT or (len(match.stems) < 3 and match.shared < 9.0)
    if weak and not (quoted and same_run(a, b, match) >= _QUOTED_RUN):
        return False
    told = same_deed(a, b, match) and (
        tells_mainly(a, b, match) or _same_measure(a, b, match, scene) or same_run(a, b, match) >= _RUN
    )
    if not (quoted or told):
        return False
    named = told and match.shared >= _NAMED  # a rare name, and one thing that is said of it
    if min(common_words(a, match.stems), common_words(b, match.stems)) < (1 if named else 2):
        return False
    if negations_in(a, match.low_a, match.high_a) % 2 != negations_in(b, match.low_b, match.high_b) % 2 and not (
        match.shared >= _RICH and denied_alike(a, b, match)
    ):
        return False
    one, two = _numbers(a, match.low_a, match.high_a), _numbers(b, match.low_b, match.high_b)
    return not (one and two and not one & two)


def _is_formula(match: LocalMatch) -> bool:
    return any(formula <= match.stems for formula in _FORMULAS)


def _same_measure(a: Line, b: Line, match: LocalMatch, scene: Scene) -> bool:
    """Whether both stretches measure the same by the same words, with more besides: "up to three years in prison"."""
    found = []
    for line, low, high in ((a, match.low_a, match.high_a), (b, match.low_b, match.high_b)):
        inside = (m for m in scene.measures.get(line.article, ()) if m.start < high and low < m.end)
        told = (line.stems_in(m.start, m.end) & match.stems for m in inside)
        found.append({stems for stems in told if 1 < len(stems) < len(match.stems)})
    return bool(found[0] & found[1])


def _both_quoted(a: Line, b: Line, match: LocalMatch) -> bool:
    """Whether both stretches stand in quotation marks: the same words of one speaker need no verb."""
    return _quoted(a, match.low_a, match.high_a) and _quoted(b, match.low_b, match.high_b)


def _quoted(line: Line, low: int, high: int) -> bool:
    around = line.text[max(0, low - line.start - 2) : high - line.start + 2]
    return any(mark in around for mark in _QUOTES)


def _numbers(line: Line, low: int, high: int) -> frozenset[str]:
    return frozenset(term.stem for term in line.terms_in(low, high) if term.stem[0].isdigit())


def _amounts_fit(one: tuple[Line, Span], two: tuple[Line, Span], amounts: Mapping[str, Sequence[Amount]]) -> bool:
    """Whether the clauses around two stretches tell no amounts, or one tells none, or an amount of each fits."""
    found = []
    for line, span in (one, two):
        clause = clause_around(line, span.start, span.end)
        found.append([a.range for a in amounts[line.article] if clause.start <= a.span.start < clause.end])
    return not all(found) or any(a.compatible(b) for a in found[0] for b in found[1])


class Links(NamedTuple):
    """Pairs of stretches that say the same, by rules and by signs, and that speak of one matter; the surest first."""

    agreeing: list[Link]
    alike: list[Link]
    near: list[Link]


def _links(scene: Scene, amounts: Mapping[str, Sequence[Amount]]) -> Links:
    """What the stretches of a story have in common, two by two."""
    agreeing: list[Link] = []
    near: list[Link] = []
    for one, other in candidate_pairs(scene):
        a, b = scene.lines[one], scene.lines[other]
        match = match_locally(a, b, scene)
        if match is None:
            continue
        span_a, span_b = Span(a.article, match.low_a, match.high_a), Span(b.article, match.low_b, match.high_b)
        link = (match.shared * match.part, a, span_a, b, span_b)
        if _agree(a, b, match, scene) and _amounts_fit((a, span_a), (b, span_b), amounts):
            agreeing.append(link)
        elif _same_matter(a, b, match, scene):
            near.append(link)
    for links in (agreeing, near):
        links.sort(key=lambda link: (-link[0], link[2], link[4]))
    return Links(agreeing, _told_alike(scene, amounts), near)


def _told_alike(scene: Scene, amounts: Mapping[str, Sequence[Amount]]) -> list[Link]:
    """Clauses that tell the same by many signs, the likeliest first; they come after what the rules find."""
    found = [
        (like.chance * scene.weight(like.shared), like.one.line, like.one.span, like.other.line, like.other.span)
        for like in (*same_tellings(scene), *retellings(scene))
        if not any(formula <= like.shared for formula in _FORMULAS)
    ]
    fitting = (link for link in found if _amounts_fit((link[1], link[2]), (link[3], link[4]), amounts))
    return sorted(fitting, key=lambda link: (-link[0], link[2], link[4]))


def _same_matter(a: Line, b: Line, match: LocalMatch, scene: Scene) -> bool:
    """Whether two stretches speak of one rare thing, though they do not say the same of it."""
    if (
        _is_formula(match)
        or match.shared < _MATTER_WEIGHT
        or match.part < _MATTER_PART
        or BlockKind.HEADLINE in (a.kind, b.kind)
    ):
        return False
    rare = frozenset(found for found in match.stems if scene.weights.get(found, 0.0) >= _MATTER_RARE)
    return min(common_words(a, rare), common_words(b, rare)) >= 1


def claim_points(scene: Scene) -> tuple[list[PointDraft], list[PointDraft], list[PointDraft]]:
    """The claims that at least two origins make, what two tell with details of their own, and the matters on which they
    say different things; the surest first.
    """
    amounts = {a.article.id: a.amounts for a in scene.material.annotations}
    agreeing, alike, near = _links(scene, amounts)
    clusters = grow_clusters(agreeing, scene, alike)
    weighed = weigh_pairs(scene, near)
    fitting = [link for link in weighed.restated if _amounts_fit((link[1], link[2]), (link[3], link[4]), amounts)]
    restated = [draft_claim(cluster, scene) for cluster in grow_clusters(fitting, scene)]
    agreed = [draft for cluster in clusters if (draft := draft_claim(cluster, scene)) is not None]
    agreed = join_alike([*agreed, *(draft for draft in restated if draft is not None and _is_covered(draft, scene))])
    agreed.sort(key=_surest)
    told = [draft for c in grow_clusters(weighed.touching, scene) if (draft := draft_matter(c, scene))]
    told.sort(key=_surest)
    return agreed, weighed.apart, told


def _is_covered(draft: PointDraft, scene: Scene) -> bool:
    """Whether one other report's sentence has most of what a claim asks; nearly all if the question only names it."""
    account = draft.accounts[0]
    asked = next(span for span in account.evidence if scene.shown(span) == account.answer)
    lines = {span: scene.line_at(span.article, span.start) for span in account.evidence}
    line = lines[asked]
    words = line.stems_in(asked.start, asked.end) if line else frozenset()
    others = (found.stems for span, found in lines.items() if found and span.article != asked.article)
    covered = max((scene.weight(words & stems) for stems in others), default=0.0)
    return covered >= (_ALL if draft.loose else _COVERED) * scene.weight(words)


def _surest(draft: PointDraft) -> tuple[float, str]:
    return -draft.strength, draft.question
