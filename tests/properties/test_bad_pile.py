"""A pile with everything wrong in it: the good reports are still reported, and each bad input says why."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from checks import check_report
from test_any_pile import BASE

import readout
from readout.pipeline import compile_report
from readout.types import Page

if TYPE_CHECKING:
    import pathlib

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> \u202egnp.exe\u202c \x1b[31mred\x1b[0m & “quoted”"
GOOD = "\n\n".join(BASE)


@pytest.fixture(scope="module")
def bad_pile(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("bad")
    files: dict[str, bytes] = {
        "good-a.txt": GOOD.encode(),
        "good-b.txt": GOOD.replace("Two hurt as", "Two people hurt when").encode(),
        "twice.txt": GOOD.encode(),
        "empty.txt": b"",
        "blank.txt": b" \n\t \r\n",
        "binary.txt": bytes(range(256)) * 40,
        "latin.txt": GOOD.replace("Berg", "Bérgström").encode("cp1252"),
        "utf16.txt": GOOD.encode("utf-16"),
        "junk.txt": b"Share\nTweet\nRead more\nCookies\nSubscribe\n",
        "hostile.txt": f"{HOSTILE}\n\nBy {HOSTILE}\n\n“{HOSTILE},” said Anna Berg of {HOSTILE}.\n\n{GOOD}".encode(),
        "deep.html": b"<div>" * 10_000 + b"<p>The bridge is safe.</p>" + b"</div>" * 10_000,
        "cut.html": b"<html><head><title>Cut</title><body><p>The brid",
        "line.txt": b"word " * 100_000,
        "bomb.jsonl.gz": gzip.compress(b'{"id": "b", "text": "' + b"a" * 3_000_000 + b'"}\n', mtime=0)[:-20],
        "lines.jsonl": b"\n".join(
            (b'{"id": 1', b"[]", b'{"id": "x"}', b'{"id": "y", "text": null}', b'{"id": "z", "text": 7}', b"\xff\xfe")
        ),
        "same.jsonl": (json.dumps({"id": "same", "text": GOOD}) + "\n").encode() * 3,
    }
    for name, body in files.items():
        (folder / name).write_bytes(body)
    return folder


@pytest.fixture(scope="module")
def pile(bad_pile: pathlib.Path) -> readout.Pile:
    return readout.report(bad_pile)


def test_the_good_reports_are_one_story(pile: readout.Pile) -> None:
    plain: dict[str, Any] = json.loads(pile.to_json())
    files = [{article["file"] for article in story["articles"]} for story in plain["stories"]]
    assert {"good-a.txt", "good-b.txt", "twice.txt", "utf16.txt"} <= files[0]
    assert len(plain["stories"][0]["origins"]) < len(plain["stories"][0]["articles"])


def test_what_cannot_be_read_says_why(pile: readout.Pile) -> None:
    failed = {failure.id: failure.reason for failure in pile.failures}
    assert all(failed.values())
    for name in ("empty.txt", "blank.txt", "binary.txt"):
        assert any(name in identifier for identifier in failed), name


def test_everything_else_holds(pile: readout.Pile) -> None:
    check_report(pile.report)


def test_no_face_runs_what_a_text_says(pile: readout.Pile) -> None:
    html, terminal = pile.to_html(), pile.to_terminal()
    assert "<script>alert(1)" not in html
    assert "<img src=x" not in html
    assert "\u202e" not in html
    assert "\x1b" not in terminal
    assert "\u202e" not in terminal
    assert "<script>" not in pile.to_markdown().replace("\\<", "").replace("`", "")


def test_a_text_of_one_repeated_sentence_costs_little() -> None:
    text = "The minister said on Monday that 12 people were killed. " * 150
    report = compile_report([Page(id=name, uri=name, body=text, media="text") for name in "ab"])
    assert [len(dossier.material.story.articles) for dossier in report.dossiers] == [2]
    assert len(report.dossiers[0].material.origins) == 1
