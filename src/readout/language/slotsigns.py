"""How much each sign counts for two different amounts answering one question: a table of weights, fitted to stories."""

from __future__ import annotations

from functools import lru_cache

from readout.language.logistic import read_weights

#: the signs in the order of `readout.analysis.accounts.values.oneslot`
SIGNS = (
    *(
        "always",
        "can both be true",
        "near",
        "near and large",
        "one rounded",
        "rather near",
        "far",
        "a tiny one",
        "size",
    ),
    *("vague", "a limit", "share", "counted deed", "nothing counted", "another deed", "kind shared"),
    *("only numbers of it", "numbers of it", "one is the whole", "a name apart", "another time"),
    *("two who speak", "same report", "both open", "its report has the other too", "best match"),
)


@lru_cache(maxsize=1)
def slot_weights() -> dict[str, float]:
    """The weights of slotsigns.toml, by sign."""
    return dict(zip(SIGNS, read_weights("slotsigns.toml", SIGNS), strict=True))
