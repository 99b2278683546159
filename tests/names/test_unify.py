"""One canonical name over a story, and never two persons made one."""

from __future__ import annotations

from dataclasses import replace

from readout.analysis.names import unify_names
from readout.spans import Span
from readout.types import Annotation, Article, Cited, Entity, EntityKind, Manner, Statement


def annotation(number: int, *named: tuple[str, EntityKind], speaker: str | None = None) -> Annotation:
    identifier = f"a{number}"
    text = " ".join(name for name, _ in named) + " said so"
    evidence = (Span(identifier, 0, 1),)
    entities = tuple(
        Entity(
            evidence=(Span(identifier, index, index + 1),), rule="test", id=f"{number}-{index}", name=name, kind=kind
        )
        for index, (name, kind) in enumerate(named)
    )
    statements = (
        Statement(
            evidence=evidence, rule="test", id=f"s{number}", article=identifier, content=evidence, cue=evidence,
            named=evidence, speaker=speaker, manner=Manner.INDIRECT, act="assert", via=(named[0][0],),
        ),
    )  # fmt: skip
    article = Article(id=identifier, uri=identifier, text=text, blocks=(), language="en")
    return Annotation(article=article, entities=entities, statements=statements)


PERSON, ORGANISATION = EntityKind.PERSON, EntityKind.ORGANISATION


def unified(*annotations: Annotation) -> list[set[str]]:
    return [{entity.name for entity in found.entities} for found in unify_names(annotations)]


def test_accents_and_transliteration_are_one_name():
    found = unified(
        annotation(1, ("Sébastien Dupont", PERSON), ("Sergei Orlov", PERSON)),
        annotation(2, ("Sebastien Dupont", PERSON), ("Sergueï Orlov", PERSON)),
        annotation(3, ("Sébastien Dupont", PERSON), ("Sergei Orlov", PERSON)),
    )
    assert found == [{"Sébastien Dupont", "Sergei Orlov"}] * 3


def test_a_surname_of_one_article_is_the_full_name_of_another():
    first, second = annotation(1, ("Anna Keller", PERSON)), annotation(2, ("Keller", PERSON), speaker="Keller")
    assert unified(first, second) == [{"Anna Keller"}, {"Anna Keller"}]
    (statement,) = unify_names((first, second))[1].statements
    assert statement.speaker == "Anna Keller"
    assert statement.via == ("Anna Keller",)


def test_a_surname_of_two_persons_stays_open():
    found = unified(annotation(1, ("Anna Keller", PERSON), ("Peter Keller", PERSON)), annotation(2, ("Keller", PERSON)))
    assert found == [{"Anna Keller", "Peter Keller"}, {"Keller"}]


def test_a_surname_is_the_one_other_articles_call_by_it_unless_another_is_named_before():
    told = annotation(1, ("Anna Keller", PERSON))
    called = replace(told, entities=(replace(told.entities[0], aliases=("Keller",)),))
    later = annotation(2, ("Keller", PERSON), ("Peter Keller", PERSON), speaker="Keller")
    assert unified(called, later)[1] == {"Anna Keller", "Peter Keller"}
    (statement,) = unify_names((called, later))[1].statements
    assert statement.speaker == "Anna Keller"
    before = annotation(2, ("Peter Keller", PERSON), ("Keller", PERSON))
    assert unified(called, before)[1] == {"Peter Keller", "Keller"}
    third = replace(called, article=replace(called.article, id="a3"))
    other = replace(third, entities=(replace(called.entities[0], id="3-0", name="Peter Keller"),))
    assert unified(called, other, later)[2] == {"Keller", "Peter Keller"}


def test_what_someone_is_stands_before_the_name_and_is_no_part_of_it():
    told, plain = annotation(1, ("Rescuer Anna Keller", PERSON)), annotation(2, ("Anna Keller", PERSON))
    assert unified(told, plain) == [{"Anna Keller"}, {"Anna Keller"}]
    longer = annotation(3, ("Maria Anna Keller", PERSON))
    assert unified(longer, plain) != [{"Anna Keller"}, {"Anna Keller"}]


def test_two_full_names_are_never_one():
    found = unified(
        annotation(1, ("John Novak", PERSON)),
        annotation(2, ("Jon Novak", PERSON)),
        annotation(3, ("Joan Novak", PERSON)),
    )
    assert len(set.union(*found)) == 3


def test_short_first_names_and_middle_names_are_one_person():
    found = unified(
        annotation(1, ("William P. Novak", PERSON), ("Anna Maria Keller", PERSON)),
        annotation(2, ("Bill Novak", PERSON), ("Anna Keller", PERSON)),
        annotation(3, ("William P. Novak", PERSON), ("Anna Maria Keller", PERSON)),
    )
    assert found == [{"William P. Novak", "Anna Maria Keller"}] * 3


def test_father_and_son_are_two_where_an_article_has_both():
    apart = unified(
        annotation(1, ("Ivan Novak", PERSON), ("Ivan Novak Jr.", PERSON)), annotation(2, ("Ivan Novak Jr.", PERSON))
    )
    assert apart == [{"Ivan Novak", "Ivan Novak Jr."}, {"Ivan Novak Jr."}]
    one = unified(annotation(1, ("Ivan Novak", PERSON)), annotation(2, ("Ivan T. Novak Jr.", PERSON)))
    assert one[0] == one[1]


def test_a_surname_alone_is_the_father_and_with_the_suffix_the_son():
    both = annotation(1, ("Peter Keller", PERSON), ("Peter Keller Jr.", PERSON))
    alone, younger = annotation(2, ("Keller", PERSON)), annotation(3, ("Keller Jr.", PERSON))
    assert unified(both, alone, younger)[1:] == [{"Peter Keller"}, {"Peter Keller Jr."}]
    assert unified(annotation(1, ("Peter Keller Jr.", PERSON)), alone) == [{"Peter Keller Jr."}] * 2


def test_a_description_that_holds_a_name_is_that_person():
    holder = annotation(1, ("Anna Keller", PERSON))
    for phrase in (
        "Mr. Keller",
        "Senator Anna Keller, a member of the council",
        "a lawyer for the school, Anna Keller",
    ):
        (statement,) = unify_names((holder, annotation(2, ("Lyon", EntityKind.PLACE), speaker=phrase)))[1].statements
        assert statement.speaker == "Anna Keller"
    for phrase in ("a spokesman for the mayor, Anna Keller", "sources close to the mayor, Anna Keller"):
        (statement,) = unify_names((holder, annotation(2, ("Lyon", EntityKind.PLACE), speaker=phrase)))[1].statements
        assert statement.speaker == phrase


def test_an_outlet_of_the_story_is_written_as_it_writes_itself():
    own = annotation(1, ("Northern Ledger", ORGANISATION))
    outlet = Cited(value="The Northern Ledger", where="given")
    own = replace(own, article=replace(own.article, outlet=outlet))
    assert unified(own, annotation(2, ("Ledger", ORGANISATION))) == [{"The Northern Ledger"}] * 2
    other = annotation(3, ("Ledger", ORGANISATION))
    other = replace(other, article=replace(other.article, outlet=Cited(value="The Southern Ledger", where="given")))
    assert unified(own, other) == [{"The Northern Ledger"}, {"Ledger"}]


def test_two_middle_initials_are_two_persons():
    found = unified(annotation(1, ("John A. Novak", PERSON)), annotation(2, ("John B. Novak", PERSON)))
    assert found == [{"John A. Novak"}, {"John B. Novak"}]


def test_acronyms_and_spellings_of_organisations():
    found = unified(
        annotation(1, ("Federal Bureau of Investigation", ORGANISATION), ("Ministry of Defence", ORGANISATION)),
        annotation(2, ("FBI", ORGANISATION), ("Ministry of Defense", ORGANISATION)),
    )
    assert found[0] == found[1]


def test_the_order_of_articles_does_not_matter():
    many = [
        annotation(1, ("Sébastien Dupont", PERSON)),
        annotation(2, ("Sebastien Dupont", PERSON)),
        annotation(3, ("Dupont", PERSON)),
    ]
    assert unified(*many) == list(reversed(unified(*reversed(many))))


def test_an_office_that_one_person_holds_names_the_speaker():
    holder = annotation(1, ("Anna Keller", PERSON), ("Ivan Orlov", PERSON))
    keller, orlov = holder.entities
    holder = replace(
        holder, entities=(replace(keller, roles=("French President",)), replace(orlov, roles=("Russian president",)))
    )
    for phrase in ("French president", "France’s president", "president of France", "French leader"):
        (statement,) = unify_names((holder, annotation(2, ("Lyon", EntityKind.PLACE), speaker=phrase)))[1].statements
        assert statement.speaker == "Anna Keller"
        assert phrase in statement.speaker_why
        assert keller.evidence[0] in statement.evidence
    (statement,) = unify_names((holder, annotation(2, ("Lyon", EntityKind.PLACE), speaker="president")))[1].statements
    assert statement.speaker == "president"


def test_an_office_of_a_known_body_names_the_speaker():
    holder = annotation(1, ("Anna Keller", PERSON), ("Ivan Orlov", PERSON))
    keller, orlov = holder.entities
    roles = (replace(keller, roles=("White House Chief of Staff",)), replace(orlov, roles=("FBI agent",)))
    holder = replace(holder, entities=roles)
    for phrase, speaker in (("White House chief of staff", "Anna Keller"), ("FBI agent", "FBI agent")):
        (statement,) = unify_names((holder, annotation(2, ("Lyon", EntityKind.PLACE), speaker=phrase)))[1].statements
        assert statement.speaker == speaker


def test_an_office_of_two_persons_or_of_the_past_names_nobody():
    first = annotation(1, ("Anna Keller", PERSON), ("Ivan Orlov", PERSON))
    keller, orlov = first.entities
    for roles in (("French minister", "French minister"), ("former French minister", "Russian minister")):
        both = replace(first, entities=(replace(keller, roles=(roles[0],)), replace(orlov, roles=(roles[1],))))
        (statement,) = unify_names((both, annotation(2, ("Lyon", EntityKind.PLACE), speaker="French minister")))[
            1
        ].statements
        assert statement.speaker == "French minister"


def test_descriptions_that_differ_in_spelling_are_one():
    found = unify_names(
        (
            annotation(1, ("Lyon", EntityKind.PLACE), speaker="French defence ministry"),
            annotation(2, ("Lyon", EntityKind.PLACE), speaker="French Defense Ministry"),
        )
    )
    assert len({statement.speaker for each in found for statement in each.statements}) == 1
