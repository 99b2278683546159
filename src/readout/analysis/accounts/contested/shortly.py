"""Short denials, of one clause."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.contested.denials import (
    AROUND,
    ASIDE,
    DENYING,
    common_words,
)
from readout.language.denials import calendar_stems, denial_words
from readout.language.kin import are_kin
from readout.language.terms import is_country, is_stop, stem
from readout.text.fold import fold

if TYPE_CHECKING:
    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene

_HALF = 0.4  #: part of a short denial's matter that the claim has
_MOSTLY = 0.6  #: the same, where the claim has not its verb
_SUSPECTED = 2.0  #: weight of what is denied that a suspicion just before has
_CLAUSE_HERE, _CLAUSE = 2.5, 3.5  #: weight of a denied clause's verb and nouns that a claim shares


@lru_cache(maxsize=1)
def _part_words() -> frozenset[str]:
    """Stems of words for having a part in something."""
    return frozenset(map(stem, denial_words().partaking))


def denied_clause(denial: Claim, claim: Claim, scene: Scene) -> float:
    """How sure it is that the clause under "denied" (its verb, and what it is said of) is what a claim says.

    The verb may be another for the same ("asked", "requested"); it may be missing if all the nouns stand just before.
    """
    if denial.signal.kind != "deny" or claim.signal.kind in DENYING or claim.negated or claim.hedged:
        return 0.0
    if _suspects(denial, claim):
        suspected = (denial.stems & claim.stems) - denial.owners - scene.people
        if scene.weight(suspected) >= _SUSPECTED:
            return 0.68
    told, said = _told(denial), _told(claim)
    nouns = told.nouns - denial.owners - calendar_stems() - _part_words()
    common = nouns & (said.nouns | said.verbs.keys() | claim.owners)
    plain = common_words(denial, common)
    if not common or {n for n in nouns if is_country(n)} - claim.stems - claim.owners:
        return 0.0
    if told.of_oneself and not denial.party & (claim.stems | claim.owners):
        return 0.0
    same = denial.line.article == claim.line.article
    distance = denial.line.number - claim.line.number if same else -1
    near = 0 < distance <= AROUND
    if (claim.voice and not near) or (not same and len(common) < 2):
        return 0.0  # another report's "meeting" can be another one
    done = {verb for verb, lemma in told.verbs.items() if _is_done(verb, lemma, said)}
    shared = scene.weight(common | done)
    part = shared / max(1.0, scene.weight(nouns | told.verbs.keys()))
    whole = len(plain) > 1 and part >= _MOSTLY
    if not done and not (near and whole):
        return 0.0
    if shared < (_CLAUSE_HERE if same else _CLAUSE) or part < _HALF:
        return 0.0
    return min(0.85, 0.55 + 0.2 * part + (0.06 if same else 0.0))


class _Told(NamedTuple):
    """The nouns (stems) and the verbs (stems, with their lemmas) of a claim, and whether it begins with a pronoun."""

    nouns: frozenset[str]
    verbs: dict[str, str]
    of_oneself: bool


def _told(claim: Claim) -> _Told:
    """What is said in a claim: its nouns, and its verbs but for those that say little."""
    inside = [token for token in claim.line.tokens if claim.span.start <= token.start < claim.span.end]
    nouns = frozenset(stem(fold(token.text)) for token in inside if token.pos in ("NOUN", "PROPN"))
    verbs = {stem(fold(token.text)): fold(token.lemma) for token in inside if token.pos == "VERB"}
    verbs = {verb: lemma for verb, lemma in verbs.items() if lemma not in denial_words().slight and not is_stop(lemma)}
    return _Told(nouns & claim.stems, verbs, any(token.pos == "PRON" for token in inside[:2]))


def _is_done(verb: str, lemma: str, said: _Told) -> bool:
    """Whether a claim has a verb, or another for the same."""
    return verb in said.verbs or verb in said.nouns or any(are_kin(lemma, other) for other in said.verbs.values())


def _suspects(denial: Claim, claim: Claim) -> bool:
    """Whether a claim just before a denial says what is suspected or alleged: who denies it answers that."""
    near = 0 < denial.line.number - claim.line.number <= ASIDE and denial.line.article == claim.line.article
    return near and not denial_words().suspecting.isdisjoint(claim.words)
