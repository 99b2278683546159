"""Write kin.tsv in readout/language/en from WordNet: verbs that can say the same, and verbs that say it more closely.

python training/make_kin.py --wordnet DIR --out src/readout/language/en

`--wordnet` is the folder of WordNet 3.0's files (`usr/share/wordnet` of Debian's package "wordnet-base"). A line is a
sense: the verbs that have it among their first senses, and after a tab those whose first senses are a kind of it.
Only single words that are counted in WordNet's tagged texts are kept, and no verb that says little by itself.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from make_senses import lines_of

from readout.language.terms import is_stop

SENSES = 3  #: senses of a verb that count, the most common first
BROADEST = 12  #: kinds of a sense from which it says too little ("change", "move")
VERB = "2"  #: the number of verbs in WordNet's keys of senses
LIGHT = frozenset(
    "have take make get give do hold see go come be put set let keep leave find feel think know want need seem become"
    " turn bring".split()
)
HEAD = """# Verbs that can say the same, and after a tab verbs that say it more closely: senses of WordNet 3.0; see
# NOTICE. Made by training/make_kin.py.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    text = HEAD + "".join(f"{line}\n" for line in sorted(read_kin(given.wordnet)))
    (given.out / "kin.tsv").write_text(text, encoding="utf-8")
    print(text.count("\n"), "lines", len(text), "bytes")


def read_kin(folder: Path) -> set[str]:
    """The lines of the table."""
    keys = (line.split(" ")[0] for line in lines_of(folder / "cntlist.rev"))
    counted = {word for word, _, sense in (key.partition("%") for key in keys) if sense.startswith(VERB)}
    above = {}
    for line in lines_of(folder / "data.verb"):
        fields = line.split(" | ")[0].split(" ")
        after = 4 + 2 * int(fields[3], 16) + 1
        above[fields[0]] = [fields[n + 1] for n in range(after, len(fields) - 1) if fields[n] == "@"]
    own: defaultdict[str, set[str]] = defaultdict(set)
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines_of(folder / "index.verb"):
        fields = line.split()
        word = fields[0]
        if word in counted and word.isalpha() and word not in LIGHT and not is_stop(word):
            for sense in fields[-int(fields[2]) :][:SENSES]:
                own[sense].add(word)
                for broader in above[sense]:
                    kinds[broader].add(word)
    found = set()
    for sense, words in own.items():
        closer = kinds[sense] - words if len(kinds[sense] - words) <= BROADEST else set()
        if len(words) + len(closer) > 1:
            found.add("\t".join(filter(None, (" ".join(sorted(words)), " ".join(sorted(closer))))))
    return found


if __name__ == "__main__":
    main()
