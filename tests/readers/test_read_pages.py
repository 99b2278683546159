"""What comes in: folders, files, lines, feeds, archives, and everything that is wrong with them. All texts invented."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
import zstandard

from readout.errors import UsageError
from readout.readers import read_pages
from readout.types import Failure, Page

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Crane falls into harbour basin\n\nThe harbour authority said on Monday that it had closed the basin.\n"
HTML = "<html><body><article><h1>Crane falls</h1><p>The harbour authority said on Monday.</p></article></body></html>"


def pages(*paths: Path) -> list[Page | Failure]:
    return list(read_pages([str(path) for path in paths]))


def only_failure(*paths: Path) -> Failure:
    (found,) = pages(*paths)
    assert isinstance(found, Failure)
    return found


@pytest.mark.parametrize("sidecar", ['{"file": "a.txt"}', "3", '"a.txt"', "null", "{", ""])
def test_a_sidecar_that_is_no_list_is_a_failure_and_hides_no_file(tmp_path: Path, sidecar: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "articles.json").write_text(sidecar, encoding="utf-8")
    failure, page = pages(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.reason.startswith("sidecar: ")
    assert isinstance(page, Page)
    assert page.outlet is None


def test_a_folder_is_read_sorted_with_its_sidecar(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.json").write_text('{"points": []}', encoding="utf-8")
    rows = [{"file": "b.txt", "outlet": "The Example", "published": "2031-03-04", "title": None, "url": None}]
    (tmp_path / "articles.json").write_text(json.dumps(rows), encoding="utf-8")
    found = pages(tmp_path)
    assert all(isinstance(page, Page) for page in found)
    assert [page.file for page in found if isinstance(page, Page)] == ["a.html", "b.txt", "inner/c.txt"]
    second = found[1]
    assert isinstance(second, Page)
    assert second.outlet == "The Example"
    assert second.title is None
    assert second.body == TEXT.replace("\n", "\r\n")


def test_ids_of_files_depend_on_name_and_content_only(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, encoding="utf-8")
    first, second = pages(tmp_path / "one", tmp_path / "two")
    assert first.id == second.id
    (tmp_path / "two" / "a.txt").write_text(TEXT + "More.", encoding="utf-8")
    assert pages(tmp_path / "two")[0].id != first.id


def test_a_missing_path_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        pages(tmp_path / "missing")


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.html", b" \r\n\t ", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("report.txt", b"%PDF-1.7 and so on", "PDF"),
        ("packed.txt", gzip.compress(b"some text", mtime=0), "gzip"),
        ("broken.txt.gz", gzip.compress(TEXT.encode() * 99, mtime=0)[:-40], "damaged"),
        ("notgzip.txt.gz", b"plain text", "damaged"),
        ("empty.jsonl", b"\n \n", "no articles"),
        ("empty.rss", b"<rss><channel/></rss>", "no articles"),
        ("empty.tar", bytes(2048), "no articles"),
        ("bad.zip", b"PK\x03\x04 nothing more", "damaged"),
        ("bad.parquet", b"PAR1 nothing more", "Parquet"),
        ("bad.rss", b"<html><p>no feed</p></html>", "no feed"),
    ],
)
def test_what_cannot_be_read_is_a_failure_that_says_why(tmp_path: Path, name: str, body: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(body)
    failure = only_failure(tmp_path / name)
    assert reason in failure.reason
    assert failure.id == name


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert "cannot be read" in only_failure(path).reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_detected(tmp_path: Path, encoding: str) -> None:
    text = "The café said that the naïve crane had fallen into the basin on Monday — at nine.\n" * 5
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (page,) = pages(tmp_path / "a.txt")
    assert isinstance(page, Page)
    assert page.body == text


def test_json_lines_name_the_broken_line_and_go_on(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "x", "text": TEXT, "clean": True}),
        "",
        "{broken",
        json.dumps({"id": "y", "url": "http://example.org"}),
        json.dumps(["no object"]),
        json.dumps({"id": 7, "html": HTML, "published": 12}),
        '{"id": "z", "text": "a lone \\ud83d surrogate"}',
        "[" * 100_000,
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = pages(tmp_path / "a.jsonl")
    assert [item.id for item in found] == ["x", "a.jsonl:3", "y", "a.jsonl:5", "7", "z", "a.jsonl:8"]
    assert [isinstance(item, Failure) for item in found] == [False, True, True, True, False, False, True]
    assert [item.media for item in found if isinstance(item, Page)] == ["clean", "html", "text"]
    surrogate = found[5]
    assert isinstance(surrogate, Page)
    assert surrogate.body == "a lone \ufffd surrogate"


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_compressed_lines(tmp_path: Path, ending: str) -> None:
    body = (json.dumps({"id": "x", "text": TEXT}) + "\n").encode() * 3
    packed = gzip.compress(body, mtime=0) if ending == ".gz" else zstandard.compress(body)
    (tmp_path / f"a.jsonl{ending}").write_bytes(packed)
    assert [page.id for page in pages(tmp_path / f"a.jsonl{ending}")] == ["x", "x", "x"]


def test_a_gzip_bomb_is_stopped(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "bomb.txt.gz", "wb", compresslevel=1) as stream:
        for _ in range(120):
            stream.write(b"a" * 1_000_000)
    assert "larger than 50 MB" in only_failure(tmp_path / "bomb.txt.gz").reason


def test_a_line_without_end_is_stopped_and_the_next_is_read(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wb", compresslevel=1) as stream:
        for _ in range(60):
            stream.write(b"a" * 1_000_000)
        stream.write(b'\n{"id": "x", "text": "hello there"}\n')
    first, second = pages(tmp_path / "a.jsonl.gz")
    assert isinstance(first, Failure)
    assert second.id == "x"


def test_zip_and_tar_are_read_in_memory_and_climbing_names_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("01.txt", TEXT)
        archive.writestr("../climbs.txt", TEXT)
        archive.writestr("bomb.txt", b"a" * 30_000_000)
        archive.writestr("picture.png", b"\x89PNG")
        archive.writestr("articles.json", json.dumps([{"file": "01.txt", "outlet": "The Example"}]))
    found = {item.id if isinstance(item, Failure) else item.file: item for item in pages(tmp_path / "a.zip")}
    assert set(found) == {"a.zip/../climbs.txt", "a.zip/01.txt", "a.zip/bomb.txt"}
    page = found["a.zip/01.txt"]
    assert isinstance(page, Page)
    assert page.outlet == "The Example"
    with tarfile.open(tmp_path / "b.tgz", "w:gz") as tape:
        for name in ("b.txt", "/etc/a.txt"):
            info = tarfile.TarInfo(name)
            info.size = len(TEXT)
            tape.addfile(info, io.BytesIO(TEXT.encode()))
    assert [isinstance(item, Failure) for item in pages(tmp_path / "b.tgz")] == [False, True]


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Example</title><link>http://example.org/</link>
<item><title>Crane falls</title><link>http://example.org/a</link><pubDate>Tue, 04 Mar 2031 09:15:00 +0100</pubDate>
<dc:creator>Ana Bell</dc:creator><source url="http://wire.example">Example Wire</source>
<description>Short.</description>
<content:encoded><![CDATA[<p>The harbour authority said so.</p><p>It &amp; others agreed.</p>]]></content:encoded></item>
<item><title>No text</title><link>http://example.org/b</link></item>
</channel></rss>"""


def test_a_feed_gives_a_page_an_item_and_keeps_where_it_was_taken_from(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(RSS, encoding="utf-8")
    page, failure = pages(tmp_path / "feed.rss")
    assert isinstance(page, Page)
    assert page.body == "The harbour authority said so.\n\nIt & others agreed."
    assert (page.title, page.outlet, page.feed) == ("Crane falls", "The Example", "Example Wire")
    assert page.published == "2031-03-04T09:15:00+01:00"
    assert page.authors == ("Ana Bell",)
    assert isinstance(failure, Failure)
    assert failure.id == "http://example.org/b"


def test_an_atom_feed_and_a_json_feed(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title><entry><title>Crane falls</title>'
        '<link href="http://example.org/a"/><published>2031-03-04T09:15:00Z</published><author><name>Ana Bell</name></author>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It fell.</p></div></content></entry></feed>',
        encoding="utf-8",
    )
    item = {
        "id": "1",
        "url": "http://example.org/a",
        "content_text": "It fell.",
        "date_published": "2031-03-04T09:15:00Z",
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Example", "items": [item, 7]}
    (tmp_path / "b.json").write_text(json.dumps(feed), encoding="utf-8")
    atom, from_json, failure = pages(tmp_path)
    for page in (atom, from_json):
        assert isinstance(page, Page)
        assert (page.body, page.outlet, page.published) == ("It fell.", "The Example", "2031-03-04T09:15:00+00:00")
    assert isinstance(failure, Failure)


def test_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' + RSS.partition("\n")[2]
    (tmp_path / "bomb.rss").write_text(bomb, encoding="utf-8")
    outside = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><description>&a;</description></item></channel></rss>'
    (tmp_path / "outside.rss").write_text(outside, encoding="utf-8")
    assert all(isinstance(item, Failure) for item in pages(tmp_path))


def test_a_sitemap_says_that_it_holds_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<urlset><url><loc>http://example.org/a</loc></url></urlset>", encoding="utf-8")
    assert "1 addresses" in only_failure(tmp_path / "a.xml").reason


def _record(url: str, body: bytes, head: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html") -> bytes:
    http = head + b"\r\n\r\n" + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-03-04T09:15:00Z\r\n"
        b"Content-Type: application/http; msgtype=response\r\nWARC-Target-URI: " + url.encode() + b"\r\n"
        b"Content-Length: " + str(len(http)).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"
    )


def test_a_web_archive_gives_its_pages_and_survives_damage(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    good, missing = (
        _record("http://example.org/a", HTML.encode()),
        _record("http://example.org/b", b"x", b"HTTP/1.1 404 No"),
    )
    (tmp_path / "a.warc").write_bytes(good + missing)
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(good, mtime=0) + gzip.compress(good, mtime=0)[:120])
    (tmp_path / "c.warc").write_bytes(b"no archive at all")
    (tmp_path / "d.warc.zst").write_bytes(zstandard.compress(good))
    found = pages(tmp_path)
    read = [item for item in found if isinstance(item, Page)]
    assert [page.url for page in read] == ["http://example.org/a"] * 3
    assert read[0].fetched == "2031-03-04T09:15:00Z"
    assert sum(isinstance(item, Failure) for item in found) == 3


def test_parquet_rows_are_pages(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"id": ["x", "y"], "text": [TEXT, None], "noise": [1, 2]}), tmp_path / "a.parquet")
    page, failure = pages(tmp_path / "a.parquet")
    assert isinstance(page, Page)
    assert page.body == TEXT
    assert isinstance(failure, Failure)
