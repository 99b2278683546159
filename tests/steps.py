"""How much work something is, counted in lines of Python instead of seconds: the same however busy the machine is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def count_steps(work: Callable[[], object]) -> int:
    """The calls, lines and returns that Python goes through in `work`; what C does in between is not counted."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Fail if `work` on four times `size` takes clearly more than four times the steps (a square takes sixteen)."""
    work(4 * size)  # what is looked up once and kept is done before counting
    few, many = (count_steps(lambda given=given: work(given)) for given in (size, 4 * size))
    assert many <= 5 * few + 1000, f"{few} steps for {size}, {many} for {4 * size}"
