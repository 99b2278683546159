"""Denials and the claims they deny: named in their words, pointed back to, negated, or set against each other."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from readout.analysis.accounts.contested.guards import (
    alleges,
    denies_a_reading,
    is_accused,
    is_charge_against,
    roles_fit,
)
from readout.analysis.accounts.contested.negated import negates
from readout.analysis.accounts.setting.imprints import is_press
from readout.analysis.accounts.setting.kept import kept
from readout.language.denials import calendar_stems, denial_words
from readout.language.terms import stem
from readout.types import BlockKind

if TYPE_CHECKING:
    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene
    from readout.text.fold import Word

BACK = 4  #: how many sentences a pointer ("that suggestion") reaches back
AROUND = 6  #: how many sentences from "Quill's account" her account stands at most
ASIDE = 2  #: how many sentences apart two accounts set against each other stand
_MODALS = frozenset(("will", "would", "can", "could", "should", "must", "may", "shall"))
_REFUSALS = frozenset(("cannot", "can't", "won't", "wouldn't", "couldn't", "shouldn't", "cant", "wont"))
_EARLY = 5  #: words with which a claim begins
_WHOLE = frozenset("all every entirely exclusively solely completely only".split())
_OPENING = 7  #: telling words with which two claims begin
_NEAREST = 2  #: words before "did nothing wrong" among which the one stands of whom it is said
_BEFORE = 24  #: characters before a stretch in which the word for a claim stands that it tells
_TOPIC_HERE, _TOPIC_ELSEWHERE = 1.2, 2.5  #: weight that a charge shares with what stands before its denial
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
    if any(w.folded == "yet" for w in denial.line.words if denial.span.start <= w.start < denial.span.end):
        return 0.0
    if is_modal(denial) or not roles_fit(denial, claim) or is_unsure(claim) or _in_part(denial, claim):
        return 0.0
    common = (denial.stems & claim.stems) - calendar_stems()
    shared, part, _ = scene.likeness(denial.stems, claim.stems)
    if len(common) < 3 or shared < 8.5 or part < 0.5 or len(common_words(denial, common)) < 2:
        return 0.0
    if denial.voice and claim.voice:
        return part - 0.1 if scene.origin_at(denial.line.span) != scene.origin_at(claim.line.span) else 0.0
    return min(1.0, 0.1 + part)


def _in_part(denial: Claim, claim: Claim) -> bool:
    """Whether only a whole is denied that the claim does not speak of: "does not plan to use all local steel"."""
    ours, theirs = (
        {w.folded for w in c.line.words if c.span.start <= w.start < c.span.end} & _WHOLE for c in (denial, claim)
    )
    return bool(ours - theirs)


@kept
def is_unsure(claim: Claim) -> bool:
    """Whether a claim speaks of what is alleged or possible."""
    inside = {w.folded for w in claim.line.words if claim.span.start <= w.start < claim.span.end}
    return bool(inside & denial_words().unsure)


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
        return min(1.0, 0.5 + 0.5 * part) if shared >= 2.5 and common else 0.0
    if len(common) < 2 or shared < 5.5 or part < 0.4 or not common_words(denial, common):
        return 0.0
    if len(common_words(denial, common)) < 2 and shared < 0.6 * scene.weight(claim.stems):
        return 0.0
    return min(1.0, 0.3 + part)


_ROOT = 5  #: letters that a noun and a verb for one act share: "report", "reported"


def pointed_back(denial: Claim, claim: Claim, scene: Scene) -> float:
    """How sure it is that "that suggestion" or the like points back to this claim."""
    distance = denial.line.number - claim.line.number
    if claim.signal.kind in DENYING or not 0 <= distance <= BACK or claim.span.start >= denial.span.start:
        return 0.0
    shared = subject_matter(denial) & claim.stems
    named = scene.weight(shared) >= 3.0 and bool(common_words(denial, shared))
    if denial.pointer == "that" and distance and _begins_negated(claim):
        return 0.0
    act = names_the_act(denial, claim)
    clear = named or act or denial.pointer == "that" or denial.signal.kind == "judge"
    first = next((w.folded for w in claim.line.words if w.start >= claim.span.start), "")
    if first.endswith("ing") or (denial.signal.kind == "deny" and denies_a_reading(denial)):
        return 0.0
    if not clear or (claim.voice and not (named or act)) or _says_the_same(denial, claim, scene):
        return 0.0
    told = told_in_full(denial)
    if told and (not named or (told == "that" and len(common_words(denial, shared)) < 2)):
        return 0.0
    if (
        not named
        and _speaks_of_charges(denial)
        and not is_charge_against(claim, scene.people_in(denial.line) | denial.owners)
    ):
        return 0.0
    return 0.8 - 0.08 * distance + (0.15 if named or act else 0.0)


def names_the_act(denial: Claim, claim: Claim) -> bool:
    """Whether the word for what is denied is that for how the claim is told: "the report", of what a paper reported."""
    inside = {w.folded for w in denial.line.words if denial.span.start <= w.start < denial.span.end}
    nouns = {word[:_ROOT] for word in inside & denial_words().claims if len(word) >= _ROOT}
    cues = claim.statement.cue if claim.statement is not None else ()
    cued = {w.folded[:_ROOT] for w in claim.line.words if any(c.start <= w.start < c.end for c in cues)}
    return bool(nouns & (cued | {word[:_ROOT] for word in claim.owners}))


def _begins_negated(claim: Claim) -> bool:
    """Whether a claim is itself a denial from its first words on: "he never spoke of it"."""
    early = [w.folded for w in claim.line.words if claim.span.start <= w.start < claim.span.end][:_EARLY]
    return any(word in denial_words().negation or word.endswith("n't") for word in early)


@kept
def told_in_full(denial: Claim) -> str:
    """The link after the word for a claim that the words that point back tell: "rumours that she took money"; or ""."""
    low = denial.span.start - _BEFORE
    inside = [w.folded for w in denial.line.words if low <= w.start < denial.span.end]
    for one, two in itertools.pairwise(inside):
        if one in denial_words().claims and two in ("that", "of", "about"):
            return two
        if one in denial_words().claims and two in ("he", "she", "it", "they", "his", "her", "their"):
            return "that"  # "allegations he sold it"
    return ""


def _speaks_of_charges(denial: Claim) -> bool:
    """Whether a denial points back to charges ("the allegations are a smear"), which someone must have brought."""
    inside = {w.folded for w in denial.line.words if denial.span.start <= w.start < denial.span.end}
    return bool(inside & denial_words().brought)


def owned_near(denial: Claim, claim: Claim) -> float:
    """How sure it is that "Okafor's version" is what Okafor says close by."""
    distance = abs(denial.line.number - claim.line.number)
    if not denial.about & claim.owners or claim.line.article != denial.line.article or distance > AROUND:
        return 0.0
    if claim.signal.kind in DENYING or goes_on(claim, denial):
        return 0.0
    return 0.78 - 0.03 * distance


def owned_far(denial: Claim, claim: Claim, going_on: frozenset[str], scene: Scene) -> float:
    """How sure it is that "Okafor's version" is this claim of Okafor's, which shares what the denier says instead."""
    if not denial.about & claim.owners or claim.signal.kind in DENYING or goes_on(claim, denial):
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
    return after and (claim.holders == denial.holders or passed_on or bool(denial.about & claim.owners))


def charged(denial: Claim, claim: Claim, scene: Scene) -> float:
    """How sure it is that this is the charge which someone who maintains his innocence denies."""
    if denial.signal.kind != "innocence" or claim.signal.kind in DENYING or claim.negated or _of_another(denial):
        return 0.0
    who = denial.owners if not denial.voice else scene.people_in(denial.line)
    here = denial.line.article == claim.line.article
    if claim.voice:
        near = here and 0 <= denial.line.number - claim.line.number <= ASIDE
        return 0.64 if near and is_accused(claim, who) else 0.0
    if not is_charge_against(claim, who):
        return 0.0
    near = here and (0 < abs(denial.line.number - claim.line.number) <= ASIDE or _answers(denial, claim))
    if claim.party & denial_words().authorities or near:
        return 0.7 if here else 0.66
    if not alleges(claim):
        return 0.0
    shared = scene.weight((_around(denial, scene) & claim.stems) - who - calendar_stems())
    return (0.68 if here else 0.66) if shared >= (_TOPIC_HERE if here else _TOPIC_ELSEWHERE) else 0.0


def _of_another(denial: Claim) -> bool:
    """Whether someone else is called innocent than the one who says so: "Quill said Fenn did nothing wrong"."""
    before = [w for w in denial.line.words if denial.span.start <= w.start and w.end <= denial.signal.start]
    named = [
        w for w in before[-_NEAREST:] if denial.line.text[w.start - denial.line.start].isupper() and w.folded != "i"
    ]
    return bool(named) and not denial.voice and not {stem(w.folded) for w in named} & (denial.party | denial.owners)


def _answers(denial: Claim, claim: Claim) -> bool:
    """Whether "denied the accusation" answers what the same article told of as one, over its words."""
    return alleges(claim) and _speaks_of_charges(denial) and 0 < denial.line.number - claim.line.number <= AROUND


def _around(claim: Claim, scene: Scene) -> frozenset[str]:
    """The stems of a claim's sentence and the two before it."""
    numbers = range(claim.line.number - ASIDE, claim.line.number + 1)
    lines = (scene.line_numbered(claim.line.article, number) for number in numbers)
    return frozenset().union(*(line.stems() for line in lines if line is not None))


def _says_the_same(a: Claim, b: Claim, scene: Scene) -> bool:
    """Whether two claims are one claim in like words."""
    openings = [
        list(dict.fromkeys(t.stem for t in c.line.terms_in(c.span.start, c.span.end)))[:_OPENING] for c in (a, b)
    ]
    if a.negated == b.negated and len(set(openings[0]) & set(openings[1])) >= 3 and a.line.article == b.line.article:
        return True
    _, part, _ = scene.likeness(a.stems, b.stems)
    return part >= (0.4 if a.line.article == b.line.article else 0.5) and a.negated == b.negated


def maintained(denial: Claim, claim: Claim, scene: Scene) -> float:
    """How sure it is that "Y maintains ..." right after "X says ... of Y" holds against it."""
    distance = denial.line.number - claim.line.number
    if denial.signal.kind != "insist" or denial.line.article != claim.line.article or distance not in range(ASIDE + 1):
        return 0.0
    named = any(holder[:1].isupper() for holder in claim.holders)
    if {w.folded for w in denial.line.words if denial.span.start <= w.start < denial.span.end} & {"should", "must"}:
        return 0.0  # a demand
    if (
        denial.voice
        or claim.voice
        or claim.negated
        or claim.hedged
        or claim.signal.kind
        or is_modal(denial)
        or not named
    ):
        return 0.0
    if not distance and claim.span.end <= denial.span.start and {w.folded for w in _opening(denial, claim)} & {"but"}:
        return 0.66
    told = claim.line.stems() if distance else claim.stems
    common = (denial.stems & told) - denial.owners - claim.owners - calendar_stems()
    spoken_of = bool(denial.owners & told or claim.owners & denial.stems)
    return 0.66 if spoken_of and scene.weight(common_words(denial, common)) >= 1.2 else 0.0


def is_modal(denial: Claim) -> bool:
    """Whether what is negated is a plan, a demand or an ability ("will not", "cannot"): no denial of a fact."""
    inside = [w.folded for w in denial.line.words if denial.span.start <= w.start < denial.span.end]
    pairs = itertools.pairwise(inside)
    return any((one in _MODALS and two in ("not", "never")) or one in _REFUSALS for one, two in pairs)


def _opening(denial: Claim, claim: Claim) -> list[Word]:
    """The words before the denial in its line (after the claim, where both stand in one)."""
    low = (
        claim.span.end
        if claim.line.key == denial.line.key and claim.span.end < denial.span.start
        else denial.line.start
    )
    return [word for word in denial.line.words if low <= word.start < max(denial.span.start, denial.line.start + 30)]
