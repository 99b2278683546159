"""Features of a word for the tagger of names: its form, the lists it is on, its neighbours, and the rest of the text.

Those that depend on one word alone are kept apart from those that depend on several, so that their weights can be
added up once for each word of the language. The features over the whole text follow Chieu and Ng (2003).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from readout.language.names import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.names.words import Line

_LONGEST_LISTED = 7  #: words
_BIG_CITY = 300  #: thousands of people
EDGES = ("<", ">")  #: stand for what is before and after a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What a text shows of its words: how often each is written small and raised, and what it has stood beside."""

    small: Counter[str]
    raised: Counter[str]
    beside: dict[str, tuple[str, ...]]


def read_text(lines: Sequence[Line]) -> Text:
    """Count over all sentences of a text how its words are written and what stands beside them."""
    small = Counter([word.folded for line in lines for word in line.words if not word.raised])
    raised: Counter[str] = Counter()
    beside: dict[str, set[str]] = {}
    for words, shown in lines:
        last = len(words) - 1
        for index in shown:
            word = words[index]
            if not word.raised:
                continue
            folded = word.folded
            seen = beside.get(folded)
            if seen is None:
                seen = beside[folded] = set()
            if index:
                raised[folded] += 1
                before = words[index - 1]
                seen.update(_seen_before(before.folded, before.raised))
            if index < last:
                after = words[index + 1]
                seen.update(_seen_after(after.folded, after.raised))
            if word.possessive:
                seen.add("possessive")
    return Text(small=small, raised=raised, beside={word: tuple(sorted(seen)) for word, seen in beside.items()})


@lru_cache(maxsize=20_000)
def _seen_before(word: str, raised: bool) -> tuple[str, ...]:
    lists = names()
    if raised:
        found = ["title"] if word in lists.titles else ["first name"] if word in lists.first else []
        return (*found, *(["place before"] if word in lists.place_before else []))
    tests = {"in place": word in lists.in_place, "the": word == "the", "role": word in lists.roles}
    return tuple(name for name, seen in tests.items() if seen)


@lru_cache(maxsize=20_000)
def _seen_after(word: str, raised: bool) -> tuple[str, ...]:
    lists = names()
    if raised:
        tests = {
            "organisation last": word in lists.organisation_last,
            "surname": word in lists.last and word not in lists.common,
            "place last": word in lists.place_last,
        }
        return tuple(name for name, seen in tests.items() if seen)
    if word in lists.speaking:
        return ("speaks",)
    return ("who",) if word in ("who", "himself", "herself") else ()


@lru_cache(maxsize=20_000)
def classes(word: str) -> tuple[str, ...]:
    """The lists that a folded word is on."""
    lists = names()
    tests = {
        "first": word in lists.first,
        "last": word in lists.last,
        "common": word in lists.common,
        "function": word in lists.function,
        "demonym": word in lists.demonyms,
        "title": word in lists.titles,
        "title part": word in lists.title_parts,
        "role": word in lists.roles,
        "organisation last": word in lists.organisation_last,
        "organisation first": word in lists.organisation_first,
        "place last": word in lists.place_last,
        "place before": word in lists.place_before,
        "no name": word in lists.no_names,
        "speaking": word in lists.speaking,
        "in place": word in lists.in_place,
        "world last": word in lists.world_last,
    }
    return tuple(name for name, seen in tests.items() if seen)


@lru_cache(maxsize=20_000)
def _listed(key: str) -> tuple[str, ...]:
    lists = names()
    tests = {
        "country": key in lists.countries,
        "state": key in lists.states,
        "region": key in lists.regions,
        "city": key in lists.cities,
        "big city": lists.cities.get(key, 0) > _BIG_CITY,
        "organisation": key in lists.organisations,
        "outlet": key in lists.outlets,
        "seat": key in lists.seats,
        "acronym": key in lists.acronyms,
        "world place": key in lists.world_places,
        "world organisation": key in lists.world_organisations and not _is_also_other(key),
        "world organisation or other": key in lists.world_organisations and _is_also_other(key),
        "world outlet": key in lists.world_outlets,
    }
    return tuple(name for name, seen in tests.items() if seen)


def _is_also_other(key: str) -> bool:
    """Whether a listed organisation's name is also a word, a person's name or a city."""
    lists = names()
    others = (lists.common, lists.function, lists.first, lists.last, lists.cities)
    return any(key in words for words in others)


#: Endings of inflected words, and of what they are made from.
_ENDINGS = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""),
    ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
)  # fmt: skip
_SHORTEST = 4  #: letters of a word that is looked up without its ending


@lru_cache(maxsize=20_000)
def senses(word: str) -> tuple[str, ...]:
    """What sort of thing a folded word means, looked up without its ending if need be; "none" if it is on no list."""
    known = names().senses
    found = known.get(word)
    if found is not None:
        return found
    if len(word) >= _SHORTEST:
        for end, new in _ENDINGS:
            found = known.get(word[: -len(end)] + new) if word.endswith(end) else None
            if found is not None:
                verbs = tuple(sense for sense in found if sense[0] == "v")
                return verbs if verbs and end[-1] in "dg" else found
    return ("none",) if word[0].isalpha() else ()


@lru_cache(maxsize=20_000)
def shape(text: str) -> str:
    """The form of a word, runs of one sort as one sign: "Xx", "X", "Xx-Xx", "d"."""
    signs: list[str] = []
    for letter in text:
        sign = "X" if letter.isupper() else "x" if letter.islower() else "d" if letter.isdigit() else letter
        if not signs or signs[-1] != sign:
            signs.append(sign)
    return "".join(signs[:8])


def of_word(text: str, folded: str, possessive: bool) -> list[str]:
    """The features that the word itself gives."""
    raised = text[0].isupper()
    found = ["bias", f"w={folded}", f"shape={shape(text)}", f"length={min(len(text), 4)}", f"'s={possessive:d}"]
    if text[0].isalpha():
        found += [f"p2={folded[:2]}", f"p3={folded[:3]}", f"s2={folded[-2:]}", f"s3={folded[-3:]}", f"s4={folded[-4:]}"]
    sorts = classes(folded)
    found += [f"on={sort} {raised:d}" for sort in sorts]
    if raised and sorts:
        found.append("all=" + ",".join(sorts))
    meant = senses(folded)
    if meant:
        found += [*(f"sn={sense} {raised:d}" for sense in meant), f"sns={','.join(meant)} {raised:d}"]
    return found


def of_neighbour(folded: str, raised: bool, side: str) -> list[str]:
    """The features that the word beside ("a" before, "z" after) gives to one that is `raised` or not."""
    listed = [f"{side} on={sort} {raised:d}" for sort in classes(folded)]
    return [f"{side}={folded}", *listed, *(f"{side} sn={sense} {raised:d}" for sense in senses(folded))]


def of_second(folded: str, form: str, side: str) -> list[str]:
    """The features that the word two places away ("a2" before, "z2" after), of some shape, gives to a raised one."""
    listed = [f"{side} on={sort}" for sort in classes(folded)]
    return [f"{side}={folded}", f"{side} s={form}", *listed, *(f"{side} sn={sense}" for sense in senses(folded))]


class Form(NamedTuple):
    """What a word and its neighbours look like, and the marks of the lists (`read_lists`) they are on."""

    style: str
    before: str
    form: str
    after: str
    raised: bool
    first: bool
    alone: bool
    unknown: bool  #: on no list at all
    spot: int  #: in a short line ten times how many words there are, and which of them this is
    marks_before: tuple[str, ...]
    marks: tuple[str, ...]
    marks_after: tuple[str, ...]


def of_form(form: Form) -> list[str]:
    """The features of a word's form."""
    found = [
        f"{form.style} {form.form}",
        f"shapes a={form.before} {form.form}",
        f"shapes z={form.form} {form.after}",
        f"shapes={form.before}|{form.form}|{form.after}",
        "first" if form.first else "inside",
    ]
    found += [f"listed={mark} {form.raised:d}" for mark in form.marks]
    found += [f"a listed={mark}" for mark in form.marks_before]
    found += [f"z listed={mark}" for mark in form.marks_after]
    if form.spot:
        found += [f"spot={form.spot}", f"spot={form.spot} {form.before} {form.form} {form.after}"]
    if form.alone:
        found.append("alone")
    if form.unknown:
        found.append(f"unknown {form.first:d}")
    return found


class Company(NamedTuple):
    """Which of a raised word and its neighbours are first and last names, and how the text writes the word."""

    own: str
    before: str
    after: str
    small: int
    raised: int
    first: bool
    seen: tuple[str, ...]  #: what the word stands beside elsewhere in the text


def of_company(company: Company) -> list[str]:
    """The features of a raised word's company."""
    return [
        f"name z={company.own} {company.after}",
        f"name a={company.own} {company.before}",
        f"small={company.small} {company.first:d}",
        f"raised={company.raised} {company.first:d}",
        *(f"text={seen}" for seen in company.seen),
    ]


def of_pairs(a2: str, a: str, z: str, z2: str) -> list[str]:
    """The features of a raised word that the pairs of words around it give."""
    return [f"aa={a2}|{a}", f"zz={z}|{z2}", f"az={a}|{z}"]


def first_or_last(word: str) -> str:
    """Whether a folded word is a first name and a surname, as two digits."""
    sorts = classes(word)
    return f"{'first' in sorts:d}{'last' in sorts:d}"


def read_lists(line: Line, style: str) -> dict[int, tuple[str, ...]]:
    """For words in listed names (longest first), where they stand in them: B, I, E and the list.

    A name begins with a capital, or is a country or a great city; in a sentence without capitals it may be any.
    """
    marks: dict[int, tuple[str, ...]] = {}
    words, small = line.words, style == "L"
    listed, places = _lengths(), _great_places()
    for start, word in enumerate(words):
        folded = word.folded
        if not (small or word.raised or folded in places):
            continue
        if "." in folded:
            folded = folded.replace(".", "")
        lengths = listed.get(folded)
        if lengths is None:
            continue
        keys = [folded, *(one.folded.replace(".", "") for one in words[start + 1 : start + lengths[0]])]
        for length in lengths:
            found = _listed(" ".join(keys[:length])) if length <= len(keys) else ()
            if found:
                _mark(marks, start, start + length, found)
                break
    return marks


@lru_cache(maxsize=1)
def _lengths() -> dict[str, tuple[int, ...]]:
    """How many words the listed names have that begin with a word, the most first."""
    lists = names()
    found: dict[str, tuple[int, ...]] = {}
    listed = (
        lists.countries, lists.states, lists.regions, lists.cities, lists.organisations, lists.outlets, lists.seats,
        lists.acronyms, lists.world_places, lists.world_organisations, lists.world_outlets,
    )  # fmt: skip
    for name in (name for names_of in listed for name in names_of):
        first, *others = name.split()
        length, known = 1 + len(others), found.get(first, ())
        if length not in known and length <= _LONGEST_LISTED:
            found[first] = tuple(sorted((*known, length), reverse=True)) if known else (length,)
    return found


@lru_cache(maxsize=1)
def _great_places() -> frozenset[str]:
    lists = names()
    great = {city for city, people in lists.cities.items() if people > _BIG_CITY}
    return frozenset(name for name in lists.countries | great if len(name) > 3)


def _mark(marks: dict[int, tuple[str, ...]], start: int, end: int, found: tuple[str, ...]) -> None:
    for index in range(start, end):
        letter = "B" if index == start else "I"
        marks[index] = marks.get(index, ()) + tuple([letter + name for name in found])
    marks[end - 1] += tuple(["E" + name for name in found])


def style_of(line: Line) -> str:
    """How a sentence is written: in capitals (U), as a heading (H), without capitals (L), or as usual (N)."""
    words = line.words
    raised = sum([words[index].raised for index in line.shown])
    if raised == 0:
        return "L"
    if raised < 3 or 3 * raised < len(words):
        return "N"
    lettered = sum([word.text[0].isalpha() for word in words])
    upper = sum([word.text.isupper() and len(word.text) > 1 for word in words])
    if upper >= 3 and upper > 0.6 * lettered:
        return "U"
    return "H" if lettered > 3 and raised > 0.7 * lettered else "N"
