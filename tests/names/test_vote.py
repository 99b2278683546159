"""The vote on the kind of a name, and the words it reads."""

from __future__ import annotations

from readout.analysis.names import find_entities
from readout.analysis.names.entities import group_mentions
from readout.analysis.names.features import read_text, senses
from readout.analysis.names.mentions import find_mentions
from readout.analysis.names.tables import tables
from readout.analysis.names.vote import of_words, signs_of_use
from readout.analysis.names.words import read_words
from readout.language.names import vote_weights
from readout.types import Article, Block, BlockKind, Entity, EntityKind, Sentence


def entities(*sentences: str) -> dict[str, Entity]:
    text, places = "", []
    for sentence in sentences:
        places.append(Sentence(start=len(text), end=len(text) + len(sentence)))
        text += sentence + " "
    article = Article(
        id="x", uri="x", text=text, blocks=(Block(start=0, end=len(text), kind=BlockKind.BODY),), language="en"
    )
    return {entity.name: entity for entity in find_entities(article, places)}


def test_every_sign_of_words_is_a_known_kind_of_sign():
    known = vote_weights().rows
    assert {"bias", "mean p", "words=1", "step o 0"} <= known.keys()
    assert set(of_words(("bank", "of", "elm"))) & known.keys()


def test_the_words_of_a_body_outweigh_a_tagger_that_sees_none():
    found = entities("She wrote to the state Department of Lanterns on Friday.", "The Kelm Gazette had it first.")
    assert found["Department of Lanterns"].kind is EntityKind.ORGANISATION
    assert found["Kelm Gazette"].kind is EntityKind.ORGANISATION


def test_no_name_stands_in_an_address():
    line = read_words("Write to Ann_Lee@elm.example or see https://Elm.example/Board, says Ann Lee.", 0, 77)
    assert [word.text for word in line.words if word.raised] == ["Write", "Ann", "Lee"]


def test_a_handle_and_a_mark_without_a_host_are_read_as_before():
    line = read_words("Ken Rill@KELM wrote to @AnnLee", 0, 30)
    assert [word.text for word in line.words if word.raised] == ["Ken", "Rill", "KELM", "AnnLee"]


def test_words_are_looked_up_without_their_endings():
    assert "nperson" in senses("children")
    assert senses("ministers") == senses("minister")
    assert senses("walked")[0][0] == "v"
    assert senses("qwzrk") == ("none",)


def test_a_body_named_after_a_place_is_whole():
    found = entities("The Chicago Harbour Authority said that it will help the New York Lantern Authority.")
    assert {"Chicago Harbour Authority", "New York Lantern Authority"} <= set(found)


def test_a_name_in_a_list_is_told_by_its_neighbours():
    lines = [read_words(text, 0, len(text)) for text in ("They bought Zipkelm, Orvanto and Nestle last year.",)]
    groups = list(group_mentions(find_mentions(lines, read_text(lines), tables()), "").values())
    signs = [dict(found) for found in signs_of_use(groups, read_text(lines))]
    of_name = {" ".join(group.key): found for group, found in zip(groups, signs, strict=True)}
    assert "beside" in of_name["orvanto"]
    assert of_name["orvanto"]["beside o"] == max(of_name["zipkelm"]["mean o"], of_name["nestle"]["mean o"])
    assert "beside o" in vote_weights().rows
