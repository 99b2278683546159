"""Any text in: no exception, and only spans that fit."""

from __future__ import annotations

import json

import pytest
from checks import check_annotation, check_article
from hypothesis import given
from hypothesis import strategies as st
from texts import examples, newslike, texts

from readout.exporters.json import annotation_object, dump_line
from readout.extraction import extract_article
from readout.pipeline import annotate_batch
from readout.types import Annotation, Article, Failure, Page

MEDIA = ("text", "clean", "html")
quick = examples(40)


def read(text: str, media: str, **known: str | None) -> Article | Failure:
    return extract_article(Page(id="p", uri="p", body=text, media=media, **known))  # type: ignore[arg-type]


def annotate(found: Article) -> Annotation:
    (annotation,) = annotate_batch((found,))
    return annotation


@pytest.mark.parametrize("media", MEDIA)
@quick
@given(text=texts)
def test_any_text_becomes_an_article_or_a_failure(media: str, text: str) -> None:
    found = read(text, media)
    if isinstance(found, Failure):
        assert found.reason
        return
    check_article(found)
    if media != "html":
        assert found.text == text


@pytest.mark.parametrize("media", MEDIA)
@quick
@given(text=texts)
def test_whatever_is_read_out_of_any_text_stands_in_it(media: str, text: str) -> None:
    found = read(text, media)
    if isinstance(found, Article):
        annotation = annotate(found)
        check_annotation(annotation)
        assert json.loads(dump_line(annotation_object(annotation)))["id"] == "p"


@quick
@given(text=newslike, title=texts, outlet=texts, published=texts, updated=texts)
def test_whatever_is_said_beside_a_text_breaks_nothing(
    text: str, title: str, outlet: str, published: str, updated: str
) -> None:
    found = read(text, "text", title=title, outlet=outlet, published=published, updated=updated, url=outlet)
    if isinstance(found, Article):
        check_annotation(annotate(found))


@quick
@given(text=newslike)
def test_reading_twice_gives_the_same(text: str) -> None:
    first = read(text, "text")
    assert read(text, "text") == first
    if isinstance(first, Article):
        assert annotate(first) == annotate(first)


@quick
@given(body=st.binary(max_size=300))
def test_any_bytes_become_an_article_or_a_failure(body: bytes) -> None:
    for media in MEDIA:
        found = extract_article(Page(id="p", uri="p", body=body, media=media))
        if isinstance(found, Article):
            check_annotation(annotate(found))
