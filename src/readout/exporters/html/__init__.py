"""The report as one self-contained page of HTML: no network, no foreign code, readable without its script."""

from __future__ import annotations

import base64
import json
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from readout.exporters.html.index import Index
from readout.exporters.html.view import view_report
from readout.exporters.visible import show_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readout.exporters.html.copies import Pairing
    from readout.types import Report


def export_html(report: Report) -> str:
    """The page. Every value in it links to the words it rests on.

    Raises EvidenceError if a span in the report does not fit its article.
    """
    view = view_report(report, Index(report))
    style, script = _asset("report.css"), _asset("report.js")
    page = _environment().get_template("page.html.j2")
    return page.render(
        pile=view,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        pairings=_data(_pairings(view.pairings)),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("readout.exporters.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )


def _finalize(value: object) -> object:
    """Whatever a template prints passes here: characters that would act are shown, markup of our own is left alone."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return show_controls(value)
    return "" if value is None else value


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Content Security Policy: nothing may be loaded, and nothing runs but the one style and script we wrote."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _pairings(pairings: Iterable[Pairing]) -> dict[str, object]:
    return {
        str(pairing.number): {"a": pairing.a, "b": pairing.b, "p": pairing.passages, "e": pairing.edits}
        for pairing in pairings
    }


def _data(value: object) -> Markup:
    """JSON that may stand in a script element: no `<`, `>` or `&` (HTML, 4.12.1.3)."""
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=True)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)
