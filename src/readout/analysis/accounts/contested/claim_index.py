"""Contradictions, and the index of claims through which they are found."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene

_MANY, _QUOTED = 5, 0.7  #: stems, and part of all stems, that two claims of one wording share
_RAREST = 8  #: stems of a denial that lead to claims, the rarest ones
_COMMON = 400  #: a stem in more claims than this leads to no candidates
_MOST = 40  #: claims compared with one denial at most


class Contradiction(NamedTuple):
    """A denial and the claim it denies (as numbers of claims), how sure that is (0 to 1), and by which rule."""

    denial: int
    claim: int
    strength: float
    rule: str


class Index:
    """The claims of a story by their stems and by their lines."""

    def __init__(self, claims: Sequence[Claim], scene: Scene) -> None:
        self.claims, self.scene = claims, scene
        self.holding: dict[str, list[int]] = defaultdict(list)
        self.by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
        self.by_article: dict[str, list[int]] = defaultdict(list)
        for number, claim in enumerate(claims):
            for found in sorted(claim.stems):
                self.holding[found].append(number)
            self.by_line[claim.line.key].append(number)
            self.by_article[claim.line.article].append(number)

    def near(self, stems: frozenset[str]) -> list[int]:
        """The claims that share the most weight with these stems, best first."""
        scores: dict[int, float] = defaultdict(float)
        for found in sorted(stems, key=lambda stem: (len(self.holding.get(stem, ())), stem))[:_RAREST]:
            members = self.holding.get(found, [])
            if len(members) <= _COMMON:
                for number in members:
                    scores[number] += self.scene.weights.get(found, 1.0)
        return sorted(scores, key=lambda number: (-scores[number], number))[:_MOST]

    def around(self, claim: Claim, back: int, ahead: int) -> Iterator[int]:
        """The claims of the lines before (nearest first) and after this one, and of its own line."""
        for step in (*range(back + 1), *(-n for n in range(1, ahead + 1))):
            yield from self.by_line.get((claim.line.article, claim.line.number - step), [])


def pair_of(a: Claim, b: Claim) -> frozenset[str]:
    """The two parties as one key."""
    return frozenset((party_of(a), party_of(b)))


def party_of(claim: Claim) -> str:
    """A claim's holder as a key."""
    return " ".join(sorted(claim.owners))


def same_words(a: Claim, b: Claim) -> bool:
    """Whether two long claims are one quotation, whoever is taken for its speaker."""
    common = len(a.stems & b.stems)
    return a.negated == b.negated and common > _MANY and common >= _QUOTED * len(a.stems | b.stems)
