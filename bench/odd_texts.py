"""How the time for statements grows on texts that no newsroom writes: run it and look down each column.

    PYTHONPATH=src python bench/odd_texts.py

Each text is made of one piece repeated; twice the text should take about twice the time.
"""

from __future__ import annotations

import time

from readout.analysis.statements import find_statements
from readout.language.sentences import split_sentences
from readout.types import Article, Block, BlockKind, Sentence

PIECES = {
    "only quotation marks": '"',
    "quotations without end": '"We go there now," said the old man, ',
    "one sentence": "word said that he thinks ",
    "no full stop, many cues": "according to Bob, ",
    "participles": "Bob said a, adding that b, noting c, ",
    "all capitals": "HE SAID THE DOG RAN AND SHE SAID NO. ",
    "right to left and combining": "\u202eabc\u202c said\u0301 e\u0301 \U0001f600 “ok go on then,” he said. ",
    "pronouns": 'He said he said. "No," she said. ',
    "bodies": 'The ministry said "the minister said that we go and the minister said no". ',
}


def seconds(piece: str, times: int) -> tuple[int, float]:
    """Statements found in `piece` repeated, and the processor time that took."""
    text = piece * times
    block = Block(start=0, end=len(text), kind=BlockKind.BODY)
    article = Article(id="odd", uri="bench:odd", text=text, blocks=(block,), language="en")
    sentences = tuple(Sentence(start=start, end=end) for start, end in split_sentences(text, 0, len(text)))
    start = time.process_time()
    found = find_statements(article, sentences, ())
    return len(found), time.process_time() - start


def main() -> None:
    sizes = (1000, 2000, 4000, 8000)
    print(f"{'piece, repeated':32}" + "".join(f"{size:>10}" for size in sizes) + "   seconds")
    for name, piece in PIECES.items():
        factor = 10 if len(piece) == 1 else 1
        print(f"{name:32}" + "".join(f"{seconds(piece, size * factor)[1]:10.2f}" for size in sizes))


if __name__ == "__main__":
    main()
