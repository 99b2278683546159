"""The open name-tagged data as texts with gold spans."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.language.names import names

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
    "uner_ewt_dev.iob2.gz",
    "gum_open_train.conllu.gz",
    "gum_open_dev.conllu.gz",
    "wikigold.conll.gz",
    "broad_twitter.conll.gz",
    "wnut17_train.conll.gz",
)
PROPER = ("NNP", "NNPS")
#: Words before a person's name that GUM takes for part of it.
TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor president senator sen rep representative governor gov general gen colonel
    major captain lieutenant sergeant king queen prince princess sir dame lord lady judge justice secretary
    minister pope saint st emperor chancellor chairman mayor father mother brother sister uncle aunt inspector
    officer chief director congressman congresswoman prime vice shah sheikh ambassador reverend rev bishop
    archbishop cardinal coach
    """.split()
)
COUNTRIES = names().countries  #: whose teams and governments GUM calls organisations
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
        named = tag[:2] in ("B-", "I-") and tag[2:] != "O"  # "B-O" in UniversalNER is a mark that names nothing
        kind = KINDS.get(tag[2:].lower(), "other") if named else None
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
    """The proper names that are heads of mentions, without titles and what follows after a comma; the longest first."""
    taken: set[int] = set()
    named = [(found, kind) for low, high, kind in _mentions(rows) if (found := _name_in(rows, low, high, kind))]
    for (low, high), kind in sorted(named, key=lambda one: (one[0][0] - one[0][1], one[0])):
        if taken.isdisjoint(range(low, high)):
            taken.update(range(low, high))
            shown = " ".join(row[1] for row in rows[low:high]).lower()
            yield spans[low][0], spans[high - 1][1], "place" if shown in COUNTRIES else GUM_KINDS.get(kind, "other")


def _mentions(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """The mentions of a sentence: first and last word, and their kind in GUM."""
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
                match = next((one for one in reversed(opened) if one[0] == fields[0]), None)
                if match is not None:
                    opened.remove(match)
                    found.append((match[1], index, match[2]))
    return found


def _name_in(rows: list[list[str]], low: int, high: int, kind: str) -> tuple[int, int] | None:
    """The words `[low, high)` of the name around the head of a mention, if that is a proper noun."""
    comma = next((n for n in range(low, high + 1) if rows[n][1] in (",", "(", "[", ":")), high + 1)
    last = comma - 1
    head = min(_head(rows, low, high), last)
    if kind == "time" or (kind == "person" and rows[head][4] == "NNPS"):
        return None
    while kind == "person" and head < last and rows[head + 1][4] == "NNP" and rows[head + 1][7] in ("flat", "appos"):
        head += 1
    if rows[head][4] not in PROPER:
        return None
    start, end = head, head + 1
    while start > low and (rows[start - 1][4] in PROPER or _joins(rows, start - 1, low, kind)):
        start -= 1
    while end <= last and (rows[end][4] in PROPER or _goes_on(rows, end, last, kind)):
        end += 1
    while end > start and rows[end - 1][4] not in PROPER:
        end -= 1
    return _trimmed(rows, start, end, kind)


def _trimmed(rows: list[list[str]], start: int, end: int, kind: str) -> tuple[int, int] | None:
    """The name without titles and marks before it; with "The" inside a sentence."""
    titles = [n for n in range(start, end) if kind == "person" and _is_title(rows[n])]
    start = titles[-1] + 1 if titles else start
    while start < end and (rows[start][4] not in PROPER or not rows[start][1][0].isalpha()):
        start += 1
    if start == end or not any(row[1][:1].isupper() for row in rows[start:end]):
        return None
    return (start - 1 if start > 1 and rows[start - 1][1] == "The" and kind != "person" else start), end


def _is_title(row: list[str]) -> bool:
    return row[7] == "nmod:desc" or row[1].lower().rstrip(".") in TITLES


def _joins(rows: list[list[str]], index: int, low: int, kind: str) -> bool:
    """Whether a word between proper nouns before the head belongs to the name: "Bank of Mount Lee"."""
    if index <= low or rows[index - 1][4] not in PROPER:
        return False
    return rows[index][1] in ("-", "&", "–", ".") or (kind != "person" and rows[index][1] in ("of", "for"))


def _goes_on(rows: list[list[str]], index: int, high: int, kind: str) -> bool:
    """Whether a small word after the head belongs to the name: "University of Paris", "Ministry of the Interior"."""
    if index >= high:
        return False
    joins = ("-", "&", "–", "de", "la", "van", "von", "bin", "of" if kind != "person" else "-")
    if rows[index][1] in joins:
        return rows[index + 1][4] in PROPER or (rows[index + 1][1] == "the" and index + 1 < high)
    if rows[index][1] == "the":
        return rows[index - 1][1] in ("of", "for") and rows[index + 1][4] in PROPER
    if kind == "organization" and rows[index][1] in ("for", "and"):
        after = rows[index + 1]
        return after[4] in PROPER and any(row[1] in ("of", "for") for row in rows[:index][-4:])
    return False


def _head(rows: list[list[str]], low: int, high: int) -> int:
    """The word of the mention whose head lies outside it."""
    numbers = {rows[i][0] for i in range(low, high + 1)}
    return next((i for i in range(low, high + 1) if rows[i][6] not in numbers), low)
