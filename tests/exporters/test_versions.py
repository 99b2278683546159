"""Versions of one page: the latest counts, and every face shows what was changed. All texts invented."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import invented_report as invented
import pytest

from readout import app
from readout.exporters.changes import change_lines
from readout.spans import Span
from readout.types import BlockKind, Cited, Edit, Version

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPHS = (
    "The coast guard said on Tuesday that a ferry had run aground off Port Alder.",
    "At least 12 people were hurt, it said, and the harbour was closed for the day.",
    "The mayor, Ines Okafor, denied that the ferry had been overloaded.",
)


@pytest.fixture
def pile(tmp_path: Path) -> app.Pile:
    later = (PARAGRAPHS[0], PARAGRAPHS[1].replace("12", "14"))
    for name, paragraphs in (("one", PARAGRAPHS), ("two", later)):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        page = f"<html><head><title>Ferry runs aground</title></head><body><article><h1>Ferry runs aground</h1>{body}</article></body></html>"
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    url = "https://news.example/ferry"
    rows = [
        {"file": "two.html", "url": url, "fetched": "2031-03-04T12:30:00Z"},
        {"file": "one.html", "url": url + "?utm_source=x", "fetched": "2031-03-04T08:30:00Z"},
    ]
    (tmp_path / "articles.json").write_text(json.dumps(rows), encoding="utf-8")
    return app.report(tmp_path)


def test_the_latest_counts_and_keeps_what_was_changed(pile: app.Pile) -> None:
    (dossier,) = pile.stories
    (annotation,) = dossier.material.annotations
    assert "14 people" in annotation.article.text
    (version,) = annotation.article.versions
    changes = {
        (version.article.words(edit.a) if edit.a else None, annotation.article.words(edit.b) if edit.b else None)
        for edit in version.edits
    }
    assert changes == {("12", "14"), (PARAGRAPHS[2], None)}


def test_every_face_shows_the_changes_those_of_the_account_first(pile: app.Pile) -> None:
    shown = " ".join(pile.to_terminal(200).split())
    assert "changed since its version of 4 March 2031, 08:30: 1 attribution or denial removed, 1 number" in shown
    assert shown.index(f"attribution: {PARAGRAPHS[2]} → nothing") < shown.index("number: 12 → 14")
    assert "number: 12 → 14" in pile.to_markdown()
    assert "<del>12</del>" in pile.to_html()
    (article,) = json.loads(pile.to_json())["stories"][0]["articles"]
    (version,) = article["versions"]
    assert version["fetched"] == "2031-03-04T08:30:00Z"
    assert {(edit["before"], edit["after"]) for edit in version["edits"]} == {("12", "14"), (PARAGRAPHS[2], None)}
    (start, end) = next(edit["span"] for edit in version["edits"] if edit["span"])
    assert article["text"][start:end] == "14"


def test_changes_beyond_those_shown_are_counted_and_a_page_never_fetched_has_the_time_it_states() -> None:
    place = Span("a", 0, 1)
    edit = Edit(kind="number", a=place, b=place)
    old = invented.article("a", invented.OWN, None, None, BlockKind.HEADLINE, BlockKind.BODY)
    stated = replace(old, fetched=None, updated=None, published=Cited(value="2026-03-02", where="given"))
    for shown, more in ((1, []), (99, ["more change"])):
        lines = list(change_lines(replace(old, versions=(Version(article=stated, edits=(edit,) * shown),))))
        assert lines[0].startswith("changed since its version of 2 March 2026: ")
        assert [words for words in ("more change",) if words in lines[-1]] == more
