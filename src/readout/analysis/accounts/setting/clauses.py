"""Parsed clauses: verb, subject, object, auxiliaries and negation, read from the tokens of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.setting.kept import kept
from readout.language.terms import stem
from readout.language.wordsets import word_sets
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.types import Token

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_OBLIQUE = ("obl", "nmod", "obl:agent")
_NEGATIONS = word_sets("accounts")["not"] | word_sets("accounts")["none"]


class Clause(NamedTuple):
    """A predicate with its places in the sentence: numbers of tokens, -1 or () where there is none."""

    verb: int
    subject: int
    passive: bool
    objects: tuple[int, ...]
    obliques: tuple[tuple[str, int], ...]  #: preposition and head noun
    auxiliaries: tuple[int, ...]  #: with the copula
    negations: tuple[int, ...]


@kept
def children_of(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    """The dependents of each token, in order."""
    found: list[list[int]] = [[] for _ in tokens]
    for number, token in enumerate(tokens):
        if token.head != number:
            found[token.head].append(number)
    return tuple(map(tuple, found))


def token_at(tokens: Sequence[Token], place: int) -> int:
    """The number of the token that stands at this place of the text, -1 for none."""
    return next((n for n, token in enumerate(tokens) if token.start <= place < token.end), -1)


def subtree(children: Sequence[Sequence[int]], top: int, without: Iterable[int] = ()) -> list[int]:
    """The token and all that hangs on it, in order, but for what hangs on those in `without`."""
    left, found, barred = [top], set(), set(without)
    while left:
        one = left.pop()
        if one in found or one in barred:
            continue
        found.add(one)
        left.extend(children[one])
    return sorted(found)


@kept
def read_clauses(tokens: tuple[Token, ...]) -> tuple[Clause, ...]:
    """The clauses of a parsed sentence in order of their predicates; () for one that is not parsed."""
    children = children_of(tokens)
    found = []
    for number, token in enumerate(tokens):
        below = children[number]
        has_subject = any(tokens[child].dep in _SUBJECTS for child in below)
        if token.pos == "VERB" or (has_subject and token.pos in ("NOUN", "ADJ", "PROPN", "AUX", "ADV", "NUM", "PRON")):
            found.append(_clause(tokens, children, number))
    return tuple(found)


def _clause(tokens: Sequence[Token], children: Sequence[Sequence[int]], number: int) -> Clause:
    below = children[number]
    subject = next((child for child in below if tokens[child].dep in _SUBJECTS and child < number), -1)
    passive = any(tokens[child].dep in ("nsubj:pass", "aux:pass") for child in below)
    if subject < 0 and tokens[number].dep in ("conj", "xcomp"):
        head = tokens[number].head
        subject = next((child for child in children[head] if tokens[child].dep in _SUBJECTS and child < head), -1)
    obliques = []
    for child in below:
        if tokens[child].dep in _OBLIQUE:
            case = next((tokens[c].text for c in children[child] if tokens[c].dep == "case"), "")
            obliques.append((fold(case), child))
    return Clause(
        verb=number,
        subject=subject,
        passive=passive,
        objects=tuple(child for child in below if tokens[child].dep in ("obj", "iobj")),
        obliques=tuple(obliques),
        auxiliaries=tuple(child for child in below if tokens[child].dep in ("aux", "aux:pass", "cop")),
        negations=tuple(child for child in below if fold(tokens[child].text) in _NEGATIONS),
    )


def top_clauses(tokens: tuple[Token, ...], low: int, high: int) -> list[Clause]:
    """The clauses in `[low, high)` whose predicates hang on nothing inside it, or are joined to one that does not."""

    def inside(number: int) -> bool:
        return low <= tokens[number].start < high

    found = []
    tops: set[int] = set()
    for clause in read_clauses(tokens):
        token = tokens[clause.verb]
        top = token.head == clause.verb or not inside(token.head) or (token.dep == "conj" and token.head in tops)
        if inside(clause.verb) and top:
            tops.add(clause.verb)
            found.append(clause)
    return found


def stems_of(tokens: Sequence[Token], numbers: Iterable[int]) -> frozenset[str]:
    """The stems of some tokens."""
    return frozenset(stem(fold(tokens[number].text)) for number in numbers)
