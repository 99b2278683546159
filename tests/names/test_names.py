"""Names of one article: what is found, its kind, its short forms and roles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.analysis.names import find_entities
from readout.analysis.names.words import read_words
from readout.language.names import _bodies, government_of, names
from readout.language.sentences import split_sentences
from readout.text.fold import fold
from readout.types import Article, Block, BlockKind, Entity, EntityKind, Sentence
from steps import assert_linear


def entities(*paragraphs: str) -> dict[str, Entity]:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(start=at, end=at + len(paragraph), kind=BlockKind.BODY))
        at += len(paragraph) + 2
    article = Article(id="a", uri="a", text=text, blocks=tuple(blocks), language="en")
    sentences = [
        Sentence(start=start, end=end)
        for block in blocks
        for start, end in split_sentences(text, block.start, block.end)
    ]
    found = find_entities(article, sentences)
    for entity in found:
        for span in entity.evidence:
            assert article.words(span).strip() == article.words(span)
    return {entity.name: entity for entity in found}


def mentions(entity: Entity, text: str) -> list[str]:
    return [text[span.start : span.end] for span in entity.evidence]


def test_a_title_is_a_role_and_not_part_of_the_name():
    found = entities("Danish Finance Minister Karen Lindqvist met Gov. Peter Byrne in Oslo.")
    assert found["Karen Lindqvist"].kind is EntityKind.PERSON
    assert found["Karen Lindqvist"].roles == ("Danish Finance Minister",)
    assert found["Peter Byrne"].roles == ("Gov.",)
    assert found["Oslo"].kind is EntityKind.PLACE


def test_an_office_of_several_words_before_a_name():
    found = entities("Director of National Intelligence Paul Haddad and Secretary of State Laura Novak agreed.")
    assert found["Paul Haddad"].roles == ("Director of National Intelligence",)
    assert found["Laura Novak"].roles == ("Secretary of State",)


def test_a_surname_alone_is_the_person_of_that_name():
    text = "Maria Okafor spoke first. Okafor said no. “We know,” Okafor’s lawyer said."
    found = entities(text)
    assert mentions(found["Maria Okafor"], text) == ["Maria Okafor", "Okafor", "Okafor"]
    assert "Okafor" not in found


def test_a_surname_goes_to_the_person_written_with_an_initial_and_without():
    found = entities("Ivan T. Novak spoke. Novak said no.", "Ivan Novak left early, and Novak did not come back.")
    assert [len(entity.evidence) for name, entity in found.items() if "Novak" in name] == [4]


def test_father_and_son_in_one_text_are_two():
    found = entities("President Ivan Novak met Ivan Novak Jr. in Lyon.", "Novak Jr. smiled.", "Mr. Novak spoke.")
    assert {"Ivan Novak", "Ivan Novak Jr."} <= set(found)
    assert [len(found[name].evidence) for name in ("Ivan Novak", "Ivan Novak Jr.")] == [2, 2]


def test_the_last_word_of_one_organisation_is_that_organisation():
    text = "The Quorl Valley Ledger said so. On Monday the Ledger added that the mayor had asked the Ledger to wait."
    found = entities(text)
    assert mentions(found["Quorl Valley Ledger"], text) == ["Quorl Valley Ledger", "Ledger", "Ledger"]


def test_the_last_word_of_an_organisation_that_is_a_place_stays_one():
    found = entities("The Bank of Lyon was sold on Monday.", "Trams run through Lyon again.")
    assert found["Lyon"].kind is EntityKind.PLACE
    assert len(found["Bank of Lyon"].evidence) == 1


def test_of_words_that_begin_small_only_known_beginnings_belong_to_names():
    text = "the anti-Keller vote and the al-Quill vote"
    assert [word.text for word in read_words(text, 0, len(text)).words if word.capital] == ["al-Quill"]


def test_mr_makes_a_person():
    found = entities("The charges against Mr. Quorl, 44, were expected.")
    assert found["Quorl"].kind is EntityKind.PERSON
    assert found["Quorl"].roles == ()


def test_a_land_with_a_people_is_a_place():
    found = entities("Vorland denied it.", "The Vorlandian minister was silent, and Vorland's army moved.")
    assert found["Vorland"].kind is EntityKind.PLACE


def test_a_surname_of_two_persons_stays_apart():
    found = entities("Maria Okafor met Peter Okafor in Lagos. Later, Okafor left the hotel in a hurry.")
    assert {"Maria Okafor", "Peter Okafor", "Okafor"} <= set(found)


def test_a_surname_is_the_one_who_alone_was_named_in_full_before_it_first_stands_alone():
    found = entities(
        "Donald Keller opened the bridge on Friday. Keller said it was safe.",
        "Anna Keller, his wife, stayed away. Keller said he would drive over it every day.",
    )
    assert len(found["Donald Keller"].evidence) == 3
    assert len(found["Anna Keller"].evidence) == 1


def test_an_apposition_gives_a_role():
    found = entities("Ruth Brandt, the Swiss defence minister, said so. Ahmed Nasser, 34, a farmer, agreed.")
    assert found["Ruth Brandt"].roles == ("Swiss defence minister",)
    assert found["Ahmed Nasser"].roles == ("farmer",)


def test_a_role_written_small_before_the_name():
    assert entities("It was the French president Anna Keller who called.")["Anna Keller"].roles == ("French president",)


def test_a_possessive_is_not_part_of_a_name():
    found = entities("Germany’s president praised Omar Rossi's work at the Rivet Institute's office.")
    assert {"Germany", "Omar Rossi"} <= set(found)


def test_an_acronym_in_brackets_is_the_same_organisation():
    text = "The Northern Relief Council (NRC) met. The NRC said it had seen no aid."
    found = entities(text)
    assert mentions(found["Northern Relief Council"], text) == ["Northern Relief Council", "NRC", "NRC"]
    assert found["Northern Relief Council"].kind is EntityKind.ORGANISATION


def test_capitals_and_palaces_name_their_government():
    found = entities("Moscow denied it. The Kremlin and the Elysée were silent, officials in Paris said.")
    assert found["Moscow"].kind is EntityKind.PLACE
    assert found["Moscow"].aliases == ("Russian government",)
    assert found["Paris"].aliases == ("French government",)
    assert found["Elysée"].kind is EntityKind.PLACE
    assert government_of("the White House") == "American government"
    assert government_of("Lyon") is None


def test_nationalities_and_days_are_no_names():
    assert not entities("On Monday the French and the North Korean delegations met Muslims.")


def test_a_heading_names_only_what_the_text_names():
    text = ("Keller Says Bridge Will Never Open", "Anna Keller, the mayor, said on Monday the bridge was unsafe.")
    found = entities(*text)
    assert mentions(found["Anna Keller"], "\n\n".join(text)) == ["Keller", "Anna Keller"]
    assert not {"Bridge", "Keller Says Bridge"} & set(found)


def test_particles_belong_to_the_name():
    found = entities("The prince, Khalid bin Nasser, met Jan van der Berg and Charles de Roy.")
    assert {"Khalid bin Nasser", "Jan van der Berg", "Charles de Roy"} <= set(found)


def test_a_known_organisation_before_a_person_is_apart():
    assert {"Reuters", "Anna Keller"} <= set(entities("He told Reuters Anna Keller was not there."))


@pytest.mark.parametrize("name", ["France", "Reuters", "United Nations", "FBI"])
def test_well_known_names_need_no_context(name):
    assert name in entities(f"It was {name} that spoke.")


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from("Anna Keller the of President (NRC) ’s , . Mr. U.S. de 🙂 é A \ud800 al-Assad MAY".split())
    )
)
def test_any_words_give_names_that_fit_the_text(words):
    entities(" ".join([*words, "end"]))


def test_a_mark_apart_from_its_name_is_a_genitive_only_before_an_s():
    text = "Keller 's boat and Keller 'the elder' sank"
    assert [word.possessive for word in read_words(text, 0, len(text)).words if word.text == "Keller"] == [True, False]


def test_long_input_takes_linear_work():
    assert_linear(lambda times: entities("Anna Keller of the Ministry of Peace and " * times), 100)


def test_lists_are_sound():
    lists = names()
    assert "kremlin" in lists.seats
    assert lists.demonyms["north korean"] == "North Korea"
    assert not lists.function & lists.countries - {"us"}


def test_a_word_built_from_a_name_holds_the_name():
    text = "Talks on the Denmark-Norway cable went on, the Bergen-based operator said, and Kim Jong-un was not told."
    found = entities(text)
    assert {"Denmark", "Norway", "Bergen", "Kim Jong-un"} <= set(found)
    assert mentions(found["Bergen"], text) == ["Bergen"]


def test_a_paper_keeps_its_article_inside_a_sentence_only():
    found = entities("The letter was first published by The Boston Globe. The Trump family did not answer.")
    assert "The Boston Globe" in found
    assert "Trump" in found


def test_a_sentence_full_of_names_is_no_heading():
    found = entities("Officials of the Oromo Liberation Front met the Kenya Red Cross in Addis Ababa.")
    assert {"Oromo Liberation Front", "Kenya Red Cross", "Addis Ababa"} <= set(found)


def test_a_nation_belongs_to_the_body_named_after_it():
    found = entities("It was decided to suspend Russian Olympic Committee (ROC) members. The ROC will appeal.")
    assert found["Russian Olympic Committee"].aliases == ("ROC",)


def test_party_and_state_name_no_place():
    assert "R-Texas" not in entities("Senator Ann Moss (R-Texas) agreed with Peter Byrne (D-Ohio) on Monday.")


@pytest.mark.parametrize("body", ["Husqvarna", "Cuisinart", "Haribo"])
def test_a_body_known_the_world_over_needs_no_words_that_say_what_it_is(body: str):
    found = entities(f"Two lawyers of {body} came to the hearing on Monday.")
    assert found[body].kind is EntityKind.ORGANISATION


def test_bodies_known_the_world_over_are_folded_and_no_words_or_persons_or_cities():
    lists = names()
    listed = _bodies()
    assert len(listed) > 8000
    for others in (lists.common, lists.function, lists.first, lists.last, lists.cities, lists.countries, lists.states):
        assert listed.isdisjoint(others)
    assert all(name == fold(name).replace(".", "").strip() for name in listed)


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("The defence minister, Paul Keller, left.", "Paul Keller", ("defence minister",)),
        ("It came from the Lorvanian president, Paul Keller. He left.", "Paul Keller", ("Lorvanian president",)),
        ("The city's police chief, Maria Lopez, left.", "Maria Lopez", ("police chief",)),
        ("“It is late,” said its former chief, Anna Doe.", "Anna Doe", ("former chief",)),
        ("After meeting the mayor, Paul Keller, who is ill, left.", "Paul Keller", ()),
        ("He spoke with the mayor, Paul Keller, and Ann Reed.", "Paul Keller", ()),
        ("Former acting Port Director Ann Reed left.", "Ann Reed", ("Former acting Port Director",)),
        ("Then Ann Reed, former mayor of Lyon, left.", "Ann Reed", ("former mayor of Lyon",)),
        ("According to Anna Keller, Deputy Mayor Paul Haddad raised it.", "Anna Keller", ()),
        ("It was Anna Keller, President Paul Haddad’s lawyer.", "Anna Keller", ("President Paul Haddad’s lawyer",)),
        ("It was Paul Haddad, a military leader killed in a raid.", "Paul Haddad", ("military leader",)),
        (
            "It was Paul Haddad, founder of the Lyon-based firm Ashworth.",
            "Paul Haddad",
            ("founder of the Lyon-based firm Ashworth",),
        ),
        (
            "It was Paul Haddad, a 19-year veteran of the port police.",
            "Paul Haddad",
            ("19-year veteran of the port police",),
        ),
        ("It was Paul Haddad, now the harbour director.", "Paul Haddad", ("harbour director",)),
        ("They met Right-winger Paul Haddad on Monday.", "Paul Haddad", ()),
        ("They met Leftist Anna Keller on Monday.", "Anna Keller", ()),
        ("They met President-elect Anna Keller on Monday.", "Anna Keller", ("President-elect",)),
        ("They met Economist Anna Keller on Monday.", "Anna Keller", ("Economist",)),
    ],
)
def test_roles_are_whole_and_nobody_elses(text: str, name: str, roles: tuple[str, ...]):
    assert entities(text)[name].roles == roles


def test_a_relative_told_of_late_is_not_the_one_whose_surname_stands_first():
    found = entities(
        "President Okafor spoke in Tarn on Monday. Okafor said the port would stay open.",
        "The dockers sat beside first lady Marta Okafor. “It will stay,” Okafor said.",
    )
    assert len(found["Okafor"].evidence) == 3
    assert len(found["Marta Okafor"].evidence) == 1
    found = entities("His wife, Marta Okafor, spoke in Tarn on Monday. Okafor said the port would stay open.")
    assert len(found["Marta Okafor"].evidence) == 2


def test_a_nickname_and_a_trade_are_no_part_of_a_name():
    found = entities(
        "Former Mayor Joe Keller leads in Tarn.", "They fear that Sleepy Joe Keller wins, he wrote. Keller laughed."
    )
    assert len(found["Joe Keller"].evidence) == 3
    found = entities("Etienne de Marand, an expert, spoke in Tarn.", "Analyst de Marand disagrees with the board.")
    assert len(found["Etienne de Marand"].evidence) == 2


def test_a_body_is_not_the_other_one_that_ends_like_it():
    found = entities(
        "The Norland Harbour Committee met on Monday.", "The Committee for a Better Harbour said the debt has grown."
    )
    assert set(found) >= {"Norland Harbour Committee", "Committee for a Better Harbour"}
    found = entities("The Department of Fisheries said so.", "Clerks of the Fisheries Department were in Tarn.")
    assert len(found["Department of Fisheries"].evidence) == 2


def test_a_town_is_no_part_of_its_boards_name():
    found = entities("New Tarn City's Department of Health and Mental Hygiene said on Monday that it would close.")
    assert "Department of Health and Mental Hygiene" in found


def test_mrs_keller_is_not_bill_keller():
    found = entities("Bill Keller opened the bridge.", "Mrs. Keller thanked the dockers of Tarn.")
    assert len(found["Bill Keller"].evidence) == 1
    found = entities(
        "Bill Keller opened the bridge. Hilda Keller came too.", "Mr. Keller thanked Mrs. Keller, who waited in Tarn."
    )
    assert [len(found[name].evidence) for name in ("Bill Keller", "Hilda Keller")] == [2, 2]
    found = entities("Bill Keller opened the bridge.", "Mr. Keller thanked the dockers of Tarn.")
    assert len(found["Bill Keller"].evidence) == 2
