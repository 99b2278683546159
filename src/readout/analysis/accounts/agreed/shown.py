"""The words shown for a claim: the clause around a stretch, with the noun before a relative pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.accounts.setting.clauses import children_of, subtree, top_clauses
from readout.analysis.accounts.setting.scene import clause_around
from readout.spans import Span
from readout.text.fold import fold

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.scene import Line

_RELATIVE = frozenset(("who", "which", "that", "whose", "whom"))
_LOOSE = ("acl:relcl", "appos", "parataxis", "punct", "mark", "cc")
_FARTHEST = 60  #: characters from the noun to what is said of it


def shown_clause(line: Line, span: Span) -> Span:
    """What is shown of a line for a stretch: the clause around it, with its subject where that stands before it.

    "Who filed a subpoena on Friday" and "and filed a subpoena" say nothing without whom it is said of.
    """
    shown = clause_around(line, span.start, span.end)
    start = _with_subject(line, shown, _with_noun(line, shown.start))
    return Span(line.article, start, shown.end)


def _with_subject(line: Line, shown: Span, start: int) -> int:
    """Where the subject of the first predicate of a clause begins, if it is near before it; else `start`."""
    tops = top_clauses(line.tokens, shown.start, shown.end)
    if (
        start < shown.start
        or not tops
        or any(clause.subject >= 0 and _at(line, clause.subject) >= start for clause in tops)
    ):
        return start
    subject = tops[0].subject
    if subject < 0 or line.tokens[subject].pos == "PRON":
        return start
    children = children_of(line.tokens)
    aside = [n for n in children[subject] if line.tokens[n].dep in _LOOSE]
    begin = _at(line, min(subtree(children, subject, aside)))
    return begin if start - begin <= _FARTHEST else start


def _at(line: Line, number: int) -> int:
    return line.tokens[number].start


def _with_noun(line: Line, start: int) -> int:
    """Where the noun begins that a relative pronoun at `start` stands for; `start` where there is none."""
    tokens = line.tokens
    first = next((n for n, token in enumerate(tokens) if token.start >= start), None)
    if first is None or fold(tokens[first].text) not in _RELATIVE:
        return start
    verb = first
    while tokens[verb].dep != "acl:relcl":
        if tokens[verb].head == verb:
            return start
        verb = tokens[verb].head
    noun = tokens[verb].head
    aside = [n for n in children_of(tokens)[noun] if n >= first or tokens[n].dep in ("case", "cc", "punct")]
    begin = tokens[min(subtree(children_of(tokens), noun, aside))].start
    return begin if noun < first and start - begin <= _FARTHEST else start
