"""The plain looks that spare most paragraphs a slow pattern let through whatever the pattern matches."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from readout.language.furniture import load_furniture
from readout.language.outlets import agency_pattern, agency_signs, may_name_agency

KNOWN = load_furniture()


@settings(max_examples=300)
@given(st.from_regex(KNOWN.syndication.pattern))
def test_every_syndication_notice_has_a_sign(text: str) -> None:
    assert any(sign in text.casefold() for sign in KNOWN.syndication.signs)


@settings(max_examples=300)
@given(st.from_regex(KNOWN.caption.pattern))
def test_every_picture_credit_has_a_sign(text: str) -> None:
    assert any(sign in text.casefold() for sign in KNOWN.caption.signs)


@settings(max_examples=300)
@given(st.from_regex(KNOWN.form.pattern))
def test_every_form_to_subscribe_has_a_sign(text: str) -> None:
    assert any(sign in text.casefold() for sign in KNOWN.form.signs)


@settings(max_examples=200)
@given(st.from_regex(re.compile(agency_pattern(), re.ASCII)))
def test_every_agency_is_seen(text: str) -> None:
    assert may_name_agency(text, 0, len(text))


def test_agencies_are_looked_for_in_the_given_stretch_only() -> None:
    text = "Told to Reuters.\n\nNothing of the kind stands here."
    assert may_name_agency(text, 0, 16)
    assert not may_name_agency(text, 16, len(text))
    assert all(may_name_agency(form, 0, len(form)) for form in agency_signs())
