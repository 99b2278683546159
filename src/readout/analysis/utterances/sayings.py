"""Statements made ready for comparison: the words said, the words quoted, and who may have said them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.language.denials import denial_words
from readout.language.terms import content_terms, is_stop, is_title, plain_stem, stem
from readout.text.fold import plain, words
from readout.types import Manner

if TYPE_CHECKING:
    from readout.text.fold import Word
    from readout.types import Annotation, Entity, Statement

_PARTING = re.compile(r"\w|\.\.|…")  #: other words, or dots, between two quoted words
_WHOLE = re.compile(r"(n't|'ve|'re|'m|'ll)$")
_SPELT = {"n't": "not", "'ve": "have", "'re": "are", "'m": "am", "'ll": "will"}  #: to shorten is not to alter
_QUOTED = re.compile(r'"([^"]{1,4000})(?:"|$)')


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
    speaker: frozenset[str]
    stems_said: frozenset[str]  #: plain stems of all words, to find names in them
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
        found[-1].extend(_WHOLE.sub(lambda m: f" {_SPELT[m[1]]}", word.folded.replace("’", "'")).split())
        end = word.end
    return tuple(map(tuple, found))


def _quoted_words(text: str, found: list[Word], manner: Manner) -> list[Word]:
    """The words inside quotation marks; all of them in a direct statement."""
    if manner is Manner.DIRECT:
        return found
    if manner is Manner.INDIRECT or not found:
        return []
    start, end = found[0].start, found[-1].end
    window_start, window_end = max(0, start - 2), min(len(text), end + 2)
    stretches = [
        (window_start + match.start(1), window_start + match.end(1))
        for match in _QUOTED.finditer(plain(text[window_start:window_end]))
    ]
    return [word for word in found if any(low <= word.start < high for low, high in stretches)]


def speaker_words(speaker: str | None, entities: dict[str, Entity]) -> frozenset[str]:
    """The telling words of a speaker's name, with those of the roles the texts give it."""
    if not speaker:
        return frozenset()
    named = [speaker]
    entity = entities.get(speaker)
    if entity is not None:
        named += [*entity.aliases, *entity.roles]
    found = {word.folded for name in named for word in words(name)}
    telling = {plain_stem(word) for word in found if not is_title(word) and not is_stop(word)}
    return frozenset(telling or found)


def read_saying(
    annotation: Annotation, statement: Statement, order: tuple[int, int], entities: dict[str, Entity]
) -> Saying:
    """A statement of this annotation, ready for comparison."""
    text = annotation.article.text
    found = [word for span in statement.content for word in words(text, span.start, span.end)]
    quoted = [
        word
        for span in statement.content
        for word in _quoted_words(text, [w for w in found if span.start <= w.start < span.end], statement.manner)
    ]
    telling = content_terms(found)
    negation = denial_words().negation
    return Saying(
        statement=statement,
        order=order,
        tokens=tuple(word.folded for word in found),
        quoted=tuple(word.folded for word in quoted),
        stems=frozenset(term.stem for term in telling),
        quoted_stems=frozenset(term.stem for term in content_terms(quoted))
        or frozenset(stem(w.folded) for w in quoted),
        numbers=frozenset(word.folded for word in found if word.folded[0].isdigit()),
        negated=sum(word.folded in negation or word.folded.endswith("n't") for word in found) % 2 == 1,
        speaker=speaker_words(statement.speaker, entities),
        stems_said=frozenset(plain_stem(word.folded) for word in found),
        pieces=_pieces(text, quoted),
    )
