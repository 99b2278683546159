"""A quotation looked up in a report: found, found altered, or absent."""

from __future__ import annotations

import pytest

from invented_piles import annotate, pile
from readout.analysis.utterances import QuoteStatus, find_quote
from readout.errors import UsageError
from readout.types import Dossier, Report


@pytest.fixture
def report():
    material = pile(
        annotate("a", "Herald", '[Ada Quill|"The harbour wall was sound, every metre of it,"] she said.', "2031-05-07"),
        annotate("b", "Courier", '[Ada Quill|"The harbour wall was safe, every metre of it,"] she said.', "2031-05-06"),
    )
    return Report(dossiers=(Dossier(id="s", headline="Harbour", material=material),))


def test_a_quotation_is_found_word_for_word_whatever_its_quote_marks(report):
    found = find_quote(report, "“the harbour wall was SOUND, every metre of it”")
    assert found.status is QuoteStatus.FOUND
    assert found.places[0].span.article == "a"
    assert found.places[0].changes == ()
    assert found.speakers == ("Ada Quill",)
    assert found.origins == ("a", "b")


def test_what_was_changed_is_shown(report):
    found = find_quote(report, "The harbour wall was perfect, every metre of it")
    assert found.status is QuoteStatus.ALTERED
    assert [(change.asked, change.found) for change in found.places[0].changes] == [("perfect", "safe")]
    assert found.places[0].span.article == "b", "the earliest report comes first"


def test_what_nobody_said_is_absent(report):
    found = find_quote(report, "ferries will sail again on Friday morning")
    assert found.status is QuoteStatus.ABSENT
    assert found.places == ()


def test_words_are_needed(report):
    with pytest.raises(UsageError):
        find_quote(report, " “…” ")


def test_a_marked_omission_is_no_alteration(report):
    found = find_quote(report, "The harbour wall was sound ... of it")
    assert found.status is QuoteStatus.FOUND
    assert found.places[0].words == "The harbour wall was sound, every metre of it"


def test_an_unmarked_omission_is_one(report):
    found = find_quote(report, "The harbour wall was sound of it")
    assert found.status is QuoteStatus.ALTERED
    assert found.places[0].kept >= 0.8


def test_small_words_all_over_a_long_report_hide_no_place_of_it():
    filler = "\n".join(f"The end of the {n} of the year of the harbour came." for n in range(60))
    told = annotate("a", "Herald", f"{filler}\n[Ada Quill|The strength of the wall] was praised.")
    material = pile(told, annotate("b", "Courier", "[Ada Quill|The strength of the wall] was seen by all."))
    report = Report(dossiers=(Dossier(id="s", headline="Harbour", material=material),))
    assert find_quote(report, "the strength of the wall").origins == ("a", "b")
