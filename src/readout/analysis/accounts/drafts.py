"""Points before they are counted by origin: what each part of this chapter hands over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.types import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readout.ranges import DateRange, NumberRange
    from readout.spans import Span
    from readout.types import PointKind, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountDraft:
    """One answer, who holds it, and where it stands."""

    answer: str
    holders: tuple[str, ...]
    stance: Stance
    evidence: tuple[Span, ...]
    value: NumberRange | DateRange | None = None
    unit: str | None = None

    def joined(self, other: AccountDraft) -> AccountDraft:
        """The account with the holders and the places of another."""
        return replace(
            self,
            holders=tuple(dict.fromkeys((*self.holders, *other.holders))),
            evidence=tuple(dict.fromkeys((*self.evidence, *other.evidence))),
        )


def asserted(
    answer: str,
    holders: Iterable[str],
    evidence: Iterable[Span],
    value: NumberRange | DateRange | None = None,
    unit: str | None = None,
) -> AccountDraft:
    """An account that asserts its answer, with each holder and each place once."""
    return AccountDraft(
        answer=answer,
        value=value,
        unit=unit,
        holders=tuple(dict.fromkeys(holders)),
        stance=Stance.ASSERTS,
        evidence=tuple(dict.fromkeys(evidence)),
    )


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
