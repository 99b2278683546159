"""Words for who may speak: persons, groups, bodies and writings; the outlet's own; a name without its marks."""

from __future__ import annotations

import re
from functools import lru_cache

from readout.language.lexicon import lexicon
from readout.language.voices import voice_words
from readout.text.fold import fold


def plain_name(name: str) -> str:
    """A name without its capitals, marks and spaces."""
    return re.sub(r"\W", "", fold(name))


def is_own(found: str) -> bool:
    """Whether words for a speaker mean the outlet itself: "our post", and not "US officials"."""
    first = found.split()[0]
    return fold(first) in voice_words().own and not (len(first) > 1 and first.isupper())


@lru_cache(maxsize=1)
def speaking_words() -> frozenset[str]:
    """Words for persons, groups, bodies and writings that may hold something."""
    people = lexicon().people
    singular = people["person"] | people["body"]
    return frozenset(
        {
            *singular,
            *(word + "s" for word in singular),
            *people["group"],
            *people.get("paper", ()),
            *voice_words().writings,
            *voice_words().bodies,
            *(word + "s" for word in voice_words().bodies),
            *voice_words().groups,
        }
    )
