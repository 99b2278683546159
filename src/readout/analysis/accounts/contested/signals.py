"""A claim: words that one party holds, with the signal of denial in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.setting.imprints import is_own_voice
from readout.types import Manner

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.lines import Line
    from readout.spans import Span
    from readout.types import Statement


class Signal(NamedTuple):
    """What denies or rejects in a stretch: the word or phrase, where it stands, and its kind."""

    words: str
    start: int
    kind: str  #: deny, reject, judge, innocence, insist


NO_SIGNAL = Signal("", -1, "")


@dataclass(frozen=True, slots=True)
class Claim:
    """One line, or the part of it that one holder says."""

    line: Line
    span: Span
    holders: tuple[str, ...]
    statement: Statement | None
    stems: frozenset[str]
    negated: bool
    hedged: bool
    signal: Signal  #: what denies or rejects, without words where nothing does
    pointer: str  #: how it points back to what was said before: "that", "the", or ""
    owners: frozenset[str]  #: telling words of the holders' names
    party: frozenset[str]  #: the same, with the words of their roles: a spokesman is of his party
    about: frozenset[str]  #: telling words of the name whose claim is denied, where it is named
    asserts: bool = True  #: whether it can stand as an assertion
    frame: int = -1  #: where the sentence that holds this side and the other begins, -1 for others
    teller: str | None = None  #: who holds it by the words themselves, where someone else passes it on

    @property
    def words(self) -> list[str]:
        """Its words, folded."""
        return self.line.folded_in(self.span.start, self.span.end)

    @property
    def denied(self) -> bool:
        """Whether the cue beside the words says that they are not so: "denied that the hold was full"."""
        if self.statement is None or self.statement.manner is not Manner.INDIRECT:
            return False
        inside = self.span.start <= self.signal.start < self.span.end
        return self.signal.kind in ("deny", "reject") and not inside

    @property
    def voice(self) -> bool:
        """Whether it is the outlet's own voice."""
        return is_own_voice(self.holders)
