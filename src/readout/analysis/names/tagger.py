"""A tagger of names: a linear-chain conditional random field over the words near capitals (Lafferty et al. 2001)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from readout.analysis.names.features import (
    Company,
    Form,
    around,
    company_of,
    form_of,
    of_company,
    of_form,
    of_neighbour,
    of_pairs,
    of_word,
    read_lists,
    style_of,
)
from readout.language.names import names, weights
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.names.features import Text
    from readout.analysis.names.words import Word

#: The tags: O, then B (begins) and I (goes on) of each kind.
KINDS = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.OTHER)
TAGS = ("O", *(f"{letter}-{kind.value}" for kind in KINDS for letter in "BI"))
OUTSIDE = 0
_FARTHEST = 3  #: small words between two raised ones that may be inside a name
_BEAM = 6.0  #: tags whose own score is this far below the best are not followed
_FLOOR = 1e-3  #: no kind of a mention is less likely than this

Scores = tuple[float, ...]
Row = tuple[int, ...]  #: weights in hundredths, which add up to the same in any order
_UNREAD: Scores = (0.0, *[-_BEAM] * (len(TAGS) - 1))  #: a word that is far from any name


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words `[low, high)` of a sentence that the tagger takes for a name."""

    low: int
    high: int


def follows(before: int, tag: int) -> bool:
    """Whether a tag may stand after another: a name goes on only as what it began."""
    return tag % 2 == 1 or tag == OUTSIDE or before in (tag, tag - 1)


_MAY_FOLLOW = tuple(tuple(before for before in range(len(TAGS)) if follows(before, tag)) for tag in range(len(TAGS)))


_ALONE = tuple(tag for tag in range(len(TAGS)) if follows(OUTSIDE, tag))


@dataclass(slots=True)
class Reading:
    """A sentence with the scores of the tags for each of its words that may be in a name."""

    words: list[Word]
    scores: dict[int, Scores]

    def chances(self, low: int, high: int) -> Scores:
        """How likely each of KINDS is for the words `[low, high)` as one name; as logarithms. "Other" names nobody."""
        moves = weights().moves
        rows = [self.scores.get(index, _UNREAD) for index in range(low, high)]
        totals = [sum(row[OUTSIDE] for row in rows) + moves[OUTSIDE][OUTSIDE] * (len(rows) + 1)]
        for kind in range(len(KINDS)):
            begin, inside = 2 * kind + 1, 2 * kind + 2
            total = rows[0][begin] + moves[OUTSIDE][begin] + sum(row[inside] for row in rows[1:])
            if len(rows) > 1:
                total += moves[begin][inside] + moves[inside][inside] * (len(rows) - 2)
            totals.append(total + moves[inside if len(rows) > 1 else begin][OUTSIDE])
        top = max(totals)
        odds = [math.exp(total - top) for total in totals]
        odds[-1] += odds[OUTSIDE]
        whole = sum(odds[1:])
        return tuple(math.log(chance / whole + _FLOOR) for chance in odds[1:])


def read_sentence(words: list[Word], text: Text) -> Reading:
    """The scores of all tags for the words of a sentence near capitals, or of all if it has none."""
    style = style_of(words)
    if style == "L" and not (words and words[0].text[0].islower()):
        return Reading(words, {})
    table = weights().weights
    marks = read_lists(words, style)
    scores: dict[int, Scores] = {}
    for index in _near_names(words, marks, style):
        word = words[index]
        a2, a, z, z2 = around(words, index)
        form = form_of(words, index, marks, style)
        rows = [
            _own(word.text, word.folded, word.possessive),
            _beside(a, form.raised, "a"),
            _beside(z, form.raised, "z"),
            _formed(form),
        ]
        if form.raised:
            rows += [_company(company_of(words, index, text)), _second(a2, "a2"), _second(z2, "z2")]
            rows += [table[name] for name in of_pairs(a2, a, z, z2) if name in table]
        scores[index] = tuple([total / 100 for total in map(sum, zip(*rows, strict=True))])
    return Reading(words, scores)


def _near_names(words: Sequence[Word], marks: Sequence[tuple[str, ...]], style: str) -> list[int]:
    """Words that may be in a name: with a capital, on a list of places, or what joins two of those."""
    if style == "L":
        return list(range(len(words)))
    particles = names().inside_person
    found: list[int] = []
    last = len(words) - 1
    shown = [
        index
        for index, word in enumerate(words)
        if marks[index] or word.capital or word.folded in particles or word.text[0].isupper()
    ]
    for index in shown:
        word = words[index]
        if not (marks[index] or word.capital):
            following = index < last and words[index + 1].capital
            if not (following or (index > 0 and word.text[0].isupper())):
                continue
        if found and 1 < index - found[-1] <= _FARTHEST + 1:
            between = range(found[-1] + 1, index)
            if all(
                not words[n].text.isalpha() or words[n].folded in _JOINING or words[n].folded in particles
                for n in between
            ):
                found.extend(between)
        found.append(index)
    return found


_JOINING = frozenset(("of", "the", "for", "and", "on", "in", "at", "to", "a", "s"))


@lru_cache(maxsize=20_000)
def _own(text: str, folded: str, possessive: bool) -> Row:
    return _added(of_word(text, folded, possessive))


@lru_cache(maxsize=20_000)
def _beside(folded: str, raised: bool, side: str) -> Row:
    return _added(of_neighbour(folded, raised, side))


@lru_cache(maxsize=20_000)
def _formed(form: Form) -> Row:
    return _added(of_form(form))


@lru_cache(maxsize=20_000)
def _company(company: Company) -> Row:
    return _added(of_company(company))


@lru_cache(maxsize=20_000)
def _second(folded: str, side: str) -> Row:
    return _added([f"{side}={folded}"])


def _added(features: Sequence[str]) -> Row:
    table = weights().weights
    rows = [table[name] for name in features if name in table]
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * len(TAGS)


def find_tagged(reading: Reading) -> Iterator[Tagged]:
    """The names on the best path of tags through each stretch of words that may hold one (Viterbi)."""
    stretch: list[int] = []
    for index in sorted(reading.scores):
        if stretch and index != stretch[-1] + 1:
            yield from _names_in(reading, stretch)
            stretch = []
        stretch.append(index)
    if stretch:
        yield from _names_in(reading, stretch)


def _names_in(reading: Reading, stretch: Sequence[int]) -> Iterator[Tagged]:
    low = None
    for index, tag in zip(
        stretch, _best_path([reading.scores[index] for index in stretch], stretch[0] > 0), strict=True
    ):
        if low is not None and (tag == OUTSIDE or tag % 2 == 1):
            yield Tagged(low, index)
            low = None
        if tag % 2 == 1:
            low = index
    if low is not None:
        yield Tagged(low, stretch[-1] + 1)


def _best_path(rows: Sequence[Scores], inside: bool) -> list[int]:
    """The best tags of a stretch of words; `inside` a sentence, a word that is no name stands before it."""
    moves, may_follow = weights().moves, _MAY_FOLLOW
    if len(rows) == 1:
        row, free = rows[0], moves[OUTSIDE]
        return [max(_ALONE, key=lambda tag: row[tag] + (free[tag] if inside else 0.0))]
    best: dict[int, float] = {OUTSIDE: 0.0}
    steps: list[dict[int, int]] = []
    for number, row in enumerate(rows):
        least = max(row) - _BEAM
        reached: dict[int, float] = {}
        came: dict[int, int] = {}
        for tag, score in enumerate(row):
            if score < least and tag != OUTSIDE:
                continue
            top, source = -math.inf, -1
            for before in may_follow[tag]:
                if before in best:
                    value = best[before] + (moves[before][tag] if number or inside else 0.0)
                    if value > top:
                        top, source = value, before
            if source >= 0:
                reached[tag], came[tag] = top + score, source
        best = reached
        steps.append(came)
    tag = max(best, key=lambda tag: (best[tag], -tag))
    path = [tag]
    for came in reversed(steps[1:]):
        tag = came[tag]
        path.append(tag)
    return path[::-1]
