"""The open name-tagged data as texts with gold spans."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = {
    "per": "person", "person": "person", "loc": "place", "location": "place", "org": "organisation",
    "organisation": "organisation", "corporation": "organisation", "group": "organisation",
}  # fmt: skip
#: Kinds of entities in GUM that are names if their head is a proper noun.
GUM_KINDS = {"person": "person", "place": "place", "organization": "organisation"}
TRAIN = (
    "uner_ewt_train.iob2.gz",
    "wikigold.conll.gz",
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
    if path.name.startswith("gum"):
        yield from read_gum(path)
        return
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


def read_gum(path: Path) -> Iterator[TaggedText]:
    """The documents of GUM, with the proper names among its entities."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = lines.read().split("# newdoc id")
    for document in documents[1:]:
        text, places, names = "", [], []
        for block in document.split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
            rows = [row for row in rows if row[0].isdigit()]
            if not rows:
                continue
            start = len(text)
            spans = []
            for row in rows:
                spans.append((len(text), len(text) + len(row[1])))
                text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            places.append((start, spans[-1][1]))
            names.extend(_gum_names(rows, spans))
            text = text[: spans[-1][1]] + "\n"
        yield TaggedText(text, tuple(places), tuple(names))


def _gum_names(rows: list[list[str]], spans: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The longest runs of proper nouns inside mentions of persons, places and organisations."""
    opened: list[tuple[str, int, str]] = []
    found: list[tuple[int, int, str]] = []
    for index, row in enumerate(rows):
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if entity is None:
            continue
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", entity.group(1)):
            fields = part.strip("()").split("-")
            if part.startswith("("):
                opened.append((fields[0], index, fields[1] if len(fields) > 1 else ""))
            if part.endswith(")"):
                match = next((o for o in reversed(opened) if o[0] == fields[0]), None)
                if match is not None:
                    opened.remove(match)
                    found.append((match[1], index, match[2]))
    for low, high, kind in found:
        inside = [i for i in range(low, high + 1) if rows[i][1][:1].isupper() and rows[i][3] != "DET"]
        head = rows[_head(rows, low, high)]
        if kind in GUM_KINDS and inside and head[3] == "PROPN" and not (kind == "person" and head[4] == "NNPS"):
            allowed = ("PROPN", "ADP", "DET", "PUNCT", "CCONJ", "ADJ")
            if all(row[3] in allowed for row in rows[inside[0] : inside[-1] + 1]):
                yield spans[inside[0]][0], spans[inside[-1]][1], GUM_KINDS[kind]


def _head(rows: list[list[str]], low: int, high: int) -> int:
    """The word of the mention whose head lies outside it."""
    numbers = {rows[i][0] for i in range(low, high + 1)}
    return next((i for i in range(low, high + 1) if rows[i][6] not in numbers), low)
