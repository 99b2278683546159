"""From a page to an article: visible text, labelled blocks, and metadata that says where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Article, Failure, Page


def extract_article(page: Page) -> Article | Failure:
    """The article of a page, or the Failure that says why there is none. Never raises for bad input."""
    raise NotImplementedError
