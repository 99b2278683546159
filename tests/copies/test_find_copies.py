from __future__ import annotations

import random

import pytest
from invented_pile import BRIDGE, OWN, QUOTED, article

from readout.analysis.copies import PassageIndex, find_copies
from readout.types import Article, Copy, Direction, Relation
from steps import assert_linear


def only(articles: list[Article]) -> Copy:
    copies = find_copies(articles)
    assert len(copies) == 1
    return copies[0]


def kinds(copy: Copy) -> set[str]:
    return {edit.kind for edit in copy.edits}


def test_identical_texts_are_one_copy_without_direction_or_edits() -> None:
    copy = only([article("b", *BRIDGE[1:]), article("a", *BRIDGE[1:])])
    assert (copy.a, copy.b, copy.relation) == ("a", "b", Relation.COPY)
    assert copy.direction is Direction.UNKNOWN
    assert copy.coverage_a == copy.coverage_b == 1.0
    assert copy.edits == ()
    assert copy.why


def test_abridged_text_is_found_with_what_was_cut() -> None:
    one, two = article("a", *BRIDGE), article("b", BRIDGE[0], BRIDGE[1], BRIDGE[5])
    copy = only([one, two])
    assert copy.relation is Relation.ABRIDGED
    assert copy.coverage_b > 0.95 > copy.coverage_a
    cut = [one.words(edit.a) for edit in copy.edits if edit.b is None and edit.a is not None]
    assert len(cut) == 4
    assert any("swimming bath" in words for words in cut)


def test_a_denial_that_was_cut_is_told_apart() -> None:
    one, two = article("a", *BRIDGE), article("b", *BRIDGE[:3], *BRIDGE[4:])
    lost = [edit for edit in only([one, two]).edits if edit.kind == "attribution"]
    assert len(lost) == 1
    assert lost[0].a is not None
    assert "denied" in one.words(lost[0].a)


def test_own_reporting_with_some_wire_is_partial() -> None:
    copy = only([article("a", *BRIDGE), article("b", *OWN, BRIDGE[4], BRIDGE[5], BRIDGE[6])])
    assert copy.relation is Relation.PARTIAL
    assert 0.3 < copy.coverage_b < 0.7


def test_passages_read_the_same_on_both_sides() -> None:
    one = article("a", *BRIDGE)
    two = article("b", "Our own lead says what it has to say.", *(p.replace(" ", "\n", 3) for p in BRIDGE[3:]))
    copy = only([one, two])
    for passage in copy.passages:
        left = one.text[passage.a_start : passage.a_end].split()
        assert left == two.text[passage.b_start : passage.b_end].split()
    for span in copy.evidence:
        assert (one if span.article == "a" else two).words(span)


def test_edits_are_told_apart() -> None:
    changed = [
        BRIDGE[0].replace("three", "five"),
        BRIDGE[1],
        BRIDGE[2].replace("Dana Whitlock", "Dora Whitcombe").replace('"We', "“We").replace('river,"', "river,”"),
        BRIDGE[3].replace("officials denied", "officials confirmed"),
        BRIDGE[4],
        BRIDGE[5].replace("promised", "announced").replace("additional", "extra"),
        BRIDGE[6].replace("earn", "earn, according to the mayor,"),
    ]
    copy = only([article("a", *BRIDGE), article("b", *changed)])
    assert {"number", "name", "typography", "attribution", "word"} <= kinds(copy)


def test_spelling_is_no_change_of_words() -> None:
    british = (
        "A centre for the works was set up near the river, and two programmes of labour were organised to keep it open."
    )
    american = (
        "A center for the works was set up near the river, and 2 programs of labor were organized to keep it open."
    )
    copy = only([article("a", *BRIDGE[1:4], british, *BRIDGE[4:]), article("b", *BRIDGE[1:4], american, *BRIDGE[4:])])
    assert kinds(copy) == {"spelling"}


def test_a_moved_block_is_one_reorder() -> None:
    copy = only([article("a", *BRIDGE), article("b", BRIDGE[5], BRIDGE[6], *BRIDGE[:5])])
    assert kinds(copy) == {"reorder"}


def test_shared_quotations_are_no_copy() -> None:
    one = article("a", *OWN[:2], QUOTED.format(who="Ms Whitlock"), OWN[2])
    two = article(
        "b", "A quite different account of the day on the river begins with rain.", QUOTED.format(who="the surveyor")
    )
    assert find_copies([one, two]) == ()


def test_prose_that_another_quotes_with_credit_is_shared() -> None:
    quoting = f"The Valley Courier writes: “{OWN[1]} {OWN[2]}” We agree with every word of it."
    one = article("a", *OWN, *OWN[:1], outlet="The Valley Courier")
    copy = only([one, article("b", "We have been saying so all year long.", quoting, outlet="Harlow Post")])
    assert copy.direction is Direction.A_TO_B
    assert "names The Valley Courier" in copy.why[0]
    anonymous = article(
        "b", "We have been saying so all year long.", quoting.replace("The Valley Courier writes", "Listen")
    )
    assert find_copies([one, anonymous]) == ()


def test_a_statement_that_both_print_is_no_copy() -> None:
    statement = (
        "We are sorry for what our customers have been through. We know that we have let them down, and we will do what we "
        "can so that our ferries run on time. Our thoughts are with our crews, and we thank them for what they do for us."
    )
    assert find_copies([article("a", OWN[0], statement, OWN[1]), article("b", BRIDGE[1], statement)]) == ()


def test_standing_text_of_many_days_is_no_copy() -> None:
    note = (
        "The river authority was founded after the great flood and looks after four hundred miles of bank, eleven locks and "
        "nine bridges between the lakes and the sea, as well as two small museums of water and its many uses."
    )
    rng = random.Random(3)
    vocabulary = "alder birch cedar dock elm fern gorse hazel ivy juniper kelp larch moss nettle oak pine".split()
    pile = [
        article(
            f"n{day}",
            " ".join(rng.choices(vocabulary, k=150)),
            note,
            outlet=f"Outlet {day}",
            published=f"2031-0{day}-11",
        )
        for day in range(1, 7)
    ]
    assert find_copies(pile) == ()
    assert len(find_copies([article("a", OWN[0], note), article("b", BRIDGE[1], note)])) == 1


def test_an_agency_page_comes_first() -> None:
    wire = article("b", *BRIDGE, outlet="Associated Press")
    copy = only([article("a", *OWN[:2], *BRIDGE[1:], outlet="Harlow Post"), wire])
    assert (copy.direction, copy.agency) == (Direction.B_TO_A, "AP")


def test_two_that_credit_one_agency_come_from_its_text() -> None:
    one = article("a", *BRIDGE, outlet="Harlow Post", published="2031-05-02")
    two = article("b", *BRIDGE, *OWN, outlet="Pell Gazette", published="2031-05-02")
    copy = only([one, two])
    assert (copy.direction, copy.agency) == (Direction.COMMON_UNSEEN, "AP")


def test_a_third_text_shows_what_was_restored() -> None:
    root = article("r", *BRIDGE[1:], *OWN, outlet="Pell Gazette", published="2031-05-01T06:00")
    one = [*BRIDGE[1:6], *OWN[:3]]
    for place, old, new in ((0, "narrow", "wooden"), (3, "six", "nine"), (4, "railway", "tramway"), (5, "nine", "ten")):
        assert old in one[place]
        one[place] = one[place].replace(old, new)
    first = article("a", *one, outlet="Harlow Post", published="2031-05-01T08:00")
    later = article("b", *BRIDGE[1:6], *OWN[:2], outlet="Marrow Echo", published="2031-05-01T11:00")
    found = {(copy.a, copy.b): copy for copy in find_copies([root, first, later])}
    assert found["a", "b"].direction is Direction.COMMON_UNSEEN
    assert any("keeps words of Pell Gazette" in reason for reason in found["a", "b"].why)
    assert found["b", "r"].direction is Direction.B_TO_A


def test_the_order_of_the_pile_does_not_matter() -> None:
    pile = [
        article("d", *BRIDGE, outlet="Associated Press"),
        article("a", *BRIDGE[1:5], outlet="Harlow Post"),
        article("c", *OWN, *BRIDGE[2:4], outlet="Pell Gazette"),
        article("b", *OWN, outlet="Marrow Echo"),
    ]
    expected = find_copies(pile)
    assert expected
    for seed in range(4):
        random.Random(seed).shuffle(pile)
        assert find_copies(pile) == expected


@pytest.mark.parametrize("texts", [("", ""), ("", "A word."), ("one two", "one two"), ("?!", "?!")])
def test_next_to_nothing_is_no_copy(texts: tuple[str, str]) -> None:
    assert find_copies([article("a", texts[0]), article("b", texts[1])]) == ()


def test_an_article_that_holds_another_whole() -> None:
    rng = random.Random(1)
    filler = [
        " ".join(rng.choices("alder birch cedar dock elm fern gorse hazel ivy larch".split(), k=60))
        for _ in range(2000)
    ]
    large = article("a", *filler[:1000], *BRIDGE[1:], *filler[1000:])
    assert len(large.text) > 600_000
    copy = only([large, article("b", *BRIDGE[1:])])
    assert copy.relation is Relation.ABRIDGED
    assert copy.coverage_b == 1.0


def test_one_sentence_over_and_over_is_linear() -> None:
    def compare(times: int) -> None:
        copy = only([article("a", BRIDGE[1] * 4 * times), article("b", BRIDGE[1] * 3 * times)])
        assert copy.coverage_b > 0.99

    assert_linear(compare, 100)


def test_a_text_carried_by_very_many_is_not_paired_each_with_each() -> None:
    count = 400
    copies = find_copies([article(f"n{number:04}", *BRIDGE[1:]) for number in range(count)])
    assert {copy.a for copy in copies} | {copy.b for copy in copies} == {f"n{number:04}" for number in range(count)}
    assert len(copies) < 6 * count


def test_the_index_finds_relatives_as_they_come() -> None:
    index = PassageIndex()
    assert index.add("\n\n".join(BRIDGE)) == []
    assert index.add("\n\n".join(OWN)) == []
    assert index.add("\n\n".join(BRIDGE[2:5])) == [0]
    assert index.add("\n\n".join((*OWN, *BRIDGE[3:5]))) == [1, 0, 2] or index.add("") == []
    assert len(index) >= 4


def test_the_text_with_strays_from_its_own_style_is_the_edited_one() -> None:
    plain = (
        "The center was closed, the color of the river turned gray, and two ferries and three barges lay at the quay."
    )
    mixed = "The center was closed, the colour of the river turned gray, and 2 ferries and 3 barges lay at the quay."
    shared = "Labor was organized for the day, and more than ninety percent of the harbor had been cleared by noon on Friday."
    one = article("a", mixed, shared, *BRIDGE[1:4], outlet="Harlow Post")
    two = article("b", plain, shared, *BRIDGE[1:4], outlet="Pell Gazette")
    copy = only([one, two])
    assert copy.direction is Direction.B_TO_A
    assert "style" in copy.why[0]


def test_two_that_pass_on_one_report_share_it_even_if_mostly_in_quotations() -> None:
    told = "The cracks ran through three of the old girders on the eastern side, the Valley Tribune reported."
    quotation = (
        QUOTED.format(who="surveyor Dana Whitlock") + " She told the Tribune that " + BRIDGE[2].partition(",")[0] + '".'
    )
    one = article("a", OWN[0], told, quotation, *OWN[1:], outlet="Harlow Post")
    two = article("b", BRIDGE[6], told, quotation, outlet="Pell Gazette")
    copy = only([one, two])
    assert (copy.direction, copy.relation) == (Direction.COMMON_UNSEEN, Relation.PARTIAL)
    other = article("b", BRIDGE[6], told, quotation.replace("told the Tribune", "said"), outlet="Pell Gazette")
    assert find_copies([one, other]) == ()


def carried(count: int, start: int = 1) -> list[Article]:
    """One text in so many outlets, each on another day."""
    return [
        article(f"r{n:04}", *BRIDGE, outlet=f"Gazette {n}", published=f"2031-{1 + n // 28:02}-{1 + n % 28:02}")
        for n in range(start, start + count)
    ]


@pytest.mark.parametrize("count", [5, 100])
def test_a_text_reprinted_whole_over_weeks_is_copied_nevertheless(count: int) -> None:
    pile = carried(count, 5)
    copies = find_copies(pile)
    linked = {identifier for copy in copies for identifier in (copy.a, copy.b)}
    assert linked == {one.id for one in pile}
    assert len(copies) <= max(count * (count - 1) // 2, 4 * count)
    assert {copy.relation for copy in copies} == {Relation.COPY}


def test_the_daily_form_of_one_outlet_is_no_copy() -> None:
    pile = [
        article(
            f"d{n}", *BRIDGE, f"Price of the day {n}: {n + 10} crowns.", outlet="Gazette", published=f"2031-03-{n:02}"
        )
        for n in range(1, 25, 4)
    ]
    assert find_copies(pile) == ()


def test_a_file_given_twice_is_one_text_and_nobody_s_copy() -> None:
    copy = only([article("x", *BRIDGE), article("y", *BRIDGE)])
    assert (copy.direction, copy.why[0]) == (Direction.UNKNOWN, "the same text, given twice")


def test_a_text_without_words_is_nobody_s_copy() -> None:
    pile = [article("a"), article("b", "   "), article("c", *BRIDGE)]
    assert find_copies(pile) == ()


def test_most_of_an_article_of_a_million_characters_is_found() -> None:
    rng = random.Random(4)
    vocabulary = ["".join(rng.choices("abcdefghijklm", k=rng.randint(3, 9))) for _ in range(4000)]
    paragraphs = [" ".join(rng.choices(vocabulary, k=60)) for _ in range(2400)]
    copy = only([article("a", *paragraphs), article("b", *paragraphs[400:1600])])
    assert copy.relation is Relation.ABRIDGED
