"""Labels and metadata of plain text; every text here is invented."""

from __future__ import annotations

import pytest

from readout.extraction import extract_article
from readout.types import Article, BlockKind, Failure, Page


def read(text: str, media: str = "text", title: str | None = None) -> Article:
    page = Page(id="x", uri="x", body=text, media=media, title=title)
    article = extract_article(page)
    assert isinstance(article, Article)
    return article


def shown(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks_of(kind)]


BODY = (
    "The harbour authority said on Monday that it had closed the northern basin after a crane fell into the water.\n\n"
    "Two workers were taken to hospital, a spokeswoman for the port told reporters at the gate.\n\n"
    "“Nobody could have seen it coming,” she said.\n"
)


def test_a_dateline_is_a_block_of_its_own_and_names_the_agencies() -> None:
    article = read("Crane falls into harbour basin at dawn\n\nOSTHAVEN, March 4, 2031 (ANSA/AFP) - " + BODY)
    assert shown(article, BlockKind.DATELINE) == ["OSTHAVEN, March 4, 2031 (ANSA/AFP) -"]
    assert shown(article, BlockKind.BODY)[0].startswith("The harbour authority")
    assert [agency.value for agency in article.agencies] == ["AFP", "ANSA"]
    assert article.published is not None
    assert article.published.value == "2031-03-04"


def test_comments_and_teasers_are_boilerplate() -> None:
    text = (
        BODY
        + "\nOther Topics of Interest\n\nVintners Of Kessel Valley Report Record Grape Harvest This Autumn\n\n"
        + "Vintners in the Kessel valley say that the grape harvest was the best in forty years.\n\n"
        + "The basin will stay closed until Friday, the authority said, and ships will be sent to the southern one.\n\n"
        + "Pilots had warned of the crane's brakes in a letter last year, which the authority says it never had.\n\nComments (2)\n\nGood riddance to that rusty crane.\n"
    )
    body = " ".join(shown(read(text), BlockKind.BODY))
    assert "Good riddance" not in body
    assert "Kessel" not in body
    assert "until Friday" in body


def test_text_is_never_changed_and_offsets_hold() -> None:
    text = "\r\n  Crane falls into harbour basin\r\n\r\n" + BODY.replace("\n", "\r\n")
    article = read(text)
    assert article.text == text
    assert article.headline is not None
    assert article.words(article.headline.spans[0]) == "Crane falls into harbour basin"


def test_identical_paragraphs_are_all_kept() -> None:
    line = "The tide gauge stood at four metres and twenty centimetres at noon."
    assert shown(read("\n\n".join([line] * 6)), BlockKind.BODY) == [line] * 6


def test_clean_text_is_taken_as_it_stands() -> None:
    article = read("Share Tweet Email\n\nCrane falls", media="clean")
    assert shown(article, BlockKind.BODY) == ["Share Tweet Email", "Crane falls"]


def test_an_empty_page_is_a_failure() -> None:
    assert isinstance(extract_article(Page(id="x", uri="x", body=" \n", media="text")), Failure)


def test_a_sign_off_is_parted_from_the_paragraph_it_ends() -> None:
    article = read(BODY + "\nThe authority will report on Friday. (Reporting by Ana Bell; Editing by Tom Fry)\n")
    assert shown(article, BlockKind.BODY)[-1] == "The authority will report on Friday."
    assert shown(article, BlockKind.CREDIT) == ["(Reporting by Ana Bell; Editing by Tom Fry)"]
    assert [agency.value for agency in article.agencies] == ["Reuters"]


def test_who_told_an_agency_is_a_credit_only_where_the_text_does_not_relay_it() -> None:
    assert [a.value for a in read(BODY + "\nA guard told AFP.\n").agencies] == ["AFP"]
    assert read(BODY + "\nA guard told AFP.\n\nAFP reported earlier that it fell.\n").agencies == ()


def test_a_text_of_one_unfinished_line_after_a_stamp_is_body() -> None:
    article = read("Fri., May 3, 2031 11:45 AM\nEarly on Friday the harbour master went to the basin at Osthaven,")
    assert shown(article, BlockKind.BODY) == ["Early on Friday the harbour master went to the basin at Osthaven,"]


def test_the_foot_of_a_page_is_not_the_article() -> None:
    foot = "\n\nSign up for our newsletter\n\n" + "\n\n".join(
        f"Another headline of another story {n}\n\nIt is about something else." for n in range(8)
    )
    assert "something else" not in " ".join(shown(read(BODY * 3 + foot), BlockKind.BODY))


def test_a_button_for_comments_inside_the_article_does_not_end_it() -> None:
    text = BODY + "\nADD A COMMENT\n\n" + BODY.replace("crane", "winch") * 2
    assert "winch" in " ".join(shown(read(text), BlockKind.BODY))


@pytest.mark.parametrize(
    "line",
    [
        'TICK.queue.push(function () { document.getElementById("clock").innerHTML = now(); });',
        "var _later = _later || []; _later.push(['player']);",
        '<span data-mark="x" style="display: none;"></span>',
        "Media playback is unsupported on your device Media caption Why the crane fell",
    ],
)
def test_code_and_players_left_in_the_text_are_no_article(line: str) -> None:
    article = read(BODY + "\n" + line + "\n\n" + BODY.replace("crane", "winch"))
    assert line in shown(article, BlockKind.BOILERPLATE)


def test_words_of_programmers_are_no_code() -> None:
    line = "The clerk opened the window; the document (a list) was gone."
    assert line in shown(read(BODY + "\n" + line + "\n"), BlockKind.BODY)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2031", "2031"),
        ("2031-03-04T09:15:00Z", "2031-03-04T09:15:00Z"),
        ("2031-03-04 09:15", "2031-03-04T09:15"),
        ("Tue, 04 Mar 2031 09:15:00 GMT", "2031-03-04T09:15:00+00:00"),
        ("4 March 2031", "2031-03-04"),
        ("2031-03-04T25:99Z", "2031-03-04"),
        ("2031-W10-2", None),
        ("2031-02-31", None),
        ("tomorrow", None),
    ],
)
def test_a_time_given_beside_a_text_is_a_date_or_nothing(given: str, read: str | None) -> None:
    text = "The mill burned down on Monday, the mayor of Kelm told reporters at the gate."
    found = extract_article(Page(id="x", uri="x", body=text, media="clean", published=given))
    assert isinstance(found, Article)
    assert (found.published.value if found.published else None) == read
    assert bool(found.conflicts) == (read is None)
