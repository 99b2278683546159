"""Bytes from files, decompressed with a ceiling, as lines or as a whole."""

from __future__ import annotations

import gzip
import zlib
from typing import IO, TYPE_CHECKING, Final, cast

import zstandard

from readout.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST: Final = 50_000_000  #: bytes of one page, text or JSON line
_CHUNK: Final = 1 << 20


def open_stream(path: Path) -> IO[bytes]:
    """The file's bytes, decompressed if its name ends in `.gz` or `.zst`. Raises InputError if it cannot be opened."""
    try:
        raw = path.open("rb")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}") from error
    if path.suffix.lower() == ".gz":
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw))
    if path.suffix.lower() in (".zst", ".zstd"):
        return cast(
            "IO[bytes]", zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(raw, read_across_frames=True)
        )
    return raw


def read_whole(stream: IO[bytes], largest: int = LARGEST) -> bytes:
    """All bytes of `stream`. Raises InputError if there are more than `largest`, or if they are damaged."""
    chunks: list[bytes] = []
    size = 0
    for chunk in _chunks(stream):
        size += len(chunk)
        if size > largest:
            raise InputError(f"larger than {largest // 1_000_000} MB")
        chunks.append(chunk)
    return b"".join(chunks)


def read_lines(stream: IO[bytes], longest: int = LARGEST) -> Iterator[bytes | InputError]:
    """The lines of `stream` without their line ends; a line longer than `longest` is an InputError in its place.

    Damage to a compressed stream ends it with an InputError.
    """
    pending: list[bytes] = []
    size = 0
    try:
        for chunk in _chunks(stream):
            *whole, rest = chunk.split(b"\n")
            for piece in whole:
                pending.append(piece)
                size += len(piece)
                yield b"".join(pending).removesuffix(b"\r") if size <= longest else _too_long(longest)
                pending, size = [], 0
            size += len(rest)
            if size <= longest:
                pending.append(rest)
            else:
                pending = []
    except InputError as error:
        yield error
        return
    if size:
        yield b"".join(pending).removesuffix(b"\r") if size <= longest else _too_long(longest)


def _too_long(longest: int) -> InputError:
    return InputError(f"line longer than {longest // 1_000_000} MB")


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The bytes piece by piece; what the operating system or the decompressor says against them is an InputError."""
    while True:
        try:
            chunk = stream.read(_CHUNK)
        except (EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError) as error:
            raise InputError(f"damaged compressed data: {error}") from error
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror or error}") from error
        if not chunk:
            return
        yield chunk
