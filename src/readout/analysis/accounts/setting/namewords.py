"""Words for who may speak: persons, groups, bodies and writings; two who speak as one; a name without its marks."""

from __future__ import annotations

import re
from functools import lru_cache

from readout.language.lexicon import lexicon
from readout.language.voices import voice_words
from readout.text.fold import fold, words

_AND = re.compile(r",?\sand\s(?:by\s)?")
_LONGEST = 8  #: words of one party
_ENDS = re.compile(r"\s(?:of|for|from|in|at|on|near|close|familiar|hired|who|which|that)\s")
_CLOSING = re.compile(r"\s(?:after|before|when|as|while|because)\s")
_DETERMINERS = re.compile(r"^(?:the|an?|both)\s", re.IGNORECASE)


def two_parties(shown: str, bodies: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """The two groups or bodies that some words for a speaker join by "and"; None where they are not surely two.

    Each must be a party by itself, a known one of `bodies` or by its last noun: "lawyer and activist" may be one
    person, and "foreign affairs and trade ministry" or "House and Senate candidates" have one head.
    """
    parts = [part.strip(" ,") for part in _AND.split(shown)]
    if len(parts) != 2 or any(not part or len(part.split()) > _LONGEST or "," in part for part in parts):
        return None
    first, second = (_CLOSING.split(_DETERMINERS.sub("", part), maxsplit=1)[0] for part in parts)
    sure = [
        plain in bodies or _is_party(plain, part != plain) for part, plain in zip(parts, (first, second), strict=True)
    ]
    return (first, second) if all(sure) else None


def _is_party(shown: str, determined: bool) -> bool:
    """Whether the words end with a group ("officials") or, after an article, with a body ("the ministry")."""
    head = [word.folded for word in words(_ENDS.split(shown, maxsplit=1)[0])]
    if not head or shown[:1] in "“”\"'":
        return False
    last = head[-1]
    people = lexicon().people
    if last in people["group"] or last in ("media", "police") or (determined and last in people["body"]):
        return True
    return last.endswith("s") and last in speaking_words() and last.removesuffix("s") in people["person"]


def plain_name(name: str) -> str:
    """A name without its capitals, marks and spaces."""
    return re.sub(r"\W", "", fold(name))


def is_own(found: str) -> bool:
    """Whether words for a speaker mean the outlet itself: "our post", and not "US officials"."""
    first = found.split()[0]
    return fold(first) in voice_words().own and not (len(first) > 1 and first.isupper())


@lru_cache(maxsize=1)
def speaking_words() -> frozenset[str]:
    """Words for persons, groups, bodies and writings that may hold something."""
    people = lexicon().people
    singular = people["person"] | people["body"]
    return frozenset(
        {
            *singular,
            *(word + "s" for word in singular),
            *people["group"],
            *people.get("paper", ()),
            *voice_words().writings,
            *voice_words().bodies,
            *(word + "s" for word in voice_words().bodies),
            *voice_words().groups,
        }
    )
