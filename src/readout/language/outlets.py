"""News agencies and outlets as data: names, the forms they sign with, their domains."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

#: An agency that no list knows but whose name says what it is: "Norland News Agency".
_SELF_NAMED = r"(?:[A-Z][\w’'-]{1,20} ){1,3}(?:News|Press) Agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A news agency: the name used in the output, its full names, and the forms that sign a text."""

    name: str
    full: tuple[str, ...]
    signs: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher: the name used in the output, other names it goes by, its domains."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """All agencies and outlets known by name."""

    agencies: tuple[Agency, ...]
    outlets: tuple[Outlet, ...]


@lru_cache(maxsize=1)
def load_press() -> Press:
    """The agencies and outlets of `outlets.toml`, read once."""
    data = tomllib.loads(files("readout.language").joinpath("outlets.toml").read_text(encoding="utf-8"))
    return Press(
        agencies=tuple(
            Agency(name=row["name"], full=tuple(row["full"]), signs=tuple(row["signs"]), domains=tuple(row["domains"]))
            for row in data["agency"]
        ),
        outlets=tuple(
            Outlet(name=row["name"], aliases=tuple(row["aliases"]), domains=tuple(row["domains"]))
            for row in data["outlet"]
        ),
    )


@lru_cache(maxsize=1)
def agency_signs() -> dict[str, str]:
    """Every form an agency signs with (full names too), to the agency's name. Case counts: "AP" is one, "ap" is not."""
    forms: dict[str, str] = {}
    for agency in load_press().agencies:
        for form in (*agency.full, *agency.signs, agency.name):
            forms.setdefault(form, agency.name)
    return forms


@lru_cache(maxsize=1)
def agency_pattern() -> str:
    """A regular expression (no groups) for any form an agency signs with, as a whole word."""
    forms = sorted(agency_signs(), key=lambda form: (-len(form), form))
    return r"(?<![\w.])(?:" + "|".join(re.escape(form) for form in forms) + rf"|{_SELF_NAMED})(?!\w)"


@lru_cache(maxsize=1)
def _least_forms() -> tuple[str, ...]:
    """The forms that hold no other form: where none of them stands, no form does."""
    forms = sorted(agency_signs(), key=lambda form: (len(form), form))
    least: list[str] = []
    for form in forms:
        if not any(shorter in form for shorter in least):
            least.append(form)
    return tuple(least)


@lru_cache(maxsize=4)
def _forms_in(text: str) -> tuple[str, ...]:
    """The least forms that stand in a text (of two that overlap perhaps one, which tells as much of a paragraph).

    The paragraphs of one text are asked one after the other.
    """
    found = sorted(set(_any_form().findall(text)))
    return (*found, " Agency") if " Agency" in text else tuple(found)


@lru_cache(maxsize=1)
def _any_form() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _least_forms())))


def may_name_agency(text: str, start: int, end: int) -> bool:
    """Whether `agency_pattern` can match in `text[start:end]`: a plain look that spares most paragraphs the pattern."""
    return any(text.find(form, start, end) >= 0 for form in _forms_in(text))


@lru_cache(maxsize=1)
def _known_domains() -> dict[str, str]:
    press = load_press()
    known = [(outlet.name, outlet.domains) for outlet in press.outlets]
    known += [(agency.name, agency.domains) for agency in press.agencies]
    return {domain: name for name, domains in known for domain in domains}


def find_agency(name: str) -> str | None:
    """The agency that `name` is a form of, or None. "The Associated Press" gives "AP"."""
    cleaned = " ".join(name.split()).strip(" .,;:/|")
    forms = agency_signs()
    bare = cleaned.removeprefix("The ").removeprefix("the ")
    return forms.get(cleaned) or forms.get(bare) or (bare if re.fullmatch(_SELF_NAMED, bare) else None)


def outlet_of(url: str | None) -> str | None:
    """The known outlet at the host of `url`, or None."""
    host = host_of(url)
    known = _known_domains()
    while host:
        if host in known:
            return known[host]
        _, _, host = host.partition(".")
    return None


def host_of(url: str | None) -> str:
    """The host name of `url` in lower case without "www."; empty if there is none or the address is malformed."""
    if not url:
        return ""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
