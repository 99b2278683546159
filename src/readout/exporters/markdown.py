"""Placeholder module of the markdown exporter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Report


def export_markdown(report: Report, width: int = 100, *, colour: bool = False) -> str:
    """The report as markdown."""
    return ""
