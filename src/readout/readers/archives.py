"""Archives of articles: zip and tar, read in memory with ceilings, never unpacked to disk."""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from readout.errors import InputError
from readout.readers.records import SIDECAR
from readout.readers.streams import LARGEST, read_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST: Final = 200_000  #: members
_LARGEST_ALL: Final = 4_000_000_000  #: bytes unpacked, over all members
_STEEPEST: Final = 400  #: unpacked by packed size; text packs to a fifth at best, a bomb to a thousandth
#: What the libraries say against a damaged archive, or one packed in a way they do not know (RuntimeError).
_DAMAGED: Final = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError),
    *(EOFError, OSError, RuntimeError, UnicodeDecodeError),
)


def read_members(path: Path) -> Iterator[tuple[str, bytes | InputError]]:
    """The regular files in an archive, each its bytes or why it cannot be read.

    Sidecars come first, since one has to be read before what it speaks of; then those of a zip in order of name, those
    of a tar as they stand in it. Raises InputError if the archive itself is damaged or too large.
    """
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from _read_zip(archive)
        else:
            with _open_tar(path) as tape:
                yield from _read_tar(tape)
    except _DAMAGED as error:
        raise InputError(f"damaged archive: {error}") from error


def _open_tar(path: Path) -> tarfile.TarFile:
    try:
        return tarfile.open(path, mode="r:*")
    except tarfile.ReadError as error:  # says in five lines what each way of packing lacks
        raise InputError(
            "empty" if not path.stat().st_size else "damaged, or neither a zip nor a tar archive"
        ) from error


def _read_zip(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes | InputError]]:
    members = sorted(
        (info for info in archive.infolist() if not info.is_dir()),
        key=lambda info: (not _is_sidecar(info.filename), info.filename),
    )
    _check_sizes(len(members), sum(info.file_size for info in members))
    for info in members:
        name = info.filename
        refusal = _refuse(name, info.file_size)
        if refusal is None and info.flag_bits & 0x1:
            refusal = InputError("is encrypted")
        if refusal is None and info.file_size > 1_000_000 and info.file_size > _STEEPEST * max(1, info.compress_size):
            refusal = InputError("expands too far to be text (a zip bomb)")
        if refusal is not None:
            yield name, refusal
            continue
        try:
            with archive.open(info) as stream:
                yield name, _whole(stream)
        except _DAMAGED as error:
            yield name, InputError(f"damaged: {error}")


def _read_tar(tape: tarfile.TarFile) -> Iterator[tuple[str, bytes | InputError]]:
    members: list[tarfile.TarInfo] = []
    size = 0
    for number, member in enumerate(tape, 1):
        size += member.size
        _check_sizes(number, size)
        if member.isfile():
            members.append(member)
    # Not by name: to go back in a compressed tar is to unpack it again from its start.
    for member in sorted(members, key=lambda member: (not _is_sidecar(member.name), member.offset)):
        refusal = _refuse(member.name, member.size)
        stream = tape.extractfile(member) if refusal is None else None
        if refusal is not None:
            yield member.name, refusal
        elif stream is not None:
            yield member.name, _whole(stream)


def _is_sidecar(name: str) -> bool:
    return PurePosixPath(name).name == SIDECAR


def _whole(stream: IO[bytes]) -> bytes | InputError:
    try:
        return read_whole(stream)
    except InputError as error:
        return error


def _check_sizes(count: int, size: int) -> None:
    """Raises InputError if an archive holds too many members, or too many bytes in all of them."""
    if count > _MOST:
        raise InputError(f"more than {_MOST} files in one archive")
    if size > _LARGEST_ALL:
        raise InputError(f"an archive that unpacks to more than {_LARGEST_ALL // 1_000_000_000} GB")


def _refuse(name: str, size: int) -> InputError | None:
    """Why a member is not read; its name is never used as a path, but one that climbs is a sign of ill will."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if name.startswith(("/", "\\")) or ".." in parts or (parts and parts[0].endswith(":")):
        return InputError("a path that leads out of its archive")
    if size > LARGEST:
        return InputError(f"larger than {LARGEST // 1_000_000} MB")
    return None
