"""The headline of a page: the wording that most of its places agree on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from readout.extraction.html.content import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.extraction.html.visible import Visible

_SITE: Final = re.compile(r"\s+(?:[|–—·»:]|-{1,2})\s+[^|–—·»]{2,40}$|\s*\|\s.*$")
_SHORTEST: Final = 8
_LONGEST: Final = 300
_LONGEST_SITE: Final = 40
#: How much a place's wording counts: what is seen and what describes the article before what networks are shown.
_WEIGHTS: Final = {"text": 1.0, "json-ld headline": 1.0, "meta og:title": 0.6, "title": 0.5, "meta twitter:title": 0.4}
_OTHER_WEIGHT: Final = 0.2


def choose_headline(page: Visible, stated: Sequence[tuple[str, str]]) -> tuple[str, str, int] | None:
    """The headline, where it stands, and its line (-1 if it is on no line); None if the page has none.

    `stated` are the headlines in the page's head, the most trusted first. On a tie a heading that is seen goes first.
    """
    headings = _headings(page)[:6]
    candidates = headings + [(value, where, -1) for value, where in stated if len(value) >= 2]
    if not candidates:
        return None
    lines = _find_lines(page, [value for value, _, _ in candidates])
    votes = [_count_votes(squeeze(value), candidates, lines) for value, _, _ in candidates]
    best = max(range(len(candidates)), key=lambda number: (votes[number], -number))
    value, where, line = candidates[best]
    if votes[best] <= 1 and where == "text" and stated:
        value, where, line = _single(headings, stated)
    form = squeeze(value)
    if where == "text":  # inline elements set close together glue words that the head keeps apart
        value = max((other for other, _ in stated if squeeze(other) == form), key=lambda o: o.count(" "), default=value)
    return value, where, line if line >= 0 else lines.get(form, -1)


def _find_lines(page: Visible, wordings: Sequence[str]) -> dict[str, int]:
    """The lines about as long as one of the wordings, by their letters, each with its first number."""
    shortest = max(_SHORTEST, 0.8 * min(map(len, wordings)) - 10)
    longest = min(_LONGEST, max(map(len, wordings)) + 10)
    found: dict[str, int] = {}
    for number, line in enumerate(page.lines):
        if shortest <= len(line.text) <= longest:
            found.setdefault(squeeze(line.text), number)
    return found


def _count_votes(wording: str, candidates: Sequence[tuple[str, str, int]], lines: dict[str, int]) -> float:
    """The weight of the places with this wording, or that begin with it and go on with the site's name."""
    places = {"text"} if wording in lines else set()
    for value, where, _ in candidates:
        form = squeeze(value)
        longer = form.startswith(wording) and len(wording) >= 20 and len(form) - len(wording) <= _LONGEST_SITE
        if (
            form == wording
            or squeeze(_SITE.sub("", value)) == wording
            or (longer and where not in ("text", "json-ld headline"))
        ):
            places.add(where)
    return sum(_WEIGHTS.get(place, _OTHER_WEIGHT) for place in sorted(places))


def _single(headings: Sequence[tuple[str, str, int]], stated: Sequence[tuple[str, str]]) -> tuple[str, str, int]:
    """No two places agree: a heading that shares most words with what is stated, else what is stated."""
    words = {word for value, _ in stated for word in value.casefold().split()}
    for value, where, line in headings:
        own = value.casefold().split()
        if len(own) >= 3 and sum(word in words for word in own) * 3 >= len(own) * 2:
            return value, where, line
    value, where = stated[0]
    return (_SITE.sub("", value) if where == "title" or "og" in where else value), where, -1


def _headings(page: Visible) -> list[tuple[str, str, int]]:
    """The h1 headings; one of several lines (a kicker above the headline) counts as one, without a line of its own."""
    groups: dict[int, list[int]] = {}
    for number, line in enumerate(page.lines):
        if len(line.text) > _LONGEST:
            continue
        for above in page.ancestors(line.node)[:4]:
            if page.nodes[above].tag == "h1":
                groups.setdefault(above, []).append(number)
                break
    found = []
    for numbers in groups.values():
        text = ": ".join(page.lines[number].text.rstrip(" :") for number in numbers)
        if len(squeeze(text)) >= _SHORTEST:
            found.append((text, "text", numbers[0] if len(numbers) == 1 else -1))
    return found
