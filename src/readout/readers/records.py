"""One JSON object (a line of JSON Lines, an entry of a sidecar) as a page."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from readout.errors import InputError
from readout.extraction.encoding import mend_surrogates
from readout.spans import identify
from readout.types import Failure, Page

if TYPE_CHECKING:
    from collections.abc import Mapping

SIDECAR: Final = "articles.json"  #: the file that tells of the others in its folder what they do not


@dataclass(frozen=True, slots=True)
class Hints:
    """What stands beside a page: the fields of a sidecar or a JSON line. None means not stated."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    fetched: str | None = None

    def beside(self, page: Page) -> Page:
        """The page with what the hints say of it."""
        return replace(
            page,
            url=self.url,
            outlet=self.outlet,
            title=self.title,
            published=self.published,
            updated=self.updated,
            authors=self.authors,
            fetched=self.fetched,
        )


def read_hints(record: Mapping[str, object]) -> Hints:
    """The known fields of `record` that hold words; anything else in them counts as not stated."""
    authors = record.get("authors")
    if isinstance(authors, str):
        authors = [authors]
    names = authors if isinstance(authors, list) else []
    return Hints(
        url=_words(record.get("url")),
        outlet=_words(record.get("outlet")),
        title=_words(record.get("title")),
        published=_words(record.get("published")),
        updated=_words(record.get("updated")),
        authors=tuple(name for name in map(_words, names) if name is not None),
        fetched=_words(record.get("fetched")),
    )


def parse_record(line: str, place: str) -> Page | Failure:
    """The page that a JSON line holds. `place` names the line ("news.jsonl:17") and is its id if it gives none."""
    try:
        record = load_json(line)
    except InputError as error:
        return Failure(id=place, stage="read", reason=error.reason)
    if not isinstance(record, dict):
        return Failure(id=place, stage="read", reason="not a JSON object")
    return page_of(record, place)


def page_of(record: Mapping[str, object], place: str) -> Page | Failure:
    """The page that a decoded JSON object describes, or the Failure that says what it lacks."""
    given = record.get("id")
    identifier = mend_surrogates(str(given)) if isinstance(given, str | int) and str(given) else None
    text, html = record.get("text"), record.get("html")
    if not isinstance(text, str) and not isinstance(html, str):
        wrong = "text" if text is not None else "html" if html is not None else None
        reason = f"{wrong} is not a string" if wrong else "neither text nor html"
        return Failure(id=identifier or place, stage="read", reason=reason)
    clean = record.get("clean") is True
    if isinstance(text, str):
        body, media = mend_surrogates(text), "clean" if clean else "text"
    else:
        body, media = mend_surrogates(str(html)), "html"
    hints = read_hints(record)
    page = Page(
        id=identifier or identify(hints.url or "", body),
        uri=hints.url or place,
        place=identifier or place,
        body=body,
        media=media,
        file=_words(record.get("file")),
        feed=_words(record.get("feed")),
    )
    return hints.beside(page)


def load_json(text: str) -> object:
    """`text` as JSON. Raises InputError if it is not, or nested too deep."""
    try:
        return json.loads(text)
    except ValueError as error:
        detail = getattr(error, "msg", "") or str(error)
        raise InputError(f"broken JSON: {detail}") from error
    except RecursionError as error:
        raise InputError("JSON nested too deep") from error


def _words(value: object) -> str | None:
    """A string with something in it, or None."""
    if not isinstance(value, str):
        return None
    return mend_surrogates(value).strip() or None
