"""Fixtures that every chapter's tests share."""

from __future__ import annotations

import pathlib

import pytest
from hypothesis import settings

# No test is timed: on a busy machine an example that is quick alone may take longer than Hypothesis allows one.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SHARED = pathlib.Path(__file__).resolve().parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden dossiers are rewritten on demand, and their difference read by a person."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files of tests/golden")


@pytest.fixture(scope="session")
def shared() -> pathlib.Path:
    """The folder of reference data beside the checkout; a test that asks for it is skipped where it is absent."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("needs the reference data in ../shared, which is not here")
    return SHARED
