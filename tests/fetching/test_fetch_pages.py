"""Fetching: polite, within limits, to public addresses only; every failure is told and stops nothing. All invented."""

from __future__ import annotations

import gzip
import json
import shutil
import socket
import ssl
import subprocess
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from readout import app
from readout.errors import InputError, UsageError
from readout.fetching import Kept, Listed, fetch_pages, list_pages, read_wanted
from readout.fetching.addresses import is_public, parse_address
from readout.fetching.exchange import World
from readout.readers import read_pages
from readout.types import Failure, Page

if TYPE_CHECKING:
    from tests.fetching.conftest import Site

STORY = (
    "<html><head><title>Ferry runs aground</title></head><body><article><h1>Ferry runs aground</h1>"
    "<p>The coast guard said on Tuesday that a ferry had run aground off Port Alder.</p>"
    "<p>At least 12 people were hurt, it said, and the harbour was closed for the day.</p></article></body></html>"
)


def fetch(site: Site, folder: Path, *urls: str, most: int = 50, **limits: float) -> list[Kept | Failure]:
    return list(fetch_pages(urls, folder, site.settings(**limits), most))


def reason(site: Site, folder: Path, url: str, **limits: float) -> str:
    (found,) = fetch(site, folder, url, **limits)
    assert isinstance(found, Failure), found
    assert found.stage == "fetch"
    assert found.id == url
    return found.reason


def test_what_is_fetched_is_read_with_its_address_and_time(site: Site, tmp_path: Path) -> None:
    site.page("/ferry", STORY)
    (kept,) = fetch(site, tmp_path, site.url("/ferry#comments"))
    assert isinstance(kept, Kept)
    assert (kept.url, kept.status) == (site.url("/ferry"), "new")
    (page,) = read_pages([str(tmp_path)])
    assert isinstance(page, Page)
    assert (page.url, page.fetched) == (site.url("/ferry"), "2031-03-04T09:15:01+00:00")
    (article,), failures = app.read(tmp_path)
    assert not failures
    assert article.headline is not None
    assert article.headline.value == "Ferry runs aground"
    assert article.fetched == "2031-03-04T09:15:01+00:00"


def test_we_say_who_we_are_and_accept_what_we_can_read(site: Site, tmp_path: Path) -> None:
    site.page("/ferry", STORY)
    fetch(site, tmp_path, site.url("/ferry"))
    headers = site.asked[-1][1]
    assert headers["User-Agent"] == "Readout/0 (+desk@paper.example)"
    assert headers["Host"] == f"news.example:{site.port}"


def test_a_failure_is_told_and_stops_nothing(site: Site, tmp_path: Path) -> None:
    site.page("/ferry", STORY)
    site.page("/broken", "gone wrong", status=500)
    urls = [site.url("/missing"), "ftp://news.example/a", site.url("/broken"), "nonsense", site.url("/ferry")]
    found = fetch(site, tmp_path, *urls)
    assert [item.id if isinstance(item, Failure) else item.url for item in found] == urls
    reasons = [item.reason for item in found if isinstance(item, Failure)]
    assert "404" in reasons[0]
    assert "http://" in reasons[1]
    assert "500" in reasons[2]


@pytest.mark.parametrize(
    ("body", "media", "said"),
    [
        (b"%PDF-1.7", "application/pdf", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "image/png"),
        (b"%PDF-1.7 and so on", "text/html", "a PDF file"),
        (b"  \n ", "text/html", "empty"),
        (b'{"a": 1}', "application/json", "no feed"),
    ],
)
def test_what_is_no_page_is_refused(site: Site, tmp_path: Path, body: bytes, media: str, said: str) -> None:
    site.page("/x", body, media)
    assert said in reason(site, tmp_path, site.url("/x"))


# ------------------------------------------------------------------ manners


def test_robots_are_obeyed_with_wildcards_and_the_longest_match(site: Site, tmp_path: Path) -> None:
    robots = "User-agent: *\nDisallow: /private\nDisallow: /*.print$\nAllow: /private/open\nCrawl-delay: 7\n"
    site.page("/robots.txt", robots, "text/plain")
    for path in ("/private/a", "/private/open", "/a.print", "/a"):
        site.page(path, STORY)
    found = fetch(site, tmp_path, *(site.url(path) for path in ("/private/a", "/private/open", "/a.print", "/a")))
    assert [isinstance(item, Kept) for item in found] == [False, True, False, True]
    assert "robots.txt" in found[0].reason if isinstance(found[0], Failure) else False
    assert site.paths() == ["/private/open", "/a"]
    assert sum(path == "/robots.txt" for path, _ in site.asked) == 1
    assert site.slept == [1.0, 7.0]


def test_a_robot_that_is_named_has_rules_of_its_own(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", "User-agent: readout\nDisallow: /\n\nUser-agent: *\nAllow: /\n", "text/plain")
    assert "robots.txt" in reason(site, tmp_path, site.url("/ferry"))


def test_a_site_whose_robots_cannot_be_read_is_closed(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", "", status=503)
    site.page("/ferry", STORY)
    assert "robots.txt could not be read" in reason(site, tmp_path, site.url("/ferry"))
    assert site.paths() == []


def test_requests_to_one_host_are_kept_apart(site: Site, tmp_path: Path) -> None:
    site.page("/a", STORY)
    site.page("/b", STORY)
    fetch(site, tmp_path, site.url("/a"), site.url("/b"))
    assert site.slept == [1.0, 1.0]


def test_a_busy_server_is_asked_once_more_when_it_says(site: Site, tmp_path: Path) -> None:
    answers = iter([(503, {"Retry-After": "5"}, b""), (200, {"Content-Type": "text/html"}, STORY.encode())])
    site.pages["/ferry"] = lambda _: next(answers)
    (kept,) = fetch(site, tmp_path, site.url("/ferry"))
    assert isinstance(kept, Kept)
    assert 5.0 in site.slept


def test_a_server_that_stays_busy_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.page("/ferry", "", status=429, Retry_After="²")  # a digit to Python, but no number
    assert "429" in reason(site, tmp_path, site.url("/ferry"))
    site.page("/ferry", "", status=429, Retry_After="86400")
    assert "429" in reason(site, tmp_path, site.url("/ferry"))
    assert site.paths() == ["/ferry", "/ferry"]


# ------------------------------------------------------------------ addresses


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 192.0.2.1 198.18.0.1 224.0.0.1
    240.0.0.1 255.255.255.255 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fec0::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1
    ::ffff:10.0.0.1 2002:7f00:1:: 2002:0a00:0001:: 64:ff9b::7f00:1 64:ff9b::a00:1 2001:0:7f00:1::1 ::127.0.0.1
    localhost""".split(),
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


def test_the_world_as_users_have_it_admits_public_addresses_only(tmp_path: Path) -> None:
    assert World().admits is is_public
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        port = listener.getsockname()[1]
        for host in ("127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1"):
            (found,) = app.fetch(f"http://{host}:{port}/", folder=tmp_path)
            assert isinstance(found, Failure)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_redirect_is_checked_like_any_address(site: Site, tmp_path: Path) -> None:
    site.page("/away", "", status=302, Location=site.url("/secret", "inside.example"))
    site.page("/file", "", status=301, Location="file:///etc/passwd")
    site.page("/secret", STORY)
    assert "no public address" in reason(site, tmp_path, site.url("/away"))
    assert "http://" in reason(site, tmp_path, site.url("/file"))
    assert "/secret" not in site.paths()


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, tmp_path: Path) -> None:
    """A name that is public when asked first and private ever after (DNS rebinding) is asked once per connection."""
    answers = iter(["127.0.0.1"])
    settings = site.settings()
    asked = []

    def resolve(host: str) -> tuple[str, ...]:
        asked.append(host)
        return (next(answers, "10.0.0.7"),)

    world = World(resolve=resolve, admits=settings.world.admits, clock=settings.world.clock, sleep=settings.world.sleep)
    from readout.fetching.exchange import Limits, ask

    site.page("/ferry", STORY)
    answer = ask(parse_address(site.url("/ferry")), {}, Limits(), world)
    assert answer.status == 200
    assert asked == ["news.example"]
    with pytest.raises(InputError, match="no public address"):
        ask(parse_address(site.url("/ferry")), {}, Limits(), world)


def test_redirects_are_followed_but_not_for_ever(site: Site, tmp_path: Path) -> None:
    site.page("/old", "", status=301, Location="/new?page=1")
    site.page("/new?page=1", STORY)
    site.page("/round", "", status=302, Location="/round")
    kept, failure = fetch(site, tmp_path, site.url("/old"), site.url("/round"))
    assert isinstance(kept, Kept)
    assert (kept.asked, kept.url) == (site.url("/old"), site.url("/new?page=1"))
    assert isinstance(failure, Failure)
    assert "redirects" in failure.reason


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("HTTP://News.Example:80/a b".replace(" ", "%20"), "http://news.example/a%20b"),
        ("https://news.example", "https://news.example/"),
        ("https://münchen.example/straße?q=ö", "https://xn--mnchen-3ya.example/stra%C3%9Fe?q=%C3%B6"),
        ("https://news.example./a?b=c&d=%20#e", "https://news.example/a?b=c&d=%20"),
        ("http://[2606:4700::1111]:8080/", "http://[2606:4700::1111]:8080/"),
    ],
)
def test_addresses_are_made_plain(url: str, plain: str) -> None:
    assert parse_address(url).url == plain


@pytest.mark.parametrize(
    "url",
    ["", "news.example/a", "javascript:alert(1)", "http://", "http://a b/", "http://user:pass@news.example/",
     "http://news.example:99999/", "http://news.example/\r\nHost: x", "http://[::1", "x" * 5000],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(InputError):
        parse_address(url)


# ------------------------------------------------------------------ limits


def test_too_large_a_page_is_refused_by_its_length_and_by_its_bytes(site: Site, tmp_path: Path) -> None:
    site.page("/long", b"a" * 200_000)
    site.raw["/endless"] = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"a" * 200_000
    assert "larger" in reason(site, tmp_path, site.url("/long"), size=100_000)
    assert "larger" in reason(site, tmp_path, site.url("/endless"), size=100_000)


def test_a_packed_bomb_is_stopped(site: Site, tmp_path: Path) -> None:
    site.page("/bomb", gzip.compress(b"a" * 50_000_000), Content_Encoding="gzip")
    site.page("/flat", zlib.compress(STORY.encode()), Content_Encoding="deflate")
    assert "larger" in reason(site, tmp_path, site.url("/bomb"), size=1_000_000)
    assert isinstance(fetch(site, tmp_path, site.url("/flat"))[0], Kept)


def test_a_server_that_trickles_is_stopped(dripper: int, site: Site, tmp_path: Path) -> None:
    found = list(fetch_pages([f"http://slow.example:{dripper}/"], tmp_path, site.settings(whole=0.4), 1))
    assert isinstance(found[0], Failure)
    assert "longer than 0.4 seconds" in found[0].reason


@pytest.mark.parametrize(
    "raw",
    [b"", b"no http at all\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\nshort",
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nbad",
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nno gzip",
     b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n"],
)  # fmt: skip
def test_broken_answers(site: Site, tmp_path: Path, raw: bytes) -> None:
    site.raw["/x"] = raw
    assert reason(site, tmp_path, site.url("/x"))


def test_nobody_at_home(tmp_path: Path, site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "no connection" in reason(site, tmp_path, f"http://news.example:{port}/")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of our own for news.example, and its key, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    path = tmp_path / "own.pem"
    made = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=x -addext subjectAltName=DNS:news.example -keyout {path}.key -out {path}"
    subprocess.run(["openssl", *made.split()], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.key").read_bytes())
    return path


@pytest.mark.parametrize(
    ("host", "trusted", "said"),
    [("news.example", True, ""), ("other.example", True, "hostname"), ("news.example", False, "certificate")],
)
def test_a_certificate_must_hold_for_the_name_that_was_asked_for(
    site: Site, tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch, host: str, trusted: bool, said: str
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    if trusted:
        monkeypatch.setattr("readout.fetching.exchange.certifi.where", lambda: str(certificate))
    site.page("/ferry", STORY)
    (found,) = fetch(site, tmp_path / "out", site.url("/ferry", host).replace("http:", "https:"))
    assert isinstance(found, Kept) if not said else isinstance(found, Failure) and said in found.reason.lower(), found


# ------------------------------------------------------------------ the folder as memory


def test_only_what_has_changed_is_sent_again(site: Site, tmp_path: Path) -> None:
    def answer(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if headers.get("If-None-Match") == '"one"':
            return 304, {}, b""
        return 200, {"Content-Type": "text/html", "ETag": '"one"'}, STORY.encode()

    site.pages["/ferry"] = answer
    first = fetch(site, tmp_path, site.url("/ferry"))
    again = fetch(site, tmp_path, site.url("/ferry"))
    assert [item.status for item in (*first, *again) if isinstance(item, Kept)] == ["new", "unchanged"]
    assert len(list(tmp_path.glob("*.html"))) == 1
    (row,) = json.loads((tmp_path / "articles.json").read_text(encoding="utf-8"))
    assert row["fetched"] < row["checked"]


def test_the_same_bytes_are_not_stored_twice_and_others_are_a_version(site: Site, tmp_path: Path) -> None:
    site.page("/ferry", STORY)
    fetch(site, tmp_path, site.url("/ferry"))
    (same,) = fetch(site, tmp_path, site.url("/ferry"))
    site.page("/ferry", STORY.replace("12 people", "14 people"))
    (other,) = fetch(site, tmp_path, site.url("/ferry"))
    assert isinstance(same, Kept)
    assert isinstance(other, Kept)
    assert (same.status, other.status) == ("unchanged", "changed")
    pile = app.report(tmp_path)
    (dossier,) = pile.stories
    (annotation,) = dossier.material.annotations
    assert "14 people" in annotation.article.text
    assert len(annotation.article.versions) == 1


def test_rows_of_others_in_the_sidecar_stay(site: Site, tmp_path: Path) -> None:
    (tmp_path / "articles.json").write_text('[{"file": "own.txt", "outlet": "The Example"}]', encoding="utf-8")
    (tmp_path / "own.txt").write_text("A crane fell into the basin on Monday, the port said.", encoding="utf-8")
    site.page("/ferry", STORY)
    fetch(site, tmp_path, site.url("/ferry"))
    assert {page.outlet for page in read_pages([str(tmp_path)]) if isinstance(page, Page)} == {"The Example", None}


def test_a_folder_that_cannot_be_used_is_wrong_use(site: Site, tmp_path: Path) -> None:
    (tmp_path / "articles.json").write_text("{broken", encoding="utf-8")
    with pytest.raises(UsageError, match=r"articles\.json"):
        fetch(site, tmp_path, site.url("/ferry"))


def test_the_charset_of_the_server_counts(site: Site, tmp_path: Path) -> None:
    body = STORY.replace("ferry had", "ferry „Жар-птица“ had").encode("koi8-r", "replace")
    site.page("/ferry", body, "text/html; charset=KOI8-R")
    fetch(site, tmp_path, site.url("/ferry"))
    (article,), _ = app.read(tmp_path)
    assert "Жар-птица" in article.text


# ------------------------------------------------------------------ lists

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>BASE/old</loc><news:news><news:publication_date>2031-03-01T08:00:00Z</news:publication_date>
<news:title>Crane falls</news:title></news:news></url>
<url><loc>BASE/ferry</loc><lastmod>2031-03-09</lastmod><news:news><news:publication><news:name>The Example</news:name>
</news:publication><news:publication_date>2031-03-04T08:00:00Z</news:publication_date>
<news:title>Ferry runs aground</news:title></news:news></url>
<url><loc>mailto:nobody</loc></url>
</urlset>"""


def test_a_news_sitemap_gives_addresses_and_its_newest_are_fetched(site: Site, tmp_path: Path) -> None:
    sitemap = SITEMAP.replace("BASE", site.url(""))
    site.page("/news.xml", sitemap, "application/xml")
    site.page("/ferry", STORY)
    site.page("/old", STORY.replace("Ferry", "Crane"))
    listed = list(list_pages([site.url("/news.xml")], site.settings(), 10))
    assert listed[:2] == [
        Listed(url=site.url("/ferry"), title="Ferry runs aground", published="2031-03-04T08:00:00+00:00"),
        Listed(url=site.url("/old"), title="Crane falls", published="2031-03-01T08:00:00+00:00"),
    ]
    assert isinstance(listed[2], Failure)
    (newest,) = fetch(site, tmp_path, site.url("/news.xml"), most=1)
    assert isinstance(newest, Kept)
    assert newest.url == site.url("/ferry")


def test_a_sitemap_index_packed_or_not_leads_to_its_sitemaps(site: Site, tmp_path: Path) -> None:
    sitemap = SITEMAP.replace("BASE", site.url(""))
    index = f"<sitemapindex><sitemap><loc>{site.url('/news.xml.gz')}</loc></sitemap></sitemapindex>"
    site.page("/index.xml", index, "text/xml")
    site.page("/news.xml.gz", gzip.compress(sitemap.encode()), "application/gzip")
    site.page("/ferry", STORY)
    found = fetch(site, tmp_path, site.url("/index.xml"), most=2)
    assert [isinstance(item, Kept) for item in found] == [True, False]
    assert "404" in found[1].reason if isinstance(found[1], Failure) else False


def test_a_feed_on_disk_and_lines_give_addresses(site: Site, tmp_path: Path) -> None:
    feed = "<rss><channel><title>T</title><item><title>Ferry</title><link>http://news.example/a</link></item></channel></rss>"
    (tmp_path / "feed.rss").write_text(feed, encoding="utf-8")
    lines = f"# a comment\n\n{site.url('/ferry')}\n" + json.dumps({"url": site.url("/x"), "title": "X"}) + "\n{broken\n"
    (tmp_path / "lines.txt").write_text(lines, encoding="utf-8")
    found = list(read_wanted([str(tmp_path / "feed.rss"), str(tmp_path / "lines.txt"), "http://news.example/b"]))
    assert found[:3] == [
        Listed(url="http://news.example/a", title="Ferry"),
        site.url("/ferry"),
        Listed(url=site.url("/x"), title="X"),
    ]
    assert isinstance(found[3], Failure)
    assert found[4] == "http://news.example/b"


@pytest.mark.parametrize(
    "body",
    ['<!DOCTYPE x [<!ENTITY a "b">]><urlset><url><loc>&a;</loc></url></urlset>', "<urlset", "<x/>", "{}", "[]"],
)
def test_broken_lists(site: Site, tmp_path: Path, body: str) -> None:
    site.page("/list", body, "application/xml")
    assert [item for item in fetch(site, tmp_path, site.url("/list")) if isinstance(item, Kept)] == []
