"""Whether words of a report can stand as an assertion at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.accounts.setting.clauses import top_clauses
from readout.language.denials import denial_words
from readout.text.fold import fold

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.lines import Line
    from readout.spans import Span
    from readout.types import Statement, Token

_FRAGMENT = 8  #: words below which a stretch that begins with a preposition asserts nothing
_ASKING = frozenset(("why", "whether", "if"))  #: words with which what is asked begins: it asserts nothing
_FINITE = (
    *("is", "are", "was", "were", "be", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must"),
    *("should", "do", "does", "did", "said", "says", "seems", "wants", "plans"),
)


def can_assert(line: Line, span: Span, statement: Statement | None) -> bool:
    """Whether words can stand as an assertion: no plan or demand ("to go", "them to go"), no "if", no fragment."""
    shown = line.text[span.start - line.start : span.end - line.start]
    found = fold(shown).replace('"', " ").split()
    if ends_asking(shown) or not _ASKING.isdisjoint(found[:1]) or (statement is not None and statement.act == "ask"):
        return False
    if statement is None and _bids(line, span):
        return False
    if len(found) < _FRAGMENT // 2 or "if" in found or "to" in found[:1]:
        return False
    plan = "to" in found[1:5] and not found[found.index("to") - 1].endswith("ing")
    if plan and not any(_is_finite(word) for word in found[: found.index("to")]):
        return False
    return len(found) >= _FRAGMENT or found[0] not in denial_words().prepositions


def _bids(line: Line, span: Span) -> bool:
    """Whether an outlet's words bid the reader do something: "See the cover below"."""
    clauses = top_clauses(line.tokens, span.start, span.end)[:1]
    return any(
        clause.subject < 0 and line.tokens[clause.verb].start == span.start and _is_bare(line.tokens[clause.verb])
        for clause in clauses
    )


def _is_bare(token: Token) -> bool:
    """Whether a verb stands in its bare form."""
    return fold(token.text) == fold(token.lemma)


def ends_asking(text: str) -> bool:
    """Whether some words end in a question mark."""
    return text.rstrip("”\"'’ ").endswith("?")


def _is_finite(word: str) -> bool:
    """Whether a folded word is likely a finite verb."""
    return word in _FINITE or (len(word) > 4 and word.endswith("ed"))
