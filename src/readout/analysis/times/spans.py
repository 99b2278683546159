"""Two days joined as from one to the other: the second does not lie before the first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.times.context import of_moment
from readout.analysis.times.moments import make_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.times.context import Context, Draft, Reading
    from readout.analysis.times.moments import Moment

_DAYS = frozenset({"D", "DP", "T"})


def in_order(read: Sequence[tuple[Draft, Reading]], context: Context) -> list[tuple[Draft, Reading]]:
    """The expressions with the days of "from sunrise Monday to sunset Wednesday" in their order.

    Of two days the wrong way round, the first is moved back where it lies ahead of the day of writing, or else the
    second is moved on; by a week where it was named by its weekday, by a year where by its date.
    """
    fixed = list(read)
    for at in range(1, len(fixed)):
        (a, first), (b, second) = fixed[at - 1], fixed[at]
        if not _linked(a, b) or first.moment is None or second.moment is None:
            continue
        start, end = first.moment.start, second.moment.start
        if start is None or end is None or start <= end or not {first.moment.unit, second.moment.unit} <= _DAYS:
            continue
        today = context.anchor.start if context.anchor else None
        if today is not None and start > today:
            moved = _moved(a, first.moment, -1)
            fixed[at - 1] = (a, of_moment(moved, first.modifier, first.type)) if moved else fixed[at - 1]
        else:
            moved = _moved(b, second.moment, 1)
            fixed[at] = (b, of_moment(moved, second.modifier, second.type)) if moved else fixed[at]
    return fixed


def _linked(a: Draft, b: Draft) -> bool:
    """Whether one word or dash joins the two as the ends of a stretch."""
    gap = [token.folded for token in a.tokens[a.last : b.first]]
    return len(gap) == 1 and gap[0] in a.cues["links"] - {","}


def _moved(draft: Draft, moment: Moment, step: int) -> Moment | None:
    """The moment a week or a year away, where its words leave that open."""
    dated = draft.inner or draft
    if {"year", "relyear", "anayear", "rel"} & set(dated.slots) or dated.kind != "date":
        return None
    if "weekday" in dated.slots and "month" not in dated.slots:
        near = moment.at("D").shift("D", 7 * step)
    elif "month" in dated.slots and "day" in dated.slots:
        near = make_day(moment.year + step, moment.month, moment.day)
    else:
        return None
    return replace(near, unit=moment.unit, detail=moment.detail, zone=moment.zone) if near is not None else None
