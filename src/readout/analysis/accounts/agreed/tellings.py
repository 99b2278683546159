"""Clauses of two reports that tell the same of the same: found by a predicate and a word in one of its places, and
weighed by many readable signs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.agreed.local import longest_run, negations_in
from readout.analysis.accounts.setting.clauses import children_of
from readout.analysis.accounts.setting.told import DEED, DOER, is_held, stems_in, tellings_of, tells
from readout.language.agreeing import likelihood
from readout.spans import Span
from readout.types import BlockKind, Manner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.analysis.accounts.setting.told import Telling
    from readout.types import Statement

_CROWDED = 40  #: clauses with one pair of words from which it is what the story is about, and tells nothing
_BUDGET = 12_000  #: pairs of clauses looked at, those with the rarest pairs of words first
_LEAST = 5.0  #: weight of the words that two clauses must share
_LIKELY = 0.6  #: chance from which two clauses tell the same
_OF_NOUNS = frozenset(("amod", "compound", "nmod:poss"))
_ASIDE = "acl"  #: "workers returning from abroad", which says nothing by itself
_OPENING = "\"'“‘(["
_CLOSING = "\"'”’ )"
_EARLY = 4  #: sentences at the head of a report


@dataclass(frozen=True)
class Stretch:
    """A stretch of a sentence with what its signs are read from."""

    line: Line
    span: Span
    scene: Scene

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return self.line.stems_in(self.span.start, self.span.end)

    @cached_property
    def names(self) -> frozenset[str]:
        """The canonical names in it."""
        mentions = self.scene.mentions_in(self.line)
        return frozenset(name for start, _, name in mentions if self.span.start <= start < self.span.end)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its numbers, as they are written."""
        return frozenset(word for word in self.stems if word[0].isdigit())

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that hold it."""
        return tuple(self.scene.statements_over(self.span))

    @cached_property
    def quoted(self) -> bool:
        """Whether it stands in quotation marks."""
        return any(statement.manner is Manner.DIRECT for statement in self.statements)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Who says it."""
        return frozenset(filter(None, map(self.scene.speaker_of, self.statements)))

    @cached_property
    def negated(self) -> bool:
        """Whether a negation in it stands alone."""
        return negations_in(self.line, self.span.start, self.span.end) % 2 == 1

    @cached_property
    def around(self) -> frozenset[str]:
        """The stems of the sentence and its neighbours."""
        near = (self.scene.line_numbered(self.line.article, self.line.number + step) for step in (-1, 0, 1))
        return frozenset[str]().union(*(line.stems for line in near if line is not None))


@dataclass(frozen=True)
class Told(Stretch):
    """A clause, from the first to the last word that its places hold."""

    telling: Telling

    @cached_property
    def places(self) -> dict[str, frozenset[str]]:
        """The stems that stand in each place."""
        found: dict[str, frozenset[str]] = {}
        for place, filler in self.telling.places:
            found[place] = found.get(place, frozenset()) | stems_in(self.line.tokens, filler.tokens)
        return found

    @cached_property
    def heads(self) -> dict[str, frozenset[str]]:
        """The stems of the heads of each place."""
        found: dict[str, frozenset[str]] = {}
        for place, filler in self.telling.places:
            if tells(self.line.tokens, filler.head):
                found[place] = found.get(place, frozenset()) | {filler.stem}
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of all places, without the predicate."""
        return frozenset[str]().union(*self.places.values()) - {self.telling.stem}

    @cached_property
    def head_words(self) -> frozenset[str]:
        """The stems of the heads of all places."""
        return frozenset[str]().union(*self.heads.values())

    @property
    def aside(self) -> bool:
        """Whether it only tells which thing is meant."""
        tokens, verb = self.line.tokens, self.telling.verb
        return tokens[verb].dep == _ASIDE and not is_held(tokens, verb)

    @cached_property
    def persons(self) -> frozenset[str]:
        """The canonical names of those who do it."""
        tokens = self.line.tokens
        children = children_of(tokens)
        doers = [filler.head for place, filler in self.telling.places if place == DOER]
        doers += [child for doer in doers for child in children[doer] if tokens[child].dep in ("appos", "flat")]
        heads = [tokens[number].start for number in doers]
        mentions = self.scene.mentions_in(self.line)
        return frozenset(name for low, high, name in mentions if any(low <= head < high for head in heads))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that hold the predicate."""
        token = self.line.tokens[self.telling.verb]
        return tuple(self.scene.statements_over(Span(self.line.article, token.start, token.end)))

    @cached_property
    def utterances(self) -> frozenset[str]:
        """The utterances it is part of."""
        held = self.scene.utterance_of
        return frozenset(held[statement.id] for statement in self.statements if statement.id in held)


class Likeness(NamedTuple):
    """Two clauses that tell the same, how likely that is, and the stems that they share."""

    one: Told
    other: Told
    chance: float
    shared: frozenset[str]


def same_tellings(scene: Scene) -> list[Likeness]:
    """The clauses of two origins that likely tell the same; the likeliest pair of each two sentences."""
    told = told_clauses(scene)
    pairs, common = _candidates(told, scene)
    best: dict[tuple[tuple[str, int], tuple[str, int]], Likeness] = {}
    for one, other in pairs:
        a, b = told[one], told[other]
        if cannot_be_one(a, b):
            continue
        heads = a.head_words & b.head_words
        if scene.weight(heads | {a.telling.stem}) < _LEAST:
            continue
        chance = likelihood(signs_of(a, b, common))
        key = (a.line.key, b.line.key)
        if chance >= _LIKELY and (key not in best or chance > best[key].chance):
            best[key] = Likeness(a, b, chance, (a.words & b.words) | {a.telling.stem})
    return list(best.values())


def told_clauses(scene: Scene) -> list[Told]:
    """What all clauses of a story assert."""
    return [_told(line, telling, scene) for line in scene.lines for telling in _tellings(line)]


def _told(line: Line, telling: Telling, scene: Scene) -> Told:
    numbers = [telling.verb, *(n for _, filler in telling.places for n in filler.tokens)]
    start, end = line.tokens[min(numbers)].start, line.tokens[max(numbers)].end
    return Told(line, Span(line.article, start, end), scene, telling)


def cannot_be_one(a: Told, b: Told) -> bool:
    """Whether one denies, holds possible or only speaks of what the other says, two persons do it, or both only say
    which is meant.
    """
    one, two = a.telling, b.telling
    doers = [told.persons & told.scene.persons for told in (a, b)]
    return (
        (one.denied, one.possible, one.spoken_of) != (two.denied, two.possible, two.spoken_of)
        or (a.aside and b.aside)
        or bool(doers[0] and doers[1] and not doers[0] & doers[1])
    )


def _tellings(line: Line) -> Iterator[Telling]:
    """What the clauses of a sentence assert: no questions, no names of things taken for verbs ("Meet the Press")."""
    if line.text.rstrip(_CLOSING).endswith("?"):
        return
    for telling in tellings_of(line.tokens):
        token = line.tokens[telling.verb]
        before = line.text[token.start - line.start - 1] if token.start > line.start else ""
        named = token.text[:1].isupper() and token.start > line.start + 1 and before not in _OPENING
        bare = token.dep in _OF_NOUNS and telling.filler(DOER) is None
        if telling.supposed or bare or not tells(line.tokens, telling.verb):
            continue
        if not named or line.kind is BlockKind.HEADLINE:
            yield telling


def bonds_of(told: Told) -> frozenset[tuple[str, str]]:
    """The predicate with each head of a place."""
    verb = told.telling.stem
    return frozenset((verb, head) for head in told.head_words if head != verb)


def _candidates(told: list[Told], scene: Scene) -> tuple[list[tuple[int, int]], Counter[tuple[str, str]]]:
    """Pairs of clauses of two articles and origins that share a bond, and how many clauses have each bond."""
    holding: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for bond in bonds_of(one):
            holding[bond].append(number)
    origins = [scene.origin_at(one.line.span) for one in told]
    found: set[tuple[int, int]] = set()
    for _, members in sorted(holding.items(), key=lambda item: (len(item[1]), item[0])):
        if len(members) > _CROWDED or len(found) > _BUDGET:
            break
        found.update(
            (one, other)
            for place, one in enumerate(members)
            for other in members[place + 1 :]
            if origins[one] != origins[other] and told[one].line.article != told[other].line.article
        )
    return sorted(found), Counter({bond: len(members) for bond, members in holding.items()})


def signs_of(a: Told, b: Told, common: Counter[tuple[str, str]]) -> tuple[float, ...]:
    """The signs of two clauses, in the order of `readout.language.agreeing.SIGNS`."""
    return (1.0, *_signs_of_words(a, b, common), *_signs_of_form(a, b), *_signs_around(a, b))


def _signs_of_words(a: Told, b: Told, common: Counter[tuple[str, str]]) -> tuple[float, ...]:
    scene, verb = a.scene, a.telling.stem
    heads, shared = a.head_words & b.head_words, a.words & b.words
    weigh = scene.weights.get
    bond = max((min(weigh(verb, 1.0), 5.0) + min(weigh(head, 1.0), 5.0) for head in heads), default=0.0)
    fewest = min((common[verb, head] for head in heads), default=1)
    both = [place for place in a.places if place in b.places and place not in (DOER, DEED)]
    return (
        scene.weight(heads) / 10,
        min(sum(bool(a.heads[place] & b.heads.get(place, frozenset())) for place in a.heads), 3) / 2,
        scene.weight(shared - heads) / 10,
        max(scene.weight(a.words - b.words), scene.weight(b.words - a.words)) / 20,
        bond / 10,
        math.log(max(1, fewest)) / 2,
        float(verb in scene.leading) + float(bool(heads & scene.leading)),
        float(min(sum(not a.places[place] & b.places[place] for place in both), 2)),
    )


def _signs_of_form(a: Told, b: Told) -> tuple[float, ...]:
    one, two = a.telling, b.telling
    verbs = [told.line.tokens[told.telling.verb].pos == "VERB" for told in (a, b)]
    return (
        float(bool(a.persons & b.persons)),
        float(bool(a.persons - b.persons and b.persons - a.persons)),
        min(len(a.names & b.names), 3) / 2,
        float(bool(a.numbers & b.numbers)),
        float(bool(a.numbers and b.numbers and not a.numbers & b.numbers)),
        float(a.negated != b.negated),
        float(one.infinitive and two.infinitive),
        float(one.infinitive != two.infinitive),
        float(not all(verbs)),
    )


def _signs_around(a: Told, b: Told) -> tuple[float, ...]:
    scene = a.scene
    shared, _, alike = scene.likeness(a.line.stems, b.line.stems)
    words = ([word.folded for word in told.line.words] for told in (a, b))
    return (
        min(shared, 40.0) / 20,
        alike,
        scene.likeness(a.around, b.around)[2],
        min(len(a.line.stems) + len(b.line.stems), 60) / 40,
        min(longest_run(*words), 10) / 5,
        float(a.quoted != b.quoted),
        float(bool(a.speakers & b.speakers)),
        float(bool(a.utterances & b.utterances)),
        float(sum(told.line.number < _EARLY for told in (a, b))),
    )
