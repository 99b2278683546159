"""Pages of one id are told apart, whatever ids the others have."""

from __future__ import annotations

import pytest

from readout.pipeline import number_pages
from readout.types import Failure, Page


@pytest.mark.parametrize(
    ("given", "numbered"),
    [
        (["x", "y", "x", "x"], ["x", "y", "x~2", "x~3"]),
        (["x", "x", "x~2"], ["x", "x~2", "x~2~2"]),
        (["x~2", "x", "x", "x"], ["x~2", "x", "x~3", "x~4"]),
    ],
)
def test_no_two_pages_have_one_id(given: list[str], numbered: list[str]) -> None:
    pages = [Page(id=name, uri=name, body="Text.", media="text") for name in given]
    assert [page.id for page in number_pages(pages)] == numbered


def test_failures_keep_their_ids() -> None:
    lost = Failure(id="x", stage="read", reason="empty")
    assert [item.id for item in number_pages([lost, lost])] == ["x", "x"]
