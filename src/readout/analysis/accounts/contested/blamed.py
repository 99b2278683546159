"""Charges told in passing ("attacks that Norland blamed on Estmark") with the denial of the accused close by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.contested.claims import is_undone
from readout.analysis.accounts.contested.tellers import holder_words, named_subject
from readout.analysis.accounts.setting.clauses import children_of, read_clauses, stems_of, subtree
from readout.language.denials import denial_words
from readout.spans import Span
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.clauses import Clause
    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.types import Token

_AFTER = 2  #: sentences after a charge in which the accused denies it
_LONGEST = 260  #: characters of a charge or a denial that is shown
_HOPS = 4  #: steps from a noun up to the phrase that it is part of
_LEAST = 2  #: telling words of a deed
_OFF = ("acl:relcl", "appos", "parataxis", "punct", "cc", "conj", "advcl")  #: what hangs loosely on a phrase
_BEHIND = ("advcl", "parataxis", "punct", "cc", "conj")  #: what hangs loosely on a verb, behind it
_RELATIVE = frozenset(("that", "which", "who", "whom"))
_WHERE = frozenset("in at near off around through across".split())
_PRONOUNS = frozenset(("it", "they", "he", "she"))
_POINTING = frozenset(("it", "this", "that", "them", ",", "."))  #: no more than these: "denied it."
_TELLING = ("NOUN", "PROPN", "ADJ")


class Blame(NamedTuple):
    """Who blames whom: the words of the charge, the holder's name ("" where nobody is named), the accused."""

    line: Line
    claim: Span
    owner: str
    accused: frozenset[str]  #: stems of the words for the accused
    name: str  #: the name of the accused
    deed: frozenset[str]  #: stems of what they are blamed for


class Answered(NamedTuple):
    """A charge, and the words with which the accused denies it, in the same sentence or one close by."""

    blame: Blame
    line: Line
    denial: Span
    denier: str


def find_answered(scene: Scene, by_line: Mapping[tuple[str, int], Sequence[Claim]]) -> Iterator[Answered]:
    """The charges told in passing that the accused denies, each with the first denial after it.

    `by_line` are the claims of a story, by their lines.
    """
    for line in scene.lines:
        if line.kind is BlockKind.HEADLINE or not line.tokens:
            continue
        for blame in _blames(line, scene):
            for step in range(_AFTER + 1):
                later = scene.line_numbered(line.article, line.number + step)
                if later is None:
                    break
                found = _denial(blame, later, step, scene) or _denying(blame, later, by_line.get(later.key, ()))
                if found is not None:
                    yield found
                    break


def _blames(line: Line, scene: Scene) -> Iterator[Blame]:
    """The charges of a sentence, by its parse."""
    tokens = line.tokens
    children = children_of(tokens)
    for clause in read_clauses(tokens):
        if fold(tokens[clause.verb].lemma) not in ("blame", "accuse") or clause.negations:
            continue
        if any(fold(tokens[n].text) in denial_words().hedges for n in clause.auxiliaries):
            continue
        accused, deed = _parts(clause, tokens)
        if accused < 0 or not deed:
            continue
        name = named_subject(line, children, accused, scene)
        phrase = subtree(children, accused, _loose(tokens, children, accused))
        stems = stems_of(tokens, [n for n in phrase if tokens[n].pos in _TELLING])
        owner = _owner(line, clause, scene)
        words = stems_of(tokens, [n for n in deed if tokens[n].pos in (*_TELLING, "VERB")]) - stems
        if name is None or not stems or len(words) < _LEAST:
            continue
        if owner and holder_words((owner,)) & holder_words((name[1],)):
            continue  # nobody charges themselves
        spread = sorted({*deed, *_around(clause, tokens), accused})
        spread = [n for n in spread if _begin(spread, tokens) <= n < _verdict(clause.verb, tokens)]
        while tokens[spread[-1]].pos in ("PUNCT", "DET", "CCONJ") or tokens[spread[-1]].text in "-–—":
            spread.pop()
        low, high = tokens[spread[0]].start, tokens[spread[-1]].end
        if high - low <= _LONGEST:
            yield Blame(line, Span(line.article, low, high), owner, stems, name[1], words)


def _parts(clause: Clause, tokens: Sequence[Token]) -> tuple[int, list[int]]:
    """The head of the words for the accused (-1 for none), and the tokens that tell what they are blamed for."""
    children = children_of(tuple(tokens))
    verb = tokens[clause.verb]
    within = verb.head if verb.dep.startswith("acl") else -1
    onto = next((n for case, n in clause.obliques if case == "on"), -1)
    if onto >= 0 and fold(verb.lemma) == "blame":
        done = [n for n in clause.objects if fold(tokens[n].text) not in _RELATIVE]
        if clause.passive and clause.subject >= 0 and fold(tokens[clause.subject].text) not in _RELATIVE:
            done = [clause.subject]
        head = done[0] if done else _whole(tokens, within)
        return onto, subtree(children, head, _loose(tokens, children, head)) if head >= 0 else []
    if clause.passive and clause.subject >= 0:
        accused = clause.subject
    else:
        accused = next(iter(clause.objects), within if clause.subject < 0 else -1)
    if accused >= 0 and fold(tokens[accused].text) in _RELATIVE:
        accused = within
    below = [
        n
        for n in children[clause.verb]
        if n > clause.verb and n != accused and tokens[n].dep in ("advcl", "acl", "obl", "ccomp", "xcomp")
    ]
    told = [
        n
        for n in below
        if any(fold(tokens[c].text) in ("of", "for") for c in children[n] if tokens[c].dep in ("mark", "case"))
    ]
    if not told:  # the parser hangs "of using" on what stands before it
        told = [t.head for n, t in enumerate(tokens) if n > clause.verb and t.dep == "mark" and fold(t.text) == "of"][
            :1
        ]
    return accused, [n for one in told for n in subtree(children, one, _loose(tokens, children, one))]


def _whole(tokens: Sequence[Token], number: int) -> int:
    """The head of the whole phrase for a deed: "attacks on tankers in waters" and not "waters"; -1 for none."""
    for _ in range(_HOPS):
        head = tokens[number].head if number >= 0 else number
        if number < 0 or tokens[number].dep not in ("nmod", "obl") or head == number or tokens[head].pos != "NOUN":
            break
        number = head
    children = children_of(tuple(tokens))
    if number >= 0 and any(fold(tokens[n].text) in _WHERE for n in children[number] if tokens[n].dep == "case"):
        # "attacks on tankers in waters which Norland blamed on Estmark" blames nobody for the waters
        beside = [n for n in children[tokens[number].head] if n < number and tokens[n].dep in ("obl", "obj")]
        return beside[-1] if beside and tokens[beside[-1]].pos == "NOUN" else -1
    return number


def _begin(spread: Sequence[int], tokens: Sequence[Token]) -> int:
    """The first of some tokens that is no preposition or adverb: "particularly after the attack" is the attack."""
    return next((n for n in spread if tokens[n].pos not in ("ADP", "ADV", "SCONJ", "PUNCT", "CCONJ")), spread[0])


def _verdict(verb: int, tokens: Sequence[Token]) -> int:
    """Where a sentence goes on with what is said of the charge: ", an allegation it denied"."""
    claims = denial_words().claims
    for number, token in enumerate(tokens):
        if number > verb and token.dep in ("appos", "parataxis") and fold(token.text) in claims:
            return number
    return len(tokens)


def _around(clause: Clause, tokens: Sequence[Token]) -> list[int]:
    """The tokens of a clause by themselves: its verb, who does it, and by whom."""
    children = children_of(tuple(tokens))
    found = [clause.verb, *clause.auxiliaries]
    for number in (clause.subject, *(n for case, n in clause.obliques if case in ("by", "on"))):
        if number >= 0:
            found += subtree(children, number, _loose(tokens, children, number))
    return found


def _loose(tokens: Sequence[Token], children: Sequence[Sequence[int]], top: int) -> list[int]:
    return [n for n in children[top] if tokens[n].dep in _OFF]


def _owner(line: Line, clause: Clause, scene: Scene) -> str:
    """Who brings the charge: the subject, or in the passive who it is brought "by"; "" where nobody is named."""
    children = children_of(line.tokens)
    place = (
        next((n for case, n in clause.obliques if case == "by"), -1)
        if clause.passive or clause.subject < 0
        else clause.subject
    )
    found = named_subject(line, children, place, scene) if place >= 0 else None
    return found[1] if found is not None else ""


def _denial(blame: Blame, line: Line, step: int, scene: Scene) -> Answered | None:
    """The denial of the accused in a line, `step` sentences after the charge."""
    tokens = line.tokens
    children = children_of(tokens)
    lists = denial_words()
    for clause in read_clauses(tokens):
        verb = tokens[clause.verb]
        if fold(verb.text) not in lists.deny | lists.reject or clause.subject < 0 or clause.passive:
            continue
        if (not step and verb.start < blame.claim.end) or is_undone(line, verb.start):
            continue
        subject = subtree(children, clause.subject, _loose(tokens, children, clause.subject))
        words = stems_of(tokens, subject)
        pronoun = fold(tokens[clause.subject].text) in _PRONOUNS and step < _AFTER
        if not (pronoun or words & blame.accused) or not _of_it(clause, blame, line):
            continue
        low, high = tokens[subject[0]].start, _end(clause, line)
        denier = named_subject(line, children, clause.subject, scene)
        name = blame.name
        if not pronoun:
            named = denier is not None and bool(holder_words((denier[1],)) & words)
            shown = line.text[low - line.start : tokens[subject[-1]].end - line.start]
            name = denier[1] if denier is not None and named else " ".join(shown.split())
        return Answered(blame, line, Span(line.article, low, high), name)
    return None


def _denying(blame: Blame, line: Line, claims: Sequence[Claim]) -> Answered | None:
    """A claim of the accused that denies it, where the parse shows no such clause."""
    for claim in claims:
        if claim.signal.kind not in ("deny", "innocence") or claim.voice or not claim.party & blame.accused:
            continue
        span = Span(line.article, min(claim.span.start, claim.signal.start), claim.span.end)
        after = {word.folded for word in line.words if span.start <= word.start < span.end}
        told = after & (denial_words().brought | denial_words().share) or claim.stems & blame.deed
        if told and (line.key != blame.line.key or span.start >= blame.claim.end):
            return Answered(blame, line, span, claim.holders[0])
    return None


def _end(clause: Clause, line: Line) -> int:
    """Where the words of a denial end: before what only hangs on loosely."""
    tokens, children = line.tokens, children_of(line.tokens)
    loose = [n for n in children[clause.verb] if n > clause.verb and tokens[n].dep in _BEHIND]
    kept = subtree(children, clause.verb, loose)
    return max(min(tokens[kept[-1]].end, tokens[clause.verb].start + _LONGEST), tokens[clause.verb].end)


def _of_it(clause: Clause, blame: Blame, line: Line) -> bool:
    """Whether what is denied is the charge: named as a charge or a part in it, pointed to, or told in its words."""
    tokens, children = line.tokens, children_of(line.tokens)
    lists = denial_words()
    after = [n for n in subtree(children, clause.verb) if clause.verb < n and tokens[n].start < _end(clause, line)]
    found = {fold(tokens[n].text) for n in after}
    before = {word.folded for word in line.words if blame.claim.end <= word.start < tokens[clause.verb].start}
    if line.key == blame.line.key and before & lists.claims:
        return True  # "an accusation it denies"
    return bool(
        found & (lists.brought | lists.share) or stems_of(tokens, after) & blame.deed or (found and found <= _POINTING)
    )
