"""What contradicts what in a story: each denial with the claims it denies, and claims that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readout.analysis.accounts.contested.charges import answered_charges, blame_each_other, find_charges
from readout.analysis.accounts.contested.claim_index import Contradiction, Index, same_words
from readout.analysis.accounts.contested.denials import (
    AROUND,
    ASIDE,
    BACK,
    DENYING,
    charged,
    flipped,
    goes_on,
    owned_far,
    owned_near,
    parties_differ,
    pointed_back,
    rejected,
    subject_matter,
)
from readout.analysis.accounts.contested.frames import OPPOSES
from readout.analysis.accounts.contested.guards import has_verb
from readout.analysis.accounts.contested.rivals import opposite_claims, swapped_callers
from readout.analysis.accounts.contested.shortly import (
    denied_clause,
)
from readout.analysis.accounts.contested.weighing import Chances, doubt_words, ranked_answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene

CHARGED = "a charge denied"
BLAMED = "each blames another"
CALLED = "each is said to have called the other"
OPPOSITE = "opposite words of one thing"
REJECTED = "rejected in words that name it"
POINTED = "the denial points back to it"
OWNED = "denied as someone's account"
BLANKET = "all that the other side says of it denied"
OWNED_FAR = "someone's account denied, and told otherwise"
FRAMED = "claim and denial in one sentence"
OPPOSED = "a plan that another opposes"
CLAUSE = "the clause denied is what it says"
ANSWERED = "a charge answered"
FLIPPED = "negated in nearly its own words"
RIVAL = (BLAMED, CALLED, OPPOSITE)  #: rules by which both sides assert something
_BY_WORDS = (
    REJECTED,
    POINTED,
    FLIPPED,
)  #: what the signs can speak against
_TELLING = 3  #: telling words of a claim that "Quill's account" can be
_FEW = 4  #: claims nearby that are taken for someone's account at most, the nearest first
_INSTEAD = 2  #: sentences after a denial in which the denier tells it otherwise
_EVENLY = 0.95  #: the same for what shares the clause denied: the surest only
_NEARLY = 0.85  #: a second claim is denied too if it is nearly as sure as the surest


def _candidates(number: int, index: Index) -> list[int]:
    """The claims of other parties that one claim may contradict."""
    denial = index.claims[number]
    near = index.near(subject_matter(denial) | denial.about)
    found = dict.fromkeys((*near, *index.around(denial, AROUND if denial.signal.kind == "deny" else ASIDE, ASIDE)))
    return [
        other
        for other in found
        if other != number
        and index.claims[other].asserts
        and has_verb(index.claims[other])
        and parties_differ(denial, index.claims[other])
        and not index.claims[other].span.overlaps(denial.span)
    ]


class _Finder:
    """Collects what one claim contradicts, each by its surest rule."""

    def __init__(self, number: int, index: Index) -> None:
        self.number, self.index = number, index
        self.claims, self.scene, self.denial = index.claims, index.scene, index.claims[number]
        self.denies = self.denial.signal.kind in DENYING
        self.found: dict[int, Contradiction] = {}

    def note(self, other: int, strength: float, rule: str) -> None:
        """Keep the surest rule for a claim."""
        if same_words(self.denial, self.claims[other]):
            return
        if strength > (self.found[other].strength if other in self.found else 0.0):
            self.found[other] = Contradiction(self.number, other, strength, rule)

    def differs(self, other: int) -> bool:
        """Whether a claim is another one, of another party, that asserts something."""
        claim = self.claims[other]
        return other != self.number and claim.asserts and has_verb(claim) and parties_differ(self.denial, claim)

    def by_words(self) -> None:
        """Claims that the denial's words name or negate."""
        for other in _candidates(self.number, self.index):
            claim = self.claims[other]
            if self.denies:
                self.note(other, rejected(self.denial, claim, self.scene), REJECTED)
                self.note(other, denied_clause(self.denial, claim, self.scene), CLAUSE)
            if self.denial.negated:
                self.note(other, flipped(self.denial, claim, self.scene), FLIPPED)

    def mine(self, other: int) -> bool:
        """Whether a claim is of the one whose account is denied."""
        return bool(self.denial.about & self.claims[other].owners)

    def by_owner(self) -> None:
        """Claims close by of the one whose account is denied."""
        blanket = self.denial.signal.kind == "judge" and self.denial.pointer == "the"
        told = frozenset() if blanket else self.told_instead()
        for other in filter(self.differs, self.index.by_article[self.denial.line.article]):
            self.note(other, owned_far(self.denial, self.claims[other], told, self.scene), OWNED_FAR)
        if any(contradiction.rule == OWNED_FAR for contradiction in self.found.values()):
            return
        near = filter(self.differs, self.index.around(self.denial, AROUND, AROUND))
        for other in [n for n in near if len(self.claims[n].stems) >= _TELLING and self.mine(n)][:_FEW]:
            self.note(other, owned_near(self.denial, self.claims[other]), BLANKET if blanket else OWNED)

    def told_instead(self) -> frozenset[str]:
        """The stems of what the denier says instead, in the sentence of the denial and the two after it."""
        found: set[str] = set()
        for other in self.index.around(self.denial, 0, _INSTEAD):
            claim = self.claims[other]
            own = claim.party & self.denial.owners and claim.span.start > self.denial.span.start
            if goes_on(claim, self.denial) or own:
                found |= claim.stems
        return frozenset(found)

    def by_pointer(self) -> None:
        """The claim that "that suggestion" points back to, with what its holder says in the same sentence."""
        back = list(
            filter(self.criticises if self.of_criticism() else self.differs, self.index.around(self.denial, BACK, 0))
        )
        sure = {other: pointed_back(self.denial, self.claims[other], self.scene) for other in back}
        first = max(back, key=lambda other: (sure[other], -other), default=None)
        for other in back:
            one = first is not None and self.claims[other].line.key == self.claims[first].line.key
            if first is not None and one and sure[other]:
                self.note(other, sure[first], POINTED)

    def of_criticism(self) -> bool:
        """Whether a denial points back to criticism, which can be a demand: "Congress needs to know why"."""
        return any(word.startswith("critic") for word in self.denial.words)

    def criticises(self, other: int) -> bool:
        """Whether a claim is another party's, though it may assert nothing."""
        claim = self.claims[other]
        said = claim.statement is not None and claim.statement.act != "believe"
        return self.differs(other) or (said and parties_differ(self.denial, claim))

    def by_charge(self) -> None:
        """The charges that one who maintains his innocence denies."""
        for other in filter(self.differs, range(len(self.claims))):
            self.note(other, charged(self.denial, self.claims[other]), CHARGED)

    def surest(self) -> list[Contradiction]:
        """The claims that are nearly as sure as the surest."""
        best = max((found.strength for found in self.found.values()), default=0.0)
        return [c for c in self.found.values() if c.strength >= (_EVENLY if c.rule == CLAUSE else _NEARLY) * best]


def _contradicted(number: int, index: Index) -> list[Contradiction]:
    """The claims that one claim contradicts."""
    finder = _Finder(number, index)
    denial = finder.denial
    if denial.pointer == "such":  # what was just told, and nothing told elsewhere in the same words
        finder.by_pointer()
    if finder.found:
        return finder.surest()
    finder.by_words()
    if not finder.denies:
        return finder.surest()
    if denial.signal.kind == "innocence":
        finder.by_charge()
    elif denial.about:
        finder.by_owner()
    elif denial.pointer:
        finder.by_pointer()
    return finder.surest()


def rival_answers(claims: Sequence[Claim], scene: Scene) -> list[Contradiction]:
    """Claims of different parties that exclude each other without a word of denial."""
    charges = find_charges(claims, scene)
    pairs = (
        (BLAMED, blame_each_other(charges, claims)),
        (OPPOSITE, opposite_claims(claims, scene)),
        (ANSWERED, answered_charges(charges, claims)),
        (CALLED, swapped_callers(claims, scene)),
    )
    framed: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.frame >= 0:
            framed[claim.line.article, claim.frame].append(number)
    both = [sorted(two, key=lambda n: bool(claims[n].signal.words)) for two in framed.values() if len(two) == 2]
    told = [Contradiction(b, a, 0.9, _framed(claims[a], claims[b])) for a, b in both]
    return told + [Contradiction(b, a, strength, rule) for rule, found in pairs for a, b, strength in found]


def _framed(claim: Claim, denial: Claim) -> str:
    """The rule by which one sentence holds a claim and its denial."""
    if denial.signal.words == OPPOSES:
        return OPPOSED
    return FRAMED if claim.line.key == denial.line.key else ANSWERED


def find_contradictions(claims: Sequence[Claim], scene: Scene) -> list[Contradiction]:
    """Denials with the claims they deny, the surest first."""
    index = Index(claims, scene)
    denying = [
        number
        for number, claim in enumerate(claims)
        if claim.frame < 0
        and (claim.signal.kind in DENYING or claim.negated)
        and (claim.asserts or claim.pointer or claim.signal.kind == "deny")
    ]
    framed = {claim.line.key for claim in claims if claim.frame >= 0}
    apart = [number for number in denying if claims[number].line.key not in framed]
    found = [contradiction for number in apart for contradiction in _contradicted(number, index)]
    found += rival_answers(claims, scene)
    chances = Chances(found, index)
    found = doubt_words(found, _BY_WORDS, chances)
    found += ranked_answers(found, index, chances)
    return sorted(found, key=lambda c: (-c.strength, c.denial, c.claim))
