"""What an editor changed: what takes away who said it or that it is denied is told apart from plain cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from invented_pile import BRIDGE, OWN, article

from readout.analysis.copies import find_copies

if TYPE_CHECKING:
    from readout.types import Edit

PARAGRAPH = (
    "The mayor, according to two of her advisers, had known since January that the eastern pier was sinking by the month, "
    "and the harbour master allegedly wrote to her about it in the spring."
)


def edits_between(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[str, str | None, str | None]]:
    one, two = article("a", *a), article("b", *b)
    (copy,) = find_copies([one, two])

    def told(edit: Edit) -> tuple[str, str | None, str | None]:
        return edit.kind, one.words(edit.a) if edit.a else None, two.words(edit.b) if edit.b else None

    return [told(edit) for edit in copy.edits]


def test_who_said_it_was_cut_from_a_sentence_that_stays() -> None:
    shorter = PARAGRAPH.replace(", according to two of her advisers,", "").replace("allegedly ", "")
    found = edits_between((*BRIDGE[1:], PARAGRAPH), (*BRIDGE[1:], shorter))
    lost = [a for kind, a, b in found if kind == "attribution" and b is None]
    assert lost == ["according to two of her advisers,", "allegedly"]
    assert {kind for kind, _, _ in found} <= {"attribution", "typography"}  # the comma went too


def test_a_statement_cut_whole_is_a_cut_but_a_denial_is_more() -> None:
    without_quote = edits_between(BRIDGE, (*BRIDGE[:2], *BRIDGE[3:]))
    assert [(kind, b) for kind, _, b in without_quote] == [("cut", None)]
    without_denial = edits_between(BRIDGE, (*BRIDGE[:3], *BRIDGE[4:]))
    assert [(kind, b) for kind, _, b in without_denial] == [("attribution", None)]


def test_a_sentence_of_denial_cut_from_within_a_paragraph() -> None:
    lead = "The pier sank by four inches in the winter. "
    denial = "The council denies that it was told. "
    rest = "Divers will go down on Thursday, and the town has asked for a second opinion from the naval yard at Tarn."
    found = edits_between((*BRIDGE, lead + denial + rest), (*BRIDGE, lead + rest))
    assert [(kind, a) for kind, a, _ in found] == [("attribution", "The council denies that it was told.")]


def test_furniture_is_nobody_s_edit() -> None:
    furnished = (
        BRIDGE[0],
        "Advertisement",
        *BRIDGE[1:3],
        "Story Continued Below",
        *BRIDGE[3:],
        "Slideshow (35 Images)",
    )
    assert edits_between(furnished, BRIDGE) == []


def test_one_as_a_word_for_someone_is_no_number() -> None:
    said = "One said that the railings shook whenever the night train came over the river on its way to the salt works."
    found = edits_between((*BRIDGE, said), (*BRIDGE, said.replace("One", "A driver")))
    assert [kind for kind, _, _ in found] == ["word"]


def test_the_point_of_an_abbreviation_belongs_to_it() -> None:
    said = (
        "A team of the U.S. Army will look at the girders on Monday and tell the council what it thinks of the repairs."
    )
    found = edits_between((*BRIDGE, said), (*BRIDGE, said.replace("U.S.", "Norwegian")))
    assert ("U.S.", "Norwegian") in [(a, b) for _, a, b in found]


def test_what_is_each_one_s_own_is_no_edit_of_a_partial_copy() -> None:
    found = edits_between((*BRIDGE[:4], *OWN[:2]), (*OWN[2:], *BRIDGE[:4], BRIDGE[6]))
    assert found == []
