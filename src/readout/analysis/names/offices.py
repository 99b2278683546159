"""Who holds an office in a story: "the Kenyan president", "Norland's president", "the Estmark minister of defence"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readout.analysis.names.candidates import is_known
from readout.analysis.names.spelling import name_key
from readout.language.names import names
from readout.text.fold import fold
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readout.spans import Span
    from readout.types import Entity

Office = frozenset[str]

_SMALL = frozenset(("the", "of", "a", "an", "for"))
#: Offices that "the Kenyan leader" can mean.
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
    """The country or body and the words of an office, in whatever order; None if the phrase is no such office."""
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
    if country is not None:
        return frozenset({country, *found}) if found & _HEADS and len(found) <= 4 else None
    return _office_of_body(words)


#: What a body has one of.
_SOLE = frozenset(
    "director chief secretary mayor governor president chairman chairwoman commissioner speaker ceo head".split()
)


def _office_of_body(words: list[str]) -> Office | None:
    """The words of an office in a known body: "White House chief of staff", "FBI Director"; None for another phrase."""
    lists = names()
    words = [word for word in words if word not in _SMALL]
    for size in (3, 2, 1):
        body, rest = " ".join(words[:size]), words[size:]
        if rest and len(rest) <= 4 and (is_known(body, lists) or body in lists.cities):
            return frozenset(words) if not _SOLE.isdisjoint(rest) else None
    return None


def office_holders(entities: Iterable[Entity], chosen: dict[str, str]) -> dict[Office, tuple[str, Span]]:
    """The one person of the story who is given each office, with the earliest mention where the article gives it.

    Offices given to two persons are left out.
    """
    holders: defaultdict[Office, dict[str, Span]] = defaultdict(dict)
    for entity in entities:
        if entity.kind is EntityKind.PERSON:
            for role in entity.roles:
                office = read_office(role)
                if office is not None and not _is_past(role):
                    name = chosen.get(entity.name, entity.name)
                    holders[office][name] = min(holders[office].get(name, entity.evidence[0]), entity.evidence[0])
    _add_leaders(holders)
    return {office: next(iter(persons.items())) for office, persons in holders.items() if len(persons) == 1}


def _add_leaders(holders: defaultdict[Office, dict[str, Span]]) -> None:
    lists = names()
    countries = {word for office in holders for word in office if word in lists.countries}
    for country in sorted(countries):
        leaders = [persons for office in _LEADERS if (persons := holders.get(office | {country}))]
        for persons in leaders:
            holders[frozenset((country, "leader"))] |= persons


def _is_past(role: str) -> bool:
    words = fold(role).replace("-", " ").split()
    return any(word in ("former", "ex", "late", "deputy", "vice", "then", "acting", "interim") for word in words)


def without_titles(words: list[str]) -> list[str]:
    """The words of a description without the titles it begins with: "Mr. Keller", "Prime Minister Anna Keller"."""
    lists = names()
    low = 0
    while low < len(words):
        folded = fold(words[low]).rstrip(".")
        if not words[low][0].isupper() or (folded not in lists.titles and folded not in lists.title_parts):
            break
        low += 1
    return words[low:]


def apposed_to_one(head: str) -> bool:
    """Whether a name after this description is that of its only person: "a lawyer for the school".

    Not after "a spokesman for the mayor", "lawyers for the school" or "sources close to the mayor".
    """
    roles = names().roles
    words = [fold(word).removesuffix("'s") for word in head.split()]
    first = next((index for index, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    if any(word not in roles and _singular(word) in roles for word in words):
        return False
    return sum(1 for word in words if word in roles) == 1 and any(word in roles for word in words[:first])


_PREPOSITIONS = frozenset("of for to from at in with by on near".split())


def _singular(word: str) -> str:
    return word[:-2] + "an" if word.endswith("men") else word.removesuffix("s")
