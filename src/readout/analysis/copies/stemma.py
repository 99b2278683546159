"""Who took from whom in a group: what is known of other pairs bears on a pair (the stemma of textual criticism)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.copies.direction import Signal, conclude
from readout.types import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

A_TO_B, B_TO_A = Direction.A_TO_B, Direction.B_TO_A
_THROUGH = 2.5  # weight of a way from the one to the other through a third
_NONE: frozenset[int] = frozenset()
_ROUNDS = 4  # what one round settles may settle more in the next; more than a few have not been seen to matter
_ASKED = 12  # thirds asked for one pair


class Stemma:
    """Which text is made from which, as far as each pair tells by itself."""

    def __init__(self, pairs: Mapping[tuple[int, int], Sequence[Signal]], names: Mapping[int, str]) -> None:
        """`pairs` holds the signals of each pair of texts by number, `names` how reasons call the texts."""
        self._pairs = pairs
        self._names = names
        self._parents: dict[int, set[int]] = {}
        self._children: dict[int, set[int]] = {}
        self._answers = {pair: conclude(signals) for pair, signals in pairs.items()}
        for _ in range(_ROUNDS):
            self._note()
            settled = {pair: self._settle(*pair) for pair in pairs}
            if settled == self._answers:
                break
            self._answers = settled

    def answer(self, a: int, b: int) -> tuple[Direction, tuple[str, ...]]:
        """The direction between two texts and the reasons, in the light of all that is known of others."""
        return self._answers[a, b]

    def _note(self) -> None:
        """Note who is made from whom, as the answers have it now."""
        self._parents, self._children = {}, {}
        for (a, b), (answer, _) in self._answers.items():
            if answer in (A_TO_B, B_TO_A):
                parent, child = (a, b) if answer is A_TO_B else (b, a)
                self._parents.setdefault(child, set()).add(parent)
                self._children.setdefault(parent, set()).add(child)
        for relatives in (self._parents, self._children):
            for text, found in relatives.items():
                if len(found) > _ASKED:
                    relatives[text] = set(sorted(found)[:_ASKED])

    def _settle(self, a: int, b: int) -> tuple[Direction, tuple[str, ...]]:
        """The answer for one pair, given those for the others.

        A third text that is here and that both are made from stands for any that is not here; so does one that lies
        between the two, or that is made from both. What leads from the one to the other through a third is a reason.
        """
        signals = self._pairs[a, b]
        own, reasons = conclude(signals)
        added = [*self._through(a, b, A_TO_B), *self._through(b, a, B_TO_A)]
        elder = min(self._parents.get(a, _NONE) & self._parents.get(b, _NONE), default=None)
        heir = bool(self._children.get(a, _NONE) & self._children.get(b, _NONE))
        if not added and elder is None and not (heir and own is Direction.UNKNOWN):
            return own, reasons
        inside = [replace(signal, weight=0.0) if signal.outside else signal for signal in signals]
        found, reasons = conclude(sorted([*inside, *added], key=lambda signal: (-signal.weight, signal.reason)))
        if elder is not None and found is Direction.UNKNOWN:
            return found, (f"both can be from {self._names[elder]}, which is here",)
        return found, reasons

    def _through(self, first: int, last: int, answer: Direction) -> Iterator[Signal]:
        """The way from one text to another through a third, if there is one."""
        between = min(self._children.get(first, _NONE) & self._parents.get(last, _NONE), default=None)
        if between is not None:
            reason = f"{self._names[last]} is made from {self._names[between]}, and that from {self._names[first]}"
            yield Signal(answer=answer, weight=_THROUGH, reason=reason)
