"""How much each sign counts for one claim answering another: a table of weights, fitted to annotated stories."""

from __future__ import annotations

import math
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: the signs in the order of `readout.analysis.accounts.contested.pairs.signs_of`
SIGNS = (
    *("always", "some sentences apart", "other report", "contrast between", "contrast inside"),
    *("words shared", "subject shared", "object shared", "negation differs", "negation differs, words shared"),
    *("what is negated stands in it", "says the same", "denies", "denies a charge", "calls it false"),
    *("insists", "short denial", "short denial beside it", "points back", "told as a claim"),
    *(
        "told as a claim, denied beside it",
        "claim speaks of a denial",
        "open or possible",
        "asserts nothing",
        "no verb",
    ),
    *("sides contradict elsewhere", "one is named by the other", "claim names who answers", "names whose claim"),
    "an outlet's voice",
)


@lru_cache(maxsize=1)
def weights() -> tuple[float, ...]:
    """The weights of answering.toml, in the order of `SIGNS`."""
    data = tomllib.loads(files("readout.language").joinpath("answering.toml").read_text(encoding="utf-8"))
    return tuple(float(data["weights"][name]) for name in SIGNS)


def likelihood(signs: Sequence[float]) -> float:
    """How likely it is, by its signs, that a claim is answered (0 to 1): a logistic regression."""
    score = sum(weight * sign for weight, sign in zip(weights(), signs, strict=True))
    return 1.0 / (1.0 + math.exp(-score))
