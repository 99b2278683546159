"""How likely many weak signs together make it that one claim answers another: to add to the rules and to doubt them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readout.analysis.accounts.contested.claim_index import Contradiction, Index, pair_of, same_words
from readout.analysis.accounts.contested.pairs import AHEAD, BACK, candidate_pairs, make_pair, read_facts, signs_of
from readout.language.answering import SIGNS, likelihood

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from readout.analysis.accounts.contested.pairs import Facts

RANKED = "many signs that one answers the other"
SURE = 0.75  #: a contradiction this sure makes two parties rivals
_SHOWN, _EVEN, _WORTH, _LIKELIEST = 0.62, 0.5, 0.3, 0.9  #: strength at an even chance; the least chance that counts
_MOSTLY = 0.7  #: the part of their words that two claims of the same share
_DOUBTFUL, _DOUBTED = 0.2, 0.5  #: a chance that speaks against a rule of words, and the strength that is left it


class Chances:
    """How likely it is, by many weak signs together, that one claim answers another."""

    def __init__(self, found: Sequence[Contradiction], index: Index) -> None:
        self.index = index
        self._facts: dict[int, Facts] = {}
        self._clashes: dict[frozenset[str], set[tuple[str, int]]] = defaultdict(set)
        for one in found:
            if one.strength >= SURE:
                answer = index.claims[one.denial]
                self._clashes[pair_of(answer, index.claims[one.claim])].add(answer.line.key)

    def _facts_of(self, number: int) -> Facts:
        if number not in self._facts:
            self._facts[number] = read_facts(self.index.claims[number])
        return self._facts[number]

    def signs(self, claim: int, answer: int) -> tuple[float, ...]:
        """The signs of a pair of claims, by their numbers."""
        one, two = self.index.claims[claim], self.index.claims[answer]
        elsewhere = bool(self._clashes.get(pair_of(one, two), frozenset()) - {two.line.key})
        pair = make_pair(one, two, self._facts_of(claim), self._facts_of(answer))
        return signs_of(pair, elsewhere, self.index.scene)

    def of(self, claim: int, answer: int) -> float:
        """The chance that `answer` answers `claim` (0 to 1)."""
        return likelihood(self.signs(claim, answer))

    def doubts(self, claim: int, answer: int) -> bool:
        """Whether the signs speak against a pair with few of its words in common, and no "denied that"."""
        signs = dict(zip(SIGNS, self.signs(claim, answer), strict=True))
        if signs["words shared"] >= _MOSTLY or (signs["short denial beside it"] and signs["points back"]):
            return False
        return likelihood(tuple(signs.values())) < _DOUBTFUL


def doubt_words(found: Sequence[Contradiction], by_words: Collection[str], chances: Chances) -> list[Contradiction]:
    """Contradictions by words alone (rules `by_words`) are shown only where the signs do not speak against them."""
    return [
        one._replace(strength=min(one.strength, _DOUBTED))
        if one.rule in by_words and chances.doubts(one.claim, one.denial)
        else one
        for one in found
    ]


def ranked_answers(found: Sequence[Contradiction], index: Index, chances: Chances) -> list[Contradiction]:
    """What no rule has found: the likeliest claim that each denial answers.

    Left alone are denials in sentences that a contradiction shows already. The strength is such that an even chance
    is just enough to be shown.
    """
    claims = index.claims
    shown = {claims[number].line.key for one in found if one.strength >= _SHOWN for number in (one.denial, one.claim)}
    best: dict[int, tuple[float, int]] = {}
    for claim, answer in candidate_pairs(
        claims, index.near, lambda denial: index.around(denial, BACK, AHEAD), index.scene
    ):
        if claims[answer].line.key not in shown and not same_words(claims[claim], claims[answer]):
            best[answer] = max(best.get(answer, (0.0, 0)), (chances.of(claim, answer), -claim))
    return [
        Contradiction(answer, -claim, min(_LIKELIEST, _SHOWN + chance - _EVEN), RANKED)
        for answer, (chance, claim) in best.items()
        if chance >= _WORTH
    ]
