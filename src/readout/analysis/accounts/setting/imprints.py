"""An outlet's own voice, and which names are those of newspapers, broadcasters and agencies."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from readout.language.outlets import load_press
from readout.language.voices import voice_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readout.analysis.accounts.setting.layout import Layout

_SPELLED = {"AP": "Associated Press"}  #: an abbreviation that readers know by its full name
_EDITION = re.compile(r"\s*\([^)]*\)|\s+-\s+(?:News|Online|Web|Opinion|Editorial)$|\s+(?:Online(?:\s+News)?|Digital)$")


def voice_of(scene: Layout, article: str) -> tuple[str, ...]:
    """An article's own voice: `outlet:` with its outlet, and with the agencies it credits."""
    found = scene.articles[article]
    names = [_plain_outlet(found.outlet.value)] if found.outlet else []
    agencies = [agency.value for agency in found.agencies]
    origin = scene.material.origin_of(article).name
    if origin in _agency_names():
        agencies.append(origin)
    names += [_SPELLED.get(agency, agency) for agency in agencies]
    if not names:
        names = [found.file or found.id]
    return tuple(f"outlet:{name}" for name in dict.fromkeys(names))


def is_own_voice(holders: Iterable[str]) -> bool:
    """Whether only outlets hold it."""
    return all(name.startswith("outlet:") for name in holders)


def passing_on(scene: Layout, article: str) -> tuple[str, ...]:
    """The outlet whose report an article passes on, as a holder; () for none."""
    return tuple(
        f"outlet:{name}" for member, name in scene.material.origin_of(article).relays if member == article and name
    )


@lru_cache(maxsize=4096)
def is_press(name: str) -> bool:
    """Whether a name is that of a newspaper, a broadcaster or an agency."""
    return bool(name) and (name.removeprefix("The ") in _known() or name.split()[-1] in voice_words().titles)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The names of the newspapers, broadcasters and agencies that are known, without their article."""
    press = load_press()
    known = {form for outlet in press.outlets for form in (outlet.name, *outlet.aliases)}
    known |= {form for agency in press.agencies for form in (agency.name, *agency.full)}
    return frozenset(form.removeprefix("The ") for form in known)


@lru_cache(maxsize=1)
def _agency_names() -> frozenset[str]:
    """The names of the news agencies that are known."""
    return frozenset(agency.name for agency in load_press().agencies)


def _plain_outlet(name: str) -> str:
    """An outlet's name without its edition: "NPR Online News" and "CNN (Web News)" speak for NPR and CNN.

    "Fox Online News" speaks for Fox News, since that is the name that is known.
    """
    plain = _EDITION.sub("", name).strip() or name
    news = f"{plain} News"
    return news if plain != name and plain.removeprefix("The ") not in _known() and news in _known() else plain
