"""Points that ask whether something is so: one party asserts it, another denies it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.analysis.accounts.claims import Claim, clause_of
from readout.analysis.accounts.drafts import AccountDraft, PointDraft
from readout.analysis.accounts.groups import Groups
from readout.analysis.accounts.questions import ask_whether
from readout.language.denials import denial_words
from readout.language.terms import stem
from readout.types import PointKind, Stance, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.accounts.scene import Scene

_COMMON = 400  #: a stem in more claims than this leads to no candidates
_BACK = 4  #: how many sentences a pointer ("that suggestion") reaches back
_MOST = 60  #: claims compared with one denial at most


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A denial and the claim it denies, with how sure that is (0 to 1) and by which rule."""

    denial: int
    claim: int
    strength: float
    rule: str


class _Index:
    """The claims of a story by their stems."""

    def __init__(self, claims: Sequence[Claim], scene: Scene) -> None:
        self.claims, self.scene = claims, scene
        self.holding: dict[str, list[int]] = defaultdict(list)
        for number, claim in enumerate(claims):
            for found in claim.stems:
                self.holding[found].append(number)
        self.by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number, claim in enumerate(claims):
            self.by_line[claim.line.key].append(number)

    def near(self, stems: frozenset[str]) -> list[int]:
        """The claims that share the most weight with these stems, best first."""
        scores: dict[int, float] = defaultdict(float)
        for found in sorted(stems):
            members = self.holding.get(found, [])
            if len(members) <= _COMMON:
                for number in members:
                    scores[number] += self.scene.weights.get(found, 1.0)
        return sorted(scores, key=lambda number: (-scores[number], number))[:_MOST]

    def before(self, claim: Claim) -> Iterator[int]:
        """The claims of the lines just before this one, nearest first, and of its own line."""
        for back in range(_BACK):
            yield from self.by_line.get((claim.line.article, claim.line.number - back), [])


def _parties_differ(a: Claim, b: Claim) -> bool:
    """Whether two claims are held by different parties, as far as their names tell."""
    if a.holders == b.holders or (a.voice and b.voice and a.line.article == b.line.article):
        return False
    return not (a.owners & b.owners)


def _subject_matter(claim: Claim) -> frozenset[str]:
    """The stems of a denial without the words that only deny."""
    lists = denial_words()
    signals = {stem(word) for word in claim.signal.split()}
    judging = {stem(word) for word in lists.judging | lists.claims | lists.deny | lists.reject}
    return claim.stems - signals - judging - claim.owners


def _negated_stems(claim: Claim) -> frozenset[str]:
    """The stems of the telling words that follow a negation: what is said not to be."""
    lists = denial_words()
    words_inside = [word for word in claim.line.words if claim.span.start <= word.start < claim.span.end]
    terms = {term.start: term.stem for term in claim.line.terms}
    found: list[str] = []
    for number, word in enumerate(words_inside):
        if word.folded in lists.negation or word.folded.endswith("n't"):
            following = [terms[later.start] for later in words_inside[number + 1 : number + 7] if later.start in terms]
            found += following[:2]
    return frozenset(found)


def _flip(denial: Claim, claim: Claim, scene: Scene) -> float:
    """How sure it is that one claim negates the other in nearly its own words."""
    if denial.negated == claim.negated or denial.hedged or claim.hedged:
        return 0.0
    core = _negated_stems(denial if denial.negated else claim)
    other = claim if denial.negated else denial
    if not core & other.stems:
        return 0.0
    shared, part, _ = scene.likeness(denial.stems, claim.stems)
    if len(denial.stems & claim.stems) < 3 or shared < 6.0 or part < 0.45:
        return 0.0
    return min(1.0, part)


def _rejected(denial: Claim, claim: Claim, scene: Scene) -> float:
    """How sure it is that the denial's words name this claim."""
    matter = _subject_matter(denial)
    shared, part, _ = scene.likeness(matter, claim.stems)
    common = matter & claim.stems
    if len(common) < 2 or shared < 4.5 or part < 0.4:
        return 0.0
    return min(1.0, 0.2 + part)


def _pointed(denial: Claim, claim: Claim, scene: Scene) -> float:
    """How sure it is that "that suggestion" or the like points back to this claim."""
    if claim.statement is None or claim.signal:
        return 0.0
    distance = denial.line.number - claim.line.number
    if denial.line.article != claim.line.article or not 0 <= distance < _BACK or claim.span.start >= denial.span.start:
        return 0.0
    return 0.75 - 0.15 * distance


def find_contradictions(claims: Sequence[Claim], scene: Scene) -> list[Contradiction]:
    """Denials with the claims they deny."""
    index = _Index(claims, scene)
    found: list[Contradiction] = []
    for number, denial in enumerate(claims):
        if not (denial.signal or denial.negated):
            continue
        best: dict[int, Contradiction] = {}
        for other in index.near(_subject_matter(denial)):
            claim = claims[other]
            if other == number or not _parties_differ(denial, claim) or claim.span.overlaps(denial.span):
                continue
            strength, rule = 0.0, ""
            if denial.signal and not claim.signal:
                strength, rule = _rejected(denial, claim, scene), "rejected in words that name it"
            if denial.negated and not strength:
                strength, rule = _flip(denial, claim, scene), "negated in nearly its own words"
            if strength:
                best[other] = Contradiction(number, other, strength, rule)
        if denial.signal and denial.pointer:
            for other in index.before(denial):
                claim = claims[other]
                if other == number or not _parties_differ(denial, claim):
                    continue
                strength = _pointed(denial, claim, scene)
                if strength and (other not in best or best[other].strength < strength):
                    best[other] = Contradiction(number, other, strength, "pointed back to")
                    break
        found += best.values()
    return found


def _side(numbers: Sequence[int], claims: Sequence[Claim], stance: Stance, scene: Scene) -> list[AccountDraft]:
    """Accounts of one side, one for each holder."""
    by_holder: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for number in sorted(set(numbers)):
        by_holder[claims[number].holders].append(claims[number])
    drafts = []
    for holders, members in sorted(by_holder.items(), key=lambda item: item[1][0].span):
        spans = tuple(dict.fromkeys(clause_of(member, scene) for member in members))
        shown = scene.articles[spans[0].article].words(spans[0])
        drafts.append(AccountDraft(answer=" ".join(shown.split()), holders=holders, stance=stance, evidence=spans))
    return drafts


def _alike(a: Claim, b: Claim, scene: Scene) -> bool:
    """Whether two claims on one side are the same claim."""
    shared, part, _ = scene.likeness(a.stems, b.stems)
    return a.span == b.span or (shared >= 6.0 and part >= 0.6 and a.negated == b.negated)


def denial_points(claims: Sequence[Claim], scene: Scene) -> list[PointDraft]:
    """The points of a story in which one party denies what another asserts."""
    found = sorted(find_contradictions(claims, scene), key=lambda c: (-c.strength, c.denial, c.claim))
    found = [c for c in found if c.strength >= 0.6]
    groups = Groups(len(found))
    for number, one in enumerate(found):
        for other in range(number + 1, len(found)):
            two = found[other]
            same_denial = one.denial == two.denial or _alike(claims[one.denial], claims[two.denial], scene)
            same_claim = one.claim == two.claim or _alike(claims[one.claim], claims[two.claim], scene)
            if (same_denial and same_claim) or (one.denial == two.denial) or (one.claim == two.claim):
                groups.join(number, other)
    drafts = []
    for members in groups.all():
        group = [found[member] for member in members]
        denials = [c.denial for c in group]
        asserted = [c.claim for c in group if c.claim not in denials]
        if not asserted:
            continue
        affirming = _side(asserted, claims, Stance.ASSERTS, scene)
        denying = _side(denials, claims, Stance.DENIES, scene)
        best = max(group, key=lambda c: (c.strength, -c.denial, -c.claim))
        drafts.append(
            PointDraft(
                question=ask_whether(claims[best.claim], scene),
                kind=PointKind.DENIAL,
                standing=Standing.DISPUTED,
                accounts=(*affirming, *denying),
                rule=best.rule,
                why=f"one side asserts it, the other denies it ({best.rule})",
                strength=best.strength,
            )
        )
    return drafts
