"""Questions in plain words, made by rule from the words of the texts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.claims import Claim
    from readout.analysis.accounts.dates import Moment
    from readout.analysis.accounts.mentions import Mention
    from readout.analysis.accounts.scene import Scene


def _most_common(found: Sequence[str]) -> str:
    """The most common of some words, the shortest and first of equals; "" if there are none."""
    counts = Counter(word for word in found if word)
    return min(counts, key=lambda word: (-counts[word], len(word), word)) if counts else ""


def _topic(mentions: Sequence[Mention], scene: Scene) -> str:
    """The clause of the shortest evidence, as the text puts it: what a question without a deed is about."""
    evidence = min((mention.evidence for mention in mentions), key=lambda span: (len(span), span))
    return " ".join(scene.articles[evidence.article].words(evidence).split())


def ask_number(mentions: Sequence[Mention], scene: Scene) -> str:
    """The question that some amounts answer."""
    first = mentions[0]
    counted = _most_common([fold(mention.counted) for mention in mentions])
    if first.dimension == "age":
        names = _most_common([name for mention in mentions for name in [mention.owner]])
        written = next(
            (w for m in mentions for w in m.line.text.replace("'s", "").split() if fold(w).startswith(names)), names
        )
        return f"How old is (or was) {written.strip(',.;:()’')}?"
    if first.predicate is not None:
        return " ".join(first.predicate.question.format(counted=counted).split())
    about = _topic(mentions, scene)
    if first.dimension == "money":
        return f"How much: “{about}”?"
    if first.dimension == "share":
        return f"What share: “{about}”?"
    if first.dimension == "duration":
        return f"How long: “{about}”?"
    if counted:
        return f"How many {counted}: “{about}”?"
    return f"What number: “{about}”?"


def ask_whether(claim: Claim, scene: Scene) -> str:
    """The question whether a claim is so, in the claim's own words."""
    shown = " ".join(scene.articles[claim.span.article].words(claim.span).split())
    return f"Is it so that “{shown.strip(' .,;“”')}”?"


def ask_when(moments: Sequence[Moment], scene: Scene) -> str:
    """The question that some dates answer, in the words of the shortest clause."""
    evidence = min((moment.evidence for moment in moments), key=lambda span: (len(span), span))
    return f"When: “{' '.join(scene.articles[evidence.article].words(evidence).split())}”?"
