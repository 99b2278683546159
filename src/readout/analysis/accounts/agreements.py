"""Points on which independent origins say the same: claims alike in names, numbers, negation and predicate."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readout.analysis.accounts.claims import Claim, clause_of
from readout.analysis.accounts.drafts import AccountDraft, PointDraft
from readout.analysis.accounts.groups import Groups
from readout.analysis.accounts.questions import ask_whether
from readout.types import BlockKind, PointKind, Stance, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.scene import Scene

_COMMON = 120  #: a stem in more claims than this leads to no candidates


def _candidates(claims: Sequence[Claim], scene: Scene) -> list[tuple[int, int]]:
    """Pairs of claims of different origins that share at least three stems."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if len(claim.stems) >= 3:
            for stem in sorted(claim.stems):
                holding[stem].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for members in holding.values():
        if len(members) <= _COMMON:
            for place, one in enumerate(members):
                for other in members[place + 1 :]:
                    if claims[one].line.article != claims[other].line.article:
                        shared[one, other] += 1
    return sorted(pair for pair, count in shared.items() if count >= 3)


def _numbers(claim: Claim) -> frozenset[str]:
    return frozenset(stem for stem in claim.stems if stem[0].isdigit())


def same_claim(a: Claim, b: Claim, scene: Scene) -> float:
    """How sure it is that two claims assert one thing; 0.0 if they differ in numbers or negation, or are not alike."""
    if a.negated != b.negated or (_numbers(a) and _numbers(b) and not _numbers(a) & _numbers(b)):
        return 0.0
    shared, part, union = scene.likeness(a.stems, b.stems)
    if shared < 9.0 or part < 0.5 or union < 0.24:
        return 0.0
    return 0.5 * (part + union)


def _hangs_together(one: Sequence[int], two: Sequence[int], claims: Sequence[Claim], scene: Scene) -> bool:
    pairs = [(a, b) for a in one[:6] for b in two[:6]]
    return sum(scene.likeness(claims[a].stems, claims[b].stems)[1] for a, b in pairs) / len(pairs) >= 0.42


def agreed_points(claims: Sequence[Claim], scene: Scene) -> list[PointDraft]:
    """The claims that at least two origins make, the surest first."""
    links = []
    for a, b in _candidates(claims, scene):
        strength = same_claim(claims[a], claims[b], scene)
        if strength:
            links.append((strength, a, b))
    groups = Groups(len(claims))
    members: dict[int, list[int]] = {number: [number] for number in range(len(claims))}
    best: dict[int, float] = defaultdict(float)
    for strength, a, b in sorted(links, key=lambda link: (-link[0], link[1:])):
        one, two = groups.root(a), groups.root(b)
        if one != two and _hangs_together(members[one], members[two], claims, scene):
            strongest = max(best[one], best[two], strength)
            groups.join(a, b)
            members[groups.root(a)] = sorted(members[one] + members[two])
            best[groups.root(a)] = strongest
    drafts = []
    for group in groups.all():
        drafts += _draft([claims[member] for member in group], best[group[0]], scene)
    return sorted(drafts, key=lambda draft: (-draft.strength, draft.question))


def _draft(group: Sequence[Claim], strength: float, scene: Scene) -> list[PointDraft]:
    origins = {scene.origins[claim.line.article] for claim in group}
    if len(origins) < 2 or all(claim.line.kind is BlockKind.HEADLINE for claim in group):
        return []
    shortest = min(group, key=lambda claim: (len(claim.span), claim.span))
    shown = " ".join(scene.articles[shortest.span.article].words(shortest.span).split())
    account = AccountDraft(
        answer=shown,
        holders=tuple(dict.fromkeys(holder for claim in group for holder in claim.holders)),
        stance=Stance.ASSERTS,
        evidence=tuple(dict.fromkeys(clause_of(claim, scene) for claim in group)),
    )
    return [
        PointDraft(
            question=ask_whether(shortest, scene),
            kind=PointKind.CLAIM,
            standing=Standing.AGREED,
            accounts=(account,),
            rule="one claim of several origins",
            why="alike in names, numbers, negation and predicate",
            strength=strength + 0.3 * (len(origins) - 2),
        )
    ]
