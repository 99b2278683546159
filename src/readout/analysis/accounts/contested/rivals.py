"""Rival answers without a word of denial: opposite words, swapped callers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.setting.clauses import children_of, read_clauses, subtree, token_at
from readout.language.denials import calendar_stems, denial_words, is_negation
from readout.language.opposites import opposites
from readout.language.terms import is_country, plain_stem, stem
from readout.text.fold import fold, words
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.language.opposites import Pole
    from readout.types import Token

_HOPS = 4  #: steps from an opposite word up to its clause
_CHOICE = 7  #: words before an opposite word in which "or" leaves a choice
_MOST = 60  #: claims at one end of a scale at most


class Hit(NamedTuple):
    """An opposite word in a claim: which end of which scale, and what it is said of."""

    claim: int
    pole: Pole
    place: int
    about: frozenset[str]  #: what it is said of
    thing: str  #: the stem of the one thing it is said of, where the parse shows it; "" else


def _hits(number: int, claim: Claim) -> Iterator[Hit]:
    lists = opposites()
    inside = claim.line.words_in(claim.span.start, claim.span.end)
    if any(word.folded in lists.open for word in inside):
        return
    shown = fold(claim.line.text[claim.span.start - claim.line.start : claim.span.end - claim.line.start])
    phrases = [(phrase, listed) for phrase, listed in lists.phrases.items() if phrase in shown]
    for place, word in enumerate(inside):
        poles = list(lists.words.get(word.folded, ()))
        for phrase, listed in phrases:
            if phrase.startswith(word.folded) and shown.startswith(phrase, word.start - claim.span.start):
                poles.extend(listed)
        if not poles:
            continue
        before = inside[max(0, place - 3) : place]
        if any(found in ("or", "either") for found in claim.line.folded_in(claim.line.start, word.start)[-_CHOICE:]):
            continue  # also before the claim: "he can pay it, or admit that it is unlawful"
        if any(w.folded == "non" or is_negation(w.folded) for w in before):
            continue
        if _in_passing(claim.line, word.start):
            continue
        about = _things(claim.line, word.start) - {stem(word.folded)}
        for pole in poles:
            yield Hit(number, pole, word.start, about, _thing(claim.line, word.start) if pole.graded else "")


def _thing(line: Line, place: int) -> str:
    """The one thing that a verb at this place is said of (its object, or the subject of a passive); "" if many."""
    tokens = line.tokens
    for clause in read_clauses(tokens):
        if tokens[clause.verb].start != place:
            continue
        numbers = [clause.subject] if clause.passive and clause.subject >= 0 else list(clause.objects)
        for number in numbers:
            token = tokens[number]
            if fold(token.text) == "people" or any(t.dep == "nummod" and t.head == number for t in tokens):
                continue  # "8 people were wounded" and "3 were killed" are both so
            if token.pos == "PROPN" or (token.pos == "NOUN" and fold(token.text) == fold(token.lemma)):
                return stem(fold(token.text))
    return ""


def _in_passing(line: Line, place: int) -> bool:
    """Whether a word only stands with a thing in general: "the right to peaceful demonstrations"."""
    tokens = line.tokens
    number = token_at(tokens, place)
    if number < 0 or tokens[number].dep != "amod":
        return False
    head = tokens[number].head
    named = any(t.head == head and t.dep in ("det", "nmod:poss", "nummod") for t in tokens)
    return not named and tokens[head].dep in ("nmod", "conj")


def _things(line: Line, place: int) -> frozenset[str]:
    """What an opposite word is said of, by the parse: the noun it stands with, and those of its clause."""
    tokens = line.tokens
    number = token_at(tokens, place)
    if number < 0:
        return frozenset()
    found: set[int] = set()
    clauses = {clause.verb: clause for clause in read_clauses(tokens)}
    children = children_of(tokens)
    if tokens[number].dep in ("amod", "det"):
        number = tokens[number].head
        found.update([number, *(n for n in children[number] if tokens[n].dep in ("compound", "nmod"))])
        # "called the marches terrorist acts": what is said of the acts is said of the marches.
        above = (tokens[tokens[number].head], tokens[tokens[tokens[number].head].head])
        if tokens[number].dep != "xcomp" and not any(fold(token.text) in denial_words().tellers for token in above):
            return _nouns(tokens, found)
    for _ in range(_HOPS):
        found.update(child for child in children[number] if tokens[child].dep == "obl")
        if number in clauses:
            clause = clauses[number]
            found.update(clause.objects)
            found.update(target for _, target in clause.obliques)
            if clause.subject >= 0 and not clause.objects:
                found.add(clause.subject)
            if tokens[number].dep not in ("xcomp", "conj"):
                break
        elif tokens[number].pos in ("NOUN", "PROPN"):
            found.add(number)
        if tokens[number].head == number:
            break
        number = tokens[number].head
    if any(fold(tokens[n].text) in ("they", "them") for n in found):
        first = min(found)
        found.update(n for n, t in enumerate(tokens[:first]) if t.pos == "NOUN" and fold(t.text) != fold(t.lemma))
    return _nouns(tokens, found)


def _nouns(tokens: Sequence[Token], numbers: set[int]) -> frozenset[str]:
    """The stems of the nouns among some tokens."""
    return frozenset(stem(fold(tokens[n].text)) for n in numbers if tokens[n].pos in ("NOUN", "PROPN"))


def opposite_claims(claims: Sequence[Claim], scene: Scene) -> Iterator[tuple[int, int, float]]:
    """Pairs of claims of different parties that say opposite things of one thing, with how sure that is."""
    by_end: dict[tuple[int, int], list[Hit]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.line.kind is not BlockKind.HEADLINE and len(claim.stems) > 1:
            for hit in _hits(number, claim):
                by_end[hit.pole.scale, hit.pole.end].append(hit)
    for (scale, end), hits in sorted(by_end.items()):
        if end:
            continue
        for one in hits[:_MOST]:
            for other in by_end.get((scale, 1), ())[:_MOST]:
                strength = _exclude(one, other, claims, scene)
                if strength:
                    yield one.claim, other.claim, strength


def _exclude(one: Hit, other: Hit, claims: Sequence[Claim], scene: Scene) -> float:
    """How sure it is that two opposite words are said of one thing by different parties."""
    a, b = claims[one.claim], claims[other.claim]
    if a.holders == b.holders or a.owners & b.owners or (a.voice and b.voice) or a.line.key == b.line.key:
        return 0.0
    if one.pole.graded and (not one.thing or one.thing != other.thing or a.line.article == b.line.article):
        return 0.0
    names = a.owners | b.owners | calendar_stems()
    shared = (one.about & other.about) - names - opposites().anyone
    if not shared:
        return 0.0
    weight = scene.weight((shared | (a.line.stems & b.line.stems)) - names)
    return min(0.9, 0.55 + weight / 25.0)


def swapped_callers(claims: Sequence[Claim], scene: Scene) -> Iterator[tuple[int, int, float]]:
    """Pairs of claims of which one says that A reached B, and the other that B reached A."""
    seen: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for pair in _callers(claim, scene):
            seen[pair].append(number)
    for (one, other), numbers in sorted(seen.items()):
        if one < other:
            for a in numbers:
                for b in seen.get((other, one), ()):
                    if claims[a].holders != claims[b].holders:
                        yield a, b, 0.75


def _callers(claim: Claim, scene: Scene) -> Iterator[tuple[str, str]]:
    """The countries of who reaches and who is reached, where the clause says so of two countries."""
    tokens = claim.line.tokens
    if not any(plain_stem(fold(token.text)) in opposites().contacts for token in tokens):
        return
    children = children_of(tokens)
    for clause in read_clauses(tokens):
        verb = tokens[clause.verb]
        if not claim.span.start <= verb.start < claim.span.end or clause.negations or clause.passive:
            continue
        if plain_stem(fold(verb.text)) not in opposites().contacts or clause.subject < 0:
            continue
        target = list(clause.objects) or [n for case, n in clause.obliques if case == "to"]
        if not target:
            continue
        one = _sides(claim, subtree(children, clause.subject), scene)
        two = _sides(claim, subtree(children, target[0]), scene)
        if len(one) == 1 and len(two) == 1 and one != two:
            yield next(iter(one)), next(iter(two))


def _sides(claim: Claim, numbers: Sequence[int], scene: Scene) -> frozenset[str]:
    """The country that a phrase names, by itself or by the office of whom it names."""
    tokens = claim.line.tokens
    shown = [tokens[number].text for number in numbers]
    low, high = tokens[numbers[0]].start, tokens[numbers[-1]].end
    for start, end, name in scene.mentions_in(claim.line):
        if low <= start and end <= high:
            shown += [name, *scene.roles.get(name, ())]
    stems = {stem(word.folded) for text in shown for word in words(text)}
    return frozenset(found for found in stems if is_country(found))
