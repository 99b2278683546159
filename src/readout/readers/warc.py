"""Web archives (WARC, ISO 28500), plain, gzip or zstd, by fastwarc (the extra `warc`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from readout.errors import InputError
from readout.extraction.encoding import decode_named
from readout.spans import identify
from readout.types import Failure, Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LARGEST: Final = 20_000_000  #: bytes of one page
_HTML: Final = ("text/html", "application/xhtml+xml", "", None)


def read_warc(path: Path, name: str) -> Iterator[Page | Failure]:
    """The HTML pages among the responses of an archive, in order; other records are passed over.

    A truncated or damaged archive gives what was read before the damage, then a Failure.
    Raises InputError if the extra `warc` is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise InputError("needs the extra: pip install 'readout-news[warc]'") from error
    number = 0
    try:
        records = ArchiveIterator(str(path), record_types=WarcRecordType.response, auto_decode="all", fsspec_args=False)
        for number, record in enumerate(records, 1):
            found = _read_record(record, f"{name}:{number}")
            if found is not None:
                yield found
    except (OSError, EOFError, ValueError) as error:
        yield Failure(id=f"{name}:{number + 1}", stage="read", reason=f"damaged archive: {error}")
        return
    if number == 0:
        yield Failure(id=name, stage="read", reason="no responses in the archive")


def _read_record(record: Any, place: str) -> Page | Failure | None:
    """The page of one response; None if it is no HTML; a Failure if it is an error, too large or cut off."""
    get, http = record.headers.get, record.http_headers
    url = (get("WARC-Target-URI") or "").strip("<>")
    if http is None:
        return Failure(id=url or place, stage="read", reason="a response without HTTP headers, or cut off in them")
    if record.http_content_type not in _HTML:
        return None
    status = http.status_code
    if status is not None and status >= 300:
        return Failure(id=url or place, stage="read", reason=f"the server answered {status}") if status >= 400 else None
    body = record.reader.read(_LARGEST + 1)
    if len(body) > _LARGEST:
        return Failure(id=url or place, stage="read", reason=f"larger than {_LARGEST // 1_000_000} MB")
    if not body or body.isspace():
        return Failure(id=url or place, stage="read", reason="empty")
    return Page(
        # A record has an identifier of its own (ISO 28500, 5.4): to hash a page takes a third of the time to read it.
        id=identify(f"{url} {record.record_id or place}"),
        uri=url or place,
        place=url or place,
        body=decode_named(body, record.http_charset),
        media="html",
        url=url or None,
        fetched=get("WARC-Date") or None,
    )
