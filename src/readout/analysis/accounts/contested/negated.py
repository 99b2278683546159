"""What a claim says is not: what follows each negation, of whom it is said, and whether another claim has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.contested.guards import is_embedded, none_of
from readout.analysis.accounts.setting.kept import kept
from readout.language.denials import is_negation
from readout.language.wordsets import word_sets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.contested.signals import Claim

_PARTLY = word_sets("accounts")["partly"]
_APART = 4  #: telling words between two that stand together


class _Negated(NamedTuple):
    """What a negation denies: stems of the first two telling words after it, of those before it, and of "no" what."""

    following: tuple[str, ...]
    before: frozenset[str]
    none: frozenset[str]


@kept
def _negated_in(denial: Claim) -> tuple[_Negated, ...]:
    """What the negations of a denial deny, as far as telling words follow them."""
    inside = denial.line.words_in(denial.span.start, denial.span.end)
    terms = {term.start: term.stem for term in denial.line.terms if not term.stem[0].isdigit()}
    found = []
    for number, word in enumerate(inside):
        after = inside[number + 1].folded if number + 1 < len(inside) else ""
        if is_negation(word.folded) and after not in _PARTLY and not is_embedded(denial.line, denial.span, word.start):
            following = [terms[later.start] for later in inside[number + 1 : number + 8] if later.start in terms][:2]
            before = {terms[earlier.start] for earlier in inside[:number] if earlier.start in terms} - denial.owners
            if following:
                found.append(_Negated(tuple(following), frozenset(before), none_of(denial.line, word.start)))
    return tuple(found)


def negates(denial: Claim, claim: Claim) -> bool:
    """Whether what is said not to be (the first two telling words after a negation), and of what, stands in a claim."""
    return any(
        not negated.none - claim.stems  # "no militants were killed" denies nothing of a hostage
        and (not negated.before or negated.before & claim.stems)
        and _together(negated.following, claim)
        for negated in _negated_in(denial)
    )


def _together(stems: Sequence[str], claim: Claim) -> bool:
    """Whether some stems stand in a claim, and near each other."""
    inside = [term.stem for term in claim.line.terms_in(claim.span.start, claim.span.end)]
    if not all(found in inside for found in stems):
        return False
    first = stems[0]
    places = [place for place, found in enumerate(inside) if found == first]
    return all(any(found in inside[max(0, p - _APART) : p + _APART + 1] for p in places) for found in stems)
