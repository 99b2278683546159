"""No two modules of Readout need each other: the imports that run, and those for types alone, have no circle."""

from __future__ import annotations

import ast
import pathlib
from graphlib import TopologicalSorter

ROOT = pathlib.Path(__file__).resolve().parents[2] / "src"


def _imports() -> dict[str, set[str]]:
    """The modules that each module imports from, but for the package itself, which only names what it offers."""
    paths = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in ROOT.glob("readout/**/*.py")}
    known = {name.removesuffix(".__init__"): path for name, path in paths.items()}
    found: dict[str, set[str]] = {}
    for name, path in known.items():
        named = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)]
        inner = {f"{node.module}.{alias.name}" for node in named for alias in node.names}
        outer = {n.module for n in named if n.module and any(f"{n.module}.{a.name}" not in known for a in n.names)}
        found[name] = ((inner | outer) & known.keys()) - {name, "readout"}
    return found


def test_no_modules_import_each_other_in_a_circle() -> None:
    order = tuple(TopologicalSorter(_imports()).static_order())  # raises CycleError, which names the circle
    assert "readout.analysis.accounts.setting.scene" in order
