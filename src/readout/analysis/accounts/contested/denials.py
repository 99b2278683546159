"""Denials and the claims they deny: named in their words, pointed back to, negated, or set against each other."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from readout.analysis.accounts.contested.guards import alleges, is_charge_against, negates, negates_deed
from readout.analysis.accounts.setting.imprints import is_press
from readout.analysis.accounts.setting.kept import kept
from readout.language.denials import calendar_stems, denial_words, is_negation
from readout.language.terms import stem
from readout.types import BlockKind

if TYPE_CHECKING:
    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene

BACK = 4  #: how many sentences a pointer ("that suggestion") reaches back
AROUND = 6  #: how many sentences from "Quill's account" her account stands at most
ASIDE = 2  #: how many sentences apart two accounts set against each other stand
_EARLY = 5  #: words with which a claim begins
_TELLING = frozenset(("that", "of", "about", "he", "she", "it", "they", "his", "her", "their"))
_BEFORE = 24  #: characters before a stretch in which the word for a claim stands that it tells
DENYING = ("deny", "reject", "judge", "innocence")


def parties_differ(a: Claim, b: Claim) -> bool:
    """Whether two claims are held by different parties, as far as their names tell."""
    if a.holders == b.holders or (a.voice and b.voice and a.line.article == b.line.article):
        return False
    return not (a.party & b.owners or a.owners & b.party)


@kept
def subject_matter(claim: Claim) -> frozenset[str]:
    """The stems of a denial without the words that only deny and without the names of the parties."""
    return claim.stems - {stem(word) for word in claim.signal.words.split()} - _only_denying() - claim.owners


@lru_cache(maxsize=1)
def _only_denying() -> frozenset[str]:
    """The stems of words that only deny."""
    lists = denial_words()
    return frozenset(stem(word) for word in lists.judging | lists.claims | lists.deny | lists.reject)


def common_words(claim: Claim, stems: frozenset[str]) -> frozenset[str]:
    """The stems, of some, that are no names where the claim stands."""
    line = claim.line
    return frozenset(t.stem for t in line.terms if t.stem in stems and not line.text[t.start - line.start].isupper())


def flipped(denial: Claim, claim: Claim, scene: Scene) -> float:
    """How sure it is that a claim is negated in nearly its own words."""
    if claim.negated or claim.signal.kind in DENYING or denial.hedged or claim.hedged:
        return 0.0
    if BlockKind.HEADLINE in (denial.line.kind, claim.line.kind) or not negates(denial, claim):
        return 0.0
    if _is_modal(denial) or not denial_words().unsure.isdisjoint(claim.words):
        return 0.0
    if claim.voice and not negates_deed(denial, claim):
        return 0.0
    common = (denial.stems & claim.stems) - calendar_stems()
    shared, part, _ = scene.likeness(denial.stems, claim.stems)
    if len(common) < 3 or shared < 8.5 or part < 0.5:
        return 0.0
    return min(1.0, 0.1 + part)


def _is_modal(denial: Claim) -> bool:
    """Whether what is negated is a plan, a demand or an ability ("will not", "cannot"): no denial of a fact."""
    lists = denial_words()
    pairs = itertools.pairwise(denial.words)
    return any((one in lists.modals and two in ("not", "never")) or one in lists.refusals for one, two in pairs)


def rejected(denial: Claim, claim: Claim, scene: Scene) -> float:
    """How sure it is that the denial's own words name this claim."""
    owned = bool(denial.about & claim.owners)
    if (
        claim.signal.kind in DENYING
        or claim.negated
        or denial.signal.kind == "innocence"
        or (claim.hedged and not owned)
    ):
        return 0.0
    if (denial.about and not owned) or claim.voice:
        return 0.0
    matter = subject_matter(denial)
    common = matter & claim.stems
    weight, shared = scene.weight(matter), scene.weight(common)
    part = shared / weight if weight else 0.0
    if owned:
        return min(1.0, 0.5 + 0.5 * part) if shared >= 2.5 else 0.0
    if len(common) < 2 or shared < 5.5 or part < 0.4:
        return 0.0
    if len(common_words(denial, common)) < 2 and shared < 0.6 * scene.weight(claim.stems):
        return 0.0
    return min(1.0, 0.3 + part)


def pointed_back(denial: Claim, claim: Claim, scene: Scene) -> float:
    """How sure it is that "that suggestion" or the like points back to this claim."""
    distance = denial.line.number - claim.line.number
    if claim.signal.kind in DENYING:
        return 0.0
    named = scene.weight(subject_matter(denial) & claim.stems) >= 3.0
    if denial.pointer == "that" and distance and any(map(is_negation, claim.words[:_EARLY])):
        return 0.0  # "he never spoke of it" is itself a denial
    clear = named or denial.pointer == "that" or denial.signal.kind == "judge"
    if denial.pointer == "such":  # "Estmark denied any such visit": of what was just told of Estmark
        clear = named or bool(denial.party & claim.stems)
    if not clear or (not named and (claim.voice or told_in_full(denial))):
        return 0.0
    return 0.8 - 0.08 * distance + (0.15 if named else 0.0)


@kept
def told_in_full(denial: Claim) -> bool:
    """Whether the words that point back tell the claim: "rumours that she took money", "allegations he sold it"."""
    inside = denial.line.folded_in(denial.span.start - _BEFORE, denial.span.end)
    return any(one in denial_words().claims and two in _TELLING for one, two in itertools.pairwise(inside))


def owned_near(denial: Claim, claim: Claim) -> float:
    """How sure it is that "Okafor's version" is what Okafor says close by."""
    return 0.0 if claim.signal.kind in DENYING else 0.78 - 0.03 * abs(denial.line.number - claim.line.number)


def owned_far(denial: Claim, claim: Claim, going_on: frozenset[str], scene: Scene) -> float:
    """How sure it is that "Okafor's version" is this claim of Okafor's, which shares what the denier says instead."""
    if not denial.about & claim.owners or claim.signal.kind in DENYING:
        return 0.0
    shared = scene.weight((going_on & claim.stems) - denial.owners - claim.owners - calendar_stems())
    return min(0.95, 0.6 + shared / 40.0) if shared >= 3.0 else 0.0


def goes_on(claim: Claim, denial: Claim) -> bool:
    """Whether a claim goes on in the sentence of a denial: "disputed Turkey's version, saying the plane ..."."""
    after = claim.line.key == denial.line.key and claim.span.start > denial.span.start
    # "The Herald reports that Quill disputed it, saying ...": a paper passes on what Quill goes on to say.
    named = claim.statement.named if claim.statement is not None else ()
    before = bool(named) and all(part.end <= denial.signal.start for part in named)
    passed_on = before and any(map(is_press, claim.holders))
    return after and (claim.holders == denial.holders or passed_on)


def charged(denial: Claim, claim: Claim) -> float:
    """How sure it is that this is the charge which someone who maintains his innocence denies."""
    if claim.negated or claim.voice or not is_charge_against(claim, denial.owners):
        return 0.0
    here = denial.line.article == claim.line.article
    known = (here and _answers(denial, claim)) or claim.party & denial_words().authorities
    return (0.7 if here else 0.66) if known else 0.0


def _answers(denial: Claim, claim: Claim) -> bool:
    """Whether "denied the accusation" answers what the same article told of as one, over its words."""
    charges = not denial_words().brought.isdisjoint(denial.words)
    return charges and alleges(claim) and 0 < denial.line.number - claim.line.number <= AROUND
