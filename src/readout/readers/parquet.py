"""Parquet files of articles, by pyarrow (the extra `parquet`); the columns are named as the fields of a JSON line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from readout.errors import InputError
from readout.readers.records import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readout.types import Failure, Page

_COLUMNS: Final = (
    "id", "text", "html", "url", "outlet", "title", "published", "updated", "authors", "feed", "clean", "file",
    "fetched",
)  # fmt: skip


def read_parquet(path: Path, name: str) -> Iterator[Page | Failure]:
    """One page a row, in order. Raises InputError if the file is damaged or the extra is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise InputError("needs the extra: pip install 'readout-news[parquet]'") from error
    try:
        file = pq.ParquetFile(path)
        columns = [column for column in _COLUMNS if column in file.schema_arrow.names]
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=columns):
            for row in batch.to_pylist():
                number += 1
                row["published"] = _words(row.get("published"))
                row["updated"] = _words(row.get("updated"))
                row["fetched"] = _words(row.get("fetched"))
                yield page_of(row, f"{name}:{number}")
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"damaged Parquet file: {error}") from error


def _words(value: object) -> str | None:
    """A date column may hold strings or timestamps."""
    if value is None or isinstance(value, str):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else None
