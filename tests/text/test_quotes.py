"""The state machine over quotation marks; all texts are invented."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text.quotes import find_quotations
from steps import assert_linear


def read(text: str) -> list[tuple[str, int]]:
    paragraphs = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    return [(text[q.start : q.end], q.group) for q in find_quotations(text, paragraphs)]


def quoted(text: str) -> list[str]:
    return [words for words, _ in read(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We go," he said. "Now."', ['"We go,"', '"Now."']),
        ("“We don’t go,” she said.", ["“We don’t go,”"]),
        ("'We go,' he said, 'the workers' rights first.'", ["'We go,'", "'the workers' rights first.'"]),
        ("« Oui », dit-elle. „Gut“ sagte er.", ["« Oui »", "„Gut“"]),
        ("The ''grand'' plan of the '90s, rock 'n' roll.", ["''grand''"]),
        ("He said “the ‘old’ plan” is dead.", ["“the ‘old’ plan”"]),
        ('He had "recalled the offer of "more talks" with them.', ['"more talks"']),
        ("The girls’ school and the boys’ school.", []),
        ("We will go,” he said.", ["We will go,”"]),
        ('""', ['""']),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_one_quotation_over_paragraphs_is_one_group() -> None:
    pieces = read("“First we met.\n“Then we talked.\n“Then we left,” he said.\n“Other,” she said.")
    assert [group for _, group in pieces] == [1, 1, 1, 2]


def test_a_lone_mark_closes_what_a_lone_mark_opened_paragraphs_before() -> None:
    found = read("“The bridge is safe.\n\nIt stays open.\n\nCome and see.”\n\n“No,” he said.")
    assert [words for words, _ in found] == ["“The bridge is safe.", "It stays open.", "Come and see.”", "“No,”"]
    assert len({group for _, group in found}) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She said the path is “closed until spring.", "“closed until spring."),
        ("She said the path is “closed until spring. The rain goes on.", "“closed until spring."),
        ("“We go,” she said. “It is late. Let us leave.", "“It is late. Let us leave."),
    ],
)
def test_a_mark_without_its_partner_near_the_end(text: str, found: str) -> None:
    assert quoted(text)[-1] == found


def test_a_mark_that_is_never_closed_does_not_swallow_the_next_paragraph() -> None:
    assert quoted('"No close here\nNothing quoted here.') == ['"No close here']


@given(st.text(alphabet="a ,.\n\"“”‘’'«»„:-", max_size=120))
def test_never_raises_and_spans_are_ordered(text: str) -> None:
    paragraphs = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    found = find_quotations(text, paragraphs)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("piece", ['"', "“", '"a ', "'a ", "“a\n", "‘s’ ", "”"])
def test_ten_thousand_marks_are_no_trouble(piece: str) -> None:
    assert_linear(lambda times: read(piece * times), 1_000)
