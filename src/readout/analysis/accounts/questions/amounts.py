"""Questions that an amount of a sentence answers: "How many jobs did the mill lose?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.questions.turning import Asked, ask_clause, ask_of_subject, base_of, is_one
from readout.analysis.accounts.setting.clauses import children_of, read_clauses, subtree
from readout.analysis.accounts.values.implied import TALLY
from readout.language.questioning import question_words, words_that
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.clauses import Clause
    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.spans import Span
    from readout.types import Token

_NOUNS = ("NOUN", "PROPN")
_LONGEST = 20  #: words of a question for an amount
_HANGING = ("acl:relcl", "acl", "appos", "parataxis", "conj", "cc", "punct")


class _Phrase(NamedTuple):
    """An amount with what it counts."""

    head: int  #: the token by which it hangs in the sentence
    tokens: frozenset[int]
    counted: tuple[str, ...]  #: words for what is counted
    case: str  #: the preposition before it


def ask_amount(line: Line, amount: Span, lead: str, scene: Scene) -> str:
    """The question that an amount answers, from its clause; "" where the parse does not show it safely.

    `lead` asks for it: "how many", "how much", "what share", "how long". "The mill lost 40 jobs" gives "How many jobs
    did the mill lose?", "Nine states allow it" gives "How many states allow it?".
    """
    tokens = line.tokens
    phrase = _phrase_of(line, amount, lead)
    if phrase is None or line.kind is BlockKind.HEADLINE:
        return ""
    verb = tokens[phrase.head].head
    clause = next((c for c in read_clauses(tokens) if c.verb == verb), None)
    if lead == "what share" and clause is not None and _changes(line, phrase, clause):
        lead, phrase = "by how much", phrase._replace(case="")
    if lead == question_words().amounts[TALLY]:  # "on a 68-31 vote"
        phrase = phrase._replace(case="", counted=())
    words = [lead, *phrase.counted]
    question = "" if clause is None or clause.negations else _of_clause(line, phrase, clause, words, scene)
    if not question:
        question = _of_relative(line, phrase, words, scene)
    behind = [fold(part.strip("?,")) for part in question.split()[len(" ".join(words).split()) :]]
    rest = set(behind)
    if lead in ("how many", "how much") and behind[:1] and behind[0] in ("is", "was", "has", "does"):
        return ""  # "40 clerks, which is few"
    plain = not rest & (words_that("pointing", "new", "speakers") - {"us"}) and "," not in question
    return question if plain and len(question.split()) <= _LONGEST else ""


def _changes(line: Line, phrase: _Phrase, clause: Clause) -> bool:
    """Whether an amount tells by how much something rose or fell."""
    found = base_of(line.tokens[clause.verb]) in words_that("changes") and phrase.head != clause.subject
    return found and phrase.case in ("", "by") and not phrase.counted


def _of_relative(line: Line, phrase: _Phrase, words: Sequence[str], scene: Scene) -> str:
    """The question from a relative clause of what is counted: "the 12 clerks who signed it"."""
    tokens = line.tokens
    for clause in read_clauses(tokens):
        of_it = tokens[clause.verb].head == phrase.head and tokens[clause.verb].dep == "acl:relcl"
        if of_it and clause.subject >= 0 and fold(tokens[clause.subject].text) in ("who", "which", "that"):
            return "" if clause.negations else ask_of_subject(line, clause, clause.subject, " ".join(words), scene)
    return ""


def _of_clause(line: Line, phrase: _Phrase, clause: Clause, words: Sequence[str], scene: Scene) -> str:
    """The question from the clause in which an amount is subject or object, or hangs on the verb."""
    tokens = line.tokens
    if phrase.head == clause.subject:
        return "" if phrase.case else ask_of_subject(line, clause, max(phrase.tokens), " ".join(words), scene)
    hangs = tokens[phrase.head].dep in ("obj", "obl", "obl:agent") and clause.subject >= 0
    if not hangs or is_one(tokens[clause.subject]):
        return ""
    if words[0] == "how many" and tokens[phrase.head].dep == "obl" and not phrase.case:
        return ""  # "over ten years", where the parse has lost the preposition
    word = " ".join([*([phrase.case] if phrase.case else []), *words])
    return ask_clause(line, clause, (line.start, line.end), Asked(word, phrase.tokens, told=True), scene)


def _phrase_of(line: Line, amount: Span, lead: str) -> _Phrase | None:
    """The phrase that an amount stands in; None where the parse does not show it safely."""
    tokens = line.tokens
    inside = {n for n, token in enumerate(tokens) if amount.start <= token.start < amount.end}
    tops = [n for n in sorted(inside) if tokens[n].head not in inside]
    if len(tops) != 1:
        return None
    children = children_of(tokens)
    head = tops[0]
    if (
        tokens[head].pos == "NUM"
        and tokens[head].dep in ("nummod", "compound")
        and tokens[tokens[head].head].pos in _NOUNS
    ):
        head = tokens[head].head
    case = next((fold(tokens[n].text) for n in children[head] if tokens[n].dep == "case"), "")
    aside = [n for n in children[head] if tokens[n].dep in _HANGING]
    held = [n for n in subtree(children, head, aside) if tokens[n].dep != "punct"]
    if (case and case not in words_that("before amount")) or held != list(range(held[0], held[-1] + 1)):
        return None
    counted = _counted(tokens, children, head, lead, inside & set(held))
    words = None if counted is None else [tokens[n].text for n in held if n in counted]
    if words is None or any(fold(word) in words_that("pointing") for word in words):
        return None
    if lead == "how much" and words and words[0] not in ("in", "per", "a"):
        return None  # "$3 million grants", "tens of millions of dollars"
    if lead == "how long" and (case != "for" or words):
        return None
    return _Phrase(head, frozenset(held), tuple(words), case)


def _counted(
    tokens: Sequence[Token], children: Sequence[Sequence[int]], head: int, lead: str, inside: set[int]
) -> range | None:
    """The tokens for what is counted, all of the phrase that stands behind the number; None where it is no plural."""
    numbers = [n for n in inside if tokens[n].pos in ("NUM", "SYM") or fold(tokens[n].text) in words_that("sizes")]
    if not numbers:
        return None
    behind = range(max(numbers) + 1, len(tokens))
    if lead != "how many":
        return behind
    noun = head
    while noun in numbers:
        below = [n for n in children[noun] if tokens[n].dep == "nmod" and n > noun]
        if not below:
            return None
        noun = below[0]
    if tokens[noun].pos not in _NOUNS or not _is_plural(tokens[noun]):
        return None
    of = fold(tokens[behind[0]].text) == "of" and tokens[behind[1]].pos not in ("DET", "PRON")
    return behind[1:] if of else behind


def _is_plural(token: Token) -> bool:
    """Whether a noun is a plural, by its lemma; of a name, which has none, by its ending: "60 Democrats"."""
    form = fold(token.text)
    return (
        form != fold(token.lemma) or form in words_that("own plural") or (token.pos == "PROPN" and form.endswith("s"))
    )
