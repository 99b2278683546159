"""Bodies without a name of their own: "the Kenyan harbour ministry", "Chicago police", "Egypt's interim government"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.language.lexicon import countries, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.analysis.statements.hits import Phrase
    from readout.analysis.statements.reading import Reading, Word

_NEARBY = 60  #: mentions of bodies before and after that are looked at
_LONGEST = 5  #: words of a body's description
_LONGEST_OF = 9  #: words of a group and of those it is of
_NAME_WORDS = 8  #: words that a body's name may go on with
_SPELLINGS = {"defense": "defence", "organization": "organisation", "center": "centre", "labor": "labour"}
_ANOTHER = frozenset(
    ["former", "new", "other", "own", "first", "same", "latest", "senior"]
)  #: of bodies, but "New Tarn"
_MODIFIERS = frozenset(["ADJ", "NOUN", "PROPN", ""])


@dataclass(frozen=True, slots=True)
class Body:
    """One mention of a body: where, its words (folded, one spelling, countries as names), and how it is written."""

    start: int
    words: frozenset[str]
    head: str
    name: str


class Bodies:
    """The bodies an article describes, in order."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.found: list[Body] = []
        known = lexicon().people["body"]
        for reading in readings:
            for at, word in enumerate(reading.words) if not known.isdisjoint(reading.forms) else ():
                if word.folded in known and names_body(reading, at):
                    body = read_body(reading, at)
                    if len(body.words) > 1:
                        self.found.append(body)
        self.found.sort(key=lambda body: body.start)
        self.starts = [body.start for body in self.found]

    def last_before(self, at: int) -> Body | None:
        """The body described last before `at`."""
        place = bisect_left(self.starts, at)
        return self.found[place - 1] if place else None

    def full_name(self, body: Body) -> str | None:
        """The fullest name of the body meant, among those before it (else after); None if two might be meant."""
        at = bisect_left(self.starts, body.start)
        before = [other for other in self.found[max(0, at - _NEARBY) : at] if _same(body, other)]
        fuller = before or [other for other in self.found[at : at + _NEARBY] if _same(body, other)]
        if not fuller:
            return None
        if len({other.words for other in fuller}) > 1 and not before:
            return None
        return fuller[-1].name


def _same(body: Body, other: Body) -> bool:
    return body.head == other.head and body.words < other.words


def names_body(reading: Reading, at: int) -> bool:
    """Whether token `at` is a word for a body; "white" only before "House"."""
    word = reading.words[at].folded
    if word not in lexicon().people["body"]:
        return False
    return word != "white" or (at + 1 < len(reading.words) and reading.words[at + 1].folded == "house")


def read_body(reading: Reading, at: int) -> Body:
    """The description that ends with the body word at token `at`."""
    words = reading.words
    low = at
    small = lexicon().function
    while low > 0 and at - low < _LONGEST:
        before = words[low - 1]
        if before.folded in ("'s", "'") and low > 1 and (words[low - 2].capital or _of_many(before, words[low - 2])):
            low -= 2
            continue
        if (
            before.folded in ("-", "‐")
            and low > 1
            and words[low - 2].end == before.start
            and before.end == words[low].start
            and words[low - 2].folded not in ("then", "ex")
        ):
            low -= 2  # "the centre-right government"
            continue
        if not before.is_word or before.folded in small["determiners"] or before.quote != words[at].quote:
            break
        if before.folded in _ANOTHER and not (before.folded == "new" and before.capital and words[low].capital):
            break
        if before.pos not in _MODIFIERS or before.folded in small["times"] or before.folded in small["prepositions"]:
            break
        if not before.pos and not before.capital and before.folded not in ("defence", "defense", "foreign", "interior"):
            break
        low -= 1
    parts = frozenset(plain_words(word.folded for word in words[low : at + 1] if word.is_word and word.folded != "'s"))
    name = " ".join(reading.text[words[low].start : words[at].end].split())
    return Body(words[low].start, parts, plain_word(words[at].folded), name)


def _of_many(mark: Word, owner: Word) -> bool:
    """Whether a body is described by whose it is: "the dock workers' union"."""
    return mark.folded == "'" and owner.pos == "NOUN" and owner.folded.endswith("s")


def plain_words(folded: Iterable[str]) -> list[str]:
    """One spelling, and a country's name for its adjective."""
    return [plain_word(word) for word in folded]


def plain_word(word: str) -> str:
    """One spelling for a folded word; a country's name for its adjective."""
    word = _SPELLINGS.get(word, word)
    return countries()[1].get(word, word).lower()


def with_members(reading: Reading, at: int, phrase: Phrase) -> str | None:
    """`a group of farmers from the delta`: a bare "group" says nothing without those it is of."""
    words = reading.words
    if words[at].capital or at + 1 >= phrase.high or words[at + 1].folded != "of":
        return None
    high = at + 2
    while high < phrase.high and high - at < _LONGEST_OF and words[high + 1].is_word and words[high + 1].quote < 0:
        high += 1
    return " ".join(reading.text[words[at].start : words[high].end].split())


def whole_name(reading: Reading, at: int, name: str) -> str:
    """`University of Eastland Institute`, where the word for a body comes first: with "of" and the names after."""
    words = reading.words
    high = at
    while words[at].capital and high + 2 < len(words) and high - at < _NAME_WORDS:
        joins = words[high + 1].folded in ("of", "for", "and", "the", "on", "to") and words[high + 1].quote < 0
        place = high + 2 if joins else high + 1
        place += words[place].folded == "the"
        if place >= len(words) or not words[place].capital:
            break
        if words[place].pos not in ("PROPN", "NOUN", "ADJ") and words[high + 1].folded != "to":
            break
        high = place
    return name if high == at else f"{name}{reading.text[words[at].end : words[high].end]}"
