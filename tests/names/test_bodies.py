"""Long names of bodies that were found in parts, and names that stand in one list."""

from __future__ import annotations

import pytest

from readout.analysis.names import find_entities
from readout.analysis.names.bodies import join_bodies
from readout.analysis.names.candidates import Candidate
from readout.analysis.names.features import read_text
from readout.analysis.names.mentions import find_mentions
from readout.analysis.names.tables import tables
from readout.analysis.names.words import read_words
from readout.types import Article, Block, BlockKind, Sentence
from steps import assert_linear


def names_in(sentence: str) -> list[str]:
    lines = [read_words(sentence, 0, len(sentence))]
    return [
        sentence[mention.candidate.start : mention.candidate.end]
        for mention in find_mentions(lines, read_text(lines), tables())
    ]


def joined(sentence: str, *parts: str) -> list[str]:
    """The names put together out of the `parts` of a sentence, given in order."""
    line = read_words(sentence, 0, len(sentence))
    words = line.words
    found: list[Candidate] = []
    for part in parts:
        at = sentence.index(part, found[-1].end if found else 0)
        inside = [n for n, word in enumerate(words) if at <= word.start and word.end <= at + len(part)]
        found.append(Candidate(words=words, low=inside[0], high=inside[-1] + 1))
    return [sentence[one.start : one.end] for one in join_bodies(line, found)]


@pytest.mark.parametrize(
    ("sentence", "parts", "whole"),
    [
        ("the Lantern and Bell Safety Board (LBSB) said", ["Lantern", "Bell Safety Board"], None),
        ("the Harbour Authority of New Kelm (HANK) met", ["Harbour Authority", "New Kelm"], None),
        ("the Agency for Lamp Co-operation in Elmland (ALCE) met", ["Agency for Lamp Co-operation", "Elmland"], None),
        ("the Kelm Centre on Lantern Research wrote", ["Kelm Centre", "Lantern Research"], None),
        ("the National Endowment for the Lanterns wrote", ["National Endowment", "Lanterns"], None),
        ("the Elm Workers' Union wrote", ["Elm Workers", "Union"], "Elm Workers' Union"),
    ],
)
def test_parts_of_one_body_are_put_together(sentence: str, parts: list[str], whole: str | None):
    first = sentence.index(parts[0])
    last = sentence.index(parts[-1]) + len(parts[-1])
    assert joined(sentence, *parts) == [whole or sentence[first:last]]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Elm College and the Ash Motors Company met", ["Elm College", "Ash Motors Company"]),
        ("Norway and the European Union met", ["Norway", "European Union"]),
        ("the Lamp League for the Elm Eagles", ["Lamp League", "Elm Eagles"]),
        ("Anna Keller of the Lantern Board (LLB) spoke", ["Anna Keller", "Lantern Board"]),
        ("Ann Lee's Union of workers", ["Ann Lee", "Union"]),
        ("the Elm Board at Kelm House met", ["Elm Board", "Kelm House"]),
    ],
)
def test_neighbours_that_are_two_stay_two(sentence: str, parts: list[str]):
    assert joined(sentence, *parts) == parts


def test_the_letters_in_a_bracket_do_not_reach_into_a_name_that_begins_before():
    assert joined("Old Ports Board (PB) and more", "Old Ports Board") == ["Old Ports Board"]


def test_a_long_name_is_found_whole_in_a_sentence():
    assert "Ports and Harbours Safety Agency" in names_in("She leads the Ports and Harbours Safety Agency (PHSA) now.")


@pytest.mark.parametrize(
    ("sentence", "part", "whole"),
    [
        ("the Kelm Center for Justice wrote", "Kelm Center", "Kelm Center for Justice"),
        (
            "the Ash Center for Lamp and Harbour Research wrote",
            "Ash Center",
            "Ash Center for Lamp and Harbour Research",
        ),
        ("the Office of Works and Roads wrote", "Office of Works", "Office of Works and Roads"),
        ("the Elm Board on Harbour Chairman Bo Ek", "Elm Board", "Elm Board on Harbour"),
        ("the Elm Board on Tuesday met", "Elm Board", "Elm Board"),
        ("the Elm Board for Anna Keller", "Elm Board", "Elm Board"),
        ("the Office of Works and Lantern Authority", "Office of Works", "Office of Works"),
    ],
)
def test_what_a_body_is_named_by_belongs_to_its_name(sentence: str, part: str, whole: str):
    assert joined(sentence, part) == [whole]


def test_a_body_named_by_what_it_deals_with_is_an_organisation_and_a_member_of_a_party_none():
    found = names_in("Lee wrote to the Joint Center for Lamp and Harbour Studies. Bo Ek, Ohio Republican, answered.")
    assert "Joint Center for Lamp and Harbour Studies" in found
    assert "Ohio Republican" not in found
    assert "Congress" in names_in("She wrote to the Department of Justice and Congress on Tuesday.")


def test_many_brackets_cost_no_square():
    def join(times):
        sentence = "the Elm Board (EB) " * times
        line = read_words(sentence, 0, len(sentence))
        found = [Candidate(words=line.words, low=n, high=n + 2) for n in range(1, len(line.words), 6)]
        join_bodies(line, found)

    assert_linear(join, 200)


def entities(*sentences: str) -> dict[str, list[str]]:
    """The names of a text with what is cited for each."""
    text, places = "", []
    for sentence in sentences:
        places.append(Sentence(start=len(text), end=len(text) + len(sentence)))
        text += sentence + " "
    block = Block(start=0, end=len(text), kind=BlockKind.BODY)
    article = Article(id="x", uri="x", text=text, blocks=(block,), language="en")
    return {one.name: [text[span.start : span.end] for span in one.evidence] for one in find_entities(article, places)}


def test_a_listed_body_that_is_named_with_s_keeps_it():
    found = entities("The Macy's shop and Burger King reported sales.", "A Macy's clerk was glad.")
    assert found["Macy's"] == ["Macy's", "Macy's"]


def test_an_owner_does_not_become_a_body():
    found = entities("Bob McDonald's lawyer spoke on Monday.", "McDonald's car was found in Oslo.")
    assert "McDonald's" not in found
    assert found["Bob McDonald"] == ["Bob McDonald", "McDonald"]


def test_a_mark_that_belongs_to_the_name_is_cited_with_it():
    assert found_marks("Shares of Yahoo! and AOL fell on Monday.") == ["Yahoo!"]
    assert found_marks("She shouted Lorvania! and AOL fell on Monday.") == []


def found_marks(sentence: str) -> list[str]:
    return [name for name in entities(sentence) if name.endswith("!")]


def test_an_s_written_apart_is_read_as_if_it_were_not():
    apart, whole = ("Anna Keller 's house", "Anna Keller's house")
    seen = [[(word.text, word.possessive) for word in read_words(text, 0, len(text)).words] for text in (apart, whole)]
    assert seen[0] == seen[1]
    assert [word.text for word in read_words("the boys ' s", 0, 12).words] == ["the", "boys", "'", "s"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Profits at Lampvale Bellworks, Inc. rose again.", "Lampvale Bellworks, Inc."),
        ("We met Elm Net Works LLC on Monday.", "Elm Net Works LLC"),
        ("It was bought by Ashworth Lenses AG in May.", "Ashworth Lenses AG"),
        ("He led the 65th Lantern Division for a year.", "65th Lantern Division"),
        ("He led the Third Fleet for a year.", "Third Fleet"),
    ],
)
def test_the_legal_form_and_the_number_of_a_unit_belong_to_its_name(sentence: str, name: str):
    assert name in names_in(sentence)


@pytest.mark.parametrize("sentence", ["Elmland AG Tom Miller sued the port.", "She sold Limited Edition prints."])
def test_what_only_looks_like_a_legal_form_makes_no_company(sentence: str):
    assert not any(name.endswith((" AG", " Limited")) for name in names_in(sentence))


def test_a_company_with_its_legal_form_says_what_its_short_name_is():
    text = "Anna Keller joined Ashworth GmbH in May. Ashworth would grow, she said."
    cut = text.index(". ") + 1
    sentences = [Sentence(start=0, end=cut), Sentence(start=cut + 1, end=len(text))]
    found = find_entities(article_of(text), sentences)
    assert {(one.kind.value, one.name, len(one.evidence)) for one in found} >= {("organisation", "Ashworth GmbH", 2)}


def article_of(text: str) -> Article:
    return Article(
        id="a", uri="a", text=text, blocks=(Block(start=0, end=len(text), kind=BlockKind.BODY),), language="en"
    )
