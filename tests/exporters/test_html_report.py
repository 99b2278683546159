from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
from hashlib import sha256

import invented_report as invented
import pytest
from lxml import html as lxml_html

from readout.exporters.html import export_html
from readout.exporters.html.grid import MOST_COLUMNS, lay_grid, letter_of
from readout.exporters.html.index import Index
from readout.exporters.visible import ACTING
from readout.types import Dossier, Report, Story, StoryMaterial


def page_of(report: Report) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(
        export_html(report).encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8")
    )


def test_opens_with_the_story_in_one_screen():
    lead = page_of(invented.report()).xpath("//header[@class='lead']")[0]
    words = " ".join(lead.text_content().split())
    assert "3 articles, 2 named outlets, at most 2 independent origins" in words
    assert "10 March 2026" in words
    assert "How many people died?" in words
    assert "at least 10" in words
    assert "police" in words
    assert "14" in words


def test_numbers_of_the_opening_link_to_their_reasons():
    page = page_of(invented.report())
    targets = [link.get("href") for link in page.xpath("//p[@class='count']/a")]
    assert targets == ["#s1-articles", "#s1-articles", "#s1-origins"]


def test_every_link_inside_the_page_resolves():
    page = page_of(invented.report())
    names = set(page.xpath("//@id"))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= names


def test_every_cell_of_the_grid_links_to_its_words_or_is_silent():
    cells = page_of(invented.report()).xpath("//table[contains(@class,'grid')]/tbody//td")
    assert cells
    for cell in cells:
        assert bool(cell.xpath(".//a[contains(@class,'ev')]")) != bool(cell.xpath(".//span[@class='silent']"))


def test_silence_looks_unlike_denial():
    rows = page_of(invented.report()).xpath("//table[contains(@class,'grid')]/tbody/tr")
    denies, silent = rows[1].xpath("./td")
    assert "denial by" in denies.text_content()
    assert "not in Coast Daily" in denies.text_content()
    assert silent.get("class") == "none"
    assert silent.text_content().strip() == "silent"


def test_marked_places_hold_the_words_that_are_shown():
    report = invented.report()
    told = {a.article.id: a.article for d in report.dossiers for a in d.material.annotations}
    keys = dict(zip(("a1", "a2", "a3"), ("wire", "copy", "own"), strict=True))
    links = page_of(report).xpath("//td//p[@class='words']/a")
    assert len(links) == 3
    for link in links:
        key, start, end = re.fullmatch(r"(a\d+)\.(\d+)-(\d+)", link.get("data-at")).groups()
        assert told[keys[key]].text[int(start) : int(end)].split() == link.text_content().split()


@pytest.mark.parametrize("report", [invented.report(), invented.hostile()], ids=["invented", "hostile"])
def test_paragraphs_keep_every_code_point(report):
    page = page_of(report)
    for annotation, text in zip(
        report.dossiers[0].material.annotations, page.xpath("//div[@class='text']"), strict=True
    ):
        for block in text.xpath("./p"):
            stored = annotation.article.text[int(block.get("data-s")) : int(block.get("data-e"))]
            assert ACTING.sub("\ufffd", stored) == block.text_content()


def test_junk_is_labelled_and_kept():
    junk = page_of(invented.report()).xpath("//p[contains(@class,'junk')]")
    assert [(part.get("data-kind"), part.text_content()) for part in junk] == [("boilerplate", "Subscribe now!")]


def test_copies_are_told_in_words_and_kept_as_data():
    page = page_of(invented.report())
    edge = page.xpath("//button[@data-pair]")[0].text_content()
    assert "97% shared" in edge
    assert "1 headline changed, 1 phrase cut, 1 wording changed" in edge
    assert "+17 min" in edge
    pairs = json.loads(page.xpath("//script[@id='pairings']")[0].text_content())
    assert pairs["1"]["a"] == "a1"
    assert pairs["1"]["b"] == "a2"
    assert len(pairs["1"]["e"]) == 3


def test_failures_are_listed():
    assert "the file is empty" in page_of(invented.report()).xpath("//section[@id='failures']")[0].text_content()


def test_only_our_own_style_and_script_may_run():
    page = page_of(invented.report())
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        text = page.xpath(f"//head/{name}")[0].text_content()
        digest = base64.b64encode(sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_nothing_is_loaded():
    page = page_of(invented.report())
    assert not page.xpath("//*[@src or @srcset or self::link or self::iframe or self::object or @style]")
    assert not [link for link in page.xpath("//@href") if not link.startswith("#")]


def test_hostile_words_stay_words():
    text = export_html(invented.hostile())
    page = page_of(invented.hostile())
    assert len(page.xpath("//script")) == 2
    assert not page.xpath("//img")
    assert not ACTING.search(re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL).replace("\n", ""))
    text.encode("utf-8")


def test_the_same_report_gives_the_same_page():
    assert export_html(invented.report()) == export_html(invented.report())


def test_an_empty_pile_has_a_page():
    assert "Nothing in this pile could be used" in export_html(Report())


def test_many_origins_share_a_last_column():
    told = invented.material()
    kinds = invented.BlockKind
    articles = [invented.article(f"x{n}", invented.OWN, None, None, kinds.HEADLINE, kinds.BODY) for n in range(40)]
    many = StoryMaterial(
        story=Story(id="s", articles=tuple(a.id for a in articles)),
        annotations=tuple(invented.Annotation(article=a) for a in articles),
        copies=(),
        origins=tuple(invented.origin(f"n{n}", f"x{n}") for n in range(40)),
    )
    dossier = Dossier(id="d", headline="h", material=many)
    grid = lay_grid("s1", dossier, Index(Report(dossiers=(dossier,))))
    assert len(grid.columns) == MOST_COLUMNS + 1
    assert grid.columns[-1].name == "28 further origins"
    assert told.origins


def test_letters_go_on_after_z():
    assert [letter_of(number) for number in (0, 25, 26, 52)] == ["A", "Z", "AA", "BA"]


# ------------------------------------------------------------------ in a real browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def dump(path, fragment, tmp_path):
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
    command = [
        CHROMIUM,
        *flags.split(),
        f"--user-data-dir={tmp_path / 'profile'}",
        "--dump-dom",
        f"file://{path}{fragment}",
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=40, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip("the browser did not answer in time")
    if done.returncode or not done.stdout:
        pytest.skip("the browser does not start here")
    return lxml_html.document_fromstring(done.stdout, parser=lxml_html.HTMLParser(encoding="utf-8"))


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
def test_a_browser_runs_no_foreign_script(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(export_html(invented.hostile()), encoding="utf-8")
    page = dump(path, "", tmp_path)
    assert "pwned" not in page.xpath("//title/text()")[0].replace('document.title="pwned"', "").replace(
        "document.title='pwned'", ""
    )
    assert "js" in page.get("class").split()
    assert not page.xpath("//img")


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
def test_a_browser_marks_the_words_behind_an_emoji(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(export_html(invented.report()), encoding="utf-8")
    place = invented.span("wire", invented.WIRE, "in Orm")
    page = dump(path, f"#a1.{place.start}-{place.end}", tmp_path)
    assert "".join(page.xpath("//*[@id='drawer-text']//mark[@class='here']//text()")) == "in Orm"
