"""Invented speakers with their trees: names with titles, ministries, unnamed officials, pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treebank import Word

if TYPE_CHECKING:
    import random

FIRST = tuple(
    """
    Anna Sergei Marie Ahmed John Laura Viktor Chen Maria Omar David Sofia Jean-Paul Fatima Peter Yuki Ivan Ruth
    """.split()
)
LAST = tuple(
    """
    Keller Orlov Dupont Haddad Miller Rossi Petrov Wei Lopez Nasser Cohen Novak Martin Tanaka Brandt Okafor Silva
    Lindqvist Kovac Byrne
    """.split()
)
NATIONS = tuple(
    """
    French Russian German British Israeli Turkish Egyptian Chinese American Iranian Ukrainian Polish
    """.split()
)
FIELDS = ["foreign", "defence", "interior", "finance", "health", "justice", "education", "defense", "energy"]
PLACES = tuple(
    """
    France Russia Germany Moscow Paris Washington Turkey Israel Egypt Beijing Kyiv London Tehran Ankara
    """.split()
)
TITLES = tuple(
    """
    President Chancellor Senator Judge Mayor Governor Mr. Mrs. Dr. Gen. Sheriff Secretary Professor
    """.split()
)
ROLES = [
    "spokesman",
    "spokeswoman",
    "minister",
    "official",
    "president",
    "lawyer",
    "mayor",
    "leader",
    "judge",
    "prosecutor",
    "analyst",
    "director",
]
BODIES = tuple(
    """
    ministry police army government court company party committee union university agency council
    """.split()
)
PRONOUNS = ["he", "she", "they", "it", "he", "she"]


def word(text: str, pos: str, head: int, dep: str, lemma: str = "") -> Word:
    return Word(text, lemma or text.lower(), pos, head, dep, space=True)


def name(chance: random.Random, at: int = 0) -> list[Word]:
    """ "Anna Keller", its words' heads counted from `at`."""
    return [
        word(chance.choice(FIRST), "PROPN", at, "root"),
        word(chance.choice(LAST), "PROPN", at, "flat"),
    ]


def surname(chance: random.Random) -> list[Word]:
    return [word(chance.choice(LAST), "PROPN", 0, "root")]


def place(chance: random.Random) -> list[Word]:
    return [word(chance.choice(PLACES), "PROPN", 0, "root")]


def titled(chance: random.Random) -> list[Word]:
    """ "President Anna Keller", "Gen. Orlov"."""
    title = word(chance.choice(TITLES), "PROPN", 1, "nmod")
    return [title, *(name(chance, 1) if chance.random() < 0.7 else [word(chance.choice(LAST), "PROPN", 1, "root")])]


def minister(chance: random.Random) -> list[Word]:
    """ "French Defence Minister Anna Keller"."""
    return [
        word(chance.choice(NATIONS), "ADJ", 2, "amod"),
        word(chance.choice(FIELDS).capitalize(), "PROPN", 2, "compound"),
        word("Minister", "PROPN", 3, "nmod"),
        *name(chance, 3),
    ]


def ministry(chance: random.Random) -> list[Word]:
    """ "the Russian defence ministry", "the company"."""
    if chance.random() < 0.6:
        return [
            word("the", "DET", 3, "det"),
            word(chance.choice(NATIONS), "ADJ", 3, "amod"),
            word(chance.choice(FIELDS), "NOUN", 3, "compound"),
            word("ministry", "NOUN", 3, "root"),
        ]
    return [word("the", "DET", 1, "det"), word(chance.choice(BODIES), "NOUN", 1, "root")]


def counterpart(chance: random.Random) -> list[Word]:
    """ "his Russian counterpart Anna Keller"."""
    return [
        word(chance.choice(("his", "her")), "PRON", 3, "nmod:poss"),
        word(chance.choice(NATIONS), "ADJ", 2, "amod"),
        word("counterpart", "NOUN", 3, "nmod"),
        *name(chance, 3),
    ]


def official(chance: random.Random) -> list[Word]:
    """ "a spokesman for the police", "a source close to Keller", "a statement"."""
    kind = chance.random()
    if kind < 0.5:
        return [
            word("a", "DET", 1, "det"),
            word(chance.choice(ROLES), "NOUN", 1, "root"),
            word(chance.choice(("for", "of")), "ADP", 4, "case"),
            word("the", "DET", 4, "det"),
            word(chance.choice(BODIES), "NOUN", 1, "nmod"),
        ]
    if kind < 0.7:
        return [
            word("a", "DET", 1, "det"),
            word("source", "NOUN", 1, "root"),
            word("close", "ADJ", 1, "amod"),
            word("to", "ADP", 4, "case"),
            word(chance.choice(LAST), "PROPN", 2, "obl"),
        ]
    noun = chance.choice(["statement", "witness", "resident", "report", "source", "official", "letter"])
    return [word("a" if noun != "official" else "an", "DET", 1, "det"), word(noun, "NOUN", 1, "root")]


SPEAKERS = (name, surname, surname, place, titled, minister, ministry, official, official, counterpart)


def some_speaker(chance: random.Random, *, pronouns: bool = True) -> list[Word]:
    """The tree of a speaker, its root marked by being its own head."""
    if pronouns and chance.random() < 0.2:
        return [word(chance.choice(PRONOUNS), "PRON", 0, "root")]
    return chance.choice(SPEAKERS)(chance)


def some_listener(chance: random.Random) -> list[Word]:
    """Who is told: reporters, an agency, a country, a minister."""
    kind = chance.random()
    if kind < 0.35:
        return [word(chance.choice(("reporters", "journalists", "lawmakers", "parliament")), "NOUN", 0, "root")]
    if kind < 0.6:
        return [word(chance.choice(["AFP", "Reuters", "CNN", "NBC", "TASS", "Fox"]), "PROPN", 0, "root")]
    return chance.choice((place, minister, counterpart, ministry))(chance)
