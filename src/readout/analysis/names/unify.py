"""One canonical name per person and organisation over the articles of a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.names.offices import office_holders, read_office
from readout.analysis.names.spelling import name_key, skeleton
from readout.language.names import names
from readout.spans import identify
from readout.text.fold import fold
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.names.offices import Office
    from readout.types import Annotation, Entity, Statement

Key = tuple[str, ...]

_HEADS_OF_STATE = frozenset(("president", "king", "queen", "emperor"))


def unify_names(annotations: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """The annotations of one story with one canonical name per person and organisation, speakers included.

    Spellings of one name are one (accents, transliteration, defence and defense, middle initials), and a surname
    alone is the one person of the story that has it. Two different full names are never put together.
    """
    counted: dict[EntityKind, Counter[str]] = {kind: Counter() for kind in EntityKind}
    for annotation in annotations:
        for entity in annotation.entities:
            counted[entity.kind][entity.name] += 1000 + min(len(entity.evidence), 999)
    chosen = {
        EntityKind.PERSON: _canonical_persons(counted[EntityKind.PERSON]),
        EntityKind.ORGANISATION: _canonical_organisations(counted[EntityKind.ORGANISATION], annotations),
        EntityKind.PLACE: _by_key(counted[EntityKind.PLACE], _plain_key),
    }
    everyone = [entity for annotation in annotations for entity in annotation.entities]
    told = _Speakers(chosen, office_holders(everyone, chosen[EntityKind.PERSON]), annotations)
    return tuple(_renamed(annotation, chosen, told) for annotation in annotations)


class _Speakers:
    """Canonical names for what statements call their speakers."""

    def __init__(
        self, chosen: dict[EntityKind, dict[str, str]], offices: dict[Office, str], annotations: Sequence[Annotation]
    ) -> None:
        persons = chosen[EntityKind.PERSON]
        self._entities = {name for names_of in chosen.values() for name in names_of}
        self._offices = offices
        self._persons = {_person_key(name): canonical for name, canonical in persons.items() if " " in name}
        counted = Counter(
            name
            for annotation in annotations
            for statement in annotation.statements
            for name in (statement.speaker, *statement.via)
            if name is not None and name not in self._entities
        )
        self._described = _by_key(counted, _plain_key)

    def canonical(self, name: str) -> tuple[str, str]:
        """The name to use, and why if the story tells who it is."""
        if name in self._entities:
            return name, ""
        person = self._persons.get(_person_key(name))
        if person is not None:
            return person, ""
        office = read_office(name)
        if office is not None and office in self._offices:
            return self._offices[office], f"the one person of the story who is called {name!r}"
        return self._described.get(name, name), ""


def _plain_key(name: str) -> Key:
    return name_key(tuple(fold(name).replace(".", " ").split()))


def _by_key(counted: Counter[str], key_of: object) -> dict[str, str]:
    """Each name to the commonest of those with the same key."""
    assert callable(key_of)
    groups: defaultdict[Key, list[str]] = defaultdict(list)
    for name in counted:
        groups[key_of(name)].append(name)
    return {name: _best(group, counted) for group in groups.values() for name in group}


def _best(group: list[str], counted: Counter[str]) -> str:
    """The commonest spelling, of equals the longer, then the one with accents, then by alphabet."""
    return min(group, key=lambda name: (-counted[name], -len(name), name.isascii(), name))


def _canonical_persons(counted: Counter[str]) -> dict[str, str]:
    full = Counter({name: count for name, count in counted.items() if len(_plain_key(name)) > 1})
    chosen = _by_key(full, _person_key)
    for group in _with_different_initials(full):
        chosen.update(_by_key(Counter({name: full[name] for name in group}), _plain_key))
    canonical = sorted(set(chosen.values()))
    by_short: defaultdict[Key, set[str]] = defaultdict(set)
    for name in canonical:
        key = _person_key(name)
        for cut in range(1, len(key)):
            by_short[key[cut:]].add(name)
    for name in counted:
        if name in chosen:
            continue
        owners = by_short.get(_person_key(name), set())
        chosen[name] = next(iter(owners)) if len(owners) == 1 else name
    return chosen


def _person_key(name: str) -> Key:
    """Skeletons of the words, without initials: "Sergueï Orlov" and "Sergei Orlov" have one key."""
    words = [word for word in _plain_key(name) if len(word) > 1] or list(_plain_key(name))
    return tuple(skeleton(word) for word in words)


def _with_different_initials(full: Counter[str]) -> list[list[str]]:
    """Names that are alike but for middle initials that differ: two persons, so nothing is put together."""
    groups: defaultdict[Key, list[str]] = defaultdict(list)
    for name in full:
        groups[_person_key(name)].append(name)
    return [group for group in groups.values() if len({_initials(name) for name in group} - {()}) > 1]


def _initials(name: str) -> Key:
    return tuple(word for word in _plain_key(name) if len(word) == 1)


def _canonical_organisations(counted: Counter[str], annotations: Sequence[Annotation]) -> dict[str, str]:
    chosen = _by_key(counted, _plain_key)
    known = names().acronyms
    long_forms: defaultdict[str, set[str]] = defaultdict(set)
    for annotation in annotations:
        for entity in annotation.entities:
            if entity.kind is EntityKind.ORGANISATION:
                for alias in entity.aliases:
                    if alias.isupper() and alias != entity.name:
                        long_forms[alias].add(chosen[entity.name])
    for name in list(chosen):
        owners = long_forms.get(name, set())
        told = known.get(fold(name))
        if told is not None:
            owners = owners | {chosen[other] for other in chosen if _plain_key(other) == _plain_key(told)}
        if len(owners) == 1:
            chosen[name] = next(iter(owners))
    return chosen


def _renamed(annotation: Annotation, chosen: dict[EntityKind, dict[str, str]], told: _Speakers) -> Annotation:
    """The annotation with canonical names in its entities and statements."""
    renaming: dict[str, str] = {}
    entities: dict[tuple[EntityKind, str], Entity] = {}
    for entity in annotation.entities:
        name = chosen.get(entity.kind, {}).get(entity.name, entity.name)
        if name != entity.name:
            renaming.setdefault(entity.name, name)
            aliases = tuple(sorted({*entity.aliases, entity.name} - {name}))
            entity = replace(entity, name=name, id=identify("entity", entity.kind.value, name), aliases=aliases)
        seen = entities.get((entity.kind, name))
        entities[entity.kind, name] = entity if seen is None else _joined(seen, entity)
    statements = [_with_names(statement, renaming, told) for statement in annotation.statements]
    return replace(annotation, entities=tuple(entities.values()), statements=tuple(_heads_of_state(statements)))


def _heads_of_state(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements with "the head of state", of whatever country, as the president or monarch named before it.

    Only where the article has spoken of one such office so far: of two, neither is chosen.
    """
    known: set[str] = set()
    for statement in statements:
        office = read_office(statement.description) if statement.description else None
        if office is not None and office & _HEADS_OF_STATE and statement.speaker is not None:
            known.add(statement.speaker)
        if fold(statement.description) == "head of state" and len(known) == 1:
            yield replace(statement, speaker=min(known), speaker_why="the one head of state spoken of before")
        else:
            yield statement


def _joined(one: Entity, other: Entity) -> Entity:
    """Two entities of an article that turned out to be one."""
    return replace(
        one,
        evidence=tuple(sorted({*one.evidence, *other.evidence})),
        aliases=tuple(sorted({*one.aliases, *other.aliases} - {one.name})),
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
    )


def _with_names(statement: Statement, renaming: dict[str, str], told: _Speakers) -> Statement:
    speaker, why = statement.speaker, ""
    if speaker is not None:
        speaker, why = (renaming[speaker], "") if speaker in renaming else told.canonical(speaker)
    via = tuple(renaming[name] if name in renaming else told.canonical(name)[0] for name in statement.via)
    if speaker == statement.speaker and via == statement.via:
        return statement
    return replace(statement, speaker=speaker, via=via, speaker_why=why or statement.speaker_why)
