"""Page furniture as data: the words of buttons, related links, comments, notices, captions and walls."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Triggered:
    """Patterns, each with the words of which one stands in whatever it matches, so that few need to be tried."""

    patterns: tuple[tuple[frozenset[str], re.Pattern[str]], ...]
    triggers: frozenset[str]  #: those of all patterns: most texts have none of them

    def found_in(self, text: str, words: set[str]) -> bool:
        """Whether one of the patterns is found in a text that has these words (small letters)."""
        said = words & self.triggers
        tried = (pattern for needed, pattern in self.patterns if said and not said.isdisjoint(needed))
        return any(pattern.search(text) for pattern in tried)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Compiled patterns (case ignored) and word lists; `walls` pairs a pattern with what such a page is."""

    buttons: frozenset[str]
    weak_buttons: frozenset[str]
    comments: re.Pattern[str]
    related: re.Pattern[str]
    labelled_link: re.Pattern[str]
    service: Triggered
    service_abroad: Triggered
    syndication: re.Pattern[str]
    syndication_signs: tuple[str, ...]  #: case-folded; one stands in whatever `syndication` matches
    correction: re.Pattern[str]
    correction_signs: tuple[str, ...]  #: case-folded; one stands in whatever `correction` matches
    caption: re.Pattern[str]
    caption_signs: tuple[str, ...]  #: case-folded; one stands in whatever `caption` matches
    published: re.Pattern[str]
    updated: re.Pattern[str]
    walls: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=1)
def load_furniture() -> Furniture:
    """The furniture of `furniture.toml`, read and compiled once."""
    data = tomllib.loads(files("readout.language").joinpath("furniture.toml").read_text(encoding="utf-8"))

    def compiled(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
        return re.compile(f"{before}(?:{'|'.join(data[name])}){after}", re.IGNORECASE)

    return Furniture(
        buttons=frozenset(data["buttons"].split()),
        weak_buttons=frozenset(data["weak_buttons"].split()),
        comments=compiled("comments"),
        related=compiled("related", r"[\W_]*", r"[\s:.»>…]*$"),
        labelled_link=compiled("labelled_link", r"\W{0,3}", r"\s*[:>»|]\s*\S"),
        service=_triggered(data["service"], data["service_triggers"].split()),
        service_abroad=_triggered(data["service_abroad"], data["service_abroad_triggers"].split()),
        syndication=compiled("syndication"),
        syndication_signs=tuple(data["syndication_signs"]),
        correction=compiled("correction"),
        correction_signs=tuple(data["correction_signs"]),
        caption=compiled("caption"),
        caption_signs=tuple(data["caption_signs"]),
        published=compiled("published", r"\b", r"\b"),
        updated=compiled("updated", r"\b", r"\b"),
        walls=tuple((re.compile("|".join(row["words"]), re.IGNORECASE), str(row["what"])) for row in data["wall"]),
    )


def _triggered(patterns: list[str], triggers: list[str]) -> Triggered:
    """The patterns, each with the triggers that can be its own: those that begin as something in it does."""
    needed = [frozenset(word for word in triggers if word[:3] in pattern) for pattern in patterns]
    compiled = (re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    return Triggered(tuple(zip(needed, compiled, strict=True)), frozenset().union(*needed))
