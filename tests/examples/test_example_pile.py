from __future__ import annotations

import json
import pathlib

import pytest

import readout

PILE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "pile"


def test_the_pile_says_that_it_is_invented():
    assert "Everything in them is invented" in (PILE.parent / "README.md").read_text(encoding="utf-8")


def test_the_sidecar_names_files_that_exist():
    listed = json.loads((PILE / "articles.json").read_text(encoding="utf-8"))
    assert all((PILE / entry["file"]).is_file() for entry in listed)


@pytest.fixture(scope="module")
def read():
    return readout.read(PILE)


def test_fifteen_articles_and_one_failure(read):
    articles, failures = read
    assert len(articles) == 15
    assert [failure.id for failure in failures] == ["halvik-wire-late.txt"]


@pytest.mark.parametrize(
    "junk", ["WHEAT 231.40", "gullfan88", "Sign up here", "211 partners", "NEXT ARTICLE", "Most Viewed"]
)
def test_junk_is_no_body(read, junk):
    for article in read[0]:
        for block in article.blocks_of(*readout.types.READABLE):
            assert junk not in article.text[block.start : block.end]
