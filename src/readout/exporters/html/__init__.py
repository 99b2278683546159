"""Placeholder module of the html exporter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Report


def export_html(report: Report, width: int = 100, *, colour: bool = False) -> str:
    """The report as html."""
    return ""
