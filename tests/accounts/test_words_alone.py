"""Satire, opinion, transcripts, live blogs, debunking and the like: no confident dispute from words alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts import survey_accounts
from readout.language.genres import genre_of
from readout.types import Cited, Standing

GULLS = "Gulls follow every boat that leaves the harbour in summer."
CLAIM = "The coast guard says [coast guard|the trawler crossed the border line before dawn]."
FLIP = "The owner says [Bo Fenn|the trawler never crossed the border line before dawn]."


def survey(*texts, headlines=(), urls=()):
    found = []
    for number, text in enumerate((*texts, GULLS)):
        one = annotate(f"a{number}", f"Herald {number}", text, parsed=True)
        article = one.article
        if number < len(headlines) and headlines[number]:
            article = replace(article, headline=Cited(value=headlines[number], where="given"))
        if number < len(urls) and urls[number]:
            article = replace(article, url=urls[number])
        found.append(replace(one, article=article))
    return survey_accounts(pile(*found))


def disputes(surveyed):
    return [point for point in surveyed.points if point.standing is Standing.DISPUTED]


def test_the_plain_pair_is_a_dispute():
    assert len(disputes(survey(CLAIM, FLIP))) == 1


@pytest.mark.parametrize(
    ("headline", "url"),
    [
        ("Satire: Trawler apologises to border", ""),
        ("Trawler apologises to border | Humor", ""),
        ("", "https://herald.example/satire/trawler"),
        ("OPINION: The line was never there", ""),
        ("The line was never there - Editorial", ""),
        ("", "https://herald.example/opinion/the-line"),
    ],
)
def test_satire_and_opinion_are_left_out_and_counted(headline, url):
    surveyed = survey(CLAIM, FLIP, headlines=("", headline), urls=("", url))
    assert disputes(surveyed) == []
    assert len(surveyed.left_out) == 1
    assert all(item.evidence and item.reason for item in surveyed.left_out)


def test_a_plain_denial_told_in_an_opinion_piece_counts():
    text = "Bo Fenn denied [Bo Fenn|the claim that the trawler crossed the border line before dawn]."
    assert len(disputes(survey(CLAIM, text, headlines=("", "Opinion: The line")))) == 1
    assert disputes(survey(CLAIM, text, headlines=("", "Satire: The line"))) == []


def test_a_transcript_gives_no_dispute_from_words_alone():
    turns = (
        "FENN: The trawler never crossed the border line before dawn.\nHOST: And the line, who drew the border line?\n"
        "FENN: Nobody drew it.\nHOST: The coast guard says it crossed before dawn.\nFENN: Does it now?"
    )
    article = annotate("t", "Radio", turns).article
    assert genre_of(article) == "transcript"
    assert disputes(survey(CLAIM, turns)) == []


@pytest.mark.parametrize(
    "text",
    [
        "[Bo Fenn|he did not deny that the trawler crossed the border line before dawn]",
        "Bo Fenn never denied [Bo Fenn|the claim that the trawler crossed the border line before dawn].",
        "Bo Fenn declined to deny [Bo Fenn|that the trawler crossed the border line before dawn].",
        "Bo Fenn stopped short of denying [Bo Fenn|that the trawler crossed the border line before dawn].",
        "Nobody denied that.",
        "Bo Fenn would not reject the coast guard’s claim that the trawler crossed the border line before dawn.",
    ],
)
def test_a_denial_denied_is_none(text):
    assert disputes(survey(CLAIM + "\n" + text if text.startswith("Nobody") else CLAIM, text)) == []


def test_a_false_claim_quoted_to_debunk_it_is_nobodys():
    text = "A post shared widely says the trawler was full of gold.\nThis is false.\nThere was herring in it, and ice."
    assert disputes(survey(text, CLAIM)) == []


def test_sarcasm_in_quotation_marks_denies_nothing():
    text = 'So the trawler "never crossed" the "border line" before dawn, and the "denial" was "true".'
    assert disputes(survey(CLAIM, text)) == []


def test_a_live_blog_that_corrects_itself_is_no_dispute():
    blog = (
        "10:05 The trawler crossed the border line before dawn.\n"
        "11:40 Correction: the trawler did not cross the border line before dawn.\n"
        "12:10 The trawler is back in the harbour."
    )
    assert disputes(survey(blog)) == []


def test_fixtures_and_tables_are_no_dispute():
    one = "Holm 2 Brackwater 1\nSkerry 0 Ness 3\nLiars Cup, second leg: 4-1\nNo game: Holm, Ness"
    other = "Holm 1 Brackwater 1\nSkerry 2 Ness 2\nLiars Cup, second leg: 0-1\nFalse start: Holm"
    assert disputes(survey(one, other)) == []


def test_a_question_asserts_nothing():
    assert (
        disputes(survey(CLAIM, "The owner asks [Bo Fenn|did the trawler not cross the border line before dawn?]")) == []
    )
