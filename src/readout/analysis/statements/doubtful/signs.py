"""What speaks for and against a verb that no list holds: the signs that `language/en/weighing.toml` has weights for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.analysis.statements.unlisted import NO_ONE, OUTLETS_OWN
from readout.language.doubtful import doubtful_words
from readout.language.lexicon import lexicon
from readout.language.weighing import scales

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading, Word

OF_A_CLASS = "of a class"  #: of verbs that rather report
_WEIGHED_LINKS = frozenset(["about", "against", "over", "of", "with", "at", "for", "on"])
_HEARERS = frozenset(["to", "with", "at", "on", "for"])  #: with these, people are spoken to or for
PEOPLE = ("person", "group", "body", "paper")
_WH = frozenset(["whether", "how", "why", "what", "who", "where", "if"])
_FEW, _SOME, _MANY = 1, 3, 9  #: words of a content


def weight_of(reading: Reading, found: Found) -> float:
    """All that speaks for and against a report, added up."""
    given = scales()
    weight = given.verbs.get(found.hit.lemma, given.unknown) + given.nouns.get(thing_of(reading, found), 0.0)
    return weight + sum(given.signs.get(sign, 0.0) for sign in signs_of(reading, found))


def thing_of(reading: Reading, found: Found) -> str:
    """The lemma of the common noun that the content hangs on; "" if it is none."""
    word = reading.words[reading.head_of(*found.content[-1])]
    return word.lemma if word.pos == "NOUN" else ""


def signs_of(reading: Reading, found: Found) -> Iterator[str]:
    """The names of the signs that a report has; each is one key of weighing.toml."""
    words = reading.words
    yield "always"
    frame = frame_of(reading, found)
    yield frame
    if found.hit.lemma in doubtful_words().verbs:
        yield OF_A_CLASS
    if words[found.hit.at].folded in lexicon().verbs:
        yield "listed in another frame"
    elif frame in ("object", "preposition"):
        yield "not listed, with a thing"
    if frame == "preposition":
        link = words[found.hit.high].folded
        yield link if link in _WEIGHED_LINKS else "another preposition"
    if frame in ("object", "preposition", "described"):
        yield from _signs_of_thing(reading, found, frame)
    yield from _signs_of_content(reading, found)
    yield from _signs_of_subject(reading, found)
    yield from _signs_of_form(reading, found)


def frame_of(reading: Reading, found: Found) -> str:
    """How the content hangs on the verb."""
    first = reading.words[found.content[0][0]]
    rule = found.rule.split(", ")[-1]
    if rule == "clause after":
        return "that" if first.folded == "that" else "question" if first.folded in _WH else "clause"
    if rule == "object after":
        if first.pos == "VERB" and first.folded.endswith("ing"):
            return "gerund"
        return "preposition" if found.hit.high > found.hit.at else "object"
    return {"infinitive after": "infinitive", "quotation after": "quotation"}.get(rule, "described")


def _signs_of_thing(reading: Reading, found: Found, frame: str) -> Iterator[str]:
    """What the object is: a word for something said, someone who is spoken to, a name, a pronoun."""
    word = reading.words[reading.head_of(*found.content[0])]
    bare = word.folded.removesuffix("s")
    if word.folded in lexicon().nouns or bare in lexicon().nouns:
        yield "object is something said"
        return
    name = word.pos == "PROPN"
    people = any(form in lexicon().people[kind] for form in (word.folded, bare) for kind in PEOPLE)
    if (name or people) and frame == "preposition" and reading.words[found.hit.high].folded in _HEARERS:
        yield "spoken to"
    elif name or people:
        yield "object is a name" if name else "object is people"


def _signs_of_content(reading: Reading, found: Found) -> Iterator[str]:
    """How long the content is, and what stands in it."""
    inside = [word for low, high in found.content for word in reading.words[low : high + 1]]
    count = sum(word.is_word for word in inside)
    if count <= _FEW:
        yield "one word"
    elif count <= _SOME:
        yield "few words"
    elif count >= _MANY:
        yield "many words"
    if any(word.quote >= 0 for word in inside):
        yield "quoted words"
        if frame_of(reading, found) == "described":
            yield "described in quoted words"
    if any(word.pos == "VERB" and word.folded.endswith("ing") for word in inside):
        yield "a gerund inside"


def _signs_of_subject(reading: Reading, found: Found) -> Iterator[str]:
    if found.speaker is None:
        return
    word = reading.words[found.speaker.head]
    if word.folded in NO_ONE or word.folded in OUTLETS_OWN or is_mere_thing(reading, found.speaker):
        yield "subject is no one named"
        return
    if word.pos in ("PROPN", "PRON"):
        yield "subject is they" if word.folded == "they" else "subject is named"
        return
    bare = word.folded.removesuffix("s")
    yield next(
        (f"subject is a {kind}" for kind in PEOPLE if {word.folded, bare} & lexicon().people[kind]),
        "subject is another",
    )


def _signs_of_form(reading: Reading, found: Found) -> Iterator[str]:
    """The verb's form and what stands before it."""
    hit = found.hit
    words = reading.words
    small = {word.folded for word in words[hit.low : hit.at]}
    for auxiliary in ("will", "can", "could", "would"):
        if auxiliary in small:
            yield auxiliary
    if hit.low > 0 and "to" in (words[hit.low - 1].folded, words[hit.at - 1].folded):
        yield "purpose" if _is_purpose(words[hit.at]) else "infinitive itself"
    elif words[hit.at].folded.endswith("ing") and hit.low == hit.at:
        yield "beside a noun" if words[hit.at].dep == "acl" else "participle"


def _is_purpose(word: Word) -> bool:
    return word.dep.split(":")[0] in ("advcl", "acl")
