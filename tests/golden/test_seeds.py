"""What any reader finds in the five reference reports, Readout must find too. The texts are not in this repository."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import readout

if TYPE_CHECKING:
    import pathlib

AGENCY = {"000_ddb111861a77eeef.txt", "001_223b6d86d4e778d8.txt"}


@pytest.fixture(scope="module")
def pile(shared: pathlib.Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(readout.report(shared / "seeds").to_json())
    return report


@pytest.fixture(scope="module")
def story(pile: dict[str, Any]) -> dict[str, Any]:
    first: dict[str, Any] = pile["stories"][0]
    return first


@pytest.fixture(scope="module")
def files(story: dict[str, Any]) -> dict[str, str]:
    return {article["id"]: article["file"] for article in story["articles"]}


@pytest.fixture(scope="module")
def words(story: dict[str, Any]) -> dict[str, str]:
    return {article["id"]: article["text"] for article in story["articles"]}


def test_five_reports_of_six_days_are_one_story(pile: dict[str, Any]) -> None:
    assert [len(story["articles"]) for story in pile["stories"]] == [5]
    assert pile["failures"] == []


def test_two_are_one_agency_text_and_the_others_stand_alone(story: dict[str, Any], files: dict[str, str]) -> None:
    origins = {frozenset(files[article] for article in origin["articles"]) for origin in story["origins"]}
    assert origins == {frozenset(AGENCY)} | {frozenset({file}) for file in files.values() if file not in AGENCY}


def test_only_the_agency_text_was_copied(story: dict[str, Any], files: dict[str, str]) -> None:
    assert [({files[copy["a"]], files[copy["b"]]}, copy["relation"]) for copy in story["copies"]] == [(AGENCY, "copy")]


def test_the_undated_copy_inherits_its_date(story: dict[str, Any]) -> None:
    dated = {article["file"][:3]: article for article in story["articles"]}
    assert dated["001"]["published"] == "2024-04-04"
    assert [stated["where"] for stated in dated["001"]["stated"] if stated["field"] == "published"] == ["copy"]
    assert dated["002"]["published"].startswith("2024-04-03")
    assert dated["003"]["published"].startswith("2024-04-08")


def test_deaths_are_compatible(story: dict[str, Any]) -> None:
    deaths = [point for point in story["points"] if point["kind"] == "number" and _lows(point) == {140, 144}]
    assert [point["standing"] for point in deaths] == ["compatible"]


def _lows(point: dict[str, Any]) -> set[float]:
    return {account["value"]["low"] for account in point["accounts"] if account["value"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("readiness for dialog", "neither accepted nor proposed"),
        ("hoped", "ridiculous"),
        ("linked to ukraine", "no information to establish a link"),
    ],
)
def test_what_the_governments_dispute(story: dict[str, Any], one: str, other: str) -> None:
    disputed = [point for point in story["points"] if point["standing"] == "disputed"]
    assert any(_answers(point, one) and _answers(point, other) for point in disputed)


def _answers(point: dict[str, Any], fragment: str) -> bool:
    shown = (
        part
        for account in point["accounts"]
        for part in (account["answer"], *(evidence["text"] for evidence in account["evidence"]))
    )
    return any(fragment in part.lower() for part in shown)


def test_first_contact_since_2022_and_since_a_month_of_it_are_compatible(story: dict[str, Any]) -> None:
    dates = [
        point for point in story["points"] if point["kind"] == "date" and point["standing"] not in ("agreed", "single")
    ]
    assert any("2022" in account["answer"] for point in dates for account in point["accounts"])
    assert {point["standing"] for point in dates} == {"compatible"}


def test_two_translations_of_one_remark_are_one_utterance(story: dict[str, Any], words: dict[str, str]) -> None:
    statements = {statement["id"]: statement for statement in story["statements"]}
    for utterance in story["utterances"]:
        said = " ".join(
            words[statements[member]["article"]][start:end]
            for member in utterance["statements"]
            for start, end in statements[member]["content"]
        )
        if "baroque" in said:
            assert utterance["speaker"] == "Emmanuel Macron"
            assert "bizarre" in said
            return
    pytest.fail("nobody says it")


def test_timeline_reaches_from_2022_to_the_last_report(story: dict[str, Any]) -> None:
    dates = [event["date"] for event in story["timeline"]]
    assert any(date.startswith("2022") for date in dates)
    assert {"2024-04-03", "2024-04-04", "2024-04-08"} <= set(dates)
    assert not any(event["low"] and event["low"] > "2025" for event in story["timeline"])


def test_no_junk_is_evidence(story: dict[str, Any], files: dict[str, str], shared: pathlib.Path) -> None:
    labels = json.loads((shared / "gold" / "seeds" / "clean.json").read_text(encoding="utf-8"))["files"]
    junk = {
        (file, place)
        for file, segments in labels.items()
        for segment in segments["segments"]
        if segment["class"] == "junk"
        for place in range(segment["start"], segment["end"])
    }
    for name, article, start, end in _cited(story):
        touched = sum((files[article], place) in junk for place in range(start, end))
        assert touched * 2 < end - start, (name, files[article], start, end)


def _cited(story: dict[str, Any]) -> list[tuple[str, str, int, int]]:
    """Everything shown as evidence of a statement, a point or an event: what it is for, and where it stands."""
    shown = [
        ("statement", statement["article"], start, end)
        for statement in story["statements"]
        for start, end in statement["content"]
    ]
    shown += [
        ("point", evidence["article"], evidence["start"], evidence["end"])
        for point in story["points"]
        for account in point["accounts"]
        for evidence in account["evidence"]
    ]
    return shown + [
        ("event", evidence["article"], evidence["start"], evidence["end"])
        for event in story["timeline"]
        for evidence in event["evidence"]
    ]
