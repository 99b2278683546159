"""`readout diff`: what changes the account stands first, and what is shared by a part can be told from the rest."""

from __future__ import annotations

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "copies"))

from invented_pile import BRIDGE, OWN, article

from readout.analysis.copies import find_copies
from readout.exporters.texts import export_diff


def diff_of(*paragraphs: str) -> str:
    wire = article("a", *BRIDGE, outlet="AP", published="2031-03-04T08:00")
    other = article("b", *paragraphs, outlet="Moor Post", published="2031-03-04T18:00")
    (copy,) = find_copies([wire, other])
    return export_diff(copy, wire, other, 100)


def test_a_removed_denial_stands_first_and_is_marked() -> None:
    shown = diff_of(BRIDGE[0].replace("three", "five"), *BRIDGE[1:3], *BRIDGE[4:])
    edits = shown.split("Edits\n")[1].splitlines()
    assert edits[0].startswith("! attribution - County officials denied")
    assert "1 attribution or denial removed, 1 number changed" in shown


def test_what_stands_in_both_is_marked_where_only_a_part_does() -> None:
    shown = diff_of(*OWN[:3], *BRIDGE[1:3])
    assert "= The closure sent some 18,000 cars" in shown
    assert "\n  Outside the bakery" in shown


def test_many_changes_of_marks_are_one_line() -> None:
    curly = [paragraph.replace('"', "“").replace("the ", "The ") for paragraph in BRIDGE]
    shown = diff_of(*curly)
    assert shown.count("  typography") == 1
    assert "other marks or capitals" in shown
