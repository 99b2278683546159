"""Words for who speaks without a name: the outlet itself, writings, and what stands for a newspaper."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class VoiceWords(NamedTuple):
    """Words by which a text names who speaks without a name."""

    own: frozenset[str]  #: the outlet itself: "our original post"
    writings: frozenset[str]  #: documents and recordings that hold something
    press: frozenset[str]  #: "the newspaper", "the report": named elsewhere in the text
    titles: frozenset[str]  #: words in the names of newspapers and broadcasters
    bodies: frozenset[str]  #: bodies that hold something, besides those that reports are given by
    groups: frozenset[str]  #: groups of people that hold something
    judging: frozenset[str]  #: cues that judge a thing, told by the outlet: "defended the $3 million deal"
    unsigned: frozenset[str]  #: writings and recordings that an outlet reads for itself: "video of the event showed"


@lru_cache(maxsize=1)
def voice_words() -> VoiceWords:
    """The lists of voices.toml."""
    data = tomllib.loads(files("readout.language").joinpath("voices.toml").read_text(encoding="utf-8"))
    return VoiceWords(*(frozenset(data[name].split()) for name in VoiceWords._fields))
