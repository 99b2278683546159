"""Points before they are counted by origin: what each part of this chapter hands over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.ranges import DateRange, NumberRange
    from readout.spans import Span
    from readout.types import PointKind, Stance, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountDraft:
    """One answer, who holds it, and where it stands."""

    answer: str
    holders: tuple[str, ...]
    stance: Stance
    evidence: tuple[Span, ...]
    value: NumberRange | DateRange | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointDraft:
    """A question and its answers. `strength` ranks points of one standing; `why` is for the reader."""

    question: str
    told: str = ""  #: the clause that the question asks, where the question does not say it whole
    loose: bool = False  #: whether the question only names what the clause tells of
    kind: PointKind
    standing: Standing
    accounts: tuple[AccountDraft, ...]
    rule: str
    why: str
    developing: bool = False
    strength: float = 0.0
