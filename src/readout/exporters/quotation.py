"""The answer to `readout quote`: found, altered or not in this pile, for a terminal and as an object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readout.exporters.ink import Ink
from readout.exporters.visible import one_line
from readout.exporters.wording import date_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.utterances import QuoteFinding, QuotePlace

_VERDICTS = {
    "found": "Found word for word",
    "altered": "Not found word for word; found altered",
    "absent": "Not in this pile",
}


def export_finding(finding: QuoteFinding, width: int = 100) -> str:
    """The answer in plain lines of at most `width` columns, each place with its reference `[article:start-end]`.

    The article is called by its file where it has one, otherwise by its id.
    """
    ink = Ink(max(40, width), colour=False)
    verdict = _VERDICTS[finding.status]
    if finding.places:
        count = len(finding.origins)
        verdict += f", at most {count} independent origin" + ("s" if count != 1 else "")
        if finding.speakers:
            verdict += f", said by {one_line(', '.join(finding.speakers))}"
    lines = ink.wrap(f"{verdict}.")
    for place in finding.places:
        lines += ["", *_place_lines(place, ink)]
    return "\n".join(lines) + "\n"


def _place_lines(place: QuotePlace, ink: Ink) -> Iterator[str]:
    published = date_words(place.published) if place.published else "undated"
    speaker = one_line(place.speaker) if place.speaker else "nobody named"
    outlet = f", {one_line(place.outlet)}" if place.outlet else ""
    article = one_line(place.file or place.span.article)
    yield f"{published}{outlet}, {speaker} [{article}:{place.span.start}-{place.span.end}]"
    yield from ink.wrap(one_line(place.words), "  ")
    for change in place.changes:
        yield from ink.wrap(_change_words(change.asked, change.found), "  ~ ", "    ")


def _change_words(asked: str, found: str) -> str:
    asked, found = one_line(asked), one_line(found)
    if asked and found:
        return f"has “{found}” where you gave “{asked}”"
    return f"leaves out “{asked}”" if asked else f"adds “{found}”"


def finding_object(finding: QuoteFinding) -> dict[str, Any]:
    """The answer as an object; places in order of time, unaltered ones first."""
    return {
        "status": str(finding.status),
        "asked": finding.asked,
        "speakers": list(finding.speakers),
        "origins": len(finding.origins),
        "places": [
            {
                "article": place.span.article,
                "start": place.span.start,
                "end": place.span.end,
                "text": place.words,
                "speaker": place.speaker,
                "published": place.published,
                "outlet": place.outlet,
                "file": place.file,
                "origin": place.origin,
                "story": place.story,
                "changes": [{"asked": change.asked, "found": change.found} for change in place.changes],
            }
            for place in finding.places
        ],
    }
