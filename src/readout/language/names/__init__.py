"""What is known about names before a text is read: countries, cities, first names, titles, organisations (English)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence


_BODY_WORDS = ("forms", "short_forms", "numbered", "ordinals", "named_by", "named_by_of", "owners", "small")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Lists of folded names and words; a set for each use the rules make of them."""

    first: frozenset[str]  #: first names
    last: frozenset[str]  #: surnames
    common: frozenset[str]  #: words that are mostly written small
    function: frozenset[str]  #: pronouns, articles, prepositions, adverbs
    cities: dict[str, int]  #: thousands of people
    countries: frozenset[str]
    states: frozenset[str]  #: states of the USA, and their short forms
    regions: frozenset[str]  #: other well-known places
    demonyms: dict[str, str]  #: adjective or people to the country's usual name
    governments: dict[str, str]  #: capital or seat to the government: "moscow" to "Russian government"
    seats: frozenset[str]  #: palaces that stand for a government
    titles: frozenset[str]  #: stand before a person's name
    title_parts: frozenset[str]  #: stand inside a title
    roles: frozenset[str]
    relatives: frozenset[str]  #: who is introduced by whom they belong to
    organisations: frozenset[str]
    outlets: frozenset[str]
    organisation_last: frozenset[str]
    organisation_first: frozenset[str]
    body_words: dict[str, frozenset[str]]  #: what parts of long names of bodies go by, for each use ("forms", "owners")
    place_last: frozenset[str]
    place_before: frozenset[str]
    no_names: frozenset[str]  #: months, days, religions, peoples
    speaking: frozenset[str]
    in_place: frozenset[str]
    inside_person: frozenset[str]
    short_first: dict[str, str]  #: short form of a first name to the whole: "bill" to "william"
    acronyms: dict[str, str]  #: "fbi" to "Federal Bureau of Investigation"
    world_places: frozenset[str]  #: these lists of the world are signs for the tagger only, no rule goes by them
    world_organisations: frozenset[str]
    world_outlets: frozenset[str]
    world_last: frozenset[str]  #: last words of organisations' names
    senses: dict[str, tuple[str, ...]]  #: what sort of thing a word means as a noun ("nperson"), a verb, ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A tagger of names: for each feature and each tag before it the weights of all tags, in hundredths."""

    tags: tuple[str, ...]
    rows: dict[str, int]
    weights: np.ndarray[Any, np.dtype[np.int32]]
    moves: np.ndarray[Any, np.dtype[np.int32]]


def _text(name: str) -> str:
    return resources.files("readout.language.names").joinpath(name).read_text(encoding="utf-8")


def _lines(name: str) -> frozenset[str]:
    return frozenset(_text(name).split("\n")) - {""}


def _bodies() -> frozenset[str]:
    """Bodies known the world over, parted by bars under headings that begin with "#"."""
    lines = [line for line in _text("organisations.txt").split("\n") if not line.startswith("#")]
    return frozenset(name for line in lines for name in line.split("|")) - {""}


def _listed(words: str) -> frozenset[str]:
    """Names parted by bars and line ends, full stops left out."""
    return frozenset(name.strip().replace(".", "") for line in words.split("\n") for name in line.split("|")) - {""}


@lru_cache(maxsize=1)
def names() -> Names:
    """The lists for English, read once."""
    words = tomllib.loads(_text("words.toml"))
    countries, demonyms, governments, seats = _countries()
    cities = dict(line.split("\t") for line in _text("cities.tsv").split("\n") if line)
    frame, organisations, places = words["frame"], words["organisations"], words["places"]
    world = tomllib.loads(_text("world.toml"))
    common, function = _lines("common.txt"), _lines("function.txt")
    elsewhere = common | function | countries | cities.keys()
    return Names(
        first=_lines("first.txt") | (set(world["persons"]["first"].split()) - elsewhere),
        last=_lines("last.txt") | (set(world["persons"]["last"].split()) - elsewhere),
        common=common,
        function=function,
        cities={name: int(people) for name, people in cities.items()},
        countries=frozenset(countries),
        states=frozenset(
            name.replace("-", " ").replace(".", "") for name in (places["states"] + places["short_states"]).split()
        ),
        regions=_listed(places["known"]),
        demonyms=demonyms,
        governments=governments,
        seats=frozenset(seats),
        titles=frozenset(words["titles"]["before"].split()),
        title_parts=frozenset(words["titles"]["inside"].split()),
        roles=frozenset(words["titles"]["roles"].split()),
        relatives=frozenset(words["titles"]["relatives"].split()),
        organisations=_listed(organisations["known"]) | frozenset(words["acronyms"]),
        outlets=_listed(organisations["outlets"]),
        organisation_last=frozenset(organisations["last"].split()),
        organisation_first=frozenset(organisations["first"].split()),
        body_words={use: frozenset(organisations[use].split()) for use in _BODY_WORDS},
        place_last=frozenset(places["last"].split()),
        place_before=frozenset(places["before"].split()),
        no_names=frozenset(words["other"]["words"].split()),
        speaking=frozenset(frame["speaking"].split()),
        in_place=frozenset(frame["in_place"].split()),
        inside_person=frozenset(frame["inside_person"].split()),
        short_first={short: whole for whole, shorts in words["short_first"].items() for short in shorts.split()},
        acronyms=words["acronyms"],
        world_places=_listed(world["places"]["known"]),
        world_organisations=_listed(world["organisations"]["known"]) | _bodies(),
        world_outlets=_listed(world["organisations"]["outlets"]),
        world_last=frozenset(world["organisations"]["last"].split()),
        senses=_senses(),
    )


def _senses() -> dict[str, tuple[str, ...]]:
    """For each word its senses; the file has a line for all words of the same ones."""
    found: dict[str, tuple[str, ...]] = {}
    for line in filter(None, _text("senses.tsv").split("\n")):
        senses, words = line.split("\t")
        found.update(dict.fromkeys(words.split(" "), tuple(senses.split(" "))))
    return found


def _countries() -> tuple[set[str], dict[str, str], dict[str, str], set[str]]:
    """Names of countries, adjectives and peoples, governments by capital and seat, and the seats."""
    known: set[str] = set()
    demonyms: dict[str, str] = {}
    governments: dict[str, str] = {}
    seats: set[str] = set()
    for line in _text("countries.tsv").split("\n"):
        if not line or line.startswith("#"):
            continue
        _, names_of, people, capitals, houses = line.split("\t")
        usual = names_of.split("|")[0]
        known.update(fold(name).replace(".", "") for name in names_of.split("|"))
        adjectives = _adjectives(people)
        for word in adjectives:
            demonyms.setdefault(fold(word), usual)
        government = f"{adjectives[0] if adjectives else usual} government"
        for seat in filter(None, (*capitals.split("|"), *houses.split("|"))):
            governments.setdefault(fold(seat).replace(".", ""), government)
        seats.update(fold(house) for house in houses.split("|") if house)
    return known, demonyms, governments, seats


def _adjectives(people: str) -> list[str]:
    """The words for a people; "North Korean" and the like are two words."""
    found: list[str] = []
    joined = ""
    for word in people.split():
        if word in ("North", "South", "New", "Costa", "Puerto", "Sri", "Sierra", "Cape") or (
            word == "Saudi" and "Saudi" in found
        ):
            joined = word + " "
            continue
        found.append(joined + word)
        joined = ""
    return found


def government_of(name: str) -> str | None:
    """The government that a capital or a seat stands for: "Paris" and "the Elysee" are the French government."""
    folded = fold(name).replace(".", "")
    return names().governments.get(folded.removeprefix("the "))


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The trained weights (training/train_names.py)."""
    tags, moves, *lines = _text("weights.tsv").rstrip("\n").split("\n")
    known = tuple(tags.split("\t"))
    features, rows = zip(*[line.split("\t") for line in lines], strict=True)
    return Weights(
        tags=known,
        rows={feature: row for row, feature in enumerate(features)},
        weights=_numbers(rows, len(known)),
        moves=_numbers(moves.split("\t"), len(known)),
    )


@lru_cache(maxsize=1)
def vote_weights() -> Weights:
    """The trained weights of the signs that decide the kind of a name (training/train_names.py); no moves."""
    kinds, *lines = _text("votes.tsv").rstrip("\n").split("\n")
    known = tuple(kinds.split("\t"))
    signs, rows = zip(*[line.split("\t") for line in lines], strict=True)
    return Weights(
        tags=known,
        rows={sign: row for row, sign in enumerate(signs)},
        weights=_numbers(rows, len(known)),
        moves=_numbers((), len(known)),
    )


def _numbers(rows: Sequence[str], width: int) -> np.ndarray[Any, np.dtype[np.int32]]:
    return np.fromstring(" ".join(rows), dtype=np.int32, sep=" ").reshape(-1, width)
