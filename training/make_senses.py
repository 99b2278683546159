"""Write senses.tsv in readout/language/names from WordNet: what sort of thing each word means.

python training/make_senses.py --wordnet DIR --out src/readout/language/names

`--wordnet` is the folder of WordNet 3.0's files (`usr/share/wordnet` of Debian's package "wordnet-base"). A word has
the sort of its first sense as a noun ("nperson", "Nperson" if it is always written with a capital), as a verb
("vmotion"), and "adj" and "adv". Words are kept that are counted in WordNet's tagged texts, and persons, groups and
places.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

KINDS = ("noun", "verb", "adj", "adv")
KEPT = ("nperson", "ngroup", "Nperson", "Nlocation", "Ngroup")
#: WordNet's numbers of sorts of nouns and verbs (lexnames).
SORTS = """
Tops act animal artifact attribute body cognition communication event feeling food group location motive object person
phenomenon plant possession process quantity relation shape state substance time body change cognition communication
competition consumption contact creation emotion motion perception possession social stative weather
""".split()
FIRST_SORT = 3  #: the number of the first of SORTS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    senses = read_senses(given.wordnet)
    counted = {line.split("%")[0] for line in lines_of(given.wordnet / "cntlist.rev")}
    counted |= add_irregular(given.wordnet, senses, counted)
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for word, found in sorted(senses.items()):
        if word in counted or found[0] in KEPT:
            lines[" ".join(found)].append(word)
    text = "".join(f"{found}\t{' '.join(words)}\n" for found, words in sorted(lines.items()))
    (given.out / "senses.tsv").write_text(text, encoding="utf-8")
    print(sum(map(len, lines.values())), "words", len(text), "bytes")


def lines_of(path: Path) -> list[str]:
    """The lines of one of WordNet's files, without the licence at its head."""
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("  ")]


def read_senses(folder: Path) -> dict[str, list[str]]:
    """For each single word in small letters what its first senses are."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    small: set[str] = set()  # words that are written small in some sense
    for kind in KINDS:
        sorts: dict[str, str] = {}
        for line in lines_of(folder / f"data.{kind}"):
            fields = line.split(" ")
            number = int(fields[1])
            sorts[fields[0]] = kind if kind.startswith("ad") else kind[0] + SORTS[number - FIRST_SORT]
            small.update(word for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2] if word[0].islower())
        for line in lines_of(folder / f"index.{kind}"):
            fields = line.split()
            word = fields[0]
            if "_" not in word and len(word) > 1 and word[0].isalpha():
                found[word].append(sorts[fields[-int(fields[2])]])
    for word, kinds in found.items():
        if word not in small and len(kinds) == 1:
            kinds[0] = kinds[0].replace("n", "N", 1) if kinds[0][0] == "n" else kinds[0]
    return dict(found)


def add_irregular(folder: Path, senses: dict[str, list[str]], counted: set[str]) -> set[str]:
    """Give forms such as "said" and "men" the senses of their words; those of counted words."""
    new: set[str] = set()
    for kind in ("noun", "verb"):
        for line in lines_of(folder / f"{kind}.exc"):
            form, base = line.split()[:2]
            if "_" in form or not form[0].isalpha() or base not in senses:
                continue
            taken = [sense for sense in senses[base] if sense[0] == kind[0]]
            others = [sense for sense in senses.get(form, ()) if sense[0] != kind[0]]
            senses[form] = taken + others if kind == "verb" else others + taken
            if not senses[form]:
                del senses[form]
            elif base in counted:
                new.add(form)
    return new


if __name__ == "__main__":
    main()
