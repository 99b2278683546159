"""Clauses as they stand, for where they cannot be turned: "Is it true that ...?", "When the mayor signed it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.accounts.questions.turning import speaks, written_subject
from readout.analysis.accounts.questions.writing import in_words
from readout.analysis.accounts.setting.clauses import children_of, read_clauses, subtree, top_clauses
from readout.language.questioning import question_words, words_that
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.clauses import Clause
    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.spans import Span
    from readout.types import Token

_OPENING = ("PUNCT", "CCONJ", "SCONJ", "ADV", "INTJ")
_CLOSING = ("PUNCT", "CCONJ", "SCONJ", "ADP", "DET", "PART")
_ENDS = ("advcl", "conj", "parataxis", "punct", "cc", "obl", "acl:relcl")
_WHEN = ("obl", "advmod", "nmod:tmod", "obj")  #: how a time hangs on a verb
_NOUNS = ("NOUN", "PROPN")
_OF_SUBJECT = ("nsubj", "nsubj:pass", "compound", "flat")
_BESIDE = 2  #: words that belong to a time and do not tell it
_WORDS = 19  #: words of a clause, if it can be cut
_LEAST = 4


def ask_whether_true(line: Line, low: int, high: int, scene: Scene) -> str:
    """Whether the main clause of `[low, high)` is true, as it stands; "" where it does not stand by itself."""
    tokens = line.tokens
    if not tokens or line.kind is BlockKind.HEADLINE:
        return ""
    clause = next((c for c in top_clauses(tokens, low, high) if c.subject >= 0), None)
    return "" if clause is None else _write(line, "Is it true that", clause, (low, high), scene)


def ask_when_stated(line: Line, time: Span, scene: Scene) -> str:
    """When it was that a clause came true, as it stands but for the time; "" where it does not stand by itself."""
    tokens = line.tokens
    if not tokens or line.kind is BlockKind.HEADLINE:
        return ""
    inside = {n for n, token in enumerate(tokens) if time.start <= token.start < time.end}
    tops = [n for n in sorted(inside) if tokens[n].head not in inside]
    if len(tops) != 1:
        return ""
    verb = _verb_above(tokens, tops[0])
    clause = next((c for c in read_clauses(tokens) if c.verb == verb and c.subject >= 0), None)
    gone = frozenset(subtree(children_of(tokens), tops[0]))
    case = next((fold(tokens[n].text) for n in gone - inside if tokens[n].dep == "case"), "")
    if question_words().times.get(case) != "when":
        return ""
    if clause is not None and tokens[clause.verb].dep in ("advcl", "acl", "acl:relcl", "csubj"):
        return ""  # "assuming 8 million are sold in 2015"
    if clause is None or clause.subject in gone or clause.negations or len(gone) > len(inside) + _BESIDE:
        return ""
    return _write(line, "When was it that", clause, (line.start, line.end), scene, gone)


def _verb_above(tokens: Sequence[Token], time: int) -> int:
    """The verb whose time a word tells: its head, or that of the subject it hangs on ("Quill on Friday signed it")."""
    above = tokens[time].head
    if tokens[time].dep.startswith(_WHEN):
        return above
    steps = 0
    while tokens[above].pos in _NOUNS and tokens[above].dep in _OF_SUBJECT and steps < len(_OF_SUBJECT):
        above, steps = tokens[above].head, steps + 1
    return above if steps and tokens[time].dep.startswith("nmod") else -1


def _write(
    line: Line,
    lead: str,
    clause: Clause,
    within: tuple[int, int],
    scene: Scene,
    gone: frozenset[int] = frozenset(),
) -> str:
    """A clause behind the words that ask, without what is `gone`; "" where it does not stand by itself."""
    tokens = line.tokens
    held = [n for n in _whole(tokens, clause, within, gone) if n not in gone]
    if not held or not _stands_alone(tokens, held, clause):
        return ""
    return in_words([lead, written_subject(line, held[:1], scene), *(tokens[n].text for n in held[1:])])


def _whole(tokens: tuple[Token, ...], clause: Clause, within: tuple[int, int], gone: frozenset[int]) -> list[int]:
    """The tokens of a clause from its subject to where it ends or can be cut; [] where it is broken off."""
    (low, high), children = within, children_of(tokens)
    subject = subtree(children, clause.subject)
    inside = [n for n, token in enumerate(tokens) if low <= token.start < high]
    first = subject[0]
    before = (n for n in inside if n < first and n not in gone)
    if first not in inside or first in gone or (not gone and any(tokens[n].pos not in _OPENING for n in before)):
        return []
    held = _without_aside(tokens, _without_brackets(tokens, [n for n in inside if n >= first]), clause)
    if len(held) > _WORDS:
        held = _shortened(tokens, held, clause)
    elif not _ends_there(tokens, held[-1]):
        return []
    while held and tokens[held[-1]].pos in _CLOSING and tokens[held[-1]].dep != "compound:prt":
        held.pop()
    return held if clause.verb in held and len(held) >= _LEAST else []


def _shortened(tokens: Sequence[Token], held: Sequence[int], clause: Clause) -> list[int]:
    """A long clause up to the last place where it is short enough and one of its phrases, or an aside, begins."""
    verbs = {clause.verb}
    for n in held:
        if tokens[n].dep in ("xcomp", "ccomp") and tokens[n].head in verbs:
            verbs.add(n)
    children = children_of(tuple(tokens))
    ends = {
        min(subtree(children, n))
        for n in held
        if n > clause.verb and tokens[n].head in verbs and tokens[n].dep in _ENDS
    }
    ends |= {n for n in held if tokens[n].text in (",", ";", ":", "—", "–")}
    short = held[_LEAST : _WORDS + 1]
    last = max((end for end in ends if end in short and end > clause.verb + 1 and tokens[end].text != "-"), default=-1)
    return [n for n in held if n < last]


def _without_aside(tokens: Sequence[Token], held: Sequence[int], clause: Clause) -> list[int]:
    """A clause without what stands between commas before its verb: "Quill, the mayor, signed it"."""
    first = min([clause.verb, *clause.auxiliaries])
    commas = [n for n in held if clause.subject < n < first and tokens[n].text == ","]
    if len(commas) < len(("opening", "closing")) or any(tokens[n].pos != "ADV" for n in range(commas[-1] + 1, first)):
        return list(held)
    return [n for n in held if not commas[0] <= n <= commas[-1]]


def _ends_there(tokens: Sequence[Token], last: int) -> bool:
    """Whether nothing that belongs to a clause stands behind its last word."""
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or tokens[last].pos == "PUNCT":
        return True
    return following.pos in ("PUNCT", "CCONJ", "SCONJ") or fold(following.text) in words_that("new")


def _without_brackets(tokens: Sequence[Token], numbers: Sequence[int]) -> list[int]:
    """Tokens without what stands in round or square brackets."""
    depth, kept = 0, []
    for number in numbers:
        depth += tokens[number].text in ("(", "[")
        if not depth:
            kept.append(number)
        depth -= depth > 0 and tokens[number].text in (")", "]")
    return kept


def _stands_alone(tokens: Sequence[Token], held: Sequence[int], clause: Clause) -> bool:
    """Whether a clause has a finite verb and a subject that names, and points at nothing outside itself."""
    head, verb = tokens[clause.subject], tokens[clause.verb]
    if head.pos not in ("NOUN", "PROPN", "NUM") or any(speaks(tokens[n]) for n in held):
        return False
    form = fold(verb.text)
    if not clause.auxiliaries and (verb.pos != "VERB" or (form.endswith("ing") and form != fold(verb.lemma))):
        return False
    if fold(tokens[held[0]].text) in words_that("pointing first", "negative"):
        return False
    said = [n for n in held if n > clause.verb and tokens[n].dep in ("ccomp", "obj", "xcomp")]
    if fold(verb.lemma) in words_that("saying") and not said:
        return False
    named = False
    for number in held:
        token = tokens[number]
        if fold(token.text) in words_that("pointing") and token.pos in ("PRON", "DET") and not named:
            return False
        if fold(token.text) in ("this", "these", "those") and token.pos in ("PRON", "DET"):
            return False
        if fold(token.text) in words_that("spoken of"):
            return False
        named = named or token.pos in ("NOUN", "PROPN")
    return True
