"""What a clause tells, place by place: its predicate, with whoever and whatever stands in each of its places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.setting.clauses import children_of, read_clauses, subtree
from readout.analysis.accounts.setting.kept import kept
from readout.language.denials import denying_words
from readout.language.terms import is_stop, stem
from readout.language.wordsets import word_sets
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from readout.analysis.accounts.setting.clauses import Clause
    from readout.types import Token

DOER, DEED, IS = "doer", "deed", "is"  #: who does it, to what it is done, what something is
_TELLING = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "VERB"))
_SETS = word_sets("accounts")
_LIGHT, _HINDERING = _SETS["light"], _SETS["hindering"] | {"avoid"}
_CARRIED = frozenset(("xcomp", "ccomp", "csubj", "acl"))
_NOT, _POSSIBLE, _SUPPOSING, _HELD = _SETS["not"], _SETS["possible"], _SETS["supposing"], _SETS["held"]
_FLAT = frozenset(("cc", "conj", "acl:relcl", "acl", "appos", "parataxis", "advcl"))


class Filler(NamedTuple):
    """What stands in one place: its head (a token's number), the stem of the head, and all tokens below it."""

    head: int
    stem: str
    tokens: tuple[int, ...]


class Telling(NamedTuple):
    """A predicate, what stands in its places, and whether it is denied, only possible, meant, spoken of or supposed."""

    verb: int
    stem: str
    places: tuple[tuple[str, Filler], ...]
    denied: bool
    possible: bool
    infinitive: bool  #: "to sell", which is not said to be done
    spoken_of: bool  #: "the plan to sell it", "selling it will ..."
    supposed: bool

    def filler(self, place: str) -> Filler | None:
        """What stands in a place, or None."""
        return next((found for name, found in self.places if name == place), None)


@kept
def tellings_of(tokens: tuple[Token, ...]) -> tuple[Telling, ...]:
    """What the clauses of a parsed sentence tell, in order of their predicates; () for one that is not parsed."""
    return tuple(_telling(tokens, clause) for clause in read_clauses(tokens))


def stems_in(tokens: Sequence[Token], numbers: Iterable[int]) -> frozenset[str]:
    """The stems of those of some words that can say what is spoken of."""
    return frozenset(stem_of_token(tokens[number]) for number in numbers if tells(tokens, number))


def stem_of_token(token: Token) -> str:
    """The stem of a word."""
    return stem(fold(token.text))


def _filler(tokens: Sequence[Token], children: Sequence[Sequence[int]], head: int) -> Filler:
    apart = [child for child in children[head] if tokens[child].dep in _FLAT]
    return Filler(head, stem_of_token(tokens[head]), tuple(subtree(children, head, apart)))


def _telling(tokens: tuple[Token, ...], clause: Clause) -> Telling:
    children = children_of(tokens)
    verb = clause.verb
    places = list(_places(tokens, children, clause))
    said, extra = _carried_by_noun(tokens, children, clause)
    if said != verb:
        places = [(name, found) for name, found in places if found.head != said] + extra
    marks = {fold(tokens[n].text) for n in children[verb] if tokens[n].dep == "mark"}
    helping = {fold(tokens[n].text) for n in clause.auxiliaries}
    denied = bool(clause.negations) or _determined_no(tokens, children, clause)
    return Telling(
        verb=said,
        stem=stem_of_token(tokens[said]),
        places=tuple(places),
        denied=denied != (_is_denied(tokens, children, verb) or "without" in marks),
        possible=bool(_POSSIBLE & helping),
        infinitive="to" in marks,
        spoken_of=tokens[verb].dep == "csubj"
        or (tokens[verb].dep == "acl" and bool(marks) and not is_held(tokens, verb)),
        supposed=_is_supposed(tokens, children, verb),
    )


def is_held(tokens: Sequence[Token], number: int) -> bool:
    """Whether a verb that hangs on a noun is what someone says or knows: "information that it burned"."""
    return tokens[tokens[number].head].lemma in _HELD and any(
        token.head == number and token.dep == "mark" and fold(token.text) == "that" for token in tokens
    )


def _determined_no(tokens: Sequence[Token], children: Sequence[Sequence[int]], clause: Clause) -> bool:
    """Whether it is said of no one and nothing: "found no evidence", "without a hearing"."""
    heads = [*clause.objects, clause.subject, clause.verb]
    return any(fold(tokens[n].text) == "no" for head in heads if head >= 0 for n in children[head])


def _places(tokens: Sequence[Token], children: Sequence[Sequence[int]], clause: Clause) -> Iterator[tuple[str, Filler]]:
    if clause.subject >= 0:
        for one in (clause.subject, *_joined(tokens, children, clause.subject)):
            yield (DEED if clause.passive else DOER), _filler(tokens, children, one)
    for head in clause.objects:
        for one in (head, *_joined(tokens, children, head)):
            yield DEED, _filler(tokens, children, one)
    for case, head in clause.obliques:
        for one in (head, *_joined(tokens, children, head)):
            yield (DOER if clause.passive and case == "by" else case or "at"), _filler(tokens, children, one)
    yield from _places_by_parse(tokens, children, clause)


def _places_by_parse(
    tokens: Sequence[Token], children: Sequence[Sequence[int]], clause: Clause
) -> Iterator[tuple[str, Filler]]:
    """What the clause has from the word it hangs on, what it says someone says or is, and what describes a noun."""
    verb = clause.verb
    head = tokens[verb].head
    if clause.subject < 0 and tokens[verb].dep == "acl" and head != verb:  # "agents killed in a firefight"
        yield (DOER if fold(tokens[verb].text).endswith("ing") else DEED), _filler(tokens, children, head)
    for child in children[verb]:
        if tokens[child].dep in ("xcomp", "ccomp") and tokens[child].pos in ("NOUN", "ADJ", "PROPN", "VERB"):
            yield IS, _filler(tokens, children, child)
    if tokens[verb].pos not in ("VERB", "AUX"):
        for child in children[verb]:
            if tokens[child].dep in ("amod", "compound", "nmod:poss"):
                yield IS, _filler(tokens, children, child)


def _joined(tokens: Sequence[Token], children: Sequence[Sequence[int]], head: int) -> list[int]:
    return [child for child in children[head] if tokens[child].dep == "conj"]


def _carried_by_noun(
    tokens: Sequence[Token], children: Sequence[Sequence[int]], clause: Clause
) -> tuple[int, list[tuple[str, Filler]]]:
    """The noun that says what is done where the verb says little ("sustained damage"), with what hangs on it."""
    verb = clause.verb
    if tokens[verb].pos != "VERB" or tokens[verb].lemma not in _LIGHT or not clause.objects:
        return verb, []
    noun = clause.objects[-1]
    if tokens[noun].pos != "NOUN":
        return verb, []
    extra = []
    for child in children[noun]:
        if tokens[child].dep == "nmod":
            case = next((fold(tokens[c].text) for c in children[child] if tokens[c].dep == "case"), "at")
            extra.append((DEED if case == "of" else case, _filler(tokens, children, child)))
        elif tokens[child].dep in ("amod", "compound"):
            extra.append((IS, _filler(tokens, children, child)))
    return noun, extra


def _above(tokens: Sequence[Token], number: int) -> Iterator[tuple[int, bool]]:
    """The words that a verb hangs on, the nearest first, and whether it is (part of) what each says."""
    carried = True
    while tokens[number].head != number:
        carried = carried and tokens[number].dep in _CARRIED
        number = tokens[number].head
        yield number, carried


def _is_denied(tokens: Sequence[Token], children: Sequence[Sequence[int]], number: int) -> bool:
    """Whether a verb hangs on one that denies or hinders it: "denied that she lied", "failed to sell"."""
    denied, hindered = False, tokens[number].dep in _CARRIED
    for above, carried in _above(tokens, number):
        if fold(tokens[above].text) in denying_words():
            return True
        if hindered and tokens[above].lemma in _HINDERING:
            return True
        hindered = False
        denied ^= carried and any(fold(tokens[child].text) in _NOT for child in children[above])
    return denied


def _is_supposed(tokens: Sequence[Token], children: Sequence[Sequence[int]], number: int) -> bool:
    """Whether a verb is only supposed, or hangs on one that is: "if it is true that it was sold"."""
    chain = (number, *(above for above, carried in _above(tokens, number) if carried))
    marks = {fold(tokens[child].text) for one in chain for child in children[one] if tokens[child].dep == "mark"}
    return bool(_SUPPOSING & marks)


def tells(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word can say by itself what is spoken of: no pronoun and no small word."""
    return tokens[number].pos in _TELLING and not is_stop(fold(tokens[number].text))
