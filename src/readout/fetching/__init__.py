"""Pages from the web, for those who ask for them by address: the only part of Readout that touches a network."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from readout.errors import InputError, UsageError
from readout.extraction.encoding import name_binary
from readout.fetching.addresses import STAGE, parse_address
from readout.fetching.client import Client, Fetched, Settings
from readout.fetching.folder import Folder
from readout.readers.addresses import Listed, list_addresses
from readout.readers.feeds import is_feed
from readout.readers.records import load_json
from readout.types import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Kept", "Listed", "Settings", "fetch_pages", "list_pages", "read_wanted"]

Wanted = str | Listed | Failure
_SAVE_EVERY: Final = 20
_MOST_NESTED: Final = 50  #: lists that a list of lists may lead to


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page that is in the folder now. `status` is new, changed or unchanged."""

    url: str
    asked: str
    file: str
    status: str
    fetched: str  #: ISO 8601, UTC: when the server was asked


def read_wanted(arguments: Sequence[str]) -> Iterator[str | Listed | Failure]:
    """The addresses that the arguments name: an address, a file of addresses (a line each, or lines as `list_pages`
    gives them), a sitemap or feed on disk (whose addresses come as `Listed`), or "-" for lines on standard input.
    """
    for argument in arguments:
        if argument == "-":
            if sys.stdin is None:
                raise UsageError("standard input is closed")
            yield from _of_lines(sys.stdin.buffer.read(), argument)
        elif "://" not in argument and os.path.isfile(argument):  # noqa: PTH113, which fails at a name too long
            yield from _of_file(argument)
        else:
            yield argument


def _of_file(path: str) -> Iterator[str | Listed | Failure]:
    try:
        body = Path(path).read_bytes()
    except OSError as error:
        yield Failure(id=path, stage="fetch", reason=f"cannot be read: {error.strerror}")
    else:
        yield from _of_lines(body, path)


def _of_lines(body: bytes, name: str) -> Iterator[str | Listed | Failure]:
    try:
        if is_feed(body):
            yield from list_addresses(body)
            return
    except InputError as error:
        yield Failure(id=name, stage="read", reason=error.reason)
        return
    for number, line in enumerate(body.decode("utf-8-sig", "replace").splitlines(), 1):
        text = line.strip()
        if text.startswith("{"):
            yield _of_record(text, f"{name}:{number}")
        elif text and not text.startswith("#"):
            yield text


def _of_record(line: str, place: str) -> Listed | Failure:
    try:
        record = load_json(line)
    except InputError as error:
        return Failure(id=place, stage="read", reason=error.reason)
    url = record.get("url") if isinstance(record, dict) else None
    if not isinstance(url, str) or not isinstance(record, dict):
        return Failure(id=place, stage="read", reason="no address in it")
    return Listed(url=url, title=str(record.get("title") or ""), published=str(record.get("published") or ""))


def fetch_pages(wanted: Iterable[Wanted], folder: Path, settings: Settings, most: int) -> Iterator[Kept | Failure]:
    """Fetch the addresses into `folder`, one result each, in order; a feed or sitemap stands for what it lists, at most
    the `most` newest of it.

    What cannot be fetched is a Failure and stops nothing. Raises UsageError if the folder cannot be used.
    """
    client, store = Client(settings), Folder(folder)
    try:
        for number, found in enumerate(_each(client, wanted, store, most), 1):
            yield found
            if number % _SAVE_EVERY == 0:
                store.save()
    finally:
        store.save()


def _each(client: Client, wanted: Iterable[Wanted], store: Folder, most: int) -> Iterator[Kept | Failure]:
    seen: set[str] = set()
    for entry in wanted:
        if isinstance(entry, Failure):
            yield entry
            continue
        listed: tuple[Listed, ...] = ()
        given = entry if isinstance(entry, str) else entry.url
        try:
            url = parse_address(given).url
            if url in seen:
                continue
            seen.add(url)
            fetched = client.fetch(url, store.validators(url))
            if _is_list(fetched):
                listed = _newest(list_addresses(fetched.body), most)
            else:
                yield _keep(store, url, fetched)
        except InputError as error:
            yield Failure(id=given, stage=STAGE, reason=error.reason)
        for inner in _flat(client, listed, most):
            if isinstance(inner, Failure):
                yield inner
            elif inner.url not in seen:
                seen.add(inner.url)
                yield _fetch_one(client, store, inner.url)


def _fetch_one(client: Client, store: Folder, url: str) -> Kept | Failure:
    """One page of a list; a list in its place is not followed."""
    try:
        fetched = client.fetch(url, store.validators(url))
        if _is_list(fetched):
            raise InputError("a list of addresses where a page was to be", STAGE)
        return _keep(store, url, fetched)
    except InputError as error:
        return Failure(id=url, stage=STAGE, reason=error.reason)


def _keep(store: Folder, asked: str, fetched: Fetched) -> Kept:
    if fetched.kind != "unchanged":
        binary = name_binary(fetched.body)
        if binary is not None:
            raise InputError(f"no page but {binary}", STAGE)
    file, status = store.keep(asked, fetched)
    return Kept(url=fetched.url, asked=asked, file=file, status=status, fetched=fetched.time)


def list_pages(wanted: Iterable[Wanted], settings: Settings, most: int) -> Iterator[Listed | Failure]:
    """The addresses in the feeds and sitemaps at `wanted`, at most the `most` newest of each; no page is fetched."""
    client = Client(settings)
    for entry in wanted:
        if not isinstance(entry, str):
            yield entry  # what a list on disk holds
            continue
        try:
            fetched = client.fetch(parse_address(entry).url)
            if not _is_list(fetched):
                raise InputError("no feed or sitemap but a page", STAGE)
            found = _newest(list_addresses(fetched.body), most)
        except InputError as error:
            yield Failure(id=entry, stage=STAGE, reason=error.reason)
            continue
        yield from _flat(client, found, most)


def _flat(client: Client, listed: Sequence[Listed], most: int) -> Iterator[Listed | Failure]:
    """The pages that a list leads to, through lists in it (one level deep, at most `_MOST_NESTED`), addresses plain."""
    given = 0
    for place, entry in enumerate(listed):
        if given >= most or (entry.nested and place >= _MOST_NESTED):
            return
        for one in _opened(client, entry, most - given):
            plain = _plain(one)
            given += isinstance(plain, Listed)
            if isinstance(plain, Failure) or not plain.nested:
                yield plain


def _plain(entry: Listed | Failure) -> Listed | Failure:
    if isinstance(entry, Failure):
        return entry
    try:
        return replace(entry, url=parse_address(entry.url).url)
    except InputError as error:
        return Failure(id=entry.url, stage=STAGE, reason=error.reason)


def _opened(client: Client, entry: Listed, most: int) -> Sequence[Listed | Failure]:
    """The entry itself, or what it lists if it is a list."""
    if not entry.nested:
        return (entry,)
    try:
        return _newest(list_addresses(client.fetch(entry.url).body), most)
    except InputError as error:
        return (Failure(id=entry.url, stage=STAGE, reason=error.reason),)


def _newest(listed: Sequence[Listed], most: int) -> tuple[Listed, ...]:
    """At most `most` of the addresses, the newest first; those without a time in their order, after the others."""
    dated = sorted((entry for entry in listed if entry.published), key=lambda entry: entry.published, reverse=True)
    return (*dated, *(entry for entry in listed if not entry.published))[:most]


def _is_list(fetched: Fetched) -> bool:
    """Whether what came back lists addresses: by the server's word, or by how it begins."""
    if fetched.kind == "unchanged":
        return False
    return (fetched.kind == "list" and b"<html" not in fetched.body[:2000].lower()) or (
        fetched.body.lstrip()[:5] == b"<?xml" and is_feed(fetched.body)
    )
