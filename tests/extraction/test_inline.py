"""Links set into sentences are parted from the text; who was named before them still speaks."""

from __future__ import annotations

from readout.analysis.names import find_entities
from readout.analysis.statements import find_statements
from readout.extraction import extract_article
from readout.language.parser import parse_articles
from readout.types import BlockKind, Page
from steps import assert_linear

TEXT = (
    "Anna Kovacs opened the bridge over the harbour of Tarn on Monday, and many people came to see it.\n\n"
    "Mayor Kovacs Anna Maria KovacsPort workers call for more pay Five things about the bridge MORE said in a late "
    "speech that the ferry would go on.\n\n"
    "The ferry has crossed the harbour of Tarn since the war, and it was never late in all these years."
)


def test_links_are_boilerplate_and_the_rest_is_body() -> None:
    article = extract_article(Page(id="a", uri="a", body=TEXT, media="text"))
    parted = [TEXT[block.start : block.end] for block in article.blocks if block.kind is BlockKind.BOILERPLATE]
    assert parted == ["Anna Maria KovacsPort workers call for more pay Five things about the bridge MORE"]
    assert "Mayor Kovacs" in [TEXT[block.start : block.end] for block in article.blocks]


def test_the_surname_before_the_links_belongs_to_the_sentence() -> None:
    text = TEXT.replace("Anna Kovacs", "Rex Tillman")
    line = (
        "Secretary of State Rex Tillman Rex Wayne TillmanPort workers call for more pay Five things about Tillman MORE "
        "warned on Monday that Norland would close the bridge. The first count against President Lang Peter "
        "LangBridge workers call for less MORE accuses the port of haste."
    )
    article = extract_article(Page(id="a", uri="a", body=f"{line}\n\n{text}", media="text"))
    sentences = parse_articles([article])[0]
    found = find_statements(article, sentences, find_entities(article, sentences))
    assert {statement.act: statement.speaker for statement in found[:2]} == {"warn": "Rex Tillman", "accuse": None}


def test_who_was_named_before_the_links_speaks() -> None:
    article = extract_article(Page(id="a", uri="a", body=TEXT, media="text"))
    sentences = parse_articles([article])[0]
    (found,) = find_statements(article, sentences, find_entities(article, sentences))
    assert found.speaker == "Anna Kovacs"
    assert [TEXT[span.start : span.end] for span in found.named] in (["Kovacs"], ["Mayor Kovacs"])


def test_long_line_with_many_marks_takes_linear_work() -> None:
    def extract(times: int) -> None:
        body = "Doe Ann DoeHeadline MOREOVER " * times
        assert extract_article(Page(id="a", uri="a", body=body, media="text")).text.startswith("Doe")

    assert_linear(extract, 500)


def test_clean_text_stays_whole() -> None:
    article = extract_article(Page(id="a", uri="a", body=TEXT, media="clean"))
    assert all(block.kind is not BlockKind.BOILERPLATE for block in article.blocks)


def test_caption_printed_twice_counts_once() -> None:
    caption = "The mayor opens the bridge over the harbour of Tarn on Monday. (AP Photo/Ben Lindqvist)"
    body = TEXT.split("\n\n")[0]
    text = f"{caption}\n\n{caption}\n\n{body}\n\n{body.replace('Monday', 'Friday')}"
    kinds = [block.kind for block in extract_article(Page(id="a", uri="a", body=text, media="text")).blocks]
    assert kinds.count(BlockKind.CAPTION) == 1


def test_letters_in_brackets_credit_a_picture() -> None:
    body = TEXT.split("\n\n")[0]
    text = f"{body}\n\nPROUD: The mayor can see the whole bridge from here [TARN PRESS]\n\n{body.replace('Monday', 'Friday')}"
    kinds = [block.kind for block in extract_article(Page(id="a", uri="a", body=text, media="text")).blocks]
    assert BlockKind.CAPTION in kinds


def test_agency_in_brackets_after_a_sentence_credits_the_text() -> None:
    body = TEXT.split("\n\n")[0]
    article = extract_article(
        Page(id="a", uri="a", body=f"{body}\n\nThe ferry will go on, he said. [PTI]", media="text")
    )
    assert all(block.kind is not BlockKind.CAPTION for block in article.blocks)


def test_a_link_in_brackets_is_no_part_of_the_sentence() -> None:
    body = TEXT.split("\n\n")[0]
    told = body.replace("Monday", "Friday")
    text = f"{body}\n\n{told} (RELATED: Mayor Sells The Old Ferry)\n\n{body.replace('Monday', 'Sunday')}"
    article = extract_article(Page(id="a", uri="a", body=text, media="text"))
    parted = [text[block.start : block.end] for block in article.blocks if block.kind is BlockKind.BOILERPLATE]
    assert parted == ["(RELATED: Mayor Sells The Old Ferry)"]


def test_forms_slides_and_bare_credits_are_junk() -> None:
    body = TEXT.split("\n\n")[0]
    junk = (
        "Tarn Evening letter, every day. Your address, please. By signing up you will get our mails, and you can stop it.",
        "Slideshow (12 Images)",
        "[pullquote]",
        "Enlarge this image toggle caption A. Lindqvist/AP A. Lindqvist/AP",
        "The opinions expressed here are those of one reader of Tarn and not the views of the evening paper.",
    )
    for line in junk:
        text = f"{body}\n\n{line}\n\n{body.replace('Monday', 'Friday')}"
        article = extract_article(Page(id="a", uri="a", body=text, media="text"))
        kinds = {text[block.start : block.end]: block.kind for block in article.blocks}
        assert kinds[line] is BlockKind.BOILERPLATE, line


def test_a_notice_on_free_use_tells_of_copies() -> None:
    body = TEXT.split("\n\n")[0]
    line = "Content made by the Tarn Foundation is available without charge to any publisher."
    article = extract_article(Page(id="a", uri="a", body=f"{body}\n\n{line}", media="text"))
    assert article.blocks[-1].kind is BlockKind.NOTICE
