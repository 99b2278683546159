"""From a page to an article: visible text, labelled blocks, and metadata that says where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from readout.errors import InputError
from readout.extraction.assemble import assemble_article
from readout.extraction.encoding import decode_text, mend_surrogates
from readout.extraction.html import read_html
from readout.extraction.texts import read_clean, read_text
from readout.types import Failure

if TYPE_CHECKING:
    from readout.types import Article, Page

#: A page larger than this is not read: no news page comes near, and every later chapter would suffer.
LARGEST_PAGE: Final = 50_000_000


def extract_article(page: Page) -> Article | Failure:
    """The article of a page, or the Failure that says why there is none. Never raises for bad input."""
    try:
        return _extract(page)
    except InputError as error:
        return Failure(id=page.called, stage=error.stage, reason=error.reason)


def _extract(page: Page) -> Article:
    """The article of a page. Raises InputError where there is none."""
    if len(page.body) > LARGEST_PAGE:
        raise InputError(f"larger than {LARGEST_PAGE // 1_000_000} MB", "extract")
    if page.media == "html":
        return read_html(page)
    text = decode_text(page.body) if isinstance(page.body, bytes) else mend_surrogates(page.body)
    if not text.strip():
        raise InputError("no text", "extract")
    reading = (read_clean if page.media == "clean" else read_text)(page.id, text, page.title)
    return assemble_article(page, reading)
