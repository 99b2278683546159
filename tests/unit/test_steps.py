"""The counter of steps sees a square."""

import pytest

from steps import assert_linear


def pairs(size: int) -> None:
    for _ in range(size):
        for _ in range(size):
            pass


def test_a_loop_is_linear_and_a_loop_in_a_loop_is_not() -> None:
    assert_linear(lambda size: [pairs(1) for _ in range(size)], 100)
    with pytest.raises(AssertionError):
        assert_linear(pairs, 50)
