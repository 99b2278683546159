"""Tables of weights of readable signs, and how likely something is by them: logistic regressions."""

from __future__ import annotations

import math
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@lru_cache(maxsize=8)
def read_weights(table: str, signs: tuple[str, ...]) -> tuple[float, ...]:
    """The weights of a table of `readout.language` (its file name), in the order of `signs`."""
    data = tomllib.loads(files("readout.language").joinpath(table).read_text(encoding="utf-8"))
    return tuple(float(data["weights"][name]) for name in signs)


def probability(odds: float) -> float:
    """The probability (0 to 1) that some log odds stand for."""
    return 1.0 / (1.0 + math.exp(-odds))


def chance(weights: Sequence[float], signs: Sequence[float]) -> float:
    """How likely it is by its signs (0 to 1)."""
    return probability(sum(weight * sign for weight, sign in zip(weights, signs, strict=True)))
