"""One canonical name per person and organisation over the articles of a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.names.offices import apposed_to_one, office_holders, read_office, without_titles
from readout.analysis.names.spelling import name_key, skeleton, without_generation
from readout.language.names import names
from readout.spans import identify
from readout.text.fold import fold
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from readout.analysis.names.offices import Office
    from readout.spans import Span
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
        EntityKind.PERSON: _canonical_persons(counted[EntityKind.PERSON], annotations),
        EntityKind.ORGANISATION: _canonical_organisations(counted[EntityKind.ORGANISATION], annotations),
        EntityKind.PLACE: _by_key(counted[EntityKind.PLACE], _plain_key),
    }
    everyone = [entity for annotation in annotations for entity in annotation.entities]
    told = _Speakers(chosen, office_holders(everyone, chosen[EntityKind.PERSON]), annotations)
    called = _called_by_surname(annotations, chosen[EntityKind.PERSON])
    return tuple(
        _renamed(annotation, {**chosen, EntityKind.PERSON: chosen[EntityKind.PERSON] | own}, told)
        for annotation, own in zip(annotations, called, strict=True)
    )


class Told(NamedTuple):
    """A speaker's canonical name; where another article tells it, how and by which mention there."""

    name: str
    why: str = ""
    span: Span | None = None


class _Speakers:
    """Canonical names for what statements call their speakers."""

    def __init__(
        self,
        chosen: dict[EntityKind, dict[str, str]],
        offices: dict[Office, tuple[str, Span]],
        annotations: Sequence[Annotation],
    ) -> None:
        persons = chosen[EntityKind.PERSON]
        self._entities = {name for names_of in chosen.values() for name in names_of}
        self._offices = offices
        self._persons = {_person_key(name): canonical for name, canonical in persons.items() if " " in name}
        self._surnames: defaultdict[Key, set[str]] = defaultdict(set)
        for canonical in persons.values():
            self._surnames[_person_key(canonical)[-1:]].add(canonical)
        counted = Counter(
            name
            for annotation in annotations
            for statement in annotation.statements
            for name in (statement.speaker, *statement.via)
            if name is not None and name not in self._entities
        )
        self._described = _by_key(counted, _plain_key)

    def canonical(self, name: str) -> Told:
        """The name to use, and why and by which mention if the story tells who it is."""
        if name in self._entities:
            return Told(name)
        person = self._persons.get(_person_key(name))
        if person is not None:
            return Told(person)
        person = self._named_in(name)
        if person is not None:
            return Told(person, f"named: {name}")
        office = read_office(name)
        if office is not None and office in self._offices:
            holder, span = self._offices[office]
            return Told(holder, f"the one person of the story who is called {name!r}", span)
        return Told(self._described.get(name, name))

    def _named_in(self, description: str) -> str | None:
        """The person whom a description names: "Mr. Keller", "a lawyer for the school, Anna Keller"."""
        head, comma, rest = description.partition(", ")
        words = without_titles(head.split())
        if words and len(words) < len(head.split()):
            key = _person_key(" ".join(words))
            owners = {self._persons[key]} if key in self._persons else self._surnames.get(key, set())
            if len(owners) == 1:
                return min(owners)
        if comma and apposed_to_one(head):
            return self._persons.get(_person_key(rest.partition(" of ")[0]))
        return None


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


def _canonical_persons(counted: Counter[str], annotations: Sequence[Annotation]) -> dict[str, str]:
    full = Counter({name: count for name, count in counted.items() if len(without_generation(_plain_key(name))) > 1})
    chosen = _by_key(full, _person_key)
    for group in (*_with_different_initials(full), *_father_and_son(annotations, full)):
        chosen.update(_by_key(Counter({name: full[name] for name in group}), _plain_key))
    _join_middle_names(chosen, full)
    _join_described(chosen)
    canonical = sorted(set(chosen.values()))
    by_short: defaultdict[Key, set[str]] = defaultdict(set)
    for name in canonical:
        key = _person_key(name)
        for cut in range(1, len(key)):
            by_short[key[cut:]].add(name)
    for name in counted:
        if name in chosen:
            continue
        owners = _of_generation(name, by_short.get(_person_key(name), set()))
        chosen[name] = min(owners) if len(owners) == 1 else name
    return chosen


def _called_by_surname(annotations: Sequence[Annotation], chosen: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """For each article the surnames alone that several persons of the story have and only one is called by: who it is.

    The other articles show whom they call so, all the same one; and the article itself writes the surname before it
    names any of the others, whom a reader could not yet know.
    """
    called: defaultdict[Key, set[str]] = defaultdict(set)
    for annotation in annotations:
        for entity in _persons_of(annotation):
            surname = _person_key(entity.name)[1:][-1:]
            if surname in map(_person_key, entity.aliases):
                called[surname].add(chosen[entity.name])
    for annotation in annotations:
        alone = {e.name: e for e in _persons_of(annotation) if chosen[e.name] == e.name and " " not in e.name}
        bearers = {name: called.get(_person_key(name), set()) for name in alone}
        yield {
            name: min(persons)
            for name, persons in bearers.items()
            if len(persons) == 1 and not _is_another_named_before(annotation, alone[name], min(persons), chosen)
        }


def _persons_of(annotation: Annotation) -> Iterator[Entity]:
    return (entity for entity in annotation.entities if entity.kind is EntityKind.PERSON)


def _is_another_named_before(annotation: Annotation, short: Entity, bearer: str, chosen: Mapping[str, str]) -> bool:
    """Whether the article names somebody else of the surname before it writes the surname alone."""
    key = _person_key(short.name)
    others = (e for e in _persons_of(annotation) if chosen[e.name] not in (bearer, short.name))
    return any(_person_key(other.name)[-1:] == key and min(other.evidence) < min(short.evidence) for other in others)


def _of_generation(short: str, owners: set[str]) -> set[str]:
    """Whom a surname can mean: where a father and a "Jr" have it, the father, and "Keller Jr." the other."""
    younger = {name for name in owners if _has_generation(name)}
    if _has_generation(short):
        return younger
    return owners - younger or owners


def _has_generation(name: str) -> bool:
    plain = _plain_key(name)
    return without_generation(plain) != plain


def _join_middle_names(chosen: dict[str, str], full: Counter[str]) -> None:
    """Put "Anna Keller" to "Anna Maria Keller" if the story has only the one."""
    longer: defaultdict[Key, set[str]] = defaultdict(set)
    for name in set(chosen.values()):
        key = _person_key(name)
        if len(key) > 2:
            longer[key[0], key[-1]].add(name)
    moved: dict[str, str] = {}
    for name in set(chosen.values()):
        owners = longer.get(_person_key(name), set())
        if len(owners) == 1:
            both = [name, *owners]
            moved.update(dict.fromkeys(both, _best(both, full)))
    for name, canonical in chosen.items():
        chosen[name] = moved.get(canonical, canonical)


def _join_described(chosen: dict[str, str]) -> None:
    """Put "Rescuer Anna Keller" to "Anna Keller": a capitalised word before a whole name that is no first name."""
    by_key = {_person_key(name): name for name in sorted(set(chosen.values()), reverse=True)}
    first = names().first
    moved: dict[str, str] = {}
    for name in by_key.values():
        word, _, rest = name.partition(" ")
        if rest and fold(word) not in first and fold(rest.split()[0]) in first and len(_person_key(rest)) > 1:
            moved[name] = by_key.get(_person_key(rest), name)
    for name, canonical in chosen.items():
        chosen[name] = moved.get(canonical, canonical)


def _person_key(name: str) -> Key:
    """Skeletons of the words, without initials and "Jr": "Sergueï Orlov" and "Sergei Orlov" have one key.

    A short form of a first name counts as the whole: "Bill" as "William".
    """
    plain = without_generation(_plain_key(name))
    words = [word for word in plain if len(word) > 1] or list(plain)
    if len(words) > 1:
        words[0] = names().short_first.get(words[0], words[0])
    return tuple(skeleton(word) for word in words)


def _father_and_son(annotations: Sequence[Annotation], full: Counter[str]) -> list[list[str]]:
    """Names that differ by "Jr" and the like where one article has both: two persons."""
    found: set[Key] = set()
    for annotation in annotations:
        seen: defaultdict[Key, set[Key]] = defaultdict(set)
        for entity in annotation.entities:
            if entity.name in full and entity.kind is EntityKind.PERSON:
                plain = _plain_key(entity.name)
                seen[without_generation(plain)].add(plain)
        found.update(_person_key(" ".join(key)) for key, forms in seen.items() if len(forms) > 1)
    groups: defaultdict[Key, list[str]] = defaultdict(list)
    for name in full:
        groups[_person_key(name)].append(name)
    return [groups[key] for key in sorted(found) if key in groups]


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
    outlets = _outlets(annotations, chosen)
    return {name: outlets.get(_plain_key(canonical), canonical) for name, canonical in chosen.items()}


def _outlets(annotations: Sequence[Annotation], named: Iterable[str]) -> dict[Key, str]:
    """How the story's own outlets are written, by name and by a last word that no other name in it has: "Ledger"."""
    written = {outlet.value for annotation in annotations if (outlet := annotation.article.outlet) is not None}
    found = {_plain_key(name): name for name in sorted(written) if not name.isupper()}
    long = {key for key in (*found, *map(_plain_key, named)) if len(key) > 1}
    ends = Counter(key[-1] for key in long if key[-1] in names().organisation_last)
    last = {(key[-1],): name for key, name in found.items() if len(key) > 1 and ends[key[-1]] == 1}
    return last | found


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
    def told_of(name: str) -> Told:
        return Told(renaming[name]) if name in renaming else told.canonical(name)

    found = told_of(statement.speaker) if statement.speaker is not None else None
    via = tuple(told_of(name).name for name in statement.via)
    speaker = found.name if found is not None else None
    if speaker == statement.speaker and via == statement.via:
        return statement
    why, span = (found.why, found.span) if found is not None else ("", None)
    evidence = statement.evidence if span is None or span in statement.evidence else (*statement.evidence, span)
    return replace(statement, speaker=speaker, via=via, speaker_why=why or statement.speaker_why, evidence=evidence)
