"""Articles from HTML: a tree, the text a reader sees, which of it is the article, and what the page says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.errors import InputError
from readout.extraction.assemble import assemble_article
from readout.extraction.encoding import decode_text, mend_surrogates
from readout.extraction.html.compose import compose_reading
from readout.extraction.html.content import Evidence, choose_lines, find_container, weigh
from readout.extraction.html.headlines import choose_headline
from readout.extraction.html.metadata import read_head
from readout.extraction.html.refusal import refuse_page
from readout.extraction.html.second import second_opinion
from readout.extraction.html.tree import parse_markup
from readout.extraction.html.visible import gather_text

if TYPE_CHECKING:
    from readout.types import Article, Page


def read_html(page: Page) -> Article:
    """The article of an HTML page. Raises InputError where there is none."""
    markup = decode_text(page.body, declared=True) if isinstance(page.body, bytes) else mend_surrogates(page.body)
    if not markup.strip():
        raise InputError("empty", "extract")
    tree = parse_markup(markup)
    head = read_head(tree, page.url)
    visible = gather_text(tree)
    headlines = tuple(dict.fromkeys(value for value, _ in head.headlines))
    descriptions = tuple(dict.fromkeys(value for value, _ in head.descriptions))
    weighed = weigh(visible, Evidence(headlines, descriptions, head.body))
    chosen = choose_lines(weighed, find_container(weighed))
    chosen = second_opinion(tree, weighed, chosen)
    refuse_page(weighed, chosen, head)
    headline = choose_headline(visible, head.headlines)
    reading = compose_reading(page.id, weighed, chosen, head, headline)
    url = page.url or head.canonical or None
    return assemble_article(replace(page, url=url), reading, head.language or None)
