"""Pages that are no article (cookie walls, pages that need JavaScript, errors, indexes), said to be what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from readout.errors import InputError
from readout.extraction.html.content import count_units
from readout.language.furniture import load_furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.extraction.html.content import Weighed
    from readout.extraction.html.metadata import Head

_FEW: Final = 80.0


def refuse_page(weighed: Weighed, chosen: Sequence[int], head: Head) -> None:
    """Raises InputError if what was chosen is no article, with what the page is instead."""
    lines = weighed.page.lines
    units = sum(count_units(lines[number].text) for number in chosen)
    if _is_index(weighed, chosen, head):
        raise InputError("an index of other articles and no article", "extract")
    if units >= _FEW:
        return
    seen = " ".join(line.text for line in lines[:400])[:20_000]
    shown = " ".join(lines[number].text for number in chosen)
    title = head.headlines[0][0] if head.headlines else ""
    for pattern, what in load_furniture().walls:
        if pattern.search(shown) or pattern.search(title) or (units < 15 and pattern.search(seen)):
            raise InputError(what, "extract")
    if not chosen:
        raise InputError("no article text in the page", "extract")


def _is_index(weighed: Weighed, chosen: Sequence[int], head: Head) -> bool:
    """Many short texts under linked titles, and nothing in the head that says "article"."""
    if "article" in head.kind.lower() or "blog" in head.kind.lower() or head.published or head.body:
        return False
    teasers = len(weighed.teasers)
    return teasers >= 8 and teasers > 2 * len(chosen)
