"""Two groups or bodies that speak as one are two holders, and one with two offices stays one."""

from __future__ import annotations

import pytest

from readout.analysis.accounts.setting.namewords import two_parties

TWO = {
    "officials and state media": ("officials", "state media"),
    "Lawmakers and the ministry": ("Lawmakers", "ministry"),
    "the army, and by harbour workers": ("army", "harbour workers"),
    "Fire officials and residents of Kelm": ("Fire officials", "residents of Kelm"),
    "House and Senate candidates": None,
    "lawyer and activist": None,
    "foreign affairs and trade ministry": None,
    "officials, police and residents": None,
    "some officials and “witnesses": None,
}


@pytest.mark.parametrize(("shown", "parties"), TWO.items())
def test_two_parties(shown: str, parties: tuple[str, str] | None) -> None:
    assert two_parties(shown) == parties


def test_known_bodies_need_no_noun() -> None:
    assert two_parties("Vorl News and the KNN", frozenset(["Vorl News", "KNN"])) == ("Vorl News", "KNN")
    assert two_parties("Vorl News and the KNN", frozenset(["KNN"])) is None
