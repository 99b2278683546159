"""Features of a word for the tagger of names: its form, the lists it is on, its neighbours, and the rest of the text.

Those that depend on one word alone are kept apart from those that depend on several, so that their weights can be
added up once for each word of the language. The features over the whole text follow Chieu and Ng (2003).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from readout.language.names import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.names.words import Word

_LONGEST_LISTED = 5  #: words
_BIG_CITY = 300  #: thousands of people
_EDGES = ("<", ">")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What a text shows of its words: how often each is written small and raised, and what it has stood beside."""

    small: Counter[str]
    raised: Counter[str]
    beside: dict[str, tuple[str, ...]]


def read_text(sentences: Sequence[Sequence[Word]]) -> Text:
    """Count over all sentences of a text how its words are written and what stands beside them."""
    small = Counter([word.folded for words in sentences for word in words if word.text[0].islower()])
    raised: Counter[str] = Counter()
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for words in sentences:
        last = len(words) - 1
        for index, word in enumerate(words):
            if not word.text[0].isupper():
                continue
            seen = beside[word.folded]
            if index:
                raised[word.folded] += 1
                seen.update(_seen_before(words[index - 1].folded, words[index - 1].text[0].isupper()))
            if index < last:
                seen.update(_seen_after(words[index + 1].folded, words[index + 1].text[0].isupper()))
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
    }
    return tuple(name for name, seen in tests.items() if seen)


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
    return found


def of_neighbour(folded: str, raised: bool, side: str) -> list[str]:
    """The features that the word beside ("a" before, "z" after) gives to one that is `raised` or not."""
    return [f"{side}={folded}", *(f"{side} on={sort} {raised:d}" for sort in classes(folded))]


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
    marks_before: tuple[str, ...]
    marks: tuple[str, ...]
    marks_after: tuple[str, ...]


def form_of(words: Sequence[Word], index: int, marks: Sequence[tuple[str, ...]], style: str) -> Form:
    """The form of the word at `index` of a sentence."""
    word = words[index]
    last = len(words) - 1
    raised = word.text[0].isupper()
    return Form(
        style,
        shape(words[index - 1].text) if index else _EDGES[0],
        shape(word.text),
        shape(words[index + 1].text) if index < last else _EDGES[1],
        raised,
        index == 0,
        last == 0,
        raised and not marks[index] and not classes(word.folded),
        marks[index - 1] if index else (),
        marks[index],
        marks[index + 1] if index < last else (),
    )


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


def company_of(words: Sequence[Word], index: int, text: Text) -> Company:
    """The company of the raised word at `index` of a sentence."""
    folded = words[index].folded
    return Company(
        _first_or_last(folded),
        _named(words[index - 1]) if index else "00-",
        _named(words[index + 1]) if index + 1 < len(words) else "00-",
        min(text.small[folded], 2),
        min(text.raised[folded], 3),
        index == 0,
        text.beside.get(folded, ()),
    )


def of_company(company: Company) -> list[str]:
    """The features of a raised word's company."""
    return [
        f"name z={company.own} {company.after}",
        f"name a={company.own} {company.before}",
        f"small={company.small} {company.first:d}",
        f"raised={company.raised} {company.first:d}",
        *(f"text={seen}" for seen in company.seen),
    ]


def around(words: Sequence[Word], index: int) -> tuple[str, str, str, str]:
    """The two folded words before and the two after the one at `index`."""
    last = len(words) - 1
    return (
        words[index - 2].folded if index > 1 else _EDGES[0],
        words[index - 1].folded if index else _EDGES[0],
        words[index + 1].folded if index < last else _EDGES[1],
        words[index + 2].folded if index + 1 < last else _EDGES[1],
    )


def of_pairs(a2: str, a: str, z: str, z2: str) -> list[str]:
    """The features of a raised word that the pairs of words around it give."""
    return [f"aa={a2}|{a}", f"zz={z}|{z2}", f"az={a}|{z}"]


def _named(word: Word) -> str:
    return _first_or_last(word.folded) + shape(word.text)[:1]


@lru_cache(maxsize=20_000)
def _first_or_last(word: str) -> str:
    sorts = classes(word)
    return f"{'first' in sorts:d}{'last' in sorts:d}"


def read_lists(words: Sequence[Word], style: str) -> list[tuple[str, ...]]:
    """For each word, in which listed names (longest first) it stands, and where in them: B, I, E and the list.

    A name begins with a capital, or is a country or a great city; in a sentence without capitals it may be any.
    """
    marks: list[tuple[str, ...]] = [()] * len(words)
    longest, places = _longest(), _great_places()
    if style == "L":
        starts = list(range(len(words)))
    else:
        starts = [index for index, word in enumerate(words) if word.text[0].isupper() or word.folded in places]
    for start in starts:
        folded = words[start].folded
        if folded not in longest and "." not in folded:
            continue
        keys = [one.folded.replace(".", "") for one in words[start : start + _LONGEST_LISTED]]
        for length in range(min(longest.get(keys[0], 0), len(keys)), 0, -1):
            found = _listed(" ".join(keys[:length]))
            if found:
                _mark(marks, start, start + length, found)
                break
    return marks


@lru_cache(maxsize=1)
def _longest() -> dict[str, int]:
    """How many words the longest listed name has that begins with a word."""
    lists = names()
    found: dict[str, int] = {}
    listed = (
        lists.countries, lists.states, lists.regions, lists.cities, lists.organisations, lists.outlets, lists.seats,
        lists.acronyms,
    )  # fmt: skip
    for name in (name for names_of in listed for name in names_of):
        words = name.split()
        found[words[0]] = min(max(found.get(words[0], 0), len(words)), _LONGEST_LISTED)
    return found


@lru_cache(maxsize=1)
def _great_places() -> frozenset[str]:
    lists = names()
    great = {city for city, people in lists.cities.items() if people > _BIG_CITY}
    return frozenset(name for name in lists.countries | great if len(name) > 3)


def _mark(marks: list[tuple[str, ...]], start: int, end: int, found: tuple[str, ...]) -> None:
    for index in range(start, end):
        letter = "B" if index == start else "I"
        marks[index] += tuple(letter + name for name in found)
    marks[end - 1] += tuple("E" + name for name in found)


def style_of(words: Sequence[Word]) -> str:
    """How a sentence is written: in capitals (U), as a heading (H), without capitals (L), or as usual (N)."""
    raised = sum([word.text[0].isupper() for word in words])
    if raised == 0:
        return "L"
    if raised < 3 or 3 * raised < len(words):
        return "N"
    lettered = sum([word.text[0].isalpha() for word in words])
    upper = sum([word.text.isupper() and len(word.text) > 1 for word in words])
    if upper >= 3 and upper > 0.6 * lettered:
        return "U"
    return "H" if lettered > 3 and raised > 0.7 * lettered else "N"
