"""How much each sign counts for two different amounts answering one question: a table of weights, fitted to stories."""

from __future__ import annotations

from functools import lru_cache

from readout.language.logistic import read_weights

#: the signs in the order of `readout.analysis.accounts.values.oneslot`
SIGNS = (
    *("always", "can both be true", "near", "rather near", "a tiny one", "both tiny", "vague", "share"),
    *("part of the clause shared", "words of the sentence shared", "deed shared", "counted deed", "nothing counted"),
    *("kind shared", "described alike", "described otherwise", "other names", "only numbers of it", "one is the whole"),
    *("its report has the other too", "both reports have both", "best match", "both lead", "same report"),
    "days between the reports",
)


@lru_cache(maxsize=1)
def slot_weights() -> dict[str, float]:
    """The weights of slotsigns.toml, by sign."""
    return dict(zip(SIGNS, read_weights("slotsigns.toml", SIGNS), strict=True))
