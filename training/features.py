"""Write the lists that our own reader of the pipeline needs from spaCy: its numbered symbols and its norms of signs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS


def write_features(folder: Path) -> None:
    """`features.json` in the pipeline's folder."""
    lists = {"norms": dict(sorted(BASE_NORMS.items())), "symbols": dict(sorted(IDS.items()))}
    text = json.dumps(lists, ensure_ascii=False, indent=0, sort_keys=True)
    (folder / "features.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_features(Path(sys.argv[1]))
