"""What keeps words that are merely alike from becoming a dispute: tests of a claim's parse that only ever say no."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.setting.clauses import children_of, stems_of, subtree, token_at, top_clauses
from readout.analysis.accounts.setting.kept import kept
from readout.language.denials import denial_words, is_negation
from readout.language.terms import stem
from readout.language.wordsets import word_sets
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Line
    from readout.spans import Span
    from readout.types import Token

_PARTLY = word_sets("accounts")["partly"]
_APART = 4  #: telling words between two that stand together
_EARLY = 5  #: telling words of an accusation among which the accused stands
_CHARGED_OF = ("obl", "nmod", "conj")  #: where the noun of a charge stands: "on neglect and abuse"
_ASIDE = ("advcl", "acl")  #: relations of clauses that stand aside: what they deny is not what the holder says


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


def negates_deed(denial: Claim, claim: Claim) -> bool:
    """Whether what is said not to be is more in a claim than what a charge is of: "fined for neglect of the pier" does
    not state that the pier was neglected.
    """
    charged = {
        stem(fold(token.text))
        for token in claim.line.tokens
        if token.pos == "NOUN" and token.dep in _CHARGED_OF and claim.span.start <= token.start < claim.span.end
    }
    return any(negated.following[0] not in charged for negated in _negated_in(denial))


def _together(stems: Sequence[str], claim: Claim) -> bool:
    """Whether some stems stand in a claim, and near each other."""
    inside = [term.stem for term in claim.line.terms_in(claim.span.start, claim.span.end)]
    if not all(found in inside for found in stems):
        return False
    first = stems[0]
    places = [place for place, found in enumerate(inside) if found == first]
    return all(any(found in inside[max(0, p - _APART) : p + _APART + 1] for p in places) for found in stems)


@kept
def has_verb(claim: Claim) -> bool:
    """Whether a claim says something of something: a bare name of a thing asserts nothing, an accusation does."""
    tokens = claim.line.tokens
    inside = any(claim.span.start <= token.start < claim.span.end for token in tokens)
    if not inside or (claim.statement is not None and claim.statement.act == "accuse"):
        return True
    for clause in top_clauses(tokens, claim.span.start, claim.span.end):
        if clause.subject >= 0 and tokens[clause.subject].start >= claim.span.start:
            return True
        # "Police said the boat crossed the line" may be read as a boat that crossed it.
        verb, before = tokens[clause.verb], fold(tokens[clause.verb - 1].text) if clause.verb else ""
        if verb.pos == "VERB" and not fold(verb.text).endswith("ing") and before not in ("to", "having"):
            return True
    return any(
        token.dep == "acl"
        and token.pos == "VERB"
        and fold(token.text).endswith("ed")
        and tokens[token.head].dep == "obj"
        for token in tokens
        if claim.span.start <= token.start < claim.span.end
    )


def is_embedded(line: Line, span: Span, place: int) -> bool:
    """Whether the word at this place stands in a clause aside: "he said so at the time he denied it"."""
    tokens = line.tokens
    number = token_at(tokens, place)
    for _ in range(len(tokens)):
        if number < 0:
            return False
        token = tokens[number]
        head = tokens[token.head]
        if token.head == number or not span.start <= head.start < span.end:
            return False
        if token.dep.startswith(_ASIDE):
            return True
        number = token.head
    return False


def none_of(line: Line, place: int) -> frozenset[str]:
    """The stems of the noun that the "no" at this place stands with, and of the verb it is subject of; else none."""
    token = next((token for token in line.tokens if token.start == place), None)
    if token is None or token.dep != "det" or fold(token.text) != "no":
        return frozenset()
    noun = line.tokens[token.head]
    verb = line.tokens[noun.head]
    subject = noun.dep.startswith("nsubj") and verb.pos == "VERB"
    return frozenset(stem(fold(found.text)) for found in (noun, *((verb,) if subject else ())))


def is_charge_against(claim: Claim, who: frozenset[str]) -> bool:
    """Whether a claim charges someone: who does the deed by its clause, or who is accused by its verb or its cue."""
    tokens = claim.line.tokens
    blame = denial_words().blame
    if claim.statement is not None and claim.statement.act == "accuse":
        early = {t.stem for t in claim.line.terms_in(claim.span.start, claim.span.end)[:_EARLY]}
        if early & who:
            return True
    if not tokens:
        return bool({t.stem for t in claim.line.terms_in(claim.span.start, claim.span.end)[:2]} & who)
    children = children_of(tokens)
    for clause in top_clauses(tokens, claim.span.start, claim.span.end):
        verb = fold(tokens[clause.verb].text)
        charged = verb in blame or verb in denial_words().charging
        places = [clause.subject] if clause.subject >= 0 and (not clause.passive or charged) else []
        places += list(clause.objects) if charged else []
        for place in places:
            if _stems(tokens, children, place) & who:
                return True
    return False


def takes_object(line: Line, place: int) -> bool:
    """Whether the verb at this place has an object and no clause: it is done to something, and says nothing."""
    tokens = line.tokens
    number = token_at(tokens, place)
    below = {tokens[child].dep for child in children_of(tokens)[number]} if number >= 0 else set()
    return "obj" in below and "ccomp" not in below


def is_refused(line: Line, place: int) -> bool:
    """Whether the verb at this place is done to someone by nobody: "those who asked were denied" denies no claim."""
    tokens = line.tokens
    number = token_at(tokens, place)
    below = (
        {tokens[child].dep: fold(tokens[child].text) for child in children_of(tokens)[number]} if number >= 0 else {}
    )
    subject = below.get("nsubj:pass")
    return subject is not None and "obl:agent" not in below and subject not in denial_words().claims


def _stems(tokens: Sequence[Token], children: Sequence[Sequence[int]], top: int) -> frozenset[str]:
    """The stems of a phrase, without clauses and appositions that hang on it, nor whose it is."""
    aside = [n for n in children[top] if tokens[n].dep in ("acl", "acl:relcl", "appos", "nmod:poss", "nmod", "obl")]
    return stems_of(tokens, subtree(children, top, aside))


def alleges(claim: Claim) -> bool:
    """Whether a claim is told as a charge by the words around it: "alleges", "accuses"."""
    if claim.statement is None:
        return False
    cued = {w.folded for w in claim.line.words if any(c.start <= w.start < c.end for c in claim.statement.cue)}
    return any(word.startswith(("alleg", "accus", "charg", "blam", "claim")) for word in cued)
