"""The open name-tagged data as texts with gold spans."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = {
    "per": "person", "person": "person", "loc": "place", "location": "place", "org": "organisation",
    "organisation": "organisation", "corporation": "organisation", "group": "organisation",
}  # fmt: skip
TRAIN = (
    "uner_ewt_train.iob2.gz",
    "wikigold.conll.gz",
    "re3d_open.conll.gz",
    "broad_twitter.conll.gz",
    "wnut17_train.conll.gz",
)
NO_SPACE_BEFORE = frozenset(".,;:!?)]}%") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''"}
NO_SPACE_AFTER = frozenset("([{$#@") | {"``"}


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A document: its text, its sentences, and the gold names (start, end, kind)."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    names: tuple[tuple[int, int, str], ...]


def read_tagged(path: Path) -> Iterator[TaggedText]:
    """The documents of a tagged file; files that mark no documents are cut into stretches of twenty sentences."""
    marks_documents = "uner" in path.name
    column = 1
    sentences: list[list[tuple[str, str]]] = []
    raw: list[str | None] = []
    rows: list[tuple[str, str]] = []
    shown: str | None = None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if sentences:
                    yield _document(sentences, raw)
                sentences, raw = [], []
            elif line.startswith("# text = "):
                shown = line[9:]
            elif line.startswith("# ") and marks_documents:
                continue
            elif line.strip():
                fields = line.split("\t") if "\t" in line else line.split(" ")
                rows.append((fields[column], fields[column + 1]) if marks_documents else (fields[0], fields[-1]))
            elif rows:
                sentences.append(rows)
                raw.append(shown)
                rows, shown = [], None
                if not marks_documents and len(sentences) == 20:
                    yield _document(sentences, raw)
                    sentences, raw = [], []
    if sentences:
        yield _document(sentences, raw)


def _document(sentences: list[list[tuple[str, str]]], raw: list[str | None]) -> TaggedText:
    text, places, names = "", [], []
    for rows, shown in zip(sentences, raw, strict=True):
        start = len(text)
        text += shown if shown is not None else _joined([word for word, _ in rows])
        places.append((start, len(text)))
        names.extend(_names(text, start, rows))
        text += "\n"
    return TaggedText(text, tuple(places), tuple(names))


def _joined(words: list[str]) -> str:
    text = ""
    glue = True
    for word in words:
        text += word if glue or word in NO_SPACE_BEFORE else " " + word
        glue = word in NO_SPACE_AFTER
    return text


def _names(text: str, at: int, rows: list[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    current: tuple[int, int, str] | None = None
    for word, tag in rows:
        place = text.find(word, at)
        if place < 0:
            continue
        at = place + len(word)
        kind = KINDS.get(tag[2:].lower(), "other") if tag[:2] in ("B-", "I-") else None
        if kind is not None and current is not None and tag.startswith("I-") and current[2] == kind:
            current = (current[0], at, kind)
            continue
        if current is not None:
            yield current
        current = (place, at, kind) if kind is not None else None
    if current is not None:
        yield current
