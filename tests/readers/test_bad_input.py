"""Input that breaks others, as files in a pile: each is read or becomes a failure that says why, and the rest is read.

What stands in pages themselves (nesting, linked data, huge texts) is in tests/extraction/test_bad_pages.py. All invented.
"""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from readout import app
from readout.readers import read_pages
from readout.types import Failure, Page

if TYPE_CHECKING:
    from pathlib import Path

SENTENCES = (
    "The harbour authority said on Monday that it had closed the northern basin after a crane fell into the water.",
    "Two workers were taken to hospital, a spokeswoman for the port told reporters who had come to the gate.",
)
GOOD = f"<html><body><article><h1>Crane falls into basin</h1>{''.join(f'<p>{s}</p>' for s in SENTENCES)}</article></body></html>"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (gzip.compress(GOOD.encode(), mtime=0), "gzip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(64), "JPEG"),
        (b"GIF89a" + bytes(64), "GIF"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image"),
        (b"PK\x03\x04" + bytes(64), "zip"),
        (b"", "empty"),
        (b"\n \t\r\n", "empty"),
        (b"\x00" * 5000, "binary"),
    ],
)
def test_what_is_named_html_and_is_none(tmp_path: Path, body: bytes, reason: str) -> None:
    (tmp_path / "a.html").write_bytes(body)
    (tmp_path / "b.html").write_text(GOOD, encoding="utf-8")
    articles, (failure,) = app.read(tmp_path)
    assert reason in failure.reason
    assert [article.file for article in articles] == ["b.html"]


@pytest.mark.parametrize(
    ("declared", "written"),
    [("utf-8", "cp1252"), ("shift_jis", "utf-8"), ("utf-16", "utf-8"), ("no-such-charset", "utf-8"), ("", "cp1252"),
     ("windows-1252", "utf-8"), ("utf-8", "utf-16"), ("utf-8", "utf-8-sig")],
)  # fmt: skip
def test_a_charset_that_is_wrong_or_missing(tmp_path: Path, declared: str, written: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    cafe = "<p>The café by the gate stayed open all day, its owner said to a naïve visitor.</p></article>"
    page = GOOD.replace("<body>", f"<head>{meta}</head><body>").replace("</article>", cafe)
    (tmp_path / "a.html").write_bytes(page.encode(written))
    (article,), _ = app.read(tmp_path)
    assert "café by the gate" in article.text


BOMB = '<!DOCTYPE r [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
FEED = "<rss><channel><title>T</title><item><title>x</title><description>{}</description></item></channel></rss>"


@pytest.mark.parametrize(
    "feed",
    [
        BOMB + "]>" + FEED.format("&j;"),
        "<!-- " + "x" * 9000 + " -->" + BOMB + "]>" + FEED.format("&j;"),
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + FEED.format("&x;"),
        '<!DOCTYPE r SYSTEM "file:///etc/passwd">' + FEED.format("&x;"),
        '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>' + FEED.format("&y;"),
        FEED.format("&undefined;"),
        '<x xmlns:xi="http://www.w3.org/2001/XInclude"><rss><channel><item><description><xi:include href="/etc/passwd" parse="text"/></description></item></channel></rss></x>',
        "<urlset>" + BOMB.replace("<!DOCTYPE r [", "") + "</urlset>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_feeds_are_neither_expanded_nor_fetched(tmp_path: Path, feed: str, encoding: str) -> None:
    (tmp_path / "a.xml").write_bytes(feed.encode(encoding))
    for found in read_pages([str(tmp_path / "a.xml")]):
        told = found.reason if isinstance(found, Failure) else str(found.body)
        assert "root:" not in told
        assert "hahaha" not in told


def _record(url: str, body: bytes, length: int | None = None) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{url}>\r\nWARC-Date: 2031-03-04T09:15:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nWARC-Target-URI: http://news.example/{url}\r\n"
        f"Content-Length: {len(http) if length is None else length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


ONE, TWO = _record("one", GOOD.encode()), _record("two", GOOD.encode())


@pytest.mark.parametrize(
    "damaged",
    [
        ONE + TWO[:30],
        ONE + TWO[:240],
        ONE + TWO[: len(TWO) // 2],
        ONE + b"garbage between records\r\n\r\n" + TWO,
        ONE + _record("short", GOOD.encode(), 40) + TWO,
        ONE + _record("long", GOOD.encode(), 10**9),
        ONE + _record("negative", GOOD.encode(), -5),
        ONE + b"WARC/1.0\r\n" * 2000,
        ONE + bytes(5000),
        ONE + _record("chunked", b"zz\r\n").replace(b"text/html\r\n", b"text/html\r\nTransfer-Encoding: chunked\r\n"),
        ONE + _record("packed", b"no gzip").replace(b"text/html\r\n", b"text/html\r\nContent-Encoding: gzip\r\n"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_that_is_cut_off_or_damaged_gives_what_stands_before(
    tmp_path: Path, damaged: bytes, packed: bool
) -> None:
    pytest.importorskip("fastwarc")
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(gzip.compress(ONE, mtime=0) + gzip.compress(damaged[len(ONE) :], mtime=0) if packed else damaged)
    found = list(read_pages([str(path)]))
    assert isinstance(found[0], Page)
    assert found[0].url == "http://news.example/one"
    assert all(isinstance(item, Failure) or item.url for item in found)


@pytest.mark.parametrize(
    "body", [b"", b"WARC/1.0", bytes(100), b"\x1f\x8b\x08", gzip.compress(b"", mtime=0), b"%PDF-1.7"]
)
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_what_is_no_web_archive(tmp_path: Path, body: bytes, name: str) -> None:
    pytest.importorskip("fastwarc")
    (tmp_path / name).write_bytes(body)
    assert all(isinstance(item, Failure) for item in read_pages([str(tmp_path / name)]))


@pytest.mark.parametrize(
    ("body", "reason"), [(b"", "empty"), (b"no archive at all " * 40, "damaged, or neither a zip nor a tar archive")]
)
@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz"])
def test_what_is_no_archive_is_told_in_one_line(tmp_path: Path, name: str, body: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(body)
    assert [item.reason for item in read_pages([str(tmp_path / name)]) if isinstance(item, Failure)] == [reason]


def test_bombs_in_archives_and_names_and_links_that_climb_out(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.txt", "a" * 40_000_000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nested.zip", inner.getvalue())
        archive.writestr("flat.txt", "a" * 40_000_000)
        for name in ("../up.txt", "/root.txt", "a/../../up.txt", "C:\\up.txt", "..\\up.txt"):
            archive.writestr(name, SENTENCES[0])
        archive.writestr("good.html", GOOD)
    with tarfile.open(tmp_path / "b.tar", "w") as tape:
        for name, kind, target in (
            ("link.txt", tarfile.SYMTYPE, "/etc/passwd"),
            ("hard.txt", tarfile.LNKTYPE, "../../etc/passwd"),
            ("device.txt", tarfile.CHRTYPE, ""),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            tape.addfile(info)
    before = {path for path in tmp_path.parent.rglob("*") if path.is_file()}
    found = list(read_pages([str(tmp_path)]))
    assert [item.file for item in found if isinstance(item, Page)] == ["a.zip/good.html"]
    reasons = {item.id.partition("/")[2]: item.reason for item in found if isinstance(item, Failure)}
    assert "bomb" in reasons["flat.txt"]
    assert "inside an archive" in reasons["nested.zip"]
    assert sum("leads out" in reason for reason in reasons.values()) == 5
    assert {path for path in tmp_path.parent.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["a.tar.xz", "a.tar.bz2", "a.tgz", "lzma.zip", "bzip2.zip", "deflated.zip"])
def test_a_damaged_archive_is_a_failure_however_it_is_packed(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    body = bytes(range(256)) * 40 + SENTENCES[0].encode()
    if name.endswith(".zip"):
        packing = {"lzma": zipfile.ZIP_LZMA, "bzip2": zipfile.ZIP_BZIP2, "deflated": zipfile.ZIP_DEFLATED}
        with zipfile.ZipFile(path, "w", packing[path.stem]) as archive:
            archive.writestr("a.txt", body)
    else:
        with tarfile.open(path, "w:" + name[-3:].strip(".t")) as tape:
            info = tarfile.TarInfo("a.txt")
            info.size = len(body)
            tape.addfile(info, io.BytesIO(body))
    damaged = bytearray(path.read_bytes())
    for place in range(60, 160):
        damaged[place] ^= 0xFF
    path.write_bytes(damaged)
    found = list(read_pages([str(path)]))
    assert found
    assert all(isinstance(item, Failure) for item in found)


def test_a_zip_whose_names_are_not_in_the_encoding_they_claim(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("é.txt", SENTENCES[0])
    body = (tmp_path / "a.zip").read_bytes().replace("é".encode(), b"\xff\xff")
    (tmp_path / "a.zip").write_bytes(body)
    (failure,) = read_pages([str(tmp_path / "a.zip")])
    assert isinstance(failure, Failure)


def test_names_that_are_no_unicode_are_mended_so_that_a_report_can_be_written(tmp_path: Path) -> None:
    try:
        (tmp_path / "a\udcff.html").write_text(GOOD, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    with tarfile.open(tmp_path / "b.tar", "w") as tape:
        info = tarfile.TarInfo("c\udcff.html")
        info.size = len(GOOD.encode())
        tape.addfile(info, io.BytesIO(GOOD.encode()))
    assert {item.file for item in read_pages([str(tmp_path)]) if isinstance(item, Page)} == {
        "a\ufffd.html",
        "b.tar/c\ufffd.html",
    }
    app.report(tmp_path).to_json().encode("utf-8")


def test_a_packed_tar_is_read_from_front_to_back_whatever_the_names(tmp_path: Path) -> None:
    names = [f"{number:03}.txt" for number in range(400)]
    with tarfile.open(tmp_path / "a.tgz", "w:gz") as tape:
        for name in (*reversed(names), "articles.json"):
            body = (
                b'[{"file": "007.txt", "outlet": "The Example"}]' if name.endswith("json") else os.urandom(30_000).hex()
            )
            packed = body if isinstance(body, bytes) else body.encode()
            info = tarfile.TarInfo(name)
            info.size = len(packed)
            tape.addfile(info, io.BytesIO(packed))
    found = [item for item in read_pages([str(tmp_path / "a.tgz")]) if isinstance(item, Page)]
    assert [item.file for item in found] == [f"a.tgz/{name}" for name in reversed(names)]
    assert [item.file for item in found if item.outlet == "The Example"] == ["a.tgz/007.txt"]


def test_a_link_in_a_folder_that_leads_nowhere_or_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.html").symlink_to(tmp_path / "nowhere.html")
    (tmp_path / "b.html").symlink_to(tmp_path / "b.html")
    (tmp_path / "c").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "d.html").write_text(GOOD, encoding="utf-8")
    found = list(read_pages([str(tmp_path)]))
    assert [item.file for item in found if isinstance(item, Page)] == ["d.html"]
    assert sum(isinstance(item, Failure) for item in found) == 2


def test_a_live_blog_of_500_posts_keeps_the_time_of_each(tmp_path: Path) -> None:
    posts = "".join(
        f'<div class="post"><time datetime="2031-03-04T{9 + n // 60:02d}:{n % 60:02d}:00Z"></time><p>Post {n}: {SENTENCES[n % 2]}</p></div>'
        for n in range(500)
    )
    (tmp_path / "a.html").write_text(
        f"<html><body><h1>Crane: live</h1><article>{posts}</article></body></html>", encoding="utf-8"
    )
    (article,), _ = app.read(tmp_path)
    times = {
        article.text[block.start : block.end].partition(":")[0]: block.written.value
        for block in article.blocks
        if block.written
    }
    assert times["Post 0"] == "2031-03-04T09:00:00+00:00"
    assert times["Post 499"] == "2031-03-04T17:19:00+00:00"
    assert len(times) == 500
