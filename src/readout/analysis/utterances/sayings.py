"""Statements made ready for comparison: the words said, the words quoted, and who may have said them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from readout.analysis.utterances.stretches import Stretches
from readout.language.denials import denial_words
from readout.language.frequencies import is_frequent
from readout.language.terms import content_terms, is_stop, is_title, plain_stem, stem
from readout.text.fold import words
from readout.text.quotes import find_quotations
from readout.types import READABLE, EntityKind, Manner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from readout.text.fold import Word
    from readout.text.quotes import Quotation
    from readout.types import Annotation, Article, Entity, Statement

_PARTING = re.compile(r"\w|\.\.|…")  #: other words, or dots, between two quoted words
_WHOLE = re.compile(r"(n't|'ve|'re|'m|'ll|'d)$")
_SPELT = {
    "n't": "not",
    "'ve": "have",
    "'re": "are",
    "'m": "am",
    "'ll": "will",
    "'d": "would",
}  #: to shorten is not to alter
_OPENING = 4
_ANYONES = 0.3  #: part of all stretches of text that a word stands in and tells no speaker from others ("new")
_REACH = 4  #: words behind a negation that it denies


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement as words: all of them, those inside quotation marks, and the telling stems of both."""

    statement: Statement
    order: tuple[int, int]
    tokens: tuple[str, ...]
    quoted: tuple[str, ...]
    stems: frozenset[str]
    quoted_stems: frozenset[str]
    numbers: frozenset[str]
    negated: bool
    contradicted: bool  #: whether its speaker says that its words are not so ("denied that ..."); counts in `negated`
    denied: frozenset[str]  #: stems a little behind a negation
    speaker: frozenset[str]
    surname: str  #: plain stem of the last word of the speaker's name, "" where that names nobody alone
    stems_said: frozenset[str]  #: plain stems of all words, to find names in them
    opening: frozenset[str]  #: those of the first few words, where a speaker is named who is passed on
    passed_on: frozenset[str] = frozenset()  #: the speakers whose words, told within this statement, are another one
    pieces: tuple[tuple[str, ...], ...] = ()  #: the quoted words, parted where quotation marks or dots part them


def _pieces(text: str, quoted: list[Word]) -> tuple[tuple[str, ...], ...]:
    """Quoted words in the stretches that nothing unquoted and no mark of omission parts."""
    found: list[list[str]] = []
    end = -1
    for word in quoted:
        if text[word.start - 1 : word.start] == "[" or text[word.end : word.end + 1] == "]":
            continue  # an editor's word, marked as such
        between = text[end : word.start] if end >= 0 else ""
        if end < 0 or _PARTING.search(between):
            found.append([])
        elif between == "." and len(word.folded) == 1 and found[-1][-1].isalpha():
            found[-1][-1] += word.folded  # F.B.I. is FBI
            end = word.end
            continue
        found[-1].extend(_WHOLE.sub(lambda m: f" {_SPELT[m[1]]}", word.folded.replace("’", "'")).split())
        end = word.end
    return tuple(map(tuple, found))


def _quoted_words(found: list[Word], manner: Manner, quotations: Stretches) -> list[Word]:
    """The words inside quotation marks; all of them in a direct statement."""
    if manner is Manner.DIRECT:
        return found
    if manner is Manner.INDIRECT or not found:
        return []
    return [word for word in found if quotations.touching(word.start, word.start + 1)]


def read_quotations(article: Article) -> tuple[Quotation, ...]:
    """The quotations of an article's readable blocks."""
    return find_quotations(article.text, [(block.start, block.end) for block in article.blocks_of(*READABLE)])


class Speakers:
    """The words by which a story's speakers are known, with those of the roles that any of its texts gives them."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self._entities: dict[str, list[Entity]] = {}
        for annotation in annotations:
            for entity in annotation.entities:
                self._entities.setdefault(entity.name, []).append(entity)
        self._known: dict[str | None, tuple[frozenset[str], str]] = {None: (frozenset(), "")}

    def words_of(self, speaker: str | None) -> tuple[frozenset[str], str]:
        """The telling words of a speaker's names and roles, and the surname ("" if it is no person)."""
        if speaker not in self._known:
            self._known[speaker] = (self._telling(speaker), self._surname(speaker)) if speaker else self._known[None]
        return self._known[speaker]

    def _telling(self, speaker: str) -> frozenset[str]:
        named = [speaker]
        for entity in self._entities.get(speaker, ()):
            named += [*entity.aliases, *entity.roles]
        found = {word.folded for name in named for word in words(name)}
        telling = {
            plain_stem(word)
            for word in found
            if not is_title(word) and not is_stop(word) and not is_frequent(word, _ANYONES)
        }
        return frozenset(telling or found)

    def _surname(self, speaker: str) -> str:
        is_person = any(entity.kind is EntityKind.PERSON for entity in self._entities.get(speaker, ()))
        named = words(speaker)
        return plain_stem(named[-1].folded) if is_person and len(named) > 1 else ""


def _is_contradicted(text: str, statement: Statement) -> bool:
    """Whether the cue of an indirect statement denies what follows it."""
    if statement.act != "deny" or statement.manner is not Manner.INDIRECT:
        return False
    cue = {word.folded for span in statement.cue for word in words(text, span.start, span.end)}
    return bool(cue & (denial_words().deny | denial_words().reject)) and not cue & denial_words().negation


def _denied(found: Sequence[Word], negation: frozenset[str]) -> frozenset[str]:
    """The stems of the words that stand close behind a negation."""
    reached: set[str] = set()
    for number, word in enumerate(found):
        if word.folded in negation or word.folded.endswith("n't"):
            reached.update(stem(other.folded) for other in found[number + 1 : number + 1 + _REACH])
    return frozenset(reached)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the statements of one article are read with."""

    text: str
    quotations: Stretches
    speakers: Speakers


def read_sayings(annotation: Annotation, place: int, speakers: Speakers) -> Iterator[Saying]:
    """The statements of an annotation, which is number `place` of the story, ready for comparison."""
    quotations = Stretches((quotation.start, quotation.end) for quotation in read_quotations(annotation.article))
    told = _Told(annotation.article.text, quotations, speakers)
    passed_on = _passed_on(annotation.statements)
    for number, statement in enumerate(sorted(annotation.statements, key=lambda s: (s.content[0], s.id))):
        inner = passed_on.get(statement.id, frozenset())
        yield _read_saying(statement, (place, number), inner, told)


def _passed_on(statements: Sequence[Statement]) -> dict[str, frozenset[str]]:
    """For each statement that passes on others of the same article: the names of their speakers."""
    starts: dict[str | None, list[tuple[int, int, str]]] = {}
    for statement in statements:
        for span in statement.content:
            starts.setdefault(statement.speaker, []).append((span.start, span.end, statement.id))
    for pieces in starts.values():
        pieces.sort()
    found: dict[str, frozenset[str]] = {}
    for inner in statements:
        for name in inner.via if inner.speaker else ():
            pieces = starts.get(name, [])
            at = bisect_right(pieces, (inner.content[0].start, inf, "")) - 1
            if at >= 0 and pieces[at][1] > inner.content[0].start and inner.speaker is not None:
                found[pieces[at][2]] = found.get(pieces[at][2], frozenset()) | {inner.speaker}
    return found


def _read_saying(statement: Statement, order: tuple[int, int], passed_on: frozenset[str], told: _Told) -> Saying:
    text = told.text
    found = [word for span in statement.content for word in words(text, span.start, span.end)]
    quoted = _quoted_words(found, statement.manner, told.quotations)
    telling = content_terms(found)
    speaker, surname = told.speakers.words_of(statement.speaker)
    negation = denial_words().negation
    contradicted = _is_contradicted(text, statement)
    return Saying(
        statement=statement,
        order=order,
        tokens=tuple(word.folded for word in found),
        quoted=tuple(word.folded for word in quoted),
        stems=frozenset(term.stem for term in telling),
        quoted_stems=frozenset(term.stem for term in content_terms(quoted))
        or frozenset(stem(w.folded) for w in quoted),
        numbers=frozenset(word.folded for word in found if word.folded[0].isdigit()),
        negated=(sum(w.folded in negation or w.folded.endswith("n't") for w in found) + contradicted) % 2 == 1,
        contradicted=contradicted,
        denied=_denied(found, negation),
        speaker=speaker,
        surname=surname,
        stems_said=frozenset(plain_stem(word.folded) for word in found),
        opening=frozenset(plain_stem(word.folded) for word in found[:_OPENING]),
        passed_on=passed_on,
        pieces=_pieces(text, quoted),
    )
