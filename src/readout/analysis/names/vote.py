"""The kind of each name of an article, by all its mentions, its words, and the names that share a word with it.

A linear model on top of the tagger (stacking, Wolpert 1992), trained on what the tagger says of texts it never saw.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from readout.analysis.names.bodies import is_form
from readout.analysis.names.features import senses
from readout.analysis.names.tagger import KINDS
from readout.language.names import names, vote_weights
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.analysis.names.candidates import Candidate
    from readout.analysis.names.features import Text
    from readout.analysis.names.group import Group

    Vote = tuple[EntityKind, float]

SURE = 9.0  #: the lead of a kind that the name alone decides
#: Added to each of KINDS: news names more than the web texts that the weights come from, above all organisations.
LEAN = (0.35, 0.2, 0.6, 0.0)
_MANY = 4  #: mentions whose chances count in full when they are added up
_SHORT = 6  #: letters that an acronym has fewer than
_BIG_CITY = 300  #: thousands of people
_EDGES = (-3.0, -1.6, -0.7, -0.1)  #: of steps of a mean logarithm
_LETTERS = "plgo"  #: stand for KINDS in the names of signs
_MEANS, _MOSTS, _SUMS = ([f"{sign} {letter}" for letter in _LETTERS] for sign in ("mean", "most", "sum"))
_STEPS = [[f"step {letter} {step}" for step in range(len(_EDGES) + 1)] for letter in _LETTERS]
_COUNTS = ("", "mentions=1", "mentions=2", "mentions=3")
_LISTING = frozenset((",", "and", "or", "&", "/", ";"))  #: what stands between the names of a list
_WIDEST_GAP = 2  #: words between them
_NAMING = frozenset(("of", "for", "on"))  #: what stands between a body and what it is named by
_OF_STATES = frozenset("president parliament embassy capital constitution border borders coast prime premier".split())
_STATE_MATTERS = frozenset("foreign defence defense interior finance health justice".split())
_STATE_OFFICES = frozenset(("minister", "ministry", "ministries"))


def vote(groups: Sequence[Group], whole: Text) -> list[Vote]:
    """The kind of each name, and by how much it leads the next (as logarithms); palaces are always places."""
    if not groups:
        return []
    read = vote_weights()
    rows: list[int] = []
    values: list[float] = []
    starts: list[int] = []
    for signs in signs_of_use(groups, whole):
        starts.append(len(rows))
        known = [(read.rows[sign], value) for sign, value in signs if sign in read.rows]
        rows += [row for row, _ in known]
        values += [value for _, value in known]
    weighed = read.weights[rows] * np.array(values)[:, None]
    own = np.array([_sum_of_words(group.key) for group in groups])
    totals = (np.add.reduceat(weighed, starts, axis=0) + own) / 100 + LEAN
    order = np.argsort(-totals, axis=1, kind="stable")
    found: list[Vote] = []
    for group, total, best in zip(groups, totals.tolist(), order[:, :2].tolist(), strict=True):
        kind, lead = KINDS[best[0]], total[best[0]] - total[best[1]]
        found.append(_known(group, whole) or _doubted(group, kind, lead))
    return found


def _doubted(group: Group, kind: EntityKind, lead: float) -> Vote:
    """The kind of a name that the signs take for none: a listed place or body, or one by its first or last word."""
    lists = names()
    key, whole = group.key, " ".join(group.key)
    closes = len(key) > 1 and key[-1] in lists.organisation_last and key[-1] not in lists.place_last
    opens = len(key) > 2 and key[0] in lists.organisation_first and key[1] in ("of", "for")
    opens = opens or (len(key) > 3 and any(_names_by(*pair) for pair in pairwise(key[1:-1])))
    if (closes and kind is EntityKind.PLACE) or ((closes or opens) and kind is EntityKind.OTHER):
        return EntityKind.ORGANISATION, 1.0
    if kind is not EntityKind.OTHER:
        return kind, lead
    if whole in lists.regions or whole in lists.states or whole in lists.governments:
        return EntityKind.PLACE, 1.0
    return (EntityKind.ORGANISATION, 1.0) if whole in lists.organisations else (kind, lead)


def _names_by(part: str, small: str) -> bool:
    """Whether a body and what it is named by stand beside each other: "center for", "commission on"."""
    return small in _NAMING and part in names().body_words["named_by"]


def _known(group: Group, whole: Text) -> Vote | None:
    """The kind of a name that is never another, or of which the text says it."""
    lists = names()
    key = " ".join(group.key)
    if key in lists.seats or key in lists.countries:
        return EntityKind.PLACE, SURE
    if key in lists.outlets or key in lists.acronyms:
        return EntityKind.ORGANISATION, SURE
    if any(one.high - one.low > 1 and is_form(one.words, one.high - 1) for one in group.candidates):
        return EntityKind.ORGANISATION, SURE
    titled = any(one.title is not None for one in group.candidates)
    if not titled and (_has_people(group.key, whole) or any(_owns_office(one) for one in group.candidates)):
        return EntityKind.PLACE, 1.0
    return None


@lru_cache(maxsize=50_000)
def _sum_of_words(key: tuple[str, ...]) -> tuple[int, ...]:
    """The weights of the signs of a name's words, added up."""
    read = vote_weights()
    known = [read.rows[sign] for sign in of_words(key) if sign in read.rows]
    return tuple(read.weights[known].sum(axis=0).tolist())


def signs_of_use(groups: Sequence[Group], whole: Text) -> Iterable[list[tuple[str, float]]]:
    """For each name the signs of how the text uses it, and their values; "bias", which all have, is the first."""
    means = {group.key: _mean(group) for group in groups}
    ending: defaultdict[str, list[Group]] = defaultdict(list)
    beginning: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if len(group.key) > 1:
            ending[group.key[-1]].append(group)
            beginning[group.key[0]].append(group)
    listed = _listed_with(groups)
    for number, group in enumerate(groups):
        key, size = group.key, len(group.key)
        found = [(sign, 1.0) for sign in _of_mentions(group, whole)]
        found += _of_chances(group, means[key])
        longer = [means[one.key] for one in ending.get(key[-1], ()) if len(one.key) > size and one.key[-size:] == key]
        found += _of_others("ends", longer)
        longer = [means[one.key] for one in beginning.get(key[0], ()) if len(one.key) > size and one.key[:size] == key]
        found += _of_others("begins", longer)
        if size > 1:
            found += _of_others("last", [means[key[-1:]]] if key[-1:] in means else [])
            found += _of_others("first", [means[key[:1]]] if key[:1] in means else [])
        found += _of_others("beside", [means[groups[other].key] for other in listed.get(number, ())])
        yield found


def _listed_with(groups: Sequence[Group]) -> dict[int, list[int]]:
    """For each name, by its number, the others it stands in a list with: "Elm Foods, Ash Motors and Kelmtel"."""
    placed = sorted(
        [(one.start, number, one) for number, group in enumerate(groups) for one in group.candidates],
        key=itemgetter(0, 1),
    )
    found: defaultdict[int, list[int]] = defaultdict(list)
    for (_, number, one), (_, other, following) in pairwise(placed):
        gap = following.low - one.high
        if number == other or not 0 < gap <= _WIDEST_GAP or one.words is not following.words:
            continue
        between = one.words[one.high : following.low]
        if all(word.text in _LISTING for word in between) and not one.words[one.high - 1].possessive:
            found[number].append(other)
            found[other].append(number)
    return found


def _mean(group: Group) -> tuple[float, ...]:
    return tuple([sum(column) / len(group.chances) for column in zip(*group.chances, strict=True)])


def _of_chances(group: Group, mean: tuple[float, ...]) -> list[tuple[str, float]]:
    """What the tagger says of all mentions together."""
    many = len(group.chances)
    part = many / _MANY if many < _MANY else 1.0
    most = mean if many == 1 else tuple(map(max, zip(*group.chances, strict=True)))
    found = [*zip(_MEANS, mean, strict=True), *zip(_MOSTS, most, strict=True)]
    found += zip(_SUMS, [value * part for value in mean], strict=True)
    found += [(steps[bisect_left(_EDGES, value)], 1.0) for steps, value in zip(_STEPS, mean, strict=True)]
    return found


def _of_others(sign: str, means: Sequence[tuple[float, ...]]) -> list[tuple[str, float]]:
    """What the tagger says of names that hold this one, or are held by it."""
    if not means:
        return []
    best = [max(column) for column in zip(*means, strict=True)]
    return [(sign, 1.0), *((f"{sign} {letter}", value) for letter, value in zip(_LETTERS, best, strict=True))]


def _of_mentions(group: Group, whole: Text) -> list[str]:
    """What stands around the mentions of a name, and how they are written."""
    candidates, key = group.candidates, group.key
    titled = sum([one.title is not None for one in candidates])
    found = ["bias", _COUNTS[min(len(candidates), 3)]]
    if titled:
        found += ["titled", "always titled"] if titled == len(candidates) else ["titled"]
        if any(one.honoured for one in candidates):
            found.append("honoured")
    if all(one.initial for one in candidates):
        found.append("first word")
    if all(shown.isupper() for shown in group.shown):
        found += ["capitals", "short capitals"] if len(key) == 1 and len(key[0]) < _SHORT else ["capitals"]
    if len(key) == 1 and whole.small[key[0]] > 0:
        found.append("small")
    return found


def of_words(key: tuple[str, ...]) -> tuple[str, ...]:
    """What the words of a name say by themselves."""
    lists = names()
    whole, first, last, long = " ".join(key), key[0], key[-1], len(key) > 1
    tests = {
        "government": whole in lists.governments,
        "region": whole in lists.regions or whole in lists.states,
        "organisation": whole in lists.organisations,
        "country": whole in lists.seats or whole in lists.countries,
        "outlet": whole in lists.outlets or whole in lists.acronyms,
        "city": whole in lists.cities,
        "big city": lists.cities.get(whole, 0) > _BIG_CITY,
        "world organisation": whole in lists.world_organisations,
        "world outlet": whole in lists.world_outlets,
        "world place": whole in lists.world_places,
        "organisation last": long and last in lists.organisation_last and last not in lists.place_last,
        "place last": long and last in lists.place_last,
        "world last": long and last in lists.world_last,
        "surname": not long and first in lists.last and first not in lists.common,
        "first name": not long and first in lists.first,
        "full name": _is_full_name(key, strictly=False),
        "listed full name": _is_full_name(key, strictly=True),
        "first in first names": first in lists.first,
        "last in surnames": last in lists.last,
        "first common": first in lists.common,
        "last common": last in lists.common,
        "all common": all(part in lists.common or (long and part in lists.function) for part in key),
        "no name": any(part in lists.no_names for part in key),
        "people": any(part in lists.demonyms for part in key),
        "joined": any(part in ("of", "for", "and") for part in key),
        "sign": any(not part.isalpha() for part in key),
    }
    seen = [sign for sign, holds in tests.items() if holds]
    meant = [f"last means {sense}" if long else f"means {sense}" for sense in senses(last)]
    return (f"words={min(len(key), 4)}", *seen, *meant)


def _is_full_name(key: tuple[str, ...], *, strictly: bool) -> bool:
    """Whether it is a listed first name with a surname (`strictly` a listed one) that is no common word or place."""
    lists = names()
    first, last = key[0], key[-1]
    if not 2 <= len(key) <= 3 or first not in lists.first or " ".join(key) in lists.cities:
        return False
    if first in lists.states or first in lists.countries or (last in lists.cities and last not in lists.last):
        return False
    if strictly and last not in lists.last:
        return False
    return not any(last in words for words in (lists.common, lists.organisation_last, lists.place_last, lists.no_names))


def _has_people(key: tuple[str, ...], whole: Text) -> bool:
    """Whether the text has an adjective made from the name: "Lorvanian" from "Lorvania"."""
    if (
        len(key) > 1
        or len(key[0]) < 4
        or any(key[0] in known for known in (names().first, names().last, names().common))
    ):
        return False
    endings = ("n", "an") if key[0].endswith("a") else ("ian", "ish", "ese")
    return any(key[0] + ending in whole.beside for ending in endings)


def _owns_office(candidate: Candidate) -> bool:
    """Whether what only states have stands behind the name's 's: "Estmark's foreign minister"."""
    words, end = candidate.words, candidate.high
    if not words[end - 1].possessive or end >= len(words):
        return False
    return words[end].folded in _OF_STATES or (
        end + 1 < len(words) and words[end].folded in _STATE_MATTERS and words[end + 1].folded in _STATE_OFFICES
    )
