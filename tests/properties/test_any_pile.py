"""Any pile in: one report, the same whatever the order of its articles, and nothing in it without evidence."""

from __future__ import annotations

import random

from checks import check_report
from hypothesis import given
from hypothesis import strategies as st
from texts import examples, newslike, texts

from readout.exporters.html import export_html
from readout.exporters.json import export_json
from readout.exporters.markdown import export_markdown
from readout.exporters.terminal import export_terminal
from readout.pipeline import compile_report
from readout.types import Page

slow = examples(12)

BASE = (
    "Two hurt as Karlstead depot burns",
    "Two firefighters were injured when the roof of the Oakline furniture depot fell in, fire chief Ilse Marrow told reporters.",
    "“The blaze began near a loading bay,” Marrow said on Monday.",
    "The company denied that the doors had been locked.",
    "At least 60 firefighters fought the fire until dawn, according to the county of Brenning.",
    "“We received nothing of the sort,” a source close to the company told the Karlstead Post.",
    "Oakline said more than 40 people work at the depot, which opened in October 2022.",
    "The mayor, Anna Berg, said the doors were locked. The fire chief, she said, had warned of it last month.",
)

#: Sisters: articles made of the same paragraphs, some left out, some in another order, with noise between.
sisters = st.lists(
    st.lists(st.one_of(st.sampled_from(BASE), newslike), min_size=1, max_size=7).map("\n\n".join),
    min_size=1,
    max_size=5,
)
piles = st.one_of(sisters, st.lists(texts, max_size=4))
days = st.sampled_from((None, "2031-03-04", "2031-03-05T10:00:00+01:00", "2031-03", "2031"))


def page(number: int, text: str, published: str | None) -> Page:
    return Page(
        id=f"p{number}", uri=f"p{number}", body=text, media="text", outlet=f"Post {number}", published=published
    )


@slow
@given(pile=piles, published=st.lists(days, min_size=5, max_size=5))
def test_every_finding_rests_on_its_own_story(pile: list[str], published: list[str | None]) -> None:
    report = compile_report([page(i, text, published[i]) for i, text in enumerate(pile)])
    check_report(report)
    used = [article for dossier in report.dossiers for article in dossier.material.story.articles]
    assert sorted(used + [failure.id for failure in report.failures]) == sorted(f"p{i}" for i in range(len(pile)))


@slow
@given(pile=piles, published=st.lists(days, min_size=5, max_size=5), seed=st.integers(0, 99))
def test_order_of_input_does_not_change_the_report(pile: list[str], published: list[str | None], seed: int) -> None:
    pages = [page(i, text, published[i]) for i, text in enumerate(pile)]
    shuffled = pages[:]
    random.Random(seed).shuffle(shuffled)
    assert export_json(compile_report(shuffled)) == export_json(compile_report(pages))


@slow
@given(pile=piles)
def test_every_face_shows_any_report(pile: list[str]) -> None:
    report = compile_report([page(i, text, None) for i, text in enumerate(pile)])
    html = export_html(report)
    assert "<script>alert(1)</script>" not in html
    assert export_terminal(report, width=80, colour=False)
    assert export_markdown(report)
    assert export_html(report) == html
