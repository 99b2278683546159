"""Questions that a time of a sentence answers: "When did it blow up?", "Until when is the pier closed?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.analysis.accounts.questions.turning import Asked, ask_clause, ask_deed, is_one
from readout.analysis.accounts.questions.writing import in_words
from readout.analysis.accounts.setting.clauses import children_of, read_clauses, subtree
from readout.language.dayhours import day_hours
from readout.language.denials import calendar_words
from readout.language.questioning import question_words, words_that
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.clauses import Clause
    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.spans import Span
    from readout.types import Token

_WHEN = ("obl", "nmod", "advmod")  #: how a time hangs on what happened then
_OF_NOUN = ("nmod", "nmod:poss", "compound", "amod", "nummod", "obl", "nmod:tmod", "nmod:unmarked")
_SMALL = ("ADP", "DET", "ADV", "PUNCT")  #: what may stand with a time and belong to it
_NOUNS = ("NOUN", "PROPN")
_WORDS_OF_NOUN = 8  #: words that tell of which event a time is
_SAID_LEAST, _SAID_MOST = 4, 120  #: words of what is said, and characters that are quoted
_LONGEST_SUBJECT = 7  #: words of a subject that is read by the kinds of its words
_HANGING = ("acl:relcl", "acl", "appos", "parataxis", "conj", "cc", "punct")
_PAUSE = re.compile(r"[,;:–—]")


def ask_time(line: Line, time: Span, scene: Scene) -> str:
    """The question that a time answers, from the clause it belongs to; "" where the parse does not show it safely.

    "The silo blew up on Tuesday" gives "When did the silo blow up?"; "open until May", "Until when ...?".
    """
    tokens = line.tokens
    held = _time_in(line, time)
    if held is None or line.kind is BlockKind.HEADLINE:
        return ""
    top, gone, word = held
    clause = _clause_above(tokens, top)
    if clause is None or clause.negations or clause.subject in gone or is_one(tokens[clause.subject]):
        return ""
    asked = Asked(word, gone, told=True)
    return ask_clause(line, clause, (line.start, line.end), asked, scene) or _when_said(line, clause, word)


def ask_time_of_deed(line: Line, time: Span, scene: Scene) -> str:
    """The question when a deed was done of which the clause names no one who did it: "Selling the mill: when?"."""
    tokens = line.tokens
    held = _time_in(line, time)
    if held is None or line.kind is BlockKind.HEADLINE or held[2] != "when":
        return ""
    clause = _clause_above(tokens, held[0])
    if clause is None or clause.negations:
        return ""
    deed = ask_deed(line, clause, line.end, scene, held[1])
    return f"{deed[:1].upper()}{deed[1:]}: when?" if deed else ""


def _when_said(line: Line, clause: Clause, word: str) -> str:
    """The question when something was said that the sentence tells before: "It fell by half, the board said Friday"."""
    tokens = line.tokens
    verb, subject = tokens[clause.verb], clause.subject
    held = [n for n in subtree(children_of(tokens), subject) if tokens[n].pos != "PUNCT"]
    plain = (
        tokens[subject].pos in _NOUNS and held == list(range(held[0], held[-1] + 1)) and len(held) <= _LONGEST_SUBJECT
    )
    ahead = line.text[: tokens[held[0]].start - line.start].rstrip(" ,”\"’'").lstrip("“\"‘' ")
    if (
        fold(verb.lemma) not in words_that("reporting")
        or word != "when"
        or not plain
        or len(ahead.split()) < _SAID_LEAST
    ):
        return ""
    told = any(token.pos in ("VERB", "AUX") for token in tokens[: held[0]])
    if not told or tokens[clause.verb + 1].text == "that" or "“" in ahead or '"' in ahead:
        return ""
    ahead = ahead if len(ahead) <= _SAID_MOST else ahead[:_SAID_MOST].rsplit(" ", 1)[0] + " …"
    who = [tokens[n].text for n in held]
    if tokens[held[0]].pos != "PROPN" and fold(who[0]) == "the":
        who[0] = "the"
    asked = in_words(["When did", *who, fold(verb.lemma), "this"])
    return f"{asked[:-1]}: “{ahead}”?" if asked else ""


def _time_in(line: Line, time: Span) -> tuple[int, frozenset[int], str] | None:
    """The word that a time hangs by, the words that belong to it, and what asks for it; None where it is not safe."""
    tokens = line.tokens
    inside = {n for n, token in enumerate(tokens) if time.start <= token.start < time.end}
    top = next((n for n in sorted(inside) if tokens[n].head not in inside), None)
    bare = top is not None and tokens[top].dep == "obj" and tokens[tokens[top].head].pos == "VERB"  # "aired Thursday"
    if top is None or not (bare or tokens[top].dep.startswith(_WHEN)):
        return None
    children = children_of(tokens)
    gone = frozenset(subtree(children, top))
    if any(tokens[n].pos not in _SMALL and not _is_calendar(tokens[n]) for n in gone - inside):
        return None
    case = next((fold(tokens[n].text) for n in children[top] if tokens[n].dep == "case"), "")
    before = fold(line.text[: time.start - line.start].rstrip()[-6:])
    word = "when" if before.endswith("as of") else question_words().times.get(case, "")
    return (top, gone, word) if word else None


def _is_calendar(token: Token) -> bool:
    """Whether a word belongs to a second time beside the first: "in March and April"."""
    return token.pos == "CCONJ" or token.text.isdigit() or fold(token.text) in calendar_words()


def _clause_above(tokens: Sequence[Token], place: int) -> Clause | None:
    """The clause that a time belongs to: of the verb it hangs on, over nouns that the parse ties it to."""
    place = tokens[place].head
    while tokens[place].dep in ("nmod", "obl", "obj") and tokens[place].pos in _NOUNS:
        place = tokens[place].head
    if tokens[place].dep.startswith("nsubj"):  # "Quill on Friday signed it"
        place = tokens[place].head
    while tokens[place].dep == "xcomp":  # "will stay closed until May"
        place = tokens[place].head
    return next((c for c in read_clauses(tuple(tokens)) if c.verb == place and c.subject >= 0), None)


def ask_time_of(line: Line, time: Span) -> str:
    """The question when an event was that a noun names beside its time: "Tuesday's hearing on the bridge"."""
    tokens = line.tokens
    inside = {n for n, token in enumerate(tokens) if time.start <= token.start < time.end}
    top = next((n for n in sorted(inside) if tokens[n].head not in inside), None)
    if top is None or not tokens[top].dep.startswith(_OF_NOUN):
        return ""
    noun = tokens[top].head
    if tokens[noun].pos != "NOUN" or fold(tokens[noun].lemma) not in day_hours().words["happenings"]:
        return ""
    children = children_of(tokens)
    aside = [n for n in children[noun] if tokens[n].dep in _HANGING or tokens[n].dep in ("case", "advmod")]
    gone = set(subtree(children, top)) | {n for n in children[noun] if tokens[n].dep == "det"}
    kept = [n for n in subtree(children, noun, aside) if n not in gone]
    if not kept or kept != [n for n in range(kept[0], kept[-1] + 1) if n not in gone]:
        return ""
    if tokens[kept[0]].pos not in ("ADJ", "NOUN", "PROPN", "VERB"):
        return ""
    words = [tokens[n].text for n in kept]
    own = any(tokens[n].dep == "nmod:poss" for n in kept)
    if (
        {fold(word) for word in words} & words_that("pointing")
        or len(words) > _WORDS_OF_NOUN
        or any(map(_PAUSE.search, words))
    ):
        return ""
    plural = fold(tokens[noun].text) != fold(tokens[noun].lemma)
    return in_words([f"When {'were' if plural else 'was'}", *([] if own else ["the"]), *words])
