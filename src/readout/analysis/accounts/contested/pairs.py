"""Pairs of a claim and what may answer it, and the signs in their words and places that one answers the other."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.contested.denials import (
    DENYING,
    common_words,
    parties_differ,
    subject_matter,
    told_in_full,
)
from readout.analysis.accounts.contested.guards import has_verb, negates
from readout.analysis.accounts.setting.clauses import read_clauses
from readout.language.answering import SIGNS
from readout.language.denials import calendar_stems, denial_words
from readout.language.terms import stem
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene

BACK, AHEAD = 6, 2  #: sentences before and after a denial in which the claim stands that it answers
_SHARED = 4.0  #: weight that a denial and a claim in another report, or farther off, share
_BESIDE = 2  #: sentences between a claim and an answer that stands next to it
_LEAST = 2  #: telling words besides names that a claim has
_BARE = 4  #: telling words of a denial that says little besides
_ENOUGH = 8.0  #: weight shared from which more tells no more
_EARLY = 25  #: characters at the head of a sentence in which a word of contrast stands
_FALSE = ("reject", "judge")  #: who calls a report false does not answer another who does
_OPENING = 6  #: words of what leads to an answer


class Facts(NamedTuple):
    """What is read of one claim, once: the stems of its subjects and objects, its words, and those that lead to it."""

    subjects: frozenset[str]
    objects: frozenset[str]
    opening: frozenset[str]  #: the words that lead to it
    words: frozenset[str]


def read_facts(claim: Claim) -> Facts:
    """The facts of one claim, by its words and its parse."""
    line, tokens = claim.line, claim.line.tokens
    low, high = claim.span.start, claim.span.end
    subjects: set[int] = set()
    objects: set[int] = set()
    for clause in read_clauses(tokens):
        if not low <= tokens[clause.verb].start < high:
            continue
        if tokens[clause.verb].pos != "VERB":
            objects.add(clause.verb)
        if clause.subject >= 0 and tokens[clause.subject].pos in ("NOUN", "PROPN"):
            (objects if clause.passive else subjects).add(clause.subject)
        below = (*clause.objects, *(number for _, number in clause.obliques))
        objects.update(number for number in below if tokens[number].pos in ("NOUN", "PROPN"))
    cues = claim.statement.cue if claim.statement is not None else ()
    first = min([low, *(cue.start for cue in cues if line.start <= cue.start < low)])
    lead = [word.folded for word in line.words if word.start < max(first, line.start + _EARLY)]
    return Facts(
        subjects=frozenset(stem(fold(tokens[number].text)) for number in subjects),
        objects=frozenset(stem(fold(tokens[number].text)) for number in objects),
        opening=frozenset(lead[:_OPENING]),
        words=frozenset(claim.words),
    )


def _told_as_claim(claim: Claim) -> bool:
    """Whether a claim is told with a word that leaves open whether it is so: "alleges", "suggested", "reports"."""
    cues = claim.statement.cue if claim.statement is not None else ()
    cued = {w.folded for w in claim.line.words if any(cue.start <= w.start < cue.end for cue in cues)}
    return bool(cued & denial_words().telling)


class Pair(NamedTuple):
    """A claim, what may answer it, how many sentences later it stands (None: in another report), and their facts."""

    claim: Claim
    answer: Claim
    distance: int | None
    told: Facts
    answered: Facts


def make_pair(claim: Claim, answer: Claim, told: Facts, answered: Facts) -> Pair:
    """The pair of a claim and an answer."""
    same = claim.line.article == answer.line.article
    return Pair(claim, answer, answer.line.number - claim.line.number if same else None, told, answered)


def signs_of(pair: Pair, rivals: bool, scene: Scene) -> tuple[float, ...]:
    """The signs of a pair, in the order of `SIGNS`; `rivals`: whether its parties contradict each other elsewhere."""
    found = {**_of_place(pair), **_of_words(pair, scene), **_of_denial(pair), **_of_sides(pair, rivals)}
    return tuple(float(found[name]) for name in SIGNS)


def _of_place(pair: Pair) -> dict[str, float]:
    """Where the two stand: journalists put the answer right beside the claim."""
    distance, opening = pair.distance, pair.answered.opening
    if distance == 0:
        one, two = sorted((pair.claim.span, pair.answer.span))
        opening = frozenset(pair.claim.line.folded_in(one.end, two.start))
    beside = distance is not None and abs(distance) <= 1
    return {
        "always": 1.0,
        "some sentences apart": distance is not None and abs(distance) > 1,
        "other report": distance is None,
        "contrast between": beside and bool(opening & denial_words().turning),
        "contrast inside": bool(pair.answered.words & denial_words().contrast),
    }


def _of_words(pair: Pair, scene: Scene) -> dict[str, float]:
    """What the two share, and what is turned round."""
    claim, answer = pair.claim, pair.answer
    one, two = (side.stems - scene.people - claim.owners - answer.owners - calendar_stems() for side in (claim, answer))
    weight = scene.weight(one & two)
    lighter = min(scene.weight(one), scene.weight(two))
    part = min(1.0, weight / max(1.0, lighter))
    turned = claim.negated != answer.negated
    alike = not turned and answer.signal.kind not in DENYING
    negated = (answer.negated and negates(answer, claim)) or (claim.negated and negates(claim, answer))
    return {
        "words shared": part,
        "subject shared": bool(pair.told.subjects & pair.answered.subjects),
        "object shared": bool(pair.told.objects & pair.answered.objects),
        "negation differs": turned,
        "negation differs, words shared": turned * min(weight, _ENOUGH) / _ENOUGH,
        "what is negated stands in it": negated,
        "says the same": alike * part * min(weight, _ENOUGH) / _ENOUGH,
    }


def _of_denial(pair: Pair) -> dict[str, float]:
    """How the answer denies, and how the claim is told."""
    claim, answer, kind = pair.claim, pair.answer, pair.answer.signal.kind
    denies = kind in DENYING
    bare = denies and len(subject_matter(answer) - calendar_stems()) <= _BARE
    soon = pair.distance is not None and 0 <= pair.distance <= _BESIDE
    told = _told_as_claim(claim)
    return {
        "denies": kind in ("deny", "reject"),
        "denies a charge": kind == "innocence",
        "calls it false": kind == "judge",
        "insists": kind == "insist",
        "short denial": bare,
        "short denial beside it": bare and soon,
        "points back": bool(answer.pointer) and soon,
        "told as a claim": told,
        "told as a claim, denied beside it": told and denies and soon,
        "claim speaks of a denial": bool(claim.signal.kind in DENYING or pair.told.words & _denying()),
        "open or possible": claim.hedged or answer.hedged,
        "asserts nothing": (not claim.asserts) + (not answer.asserts),
        "no verb": (not has_verb(claim)) + (not has_verb(answer)),
    }


@lru_cache(maxsize=1)
def _denying() -> frozenset[str]:
    """Words with which a sentence itself tells of a denial."""
    lists = denial_words()
    return lists.deny | lists.reject | lists.judging


def _of_sides(pair: Pair, rivals: bool) -> dict[str, float]:
    """Who the two are, and whether one speaks of the other."""
    claim, answer = pair.claim, pair.answer
    return {
        "sides contradict elsewhere": rivals,
        "one is named by the other": bool(claim.owners & answer.stems or answer.owners & claim.stems),
        "claim names who answers": bool(answer.owners & claim.stems),
        "names whose claim": bool(answer.about & claim.owners),
        "an outlet's voice": claim.voice or answer.voice,
    }


def candidate_pairs(
    claims: Sequence[Claim],
    near: Callable[[frozenset[str]], Iterable[int]],
    around: Callable[[Claim], Iterable[int]],
    scene: Scene,
) -> Iterator[tuple[int, int]]:
    """Pairs (claim, answer) of numbers: each denial with the claims around it, and with those that share most with it.

    `near` finds claims by the stems they share, `around` those of the sentences about a claim.
    """
    for number, answer in enumerate(claims):
        if not (answer.signal.words or answer.negated) or not _can_stand(answer) or _is_word(answer):
            continue
        far = near(subject_matter(answer)) if answer.asserts else ()
        for other in dict.fromkeys((*around(answer), *far)):
            claim = claims[other]
            if other == number or not _can_stand(claim) or len(common_words(claim, claim.stems)) < _LEAST:
                continue
            if claim.denied or not parties_differ(claim, answer):
                continue
            if not _can_be_meant(claim, answer) or _rank(claim) > _rank(answer):
                continue
            if _rank(claim) == _rank(answer) and claim.span > answer.span:
                continue
            if _stands_near(claim, answer) or scene.weight(_shared(claim, answer)) >= _SHARED:
                yield other, number


def _can_stand(claim: Claim) -> bool:
    """Whether a claim is no headline, and no side of a sentence that holds both."""
    return claim.frame < 0 and claim.line.kind is not BlockKind.HEADLINE


def _is_word(claim: Claim) -> bool:
    """Whether a claim is a single word: "which were later denied"."""
    return len(claim.words) < 2


def _can_be_meant(claim: Claim, answer: Claim) -> bool:
    """Whether nothing that an answer tells of what it rejects (whose it is, of what) keeps it from being this claim."""
    goes_on = claim.voice and claim.line.key == answer.line.key and claim.span.start > answer.span.start
    ahead = claim.line.article == answer.line.article and claim.span.start > answer.span.start
    if (
        goes_on
        or (ahead and answer.pointer == "that")  # "that characterisation" points back
        or (claim.signal.kind in _FALSE and answer.signal.kind in _FALSE and not answer.about)
        or claim.span.overlaps(answer.span)
        or (answer.about and not answer.about & (claim.owners | claim.party))
    ):
        return False
    matter = subject_matter(answer) - claim.owners - calendar_stems()
    return not (told_in_full(answer) and matter and not matter & claim.stems)


def _stands_near(claim: Claim, answer: Claim) -> bool:
    distance = answer.line.number - claim.line.number
    return claim.line.article == answer.line.article and -AHEAD <= distance <= BACK


def _shared(claim: Claim, answer: Claim) -> frozenset[str]:
    return (claim.stems & answer.stems) - claim.owners - answer.owners - calendar_stems()


def _rank(claim: Claim) -> int:
    """How plainly a claim denies something: the plainer of two is the answer, of equals the later."""
    return 2 if claim.signal.kind in DENYING else int(claim.negated or bool(claim.signal.words))
