"""Possible disputes left out: what the words do not show, and what stands in satire, opinion, transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.accounts.contested.contradictions import FRAMED, OWNED, POINTED, REJECTED
from readout.language.genres import genre_of
from readout.types import LeftOut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.contested.claim_index import Contradiction
    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene

LEAST = 0.62  #: how sure a contradiction must be to be shown
_WORTH = 0.45  #: how sure one must be to be counted as left out
_PLAIN = (FRAMED, OWNED, POINTED, REJECTED)  #: rules that need a plain word of denial
_REASONS = {
    "satire": "in satire nothing is meant as it stands",
    "opinion": "an opinion piece argues; only a plain denial by someone else counts",
    "transcript": "in a transcript only a plain denial counts",
    "": "the words alone do not show that one denies the other",
}


def _kept(found: Contradiction, claims: Sequence[Claim], scene: Scene) -> str | None:
    """None where a contradiction can be shown, or else the kind of text, or "" for words that are not sure enough."""
    sides = (claims[found.denial], claims[found.claim])
    genres = {genre_of(scene.articles[side.line.article]) for side in sides}
    if "satire" in genres:
        return "satire"
    for genre in ("opinion", "transcript"):
        own = any(side.voice and genre_of(scene.articles[side.line.article]) == genre for side in sides)
        if genre in genres and (own or found.rule not in _PLAIN):
            return genre
    return None if found.strength >= LEAST else ""


def part_unsure(
    found: Sequence[Contradiction], claims: Sequence[Claim], scene: Scene
) -> tuple[list[Contradiction], tuple[LeftOut, ...]]:
    """The contradictions that may be shown, and what is left out: each denial once, with the reason, by place."""
    sure: list[Contradiction] = []
    left: dict[int, LeftOut] = {}
    shown = set()
    for one in found:
        reason = _kept(one, claims, scene)
        if reason is None:
            sure.append(one)
            shown |= {one.denial, one.claim}
        elif one.strength >= _WORTH and one.denial not in left and not {one.denial, one.claim} <= shown:
            spans = tuple(sorted({claims[one.claim].span, claims[one.denial].span}))
            left[one.denial] = LeftOut(evidence=spans, rule=one.rule, reason=_REASONS[reason])
    return sure, tuple(sorted(left.values(), key=lambda item: item.evidence))
