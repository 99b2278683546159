"""How sure it is that two different amounts answer one question: signs that anyone can read, weighed and added up."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.setting.clauses import children_of
from readout.analysis.accounts.values.likeness import distance, is_lone_pair, kinds_fit, times_more
from readout.analysis.accounts.values.sameness import is_vague, magnitude
from readout.language.slotsigns import slot_weights
from readout.language.terms import is_stop, stem
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from readout.analysis.accounts.setting.scene import Scene
    from readout.analysis.accounts.values.mentions import Mention
    from readout.types import Token

_REMEMBERED = 16384  #: amounts whose phrasing is remembered
_CLIMB = 6  #: words between an amount and the verb above it, at most
_NOUNS = ("NOUN", "PROPN", "SYM", "NUM", "ADJ")
_OF_NOUN = ("amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "appos")
_BESIDE_VERB = ("xcomp", "compound:prt")
_SMALL = ("NUM", "PUNCT", "ADP", "DET", "SYM")
_LEAST_ALIKE = 3.0  #: likeness below which nothing is asked
_MOST = 12.0  #: weights of words shared that count at most
_HEAD = 2.5  #: what the same noun counts at least
_SAME, _PHRASED = 2.0, 1.5  #: what the same deed, or the same words beside an amount, count in likeness
_MEASURED = 4.0  #: the same for the same unit of measure
_NEAR, _RATHER_NEAR, _FAR = 1.15, 1.6, 10.0  #: how many times the smaller of two values the larger is
_OPENING = 3  #: sentences with which a report opens
_TINY, _LARGE = 2, 100
_ROUNDED, _ROUNDED_FROM = (
    1.06,
    20,
)  #: the same for a number that may be the other, rounded, and how large it is at least
_PER_SIZE = 5  #: orders of magnitude that count one
_FURTHEST = 8.0  #: by how much one match can be better than another
_PER_MATCH = 4  #: likeness by which a better match counts one
ONE_SLOT = 0.0  #: log odds above which two different amounts answer one question
BETWEEN = 0.3  #: the same where they are told with another deed, or another noun
DOUBT = -1.2  #: the same, below which the rules that know no weights are not asked
_BUDGET = 60_000  #: pairs of amounts of a story whose likeness is weighed at most
_COMMON = ("count", "money", "share", "duration")


class Phrasing(NamedTuple):
    """Stems of the words that tell what an amount is of."""

    deeds: frozenset[str] = frozenset()  #: the verb above it, or the noun at the top
    described: frozenset[str] = frozenset()  #: what describes the things counted
    hung: frozenset[str] = frozenset()  #: nouns between the amount and the verb: "the $5 million bridge"


@lru_cache(maxsize=_REMEMBERED)
def phrasing_at(tokens: tuple[Token, ...], start: int, end: int) -> Phrasing:
    """The phrasing of the amount at `[start, end)` of a parsed sentence; an empty one where there is no parse."""
    inside = [n for n, token in enumerate(tokens) if start <= token.start < end]
    tops = [n for n in inside if tokens[n].head not in inside or tokens[n].head == n]
    if not tops:
        return Phrasing()
    children = children_of(tokens)
    place = tops[-1]
    chain = [place]
    while tokens[place].pos in _NOUNS and tokens[place].head != place and len(chain) < _CLIMB:
        place = tokens[place].head
        if tokens[place].pos == "VERB":
            break
        chain.append(place)
    told = {c for number in (*inside, *chain[:2]) for c in children[number] if tokens[c].dep in _OF_NOUN}
    told |= {part for number in told for part in children[number] if tokens[part].dep in _OF_NOUN}
    return Phrasing(
        deeds=_stems(tokens, (place, *(c for c in children[place] if tokens[c].dep in _BESIDE_VERB))),
        described=_stems(tokens, told - {inside[0]}),
        hung=_stems(tokens, (n for n in chain if n not in inside)),
    )


def _stems(tokens: tuple[Token, ...], places: Iterable[int]) -> frozenset[str]:
    """The stems of the telling words at some places."""
    words = (fold(tokens[place].text) for place in places if tokens[place].pos not in _SMALL)
    return frozenset(stem(word) for word in words if len(word) > 1 and not is_stop(word))


@lru_cache(maxsize=4096)
def _stem_of(word: str) -> str:
    return stem(word) if word else ""


def same_head(a: Mention, b: Mention) -> bool:
    """Whether two amounts count what one noun names, or two that news uses for one thing."""
    return bool(a.head and b.head) and (a.head == b.head or _stem_of(a.head_word) == _stem_of(b.head_word))


def can_compare(a: Mention, b: Mention) -> bool:
    """Whether two different amounts can answer one question at all: of one measure, and counting one kind of thing."""
    if a.dimension != b.dimension or a.dimension == "age" or a.line.key == b.line.key or a.value.equals(b.value):
        return False
    if 0.0 in (a.value.high, b.value.high) or (a.dimension == "money" and a.unit != b.unit):
        return False
    if a.predicate is not None and b.predicate is not None and a.predicate != b.predicate:
        return False
    if a.dimension != "count" or same_head(a, b):
        return True
    return bool(a.kind and a.kind == b.kind) or (not (a.head and b.head) and kinds_fit(a, b, equal=False))


def trusts_rules(a: Mention, b: Mention, odds: float) -> bool:
    """Whether the rules are asked: of deeds, ages, lone numbers, and in mere doubt."""
    return odds >= DOUBT or a.dimension == "age" or a.predicate is not None or is_lone_pair(a, b)


def _same_thing(a: Mention, b: Mention) -> bool:
    """Whether two amounts of one measure count the same things, as far as nouns and deeds tell."""
    if a.dimension != "count" or same_head(a, b):
        return True
    counted = a.predicate is not None and a.predicate == b.predicate
    return counted and (not (a.head and b.head) or a.kind == b.kind)


def _once(
    known: dict[tuple[object, object], float], find: Callable[[Mention, Mention], float], a: Mention, b: Mention
) -> float:
    """What `find` says of two amounts, in the order of their places; found once and kept in `known`."""
    one, two = (a, b) if a.span < b.span else (b, a)
    key = (one.span, two.span)
    found = known.get(key)
    if found is None:
        found = known[key] = find(one, two)
    return found


class Slots:
    """The amounts of a story, with what the signs ask about them."""

    def __init__(self, mentions: Iterable[Mention], scene: Scene) -> None:
        self._scene = scene
        self._told: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._told[mention.line.article, mention.dimension].append(mention)
        self._known: dict[tuple[object, object], float] = {}
        self._alike: dict[tuple[object, object], float] = {}
        self._crowds: dict[object, int] = {}
        self._best: dict[tuple[object, str], list[tuple[float, Mention]]] = {}

    def odds(self, a: Mention, b: Mention) -> float:
        """The log odds that two different amounts answer one question; `-inf` where they are surely below `DOUBT`.

        `DOUBT` itself for what is asked after so many pairs that it would take too long.
        """
        return _once(self._known, self._odds, a, b)

    def _odds(self, a: Mention, b: Mention) -> float:
        if not can_compare(a, b):
            return -math.inf
        if len(self._alike) > _BUDGET:
            return DOUBT
        if self.likeness(a, b) < _LEAST_ALIKE:
            return -math.inf
        weights = slot_weights()
        found = sum(weights[name] * value for name, value in self._cheap(a, b).items())
        highest = _FURTHEST / _PER_MATCH * max(weights["best match"], 0.0)  # the other dear signs speak against it
        if found + highest < DOUBT:
            return -math.inf
        return found + sum(weights[name] * value for name, value in self._dear(a, b).items())

    def signs(self, a: Mention, b: Mention) -> dict[str, float]:
        """The signs of a pair by name."""
        return {"always": 1.0, **self._cheap(a, b), **self._dear(a, b)}

    def likeness(self, a: Mention, b: Mention) -> float:
        """How alike two amounts are told, by the weight of what they share."""
        return _once(self._alike, self._likeness, a, b)

    def _likeness(self, a: Mention, b: Mention) -> float:
        scene, one, two = self._scene, _phrasing(a), _phrasing(b)
        shared = a.stems & b.stems
        found = min(scene.weight(shared), _MOST) + 0.4 * min(scene.weight((a.wide & b.wide) - shared), _MOST)
        if same_head(a, b):
            found += max(_HEAD, scene.weights.get(_stem_of(a.head_word), 0.0))
        if a.predicate is not None and b.predicate is not None:
            found += _SAME if a.predicate == b.predicate else -_PHRASED
        found += _SAME * bool(one.deeds & two.deeds)
        found += _PHRASED * (bool(one.described & two.described) + bool(one.hung & two.hung))
        return found + (_MEASURED if a.dimension not in _COMMON else 0.0)

    def _cheap(self, a: Mention, b: Mention) -> dict[str, float]:
        """The signs that only the two amounts tell."""
        times = times_more(a.value, b.value)
        small = min(magnitude(a.value), magnitude(b.value))
        near = times <= _NEAR
        shared = a.predicate is not None and a.predicate == b.predicate
        deeds = {mention.predicate for mention in (a, b) if mention.predicate is not None}
        return {
            "always": 1.0,
            "can both be true": float(distance(a, b) == 1),
            "near": float(near),
            "near and large": float(near and small >= _LARGE),
            "one rounded": float(times <= _ROUNDED and small >= _ROUNDED_FROM and distance(a, b) == 1),
            "rather near": float(_NEAR < times <= _RATHER_NEAR),
            "far": float(times > _FAR),
            "a tiny one": float(small <= _TINY),
            "size": math.log10(1 + small) / _PER_SIZE,
            "vague": float(is_vague(a.value) or is_vague(b.value)),
            "a limit": float(any(m.approximate or m.value.exact is None for m in (a, b))),
            "share": float(a.dimension == "share"),
            "counted deed": float(shared),
            "nothing counted": float(a.dimension == "count" and not ((a.head and b.head) or shared)),
            "another deed": float(bool(deeds) and a.predicate != b.predicate),
            "kind shared": float(bool(a.kind and a.kind == b.kind) and a.head != b.head),
            "only numbers of it": float(a.lone and b.lone and a.head == b.head),
            "one is the whole": float(a.whole != b.whole),
            "a name apart": float(self._names_apart(a, b)),
            "another time": float(a.old != b.old),
            "two who speak": float(not any(name.startswith("outlet:") for name in (*a.teller, *b.teller))),
            "same report": float(a.line.article == b.line.article),
            "both open": float(max(a.line.number, b.line.number) < _OPENING),
        }

    def _dear(self, a: Mention, b: Mention) -> dict[str, float]:
        """The signs for which the other amounts of the two reports are looked at."""
        apart = a.line.article != b.line.article
        told = [self._holds(b.line.article, a), self._holds(a.line.article, b)] if apart else []
        own = self.likeness(a, b)
        rivals = [self._rival(a, b), self._rival(b, a)]
        margin = min(own - rival for rival in rivals)
        return {
            "numbers of it": sum(math.log(self._crowd(mention)) for mention in (a, b)),
            "its report has the other too": float(any(told) and not all(told)),
            "best match": max(-_FURTHEST, min(_FURTHEST, margin)) / _PER_MATCH,
        }

    def _crowd(self, mention: Mention) -> int:
        """How many different numbers of the same things its report tells."""
        found = self._crowds.get(mention.span)
        if found is None:
            told = self._told[mention.line.article, mention.dimension]
            values = {(m.value.low, m.value.high) for m in told if _same_thing(m, mention)}
            found = self._crowds[mention.span] = max(1, len(values))
        return found

    def _names_apart(self, a: Mention, b: Mention) -> bool:
        """Whether one amount has a name near it that the report of the other does not have near its own."""
        one, two = a.names - self._scene.leading, b.names - self._scene.leading
        return not one & two and bool((one - b.wide - b.context) or (two - a.wide - a.context))

    def _holds(self, article: str, mention: Mention) -> bool:
        """Whether a report tells the same amount of the same things."""
        return any(
            other.value.equals(mention.value) and _same_thing(other, mention) and other.span != mention.span
            for other in self._told[article, mention.dimension]
        )

    def _rival(self, a: Mention, b: Mention) -> float:
        """How alike to `a` the most alike amount in the report of `b` is that is not the amount of `b`."""
        key = (a.span, b.line.article)
        ranked = self._best.get(key)
        if ranked is None:
            found = [
                (self.likeness(a, other), other)
                for other in self._told[b.line.article, a.dimension]
                if other.line.key != a.line.key
            ]
            ranked = self._best[key] = sorted(found, key=lambda pair: (-pair[0], pair[1].span))
        return next((alike for alike, other in ranked if not other.value.equals(b.value)), 0.0)


def _phrasing(mention: Mention) -> Phrasing:
    return phrasing_at(mention.line.tokens, mention.span.start, mention.span.end)
