"""Who holds a stretch by its own words: "Ostberg called the seizure an act of piracy", whoever passes it on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.analysis.accounts.setting.clauses import children_of, read_clauses, subtree, token_at
from readout.language.denials import denial_words
from readout.language.lexicon import lexicon
from readout.language.terms import is_stop, is_title, plain_stem
from readout.language.wordsets import word_sets
from readout.text.fold import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.spans import Span
    from readout.types import Token


def find_teller(line: Line, span: Span, scene: Scene) -> str | None:
    """Who holds a stretch by its own words: the subject of its first verb of blaming, calling, denying."""
    lists = denial_words()
    before = _named_before(line, span, scene)
    if before is not None:
        return before
    tokens = line.tokens
    children = children_of(tokens)
    for clause in read_clauses(tokens):
        verb = tokens[clause.verb]
        if not span.start <= verb.start < span.end or clause.subject < 0 or clause.passive:
            continue
        if fold(verb.text) not in lists.tellers or clause.negations:
            continue
        head = verb.head
        topmost = verb.dep == "root" or not span.start <= tokens[head].start < span.end or verb.dep in ("ccomp", "conj")
        objects = [number for number in clause.objects if span.start <= tokens[number].start < span.end]
        if not topmost or not objects:
            continue
        found = named_subject(line, children, clause.subject, scene)
        if found is not None and span.start <= found[0]:
            return found[1]
    return None


_WHEN = re.compile(r" (?:on|late|early) [A-Z]\w+day$")  #: "a prosecutor on Monday" is a prosecutor


def subject_at(line: Line, place: int, scene: Scene) -> str | None:
    """Who does what the verb at this place says, where the parse shows a name or words for people; None else."""
    tokens = line.tokens
    children = children_of(tokens)
    for clause in read_clauses(tokens):
        if tokens[clause.verb].start == place and clause.subject >= 0:
            found = named_subject(line, children, clause.subject, scene)
            return None if found is None else found[1]
    return None


def named_subject(line: Line, children: Sequence[Sequence[int]], subject: int, scene: Scene) -> tuple[int, str] | None:
    """Where the words of a subject begin, and the name, or the words for people, that it is; None if it is neither."""
    tokens = line.tokens
    numbers = subtree(children, subject, _loose(tokens, children, subject))
    low, high = tokens[numbers[0]].start, tokens[numbers[-1]].end
    named = [name for start, end, name in scene.mentions_in(line) if low <= start and end <= high]
    if fold(tokens[subject].text) in _NO_NAMES:
        return None
    if tokens[subject].pos == "PROPN":
        whole = " ".join(line.text[low - line.start : high - line.start].split())
        return low, _holds_head(line, (low, high), tokens[subject].start, scene) or (named[0] if named else whole)
    known = frozenset().union(*lexicon().people.values())
    if fold(tokens[subject].text) in known or fold(tokens[subject].lemma) in known:
        first = numbers[1] if tokens[numbers[0]].dep == "det" and len(numbers) > 1 else numbers[0]
        shown = " ".join(line.text[tokens[first].start - line.start : high - line.start].split())
        return low, _WHEN.sub("", shown)
    return None


_NO_NAMES = word_sets("accounts")["no_names"]


def _holds_head(line: Line, within: tuple[int, int], place: int, scene: Scene) -> str:
    """The name in a stretch that holds the word at this place, or the person it ends with ("Gov. Ada Quill"); or ""."""
    named = [entry for entry in scene.mentions_in(line) if within[0] <= entry[0] and entry[1] <= within[1]]
    held = [name for start, end, name in named if start <= place < end]
    persons = [name for _, _, name in named if name in scene.persons]
    return persons[-1] if persons else "".join(held[:1])


_BETWEEN = re.compile(r"\s*,?\s*(?:(?:\w+ly|also|has|have|had|again|later|then)\s+){0,2}")


def _named_before(line: Line, span: Span, scene: Scene) -> str | None:
    """The name that stands just before the first such verb, where the parse may fail: "Ostberg, called the ..."."""
    mentions = [
        entry
        for entry in scene.mentions_in(line)
        if span.start <= entry[0] and entry[1] <= span.end and entry[2] in scene.persons
    ]
    for number, word in enumerate(line.words[:-1]):
        if not span.start <= word.start < span.end or word.folded not in denial_words().tellers:
            continue
        if line.words[number + 1].folded in ("for", "on", "by", "to", "off") or line.words[number + 1].end > span.end:
            continue
        for _, end, name in mentions:
            if end <= word.start and _BETWEEN.fullmatch(line.text[end - line.start : word.start - line.start]):
                return name
        return None
    return None


def _loose(tokens: Sequence[Token], children: Sequence[Sequence[int]], top: int) -> list[int]:
    """What hangs loosely on a subject: appositions, relative clauses, punctuation."""
    return [
        n for n in children[top] if tokens[n].dep in ("appos", "acl:relcl", "acl", "punct", "parataxis", "conj", "cc")
    ]


def telling_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from another of its kind: "Romney" of "the Romney campaign"."""
    known = {plain_stem(word) for group in lexicon().people.values() for word in group}
    found = holder_words((name,))
    return found - known or found


def holder_words(holders: tuple[str, ...]) -> frozenset[str]:
    """The telling words of some holders' names."""
    found = {word.folded for holder in holders for word in words(holder.removeprefix("outlet:"))}
    telling = {plain_stem(word) for word in found if not is_stop(word) and not is_title(word)}
    return frozenset(telling or found)


_PASSIVE = ("aux:pass",)


def subject_before(line: Line, place: int, scene: Scene) -> tuple[int, str] | None:
    """Where the words for who does what the verb at this place says begin, and who it is, by the parse.

    A clause without a subject of its own ("rebuffing the claims, experts say") has that of the clause it hangs on.
    """
    tokens = line.tokens
    number = token_at(tokens, place)
    if number < 0:
        return None
    children = children_of(tokens)
    if any(tokens[child].dep in _PASSIVE for child in children[number]):
        return None
    clauses = {clause.verb: clause for clause in read_clauses(tokens)}
    for _ in range(3):
        clause = clauses.get(number)
        if clause is not None and clause.subject >= 0:
            if fold(tokens[clause.subject].text) in ("who", "which", "that"):
                return named_subject(line, children, tokens[number].head, scene)
            return named_subject(line, children, clause.subject, scene)
        if tokens[number].dep not in ("advcl", "xcomp", "conj") or tokens[number].head == number:
            return None
        number = tokens[number].head
    return None


def subject_start(line: Line, place: int) -> int:
    """Where the subject of the verb at this place begins; the place itself where the parse shows none."""
    tokens = line.tokens
    for clause in read_clauses(tokens):
        if tokens[clause.verb].start == place and clause.subject >= 0:
            return tokens[subtree(children_of(tokens), clause.subject)[0]].start
    return place


def subject_words(line: Line, place: int) -> tuple[int, str] | None:
    """Where a plural subject of the verb at this place begins, and its words: "fact-checkers", "court records"."""
    tokens = line.tokens
    for clause in read_clauses(tokens):
        if tokens[clause.verb].start != place or clause.subject < 0 or clause.passive:
            continue
        head = tokens[clause.subject]
        if head.pos == "NOUN" and fold(head.text) != fold(head.lemma):
            children = children_of(tokens)
            numbers = subtree(children, clause.subject, _loose(tokens, children, clause.subject))
            low, high = tokens[numbers[0]].start, tokens[numbers[-1]].end
            return low, " ".join(line.text[low - line.start : high - line.start].split())
    return None
