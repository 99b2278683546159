"""Points of values settled once their accounts are known: what a report tells loosely and exactly is one account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.ranges import DateRange, NumberRange
from readout.types import Standing

if TYPE_CHECKING:
    from readout.analysis.accounts.drafts import AccountDraft, PointDraft
    from readout.analysis.accounts.setting.scene import Scene

_SEVERAL = 2  #: origins from which what is told alike is agreed


def without_loose(draft: PointDraft, scene: Scene) -> PointDraft:
    """A compatible point without the accounts that only those tell who tell it more exactly too.

    "Earlier this week" and "Thursday" of one report are no difference between reports; if nothing else is told, the
    point is agreed. The words stay as evidence of the more exact account.
    """
    if draft.standing is not Standing.COMPATIBLE or draft.developing:
        return draft
    kept: list[AccountDraft] = list(draft.accounts)
    for loose in draft.accounts:
        exact = next((other for other in kept if other is not loose and _told_in(loose, other, scene)), None)
        if exact is not None and loose in kept:
            kept.remove(loose)
            kept[kept.index(exact)] = exact.joined(loose)
    if len(kept) == len(draft.accounts):
        return draft
    if len(kept) == 1 and len(_origins(kept[0], scene)) >= _SEVERAL:
        why = "told alike; who tells it loosely tells it exactly too"
        return replace(draft, accounts=tuple(kept), standing=Standing.AGREED, why=why)
    return replace(draft, accounts=tuple(kept)) if len(kept) > 1 else draft


def _told_in(loose: AccountDraft, exact: AccountDraft, scene: Scene) -> bool:
    """Whether a value lies within another that is told by no report that does not tell the first too."""
    return _contains(loose, exact) and _origins(loose, scene) <= _origins(exact, scene)


def _contains(loose: AccountDraft, exact: AccountDraft) -> bool:
    one, two = loose.value, exact.value
    if isinstance(one, DateRange) and isinstance(two, DateRange):
        return one.contains(two) and not one.equals(two)
    if isinstance(one, NumberRange) and isinstance(two, NumberRange):
        return one.contains(two) and not one.equals(two)
    return False


def _origins(account: AccountDraft, scene: Scene) -> frozenset[str]:
    return frozenset(scene.origin_at(span) for span in account.evidence)
