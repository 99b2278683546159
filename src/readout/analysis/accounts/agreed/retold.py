"""Clauses of two reports that tell the same with other words: found by what they share in all, weighed by the signs of
`tellings`, and held to be one only if they also share a deed, a number, an utterance or most of their words.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from readout.analysis.accounts.agreed.local import common_words
from readout.analysis.accounts.agreed.tellings import Likeness, Told, bonds_of, cannot_be_one, signs_of, told_clauses
from readout.analysis.accounts.candidates import pairs_by_weight
from readout.analysis.accounts.setting.told import IS, stems_in
from readout.language.agreeing import likelihood
from readout.language.denials import denying_words
from readout.language.kin import are_kin
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.accounts.setting.scene import Scene

_BUDGET = 60_000  #: pairs of clauses looked at for a stem, the rarest stems first
_PAIRED = 5.0  #: weight that two clauses must share to be compared
_FEWEST = 2  #: stems that they must share
_LIKELY = 0.6  #: chance from which two clauses with a deed, a number or an utterance in common tell the same
_MORE = 26.0  #: weight of what one of them says and the other does not, at most
_MOST, _PLAIN = 0.5, 3  #: part of the heavier clause that will do instead, with so many words besides names
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def retellings(scene: Scene) -> list[Likeness]:
    """The clauses of two origins that likely tell the same, the likeliest pair of each two sentences."""
    told = told_clauses(scene)
    common = Counter(bond for one in told for bond in bonds_of(one))
    best: dict[tuple[tuple[str, int], tuple[str, int]], Likeness] = {}
    for a, b in _candidates(told, scene):
        if cannot_be_one(a, b) or _differ(a, b) or not _share_what_is_told(a, b):
            continue
        chance = likelihood(signs_of(a, b, common))
        key = (a.line.key, b.line.key)
        if chance >= _LIKELY and (key not in best or chance > best[key].chance):
            best[key] = Likeness(a, b, chance, _bag(a) & _bag(b))
    return list(best.values())


def _bag(told: Told) -> frozenset[str]:
    """The stems of a clause, with its predicate."""
    return told.words | {told.telling.stem}


def _candidates(told: list[Told], scene: Scene) -> Iterator[tuple[Told, Told]]:
    """Pairs of clauses of two articles and origins that share stems of some weight."""
    bags = [_bag(one) for one in told]
    origins = [scene.origin_at(one.line.span) for one in told]
    for (one, other), weight in sorted(pairs_by_weight(bags, scene.weights, _BUDGET).items()):
        if weight < _PAIRED or origins[one] == origins[other] or told[one].line.article == told[other].line.article:
            continue
        if len(bags[one] & bags[other]) >= _FEWEST:
            yield told[one], told[other]


def _named(told: Told) -> frozenset[str]:
    """The stems of what a clause speaks of, but for what is only said, planned or denied in it."""
    tokens = told.line.tokens
    fillers = (found for place, found in told.telling.places if place != IS or tokens[found.head].pos != "VERB")
    return frozenset[str]().union(*(stems_in(tokens, found.tokens) for found in fillers))


def _differ(a: Told, b: Told) -> bool:
    """Whether only one of them has a negation, denies or only says which is meant, or says much more than the other."""
    denied = [fold(told.line.tokens[told.telling.verb].text) in denying_words() for told in (a, b)]
    more = max(a.scene.weight(_bag(a) - _bag(b)), a.scene.weight(_bag(b) - _bag(a)))
    return denied[0] != denied[1] or a.negated != b.negated or a.aside != b.aside or more > _MORE


def _share_what_is_told(a: Told, b: Told) -> bool:
    """Whether what is done in one is done or named in the other, or they share a number, an utterance or most words.

    Likeness alone makes no agreement: "the ruling gives clear guidance to couples", "the ruling assures couples".
    """
    one, two = a.telling.stem, b.telling.stem
    if one == two or one in _named(b) or two in _named(a) or a.utterances & b.utterances:
        return True
    verbs = (a.line.tokens[a.telling.verb], b.line.tokens[b.telling.verb])
    if all(verb.pos == "VERB" for verb in verbs) and are_kin(verbs[0].lemma, verbs[1].lemma):
        return True
    weigh, bags = a.scene.weight, (_bag(a), _bag(b))
    plain = min(common_words(told.line, bags[0] & bags[1]) for told in (a, b))
    if any(not _YEAR.fullmatch(number) for number in a.numbers & b.numbers) and plain:
        return True
    return plain >= _PLAIN and weigh(bags[0] & bags[1]) >= _MOST * max(map(weigh, bags))
