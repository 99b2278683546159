"""Write the scales by which a verb that no list holds is taken for one that reports.

PYTHONPATH=src python training/weigh_cues.py --data DIR --wordnet DIR --out src/readout/language/en

`--data` holds `{ewt,gum_open}_{train,dev,test}.conllu.gz`; `--wordnet` is the folder of WordNet 3.0's files;
weighing.toml, verbs.tsv and nouns.tsv are written. What is weighed are the verbs that
`readout.analysis.statements.doubtful.verbs` offers in the news, interviews, speeches, courts and lives of GUM and in
the weblogs and newsgroups of EWT; `cue_labels.tsv` says which of them a reader would call a report. Beside these
stand, as further examples of reports and each with a tenth of the weight, verbs of the lexicon in these texts. It is a
logistic regression whose weights are drawn towards what PRIOR says rather than towards zero: a few hundred examples
correct a judgement, they do not replace it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from readout import pipeline
from readout.analysis.statements import assembly
from readout.analysis.statements.doubtful.room import Room
from readout.analysis.statements.doubtful.signs import signs_of, thing_of
from readout.analysis.statements.doubtful.verbs import candidates
from readout.analysis.statements.reading import read_passages
from readout.analysis.statements.settling import settle
from readout.language.lexicon import lexicon
from readout.language.parser import parse_articles
from readout.readers import read_pages
from readout.text.quotes import find_quotations
from readout.types import READABLE, Article, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading

GENRES = ("news", "interview", "speech", "court", "bio")
STRANGERS = ("weblog", "newsgroup")
SORTS = """
Tops act animal artifact attribute body cognition communication event feeling food group location motive object person
phenomenon plant possession process quantity relation shape state substance time body change cognition communication
competition consumption contact creation emotion motion perception possession social stative weather
""".split()
FIRST_SORT = 3
#: What every sign is thought to be worth before anything is counted.
PRIOR = {
    "of a class": 1.4,
    "subject is no one named": -1.0,
    "quoted words": 2.2, "described in quoted words": 0.5, "object is something said": 0.8, "that": 1.0,
    "question": 0.5, "about": 1.0, "against": 0.6, "over": 0.3, "of": 0.3, "with": -0.5, "at": -0.4,
    "a gerund inside": 0.5, "one word": -2.0, "few words": -0.5, "many words": 0.3, "object is a name": -0.4,
    "object is people": -1.0, "spoken to": -2.0, "subject is a paper": 1.0, "subject is a body": 0.3,
    "subject is a group": 0.2, "will": -0.4, "can": -0.4, "could": -0.3, "purpose": -1.0,
    "infinitive itself": -0.4, "infinitive": -0.4, "participle": -0.2, "not listed, with a thing": -0.5,
    "beside a noun": -0.5, "for": -1.0, "on": -1.0, "listed in another frame": 0.5, "verb communication": 1.0,
    "verb cognition": 0.7, "verb emotion": 1.0, "verb kin": 1.0, "verb kin of kin": 0.5, "verb motion": -0.7,
    "verb contact": -0.5, "verb change": -0.6, "verb possession": -0.4, "verb stative": -0.6, "verb body": -0.5,
    "verb competition": -0.7, "verb creation": -0.3, "verb consumption": -0.5, "noun communication": 0.6,
    "noun cognition": 0.5, "noun location": -0.7, "noun artifact": -0.5, "noun object": -0.4,
    "noun substance": -0.4, "noun quantity": -0.4, "noun time": -0.4, "noun person": -0.3,
}  # fmt: skip
KNOWN = 0.1  #: what a verb of the lexicon counts beside one that was labelled
MOST_OF_A_VERB = 5
STRENGTH = 30.0  #: how strongly weights are drawn towards PRIOR
ENOUGH = 0.09  #: likelihood from which on a verb is a doubtful report
LEAST, LEAST_QUOTED = 0.4, -2.0  #: what its meaning must weigh by itself; the other signs hardly ever make up for less


@dataclass
class Example:
    """One verb with what it may report."""

    verb: str
    thing: str
    signs: frozenset[str]
    report: bool
    weight: float = 1.0


@dataclass
class Meanings:
    """For the lemmas of one part of speech the shares of their senses, by sort and by kinship with the lexicon."""

    kind: str
    folder: Path
    listed: frozenset[str] = frozenset()
    synsets: dict[str, tuple[str, list[str], list[str]]] = field(default_factory=dict)
    senses: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[tuple[str, int]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for line in self._lines(f"data.{self.kind}"):
            parts = line.split(" ")
            count = int(parts[3], 16)
            words = [word.lower() for word in parts[4 : 4 + 2 * count : 2]]
            at = 4 + 2 * count
            links = [parts[at + 1 + 4 * step : at + 3 + 4 * step] for step in range(int(parts[at]))]
            above = [target for sign, target in links if sign in ("@", "@i")]
            self.synsets[parts[0]] = (SORTS[int(parts[1]) - FIRST_SORT], words, above)
        for line in self._lines(f"index.{self.kind}"):
            fields = line.split()
            self.senses[fields[0]] = fields[-int(fields[2]) :]
        number = {"noun": "1", "verb": "2"}[self.kind]
        for line in self._lines("cntlist.rev"):
            key, sense, count_of = line.split()
            lemma, rest = key.split("%")
            if rest[0] == number:
                self.counts[lemma, int(sense)] = int(count_of)

    def _lines(self, name: str) -> Iterator[str]:
        text = (self.folder / name).read_text(encoding="utf-8")
        return (line for line in text.split("\n") if line and not line.startswith("  "))

    def shares(self, lemma: str) -> dict[str, float]:
        """How much of a word's use is of each sort: senses by how often WordNet's texts have them, first ones first."""
        places = self.senses.get(lemma, [])
        weights = [self.counts[lemma, rank] + 1.0 / rank for rank in range(1, len(places) + 1)]
        found: defaultdict[str, float] = defaultdict(float)
        for place, weight in zip(places, weights, strict=True):
            sort, words, above = self.synsets[place]
            share = weight / sum(weights)
            found[f"{self.kind} {sort}"] += share
            over = [word for target in above for word in self.synsets[target][1]]
            far = [word for target in above for top in self.synsets[target][2] for word in self.synsets[top][1]]
            if self._has_listed(lemma, [*words, *over]):
                found[f"{self.kind} kin"] += share
            elif self._has_listed(lemma, far):
                found[f"{self.kind} kin of kin"] += share
        return dict(found)

    def _has_listed(self, lemma: str, words: list[str]) -> bool:
        return any(word in self.listed and word != lemma for word in words)


# ------------------------------------------------------------------ examples


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """The documents that are weighed: identifier and text, paragraphs parted by empty lines."""
    for treebank, parts in (("gum_open", ("train", "dev", "test")), ("ewt", ("train", "dev"))):
        for part in parts:
            yield from _documents(folder / f"{treebank}_{part}.conllu.gz")


def _documents(path: Path) -> Iterator[tuple[str, str]]:
    name, paragraphs = "", [[]]
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        if line.startswith("# newdoc id"):
            yield from _document(name, paragraphs)
            name, paragraphs = line.split("=")[1].strip(), []
        elif re.match(r"# newpar(?!_block)", line):
            paragraphs.append([])
        elif line.startswith("# text ="):
            paragraphs = paragraphs or [[]]
            paragraphs[-1].append(line.split("=", 1)[1].strip())
    yield from _document(name, paragraphs)


def _document(name: str, paragraphs: list[list[str]]) -> Iterator[tuple[str, str]]:
    genre = name.split("_")[1] if name.startswith("GUM_") else ""
    if genre in GENRES or name.startswith(STRANGERS):
        yield name, "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences)


def annotated(texts: list[tuple[str, str]]) -> Iterator[tuple[Article, list[Reading]]]:
    """Every text as an article with its passages, parsed as the program does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        lines = (json.dumps({"id": name, "text": text, "clean": True}) for name, text in texts)
        path.write_text("\n".join(lines), encoding="utf-8")
        articles = [page for page in pipeline.extract_pages(read_pages([str(path)])) if isinstance(page, Article)]
    for article in articles:
        (sentences,) = parse_articles([article])
        blocks = [(b.start, b.end, b.kind is BlockKind.HEADLINE) for b in article.blocks_of(*READABLE)]
        quotations = find_quotations(article.text, ((start, end) for start, end, _ in blocks))
        yield article, list(read_passages(article.text, blocks, sentences, quotations))


def examples(folder: Path, labels: dict[tuple[str, int], bool]) -> Iterator[Example]:
    """What was labelled, and verbs of the lexicon where they report."""
    known: Counter[str] = Counter()
    for article, readings in annotated(list(texts_of(folder))):
        for reading in readings:
            settled = settle(reading, assembly.reports_of(reading))
            pieces = [piece for found in settled for piece in (*found.content, (found.hit.low, found.hit.high))]
            for found in candidates(Room(reading, sorted(reading.characters(*piece) for piece in pieces))):
                report = labels.get((article.id, reading.words[found.hit.at].start))
                if report is not None:
                    yield _example(reading, found, report)
            listed = {found.hit.at for found in settled if found.group is None and found.hit.kind == "verb"}
            for found in candidates(Room(reading, ())):
                if found.hit.at in listed and known[found.hit.lemma] < MOST_OF_A_VERB:
                    known[found.hit.lemma] += 1
                    yield _example(reading, found, True, KNOWN)


def _example(reading: Reading, found: Found, report: bool, weight: float = 1.0) -> Example:
    signs = frozenset(signs_of(reading, found)) - {"always"}
    if weight < 1:
        signs -= {"listed in another frame"}
    return Example(found.hit.lemma, thing_of(reading, found), signs, report, weight)


# ------------------------------------------------------------------ weights


def fit(rows: list[dict[str, float]], examples_: list[Example]) -> dict[str, float]:
    """The weights of all signs, "always" among them: Newton's method, drawn towards PRIOR."""
    names = sorted({name for row in rows for name in row} | PRIOR.keys())
    place = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, -1] = 1.0
    for at, row in enumerate(rows):
        for name, value in row.items():
            matrix[at, place[name]] = value
    wanted = np.array([float(example.report) for example in examples_])
    counted = np.array([example.weight for example in examples_])
    before = np.array([*(PRIOR.get(name, 0.0) for name in names), -2.5])
    pull = np.array([*(STRENGTH for _ in names), 1e-6])
    weights = before.copy()
    for _ in range(30):
        likely = 1.0 / (1.0 + np.exp(-(matrix @ weights)))
        slope = matrix.T @ ((likely - wanted) * counted) + pull * (weights - before)
        bend = (matrix.T * (likely * (1 - likely) * counted)) @ matrix + np.diag(pull)
        weights -= np.linalg.solve(bend, slope)
    return {**dict(zip(names, weights[:-1].tolist(), strict=True)), "always": float(weights[-1])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    listed = frozenset(
        lexicon().lemmas[form] for form, cues in lexicon().verbs.items() if any(not c.after for c in cues)
    )
    verbs = Meanings("verb", given.wordnet, listed)
    nouns = Meanings("noun", given.wordnet)
    found = list(examples(given.data, read_labels()))
    rows = [{**dict.fromkeys(one.signs, 1.0), **verbs.shares(one.verb), **nouns.shares(one.thing)} for one in found]
    weights = fit(rows, found)
    write(given.out, weights, verbs, nouns)
    print(len(found), "examples,", sum(one.report for one in found if one.weight == 1), "reports among the labelled")


def read_labels() -> dict[tuple[str, int], bool]:
    """Which of the verbs are reports: by document and where the verb begins."""
    lines = (Path(__file__).parent / "cue_labels.tsv").read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(name, int(at)): label == "1" for name, at, _, label in fields}


def write(folder: Path, weights: dict[str, float], verbs: Meanings, nouns: Meanings) -> None:
    """weighing.toml with the signs, and the two lists of meanings, each word with the sum of its shares' weights."""
    signs = {name: weight for name, weight in weights.items() if not name.startswith(("verb ", "noun "))}
    enough = float(np.log(ENOUGH / (1 - ENOUGH)))
    lines = [
        "# How much speaks for a verb that no list holds being one that reports. Written by training/weigh_cues.py.",
        "unknown = 0.0  # a verb that WordNet does not have",
        f"enough = {enough:.2f}  # a likelihood of {ENOUGH}",
        f"least = {LEAST}  # of the verb's meaning alone",
        f'"least quoted" = {LEAST_QUOTED}  # the same beside quoted words',
        "",
        "[signs]",
        *(f'"{name}" = {weight:.2f}' for name, weight in sorted(signs.items())),
    ]
    (folder / "weighing.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    tomllib.loads((folder / "weighing.toml").read_text(encoding="utf-8"))
    _write_meanings(folder / "verbs.tsv", verbs, weights, set(verbs.senses))
    _write_meanings(folder / "nouns.tsv", nouns, weights, {lemma for lemma, _ in nouns.counts})


def _write_meanings(path: Path, meanings: Meanings, weights: dict[str, float], words: set[str]) -> None:
    """Words in lines of one weight in hundredths, rounded to tenths; what is near nothing is left out."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        if re.fullmatch(r"[a-z-]+", word):
            total = sum(weights.get(name, 0.0) * share for name, share in meanings.shares(word).items())
            lines[round(total * 10) * 10].append(word)
    text = "".join(f"{weight}\t{' '.join(found)}\n" for weight, found in sorted(lines.items()) if weight)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
