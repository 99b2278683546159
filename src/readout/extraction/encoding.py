"""Bytes to text: the declared, marked or most likely encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from readout.errors import InputError

_SIGNATURES: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Final = (
    (b"%PDF-", "a PDF file"),
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"\x00asm", "a program"),
    (b"OggS", "sound or video"),
    (b"ID3", "sound"),
)
#: Control characters that no text of any common encoding holds (NUL is looked at on its own).
_CONTROLS: Final = bytes(range(1, 9)) + bytes(range(14, 27)) + bytes(range(28, 32))
_CHARSET: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_SAMPLE: Final = 65536
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def name_binary(body: bytes) -> str | None:
    """What kind of file this is, in words, if it is no text; None if it may be text."""
    head = body[:_SAMPLE]
    if head.startswith(tuple(mark for mark, _ in _SIGNATURES)):
        return None
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"AVI ", b"WAVE"):
        return "an image, sound or video"
    if head[4:8] == b"ftyp":
        return "a video"
    controls = sum(head.count(bytes([code])) for code in _CONTROLS)
    if controls * 50 > len(head):
        return "binary data"
    if head.count(0) * 10 > len(head) and _guess_utf16(head) is None:
        return "binary data"
    return None


def decode_text(body: bytes, *, declared: bool = False) -> str:
    """The text of `body`, line ends untouched, a leading encoding signature left out.

    Tried in order: signature, UTF-16 by its zero bytes, UTF-8, the charset that HTML or XML declares
    (`declared`), and the most likely legacy encoding (charset-normalizer). Undecodable bytes become U+FFFD.
    Raises InputError if it is no text.
    """
    binary = name_binary(body)
    if binary is not None:
        raise InputError(f"not text but {binary}")
    for mark, name in _SIGNATURES:
        if body.startswith(mark):
            return mend_surrogates(body.decode(name, "replace"))
    wide = _guess_utf16(body[:_SAMPLE])
    if wide is not None:
        return mend_surrogates(body.decode(wide, "replace"))
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(body, error.start):
            return body.decode("utf-8", "replace")
    return _decode_legacy(body, declared=declared)


def decode_named(body: bytes, charset: str | None) -> bytes | str:
    """The text, if a server named a legacy charset and it fits; else the bytes, whose encoding is found out later."""
    if charset is None:
        return body
    try:
        if codecs.lookup(charset).name in ("utf-8", "iso8859-1", "ascii"):
            return body
        return body.decode(charset)
    except (LookupError, UnicodeError):
        return body


def mend_surrogates(text: str) -> str:
    """`text` with each lone surrogate (which no UTF-8 output can hold) replaced by U+FFFD, one for one."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _decode_legacy(body: bytes, *, declared: bool) -> str:
    """Not UTF-8: by declaration, or by statistics over a sample."""
    names: list[str] = []
    if declared:
        names.extend(match.group(1).decode("ascii") for match in _CHARSET.finditer(body[:4096]))
    for name in names:
        try:
            known = codecs.lookup("cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii") else name)
            if known.name.startswith(("utf-16", "utf-32", "utf-8")) or not known._is_text_encoding:
                continue  # a page whose declaration could be read as ASCII is not in UTF-16
            return mend_surrogates(body.decode(known.name, "replace"))
        except LookupError:
            continue
    found = from_bytes(body[:_SAMPLE], cp_exclusion=["utf_16", "utf_32", "utf_7"])
    best = found.best()
    western = next((match for match in found if match.encoding in ("cp1252", "latin_1")), None)
    if best is None or (western is not None and (western.chaos, -western.coherence) <= (best.chaos, -best.coherence)):
        return mend_surrogates(body.decode("cp1252", "replace"))  # the commonest, where no other is likelier
    return mend_surrogates(body.decode(best.encoding, "replace"))


def _guess_utf16(head: bytes) -> str | None:
    """UTF-16 without a signature: Latin text has a zero in nearly every second byte, on one side only."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 2:
        return None
    if odd * 10 > half * 7 and even * 20 < half:
        return "utf-16-le"
    if even * 10 > half * 7 and odd * 20 < half:
        return "utf-16-be"
    return None


def _mostly_utf8(body: bytes, first_bad: int) -> bool:
    """Whether stray bytes stand in what is otherwise UTF-8: many good sequences of several bytes, few bad ones."""
    sample = body[max(0, first_bad - _SAMPLE) : first_bad + _SAMPLE]
    text = sample.decode("utf-8", "replace")
    bad = text.count("�")
    good = sum(1 for character in text if ord(character) > 127) - bad
    return good > 3 * bad
