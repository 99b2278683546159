"""Parts that were written apart: posts of live blogs, corrections, pull quotes, posts of networks. All texts invented."""

from __future__ import annotations

import json

import pytest

from readout.analysis.statements import find_statements
from readout.analysis.times import find_times
from readout.extraction import extract_article
from readout.language.parser import parse_articles
from readout.types import Article, Block, BlockKind, Page

POSTS = (
    ("2031-03-05T08:10:00+00:00", "08:10", "Ferry pulled free", "Tugs pulled the ferry free this morning, the coast guard said at the quay."),
    ("2031-03-04T22:40:00+00:00", "22:40", "Divers go down", "Divers went down at dusk and found a hole in the hull, the harbour master said."),
    ("2031-03-04T19:05:00+00:00", "19:05", "All are ashore", "All passengers are ashore since yesterday evening, the mayor of Port Alder told reporters."),
    ("2031-03-04T17:30:00+00:00", "17:30", "Ferry runs aground", "A ferry has run aground off Port Alder with 200 people aboard, the coast guard said."),
)  # fmt: skip
HEAD = '<meta property="article:published_time" content="2031-03-04T17:30:00+00:00"><meta property="article:modified_time" content="2031-03-05T08:10:00+00:00">'
LEAD = "<p>A ferry with 200 people aboard ran aground off Port Alder on Tuesday, and the harbour was closed for two days.</p>"


def page(body: str, head: str = HEAD) -> Article:
    html = f"<html><head><title>Ferry aground: live</title>{head}</head><body><h1>Ferry aground: live</h1><article>{body}</article></body></html>"
    found = extract_article(Page(id="x", uri="x", body=html, media="html"))
    assert isinstance(found, Article), found
    return found


def text(body: str, published: str | None = None) -> Article:
    found = extract_article(Page(id="x", uri="x", body=body, media="text", published=published))
    assert isinstance(found, Article), found
    return found


def block_with(article: Article, words: str) -> Block:
    return next(block for block in article.blocks if words in article.text[block.start : block.end])


def written(article: Article) -> list[str | None]:
    return [found.value if (found := block_with(article, post[3]).written) else None for post in POSTS]


INSTANTS = [post[0] for post in POSTS]
HOURS = [post[0][:16] for post in POSTS]


def test_posts_with_times_in_their_markup() -> None:
    boxes = "".join(
        f'<div class="post"><time datetime="{at}">{clock}</time><h2>{title}</h2><p>{words}</p></div>'
        for at, clock, title, words in POSTS
    )
    found = page(LEAD + boxes)
    assert written(found) == INSTANTS
    assert block_with(found, "closed for two days").written is None


def test_posts_one_after_the_other_without_boxes() -> None:
    flat = "".join(
        f'<h3><time datetime="{at}">{clock}</time> {title}</h3><p>{words}</p>' for at, clock, title, words in POSTS
    )
    assert written(page(LEAD + flat)) == INSTANTS


def test_posts_by_the_linked_data() -> None:
    updates = [{"@type": "BlogPosting", "headline": t, "datePublished": at, "articleBody": w} for at, _, t, w in POSTS]
    script = json.dumps({"@type": "LiveBlogPosting", "headline": "Ferry aground: live", "liveBlogUpdate": updates})
    found = page(
        LEAD + "".join(f"<h2>{t}</h2><p>{w}</p>" for _, _, t, w in POSTS),
        HEAD + f'<script type="application/ld+json">{script}</script>',
    )
    assert written(found) == INSTANTS


@pytest.mark.parametrize("form", ["{clock}", "{clock} GMT", "{clock} - {title}", "Update {clock}"])
def test_posts_under_lines_that_are_clocks_newest_first_a_day_back_over_midnight(form: str) -> None:
    boxes = "".join(f"<p>{form.format(clock=clock, title=title)}</p><p>{w}</p>" for _, clock, title, w in POSTS)
    assert written(page(LEAD + boxes)) == HOURS


def test_clocks_in_plain_text_oldest_first_a_day_on_over_midnight() -> None:
    lines = "\n\n".join(f"{clock}\n\n{words}" for _, clock, _, words in reversed(POSTS))
    found = text(f"Ferry aground: live\n\nPublished 4 March 2031 17:30\n\n{lines}\n")
    assert written(found) == HOURS
    assert all(block_with(found, words).written.spans for _, _, _, words in POSTS)  # type: ignore[union-attr]


def test_a_timetable_is_no_live_blog() -> None:
    rows = ("08:10", "22:40", "07:15", "19:05", "06:30", "17:30")
    times = "".join(
        f"<p>{clock}</p><p>The ferry to Alder leaves from pier {n}, the port said.</p>" for n, clock in enumerate(rows)
    )
    assert not any(block.written for block in page(LEAD + times).blocks)


def test_teasers_with_times_between_paragraphs_are_no_posts() -> None:
    boxes = "".join(
        f'<p>{words}</p><div class="c"><a href="/{n}"><h3>Crane number {n} falls into the basin</h3></a><time datetime="203{n}-01-0{n}T10:00:00Z"></time></div>'
        for n, (_, _, _, words) in enumerate(POSTS, 1)
    )
    assert not any(block.written for block in page(LEAD + boxes).blocks)


def test_each_post_counts_days_from_its_own() -> None:
    boxes = "".join(f'<div><time datetime="{at}">{clock}</time><p>{words}</p></div>' for at, clock, _, words in POSTS)
    found = page(LEAD + boxes)
    values = {found.text[time.span.start : time.span.end]: time.value for time in find_times(found)}
    assert values["this morning"].startswith("2031-03-05")
    assert values["yesterday evening"].startswith("2031-03-03")


def test_a_correction_and_an_update_note_keep_their_own_day() -> None:
    body = (
        LEAD + "<p>The coast guard said that nobody was hurt when the ferry ran aground off Port Alder.</p>"
        "<p>Correction, 7 March 2031: An earlier version of this report gave a wrong number of passengers.</p>"
    )
    found = page(body)
    note = block_with(found, "Correction")
    assert note.kind is BlockKind.NOTICE
    assert note.written is not None
    assert note.written.value == "2031-03-07"
    assert found.published is not None
    assert found.published.value.startswith("2031-03-04")


SAID = "We are still counting, and nobody should believe the numbers that go around on the quay"


@pytest.mark.parametrize(
    ("box", "junk"),
    [
        (f"<aside class='pull-quote'>“{SAID}”</aside>", True),
        (f"<blockquote><p>“{SAID}”</p></blockquote>", True),
        ("<div class='pullquote'>“Nobody should believe the numbers that go around on the quay”</div>", True),
        ("<blockquote><p>“The owner will have to pay for every hour that the harbour was closed,” he said.</p></blockquote>", False),
    ],
)  # fmt: skip
def test_a_pull_quote_only_repeats_the_text(box: str, junk: bool) -> None:
    body = f"{LEAD}<p>“{SAID},” said Ines Okafor, the harbour master, on Tuesday.</p>{box}<p>The owner of the ferry did not answer a call, the paper said.</p>"
    found = page(body)
    quoted = [
        block
        for block in found.blocks
        if found.text[block.start : block.end].startswith("“") and "Okafor" not in found.text[block.start : block.end]
    ]
    assert [block.kind is BlockKind.BOILERPLATE and block.rule == "pull quote" for block in quoted if junk] == [
        True
    ] * junk
    said = find_statements(found, parse_articles([found])[0], ())
    assert sum("numbers that go around" in found.text[s.content[0].start : s.content[-1].end] for s in said) == 1


def test_a_pull_quote_in_plain_text() -> None:
    found = text(
        f"Ferry aground\n\nA ferry ran aground off Port Alder on Tuesday, the coast guard said.\n\n“{SAID}”\n\n"
        f"“{SAID},” said Ines Okafor, the harbour master, on Tuesday.\n\nThe owner of the ferry did not answer.\n"
    )
    assert block_with(found, "quay”").rule == "pull quote"


POST = "The northern basin has been closed since yesterday. No boats, please. pic.twitter.com/abcd"
EMBED = f'<blockquote class="twitter-tweet"><p>{POST}</p>— Port of Alder (@portofalder) <a href="x">March 3, 2031</a></blockquote>'


def test_a_post_of_a_network_speaks_for_whoever_signed_it() -> None:
    found = page(
        f"{LEAD}<p>The port told skippers to stay away from the basin, in a post.</p>{EMBED}{LEAD.replace('two', '2')}"
    )
    block = block_with(found, "No boats")
    assert block.voice is not None
    assert block.written is not None
    assert (block.voice.value, block.written.value) == ("Port of Alder", "2031-03-03")
    (statement,) = [
        one for one in find_statements(found, parse_articles([found])[0], ()) if one.rule == "embedded post"
    ]
    assert statement.speaker == "Port of Alder"
    assert found.text[statement.content[0].start : statement.content[0].end] == POST
    assert found.text[statement.named[0].start : statement.named[0].end] == "Port of Alder (@portofalder)"
    (day,) = [time for time in find_times(found) if found.words(time.span) == "yesterday"]
    assert day.value == "2031-03-02"


def test_a_post_in_plain_text() -> None:
    found = text(
        "Ferry aground\n\nA ferry ran aground off Port Alder on Tuesday, the coast guard said.\n\n"
        f"{POST}\n\n— Port of Alder (@portofalder) March 3, 2031\n\nThe owner of the ferry did not answer a call.\n"
    )
    voice = block_with(found, "No boats").voice
    assert voice is not None
    assert voice.value == "Port of Alder"
    assert block_with(found, "coast guard").voice is None


def test_of_many_posts_and_quotations_each_is_a_block() -> None:
    body = "".join(
        f'<div><time datetime="2031-03-04T0{n % 10}:{n % 60:02d}:00Z"></time>{EMBED}<blockquote>“{SAID} {n}”</blockquote></div>'
        for n in range(1500)
    )
    assert len(page(LEAD + body).blocks) > 1500
