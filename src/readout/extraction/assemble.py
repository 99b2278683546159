"""The last step of reading a page: what was given beside it, and what it says itself, as one article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from readout.errors import InputError
from readout.extraction.inline import part_inline
from readout.extraction.stamps import read_instant
from readout.extraction.tongue import detect_language
from readout.language.outlets import outlet_of
from readout.types import READABLE, Article, Cited

if TYPE_CHECKING:
    from readout.extraction.reading import Reading
    from readout.types import Page

_YEAR: Final = re.compile(r"[12]\d{3}", re.ASCII)
#: A time that is kept to the letter, as it was given.
_ISO: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?", re.ASCII)


def assemble_article(page: Page, reading: Reading, declared_language: str | None = None) -> Article:
    """The article; what came with the page (sidecar, JSON line) goes before what the page says, and conflicts are kept.

    Raises InputError if nothing in it can be read as an article.
    """
    readable = [block for block in reading.blocks if block.kind in READABLE]
    if not readable:
        raise InputError("nothing but page furniture: no running text", "extract")
    conflicts: list[str] = list(reading.conflicts)
    sample = " ".join(reading.text[block.start : block.end] for block in readable[:12])
    return Article(
        id=page.id,
        uri=page.uri,
        text=reading.text,
        blocks=tuple(part_inline(reading.text, sorted(reading.blocks, key=lambda block: block.start))),
        language=detect_language(sample, declared_language),
        file=page.file,
        url=page.url,
        headline=_prefer(page.title, reading.headline, "headline", conflicts),
        outlet=_prefer(page.outlet, reading.outlet or _outlet_by_host(page.url), "outlet", conflicts),
        agencies=reading.agencies(),
        authors=tuple(Cited(value=name, where="given") for name in page.authors) or tuple(reading.authors),
        published=_prefer_time(page.published, reading.published, "published", conflicts),
        updated=_prefer_time(page.updated, reading.updated, "updated", conflicts),
        conflicts=tuple(conflicts),
        feed=page.feed,
        fetched=page.fetched,
    )


def _outlet_by_host(url: str | None) -> Cited[str] | None:
    name = outlet_of(url)
    return Cited(value=name, where="url") if name is not None else None


def _prefer(given: str | None, found: Cited[str] | None, name: str, conflicts: list[str]) -> Cited[str] | None:
    """What was given, with the place in the text if the text says the same; else what was found."""
    if given is None or not given.strip():
        return found
    if found is not None and _same(given, found.value):
        return Cited(value=given, where=found.where, spans=found.spans)
    if found is not None:
        conflicts.append(f"{name}: given {given!r}, but {found.where} has {found.value!r}")
    return Cited(value=given, where="given")


def _prefer_time(given: str | None, found: Cited[str] | None, name: str, conflicts: list[str]) -> Cited[str] | None:
    """The same for a time; one that is no ISO 8601 is read as a page's own would be, and left out if it is none."""
    if given is None or not given.strip():
        return found
    read = given if _YEAR.fullmatch(given) else read_instant(given)
    plain = _ISO.fullmatch(given) is not None and read[:16] == given[:16]
    if not read:
        conflicts.append(f"{name}: given {given!r}, which is no date")
        return found
    return _prefer(given if plain else read, found, name, conflicts)


def _same(given: str, found: str) -> bool:
    """Equal, or the one less precise than the other (a day against an instant)."""
    a, b = " ".join(given.split()).casefold(), " ".join(found.split()).casefold()
    return a == b or (a[:4].isdigit() and (a.startswith(b) or b.startswith(a)))
