"""Write which first names are mostly women's and which mostly men's: `names/given.tsv`.

python training/make_given.py --census DIR --faker DIR --out src/readout/language/names

`--census` is the folder of the PyPI package "names" (US Census 1990, public domain), `--faker` that of "faker" (MIT).
A name counts where nearly all of its bearers are of one sex, and no locale of faker gives it to the other.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from make_names import census, faker_names

NEARLY_ALL = 10  #: times as many bearers of one sex
RARE = 0.05  #: per cent of all bearers; below it a locale that says otherwise is believed
SHORT = 3  #: letters up to which a surname that stands first, "Kim", is likely


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--census", type=Path, required=True)
    parser.add_argument("--faker", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    share = {sex: shares(given.census, f"{sex}.first") for sex in ("female", "male")}
    listed: dict[str, Counter[str]] = {"female": Counter(), "male": Counter()}
    for path in sorted(given.faker.glob("providers/person/*/__init__.py")):
        found = {sex: faker_names(path, "first", f"_{sex}") for sex in listed}
        for sex, names in found.items():
            listed[sex].update(names)
    surnames = set(census(given.census, "all.last")[:3000])
    lines = []
    for name in sorted(set().union(*share.values(), *listed.values())):
        word = sex_of(name, share, listed)
        short = len(name) <= SHORT and (name in surnames or not any(share[sex].get(name) for sex in share))
        surname = name in surnames and max(share[sex].get(name, 0.0) for sex in share) < RARE  # "Moon", "Park"
        if word and not short and not surname:
            lines.append(f"{name}\t{word}\n")
    (given.out / "given.tsv").write_text("".join(lines), encoding="utf-8")
    print("given.tsv", len(lines))


def sex_of(name: str, share: dict[str, dict[str, float]], listed: dict[str, Counter[str]]) -> str:
    """ "she", "he", or "" where it is not sure."""
    for word, sex, other in (("she", "female", "male"), ("he", "male", "female")):
        mine, theirs = share[sex].get(name, 0.0), share[other].get(name, 0.0)
        if mine and mine >= NEARLY_ALL * theirs and (mine >= RARE or not listed[other][name]):
            return word if listed[sex][name] >= listed[other][name] else ""
        if not mine and not theirs and listed[sex][name] and not listed[other][name]:
            return word
    return ""


def shares(folder: Path, kind: str) -> dict[str, float]:
    """Each name of one US Census file with its share of the bearers in per cent."""
    lines = (folder / f"dist.{kind}").read_text().splitlines()
    return {line.split()[0].lower(): float(line.split()[1]) for line in lines if line.strip()}


if __name__ == "__main__":
    main()
