from __future__ import annotations

import pytest

from readout.analysis.utterances import QuoteFinding, QuotePlace
from readout.exporters.quotation import export_finding, finding_object
from readout.spans import Span


def found(**more: object) -> QuoteFinding:
    fields: dict[str, object] = {
        "span": Span("3b904d55", 120, 148),
        "words": "We are still counting",
        "story": "s",
        "origin": "o",
        "published": "2026-03-10",
        "speaker": "Ada Berg",
        "statement": None,
        "changes": (),
    }
    place = QuotePlace(**(fields | more))
    return QuoteFinding(status="found", asked="We are still counting", places=(place,))


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"outlet": "Coast Daily", "file": "one.txt"}, "10 March 2026, Coast Daily, Ada Berg [one.txt:120-148]"),
        ({}, "10 March 2026, Ada Berg [3b904d55:120-148]"),
    ],
)
def test_a_place_is_called_by_what_a_reader_knows(more, line):
    assert line in export_finding(found(**more)).splitlines()


def test_the_object_names_file_and_outlet():
    place = finding_object(found(outlet="Coast Daily", file="one.txt"))["places"][0]
    assert (place["outlet"], place["file"], place["article"]) == ("Coast Daily", "one.txt", "3b904d55")
