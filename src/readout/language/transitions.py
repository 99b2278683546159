"""The arc-eager parser of our network, over many sentences at once: one move for each of them in every step.

Moves and their conditions are those of spaCy's parser (arc-eager after Nivre 2004, non-monotonic after Honnibal and
Johnson 2015), but for Break: a sentence is never cut.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from readout.language.products import full

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from readout.language.network import Scorer

    Matrix = NDArray[np.float32]
    Numbers = NDArray[np.intp]

_SHIFT, _REDUCE, _LEFT, _RIGHT = range(4)
_NEVER = np.float32(-1e30)
_BARS = "||"
_PLACES = 8  #: words of a state that its score looks at


class States:
    """The states of sentences that are parsed side by side. Words are numbered from 1 through all; 0 is no word."""

    def __init__(self, lengths: Sequence[int]) -> None:
        """The first states: all words in the buffers, nothing on the stacks."""
        counts = np.array(lengths, np.intp)
        words, sentences = int(counts.sum()), np.arange(len(counts))
        starts = np.cumsum(counts) - counts
        self._buffer = np.zeros(words + 2 * len(counts) + 2, np.intp)  # behind each sentence two places of no word
        self._buffer[np.arange(words) + np.repeat(2 * sentences, counts)] = np.arange(1, words + 1)
        self._stack = np.zeros(words + 3 * len(counts) + 4, np.intp)  # below each stack three
        self._next = starts + 2 * sentences
        self._end = self._next + counts
        self._bottom = starts + 3 * sentences + 3
        self._top = self._bottom.copy()
        self._left = np.zeros(words + 1, np.intp)  # the last child on the left
        self._right = np.zeros(words + 1, np.intp)
        self._before = np.zeros(words + 1, np.intp)  # the child on the right that was the head's last before this one
        self._returned = np.zeros(words + 1, np.bool_)  # words put back on the buffer must not be shifted again
        self.heads = np.zeros(words + 1, np.intp)
        self.moves = np.zeros(words + 1, np.intp)

    def __len__(self) -> int:
        """How many sentences are not finished."""
        return len(self._next)

    def look(self) -> Numbers:
        """For each state the words that its score looks at, in columns; empty columns fill the last tile."""
        count = len(self._next)
        seen = np.zeros((_PLACES, full(count)), np.intp)
        seen[0, :count] = front = self._buffer[self._next]
        seen[1, :count] = self._buffer[self._next + 1]
        seen[2, :count] = top = self._stack[self._top - 1]
        seen[3, :count] = self._stack[self._top - 2]
        seen[4, :count] = self._stack[self._top - 3]
        seen[5, :count] = self._left[front]
        seen[6, :count] = self._left[top]
        seen[7, :count] = self._right[top]
        return seen

    def allowed(self, front: Numbers) -> Numbers:
        """Which kinds of moves each state allows, as a sum: 1 shift, 2 reduce, 4 left and right."""
        left = self._end - self._next
        filled = self._top > self._bottom
        codes: Numbers = np.where(filled, 2 + 4 * (left > 0) + ((left > 1) & ~self._returned[front]), 1)
        return codes

    def move(self, front: Numbers, top: Numbers, chosen: Numbers, kinds: Numbers) -> None:
        """Make the chosen move in each state, and drop the states that are finished."""
        owners = self.heads[top]
        self._attach_left(np.flatnonzero(kinds == _LEFT), front, top, owners, chosen)
        right = kinds == _RIGHT
        self._attach_right(np.flatnonzero(right), front, top, chosen)
        back = np.flatnonzero((kinds == _REDUCE) & (owners == 0) & (self._top - self._bottom > 1))
        if len(back):
            self._returned[top[back]] = True
            self._next[back] -= 1
            self._buffer[self._next[back]] = top[back]
        push = right | (kinds == _SHIFT)
        self._stack[self._top] = front  # above the top nothing is read, so where nothing is pushed it does no harm
        self._top += np.where(push, 1, -1)
        self._next += push
        alive = (self._top > self._bottom) | (self._next < self._end)
        if not alive.all():
            self._next, self._end = self._next[alive], self._end[alive]
            self._top, self._bottom = self._top[alive], self._bottom[alive]

    def _attach_left(self, at: Numbers, front: Numbers, top: Numbers, owners: Numbers, chosen: Numbers) -> None:
        """The top of the stack becomes a child of the front of the buffer, whatever head it had."""
        child, head, owner = top[at], front[at], owners[at]
        owned = np.flatnonzero(owner)
        if len(owned):
            self._right[owner[owned]] = self._before[child[owned]]
        self.heads[child], self.moves[child] = head, chosen[at]
        self._left[head] = child
        self._returned[head] = False

    def _attach_right(self, at: Numbers, front: Numbers, top: Numbers, chosen: Numbers) -> None:
        """The front of the buffer becomes a child of the top of the stack."""
        child, head = front[at], top[at]
        self.heads[child], self.moves[child] = head, chosen[at]
        self._before[child] = self._right[head]
        self._right[head] = child


def parse_words(scorer: Scorer, narrowed: Sequence[Matrix], lengths: Sequence[int]) -> tuple[list[int], list[str]]:
    """For each word of the sentences its head's number (0 for a root) and its relation; numbers run through all.

    `narrowed` has a row for each word, as `narrow` makes them. Time grows with the words, and with the longest
    sentence.
    """
    none = np.zeros((1, len(scorer.narrow_bias) + 1), np.float32)
    none[0, -1] = 1
    words = np.concatenate([none, *narrowed])
    penalties, kinds = _rules(scorer.names)
    half = len(scorer.hidden_bias) // 2
    states = States([length for length in lengths if length])
    while len(states):
        seen = states.look()
        front, top = seen[0, : len(states)], seen[2, : len(states)]
        sums = scorer.hidden(words.take(seen.T, axis=0, mode="clip").reshape(seen.shape[1], -1))
        sums += scorer.hidden_bias
        scores = scorer.moves(np.maximum(sums[:, :half], sums[:, half:]))[: len(states)]
        scores += scorer.moves_bias
        scores += penalties[states.allowed(front)]
        chosen = scores.argmax(axis=1)
        states.move(front, top, chosen, kinds[chosen])
    heads = states.heads[1:].tolist()
    names = [name[2:].lower() for name in scorer.names]
    relations = [names[move] if head else "root" for head, move in zip(heads, states.moves[1:].tolist(), strict=True)]
    _lift_back(heads, relations, lengths)
    return heads, relations


def _lift_back(heads: list[int], relations: list[str], lengths: Sequence[int]) -> None:
    """Take arcs that cross others back to their heads: `obj||xcomp` hung on an ancestor (Nivre and Nilsson 2005).

    The head is the first word with the relation behind the bars, searched from the ancestor downwards and by breadth.
    """
    lifted = [at for at, relation in enumerate(relations) if _BARS in relation]
    if not lifted:
        return
    borders = list(accumulate(lengths, initial=0))
    for at in lifted:
        sentence = bisect_right(borders, at)
        low, high = borders[sentence - 1], borders[sentence]
        relations[at], wanted = relations[at].split(_BARS)
        level = [heads[at]]
        while level:
            below = [child for head in level for child in range(low, high) if heads[child] == head and child != at]
            found = next((child for child in below if relations[child] == wanted), None)
            if found is not None:
                heads[at] = found + 1
                break
            level = [child + 1 for child in below]


def narrow(scorer: Scorer, vectors: Matrix) -> Matrix:
    """Words as the parser takes them; the last column says that there is none."""
    words = np.zeros((len(vectors), len(scorer.narrow_bias) + 1), np.float32)
    words[:, :-1] = scorer.narrow(vectors) + scorer.narrow_bias
    return words


def _rules(names: Sequence[str]) -> tuple[Matrix, Numbers]:
    """What is added to the scores of moves under each code of `States.allowed`, and each move's kind."""
    kinds = np.array(["SDLRB".index(name[0]) for name in names], np.intp)
    bits = np.array([1, 2, 4, 4, 0])[kinds]
    penalties = np.where(np.arange(8)[:, None] & bits, np.float32(0), _NEVER).astype(np.float32)
    return penalties, kinds
