from __future__ import annotations

import re

import invented_report as invented
import pytest

from readout.exporters.ink import clip
from readout.exporters.markdown import export_markdown
from readout.exporters.terminal import export_diff, export_terminal
from readout.exporters.visible import ACTING
from readout.types import Report

OURS = re.compile(r"\x1b\[[0-9;]+m")


@pytest.mark.parametrize("width", [40, 60, 100, 120])
@pytest.mark.parametrize("report", [invented.report(), invented.hostile()], ids=["invented", "hostile"])
def test_no_line_is_wider_than_the_terminal(report, width):
    lines = export_terminal(report, width).splitlines()
    assert not [line for line in lines if len(line) > width and " " in line.strip()]


def test_says_who_says_what_and_where_it_stands():
    text = export_terminal(invented.report(), 100)
    assert "3 articles, 2 named outlets, at most 2 independent origins" in text
    assert "≠ disputed  How many people died?" in text
    assert "[1:" in text
    assert "+ said by police" in text
    assert "✕ denial by owner" in text
    assert "silent [2] [3]" in text
    assert "97% shared, 1 headline changed, 1 phrase cut, 1 wording changed" in text
    assert "9 March 2026" in text
    assert "empty.txt: the file is empty" in text


def test_references_point_at_the_words():
    text = export_terminal(invented.report(), 100)
    start, end = re.search(r"“At least 10 people died” \[1:(\d+)-(\d+)\]", text).group(1, 2)
    assert invented.WIRE[int(start) : int(end)] == "At least 10 people died"


def test_colour_is_only_ours_and_only_when_asked():
    assert not ACTING.search(export_terminal(invented.hostile(), 100))
    coloured = export_terminal(invented.hostile(), 100, colour=True)
    assert OURS.search(coloured)
    assert not ACTING.search(OURS.sub("", coloured))
    assert "‹U+001B›[31m" in OURS.sub("", coloured)
    assert "‹U+202E›" in coloured


def test_colour_changes_no_words():
    assert OURS.sub("", export_terminal(invented.report(), 80, colour=True)) == export_terminal(invented.report(), 80)


def test_an_empty_pile_says_so():
    assert export_terminal(Report(), 80) == "Readout  0 articles in 0 stories\n"


def test_diff_shows_what_was_changed_and_cut():
    told = invented.material()
    text = export_diff(told.copies[0], told.article("wire"), told.article("copy"), 100)
    assert "Coast Daily took it from The Orm Courier" in text
    assert "[-port-] {+harbour+}" in text
    assert "[-The owner denied fault.-]" in text
    assert "+17 min" in text


def test_diff_with_colour_has_the_same_words():
    told = invented.material()
    plain = export_diff(told.copies[0], told.article("wire"), told.article("copy"), 60)
    painted = export_diff(told.copies[0], told.article("wire"), told.article("copy"), 60, colour=True)
    assert OURS.sub("", painted) == plain


@pytest.mark.parametrize(
    ("words", "most", "expected"),
    [("one two three", 20, "one two three"), ("one two three", 9, "one two…"), ("abcdefgh", 4, "abc…")],
)
def test_clip(words, most, expected):
    assert clip(words, most) == expected


def test_markdown_has_every_part():
    text = export_markdown(invented.report())
    for part in ("# Readout", "### Accounts", "### At most 2 independent origins", "### Timeline", "## Not read"):
        assert f"\n{part}" in f"\n{text}"
    assert "**disputed** How many people died?" in text
    assert "`1:" in text


def test_markdown_lets_no_foreign_markup_through():
    text = export_markdown(invented.hostile())
    assert "<script" not in text
    assert "<img" not in text
    assert not ACTING.search(text)
    table = [line for line in text.splitlines() if line.startswith("| 1 ")]
    assert len(table) == 1
