"""A date for an article that states none, from the copy that shares most of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from readout.types import Cited, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.types import Article, Copy

_ENOUGH: Final = 0.5  #: share of the undated article's reporting that the copy must have


def inherit_date(article: Article, copies: Sequence[Copy], by_id: Mapping[str, Article]) -> Cited[str] | None:
    """The day of the copy that holds most of this article's reporting, or None.

    Only the day is taken, since copies of one wire text appear within hours of each other, not at one instant.
    The evidence is where the copy states its date, or what the two share if its date was given from outside.
    """
    best: tuple[float, str, str] | None = None
    chosen: Cited[str] | None = None
    for copy in copies:
        other = by_id.get(copy.b if copy.a == article.id else copy.a)
        share = copy.coverage_a if copy.a == article.id else copy.coverage_b
        if other is None or other.published is None or other.published.where == "copy":
            continue
        if share < _ENOUGH or copy.relation is Relation.PARTIAL or len(other.published.value) < 10:
            continue
        day = other.published.value[:10]
        rank = (-share, day, other.id)
        if best is None or rank < best:
            best = rank
            chosen = Cited(value=day, where="copy", spans=other.published.spans or copy.evidence)
    return chosen
