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


@dataclass(frozen=True, slots=True)
class Signed:
    """A pattern with signs (case-folded) of which one stands in whatever it matches, so that it is rarely tried."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...]

    def search(self, text: str, folded: str) -> re.Match[str] | None:
        """The first match in a text, given also case-folded; None without one."""
        return self.pattern.search(text) if any(sign in folded for sign in self.signs) else None


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
    form: Signed
    syndication: Signed
    correction: Signed
    caption: Signed
    published: re.Pattern[str]
    updated: re.Pattern[str]
    walls: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=1)
def load_furniture() -> Furniture:
    """The furniture of `furniture.toml`, read and compiled once."""
    data = tomllib.loads(files("readout.language").joinpath("furniture.toml").read_text(encoding="utf-8"))

    def compiled(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
        return re.compile(f"{before}(?:{'|'.join(data[name])}){after}", re.IGNORECASE)

    def signed(name: str) -> Signed:
        return Signed(compiled(name), tuple(data[f"{name}_signs"]))

    return Furniture(
        buttons=frozenset(data["buttons"].split()),
        weak_buttons=frozenset(data["weak_buttons"].split()),
        comments=compiled("comments"),
        related=compiled("related", r"[\W_]*", r"[\s:.»>…]*$"),
        labelled_link=compiled("labelled_link", r"\W{0,3}", r"\s*[:>»|]\s*\S"),
        service=_triggered(data["service"], data["service_triggers"].split()),
        service_abroad=_triggered(data["service_abroad"], data["service_abroad_triggers"].split()),
        form=signed("form"),
        syndication=signed("syndication"),
        correction=signed("correction"),
        caption=signed("caption"),
        published=compiled("published", r"\b", r"\b"),
        updated=compiled("updated", r"\b", r"\b"),
        walls=tuple((re.compile("|".join(row["words"]), re.IGNORECASE), str(row["what"])) for row in data["wall"]),
    )


def _triggered(patterns: list[str], triggers: list[str]) -> Triggered:
    """The patterns, each with the triggers that can be its own: those that begin as something in it does."""
    needed = [frozenset(word for word in triggers if word[:3] in pattern) for pattern in patterns]
    compiled = (re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    return Triggered(tuple(zip(needed, compiled, strict=True)), frozenset().union(*needed))
