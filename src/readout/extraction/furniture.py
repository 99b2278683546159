"""Page furniture by its words: share lines, related links, comments, notices, captions."""

from __future__ import annotations

import re
from typing import Final

from readout.extraction.shapes import is_script
from readout.language.furniture import load_furniture

_SEE_ALSO: Final = re.compile(r"(?:see also|also read|read also|read more|[Rr]elated [Cc]overage)\s+[A-Z\"'‘]")
_CORRECTION: Final = re.compile(
    r"\W{0,3}(?:(?:editor'?s'?|author'?s|publisher'?s) note|corrections?|clarifications?|update|disclaimer|disclosure)"
    r"s?(?:[ ,(]{1,2}[^:()]{0,30}\b\d{1,4}\)?| \([^)]{1,30}\))?\s*[:—–-]",
    re.IGNORECASE,
)
_SIGN_OFF: Final = re.compile(
    r"[(\[](?:additional )?(?:reporting|editing|writing|compiled|with (?:additional )?"
    r"(?:inputs?|reporting|files|material))"
    r" (?:by|from) [^()\[\]]{3,380}[)\]]\s*$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LONGEST: Final = 300  #: longer paragraphs are never furniture by words alone


def name_furniture(plain: str) -> str | None:
    """Why this paragraph (quotes made plain) is page furniture, or None."""
    if is_script(plain):
        return "script"
    known = load_furniture()
    if plain[:1] not in ('"', "'") and known.form.search(plain, plain.casefold()):
        return "service line"
    if len(plain) > _LONGEST:
        return None
    if known.comments.match(plain):
        return "comments heading"
    if opens_related(plain):
        return "related heading"
    if is_button_row(plain):
        return "buttons"
    if plain.endswith("Read more"):
        return "labelled link"
    if plain[:1] in ('"', "'"):
        return None
    if known.labelled_link.match(plain) or _SEE_ALSO.match(plain):
        return "labelled link"
    said = set(_WORD.findall(plain.lower()))
    if known.service.found_in(plain, said) or known.service_abroad.found_in(plain, said):
        return "service line"
    return None


def find_sign_off(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the brackets stand in which a paragraph ends that names its makers ("(Reporting by ...)"), or None."""
    match = _SIGN_OFF.search(text, max(start, end - 420), end)
    return match.span() if match is not None else None


def opens_related(plain: str) -> bool:
    """Whether the line is a heading over links to other articles."""
    return len(plain) <= 80 and load_furniture().related.match(plain) is not None


def opens_comments(plain: str) -> bool:
    """Whether the line is a heading over readers' comments."""
    return len(plain) <= 80 and load_furniture().comments.match(plain) is not None


def name_notice(plain: str) -> str | None:
    """Why this paragraph is a notice on the article (syndication, correction, rights), or None."""
    if len(plain) > 2 * _LONGEST or plain[:1] == '"':
        return None
    known = load_furniture()
    folded = plain.casefold()
    if known.correction.search(plain, folded) or _CORRECTION.match(plain):
        return "correction or editor's note"
    match = known.syndication.search(plain, folded)
    if match and _SIGN_OFF.search(plain, 15):
        return None  # running text that ends in a sign-off, which is parted from it
    if match and (len(plain) <= _LONGEST or match.start() < 120):
        return "syndication notice"
    return None


def is_caption(plain: str) -> bool:
    """Whether it reads as the caption of a picture, by its credit."""
    if len(plain) > 500 or plain[:1] == '"':
        return False
    return load_furniture().caption.search(plain, plain.casefold()) is not None


def is_button_row(plain: str) -> bool:
    """Whether it is a short run of nothing but the words of buttons and menus, or of nothing but marks and digits."""
    if len(plain) > 100:
        return False
    words = [word.lower() for word in _WORD.findall(plain)]
    if not words:
        return len(plain) <= 40
    known = load_furniture()
    if len(words) > 14 or any(word not in known.buttons for word in words):
        return False
    return any(word not in known.weak_buttons for word in words) or (len(words) <= 2 and not plain.endswith("."))


def says_published(plain: str) -> bool:
    """Whether a word says that the date beside it is that of publication (or of an update)."""
    return load_furniture().published.search(plain) is not None


def says_updated(plain: str) -> bool:
    """Whether a word says that the date beside it is that of an update."""
    return load_furniture().updated.search(plain) is not None
