"""Pages that break other readers: each gives an article, or a Failure that says why, and quickly. All invented."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.extraction import extract_article
from readout.types import Article, BlockKind, Failure, Page
from steps import assert_linear

SENTENCES = (
    "The harbour authority said on Monday that it had closed the northern basin after a crane fell into the water.",
    "Two workers were taken to hospital, a spokeswoman for the port told reporters who had come to the gate.",
    "Divers will look at the wreck as soon as the tide allows it, which may not be before the end of the week.",
    "The crane had been inspected in January and found to be in good order, according to the port's own records.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def whole(head: str = "", body: str = BODY) -> str:
    return f"<html><head><title>Crane falls into basin</title>{head}</head><body><h1>Crane falls into basin</h1>{body}</body></html>"


def extract(body: str | bytes, media: str = "html") -> Article | Failure:
    return extract_article(Page(id="x", uri="x", body=body, media=media))


def article(body: str | bytes, media: str = "html") -> Article:
    found = extract(body, media)
    assert isinstance(found, Article), found
    found.text.encode("utf-8")
    last = 0
    for block in found.blocks:
        assert last <= block.start < block.end <= len(found.text)
        last = block.end
    return found


def failure(body: str | bytes, media: str = "html") -> str:
    found = extract(body, media)
    assert isinstance(found, Failure), found
    return found.reason


def text_of(found: Article) -> str:
    return " ".join(found.text[block.start : block.end] for block in found.blocks_of(BlockKind.BODY))


def test_a_plain_page() -> None:
    found = article(whole())
    assert text_of(found) == " ".join(SENTENCES)
    assert found.headline is not None
    assert found.headline.value == "Crane falls into basin"


@pytest.mark.parametrize("depth", [300, 5_000, 100_000])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    found = article(
        whole(body="<div>" * depth + BODY + "</div>" * depth + "<p>It was the second such accident this year.</p>")
    )
    assert SENTENCES[0] in found.text
    assert "second such accident" in found.text


@pytest.mark.parametrize(
    "body", ["<b><i><p>" * 20_000 + BODY, "<div><span><table><tr><td>" * 5_000 + BODY, "<p>" * 50_000 + BODY]
)
def test_unclosed_everything(body: str) -> None:
    assert SENTENCES[1] in article(whole(body=body)).text


def test_a_text_node_of_ten_megabytes() -> None:
    found = article(whole(body=f"<p>{'The tide was high. ' * 550_000}</p>{BODY}"))
    assert SENTENCES[2] in found.text


def test_a_data_address_of_ten_megabytes() -> None:
    picture = f'<img src="data:image/png;base64,{"QUJD" * 2_500_000}">'
    assert text_of(article(whole(body=picture + BODY))) == " ".join(SENTENCES)


@pytest.mark.parametrize("size", [80_000, 6_000_000])
def test_malformed_linked_data(size: int) -> None:
    broken = '{"@type": "NewsArticle", "datePublished": "2031-03-04T09:15:00Z", "x": [' + '{"a": "b", ' * (size // 11)
    found = article(whole(head=f'<script type="application/ld+json">{broken}</script>'))
    assert found.published is not None
    assert found.published.value == "2031-03-04T09:15:00+00:00"


@pytest.mark.parametrize(
    "linked",
    ["[" * 100_000, '{"@type": ["NewsArticle"], "author": ' + '{"author": ' * 5000 + "1" + "}" * 5001, '{"@graph": 7, "headline": []}', "null", '"x"', "{}",
     '{"@type": "NewsArticle", "author": {"@id": "a"}, "@id": "a", "datePublished": 12, "headline": {"a": 1}, "publisher": [[[["x"]]]]}'],
)  # fmt: skip
def test_odd_linked_data(linked: str) -> None:
    assert text_of(article(whole(head=f'<script type="application/ld+json">{linked}</script>'))) == " ".join(SENTENCES)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings_of_pages(encoding: str) -> None:
    page = whole(body=BODY + "<p>The café by the gate — the only one — stayed open all day, its owner said.</p>")
    assert "café by the gate — the" in article(page.encode(encoding)).text


def test_a_wrong_and_a_missing_charset() -> None:
    page = whole(
        head='<meta charset="utf-16">', body=BODY + "<p>The café by the gate stayed open all day, its owner said.</p>"
    )
    assert "café by" in article(page.encode("utf-8")).text
    declared = whole(
        head='<meta charset="windows-1252">', body=BODY + "<p>The café by the gate stayed open, its owner said.</p>"
    )
    assert "café by" in article(declared.encode("cp1252")).text
    assert "café by" in article(declared.replace('charset="windows-1252"', "").encode("cp1252")).text


def test_control_bytes_and_lone_surrogates() -> None:
    found = article(whole(body=f"<p>\x00\x01\x1f{SENTENCES[0]}\x0c\x7f</p><p>{SENTENCES[1]} \ud83d</p>{BODY}"))
    assert SENTENCES[0] in found.text
    assert "\x00" not in found.text


def test_layout_marks_inside_words_go_and_bidi_marks_stay() -> None:
    found = article(
        whole(
            body=BODY + "<p>The har\u00adbour\u200bmaster said that \u202eall\u202c was well at the gate that day.</p>"
        )
    )
    assert "harbourmaster said that \u202eall\u202c was" in found.text


def test_identical_paragraphs_are_all_kept() -> None:
    found = article(whole(body=f"<p>{SENTENCES[0]}</p>" * 6))
    assert text_of(found).count(SENTENCES[0]) == 6


def test_a_huge_span_of_columns() -> None:
    table = '<table><tr><td colspan="1000000000" rowspan="1000000000">Cranes in the basin</td></tr></table>'
    assert SENTENCES[3] in article(whole(body=BODY + table)).text


def test_a_live_blog_of_five_hundred_posts() -> None:
    posts = "".join(
        f'<div class="post"><time datetime="2031-03-04T09:{n % 60:02d}:00Z">09:{n % 60:02d}</time><p>Post {n}: {SENTENCES[n % 4]}</p></div>'
        for n in range(500)
    )
    found = article(whole(body=f"<article>{posts}</article>"))
    assert all(f"Post {n}:" in found.text for n in range(500))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"%PDF-1.7 something", "PDF"),
        (gzip.compress(b"<html>", mtime=0), "gzip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        (bytes(range(256)) * 100, "binary"),
        (b"", "empty"),
        (b"   \n ", "empty"),
        ("<html></html>", "no article"),
        (whole(body="<noscript>Please enable JavaScript to view this page.</noscript><div id=root></div><p>You need to enable JavaScript to run this app.</p>"), "JavaScript"),
        (whole(body="<div>We use cookies to improve your experience on this site and to show you ads that matter.</div><button>Accept all cookies</button>"), "cookie"),
        ("<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1><p>The page you asked for cannot be found on this server.</p></body></html>", "error page"),
        (whole(body="<p>Subscribe to continue reading this story, which is only for subscribers.</p>"), "paywall"),
        ("<html><head><title>News</title></head><body>" + "".join(f"<div><h2><a href=/{n}>Crane number {n} falls down</a></h2><p>The authority said that crane number {n} had fallen into the water.</p></div>" for n in range(30)) + "</body></html>", "index"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_said_to_be_what_it_is(body: str | bytes, reason: str) -> None:
    assert reason in failure(body)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:type" content="article">',
        '<meta property="article:published_time" content="2031-03-04T09:15:00Z">',
    ],
)
def test_a_page_that_says_it_is_an_article_is_no_index(head: str) -> None:
    teasers = "".join(
        f"<div><h2><a href=/{n}>Crane number {n} falls down</a></h2>"
        f"<p>The authority said that crane number {n} had fallen into the water.</p></div>"
        for n in range(30)
    )
    page = "<html><head><title>News</title>{}</head><body>" + teasers + "</body></html>"
    assert "index" in failure(page.format(""))
    assert "index" not in failure(page.format(head))


def test_markup_in_names_stays_text() -> None:
    found = article(whole(head='<meta property="og:site_name" content="&lt;script&gt;alert(1)&lt;/script&gt;">'))
    assert found.outlet is not None
    assert found.outlet.value == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "piece",
    ["word ", "x", '"', "A line.\n", "(", "1 Jan 2031 ", "- "],
)
def test_long_plain_texts_take_linear_work(piece: str) -> None:
    assert_linear(lambda times: extract(piece * times, "text"), 500)


def test_a_text_of_more_than_fifty_megabytes_is_refused() -> None:
    assert "50 MB" in failure("The tide was high. " * 2_700_000, "text")


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_any_text_gives_an_article_or_a_failure(text: str) -> None:
    for media in ("text", "clean", "html"):
        found = extract_article(Page(id="x", uri="x", body=text, media=media))
        if isinstance(found, Article):
            found.text.encode("utf-8")
            assert media == "html" or len(found.text) == len(text)
            assert all(block.end <= len(found.text) for block in found.blocks)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_a_failure(body: bytes) -> None:
    for media in ("text", "html"):
        extract_article(Page(id="x", uri="x", body=body, media=media))


@pytest.mark.parametrize(
    "line",
    [
        "Related stories",
        "Comments (3)",
        "It is so bad.",
        "Ana Bell told AFP.",
        "By Ana Bell",
        "3 May 2031",
        "“No,” she said.",
    ],
)
def test_many_lines_of_one_kind_take_linear_work(line: str) -> None:
    lines = f"{line}\n\nA Headline Of Some Other Story {line}\n\n"
    assert_linear(lambda times: extract(f"{BODY_TEXT}\n\n{lines * times}{BODY_TEXT}", "text"), 100)


BODY_TEXT = "\n\n".join(SENTENCES)
