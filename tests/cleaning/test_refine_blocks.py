"""The second look at blocks: sister copies, repeated lines, inherited days, versions. All texts invented."""

from __future__ import annotations

from dataclasses import replace

from readout.analysis.cleaning import merge_versions, refine_blocks
from readout.analysis.copies import find_copies
from readout.extraction import extract_article
from readout.types import Article, BlockKind, Page

WIRE = (
    "The harbour authority of Osthaven said on Monday that it had closed the northern basin after a crane fell into the water.",
    "Two workers were taken to hospital with broken bones, a spokeswoman for the port told reporters who had come to the gate.",
    "Divers will look at the wreck as soon as the tide allows it, which may not be before the end of the week, she said.",
    "The crane had been inspected in January and found to be in good order, according to records that the port keeps.",
    "Shipping companies were told to use the southern basin instead, where there is room for only a few of the larger ships.",
)


def article(
    name: str, *paragraphs: str, outlet: str | None = None, published: str | None = None, url: str | None = None
) -> Article:
    page = Page(
        id=name, uri=name, body="\n\n".join(paragraphs), media="text", outlet=outlet, published=published, url=url
    )
    found = extract_article(page)
    assert isinstance(found, Article)
    return found


def body(found: Article) -> list[str]:
    return [found.text[block.start : block.end] for block in found.blocks_of(BlockKind.BODY)]


def refine(*articles: Article) -> dict[str, Article]:
    return {found.id: found for found in refine_blocks(articles, find_copies(articles))}


def test_what_no_copy_has_and_is_about_others_is_set_aside() -> None:
    teaser = "Vintners around Kesselbach and Rothenau expect the best grapes in forty years."
    own = "Harbour pilots in Osthaven had warned of the crane's brakes in a letter to the authority last year."
    first = article("a", *WIRE)
    found = refine(first, article("b", *WIRE[:2], teaser, WIRE[2], own, *WIRE[3:]))["b"]
    assert teaser not in body(found)
    assert own in body(found)
    assert all(paragraph in body(found) for paragraph in WIRE)


def test_an_undated_article_takes_the_day_of_its_copy_and_says_so() -> None:
    found = refine(article("a", *WIRE, published="2031-03-04T09:15"), article("b", *WIRE))
    published = found["b"].published
    assert published is not None
    assert (published.value, published.where) == ("2031-03-04", "copy")
    assert published.spans
    assert found["a"].published is not None
    assert found["a"].published.where == "given"


def test_a_line_that_an_outlet_repeats_is_boilerplate_but_not_if_its_articles_are_copies() -> None:
    line = "Our reporters at the coast"
    others = [
        article(str(number), f"Story number {number} begins with a sentence that no other story has in it at all.", line,
                f"It then goes on to say something else about matter number {number}, and ends there.", outlet="The Example")
        for number in range(3)
    ]  # fmt: skip
    assert all(line in body(found) for found in others)
    assert all(line not in body(found) for found in refine(*others).values())
    same = [replace(others[0], id=name) for name in ("x", "y", "z")]
    assert all(line in body(found) for found in refine(*same).values())


def test_bounds_never_change_and_order_does_not_matter() -> None:
    articles = [article("a", *WIRE), article("b", *WIRE[:3], "Read it all here", *WIRE[3:]), article("c", *WIRE[1:])]
    forward, backward = refine(*articles), refine(*articles[::-1])
    assert forward == backward
    for found in articles:
        assert [(block.start, block.end) for block in forward[found.id].blocks] == [
            (b.start, b.end) for b in found.blocks
        ]


def test_fetches_of_one_address_are_versions_and_the_latest_counts() -> None:
    old = article("old", *WIRE, url="http://example.org/a?utm_source=x", published="2031-03-04")
    new = replace(
        article("new", *WIRE, "One of the workers has died, the port said.", url="https://example.org/a"),
        published=old.published,
    )
    new = replace(new, fetched="2031-03-05T00:00:00Z")
    other = article(
        "other",
        "Something else entirely was put at this address, as some sites do now and then.",
        url="http://example.org/a",
    )
    found = {item.id: item for item in merge_versions([old, new, other])}
    assert set(found) == {"new", "other"} or set(found) == {"new"}
    assert [version.article.id for version in found["new"].versions] == ["old"]


def test_what_two_outlets_print_are_two_articles_whatever_the_address() -> None:
    one = article("one", *WIRE, url="http://example.org/a", outlet="Harlow Post")
    two = article("two", *WIRE, url="http://example.org/a", outlet="Pell Gazette")
    assert {item.id for item in merge_versions([one, two])} == {"one", "two"}
    assert len(merge_versions([one, replace(two, outlet=one.outlet)])) == 1
