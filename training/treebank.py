"""Reading Universal Dependencies treebanks (CoNLL-U) as sentences of words."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

#: Marks that `readout.language.parser` makes plain before it parses, so the training text has them plain too.
PLAIN = str.maketrans({**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"')})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a tree; `head` is an index in the sentence, its own at the root."""

    text: str
    lemma: str
    pos: str
    head: int
    dep: str
    space: bool


def read_trees(path: Path) -> Iterator[list[Word]]:
    """The sentences of a .conllu.gz file, words as UD cuts them (multiword tokens taken apart)."""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield _words(rows)
                rows = []
            elif not line.startswith("#"):
                rows.append(line.split("\t"))
    if rows:
        yield _words(rows)


def _words(rows: list[list[str]]) -> list[Word]:
    words: list[Word] = []
    inside_until = 0
    space_after_group = True
    for row in rows:
        number, misc = row[0], row[9]
        if "-" in number:
            inside_until = int(number.split("-")[1])
            space_after_group = "SpaceAfter=No" not in misc
            continue
        if "." in number:
            continue
        index = int(number)
        if index < inside_until:
            space = False
        elif index == inside_until:
            space = space_after_group
        else:
            space = "SpaceAfter=No" not in misc
        head = int(row[6])
        words.append(
            Word(
                text=row[1].translate(PLAIN),
                lemma=row[2].translate(PLAIN),
                pos=row[3],
                head=index - 1 if head == 0 else head - 1,
                dep="root" if head == 0 else row[7].split(":")[0] if row[7] not in KEPT_SUBTYPES else row[7],
                space=space,
            )
        )
    return words


#: Relations kept whole: the rest lose what follows the colon, which costs accuracy and helps nobody downstream.
KEPT_SUBTYPES = frozenset(
    {"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "nmod:poss", "acl:relcl", "compound:prt"}
)


def make_doc(vocab: Vocab, words: list[Word]) -> Doc:
    """The sentence as a spaCy document with gold annotations."""
    from spacy.tokens import Doc

    return Doc(
        vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        pos=[word.pos for word in words],
        morphs=["" for _ in words],
        heads=[word.head for word in words],
        deps=["ROOT" if word.dep == "root" else word.dep for word in words],
        sent_starts=[index == 0 for index in range(len(words))],
    )
