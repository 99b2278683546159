"""What pages do to their articles: summaries, repeated headlines, side boxes, credits. All texts invented."""

from __future__ import annotations

import json

import pytest

from readout.extraction import extract_article
from readout.types import Article, Block, BlockKind, Page

HEADLINE = "Crane falls into the northern basin of Port Alder"
SUMMARY = "Two workers are in hospital, and ships will have to wait for a week."
SENTENCES = (
    "The harbour authority said on Monday that it had closed the northern basin after a crane fell into the water.",
    "Two workers were taken to hospital, a spokeswoman for the port told reporters who had come to the gate.",
    "Divers will look at the wreck as soon as the tide allows it, which may not be before the end of the week.",
    "The crane had been inspected in January and found to be in good order, according to the port's own records.",
    "Ships that were to unload grain were sent to the southern basin, where they may have to wait for some days.",
    "The mayor asked for an inquiry, since a crane of the same make had fallen in another port two years before.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(body: str, head: str = "", url: str | None = None) -> Article:
    html = f"<html><head><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>"
    found = extract_article(Page(id="x", uri="x", body=html, media="html", url=url))
    assert isinstance(found, Article), found
    return found


def block_with(article: Article, words: str) -> Block:
    return next(block for block in article.blocks if words in article.text[block.start : block.end])


def body_of(article: Article) -> str:
    return " ".join(article.text[block.start : block.end] for block in article.blocks_of(BlockKind.BODY))


@pytest.mark.parametrize("shown", [SUMMARY, SUMMARY + " The mayor wants an inquiry."])
def test_the_summary_that_the_head_gives_too_is_the_standfirst(shown: str) -> None:
    body = f'<h1>{HEADLINE}</h1><div class="teaser">{shown}</div><article>{BODY}</article>'
    found = page(body, f'<meta name="description" content="{SUMMARY}">')
    assert block_with(found, SUMMARY).kind is BlockKind.STANDFIRST


def test_a_line_between_headline_and_text_that_nobody_calls_a_summary_is_none() -> None:
    body = f"<h1>{HEADLINE}</h1><div>Cranes are on show in the museum of the port.</div><article>{BODY}</article>"
    assert block_with(page(body), "museum").kind is BlockKind.BOILERPLATE


@pytest.mark.parametrize("again", [f"<h2>{HEADLINE}</h2>", f"<h2>Accident: {HEADLINE}</h2>", f"<p>{HEADLINE}</p>"])
def test_the_headline_said_again_is_no_text(again: str) -> None:
    found = page(f"<h1>{HEADLINE}</h1><article>{again}{BODY}</article>")
    assert body_of(found) == " ".join(SENTENCES)


def test_a_headline_behind_a_kicker_is_the_headline() -> None:
    found = page(f"<article><h2>Accident - {HEADLINE}</h2>{BODY}</article>")
    assert block_with(found, HEADLINE).kind is BlockKind.HEADLINE


def test_a_sentence_that_begins_like_the_headline_stays() -> None:
    sentence = f"{HEADLINE}, which is why ships had to be sent to the southern basin on Monday and on Tuesday as well."
    assert sentence in body_of(page(f"<h1>{HEADLINE}</h1><article><p>{sentence}</p>{BODY}</article>"))


def test_a_heading_between_paragraphs_does_not_end_the_text() -> None:
    first, rest = BODY[: len(BODY) // 3], BODY[len(BODY) // 3 :]
    first, rest = first.rpartition("</p>")[0] + "</p>", first.rpartition("</p>")[2] + rest
    found = page(
        f"<h1>{HEADLINE}</h1><div><div class='text'>{first}<h3>Also read</h3>{rest}</div><p>{SENTENCES[0]}</p></div>"
    )
    assert all(sentence in body_of(found) for sentence in SENTENCES)


def test_a_heading_over_a_box_closes_the_box() -> None:
    box = "<div><h3>Also read</h3><p>Ferry runs aground off the lighthouse, and nobody has been hurt, the crew said.</p></div>"
    found = page(f"<h1>{HEADLINE}</h1><article>{BODY}{box}</article>")
    assert body_of(found) == " ".join(SENTENCES)


def test_the_whole_text_again_in_one_piece_is_set_aside() -> None:
    found = page(f"<h1>{HEADLINE}</h1><article>{BODY}<p>{' '.join(SENTENCES)}</p></article>")
    assert body_of(found) == " ".join(SENTENCES)
    assert found.blocks[-1].rule == "the whole text again"


@pytest.mark.parametrize("name", ["infobox", "fact-box", "faktaboks"])
def test_a_box_of_facts_is_no_running_text(name: str) -> None:
    box = f'<div class="{name}"><h3>Cranes</h3><p>A crane of this kind weighs 300 tonnes and can lift forty of them.</p></div>'
    assert "300 tonnes" not in body_of(page(f"<h1>{HEADLINE}</h1><article>{BODY}{box}<p>{SUMMARY}</p></article>"))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("With files from The Associated Press and Ana Bell", BlockKind.CREDIT),
        ("(Quelle: APA/dpa)", BlockKind.CREDIT),
        ("© Ana Bell/Port of Alder", BlockKind.CAPTION),
        ("Foto: Ana Bell", BlockKind.CAPTION),
        ("Stand: 04.03.2031 22:58 Uhr", BlockKind.NOTICE),
        ("With files under their arms the workers left the port on Monday.", BlockKind.BODY),
    ],
)
def test_lines_about_the_article(line: str, kind: BlockKind) -> None:
    found = page(f"<h1>{HEADLINE}</h1><article>{BODY}<p>{line}</p><p>{SUMMARY}</p></article>")
    assert block_with(found, line).kind is kind


def test_a_credit_of_this_kind_names_the_agency() -> None:
    found = page(
        f"<h1>{HEADLINE}</h1><article>{BODY}<p>With files from The Associated Press and Ana Bell</p></article>"
    )
    assert [agency.value for agency in found.agencies] == ["AP"]


@pytest.mark.parametrize(
    ("shown", "day"),
    [("04.03.2031, 22:58 Uhr", "2031-03-04T22:58"), ("4. 3. 2031", "2031-03-04"), ("Version 1.4.3.2031", None)],
)
def test_a_date_with_points_has_the_day_first(shown: str, day: str | None) -> None:
    found = page(f"<h1>{HEADLINE}</h1><div class='meta-x'>Published {shown}</div><article>{BODY}</article>")
    assert (found.published.value if found.published else None) == day


# ------------------------------------------------------------------ what the head says


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_an_agency_named_as_publisher_or_author_supplied_the_text() -> None:
    site = '<meta property="og:site_name" content="The Alder Example">'
    by_publisher = page(f"<article>{BODY}</article>", site + linked(publisher={"name": "Associated Press"}))
    assert by_publisher.outlet is not None
    assert by_publisher.outlet.value == "The Alder Example"
    by_author = page(f"<article>{BODY}</article>", site + linked(author=[{"name": "ANA BELL, AP Auto Writer"}]))
    assert [author.value for author in by_author.authors] == ["ANA BELL"]
    for found in (by_publisher, by_author):
        assert [(agency.value, agency.where.partition(" ")[0]) for agency in found.agencies] == [("AP", "json-ld")]


@pytest.mark.parametrize(
    "address", [{"url": "https://x.example/mill"}, {"mainEntityOfPage": {"@id": "https://x.example/mill/"}}]
)
def test_of_several_articles_in_linked_data_the_one_with_the_pages_address_counts(address: dict[str, object]) -> None:
    other = linked(author="Bo Fenn", headline="Another", datePublished="2031-01-01", url="https://x.example/other")
    found = page(
        f"<article>{BODY}</article>", other + linked(author="Ana Bell", **address), url="https://x.example/mill"
    )
    assert [author.value for author in found.authors] == ["Ana Bell"]


def test_an_agency_on_its_own_page_is_the_outlet() -> None:
    found = page(f"<article>{BODY}</article>", linked(publisher={"name": "Reuters"}))
    assert found.outlet is not None
    assert found.outlet.value == "Reuters"
    assert found.agencies == ()


@pytest.mark.parametrize(
    ("published", "modified", "updated"),
    [
        ("2031-03-04T11:30:00+00:00", "2031-03-04T06:30:00-05:00", None),
        ("2031-03-04T11:30:00+00:00", "2031-03-01T11:30:00+00:00", None),
        ("2031-03-04T11:30:00+00:00", "2031-03-04T08:00:00-05:00", "2031-03-04T08:00:00-05:00"),
        ("2031-03-04", "2031-03-05", "2031-03-05"),
        ("0001-01-01T00:00:00+00:00", "2031-03-05", "2031-03-05"),
    ],
)
def test_a_change_comes_after_publication(published: str, modified: str, updated: str | None) -> None:
    found = page(f"<article>{BODY}</article>", linked(datePublished=published, dateModified=modified))
    assert (found.updated.value if found.updated else None) == updated
    assert (found.published.value if found.published else None) == (published if published[0] == "2" else None)


@pytest.mark.parametrize(
    ("stated", "name"),
    [("Ana Bell Monday", "Ana Bell"), ("Ana Bell - 2031-03-04", "Ana Bell"), ("Guardian staff reporter", "Guardian staff reporter")],
)  # fmt: skip
def test_names_of_authors(stated: str, name: str) -> None:
    assert [author.value for author in page(f"<article>{BODY}</article>", linked(author=stated)).authors] == [name]


def test_where_blogs_live_is_no_outlet() -> None:
    assert page(f"<article>{BODY}</article>", linked(publisher={"name": "Blogger"})).outlet is None
