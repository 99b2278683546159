from __future__ import annotations

import json
import pathlib

import pytest
from lxml import html as lxml_html

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


@pytest.fixture(scope="module")
def pile():
    return readout.report(PILE)


def test_the_page_of_the_whole_pile_holds_together(pile):
    page = lxml_html.document_fromstring(pile.to_html())
    names = set(page.xpath("//@id"))
    assert len(page.xpath("//article[@class='story']")) >= 3
    assert {link[1:] for link in page.xpath("//a/@href")} <= names
    for link in page.xpath("//td//p[@class='words']/a"):
        paragraph = page.get_element_by_id(link.get("href")[1:])
        start, end = (
            int(edge) - int(paragraph.get("data-s")) for edge in link.get("data-at").partition(".")[2].split("-")
        )
        if end <= len(paragraph.text_content()):
            assert paragraph.text_content()[start:end].split() == link.text_content().split()


def test_the_denial_that_a_copy_lost_is_found(pile):
    text = pile.to_terminal(100)
    assert "nothing of the sort" in text
    assert "✕ denial by" in text
    assert "at most 4 independent origins" in text
