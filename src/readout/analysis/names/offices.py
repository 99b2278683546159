"""Who holds an office in a story: "the French president", "Turkey's president", "the Russian minister of defence"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readout.analysis.names.spelling import name_key
from readout.language.names import names
from readout.text.fold import fold
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readout.types import Entity

Office = frozenset[str]

_SMALL = frozenset(("the", "of", "a", "an", "for"))
#: Offices that "the French leader" can mean.
_LEADERS = (
    frozenset(("president",)),
    frozenset(("prime", "minister")),
    frozenset(("chancellor",)),
    frozenset(("premier",)),
)
#: What an office is called with: a phrase without one of these is none.
_HEADS = frozenset(
    "president minister chancellor premier leader king queen ambassador governor mayor secretary".split()
)


def read_office(phrase: str) -> Office | None:
    """The country and the words of an office, in whatever order; None if the phrase is not an office of a country."""
    lists = names()
    words = [word.removesuffix("'s") for word in fold(phrase).replace(",", " ").split()]
    found: set[str] = set()
    country = None
    for word in name_key(tuple(words)):
        if word in lists.demonyms:
            country = fold(lists.demonyms[word])
        elif word in lists.countries:
            country = word
        elif word not in _SMALL:
            found.add(word)
    if country is None or not found & _HEADS or len(found) > 4:
        return None
    return frozenset({country, *found})


def office_holders(entities: Iterable[Entity], chosen: dict[str, str]) -> dict[Office, str]:
    """The one person of the story who is given each office; offices given to two persons are left out."""
    holders: defaultdict[Office, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.kind is EntityKind.PERSON:
            for role in entity.roles:
                office = read_office(role)
                if office is not None and not _is_past(role):
                    holders[office].add(chosen.get(entity.name, entity.name))
    _add_leaders(holders)
    return {office: next(iter(persons)) for office, persons in holders.items() if len(persons) == 1}


def _add_leaders(holders: defaultdict[Office, set[str]]) -> None:
    lists = names()
    countries = {word for office in holders for word in office if word in lists.countries}
    for country in sorted(countries):
        leaders = [persons for office in _LEADERS if (persons := holders.get(office | {country}))]
        for persons in leaders:
            holders[frozenset((country, "leader"))] |= persons


def _is_past(role: str) -> bool:
    words = fold(role).replace("-", " ").split()
    return any(word in ("former", "ex", "late", "deputy", "vice", "then", "acting", "interim") for word in words)
