"""Frames in which words report, on invented sentences: what is done, figures of polls, views, gaps."""

from __future__ import annotations

import re

import pytest

from readout.analysis.names import find_entities
from readout.analysis.statements import find_statements
from readout.language.parser import parse_articles
from readout.types import Article, Block, BlockKind

FRAMES = [
    ("Anna Kovacs supports raising the toll on the bridge.", "Anna Kovacs", "raising the toll on the bridge"),
    ("The company denied receiving the letter.", "The company", "receiving the letter"),
    ("In a new Tarn Gazette poll, two in three residents opposed the toll.", "poll", "residents opposed the toll"),
    ("In her view, the council acted too late.", "her", "the council acted too late"),
    ("The latest poll puts the mayor four points ahead of her rival.", "poll", "the mayor four points ahead"),
    ("The police seized emails that prosecutors said were deleted in May.", "prosecutors", "were deleted in May"),
    ("The minister said closing the port would cost jobs.", "minister", "closing the port would cost jobs"),
    ("Okafor stood by his claim that the count was wrong.", "Okafor", "his claim that the count was wrong"),
    ("The senator voted against the new budget.", "senator", "the new budget"),
    ("His opposition to the toll surprised the council.", "His", "the toll"),
    ("The clerk met with disbelief the accusations that she had lost the file.", "", "that she had lost the file"),
    ("Voters wary of the toll stayed at home.", "Voters", "the toll"),
    ("The mayor was upbeat about the repairs.", "mayor", "the repairs"),
    ("The board called him a reckless manager.", "board", "him a reckless manager"),
    ("The mayor told cheering supporters that the toll would end.", "mayor", "that the toll would end"),
    ("Ms Kovacs was asked by a reporter from Tarn whether she would resign.", "reporter", "whether she would resign"),
    ("Accusations of fraud followed the vote.", "", "fraud"),
    ("Mr Okafor made no mention of the flood.", "Okafor", "the flood"),
]
NOTHING = [
    "In the new building, two in three rooms were empty.",
    "The account that Anna Kovacs opened was empty.",
    "The mayor puts her books on the shelf every night.",
]


def found(text: str, *, doubtful: bool = False) -> list[tuple[str, str]]:
    blocks = tuple(
        Block(start=match.start(), end=match.end(), kind=BlockKind.BODY) for match in re.finditer(r"[^\n]+", text)
    )
    page = Article(id="invented", uri="test:invented", text=text, blocks=blocks, language="en")
    sentences = parse_articles([page])[0]
    return [
        (
            " ".join(text[span.start : span.end] for span in statement.named),
            " … ".join(text[span.start : span.end] for span in statement.content),
        )
        for statement in find_statements(page, sentences, find_entities(page, sentences), doubtful=doubtful)
    ]


@pytest.mark.parametrize(("text", "named", "content"), FRAMES)
def test_a_frame_gives_its_content_and_who_it_is_by(text: str, named: str, content: str) -> None:
    assert any(named in who and content in what for who, what in found(text, doubtful=True)), found(text, doubtful=True)


def test_a_noun_is_about_nothing_past_the_verb_it_is_subject_of() -> None:
    contents = [what for _, what in found("His opposition to the toll surprised the council.", doubtful=True)]
    assert contents == ["the toll"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_frame_reports_nothing(text: str) -> None:
    assert found(text) == []
