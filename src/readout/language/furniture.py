"""Page furniture as data: the words of buttons, related links, comments, notices, captions and walls."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Compiled patterns (case ignored) and word lists; `walls` pairs a pattern with what such a page is."""

    buttons: frozenset[str]
    weak_buttons: frozenset[str]
    comments: re.Pattern[str]
    related: re.Pattern[str]
    labelled_link: re.Pattern[str]
    service: re.Pattern[str]
    service_triggers: frozenset[str]
    service_abroad: re.Pattern[str]
    service_abroad_triggers: frozenset[str]
    syndication: re.Pattern[str]
    syndication_signs: tuple[str, ...]  #: case-folded; one stands in whatever `syndication` matches
    correction: re.Pattern[str]
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
        service=compiled("service"),
        service_triggers=frozenset(data["service_triggers"].split()),
        service_abroad=compiled("service_abroad"),
        service_abroad_triggers=frozenset(data["service_abroad_triggers"].split()),
        syndication=compiled("syndication"),
        syndication_signs=tuple(data["syndication_signs"]),
        correction=compiled("correction"),
        caption=compiled("caption"),
        caption_signs=tuple(data["caption_signs"]),
        published=compiled("published", r"\b", r"\b"),
        updated=compiled("updated", r"\b", r"\b"),
        walls=tuple((re.compile("|".join(row["words"]), re.IGNORECASE), str(row["what"])) for row in data["wall"]),
    )
