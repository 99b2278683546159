"""The page is for every reader: contrast as WCAG 2 AA asks, names and landmarks that a screen reader can tell apart."""

import itertools
import re
from dataclasses import replace
from importlib import resources

import invented_report as invented
import pytest
from lxml import html as lxml_html

from readout.exporters.html import export_html

CSS = resources.files("readout.exporters.html").joinpath("assets/report.css").read_text("utf-8")
PALETTES = [
    dict(re.findall(r"--(\w+):(#\w+)", block))
    for block in re.findall(r":root[^{]*\{([^}]*)\}", CSS)
    if "--link" in block
]
WORDS = "ink soft faint link disputed compatible agreed single developing la lb lc ld le lf".split()
GROUNDS = "paper sheet wash".split()


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def test_the_page_has_a_light_palette_and_the_dark_one_twice():
    light, by_system, by_choice = PALETTES
    assert by_system == by_choice
    assert light.keys() == by_choice.keys()


@pytest.mark.parametrize("palette", PALETTES[:2], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground(palette):
    poor = [
        (word, ground, round(contrast(palette[word], palette[ground]), 2))
        for word, ground in itertools.product(WORDS, GROUNDS)
        if contrast(palette[word], palette[ground]) < 4.5
    ]
    assert not poor
    # On a marked stretch only full ink is dark (or light) enough, so the marks set it.
    assert all(contrast(palette["ink"], palette[ground]) >= 4.5 for ground in ("mark", "cut", "add", "chg"))


@pytest.mark.parametrize("palette", PALETTES[:2], ids=["light", "dark"])
def test_the_line_under_a_link_can_be_seen(palette):
    assert all(contrast(palette["thread"], palette[ground]) >= 3 for ground in GROUNDS)


def test_nothing_is_faded_by_opacity():
    assert not re.search(r"[{;]opacity:", CSS)


@pytest.fixture(scope="module")
def page():
    return lxml_html.document_fromstring(export_html(invented.report()))


def test_the_page_says_its_language_and_what_it_holds(page):
    assert page.get("lang") == "en"
    assert page.findtext(".//title") != "Readout"


def test_landmarks_stand_once_or_have_names_of_their_own(page):
    assert len(page.xpath("//header[not(ancestor::article or ancestor::section or ancestor::nav)]")) == 1
    assert len(page.xpath("//footer[not(ancestor::article or ancestor::section or ancestor::nav)]")) == 1
    assert len(page.xpath("//main")) == 1
    story = page.xpath("//article[contains(@class, 'story')]")[0]
    regions = story.xpath(".//section[@aria-labelledby] | .//*[@role='region'] | .//nav")
    names = [region.get("aria-label") or region.get("aria-labelledby") for region in regions]
    assert len(names) == len(set(names))
    assert all(page.xpath(f"//*[@id='{region}']") for region in page.xpath("//@aria-labelledby"))


def test_headings_skip_no_level(page):
    for top in page.xpath("//article[contains(@class, 'story')]"):
        levels = [int(heading.tag[1]) for heading in top.xpath(".//h1 | .//h2 | .//h3 | .//h4")]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_spoken_name_holds_the_words_that_are_seen():
    """A second place in one article is seen as a small number only."""
    report = invented.report()
    (dossier,) = report.dossiers
    point, *rest = dossier.points
    twice = [
        invented.span(*place) for place in (("wire", invented.WIRE, "10 people"), ("copy", invented.COPY, "10 people"))
    ]
    first, *others = point.accounts
    told = replace(point, accounts=(replace(first, evidence=(*first.evidence, *twice)), *others))
    page = lxml_html.document_fromstring(
        export_html(replace(report, dossiers=(replace(dossier, points=(told, *rest)),)))
    )
    links = page.xpath("//a[@aria-label][normalize-space()]")
    assert links
    assert all(link.text_content().strip() in link.get("aria-label") for link in links)


def test_what_is_reached_by_key_is_a_link_a_control_or_a_region(page):
    stops = page.xpath("//*[@tabindex='0']")
    assert stops
    assert all(stop.get("role") == "region" and stop.get("aria-label") for stop in stops)


def test_keys_of_one_letter_can_be_switched_off(page):
    assert page.xpath("//dialog[@id='legend']//input[@id='single-keys' and @type='checkbox']")
