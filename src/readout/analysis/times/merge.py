"""Joining neighbours into one expression, and taking in "early", "the end of", "about" before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.times.context import Draft
    from readout.analysis.times.tokens import Token

_DAY_KINDS = frozenset({"date", "deictic", "absolute"})


def join_neighbours(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in order, those that are one expression together joined: "June" "last year", "10 p.m." "Wednesday"."""
    joined: list[Draft] = []
    for draft in drafts:
        while joined:
            both = _join(joined[-1], draft)
            if both is None:
                break
            joined.pop()
            draft = both
        joined.append(draft)
    return joined


def _join(a: Draft, b: Draft) -> Draft | None:
    gap = tuple(token.folded for token in a.tokens[a.last : b.first])
    if len(gap) > 2:
        return None
    if b.kind in ("relative", "anaphoric") and b.slots.get("unit") == "Y" and _gap(gap, a, "joint_of"):
        return _month_of_year(a, b)
    if b.kind == "relative" and b.slots.get("unit") == "W" and set(a.slots) == {"weekday"} and _gap(gap, a, "joint_of"):
        return _with(a, b, {"relweek": b.slots["rel"]})
    if b.kind == "daypart" and a.kind in _DAY_KINDS and not gap and "daypart" not in a.slots and _is_day(a):
        return _with(a, b, {"daypart": b.slots["daypart"]}) if b.last - b.first == 1 else None
    if a.kind == "daypart" and b.kind in _DAY_KINDS and _gap(gap, a, "joint_day") and _is_day(b):
        return replace(_with(b, a, {"daypart": a.slots["daypart"]}), first=a.first, last=b.last)
    return _with_clock(a, b, gap)


def _gap(gap: tuple[str, ...], draft: Draft, cue: str) -> bool:
    """Whether nothing but the words of a cue stands between two expressions."""
    return draft.cues[cue].issuperset(gap)


def _with_clock(a: Draft, b: Draft, gap: tuple[str, ...]) -> Draft | None:
    if a.kind == "clock" and b.kind in _DAY_KINDS and _gap(gap, a, "joint_clock") and _is_day(b):
        return replace(a, last=b.last, inner=b)
    if b.kind == "clock" and a.kind in _DAY_KINDS and _gap(gap, a, "joint_at") and _is_day(a):
        return replace(b, first=a.first, inner=a)
    if a.kind == "clock" and b.kind == "daypart" and not gap and a.inner is None:
        return replace(a, last=b.last, slots={"daypart": b.slots["daypart"], **a.slots})
    return None


def _is_day(draft: Draft) -> bool:
    slots = draft.slots
    return draft.kind != "date" or bool({"weekday", "day", "holiday"} & set(slots))


def _month_of_year(a: Draft, b: Draft) -> Draft | None:
    if "year" in a.slots or not (a.kind in ("season", "quarter") or (a.kind == "date" and "month" in a.slots)):
        return None
    if "rel" in b.slots:
        name = "rel" if a.kind == "quarter" else "relyear"
        return _with(a, b, {name: b.slots["rel"]})
    return _with(a, b, {"anayear": b.slots["anaphor"]}) if "anaphor" in b.slots and a.kind != "quarter" else None


def _with(a: Draft, b: Draft, more: dict[str, int | float | str]) -> Draft:
    return replace(a, first=min(a.first, b.first), last=max(a.last, b.last), slots={**a.slots, **more})


_MEASURED = frozenset({"duration", "offset", "clock", "stretch"})


def take_modifier(draft: Draft, floor: int) -> Draft:
    """The draft with "early", "the end of" or "about" before it taken in, not further back than token `floor`."""
    tokens, first = draft.tokens, draft.first
    if first <= floor:
        return draft
    if draft.kind in _MEASURED:
        return _take(draft, first - 1, "about") if "about" in tokens[first - 1].meaning else draft
    if draft.kind in ("reference", "vague", "set"):
        return draft
    return _take_edge(draft, tokens, floor)


def _take_edge(draft: Draft, tokens: Sequence[Token], floor: int) -> Draft:
    first = draft.first
    at = first - 1
    word = tokens[at]
    if word.folded == "-" and at > floor and "early" in tokens[at - 1].meaning:
        return _take(draft, at - 1, "early")
    if "early" in word.meaning or "earlier" in word.meaning:
        return _take(draft, at, "early" if "early" in word.meaning else "earlier")
    if word.folded in draft.cues["the"] and tokens[first].folded not in draft.cues["the"]:
        at -= 1
    if at <= floor - 1 or at < 0:
        return draft
    link = tokens[at].folded
    if at <= floor:
        return draft
    categories = ("edge",) if link in draft.cues["of"] else ("early", "earlier") if link in draft.cues["within"] else ()
    for category in categories:
        if category in tokens[at - 1].meaning:
            return _take(draft, at - 1, category)
    return draft


def _take(draft: Draft, at: int, category: str) -> Draft:
    """The draft widened to token `at`, with the article before that, and the modifier its word means."""
    modifier = str(draft.tokens[at].meaning[category])
    first = at
    if at and draft.tokens[at - 1].folded in draft.cues["the"] and category != "about":
        first = at - 1
    slots = {**draft.slots, "comparative": 1} if category == "earlier" else draft.slots
    return replace(draft, first=first, modifier=modifier, slots=slots)
