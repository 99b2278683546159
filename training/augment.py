"""News made from the open treebanks by rule: headlines, datelines and reporting clauses, with their trees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from speakers import some_listener, some_speaker
from treebank import Word

if TYPE_CHECKING:
    import random

#: A piece of a sentence: its words, the piece it hangs on (None: the root), and how.
Piece = tuple[list[Word], "int | None", str]

SAY = tuple(
    """
    said said said said said says added announced claimed insisted explained argued noted stated declared reported
    acknowledged stressed confirmed wrote tweeted conceded believes warned complained suggested
    """.split()
)
LEMMAS = {
    "said": "say", "says": "say", "told": "tell", "insisted": "insist", "wrote": "write", "believes": "believe",
    "confirmed": "confirm", "reported": "report", "warned": "warn", "complained": "complain", "stressed": "stress",
    "explained": "explain", "suggested": "suggest", "tweeted": "tweet",
}  # fmt: skip
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
CITIES = tuple(
    """
    PARIS LONDON MOSCOW WASHINGTON BERLIN KYIV Geneva Cairo ROME TOKYO BEIRUT Jerusalem NAIROBI Madrid
    """.split()
)
AGENCIES = ["AFP", "AP", "Reuters", "DPA", "UPI", "Xinhua"]
SMALL = frozenset(
    """
    a an the and or of in on at to for by with from as but
    """.split()
)


def headlines(trees: list[list[Word]], chance: random.Random) -> list[list[Word]]:
    """Short sentences as headlines: words capitalised or all capitals, no articles, no full stop."""
    made = []
    for tree in trees:
        if 5 <= len(tree) <= 16 and tree[-1].text == "." and tree[0].text[:1].isupper() and chance.random() < 0.12:
            words = drop(tree, {len(tree) - 1} | {i for i, word in enumerate(tree) if is_leaf_article(tree, i)})
            style = chance.random()
            if style < 0.6:
                words = [
                    word
                    if word.text in SMALL or (index and not words[index - 1].space)
                    else replace(word, text=capital(word.text))
                    for index, word in enumerate(words)
                ]
            elif style < 0.7:
                words = [replace(word, text=word.text.upper()) for word in words]
            if words:
                made.append(words)
    return made


def reporting(trees: list[list[Word]], chance: random.Random) -> list[list[Word]]:
    """Declarative sentences set into reporting clauses of many forms, and behind datelines."""
    clauses = [clause for tree in trees if (clause := as_clause(tree))]
    made = []
    for number, clause in enumerate(clauses):
        if chance.random() < 0.32:
            second = clauses[chance.randrange(len(clauses))]
            form = FORMS[number % len(FORMS)]
            made.append(finish(form(clause, second, chance)))
    return made


def as_clause(tree: list[Word]) -> list[Word] | None:
    """A plain declarative sentence without its full stop and with a small first letter, or None."""
    if not 5 <= len(tree) <= 28 or tree[-1].text != "." or any(word.text in '"()[]:;?!' for word in tree):
        return None
    root = next(i for i, word in enumerate(tree) if word.head == i)
    if not any(word.head == root and word.dep in ("nsubj", "nsubj:pass") and i < root for i, word in enumerate(tree)):
        return None
    words = drop(tree, {len(tree) - 1})
    if words and words[0].pos != "PROPN" and words[0].text != "I":
        words[0] = replace(words[0], text=words[0].text[:1].lower() + words[0].text[1:])
    return words


def is_leaf_article(tree: list[Word], index: int) -> bool:
    return tree[index].text.lower() in ("a", "an", "the") and all(word.head != index for word in tree)


def drop(tree: list[Word], gone: set[int]) -> list[Word]:
    """The tree without some leaves (nothing is dropped that something hangs on)."""
    gone = {index for index in gone if all(word.head != index or i == index for i, word in enumerate(tree))}
    place: dict[int, int] = {}
    for index in range(len(tree)):
        if index not in gone:
            place[index] = len(place)
    kept = [replace(word, head=place[word.head]) for index, word in enumerate(tree) if index not in gone]
    if gone and len(tree) - 1 in gone and kept:
        kept[-1] = replace(kept[-1], space=True)
    return kept


# ------------------------------------------------------------------ putting pieces together


def compose(pieces: list[Piece]) -> list[Word]:
    """One tree of pieces, each hung by its root on the root of another piece."""
    starts, roots, at = [], [], 0
    for words, _, _ in pieces:
        starts.append(at)
        roots.append(at + next(i for i, word in enumerate(words) if word.head == i))
        at += len(words)
    made: list[Word] = []
    for (words, parent, dep), start, root in zip(pieces, starts, roots, strict=True):
        for index, word in enumerate(words, start):
            if index == root:
                made.append(replace(word, head=root if parent is None else roots[parent], dep=dep))
            else:
                made.append(replace(word, head=word.head + start))
    return made


def finish(words: list[Word]) -> list[Word]:
    """Capital at the beginning, no space before closing marks nor after opening ones."""
    made = list(words)
    opened = False
    for index, word in enumerate(made):
        closing = word.text in (",", ".", ":") or (word.text == '"' and opened)
        if closing and index:
            made[index - 1] = replace(made[index - 1], space=False)
        if word.text == '"':
            made[index] = replace(word, space=opened)
            opened = not opened
    first = 1 if made[0].text == '"' else 0
    made[first] = replace(made[first], text=made[first].text[:1].upper() + made[first].text[1:])
    for index in range(1, len(made) - 1):
        if made[index].text == '"' and not made[index].space and made[index + 1].text[:1].islower():
            made[index + 1] = replace(made[index + 1], text=capital(made[index + 1].text))
    return made


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def one(text: str, lemma: str, pos: str) -> list[Word]:
    return [Word(text, lemma, pos, 0, "root", space=True)]


def mark(text: str) -> list[Word]:
    return one(text, text, "PUNCT")


def say(chance: random.Random) -> list[Word]:
    verb = chance.choice(SAY)
    return one(verb, LEMMAS.get(verb, verb[:-1] if verb.endswith("ed") else verb), "VERB")


def that(chance: random.Random) -> list[Word]:
    return one("that", "that", "SCONJ")


def when(chance: random.Random) -> list[Word]:
    """ "on Monday", "in a statement": what follows the verb of saying."""
    if chance.random() < 0.6:
        return [
            Word("on", "on", "ADP", 1, "case", space=True),
            Word(chance.choice(DAYS), "", "PROPN", 1, "root", space=True),
        ]
    noun = chance.choice(["statement", "letter", "interview", "briefing", "speech", "tweet", "report"])
    return [
        Word("in", "in", "ADP", 2, "case", space=True),
        Word("an" if noun == "interview" else "a", "a", "DET", 2, "det", space=True),
        Word(noun, noun, "NOUN", 2, "root", space=True),
    ]


# ------------------------------------------------------------------ the forms of reporting


def quoted_then_said(clause: list[Word], second: list[Word], chance: random.Random) -> list[Word]:
    """ "...," X said. / "...," said X on Monday."""
    pieces: list[Piece] = [
        (mark('"'), 1, "punct"),
        (clause, 4, "ccomp"),
        (mark(","), 1, "punct"),
        (mark('"'), 1, "punct"),
    ]
    speaker = some_speaker(chance)
    if chance.random() < 0.5:
        pieces += [(say(chance), None, "root"), (speaker, 4, "nsubj")]
    else:
        pieces += [(speaker, 5, "nsubj"), (say(chance), None, "root")]
        pieces[1] = (clause, 5, "ccomp")
    verb = 4 if pieces[4][1] is None else 5
    if chance.random() < 0.4:
        pieces.append((when(chance), verb, "obl"))
    return compose([*pieces, (mark("."), verb, "punct")])


def said_at_the_end(clause: list[Word], second: list[Word], chance: random.Random) -> list[Word]:
    """..., X said. / ..., X told reporters."""
    pieces: list[Piece] = [(clause, 3, "ccomp"), (mark(","), 0, "punct"), (some_speaker(chance), 3, "nsubj")]
    if chance.random() < 0.6:
        pieces.append((say(chance), None, "root"))
    else:
        pieces += [(one("told", "tell", "VERB"), None, "root"), (some_listener(chance), 3, "obj")]
    if chance.random() < 0.4:
        pieces.append((when(chance), 3, "obl"))
    return compose([*pieces, (mark("."), 3, "punct")])


def told_adding(clause: list[Word], second: list[Word], chance: random.Random) -> list[Word]:
    """ "...," X told reporters, adding that ..."""
    pieces: list[Piece] = [
        (mark('"'), 1, "punct"), (clause, 5, "ccomp"), (mark(","), 1, "punct"), (mark('"'), 1, "punct"),
        (some_speaker(chance), 5, "nsubj"),
    ]  # fmt: skip
    if chance.random() < 0.6:
        pieces += [(one("told", "tell", "VERB"), None, "root"), (some_listener(chance), 5, "obj")]
    else:
        pieces += [(say(chance), None, "root"), (when(chance), 5, "obl")]
    adding, lemma = chance.choice((("adding", "add"), ("saying", "say"), ("noting", "note"), ("insisting", "insist")))
    pieces += [(mark(","), 8, "punct"), (one(adding, lemma, "VERB"), 5, "advcl")]
    if chance.random() < 0.8:
        pieces += [(that(chance), 10, "mark"), (second, 8, "ccomp")]
    else:
        pieces += [(second, 8, "ccomp")]
    return compose([*pieces, (mark("."), 5, "punct")])


def said_that(clause: list[Word], second: list[Word], chance: random.Random) -> list[Word]:
    """X said [on Monday] [that] ... / X told Y [that] ..."""
    pieces: list[Piece] = [(some_speaker(chance), 1, "nsubj")]
    if chance.random() < 0.5:
        pieces.append((say(chance), None, "root"))
    else:
        verb, lemma = chance.choice(
            (("told", "tell"), ("warned", "warn"), ("assured", "assure"), ("informed", "inform"))
        )
        pieces += [(one(verb, lemma, "VERB"), None, "root"), (some_listener(chance), 1, "obj")]
    if chance.random() < 0.5:
        pieces.append((when(chance), 1, "obl"))
    if chance.random() < 0.6:
        pieces.append((that(chance), len(pieces) + 1, "mark"))
    pieces.append((clause, 1, "ccomp"))
    return compose([*pieces, (mark("."), 1, "punct")])


def for_its_part(clause: list[Word], second: list[Word], chance: random.Random) -> list[Word]:
    """X for its part warned Y during the talks [that] ... / For its part, X said ..."""
    part = [
        Word("for", "for", "ADP", 2, "case", space=True),
        Word(chance.choice(("its", "his", "her", "their")), "its", "PRON", 2, "nmod:poss", space=True),
        Word("part", "part", "NOUN", 2, "root", space=True),
    ]
    if chance.random() < 0.5:
        pieces: list[Piece] = [
            (part, 3, "obl"),
            (mark(","), 0, "punct"),
            (some_speaker(chance), 3, "nsubj"),
            (say(chance), None, "root"),
        ]
        verb = 3
    else:
        verb = 2
        pieces = [(some_speaker(chance), verb, "nsubj"), (part, verb, "obl")]
        if chance.random() < 0.5:
            pieces = [pieces[0], (mark(","), 2, "punct"), (part, 4, "obl"), (mark(","), 2, "punct")]
            verb = 4
            pieces[0] = (pieces[0][0], verb, "nsubj")
        pieces += [(one("warned", "warn", "VERB"), None, "root"), (some_listener(chance), verb, "obj")]
        if chance.random() < 0.5:
            talks = [
                Word("during", "during", "ADP", 2, "case", space=True),
                Word("the", "the", "DET", 2, "det", space=True),
                Word(chance.choice(("talks", "call", "meeting")), "talk", "NOUN", 2, "root", space=True),
            ]
            pieces.append((talks, verb, "obl"))
    if chance.random() < 0.6:
        pieces.append((that(chance), len(pieces) + 1, "mark"))
    pieces.append((clause, verb, "ccomp"))
    return compose([*pieces, (mark("."), verb, "punct")])


def according_to(clause: list[Word], second: list[Word], chance: random.Random) -> list[Word]:
    """..., according to X. / According to X, ..."""
    case = [Word("according", "accord", "VERB", 0, "root", space=True), Word("to", "to", "ADP", 0, "fixed", space=True)]
    speaker = some_speaker(chance, pronouns=False)
    if chance.random() < 0.7:
        return compose(
            [
                (clause, None, "root"),
                (mark(","), 3, "punct"),
                (case, 3, "case"),
                (speaker, 0, "obl"),
                (mark("."), 0, "punct"),
            ]
        )
    return compose(
        [
            (case, 1, "case"),
            (speaker, 3, "obl"),
            (mark(","), 1, "punct"),
            (clause, None, "root"),
            (mark("."), 3, "punct"),
        ]
    )


def said_quoted(clause: list[Word], second: list[Word], chance: random.Random) -> list[Word]:
    """X said: "..." / X said, "...\""""
    pieces: list[Piece] = [(some_speaker(chance), 1, "nsubj"), (say(chance), None, "root")]
    if chance.random() < 0.3:
        pieces.append((when(chance), 1, "obl"))
    at = len(pieces)
    pieces += [(mark(chance.choice(":,")), at + 2, "punct"), (mark('"'), at + 2, "punct"), (clause, 1, "ccomp")]
    return compose([*pieces, (mark("."), 1, "punct"), (mark('"'), at + 2, "punct")])


def dateline(clause: list[Word], second: list[Word], chance: random.Random) -> list[Word]:
    """PARIS (AFP) - ... / PARIS: ..."""
    city = one(chance.choice(CITIES), "", "PROPN")
    style = chance.random()
    if style < 0.3:
        pieces: list[Piece] = [(city, 2, "parataxis"), (mark(":"), 0, "punct"), (clause, None, "root")]
        return compose([*pieces, (mark("."), 2, "punct")])
    pieces = [
        (city, 5, "parataxis"), (mark("("), 2, "punct"),
        (one(chance.choice(AGENCIES), "", "PROPN"), 0, "parataxis"),
        (mark(")"), 2, "punct"), (mark(chance.choice("-–—")), 0, "punct"),
        (clause, None, "root"), (mark("."), 5, "punct"),
    ]  # fmt: skip
    words = compose(pieces)
    words[1] = replace(words[1], space=False)
    words[2] = replace(words[2], space=False)
    return words


FORMS = (quoted_then_said, said_at_the_end, told_adding, said_that, for_its_part, according_to, said_quoted, dateline)
