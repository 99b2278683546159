"""Readout: who said what, who copied whom, and where the accounts differ."""

__version__ = "0.1.0"
