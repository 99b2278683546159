"""What a stretch of a sentence says was done: its verbs with their subjects and whether they are denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.agreed.local import common_words, deeds_in
from readout.analysis.accounts.setting.clauses import children_of, read_clauses, stems_of, subtree, top_clauses
from readout.analysis.accounts.setting.scene import clause_around
from readout.analysis.accounts.setting.told import is_held
from readout.language.denials import denying_words
from readout.language.terms import is_stop, stem
from readout.language.wordsets import word_sets
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.agreed.local import LocalMatch
    from readout.analysis.accounts.setting.scene import Line
    from readout.spans import Span
    from readout.types import Token

_RICH = 9.0  #: shared weight from which the mere form of a verb will do ("removed", in a clause without a subject)


#: Shared words but names, and part of the lighter stretch, of the same words.
_VERBATIM, _NEARLY = 5, 0.8
_HINDERING = frozenset(map(stem, word_sets("accounts")["hindering"]))
_CARRIED = frozenset(("xcomp", "ccomp", "csubj", "advcl"))
_LIGHT = frozenset(map(stem, word_sets("accounts")["phases"]))
_OF_NOUNS = frozenset(("det", "amod", "nmod:poss"))
_PREDICATES = frozenset(("root", "ccomp", "xcomp", "conj", "advcl", "acl", "acl:relcl", "parataxis"))
_POSSIBLE, _SUPPOSING = word_sets("accounts")["possible"], word_sets("accounts")["supposing"]
_CARRIES = frozenset(("xcomp", "ccomp"))  #: what a verb of saying, planning or being able says


class Deed(NamedTuple):
    """A verb, who does it (stems; none for a pronoun or a gap), whether it is denied, and whether it only may be."""

    verb: str
    subject: frozenset[str]
    denied: bool
    possible: bool = False


def same_deed(a: Line, b: Line, match: LocalMatch) -> bool:
    """Whether the two stretches share a verb of which they say the same: no other subject, and no denial on one side.

    A verb may stand on one side as a noun ("the release of", "was released"). Sentences without a parse are judged by
    the forms of their words.
    """
    one, two = _deeds(a, match.low_a, match.high_a), _deeds(b, match.low_b, match.high_b)
    verbs_a, verbs_b = {deed.verb for deed in one}, {deed.verb for deed in two}
    if verbs_a & verbs_b & match.stems:
        return any(_agree(x, y) for x in one for y in two if x.verb == y.verb)
    told = verbs_a | verbs_b
    if match.shared >= _RICH:
        told |= deeds_in(a, match.low_a, match.high_a) | deeds_in(b, match.low_b, match.high_b)
    return bool(told & match.stems)


def denied_alike(a: Line, b: Line, match: LocalMatch) -> bool:
    """Whether each verb that two parsed stretches share is denied in both or in neither, and they share one."""
    one, two = _deeds(a, match.low_a, match.high_a), _deeds(b, match.low_b, match.high_b)
    common = {deed.verb for deed in one} & {deed.verb for deed in two} & match.stems
    alike = all(
        {d.denied for d in one if d.verb == verb} == {d.denied for d in two if d.verb == verb} for verb in common
    )
    return bool(common) and alike and bool(a.tokens) and bool(b.tokens)


def tells_mainly(a: Line, b: Line, match: LocalMatch) -> bool:
    """Whether what one of the two clauses mainly says, with something it says it of, is said in both.

    "Experts warned that threats could lead to war" and "the two hurled threats, leading some to conclude" share
    words, but neither says what the other does. Nearly the same words need no such proof.
    """
    if match.part >= _NEARLY and min(common_words(a, match.stems), common_words(b, match.stems)) >= _VERBATIM:
        one, two = _verbs_in(a, match.low_a, match.high_a), _verbs_in(b, match.low_b, match.high_b)
        return bool(one & two) or not (a.tokens and b.tokens)
    if not a.tokens and not b.tokens:
        return match.part >= _NEARLY and len(match.stems) >= _VERBATIM  # the forms of the words must do
    return _main_is_told(a, (match.low_a, match.high_a), b, match) or _main_is_told(
        b, (match.low_b, match.high_b), a, match
    )


def _verbs_in(line: Line, low: int, high: int) -> frozenset[str]:
    inside = (t for t in line.tokens if t.pos == "VERB" and low <= t.start < high and t.dep in _PREDICATES)
    return frozenset(stem(fold(t.text)) for t in inside)


def _is_supposed(line: Line, number: int) -> bool:
    """Whether a verb is only supposed ("if it is sold"), spoken of ("selling it will ...") or meant ("the plan to")."""
    token = line.tokens[number]
    marks = [fold(line.tokens[n].text) for n in children_of(line.tokens)[number] if line.tokens[n].dep == "mark"]
    meant = token.dep == "acl" and bool(marks) and not is_held(line.tokens, number)
    return token.dep == "csubj" or meant or bool(_SUPPOSING & set(marks))


def _may_be(line: Line, number: int) -> bool:
    """Whether a verb tells only what may be or can be done: "the jury can find her guilty"."""
    return any(fold(line.tokens[n].text) in _POSSIBLE for n in children_of(line.tokens)[number])


def _main_is_told(line: Line, within: tuple[int, int], other: Line, match: LocalMatch) -> bool:
    """Whether a predicate that the clause around a stretch asserts is found in the other, said of the same."""
    for predicate in _asserted(line, *within):
        verb = stem(fold(line.tokens[predicate].text))
        if verb not in match.stems or verb in _LIGHT:
            continue
        if not other.tokens and _arguments(line, predicate)[0] & match.stems:
            return True
        if any(
            _said_of_same(line, predicate, other, number)
            for number, token in enumerate(other.tokens)
            if stem(fold(token.text)) == verb
            and not _is_supposed(other, number)
            and _may_be(line, predicate) == _may_be(other, number)
        ):
            return True
    return False


def leads(line: Line, span: Span, stems: frozenset[str]) -> int:
    """How well a clause says by itself what some stems tell: 2 with a subject, 1 if its verb is among them, else 0."""
    tokens = line.tokens
    tops = top_clauses(tokens, span.start, span.end)
    told = [c for c in tops if stem(fold(tokens[c.verb].text)) in stems and tokens[c.verb].dep != "acl"]
    named = any(
        c.subject >= 0 and tokens[c.subject].pos != "PRON" and tokens[c.subject].start >= span.start for c in told
    )
    return 2 if named else int(bool(told))


def _asserted(line: Line, low: int, high: int) -> list[int]:
    """The predicates of the clause around a stretch, with those they carry, but for those that hang on a noun."""
    children = children_of(line.tokens)
    clause = clause_around(line, low, high)
    found = []
    tops = (c.verb for c in top_clauses(line.tokens, clause.start, clause.end))
    left = [number for number in tops if not _is_aside(line.tokens, children, number)]
    if not left:  # "the agents for whom the hall is named"
        inside = (n for n, t in enumerate(line.tokens) if clause.start <= t.start < clause.end)
        left = [n for n in inside if line.tokens[n].dep == "acl:relcl"]
    while left:
        number = left.pop()
        if any(line.tokens[child].dep in _OF_NOUNS for child in children[number]) and line.tokens[number].pos == "VERB":
            continue  # "the mass shooting"
        found.append(number)
        left.extend(child for child in children[number] if line.tokens[child].dep in _CARRIES)
    return found


def _is_aside(tokens: Sequence[Token], children: Sequence[Sequence[int]], number: int) -> bool:
    """Whether a predicate hangs on a noun ("work addressing ...") or only says when or why ("before he met ...")."""
    marked = any(tokens[child].dep == "mark" for child in children[number])
    said = is_held(tokens, number)
    return (tokens[number].dep == "acl" and not said) or (tokens[number].dep == "advcl" and marked)


def _said_of_same(a: Line, one: int, b: Line, two: int) -> bool:
    """Whether two predicates have a telling word in common among what they say: beside the doers, if both have more."""
    all_a, said_a = _arguments(a, one)
    all_b, said_b = _arguments(b, two)
    return bool(said_a & said_b) if said_a and said_b else bool(all_a & all_b)


def _arguments(line: Line, number: int) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of all that hangs on a word, and of these without the subject of an active verb."""
    tokens = line.tokens
    children = children_of(tokens)
    clause = next((c for c in read_clauses(tokens) if c.verb == number), None)
    below = set(subtree(children, number)) - {number}
    subject = set(subtree(children, clause.subject)) if clause is not None and clause.subject >= 0 else set()
    active = clause is not None and not clause.passive
    told = (term.stem for term in line.terms)
    known = frozenset(told)
    every = stems_of(tokens, below | subject) & known
    return every, stems_of(tokens, below - subject) & known if active else every


def _agree(a: Deed, b: Deed) -> bool:
    alike = (a.denied, a.possible) == (b.denied, b.possible)
    return alike and (not a.subject or not b.subject or bool(a.subject & b.subject))


def _deeds(line: Line, low: int, high: int) -> list[Deed]:
    if not line.tokens:
        return [Deed(verb, frozenset(), denied=False) for verb in sorted(deeds_in(line, low, high))]
    children = children_of(line.tokens)
    found = []
    for clause in read_clauses(line.tokens):
        token = line.tokens[clause.verb]
        if token.pos != "VERB" or not low <= token.start < high or is_stop(fold(token.text)):
            continue
        doer = clause.subject
        if clause.passive:  # "the ledgers were forged by Quill"
            doer = next((number for case, number in clause.obliques if case == "by"), -1)
        subject: frozenset[str] = frozenset()
        if doer >= 0 and line.tokens[doer].pos in ("NOUN", "PROPN"):
            subject = stems_of(line.tokens, subtree(children, doer))
        denied = bool(clause.negations) != _is_denied(line.tokens, clause.verb)
        found.append(Deed(stem(fold(token.text)), subject, denied, _may_be(line, clause.verb)))
    return found


def _is_denied(tokens: Sequence[Token], number: int) -> bool:
    """Whether a verb hangs on one that denies, rejects or hinders it ("denied that she had lied", "failed to sell")."""
    hindered = tokens[number].dep in _CARRIED
    while tokens[number].head != number:
        number = tokens[number].head
        folded = fold(tokens[number].text)
        if folded in denying_words() or (hindered and stem(folded) in _HINDERING):
            return True
        hindered = False
    return False
