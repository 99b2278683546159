"""What a paragraph looks like: a sentence, a headline, a list of tags, a ticker."""

from __future__ import annotations

import re
from typing import Final

from readout.language.wordsets import word_sets

_TERMINAL: Final = re.compile(r"""(?:[.!?…。！？]|\.\.\.)\s*(?:["'”’»)\]]|\(\w{2,12}\)|\[\w{2,12}\])*$""")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FUNCTION: Final = word_sets("paragraphs")["running"]
_SMALL: Final = word_sets("paragraphs")["small"]
_POST: Final = re.compile(r"\(@\w{1,20}\)|\bpic\.twitter\.com/")
_UPDATE_HEADING: Final = re.compile(
    r"updated? (?:at|on|\d)|\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\b|\w{2,4}\b)?\s*[:–—-]", re.IGNORECASE
)
_NUMBERS: Final = re.compile(r"[+-]?\d[\d.,]*\s?%|[▲▼△▽↑↓]|\d+\.\d+")
_CODE_MARK: Final = re.compile(r"[;{}<>]")
_SCRIPT: Final = re.compile(r"\bfunction\s?\w*\(|\b(?:document|window)\.\w+\W|\bvar \w+ ?=|\}\s?\)\s?;|\w\.push\(")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
_RISE: Final = re.compile(r"[▲▼△▽↑↓]|\b(?:increased|decreased) by\b|[+-]\d+\.\d+\s?%?", re.IGNORECASE)


def is_sentence(text: str) -> bool:
    """Whether it ends as a sentence does and has at least four words."""
    return _TERMINAL.search(text[-24:]) is not None and count_words(text, 4) >= 4


def count_words(text: str, enough: int = 1000) -> int:
    """How many words it has; counting stops at `enough`."""
    count = 0
    for _ in _WORD.finditer(text):
        count += 1
        if count >= enough:
            break
    return count


def is_title_like(text: str) -> bool:
    """Whether it may be a headline: two to thirty words, short, with no full stop at its end."""
    if not 8 <= len(text) <= 220 or text.rstrip("\"'”’»)").endswith((".", "…", ";", ",", ":")):
        return False
    return 2 <= count_words(text, 31) <= 30


def is_headline_style(text: str) -> bool:
    """Whether it is worded or set like a headline: Title Case, or without articles and auxiliaries."""
    words = _WORD.findall(text)
    if len(words) < 6 or text[:1].islower() or text.endswith(":"):
        return False
    if _POST.search(text) or _UPDATE_HEADING.match(text):
        return False
    telling = [word for word in words if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in telling)
    if len(telling) >= 3 and capitals >= 0.8 * len(telling):
        return True
    return not any(word.lower() in _FUNCTION for word in words)


def is_ticker(text: str) -> bool:
    """Whether it is a line of prices: arrows or changes in per cent, and few words."""
    if len(text) > 400 or is_sentence(text) or not _RISE.search(text):
        return False
    return len(_NUMBERS.findall(text)) >= 2 and count_words(text, 60) <= 4 * len(_NUMBERS.findall(text))


def is_script(text: str) -> bool:
    """Whether it is a piece of the page's own code, left in the text by whoever took it: a script, or a bare tag."""
    if not _CODE_MARK.search(text):
        return False
    return _SCRIPT.search(text) is not None or not count_words(_TAG.sub(" ", text), 1)


def is_tag_list(text: str) -> bool:
    """Whether it is a list of keywords as sites set them: three or more short items with nothing between but a mark."""
    if len(text) > 400 or _TERMINAL.search(text[-24:]):
        return False
    items = re.split(r"\s*[,|;•·#]\s*", text.strip(" ,|;•·#"))
    if len(items) < 3 or any(not item or len(item) > 50 or count_words(item, 6) > 5 for item in items):
        return False
    return re.search(r"[^\W\d_][,;][^\W\d_]", text) is not None or text.count("#") >= 3 or text.count("|") >= 2
