"""A tagger of names: a linear-chain conditional random field over the words near capitals (Lafferty et al. 2001)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from readout.analysis.names.features import of_pairs, read_lists, style_of
from readout.analysis.names.tables import AFTER, BEFORE, OWN
from readout.language.names import names
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.names.features import Text
    from readout.analysis.names.tables import Known, Tables
    from readout.analysis.names.words import Line

#: The tags: O, then B (begins) and I (goes on) of each kind.
KINDS = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.OTHER)
TAGS = ("O", *(f"{letter}-{kind.value}" for kind in KINDS for letter in "BI"))
OUTSIDE = 0
_FARTHEST = 3  #: small words between two raised ones that may be inside a name
_SHORT = 5  #: words of a line in which it counts where a word stands
_UNREAD = -600  #: for each tag of a word that is far from any name, in hundredths
_BARRED = -(10**9)
_FLOOR = 1e-3  #: no kind of a mention is less likely than this
_JOINING = frozenset(("of", "the", "for", "and", "on", "in", "at", "to", "a", "s"))

Array = np.ndarray[Any, np.dtype[np.int64]]


class Tagged(NamedTuple):
    """Words `[low, high)` of a sentence that the tagger takes for a name."""

    low: int
    high: int
    kind: EntityKind


def follows(before: int, tag: int) -> bool:
    """Whether a tag may stand after another: a name goes on only as what it began."""
    return tag % 2 == 1 or tag == OUTSIDE or before in (tag, tag - 1)


_MAY_FOLLOW = np.array([[follows(before, tag) for tag in range(len(TAGS))] for before in range(len(TAGS))])


class Reading:
    """Sentences with the scores of the tags for each of their words, in whole hundredths."""

    def __init__(self, lines: Sequence[Line], text: Text, kept: Tables) -> None:
        """Score the words near capitals in each sentence, or all if it has none."""
        self._lines = lines
        self._moves = kept.moves
        self._starts: list[int] = []
        near: list[int] = []  # places of the words that are scored, as if all sentences were one row of words
        begins: list[int] = []  # which of those come after one that is not scored, or begin a sentence
        kept.make_room()
        sums = Sums(text, kept)
        at = 0
        for line in lines:
            self._starts.append(at)
            before = -2
            for index in sums.add(line):
                if index != before + 1:
                    begins.append(len(near))
                near.append(at + index)
                before = index
            at += len(line.words)
        self._scores = np.full((at, len(TAGS)), _UNREAD, dtype=np.int64)
        self._scores[:, OUTSIDE] = 0
        if near:
            self._scores[near] = kept.sums(sums.rows, sums.starts)
        self._tags = self._best_tags(np.array(near, dtype=np.int64), begins)
        self._sums = np.concatenate([np.zeros((1, len(TAGS)), dtype=np.int64), self._scores.cumsum(axis=0)])

    def names(self) -> list[list[Tagged]]:
        """For each sentence the names on the best path of tags."""
        found: list[list[Tagged]] = [[] for _ in self._lines]
        number = 0
        places = np.flatnonzero(self._tags)
        for place, tag in zip(places.tolist(), self._tags[places].tolist(), strict=True):
            while number + 1 < len(self._starts) and self._starts[number + 1] <= place:
                number += 1
            index = place - self._starts[number]
            if tag % 2 == 1:
                found[number].append(Tagged(index, index + 1, KINDS[tag // 2]))
            else:
                found[number][-1] = found[number][-1]._replace(high=index + 1)
        return found

    def chances(self, spans: Sequence[tuple[int, int, int]]) -> Iterator[tuple[float, ...]]:
        """How likely each of KINDS is for words of a sentence (its number, low, high) as one name; as logarithms.

        "Other" names nobody.
        """
        low = np.array([self._starts[number] + start for number, start, _ in spans], dtype=np.int64)
        high = np.array([self._starts[number] + end for number, _, end in spans], dtype=np.int64)
        moves = self._moves
        more = (high - low - 1)[:, None]
        begin, inside = np.arange(1, len(TAGS), 2), np.arange(2, len(TAGS), 2)
        outside = self._sums[high, OUTSIDE] - self._sums[low, OUTSIDE] + moves[OUTSIDE, OUTSIDE] * (high - low + 1)
        named = self._scores[low][:, begin] + moves[OUTSIDE, begin]
        named += self._sums[high][:, inside] - self._sums[low + 1][:, inside]
        named += np.where(more > 0, moves[begin, inside] + moves[inside, inside] * (more - 1), 0)
        named += np.where(more > 0, moves[inside, OUTSIDE], moves[begin, OUTSIDE])
        for none, kinds in zip(outside.tolist(), named.tolist(), strict=True):
            top = max(none, *kinds)
            odds = [math.exp((total - top) / 100) for total in kinds]
            odds[-1] += math.exp((none - top) / 100)
            whole = sum(odds)
            yield tuple([math.log(chance / whole + _FLOOR) for chance in odds])

    def _best_tags(self, near: Array, begins: Sequence[int]) -> Array:
        """The best path of tags through each stretch of words that may hold a name (Viterbi)."""
        tags = np.zeros(len(self._scores), dtype=np.int64)
        if not begins:
            return tags
        moves = np.where(_MAY_FOLLOW, self._moves, _BARRED)
        lengths = np.diff([*begins, len(near)])
        order = np.argsort(-lengths, kind="stable")
        lengths, first = lengths[order], near[begins][order]
        opening = set(self._starts)
        inside = np.array([place not in opening for place in first.tolist()])  # a word that is no name stands before it
        best = self._scores[first] + np.where(inside[:, None] | (moves[OUTSIDE] == _BARRED), moves[OUTSIDE], 0)
        last = np.zeros(len(first), dtype=np.int64)
        steps: list[Array] = []
        longer = [int(np.searchsorted(-lengths, -step)) for step in range(1, int(lengths[0]) + 1)]
        for step, going in enumerate(longer, 1):
            last[going : len(best)] = best[going:].argmax(axis=1)
            if going:
                ways = best[:going, :, None] + moves
                steps.append(ways.argmax(axis=1))
                best = ways.max(axis=1) + self._scores[first[:going] + step]
        for step in range(int(lengths[0]) - 1, 0, -1):
            going = longer[step - 1]
            tags[first[:going] + step] = last[:going]
            last[:going] = steps[step - 1][np.arange(going), last[:going]]
        tags[first] = last
        return tags


class Sums:
    """The rows of the tables to be added up for each word near a name."""

    def __init__(self, text: Text, rows_of: Tables) -> None:
        self._tables = rows_of
        self._text = text
        self.rows: list[int] = []
        self.starts: list[int] = []  #: where those of each word begin

    def add(self, line: Line) -> list[int]:
        """Take the words of a sentence that are near capitals; their places."""
        style = style_of(line)
        if style == "L" and not (line.words and line.words[0].text[0].islower()):
            return []
        marks = read_lists(line, style)
        near = list(range(len(line.words))) if style == "L" else _near_names(line, marks)
        if near:
            self.add_words(line, near, marks, style)
        return near

    def add_words(self, line: Line, near: Sequence[int], marks: dict[int, tuple[str, ...]], style: str) -> None:
        """Take some words of a sentence; `marks` and `style` as `read_lists` and `style_of` give them."""
        words, found, rows = line.words, self._tables, self.rows
        known = found.known(words)
        alone, nothing = len(words) == 1, ()
        unmarked: tuple[tuple[str, ...], ...] = ((), (), ())
        short = 10 * len(words) if len(words) <= _SHORT else 0
        for index in near:
            word = words[index]
            second, before, here, after, next_but_one = known[index : index + 5]
            raised, beside = word.raised, unmarked
            if marks:
                beside = (marks.get(index - 1, nothing), marks.get(index, nothing), marks.get(index + 1, nothing))
            self.starts.append(len(rows))
            kept = (here.rows[OWN + word.possessive], before.rows[BEFORE + raised], after.rows[AFTER + raised])
            if min(kept) < 0:  # asked for the first time
                kept = (found.own(here, word.possessive), found.before(before, raised), found.after(after, raised))
            rows += kept
            unknown = raised and not beside[1] and not here.listed
            spot = short and short + index
            form = (style, before.shape, here.shape, after.shape, raised, index == 0, alone, unknown, spot, *beside)
            rows.append(found.form(form))
            if raised:
                rows.append(self._company(before, word.folded, here, after, index == 0))
                pairs = of_pairs(second.folded, before.folded, after.folded, next_but_one.folded)
                rows += (found.second_before(second), found.second_after(next_but_one))
                rows += [row for row in map(found.single, pairs) if row >= 0]

    def _company(self, before: Known, folded: str, here: Known, after: Known, first: bool) -> int:
        text = self._text
        small, raised = min(text.small[folded], 2), min(text.raised[folded], 3)
        seen = text.beside.get(folded, ())
        return self._tables.company((here.names, before.named, after.named, small, raised, first, seen))


def _near_names(line: Line, marks: dict[int, tuple[str, ...]]) -> list[int]:
    """Words that may be in a name: with a capital, on a list of places, or what joins two of those."""
    words = line.words
    particles = names().inside_person
    shown = set(marks)
    for index in line.shown:
        if index or words[index].capital or (len(words) > 1 and words[1].capital):
            shown.add(index)
        if index and words[index].capital and words[index - 1].folded in particles:
            shown.add(index - 1)
    found: list[int] = []
    for index in sorted(shown):
        if found and 1 < index - found[-1] <= _FARTHEST + 1:
            between = range(found[-1] + 1, index)
            if all(
                not words[n].text.isalpha() or words[n].folded in _JOINING or words[n].folded in particles
                for n in between
            ):
                found.extend(between)
        found.append(index)
    return found
