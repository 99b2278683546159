"""What a stretch of a sentence says was done: its verbs with their subjects and whether they are denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.clauses import children_of, read_clauses, stems_of, subtree
from readout.analysis.accounts.local import deeds_in
from readout.language.denials import denial_words
from readout.language.terms import is_stop, stem
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.local import LocalMatch
    from readout.analysis.accounts.scene import Line
    from readout.types import Token

_RICH = 9.0  #: shared weight from which the mere form of a verb will do ("removed", in a clause without a subject)


class Deed(NamedTuple):
    """A verb's stem, the stems of its subject's words (none for a pronoun or a gap), and whether it is denied."""

    verb: str
    subject: frozenset[str]
    denied: bool


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


def _agree(a: Deed, b: Deed) -> bool:
    return a.denied == b.denied and (not a.subject or not b.subject or bool(a.subject & b.subject))


def _deeds(line: Line, low: int, high: int) -> list[Deed]:
    if not line.tokens:
        return [Deed(verb, frozenset(), denied=False) for verb in sorted(deeds_in(line, low, high))]
    children = children_of(line.tokens)
    found = []
    for clause in read_clauses(line.tokens):
        token = line.tokens[clause.verb]
        if token.pos != "VERB" or not low <= token.start < high or is_stop(fold(token.text)):
            continue
        subject: frozenset[str] = frozenset()
        if clause.subject >= 0 and line.tokens[clause.subject].pos in ("NOUN", "PROPN"):
            subject = stems_of(line.tokens, subtree(children, clause.subject))
        denied = bool(clause.negations) != _is_denied(line.tokens, clause.verb)
        found.append(Deed(stem(fold(token.text)), subject, denied))
    return found


def _is_denied(tokens: Sequence[Token], number: int) -> bool:
    """Whether a verb hangs on one that denies or rejects it ("denied that she had lied")."""
    denials = denial_words()
    while tokens[number].head != number:
        number = tokens[number].head
        if fold(tokens[number].text) in denials.deny | denials.reject:
            return True
    return False
