"""Who and what is named."""

from __future__ import annotations

from readout.analysis.names.entities import find_entities
from readout.analysis.names.unify import unify_names

__all__ = ["find_entities", "unify_names"]
