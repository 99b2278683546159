"""A second opinion, by trafilatura, on pages where the density of the text leaves doubt."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree, html

from readout.extraction.html.content import count_units, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element

    from readout.extraction.html.content import Weighed

_FEW: Final = 60.0  #: words; with fewer than these chosen, the page is looked at again
_SHARE: Final = 0.35  #: of the page's running text; with less than this chosen as well
_DEEPEST: Final = 200  #: trafilatura recurses
_LARGEST: Final = 4_000_000  #: characters of visible text that it is given


@lru_cache(maxsize=1)
def _trafilatura() -> Callable[[_Element], str]:
    """The text that trafilatura takes from a tree; loaded at first use, since few pages need a second opinion."""
    from trafilatura import extract
    from trafilatura.settings import use_config

    config = use_config()
    return lambda tree: extract(tree, include_comments=False, config=config, deduplicate=False, fast=True) or ""


def second_opinion(tree: _Element, weighed: Weighed, chosen: Sequence[int]) -> list[int]:
    """`chosen`, or the lines that trafilatura keeps where those are few and its are more, and better anchored."""
    own = sum(count_units(weighed.page.lines[number].text) for number in chosen)
    total = sum(weighed.weights)
    doubtful = own < _FEW or (total > 0 and sum(weighed.weights[number] for number in chosen) < _SHARE * total)
    if not doubtful or any(weighed.known[number] for number in chosen):
        return list(chosen)
    if max((node.depth for node in weighed.page.nodes), default=0) > _DEEPEST:
        return list(chosen)
    if sum(len(line.text) for line in weighed.page.lines) > _LARGEST:
        return list(chosen)
    again = html.document_fromstring(etree.tostring(tree, encoding="unicode", method="html"))
    kept = squeeze(_trafilatura()(again))
    other = [
        number
        for number, line in enumerate(weighed.page.lines)
        if len(squeeze(line.text)) >= 12
        and squeeze(line.text) in kept
        and number != weighed.headline
        and number not in weighed.teasers
    ]
    theirs = sum(count_units(weighed.page.lines[number].text) for number in other)
    if theirs > 1.5 * own and theirs >= 20 and _first_gap(weighed, other) <= _first_gap(weighed, chosen):
        return other
    return list(chosen)


def _first_gap(weighed: Weighed, chosen: Sequence[int]) -> float:
    """How much running text stands between the headline and the first chosen line."""
    if not chosen:
        return float("inf")
    return sum(weighed.weights[max(0, weighed.headline + 1) : chosen[0]])
