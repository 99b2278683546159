"""When two spellings are one name: keys of names, and skeletons that ignore transliteration."""

from __future__ import annotations

import re
from functools import lru_cache

GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_COMPANY = frozenset("inc incorporated corp corporation co company ltd limited llc llp plc gmbh".split())
_SPELLINGS = {
    "defense": "defence", "center": "centre", "labor": "labour", "organization": "organisation", "harbor": "harbour",
    "theater": "theatre", "program": "programme",
}  # fmt: skip
_MOHAMMED = re.compile(r"m[ou]u?hamm?[ae]d")
_ARTICLE = re.compile(r"\A(?:al|el|ad|as|ash|ar|at|az)-(?=\w{3})")
_SOUNDS = (
    (re.compile(r"(?:sch|tch|ch|tsh)"), "sh"), (re.compile(r"ph"), "f"), (re.compile(r"ou|oo|w(?=[aeiou])"), "u"),
    (re.compile(r"gu(?=[ei])"), "g"), (re.compile(r"kh|q|ck|k"), "k"), (re.compile(r"zh|j|dj|dzh"), "j"),
    (re.compile(r"(?:iy|yy|ii|ij|ey|ei|ie|ai|ay|y|e|i)+"), "i"), (re.compile(r"v|w"), "v"), (re.compile(r"o"), "u"),
    (re.compile(r"'|-"), ""), (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip


def name_key(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a folded name by which its mentions are put together: no article, "Inc", full stops."""
    words = [part.replace(".", "") for part in parts]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _COMPANY:
        words = words[:-1]
    return tuple(_SPELLINGS.get(word, word) for word in words if word)


def without_generation(key: tuple[str, ...]) -> tuple[str, ...]:
    """A key without "Jr", "III" and the like at its end."""
    return key[:-1] if len(key) > 1 and key[-1] in GENERATIONS else key


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """A folded word without what transliterations differ in: "sergei", "serguei" and "sergey" are one."""
    if _MOHAMMED.fullmatch(word):
        return "mohammed"
    word = _ARTICLE.sub("", word).replace("abdul", "abdel")
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
