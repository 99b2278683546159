"""Tokens made chunk by chunk must be those that the whole stretch gives, whatever stands beside the spaces."""

from __future__ import annotations

import random

import pytest

from readout.analysis.amounts import numbers
from readout.analysis.times import tokens
from readout.text.chunks import Cutter
from readout.text.fold import plain_and_small

WORDS = (
    "The mayor's 2021-05-04 2021-05-04t10:20 10:20. 10:20z 7.30 pm p.m. a.m., Q3 h1 1990s '98 ' '' 's US HK (us nt $5 "
    "£5bn us$5 y=7 20,000 3.5m -5 - -- – 1-2 a-b ca. c. st. Sept. sept St. May may İstanbul ΑΒΓ 21st 5/6/2020 2020/5/6 "
    ".5 5. 1,000 ½ it’s “Mr “U.S.” e.g. \u00a0 \x1f \n x\x1fy ... 1/2 ２０ é"
).split(" ")


@pytest.mark.parametrize("cutter", ["times", "amounts"])
def test_chunks_give_the_tokens_of_the_whole(cutter: str) -> None:
    words = tokens.load_words("en")
    assert words is not None
    kept = words.cutter if cutter == "times" else numbers._CUTTER
    whole = Cutter(kept._cut, lambda chunk, small: False, kept._make)
    chance = random.Random(0)
    for _ in range(4000):
        text = "".join(chance.choice(WORDS) + chance.choice((" ", " ", " ", "", "  ")) for _ in range(9))
        start, end = chance.randrange(3), len(text) - chance.randrange(3)
        stretch, small = plain_and_small(text[start:end])
        expected = [(start + low, start + high, *fields) for low, high, fields in kept._cut(stretch, small, 0)]
        assert [tuple(token) for token in kept.tokens(text, start, end)] == expected
        assert [tuple(token) for token in whole.tokens(text, start, end)] == expected
