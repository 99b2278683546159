"""Short questions and labels for values of whose clause none can be asked: "Length of the talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.questions.picking import speaks
from readout.analysis.accounts.questions.writing import joined
from readout.analysis.accounts.setting.clauses import children_of, subtree
from readout.analysis.accounts.values.plurals import plural
from readout.language.dayhours import day_hours
from readout.language.kin import is_verb
from readout.language.questioning import participle_of, question_words, words_that
from readout.language.wordsets import word_sets
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.analysis.accounts.setting.scene import Line
    from readout.spans import Span
    from readout.types import Token

_NOUNS = ("NOUN", "PROPN")
_AS_KIND = ("compound", "amod", "nummod", "nmod:unmarked")  #: how a measure hangs on the noun it describes
_NAMED = ("ADJ", "NOUN", "PROPN", "NUM", "VERB", "PUNCT")  #: what may stand in the name of what is dated
_MADE = ("ing", "tion", "sion", "ment")  #: endings of nouns made of verbs
_APART = ("acl:relcl", "appos", "parataxis", "conj", "cc", "punct", "dep", "list")
_TAIL = 8  #: words that tell more of what is counted
_HELD = 6  #: words of a noun with what describes it
_NOT_DONE = word_sets("accounts")["not_done"]


class Measured(NamedTuple):
    """What an amount measures: the noun with its describing words, what follows it, and whether the amount describes it
    ("a 35-word oath"), is what the noun comes to ("a rate of 36 percent"), or counts it.
    """

    noun: str
    tail: str
    described: bool
    owned: bool = False
    done: str = ""  #: what is done to it: "sunk in the harbour"


def measured(line: Line, amount: Span) -> Measured | None:
    """What an amount of a parsed sentence measures; None where the parse does not show it."""
    tokens = line.tokens
    inside = {n for n, token in enumerate(tokens) if amount.start <= token.start < amount.end}
    tops = [n for n in sorted(inside) if tokens[n].head not in inside]
    if len(tops) != 1:
        return None
    top, children = tops[0], children_of(tokens)
    above = tokens[top].head
    while tokens[above].dep == "compound" and tokens[above].pos in _NOUNS and tokens[top].dep in _AS_KIND:
        above = tokens[above].head
    if tokens[top].dep in _AS_KIND and tokens[above].pos in _NOUNS:
        noun = _described(tokens, children, above, set(subtree(children, top)))
        return Measured(noun, _behind(tokens, children, above, inside), described=True) if noun else None
    case = next((fold(tokens[n].text) for n in children[top] if tokens[n].dep == "case"), "")
    if tokens[top].dep == "nmod" and case == "of" and tokens[above].pos == "NOUN":
        noun = _described(tokens, children, above, set(subtree(children, top)))
        return Measured(noun, "", described=True, owned=True) if noun else None
    parted = _hyphened(tokens, children, top, sorted(inside))
    if parted:
        return Measured(parted, _behind(tokens, children, top, inside), described=False)
    own = [n for n in sorted(inside) if tokens[n].pos in (*_NOUNS, "ADJ") and _is_word(tokens[n])]
    noun = " ".join(tokens[n].text for n in own if n < top) if tokens[top].pos in _NOUNS else ""
    if noun or top in own:
        last = tokens[top].text
        noun = f"{noun} {last if tokens[top].pos == 'PROPN' else plural(last)}".strip() if top in own else noun
    behind, done = _behind(tokens, children, top, inside), _done(tokens, children, top, inside)
    return Measured(noun, behind, described=False, done="" if behind else done)


def _hyphened(tokens: Sequence[Token], children: Sequence[Sequence[int]], top: int, inside: Sequence[int]) -> str:
    """What a number counts by a hyphen in what it describes: "a 35-word oath" is words in the oath; "" elsewhere."""
    number = next((n for n in inside if tokens[n].pos == "NUM"), -1)
    unit = number + 2
    if number < 0 or unit >= top or tokens[number + 1].text != "-":
        return ""
    if tokens[unit].pos != "NOUN" or not tokens[unit].text.isalpha() or tokens[top].pos not in _NOUNS:
        return ""
    noun = _described(tokens, children, top, set(range(inside[0], unit + 1)))
    return f"{plural(fold(tokens[unit].text))} in the {noun}" if noun else ""


def _counts(noun: str) -> bool:
    """Whether the last word for what is counted, or that before "in the", is a plural."""
    words = fold(noun.partition(" in the ")[0]).split()
    return bool(words) and plural(words[-1]) == words[-1]


def _is_word(token: Token) -> bool:
    """Whether a word is no number nor a size of one."""
    return token.text.isalpha() and fold(token.text) not in words_that("sizes", "about amounts")


def _described(tokens: Sequence[Token], children: Sequence[Sequence[int]], noun: int, gone: set[int]) -> str:
    """A noun with the words that describe it, without an amount and an article; "" where they stand apart."""
    before = [n for n in subtree(children, noun) if n <= noun and n not in gone]
    kept = [n for n in before if not (tokens[n].pos in ("DET", "PUNCT") or tokens[n].dep in ("case", "mark", "cc"))]
    run = [n for n in kept if all(m in gone or m in kept or tokens[m].pos == "PUNCT" for m in range(n, noun))]
    words = [tokens[n].text for n in run if not tokens[n].text.isdigit()]
    if any(tokens[n].pos in ("AUX", "SCONJ", "CCONJ", "INTJ") or tokens[n].dep == "nsubj" for n in run if n != noun):
        return ""  # the parse has put a clause into a noun
    if not run or len(words) > _HELD or _points(tokens[n] for n in run) or not all(w[:1].isalnum() for w in words):
        return ""
    return " ".join(words)


def _points(found: Iterable[Token]) -> bool:
    """Whether some words point at others that are not there."""
    return any(
        token.pos == "PRON" or speaks(token) or fold(token.text) in words_that("pointing", "pointing first", "new")
        for token in found
    )


def _phrases(
    tokens: Sequence[Token], children: Sequence[Sequence[int]], of: int, kinds: tuple[str, ...], gone: set[int]
) -> list[list[int]]:
    """The phrases behind a word that hang on it and can be understood by themselves, each as its tokens."""
    found = []
    for child in children[of]:
        apart = [n for n in subtree(children, child) if n != child and tokens[n].dep in _APART]
        held = subtree(children, child, apart)
        whole = held == list(range(held[0], held[-1] + 1)) and not set(held) & gone
        if child > of and tokens[child].dep in kinds and whole and len(held) <= _TAIL:
            plain = not _points(tokens[n] for n in held) and not any(_is_time(tokens[n]) for n in held)
            plain = plain and tokens[held[0] - 1].pos != "PUNCT"
            if plain and all(tokens[n].text[:1].isalnum() or tokens[n].text[:1] in "'’-$" for n in held):
                found.append(held)
    return found


def _is_time(token: Token) -> bool:
    return token.text[:1].isdigit() and token.pos == "NUM"


def _behind(tokens: Sequence[Token], children: Sequence[Sequence[int]], noun: int, gone: set[int]) -> str:
    """What follows a noun and belongs to it: "in funding for the wall", "suffering serious damage"."""
    phrases = _phrases(tokens, children, noun, ("nmod", "acl"), gone)
    return " ".join(tokens[n].text for n in phrases[0]) if phrases else ""


def _done(tokens: Sequence[Token], children: Sequence[Sequence[int]], noun: int, gone: set[int]) -> str:
    """What is done to what a noun names, with where or for what: "launched in the assault"; "" where nothing is."""
    while tokens[noun].dep == "conj" and tokens[tokens[noun].head].pos in _NOUNS:
        noun = tokens[noun].head
    verb = tokens[noun].head
    if tokens[noun].dep not in ("obj", "nsubj:pass") or tokens[verb].pos != "VERB":
        return ""
    form, lemma = fold(tokens[verb].text), fold(tokens[verb].lemma)
    done = form if tokens[noun].dep == "nsubj:pass" else participle_of(form, lemma)
    if not done or lemma in _NOT_DONE:
        return ""
    phrases = _phrases(tokens, children, verb, ("obl", "obl:agent", "compound:prt", "xcomp"), gone)
    words, last = [done], 0
    for held in phrases:
        if len(words) + len(held) <= _TAIL and held[0] > last:
            words += [tokens[n].text for n in held]
            last = held[-1]
    return " ".join(words)


def asked_of(topic: str, asked: str) -> str:
    """A short question behind what it asks of, where no clause shows how the two belong together."""
    return f"{topic[:1].upper()}{topic[1:]}: {asked}?"


def label_amount(what: Measured, dimension: str, unit: str, *, scale: bool = False) -> str:
    """A short question or label for an amount; "" where what is known of it tells too little."""
    if what.described:
        return joined(_label_described(what, dimension, unit, scale=scale))
    return joined(_ask_counted(what, dimension))


def _label_described(what: Measured, dimension: str, unit: str, *, scale: bool) -> str:
    """The label for what an amount describes: "Length of the talks", "Effective tax rate"."""
    names = question_words().labels
    tail = f" {what.tail}" if what.tail else ""
    if what.owned:  # "a town of 700"
        return f"{what.noun[:1].upper()}{what.noun[1:]}" if dimension != "count" and " " in what.noun else ""
    if dimension == "count":
        return _many_of(what.noun, what.tail) if _counts(what.noun) else ""
    if dimension == "share":
        return f"Share of {what.noun}{tail}" if _counts(what.noun) else ""
    name = unit.capitalize() + " of" if scale else names.get(dimension, names["size"])
    return f"{name} the {what.noun}{tail}"


def _ask_counted(what: Measured, dimension: str) -> str:
    """The question for what an amount counts: "How many ferries were sunk in the harbour?"."""
    first, _, rest = what.tail.partition(" ")
    if dimension in ("money", "share"):
        name = question_words().labels[dimension]
        return f"{name} {rest}" if first == "of" or (first == "in" and dimension == "money") else ""
    if not _counts(what.noun):
        return ""
    if " in the " in what.noun:
        return f"How many {what.noun.replace(' in the ', ' are in the ', 1)}?"
    if what.done and what.noun.split()[-1].removesuffix("s") not in words_that("lengths of time"):
        return f"How many {what.noun} were {what.done}?"
    return _many_of(what.noun, what.tail) if what.tail else ""


def _many_of(noun: str, tail: str) -> str:
    """The question how many of something are told of, or how long that is of which they are hours or days."""
    first, _, rest = tail.partition(" ")
    if first == "of" and noun.removesuffix("s") in words_that("lengths of time"):
        return asked_of(rest, "how long")
    return asked_of(f"{noun} {tail}".strip(), "how many")


def label_time(line: Line, time: Span) -> str:
    """The label for the day of what a noun names beside a time ("the Feb. 1 riot", "the warning this week"); or ""."""
    tokens = line.tokens
    inside = {n for n, token in enumerate(tokens) if time.start <= token.start < time.end}
    tops = [n for n in sorted(inside) if tokens[n].head not in inside]
    if len(tops) != 1 or tokens[tokens[tops[0]].head].pos != "NOUN":
        return ""
    top, children = tops[0], children_of(tokens)
    noun = tokens[top].head
    gone = set(subtree(children, top))
    if not tokens[top].dep.startswith(("nmod", "compound", "amod", "nummod", "obl")):
        return ""
    doing = tokens[noun].dep.startswith("nsubj") and tokens[top].dep != "compound"
    if doing and fold(tokens[noun].lemma) not in day_hours().words["happenings"]:
        return ""  # "The army on Friday showed ..."
    words, lemma = _described(tokens, children, noun, gone), fold(tokens[noun].lemma)
    known = lemma in day_hours().words["happenings"] or lemma.endswith(_MADE) or is_verb(lemma)
    if not (known or lemma in words_that("dated")) or lemma in words_that("lengths of time", "no topic"):
        return ""
    if any(map(str.isdigit, words)) or any(
        tokens[n].pos not in _NAMED for n in subtree(children, noun) if n < noun and tokens[n].text in words.split()
    ):
        return ""
    return joined(f"Date of the {words} {_behind(tokens, children, noun, gone)}") if words else ""
