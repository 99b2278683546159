"""Entities of one article: candidates with one name put together, their kind voted on, short forms and roles added."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readout.analysis.names.features import read_text
from readout.analysis.names.group import Group
from readout.analysis.names.mentions import find_mentions
from readout.analysis.names.recall import find_again
from readout.analysis.names.roles import roles_of
from readout.analysis.names.spelling import GENERATIONS, name_key, skeleton, without_generation
from readout.analysis.names.tables import tables
from readout.analysis.names.vote import vote
from readout.analysis.names.words import is_heading, read_words
from readout.language.lexicon import lexicon
from readout.language.names import government_of, names
from readout.spans import Span, identify
from readout.types import Entity, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.analysis.names.candidates import Candidate
    from readout.analysis.names.mentions import Mention
    from readout.analysis.names.words import Line
    from readout.types import Article, Sentence


_SPOUSES = {"mr": "he", "mrs": "she", "mme": "she"}
_TURNED = frozenset(("department", "ministry"))  #: stand before what they are of, or behind it
_NO_PERSONS = (EntityKind.ORGANISATION, EntityKind.PLACE)
UNSURE = 2.5  #: less of a lead than this gives way to a surname that is a person by itself


def find_entities(article: Article, sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """The persons, organisations and places of one article, by their first mention; evidence holds every mention.

    Names are what the tagger finds and other capitalised runs cut from titles; what all mentions of a name speak for
    decides its kind; a surname alone goes to the one full name that ends with it, an acronym to its long form.
    """
    text = article.text
    read = [read_words(text, sentence.start, sentence.end) for sentence in sentences]
    whole = read_text(read)
    headings = [is_heading(line) for line in read]
    plain = [line for line, heading in zip(read, headings, strict=True) if not heading]
    groups = group_mentions(find_mentions(plain, whole, tables()), text)
    named = list(groups.values())
    for group, (kind, lead) in zip(named, vote(named, whole), strict=True):
        group.kind, group.lead = kind, lead
    _trust_surnames(groups)
    _join_spellings(groups)
    _join_short_forms(groups)
    _join_turned(groups)
    _join_last_words(groups)
    _join_acronyms(groups)
    _recall(groups, list(zip(read, headings, strict=True)), text)
    kept = [group for group in groups.values() if _worth_keeping(group)]
    found = [_entity(article, group) for group in kept]
    return tuple(sorted(found, key=lambda entity: (entity.evidence[0], entity.name)))


def group_mentions(mentions: Iterable[Mention], text: str) -> dict[tuple[str, ...], Group]:
    """The mentions of a text with one name put together, by its folded words."""
    groups: dict[tuple[str, ...], Group] = {}
    for candidate, chances in mentions:
        key = name_key(candidate.parts)
        if not key:
            continue
        group = groups.setdefault(key, Group(key))
        group.candidates.append(candidate)
        group.chances.append(chances)
        group.places.append((candidate.start, candidate.end))
        group.shown[_shown(text, candidate.start, candidate.end)] += 1
    for key in [key for key, group in groups.items() if _is_named_with_s(group)]:
        if any(other[-len(key) :] == key for other in groups if len(other) > len(key)):
            continue  # "McDonald's" where "Bob McDonald" is told of
        group = groups.pop(key)
        group.places = [(start, _after_s(text, end)) for start, end in group.places]
        group.shown.clear()
        for start, end in group.places:
            group.shown[_shown(text, start, end)] += 1
        group.key = (*key[:-1], key[-1] + "'s")
        groups[group.key] = group
    return groups


def _is_named_with_s(group: Group) -> bool:
    """Whether a listed body's name ends with 's, and each mention in the text does: "Macy's", "McDonald's"."""
    if not all(one.words[one.high - 1].possessive for one in group.candidates):
        return False
    name = " ".join(group.key) + "'s"
    return name in names().organisations or name in names().world_organisations


def _after_s(text: str, end: int) -> int:
    """Where the 's ends that stands behind a name."""
    return min(at for at in (text.find("s", end), text.find("S", end)) if at >= end) + 1


def _shown(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _trust_surnames(groups: dict[tuple[str, ...], Group]) -> None:
    """Take "Anna Keller" for a person where "Keller" alone is one, whatever its own few mentions look like."""
    for key, group in groups.items():
        if len(key) == 2 and group.kind is not EntityKind.PERSON and group.lead < UNSURE:
            alone = groups.get(key[1:])
            if alone is not None and alone.kind is EntityKind.PERSON and key[0] not in names().common:
                group.kind, group.lead = EntityKind.PERSON, 0.0


def _join_spellings(groups: dict[tuple[str, ...], Group]) -> None:
    """Put spellings of one full name together: "Sergueï Orlov" and "Sergei Orlov"."""
    persons: dict[tuple[str, ...], Group] = {}
    for group in groups.values():
        if group.kind is EntityKind.PERSON and len(group.key) > 1:
            sounds = tuple(skeleton(word) for word in group.key)
            best = persons.get(sounds)
            if best is None or len(group.places) > len(best.places):
                persons[sounds] = group
    for key, group in list(groups.items()):
        owner = persons.get(tuple(skeleton(word) for word in key)) if len(key) > 1 else None
        if owner is not None and owner is not group:
            owner.take(group)
            groups.pop(key)


def _join_short_forms(groups: dict[tuple[str, ...], Group]) -> None:
    """Put surnames, first names and names without middle names to the one person they can mean."""
    named = [group for group in groups.values() if group.kind is EntityKind.PERSON]
    persons = [group for group in named if len(without_generation(group.key)) > 1]
    tails: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
    for person in persons:
        for short in _short_forms(person.key):
            tails[short].append(person)
    for person in persons:  # "Keller" is "Anna Keller Jr." only where no other Keller is named in full
        for short in _short_forms(without_generation(person.key)) if person.key[-1] in GENERATIONS else ():
            if not tails[short] and (_is_titled(person) or not _is_titled(groups.get(short))):
                tails[short].append(person)
    _drop_epithets(groups)
    _part_spouses(groups, tails)
    for key in sorted(groups, key=lambda key: (-len(key), key)):  # "Anna Keller" first, then whose "Keller" is
        group = groups[key]
        if len(key) > 1 and group.kind is not EntityKind.PERSON:
            continue
        owners = [one for one in tails.get(key, []) if one is group or _may_be_short(group, one)]
        owners = [one for one in owners if groups.get(one.key) is one]
        owner = owners[0] if len(owners) == 1 else _alone_at_first(group, owners)
        if owner is not None and owner is not group:
            owner.take(group)
            groups.pop(key)


def _drop_epithets(groups: dict[tuple[str, ...], Group]) -> None:
    """Put "Sleepy Joe Bellow" to the "Joe Bellow" of the text, "Analyst de Marand" to "Etienne de Marand".

    A word before a first name that is itself no name, or a trade before what ends one person's name, is no part of it.
    """
    lists = names()
    for key in sorted(key for key, group in groups.items() if len(key) > 2 and group.kind not in _NO_PERSONS):
        if key[0] in lists.first or key[0] in lists.last:
            continue
        if key[1] in lists.first:
            owners = [groups[key[1:]]] if key[1:] in groups else []
        else:
            owners = [one for one in groups.values() if one.key[-len(key) + 1 :] == key[1:] and one.key != key]
            owners = owners if key[0] in lists.roles else []
        if len(owners) == 1 and owners[0].kind is EntityKind.PERSON:
            owners[0].take(groups.pop(key))


def _alone_at_first(group: Group, owners: Sequence[Group]) -> Group | None:
    """Of several who have a surname the one whom it means: the only one named in full before it first stands alone."""
    if len(group.key) > 1 or group in owners or group.kind is not EntityKind.PERSON:
        return None
    first = group.first or min(group.places)
    before = [one for one in owners if one.key[-1] == group.key[0] and min(one.places) < first]
    return before[0] if len(before) == 1 and len(before[0].candidates) > 0 else None


def _join_turned(groups: dict[tuple[str, ...], Group]) -> None:
    """Put "Department of Fisheries" and "Fisheries Department" together, to whichever is named more often."""
    for key in sorted(key for key in groups if len(key) > 2 and key[0] in _TURNED and key[1] == "of"):
        turned = groups.get((*key[2:], key[0]))
        if turned is None or EntityKind.PERSON in (turned.kind, groups[key].kind):
            continue
        kept, gone = sorted((groups[key], turned), key=lambda one: (-len(one.places), one.key))
        kept.take(groups.pop(gone.key))


def _join_last_words(groups: dict[tuple[str, ...], Group]) -> None:
    """Put "the Ledger", "the Commission" to the one organisation of the article that ends so."""
    lists = names()
    owners: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups.values():
        if group.kind is EntityKind.ORGANISATION and len(group.key) > 1 and group.key[-1] in lists.organisation_last:
            owners[group.key[-1]].append(group)
    for last, found in sorted(owners.items()):
        short = groups.get((last,))
        if short is None or len(found) > 1 or short.kind is EntityKind.PERSON or last in lists.organisations:
            continue
        if any(_goes_on(candidate) for candidate in short.candidates):
            continue  # "the Committee for a Better Harbour" is not the Harbour Committee
        if any(not candidate.initial for candidate in short.candidates):
            found[0].take(short)
            groups.pop((last,))


def _goes_on(candidate: Candidate) -> bool:
    """Whether a longer name begins with this one: `Committee | for a Better Harbour`."""
    words, at = candidate.words, candidate.high
    if at + 1 >= len(words) or words[at].text not in ("for", "of", "on", "to"):
        return False
    after = words[at + 2 :] if words[at + 1].folded in ("a", "an", "the") else words[at + 1 :]
    return bool(after) and after[0].capital


def _short_forms(key: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Surnames, the first name, and first and last name without what stands between."""
    found = {key[cut:] for cut in range(1, len(key))} | {key[:1]}
    if len(key) > 2:
        found.add((key[0], key[-1]))
    if key[-1].startswith(("al-", "el-")):
        found.add((key[-1][3:],))
    return found - {(generation,) for generation in GENERATIONS}


def _is_titled(group: Group | None) -> bool:
    """Whether an office stands before the name anywhere, and not "Mr." alone."""
    return group is not None and any(one.title is not None and not one.honoured for one in group.candidates)


def _may_be_short(group: Group, owner: Group) -> bool:
    """Whether a short name can be the full one: not a place that only looks like it."""
    lists = names()
    key = " ".join(group.key)
    if len(group.key) == 1 and group.key[0] == owner.key[0] and group.key[0] not in lists.first:
        return False
    if key in lists.countries or key in lists.states:
        return len(group.key) == 1 and group.kind is EntityKind.PERSON
    if key in lists.governments and owner.key[0] not in lists.first:
        return False
    surname = len(group.key) == 1 and group.key[0] == owner.key[-1]
    if surname and _is_introduced_late(owner, group):
        return False
    return not (group.kind is EntityKind.PLACE and key in lists.cities and group.lead > 1.5)


def _is_introduced_late(owner: Group, group: Group) -> bool:
    """`President Doe ... sat beside first lady Jane Doe`: a relative, first told of behind the one they belong to."""
    full = [one for one in owner.candidates if len(one.parts) > 1]
    return min(group.places) < min(owner.places) and bool(full) and _is_relative(min(full, key=lambda one: one.start))


def _called(candidate: Candidate) -> str:
    """Give `he` behind Mr., `she` behind Mrs., else nothing: "Ms." is also said of whom an article is about."""
    title = candidate.words[candidate.title[0] : candidate.title[1]] if candidate.title is not None else []
    return next((_SPOUSES[word.folded] for word in title if word.folded in _SPOUSES), "")


def _part_spouses(groups: dict[tuple[str, ...], Group], tails: dict[tuple[str, ...], list[Group]]) -> None:
    """Give "Mrs. Keller" to the one woman of that name, "Mr. Keller" to the one man, where some of it is of the other.

    Where only Bill Keller is named in full, his wife keeps the bare surname as a name of her own.
    """
    given = lexicon().given
    for key in sorted(key for key, group in groups.items() if len(key) == 1 and group.kind is EntityKind.PERSON):
        group, owners = groups[key], [one for one in tails.get(key, ()) if one.key[-1] == key[0]]
        sexes = {sex for sex in map(_called, group.candidates) if sex}
        for sex, other in (("she", "he"), ("he", "she")):
            if sex not in sexes or not any(given.get(one.key[0]) == other for one in owners):
                continue
            fitting = [one for one in owners if given.get(one.key[0]) != other]
            if len(fitting) == 1 and fitting[0] is not group:
                fitting[0].take(group.part([_called(one) == sex for one in group.candidates]))
            elif not fitting and sex == "she":
                everyone = sexes == {"she"}
                groups["mrs", *key] = group.part([everyone or _called(one) == "she" for one in group.candidates])
        if not group.candidates:
            groups.pop(key)


def _is_relative(candidate: Candidate) -> bool:
    """Whether who is named stands as another's relative: `his wife, | Ann Lee`, `the president's brother | Ben Lee`."""
    words, relatives = candidate.words, names().relatives
    low = candidate.title[0] if candidate.title is not None else candidate.low
    before = [word.folded for word in words[max(0, low - 2) : candidate.low] if word.text != ","]
    return bool(before) and before[-1] in relatives


def _join_acronyms(groups: dict[tuple[str, ...], Group]) -> None:
    """Put the acronym to the name in "Islamic State (IS)"; also well-known ones whose long form is in the article."""
    acronyms = names().acronyms
    pairs: dict[tuple[str, ...], tuple[str, ...]] = {
        (key[0],): name_key(tuple(acronyms[key[0]].lower().split()))
        for key in groups
        if key[0] in acronyms and len(key) == 1
    }
    pairs.update(_by_initials(groups))
    for group in list(groups.values()):
        for candidate in group.candidates:
            words, end = candidate.words, candidate.high
            if end + 1 < len(words) and words[end].text == "(" and words[end + 1].text.isupper():
                short = words[end + 1].folded.replace(".", "")
                if 1 < len(short) < 8 and _abbreviates(short, candidate.parts):
                    pairs[(short,)] = group.key
    for short_key, long_key in sorted(pairs.items()):
        short_group, long_group = groups.get(short_key), groups.get(long_key)
        if short_group is not None and long_group is not None and short_group is not long_group:
            if long_group.kind is EntityKind.OTHER:
                long_group.kind, long_group.lead = EntityKind.ORGANISATION, 1.0
            long_group.take(short_group)
            groups.pop(short_key)


def _by_initials(groups: dict[tuple[str, ...], Group]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Acronyms that are the initials of exactly one organisation of the article: "SPLC"."""
    owners: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key, group in groups.items():
        if len(key) > 2 and group.kind is EntityKind.ORGANISATION:
            for short in _initials(key):
                owners[short].add(key)
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for key, group in groups.items():
        known = key[0] in names().organisations or key[0] in names().outlets
        if len(key) == 1 and len(key[0]) > 2 and not known and all(shown.isupper() for shown in group.shown):
            longs = owners.get(key[0], set())
            if len(longs) == 1:
                found[key] = next(iter(longs))
    return found


def _initials(parts: tuple[str, ...]) -> tuple[str, str]:
    """The first letters of all words, and of the large ones."""
    small = names().function
    pieces = [(piece[0], part in small) for part in parts for piece in part.split("-") if piece]
    return "".join(letter for letter, _ in pieces), "".join(letter for letter, little in pieces if not little)


def _abbreviates(short: str, parts: tuple[str, ...]) -> bool:
    """Whether `short` is made of first letters of the name's words, in order, little words left out or not."""
    letters, large = _initials(parts)
    return short in (letters, large) or (len(large) > 1 and short.startswith(large))


def _recall(groups: dict[tuple[str, ...], Group], read: list[tuple[Line, bool]], text: str) -> None:
    """Find the names again where capitals said nothing: in headings and at the start of sentences."""
    known: dict[tuple[str, ...], Group] = {}
    lists = names()
    for group in groups.values():
        if group.kind is EntityKind.OTHER:
            continue
        known[group.key] = group
        last = group.key[-1]
        if group.kind is EntityKind.PERSON and last not in lists.demonyms and last not in lists.no_names:
            known.setdefault(group.key[-1:], group)
    taken = [place for group in groups.values() for place in group.places]
    for start, end, key, kind in find_again(read, known.keys(), taken):
        group = known.get(key) or groups.setdefault(key, Group(key, kind or EntityKind.PLACE, 9.0))
        known.setdefault(key, group)
        group.places.append((start, end))
        shown = _shown(text, start, end)
        if group.key == key:
            group.shown[shown] += 1
        else:
            group.aliases.add(shown)


def _worth_keeping(group: Group) -> bool:
    """Whether to report a name of no known kind: only if it stands inside a sentence and is no common word."""
    lists = names()
    if group.kind is EntityKind.ORGANISATION and len(group.key) == 1:  # "the Committee" of no known name
        return not (group.key[0] in lists.common and group.key[0] in lists.organisation_first)
    if group.kind is not EntityKind.OTHER:
        return True
    if all(part in lists.common or part in lists.no_names or part in lists.demonyms for part in group.key):
        return False
    inside = sum(1 for candidate in group.candidates if not candidate.initial)
    return inside > 1 or (inside == 1 and (len(group.key) > 1 or group.key[0] in lists.last))


def _entity(article: Article, group: Group) -> Entity:
    """The group as the article shows it; the name is its commonest form, the first of equals."""
    name = max(group.shown, key=lambda shown: group.shown[shown])
    aliases = {*group.shown, *group.aliases} - {name}
    government = government_of(name) if group.kind is not EntityKind.PERSON else None
    if government is not None:
        aliases.add(government)
    return Entity(
        evidence=tuple(Span(article.id, start, end) for start, end in sorted(set(group.places))),
        rule="names: tags of all mentions weighed together",
        id=identify("entity", group.kind.value, name),
        name=name,
        kind=group.kind,
        aliases=tuple(sorted(aliases)),
        roles=roles_of(group.candidates, article.text) if group.kind is EntityKind.PERSON else (),
    )
