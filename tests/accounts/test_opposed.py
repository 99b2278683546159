"""Plans that another opposes, denials that point back with "such", and charges rejected as a whole."""

from __future__ import annotations

import pytest

from invented_piles import disputes_of, holders_of
from readout.types import Stance


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Mayor Ada Quill criticized Bo Fenn's plan to sell the old lighthouse, a rare sight.", "Ada Quill"),
        ("Ada Quill has been critical of Bo Fenn's plan to sell the old lighthouse.", "Ada Quill"),
        ("Harbour officials objected to Bo Fenn's decision to sell the old lighthouse.", "Harbour officials"),
    ],
)
def test_a_plan_that_another_opposes_is_disputed_by_its_owner_and_him(text: str, denier: str) -> None:
    (point,) = disputes_of(text)
    assert holders_of(point, Stance.ASSERTS) == {"Bo Fenn"}
    assert holders_of(point, Stance.DENIES) == {denier}
    assert point.question.endswith("to sell the old lighthouse?")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill did not criticize Bo Fenn's plan to sell the old lighthouse.",
        "Ada Quill urged the council to meet and reject Bo Fenn's plan to sell the old lighthouse.",
        "Ada Quill criticized Bo Fenn's call to a fisherman of the old harbour.",
        "Ada Quill criticized Ada Quill's decision to sell the old lighthouse.",
    ],
)
def test_what_opposes_no_plan_of_another(text: str) -> None:
    assert disputes_of(text) == []


def test_such_points_to_what_was_just_told_of_who_denies() -> None:
    (point,) = disputes_of(
        "The harbour office found [harbour office|that Estmark had spied on the northern fleet].\n"
        "Estmark has denied [Estmark|such visits], and the fleet sailed.",
        "Bo Fenn said [Bo Fenn|that Ada Quill spoke of visits of Estmark to the mill].",
    )
    assert holders_of(point, Stance.ASSERTS) == {"harbour office"}
    assert holders_of(point, Stance.DENIES) == {"Estmark"}


def test_a_charge_rejected_as_a_whole_by_the_accused_is_answered_wherever_it_stands() -> None:
    between = "\n".join(f"Herring number {number} was landed at the northern quay." for number in range(8))
    (point,) = disputes_of(
        f"Bo Fenn accused Ada Quill of selling the old lighthouse.\n{between}\n"
        'Ada Quill said [Ada Quill|"I have nothing to do with Fenn or his lamps."]'
    )
    assert "Ada Quill" in holders_of(point, Stance.DENIES)
