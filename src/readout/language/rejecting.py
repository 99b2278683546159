"""Patterns of sentences in which a claim is rejected, from rejecting.toml."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

_PART = re.compile(r"@(\w+)@")


@lru_cache(maxsize=1)
def rejecting() -> dict[str, re.Pattern[str]]:
    """The patterns by their names, with the parts that they share filled in."""
    data = tomllib.loads(files("readout.language").joinpath("rejecting.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = {}

    def whole(text: str) -> str:
        return _PART.sub(lambda match: parts[match[1]], "".join(text.split("\n")))

    for name, text in data["parts"].items():  # a part may hold those before it
        parts[name] = whole(text)
    return {name: re.compile(whole(text)) for name, text in data["patterns"].items()}
