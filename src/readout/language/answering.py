"""How much each sign counts for one claim answering another: a table of weights, fitted to annotated stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.language.logistic import chance, read_weights

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


def weights() -> tuple[float, ...]:
    """The weights of answering.toml, in the order of `SIGNS`."""
    return read_weights("answering.toml", SIGNS)


def likelihood(signs: Sequence[float]) -> float:
    """How likely it is, by its signs, that a claim is answered (0 to 1): a logistic regression."""
    return chance(weights(), signs)
