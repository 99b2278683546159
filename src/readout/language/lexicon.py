"""What a language says with: reporting words with their act, roles and pronouns, read once from data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from readout.language.calendar import load_calendar
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDED_WORD = re.compile(r"[a-z][a-z-]*")
_QUOTE = re.compile(r"\"|''|(?:^|[\s(\[-])'(?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A reporting word: its lemma, the words that must follow it, its act, and the frames it reports in."""

    lemma: str
    after: tuple[str, ...]
    act: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The reporting words of one language, by folded form."""

    verbs: dict[str, tuple[Cue, ...]]
    lemmas: dict[str, str]  #: form to lemma
    nouns: dict[str, str]  #: form to act
    claims: frozenset[str]  #: forms of nouns that report only with a clause after "is" or "that"
    states: dict[str, str]
    both: frozenset[str]  #: forms of verbs that are states as well: "worried"
    pointers: dict[tuple[str, ...], str]
    first_of_pointers: frozenset[str]
    reporting: frozenset[str]  #: every word with which a report can begin: few words of a text are among them
    adverbs: dict[str, str]
    denials: re.Pattern[str]  #: words that make an assertion a denial
    heard: dict[str, frozenset[str]]  #: words with which a verb reports behind those who are spoken to
    function: dict[str, frozenset[str]]  #: auxiliaries, adverbs, prepositions, determiners, ...
    pronouns: dict[str, str]  #: form to its base: he she they it we who
    people: dict[str, frozenset[str]]  #: person, group, body, paper; female and male among them
    synonyms: dict[str, frozenset[str]]  #: role words that may stand for one another
    spelled_out: dict[str, str]  #: short titles and the words they stand for
    given: dict[str, str]  #: first name to "he" or "she"
    speakers: frozenset[str]  #: words for all that can say something: persons, groups, bodies, papers
    titles: frozenset[str]  #: words for persons, and honorifics
    helping: frozenset[str]  #: auxiliaries and adverbs
    leading: frozenset[str]  #: determiners and prepositions


def forms_of(lemma: str) -> tuple[str, ...]:
    """The written forms of an English verb, irregular ones from data, the others by rule."""
    irregular = _irregular().get(lemma)
    third = lemma + "es" if lemma.endswith(("s", "sh", "ch", "x", "z", "go")) else _with_s(lemma)
    if irregular is not None:
        return (lemma, third, *irregular.split())
    if lemma.endswith("e"):
        return (lemma, third, lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return (lemma, third, lemma[:-1] + "ied", lemma + "ing")
    return (lemma, third, lemma + "ed", lemma + "ing")


def _with_s(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"


def _any_of(given: str) -> re.Pattern[str]:
    """One pattern for phrases divided by bars or lines."""
    phrases = sorted((part.strip() for part in re.split(r"[|\n]", given) if part.strip()), key=len, reverse=True)
    first = "".join(sorted({re.escape(phrase[0]) for phrase in phrases}))  # spares most words a try of every phrase
    return re.compile(rf"\b(?=[{first}])(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b")


def _read(language: str, name: str) -> dict[str, Any]:
    path = resources.files("readout.language").joinpath(language, f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def irregular_bases() -> dict[str, str]:
    """The infinitive of each verb form that is not made by rule."""
    return {form: lemma for lemma, forms in _irregular().items() for form in forms.split()}


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return dict(_read("en", "irregular")["forms"])


@lru_cache(maxsize=1)
def _given() -> dict[str, str]:
    """First names that nearly always are a woman's ("she") or a man's ("he")."""
    path = resources.files("readout.language").joinpath("names", "given.tsv")
    return dict(line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())


@lru_cache(maxsize=4)
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of `language` (there is one for "en")."""
    data = _read(language, "cues")
    small = _read(language, "words")
    verbs, lemmas = _verbs(data["verbs"])
    nouns = {}
    for act, words in data["nouns"].items():
        for word in words.split():
            nouns[word] = nouns[_with_s(word)] = act
    claims = frozenset(form for word in data["claims"]["words"].split() for form in (word, _with_s(word)))
    states = {word: act for act, words in data["states"].items() for word in words.split()}
    first = frozenset(words.split()[0] for given in data["pointers"].values() for words in given.split("|"))
    function = {name: frozenset(given.split()) for name, given in small["function"].items()}
    people = {name: frozenset(given.split()) for name, given in small["people"].items()}
    return Lexicon(
        verbs=verbs,
        lemmas=lemmas,
        nouns=nouns,
        claims=claims,
        states=states,
        both=frozenset(states) & verbs.keys(),
        first_of_pointers=first,
        reporting=first.union(verbs, nouns, states),
        pointers={tuple(words.split()): act for act, given in data["pointers"].items() for words in given.split("|")},
        adverbs={word: act for act, words in data["adverbs"].items() for word in words.split()},
        denials=_any_of(data["denials"]["words"]),
        heard={lemma: frozenset(given.split()) for lemma, given in data["heard"].items()},
        function=function,
        pronouns={form: base for base, given in small["pronouns"].items() for form in given.split()},
        people=people,
        synonyms={word: frozenset(given.split()) for word, given in small["synonyms"].items()},
        spelled_out=small["spelled_out"],
        given=_given() | {name: base for base, names in small["given"].items() for name in names.split()},
        speakers=people["person"] | people["group"] | people["body"] | people["paper"],
        titles=people["person"] | function["honorifics"],
        helping=function["auxiliaries"] | function["adverbs"],
        leading=function["determiners"] | function["prepositions"],
    )


def _verbs(groups: Iterable[dict[str, str]]) -> tuple[dict[str, tuple[Cue, ...]], dict[str, str]]:
    """For each form of a listed verb its entries, and its infinitive."""
    verbs: dict[str, list[Cue]] = {}
    lemmas: dict[str, str] = {}
    for group in groups:
        frames = frozenset(group["frames"].split())
        for entry in dict.fromkeys(group["words"].split()):
            lemma, *after = entry.split("~")
            cue = Cue(lemma=lemma, after=tuple(after), act=group["act"], frames=frames)
            for form in dict.fromkeys(forms_of(lemma)):
                verbs.setdefault(form, []).append(cue)
                lemmas[form] = lemma
    return {form: tuple(cues) for form, cues in verbs.items()}, lemmas


def form_of(folded: str) -> str:
    """Which form of a listed verb this is: base, s, ing, or past; past tense and past participle are one."""
    lemma = lexicon().lemmas.get(folded, folded)
    if folded == lemma:
        return "base"
    return "ing" if folded.endswith("ing") else "s" if folded.endswith("s") else "past"


@lru_cache(maxsize=1)
def countries() -> tuple[dict[str, str], dict[str, str]]:
    """Capital to country and adjective to country, folded to the country's usual name."""
    path = resources.files("readout.language.names").joinpath("countries.tsv")
    capitals: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        fields = [*line.split("\t"), "", "", ""]
        name = fields[1].split("|")[0]
        for capital in filter(None, fields[3].split("|")):
            capitals.setdefault(fold(capital), name)
        for adjective in fields[2].split():
            adjectives.setdefault(fold(adjective), name)
    return capitals, adjectives


def _dating() -> frozenset[str]:
    """The words that date what a sentence tells, but for those that may be names of people or other words."""
    calendar = load_calendar("en")
    if calendar is None:
        return frozenset()
    dated = {"month", "weekday", "deictic"}
    words = (form for form, meaning in calendar.words.items() if not dated.isdisjoint(meaning) and len(form) > 3)
    return frozenset(words) - calendar.capital | {"ago"}


@lru_cache(maxsize=1)
def _calls_for_parse() -> tuple[frozenset[str], dict[str, tuple[tuple[str, ...], ...]]]:
    """Words that report by themselves, and those that do only with others: "take" with "issue" and "with"."""
    words = lexicon()
    alone = {*words.nouns, *words.claims, *words.states, *words.adverbs, "according", *_dating()}
    joined: dict[str, tuple[tuple[str, ...], ...]] = {}
    for form, cues in words.verbs.items():
        if all(cue.after for cue in cues):
            joined[form] = tuple(cue.after for cue in cues)
        else:
            alone.add(form)
    return frozenset(alone), {form: after for form, after in joined.items() if form not in alone}


def needs_parse(folded_sentence: str) -> bool:
    """Whether a folded sentence (text.fold.fold) has a reporting word or a quotation mark: it may hold a statement."""
    if _QUOTE.search(folded_sentence):
        return True
    alone, joined = _calls_for_parse()
    words = _FOLDED_WORD.findall(folded_sentence.replace("united states", ""))
    if not alone.isdisjoint(words):
        return True
    present = set(words)
    return any(present.issuperset(after) for word in present & joined.keys() for after in joined[word])
