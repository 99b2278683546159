"""Numbers and dates of one slot: agreed, compatible, developing, disputed, and never across slots."""

from __future__ import annotations

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.types import PointKind, Standing


def points(kind, *annotations, **more):
    return [point for point in compare_accounts(pile(*annotations, **more)) if point.kind is kind]


def test_an_outlet_too_holds_what_it_takes_as_known_in_what_someone_says():
    known = annotate("a", "Herald", "The mayor said [mayor|he would review the $2 million in aid for the harbour].")
    other = annotate("b", "Courier", "The harbour gets $2 million in aid.")
    new = annotate("a", "Herald", "The mayor said [mayor|he would give $2 million in aid for the harbour].")
    for first, held in ((known, {"mayor", "outlet:Herald"}), (new, {"mayor"})):
        (point,) = points(PointKind.NUMBER, first, other)
        assert {name for account in point.accounts for name in account.holders} == {*held, "outlet:Courier"}


def test_the_same_toll_is_agreed_and_the_silent_are_named():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The ferry fire killed 14 people in the harbour."),
        annotate("b", "Courier", "In all, 14 people were killed when the ferry burned."),
        annotate("c", "Post", "The harbour was closed to all traffic."),
    )
    (point,) = found
    assert point.standing is Standing.AGREED
    assert point.question == "How many people were killed?"
    assert point.silent == ("c",)
    assert point.accounts[0].origins == ("a", "b")
    assert point.accounts[0].holders == ("outlet:Herald", "outlet:Courier")


def test_children_may_be_a_part_of_the_dead():
    relatives = "Relatives of the 20 first graders killed in the massacre at the harbour school wrote a letter."
    (point,) = points(
        PointKind.NUMBER,
        annotate("a", "Herald", f"In the massacre 20 children died at the harbour school.\n{relatives}"),
        annotate("b", "Courier", "The massacre at the harbour school left 20 dead."),
    )
    assert point.standing is Standing.AGREED
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", relatives),
        annotate("b", "Courier", "The massacre at the harbour school left 26 dead."),
    )
    assert all(point.standing is not Standing.DISPUTED for point in found)


def test_two_days_that_one_sentence_tells_are_no_dispute_about_either():
    both = "The union canceled both rallies, the march in Aldport on Saturday and the march in Kelm on Sunday."
    other = annotate("b", "Courier", "The union canceled the march in Aldport on Saturday.", parsed=True)
    (point,) = points(PointKind.DATE, annotate("a", "Herald", both, parsed=True), other)
    assert point.standing is Standing.AGREED
    other = annotate("b", "Courier", "The union canceled the march in Aldport on Sunday.", parsed=True)
    one = annotate("a", "Herald", "The union canceled the march in Aldport on Saturday.", parsed=True)
    (point,) = points(PointKind.DATE, one, other)
    assert point.standing is Standing.DISPUTED


def test_the_first_four_of_a_row_are_no_four_in_all():
    row = annotate("a", "Herald", "The union skipped the first 14 harbour races.")
    for words, joined in (
        ("The union won only 14 harbour races.", False),
        ("The union stayed away from the first 14 harbour races.", True),
    ):
        assert bool(points(PointKind.NUMBER, row, annotate("b", "Courier", words))) is joined


def test_a_vote_is_one_number_by_both_of_its_sides():
    first = annotate("a", "Herald", "The Harbour Board voted 68-31 to sell the ferry.")
    other = annotate("b", "Courier", "The ferry sale cleared the Harbour Board on Monday, and passed by 68 to 31.")
    (point,) = points(PointKind.NUMBER, first, other)
    assert point.standing is Standing.AGREED
    assert point.accounts[0].answer == "68-31"
    assert "by what margin" in point.question.lower()
    for words in (
        "The ferry sale passed the Harbour Board by 68 to 29.",  # another vote, or a slip: nothing shows which
        "The ferry lies 68-31 miles off.",
        "The votes went from 68 to 31.",
    ):
        assert not points(PointKind.NUMBER, first, annotate("b", "Courier", words))


def test_ranges_that_overlap_are_compatible():
    (point,) = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The ferry fire killed at least 144 people in the harbour."),
        annotate("b", "Courier", "The ferry fire killed more than 140 people."),
    )
    assert point.standing is Standing.COMPATIBLE
    assert not point.developing


def test_two_tolls_of_one_day_by_two_parties_are_disputed():
    (point,) = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The harbour police said [harbour police|12 people were killed in the ferry fire]."),
        annotate("b", "Courier", "The health ministry said [health ministry|15 people were killed in the ferry fire]."),
    )
    assert point.standing is Standing.DISPUTED
    assert {account.holders for account in point.accounts} == {("harbour police",), ("health ministry",)}


def test_a_toll_that_grows_from_day_to_day_is_no_dispute():
    (point,) = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The ferry fire killed 12 people in the harbour.", "2031-05-06"),
        annotate("b", "Courier", "The ferry fire killed 19 people in the harbour.", "2031-05-08"),
    )
    assert point.standing is Standing.COMPATIBLE
    assert point.developing


def test_the_dead_of_another_year_are_another_slot():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The ferry fire killed 12 people in the harbour."),
        annotate("b", "Courier", "A fire on a ferry off Brackwater killed 80 people in 1994."),
    )
    assert not [point for point in found if point.standing is Standing.DISPUTED]


def test_police_officers_are_not_people_in_general():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The riot killed 40 people on the quay."),
        annotate("b", "Courier", "The riot on the quay killed three police officers."),
    )
    assert not [point for point in found if point.standing is Standing.DISPUTED]


def test_rounding_is_no_dispute():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The moor fire has burned 8,374 acres of heather."),
        annotate("b", "Courier", "The moor fire has burned 8,400 acres of heather."),
    )
    assert [point.standing for point in found] == [Standing.COMPATIBLE]


def test_copies_do_not_agree_with_themselves():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The ferry fire killed 14 people in the harbour."),
        annotate("b", "Courier", "The ferry fire killed 14 people in the harbour."),
        together=("a", "b"),
    )
    assert [point.standing for point in found] == [Standing.SINGLE]


def test_ages_of_two_persons_are_kept_apart():
    found = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The captain, Ada Quill, 52, swam ashore."),
        annotate("b", "Courier", "The mate, Bo Fenn, 31, was seen on deck."),
    )
    assert found == []


def test_two_ages_of_one_person_are_disputed():
    (point,) = points(
        PointKind.NUMBER,
        annotate("a", "Herald", "The captain, Ada Quill, 52, swam ashore."),
        annotate("b", "Courier", "Ada Quill, 54, was the captain of the ferry."),
    )
    assert point.standing is Standing.DISPUTED
    assert point.question == "How old is Ada Quill?"


def test_a_year_and_a_day_in_it_are_compatible():
    found = points(
        PointKind.DATE,
        annotate("a", "Herald", "The ferry Brightwater was launched in 2019 at the Holm yard."),
        annotate("b", "Courier", "The ferry Brightwater was launched on 4 June 2019 at the Holm yard."),
    )
    assert [point.standing for point in found] == [Standing.COMPATIBLE]
