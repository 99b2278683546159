"""How much each sign counts for two clauses telling the same: a table of weights, fitted to pairs labelled by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.language.logistic import chance, read_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

#: the signs in the order of `readout.analysis.accounts.agreed.tellings.signs_of`
SIGNS = (
    *("always", "heads shared", "in the same place", "other words shared", "words of the longer not shared"),
    *("telling pair of words", "common pair of words", "of what the reports lead with", "other words beside"),
    *("one person does it", "two persons do it", "names shared"),
    *("numbers shared", "numbers differ", "negations differ", "infinitive", "infinitive in one"),
    *("told by a noun", "shared in the sentences", "likeness of the sentences", "likeness around", "length"),
    *("words in a row", "one is quoted", "one speaker", "one utterance", "early in the reports"),
)


def likelihood(signs: Sequence[float]) -> float:
    """How likely it is, by their signs, that two clauses tell the same (0 to 1)."""
    return chance(read_weights("agreeing.toml", SIGNS), signs)
