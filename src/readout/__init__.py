"""Readout: who said what, who copied whom, and where the accounts differ.

The verbs are `read`, `annotate`, `copies`, `stories`, `compare`, `quote` and `report`; the nouns are in
`readout.types`. They are loaded when first used, so that `import readout` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.app import Comparison, Pile, annotate, compare, copies, quote, read, report, stories

__version__ = "0.1.0"
__all__ = [
    "Comparison",
    "Pile",
    "annotate",
    "compare",
    "copies",
    "fetch",
    "list_addresses",
    "quote",
    "read",
    "report",
    "stories",
]


def __getattr__(name: str) -> object:
    if name in __all__:
        from readout import app

        return getattr(app, name)
    raise AttributeError(f"module 'readout' has no attribute {name!r}")
