"""The table of lemmas that no rule gives, from the treebanks: {POS: {form: lemma}}."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from treebank import read_trees

if TYPE_CHECKING:
    from pathlib import Path

INFLECTED = ("NOUN", "VERB", "AUX", "ADJ", "ADV")


def write_lemmas(treebanks: list[Path], out: Path) -> None:
    """Write the forms whose most frequent lemma differs from what the rules of readout.language.lemmas give."""
    from readout.language.lemmas import by_rule

    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    known: defaultdict[str, set[str]] = defaultdict(set)
    for path in treebanks:
        for tree in read_trees(path):
            for word in tree:
                if word.pos in INFLECTED and word.text.isascii() and word.text.replace("'", "").isalpha():
                    seen[word.pos, word.text.lower()][word.lemma.lower()] += 1
                    known[word.pos].add(word.lemma.lower())
    table: dict[str, dict[str, str]] = {pos: {} for pos in INFLECTED}
    for (pos, form), lemmas in sorted(seen.items()):
        lemma = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))
        if by_rule(form, pos) != lemma:
            table[pos][form] = lemma
    out.write_text(json.dumps(table, ensure_ascii=False, sort_keys=True, indent=0), encoding="utf-8")
