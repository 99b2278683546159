"""Points on which independent origins say the same: stretches alike in names, numbers, negation and predicate."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readout.analysis.accounts.agreed.apart import apart_points
from readout.analysis.accounts.agreed.deeds import denied_alike, leads, same_deed, tells_mainly, told_in_both
from readout.analysis.accounts.agreed.local import (
    LocalMatch,
    common_words,
    match_locally,
    negations_in,
    same_run,
)
from readout.analysis.accounts.agreed.tellings import same_tellings
from readout.analysis.accounts.candidates import pairs_by_weight
from readout.analysis.accounts.drafts import AccountDraft, PointDraft
from readout.analysis.accounts.questions import ask_about, ask_said, ask_what
from readout.analysis.accounts.setting.scene import clause_around
from readout.language.terms import stem
from readout.spans import Span
from readout.types import ONE_MATTER, BlockKind, Manner, PointKind, Stance, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.types import Amount

_CLOSING = "\"'”’ )"  #: what may follow the mark that ends a sentence
_BUDGET = 80_000  #: pairs of lines looked at for a stem, the rarest stems first
_PAIRED = 5.0  #: weight that two lines must share to be compared
_MATTER_WEIGHT = 6.0
_MATTER_PART = 0.45
_ONLY_NAMED = (
    3  #: matters at most that are only named in several reports, and of which nothing is said in the same words
)
_LESS_SURE = 3  #: matters at most that likely are one event told differently
_TELLING = 3  #: stems in common that tell more of a matter than its name; two will do in quotation marks
_MATTER_RARE = 3.2  #: weight of a stem that names a matter
_VOICES, _HEARD = 2, 1.5  #: so many who speak of a matter, besides outlets, bring it before those that outlets tell
_LEAST_WEIGHT = 6.5
_QUOTES = '"“”«»'
_LEAST_PART = 0.5
_RUN = 8  #: words in a row that are the same and hold a verb, and so one claim
_QUOTED_RUN = 4  #: words in a row that are the same between quotation marks, and so one claim
_NAMED = 12.0  #: shared weight from which one word besides names is enough, if it is what is said
_RICH = 15.0  #: shared weight from which a negation of something else in the sentence does not part two claims
#: How reports speak, no claims: "spoke on condition of anonymity", "did not respond to a request for comment".
_FORMULAS = tuple(frozenset(map(stem, words.split())) for words in ("anonymity", "request comment"))


@dataclass(slots=True)
class Cluster:
    """Stretches of lines that say the same, at most one of each line."""

    stretches: dict[tuple[str, int], Span] = field(default_factory=dict)
    strength: float = 0.0

    def fits(self, line: Line, span: Span) -> bool:
        """Whether a stretch of a line is (mostly) the one that is in the cluster already, or the line is new."""
        held = self.stretches.get(line.key)
        return held is None or 2 * held.shared(span) >= min(len(held), len(span))


def candidate_pairs(scene: Scene) -> list[tuple[int, int]]:
    """Pairs of lines of different origins that share stems of some weight, within the budget."""
    lines = scene.lines
    origins = [scene.origin_at(line.span) for line in lines]
    pairs = pairs_by_weight([line.all_stems for line in scene.lines], scene.weights, _BUDGET)
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
        told = (frozenset(term.stem for term in line.terms_in(m.start, m.end)) & match.stems for m in inside)
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


def _grow(links: list[tuple[float, Line, Span, Line, Span]], scene: Scene) -> list[Cluster]:
    """Clusters of stretches, the strongest links first; a newcomer must be linked to half of those in it."""
    linked = {frozenset((a.key, b.key)) for _, a, _, b, _ in links}
    clusters: list[Cluster] = []
    owner: dict[tuple[str, int], list[Cluster]] = defaultdict(list)

    def find(line: Line, span: Span) -> Cluster | None:
        return next((c for c in owner[line.key] if 2 * c.stretches[line.key].shared(span) >= len(span)), None)

    for strength, a, span_a, b, span_b in links:
        one, two = find(a, span_a), find(b, span_b)
        if one is None and two is None:
            one = Cluster(strength=strength)
            clusters.append(one)
        target = one or two
        if target is None or (one and two and one is not two):
            continue
        if target.fits(a, span_a) and target.fits(b, span_b) and _welcome(target, (a, b), linked, scene):
            for line, span in ((a, span_a), (b, span_b)):
                if line.key not in target.stretches:
                    target.stretches[line.key] = span
                    owner[line.key].append(target)
    return clusters


def _welcome(cluster: Cluster, lines: tuple[Line, Line], linked: set[frozenset[tuple[str, int]]], scene: Scene) -> bool:
    """Whether each line is in the cluster or says the same as half of its lines of other origins."""
    for line in lines:
        if line.key in cluster.stretches or not cluster.stretches:
            continue
        held = cluster.stretches.items()
        others = [key for key, span in held if scene.origin_at(span) != scene.origin_at(line.span)]
        if 2 * sum(frozenset((line.key, key)) in linked for key in others) < len(others):
            return False
    return True


Link = tuple[float, "Line", Span, "Line", Span]


def _links(scene: Scene) -> tuple[list[Link], list[Link], list[Link]]:
    """Pairs of stretches that say the same, that say something of one matter, and that name one; the surest first."""
    agreeing: list[Link] = []
    said: list[Link] = []
    named: list[Link] = []
    amounts = {a.article.id: a.amounts for a in scene.material.annotations}
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
            (said if _is_said(a, b, match) else named).append(link)
    for links in (agreeing, said, named):
        links.sort(key=lambda link: (-link[0], link[2], link[4]))
    return [*agreeing, *_told_alike(scene, amounts)], said, named


def _told_alike(scene: Scene, amounts: Mapping[str, Sequence[Amount]]) -> list[Link]:
    """Clauses that tell the same by many signs, the likeliest first; they come after what the rules find."""
    found = [
        (like.chance * scene.weight(like.shared), like.one.line, like.one.span, like.other.line, like.other.span)
        for like in same_tellings(scene)
        if not any(formula <= like.shared for formula in _FORMULAS)
    ]
    fitting = (link for link in found if _amounts_fit((link[1], link[2]), (link[3], link[4]), amounts))
    return sorted(fitting, key=lambda link: (-link[0], link[2], link[4]))


def _is_said(a: Line, b: Line, match: LocalMatch) -> bool:
    """Whether two stretches say something in the same words, and do not only name one thing."""
    return _both_quoted(a, b, match) or (len(match.stems) >= _TELLING and told_in_both(a, b, match))


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
    agreeing, said, named = _links(scene)
    agreed = [draft for cluster in _grow(agreeing, scene) if (draft := _draft(cluster, scene)) is not None]
    agreed.sort(key=_surest)
    told = sorted((d for cluster in _grow(said, scene) if (d := _matter(cluster, scene)) is not None), key=_surest)
    only = sorted((d for cluster in _grow(named, scene) if (d := _matter(cluster, scene)) is not None), key=_surest)
    sure, rest = apart_points(scene, said, named)
    return agreed, sure, [*rest[:_LESS_SURE], *told, *only[:_ONLY_NAMED]]


def _surest(draft: PointDraft) -> tuple[float, str]:
    return -draft.strength, draft.question


def _is_measure(span: Span, scene: Scene) -> bool:
    """Whether a stretch is mostly a date or an amount ("last week", "the 36-year-old"), which names no matter."""
    return any(2 * span.shared(measure) >= len(span) for measure in scene.measures.get(span.article, ()))


def _matter(cluster: Cluster, scene: Scene) -> PointDraft | None:
    """What each report says of one matter, side by side."""
    if any(_is_measure(span, scene) for span in cluster.stretches.values()):
        return None
    by_holder: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for span in sorted(cluster.stretches.values()):
        line = scene.line_at(span.article, span.start)
        if line is None or scene.is_attribution(clause := clause_around(line, span.start, span.end)):
            continue
        by_holder[scene.holders_within(span)].append(clause)
    origins = {scene.origin_at(span) for spans in by_holder.values() for span in spans}
    heard = sum(not all(name.startswith("outlet:") for name in holders) for holders in by_holder)
    if len(origins) < 2 or len(by_holder) < 2:
        return None
    accounts = tuple(
        AccountDraft(
            answer=" ".join(scene.articles[spans[0].article].words(spans[0]).split()),
            holders=holders,
            stance=Stance.ASSERTS,
            evidence=tuple(dict.fromkeys(spans)),
        )
        for holders, spans in sorted(by_holder.items(), key=lambda item: item[1][0])
    )
    shortest = min(cluster.stretches.values(), key=lambda span: (len(span), span))
    return PointDraft(
        question=ask_what(shortest, scene),
        kind=PointKind.CLAIM,
        standing=Standing.COMPATIBLE,
        accounts=accounts,
        rule=ONE_MATTER,
        why="the reports say different things of it; nothing in the words shows that they contradict each other",
        strength=cluster.strength * (_HEARD if heard >= _VOICES else 1.0) * (1.0 + 0.5 * (len(origins) - 2)),
    )


def _ask(spans: Sequence[Span], holders: tuple[str, ...], scene: Scene) -> str:
    """The question of an agreed claim. What only one speaker is quoted with is asked as that: reports agree on what was
    said, not on its truth.
    """
    one = len(holders) == 1 and not holders[0].startswith("outlet:")
    said = next(filter(None, (_quoted_in(span, scene) for span in spans)), None) if one else None
    if said is not None:
        return ask_said(said, holders[0], scene)
    return ask_about(spans, scene)


def _is_question(span: Span, scene: Scene) -> bool:
    """Whether a clause, or what is quoted in it, ends with a question mark."""
    return scene.articles[span.article].words(_quoted_in(span, scene) or span).rstrip(_CLOSING).endswith("?")


def _quoted_in(span: Span, scene: Scene) -> Span | None:
    """The part of a clause, half of it at least, that is someone's own words as the report quotes them."""
    for statement in scene.statements_over(span):
        for part in statement.content if statement.manner is Manner.DIRECT else ():
            if 2 * part.shared(span) >= len(span):
                return Span(span.article, max(part.start, span.start), min(part.end, span.end))
    return None


def _told(clauses: Sequence[tuple[Span, Line]]) -> frozenset[str]:
    """The stems that stand in more than one of some clauses."""
    counts = Counter(
        found for span, line in clauses for found in {term.stem for term in line.terms_in(span.start, span.end)}
    )
    return frozenset(found for found, count in counts.items() if count > 1)


def _is_furniture(stretches: Sequence[Span], scene: Scene) -> bool:
    """Whether the same words stand more than once in each of two articles: the page speaks, not the report."""
    told = Counter((span.article, " ".join(scene.articles[span.article].words(span).split())) for span in stretches)
    again = Counter(shown for (_, shown), count in told.items() if count > 1)
    return any(count > 1 for count in again.values())


def _draft(cluster: Cluster, scene: Scene) -> PointDraft | None:
    stretches = sorted(cluster.stretches.values())
    lines = {span: scene.line_at(span.article, span.start) for span in stretches}
    kinds = {line.kind for line in lines.values() if line is not None}
    origins = {scene.origin_at(span) for span in stretches}
    if len(origins) < 2 or kinds == {BlockKind.HEADLINE}:
        return None
    clauses = [(clause_around(line, span.start, span.end), line) for span, line in lines.items() if line is not None]
    evidence = [span for span, _ in clauses]
    if all(scene.is_attribution(span) for span in evidence) or _is_furniture(stretches, scene):
        return None
    if all(_is_question(span, scene) for span in evidence):
        return None  # a question says nothing
    told = _told(clauses)
    ranked = sorted(clauses, key=lambda pair: (-leads(pair[1], pair[0], told), len(pair[0]), pair[0]))
    shortest = ranked[0][0]
    holders = tuple(dict.fromkeys(holder for span in stretches for holder in scene.holders_within(span)))
    account = AccountDraft(
        answer=" ".join(scene.articles[shortest.article].words(shortest).split()),
        holders=holders,
        stance=Stance.ASSERTS,
        evidence=tuple(dict.fromkeys(evidence)),
    )
    return PointDraft(
        question=_ask([span for span, _ in ranked], holders, scene),
        kind=PointKind.CLAIM,
        standing=Standing.AGREED,
        accounts=(account,),
        rule="one claim of several origins",
        why="alike in names, numbers, negation and predicate",
        strength=cluster.strength * (1.0 + 0.25 * (len(origins) - 2)),
    )
