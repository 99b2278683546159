"""Placeholder module of the terminal exporter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.types import Report


def export_terminal(report: Report, width: int = 100, *, colour: bool = False) -> str:
    """The report as terminal."""
    return ""
