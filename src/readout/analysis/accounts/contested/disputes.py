"""Points that ask whether something is so: contradictions gathered over articles, each side with its holders."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.accounts.contested.charges import charge_of
from readout.analysis.accounts.contested.claims import clause_of
from readout.analysis.accounts.contested.contradictions import (
    BLAMED,
    BLANKET,
    CALLED,
    CHARGED,
    OPPOSED,
    OWNED,
    OWNED_FAR,
    RIVAL,
    find_contradictions,
)
from readout.analysis.accounts.contested.denials import goes_on
from readout.analysis.accounts.contested.guards import is_refused
from readout.analysis.accounts.contested.leaving import part_unsure
from readout.analysis.accounts.drafts import AccountDraft, PointDraft
from readout.analysis.accounts.questions import Blamed, Charged, Opposed, Reached, Told, Whether, ask
from readout.groups import Groups
from readout.types import PointKind, Stance, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.contested.claim_index import Contradiction
    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene
    from readout.types import LeftOut

_APART = (BLANKET, OWNED_FAR, *RIVAL)  #: rules whose disputes are joined only with their like
#: rules whose sides are shown alone: what else is said of a plan may praise it
_BARE = (OPPOSED, OWNED, *RIVAL)
_MOST = 250  #: contradictions gathered into disputes at most, the surest first
_SEEDS = 6  #: claims of a side that lead to others
_PARTY = 150  #: claims of one party looked at for a seed
_TELLING = 3  #: telling words that a denial must have to be shown by itself
_UNANSWERED = 5  #: denials shown by themselves at most


def _alike(a: Claim, b: Claim, scene: Scene) -> bool:
    """Whether two claims on one side are the same claim."""
    if a.span == b.span:
        return True
    shared, part, _ = scene.likeness(a.stems, b.stems)
    return shared >= 6.0 and part >= 0.5 and a.negated == b.negated


def _one_dispute(a: Contradiction, b: Contradiction, claims: Sequence[Claim], scene: Scene) -> bool:
    """Whether two contradictions are about one thing: one side is the same claim, and the other of the same party."""
    if a.denial == b.denial and a.rule == b.rule == CHARGED:
        return True
    if (a.rule in _APART or b.rule in _APART) and (a.rule != b.rule or not {a.denial, a.claim} & {b.denial, b.claim}):
        return a.rule == b.rule and _alike_pairs(a, b, claims, scene)
    denial_a, denial_b, claim_a, claim_b = claims[a.denial], claims[b.denial], claims[a.claim], claims[b.claim]
    same_denial = a.denial == b.denial or _alike(denial_a, denial_b, scene)
    same_claim = a.claim == b.claim or _alike(claim_a, claim_b, scene)
    if same_denial or same_claim:
        return (same_denial and same_claim) or bool(
            claim_a.owners & claim_b.owners if same_denial else claim_a.span.overlaps(claim_b.span)
        )
    parties = bool(denial_a.owners & denial_b.owners) and bool(claim_a.owners & claim_b.owners)
    shared, part, _ = scene.likeness(denial_a.stems | claim_a.stems, denial_b.stems | claim_b.stems)
    return parties and shared >= 5.0 and part >= 0.3


def _alike_pairs(a: Contradiction, b: Contradiction, claims: Sequence[Claim], scene: Scene) -> bool:
    """Whether both sides of two contradictions are alike."""
    return _alike(claims[a.denial], claims[b.denial], scene) and _alike(claims[a.claim], claims[b.claim], scene)


def _side(held: Sequence[Claim], stance: Stance, scene: Scene) -> list[AccountDraft]:
    """Accounts of one side, one for each holder; `held` begins with what meets the other side most surely."""
    by_holder: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in held:
        by_holder[claim.holders].append(claim)
    drafts = []
    for holders, members in sorted(by_holder.items(), key=lambda item: min(claim.span for claim in item[1])):
        shown = scene.shown(clause_of(members[0]))
        hedged = stance is Stance.ASSERTS and all(member.hedged for member in members)
        taken = Stance.QUESTIONS if hedged else stance
        spans = dict.fromkeys(clause_of(member) for member in sorted(members, key=lambda claim: claim.span))
        drafts.append(AccountDraft(answer=shown, holders=holders, stance=taken, evidence=tuple(spans)))
    return _passed_on(drafts)


def _passed_on(accounts: Sequence[AccountDraft]) -> list[AccountDraft]:
    """The accounts without those that only stand inside another: who passes words on and who is said to have said
    them ("the ministry said Norland warned that ...") hold one account.
    """
    kept = list(accounts)
    for inner in accounts:
        outer = next((other for other in kept if other is not inner and _within(inner, other)), None)
        if outer is not None and inner in kept:  # of two that hold each other one is left
            kept.remove(inner)
            kept[kept.index(outer)] = outer.joined(inner)
    return kept


def _within(inner: AccountDraft, outer: AccountDraft) -> bool:
    return inner.stance is outer.stance and all(
        any(span.contains(part) for span in outer.evidence) for part in inner.evidence
    )


def _oriented(group: Sequence[Contradiction]) -> tuple[list[int], list[int]]:
    """The two sides of a dispute, the surest first: what is asserted, and what denies it."""
    asserted: dict[int, None] = {}
    denials: dict[int, None] = {}
    for found in sorted(group, key=lambda c: (-c.strength, c.denial, c.claim)):
        if found.denial not in asserted and found.claim not in denials:  # each may blame the other
            asserted[found.claim] = denials[found.denial] = None
    return list(asserted), list(denials)


class Spread:
    """Finds what a party says alike elsewhere, and the same utterance in other reports, through indexes."""

    def __init__(self, claims: Sequence[Claim], scene: Scene) -> None:
        self.claims, self.scene = claims, scene
        self._by_utterance: dict[str, list[int]] = defaultdict(list)
        self._by_owner: dict[str, list[int]] = defaultdict(list)
        self._by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number, claim in enumerate(claims):
            self._by_line[claim.line.key].append(number)
            if claim.statement is not None and claim.statement.id in scene.utterance_of:
                self._by_utterance[scene.utterance_of[claim.statement.id]].append(number)
            for owner in claim.owners if not claim.voice else ():
                self._by_owner[owner].append(number)

    def _near(self, seed: Claim) -> set[int]:
        found: set[int] = set()
        if seed.statement is not None:
            found.update(self._by_utterance.get(self.scene.utterance_of.get(seed.statement.id, ""), ()))
        for owner in seed.owners:
            found.update(self._by_owner.get(owner, ())[:_PARTY])
        return found

    def side(self, numbers: Sequence[int], others: Sequence[int] = ()) -> list[int]:
        """The claims of one side with what is alike elsewhere, but for those of the other."""
        found = dict.fromkeys(numbers)
        for seed in list(found)[:_SEEDS]:
            for number in sorted(self._near(self.claims[seed]) - {*found, *others}):
                if _same_side(self.claims[number], self.claims[seed], self.scene):
                    found[number] = None
        return list(found)

    def going_on(self, denials: Sequence[int], taken: set[int]) -> list[Claim]:
        """Claims that go on in the sentence of a denial, held by the one who denies."""
        pairs = ((number, denial) for denial in denials for number in self._by_line[self.claims[denial].line.key])
        return [
            replace(self.claims[number], holders=self.claims[denial].holders)
            for number, denial in pairs
            if number not in taken
            and self.claims[number].asserts
            and not any(self.claims[number].span.overlaps(self.claims[other].span) for other in taken)
            and goes_on(self.claims[number], self.claims[denial])
        ]


def _same_side(claim: Claim, seed: Claim, scene: Scene) -> bool:
    """Whether a claim is what the seed's party says, in another place."""
    if claim.span.overlaps(seed.span) or not (claim.asserts or claim.signal.words):
        return False
    if claim.statement is not None and seed.statement is not None and claim.statement.id != seed.statement.id:
        one, two = scene.utterance_of.get(claim.statement.id), scene.utterance_of.get(seed.statement.id)
        if one is not None and one == two and scene.likeness(claim.stems, seed.stems)[1] >= 0.34:
            return True
    return not claim.voice and bool(claim.owners & seed.owners) and _alike(claim, seed, scene)


def dispute_points(claims: Sequence[Claim], scene: Scene) -> tuple[list[PointDraft], tuple[LeftOut, ...]]:
    """The points of a story in which one party denies what another asserts, and what is not sure enough to be shown."""
    sure, left_out = part_unsure(find_contradictions(claims, scene), claims, scene)
    found = sure[:_MOST]
    groups = Groups(range(len(found)))
    for number, one in enumerate(found):
        for other in range(number + 1, len(found)):
            if groups.root(number) != groups.root(other) and _one_dispute(one, found[other], claims, scene):
                groups.join(number, other)
    spread = Spread(claims, scene)
    return [_draft([found[member] for member in members], spread) for members in groups.all()], left_out


def _draft(group: Sequence[Contradiction], spread: Spread) -> PointDraft:
    """A point from the contradictions about one thing."""
    claims, scene = spread.claims, spread.scene
    asserted, denials = _oriented(group)
    best = max(group, key=lambda c: (c.strength, -c.denial, -c.claim))
    if best.rule not in _BARE:
        asserted = spread.side(asserted, denials)
        denials = spread.side(denials, asserted)
    going_on = spread.going_on(denials, {*denials, *asserted})
    affirming = _side([claims[number] for number in asserted], Stance.ASSERTS, scene)
    against = Stance.ASSERTS if best.rule in RIVAL else Stance.DENIES
    denying = _side([*(claims[number] for number in denials), *going_on], against, scene)
    return PointDraft(
        question=_ask(best, asserted, claims, scene),
        kind=PointKind.WHO if best.rule in (BLAMED, CALLED) else PointKind.DENIAL,
        standing=Standing.DISPUTED,
        accounts=(*affirming, *denying),
        rule=best.rule,
        why=_why(best.rule),
        strength=best.strength,
    )


def _ask(best: Contradiction, asserted: Sequence[int], claims: Sequence[Claim], scene: Scene) -> str:
    """The question that both sides of a dispute answer."""
    if best.rule == BLAMED:
        charge = charge_of(claims[best.claim], scene)
        if charge is not None and charge.asked is not None:
            return ask(Blamed(charge.asked, charge.verb), scene)
    if best.rule == OPPOSED:
        claim, denial = claims[best.claim], claims[best.denial]
        return ask(Opposed(claim.span, (*claim.holders, *denial.holders)), scene)
    if best.rule == CALLED:
        return ask(Reached(claims[best.claim]), scene)
    if best.rule == BLANKET and not _shared(claims[best.claim], claims[best.denial]):
        return ask(Told(claims[best.claim]), scene)
    for number in (best.claim, *asserted):
        charge = charge_of(claims[number], scene)
        if charge is not None and (asked := ask(Charged(charge), scene)):
            return asked
    sides = [claims[best.claim], *(claims[number] for number in asserted)]
    return ask(Whether(sides, claims[best.claim].stems & claims[best.denial].stems), scene)


def _shared(claim: Claim, denial: Claim) -> frozenset[str]:
    """What a denial names of what the claim tells, and not only of who tells it."""
    return (claim.stems & denial.stems) - claim.owners


def _why(rule: str) -> str:
    if rule in RIVAL:
        return f"two sides answer it in ways that exclude each other ({rule})"
    return f"one side asserts it, the other denies it ({rule})"


def unanswered_denials(claims: Sequence[Claim], drafts: Sequence[PointDraft], scene: Scene) -> list[PointDraft]:
    """Clear denials whose claim no report holds: shown as they stand, as no dispute."""
    shown = [span for draft in drafts for account in draft.accounts for span in account.evidence]
    loose = [
        number
        for number, claim in enumerate(claims)
        if claim.statement is not None
        and not claim.voice
        and claim.signal.kind in ("deny", "reject")
        and not is_refused(claim.line, claim.signal.start)
        and len(claim.stems) >= _TELLING
        and claim.asserts
        and not any(claim.span.overlaps(span) for span in shown)
    ]
    found: list[PointDraft] = []
    taken: set[int] = set()
    spread = Spread(claims, scene)
    for number in loose:
        if number in taken:
            continue
        side = spread.side([number])
        taken.update(side)
        accounts = _side([claims[member] for member in side], Stance.DENIES, scene)
        found.append(
            PointDraft(
                question=ask(Whether([claims[number]], denied=False), scene),
                kind=PointKind.DENIAL,
                standing=Standing.SINGLE,
                accounts=tuple(accounts),
                rule="a denial whose claim no report holds",
                why="denied, but no report says who asserts it",
                strength=scene.weight(claims[number].stems),
            )
        )
    return sorted(found, key=lambda draft: (-draft.strength, draft.question))[:_UNANSWERED]
