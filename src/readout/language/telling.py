"""How much each sign counts for two clauses telling one thing in other words, or the same: weights fitted to labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.language.logistic import chance, read_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

#: the signs in the order of `readout.analysis.accounts.agreed.apart.apart_signs`
SIGNS = (
    *("always", "words shared", "part of the shorter", "part of both", "words of one only", "words in a row", "length"),
    *("one clause in both", "one predicate", "heads shared", "telling heads shared"),
    *("names shared", "two persons", "numbers shared", "numbers differ", "negations differ"),
    *("likeness of the sentences", "likeness around", "one is quoted", "both quoted", "one speaker"),
    "early in the reports",
)


def telling_chance(signs: Sequence[float]) -> float:
    """How likely it is, by their signs, that two clauses tell of one thing (0 to 1)."""
    return chance(read_weights("telling.toml", SIGNS), signs)


def restating_chance(signs: Sequence[float]) -> float:
    """How likely it is, by the same signs, that one of two clauses states what the other does (0 to 1)."""
    return chance(read_weights("restating.toml", SIGNS), signs)
