"""Articles from HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trafilatura import extract

from readout.errors import InputError
from readout.extraction.assemble import assemble_article
from readout.extraction.encoding import decode_text, mend_surrogates
from readout.extraction.paragraphs import split_paragraphs
from readout.extraction.texts import read_paragraphs

if TYPE_CHECKING:
    from readout.types import Article, Page


def read_html(page: Page) -> Article:
    """The article of an HTML page. Raises InputError where there is none."""
    markup = decode_text(page.body, declared=True) if isinstance(page.body, bytes) else mend_surrogates(page.body)
    if not markup.strip():
        raise InputError("no text", "extract")
    text = extract(markup, include_comments=False, include_tables=True)
    if not text:
        raise InputError("no article found in the page", "extract")
    return assemble_article(page, read_paragraphs(page.id, text, split_paragraphs(text), page.title))
