"""The option that rewrites golden dossiers, and what compares with them."""

from __future__ import annotations

import difflib
import pathlib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = pathlib.Path(__file__).parent
SHOWN = 80


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of a name, line by line; with --update-golden it rewrites the file instead."""

    def compare(name: str, text: str) -> None:
        path = HERE / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
            return
        if not path.is_file():
            pytest.skip(f"there is no golden file {name} yet; --update-golden writes it")
        expected = path.read_text(encoding="utf-8")
        difference = list(difflib.unified_diff(expected.splitlines(), text.splitlines(), name, "now", lineterm="", n=1))
        if difference:
            more = f"\n... and {len(difference) - SHOWN} lines more" if len(difference) > SHOWN else ""
            pytest.fail(
                "the dossier changed; read the difference, and if it is right, run pytest tests/golden --update-golden\n"
                + "\n".join(difference[:SHOWN])
                + more,
                pytrace=False,
            )

    return compare
