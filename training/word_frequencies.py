"""Make src/readout/language/en/frequencies.tsv from open treebanks: how many stretches of 400 words hold each word.

    python training/word_frequencies.py FOLDER_WITH_CONLLU_GZ > src/readout/language/en/frequencies.tsv

FOLDER holds {ewt,gum_open}_{train,dev,test}.conllu.gz. Counts of words only; no text is kept.
"""

from __future__ import annotations

import gzip
import pathlib
import sys
from collections import Counter
from typing import TYPE_CHECKING

from readout.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterator

STRETCH = 400
RAREST = 2

HEAD = """\
# In how many of the stretches of 400 running words of English each word (folded) occurs; rarer than 2 left out.
# Counted in UD English EWT (Silveira et al. 2014, CC BY-SA 4.0) and in the openly licensed genres of UD English GUM
# (Zeldes 2017, CC BY 4.0). Made by training/word_frequencies.py. This file is under CC BY-SA 4.0.
"""


def documents(folder: pathlib.Path) -> Iterator[str]:
    """The running text of every document of the treebanks, in order."""
    for bank in ("ewt", "gum_open"):
        for part in ("train", "dev", "test"):
            lines: list[str] = []
            with gzip.open(folder / f"{bank}_{part}.conllu.gz", "rt", encoding="utf-8") as file:
                for line in file:
                    if line.startswith("# newdoc") and lines:
                        yield " ".join(lines)
                        lines = []
                    elif line.startswith("# text = "):
                        lines.append(line[len("# text = ") :].strip())
            if lines:
                yield " ".join(lines)


def main() -> None:
    """Count, and write the table to stdout."""
    counts: Counter[str] = Counter()
    running = [word.folded for text in documents(pathlib.Path(sys.argv[1])) for word in words(text)]
    stretches = range(0, len(running), STRETCH)
    for start in stretches:
        counts.update(set(running[start : start + STRETCH]))
    sys.stdout.write(HEAD)
    sys.stdout.write(f"#stretches\t{len(stretches)}\n")
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count >= RAREST:
            sys.stdout.write(f"{word}\t{count}\n")


if __name__ == "__main__":
    main()
