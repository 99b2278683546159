"""Which language a text is in, as an ISO 639-1 code."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from readout.language.wordsets import word_sets

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SURE: Final = 0.9
_LIKELY: Final = 0.4
_SHORT: Final = 120
_LONGEST: Final = 1200  #: characters are enough; more only cost time
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_WORDS: Final = 40
#: The commonest words of English. In running English every third word is one of these; some are words of other
#: languages too, but so many of them that are not, and "the" among them, stand together in no other.
_TELLING: Final = word_sets("paragraphs")["english"]
_ENGLISH: Final = _TELLING | word_sets("paragraphs")["widespread"]
_ENGLISH_SHARE: Final = 0.2
_DIFFERENT: Final = 5
#: Languages in which news is commonly written; the model also has creoles, for which it takes lists of English.
_NEWS_LANGUAGES: Final = (
    "am ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv"
    " mk ml mn mr ms my nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh"
)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """The model of py3langid, loaded at first use (it takes a moment)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in _NEWS_LANGUAGES.split() if code in identifier.nb_classes])
    return identifier


def detect_language(text: str, declared: str | None = None) -> str:
    """The language of `text`: an ISO 639-1 code, "und" if there are no letters.

    `declared` is what the page says of itself; it decides where the verdict is weak. Short ASCII text with no
    clear verdict ("PARIS (AFP)") is taken for English, since there the model only guesses.
    """
    sample = text[:_LONGEST]
    if sum(1 for _ in islice(filter(str.isalpha, sample), 3)) < 3:
        return declared or "und"
    if _is_plainly_english(sample):
        return "en"
    code, probability = _identifier().classify(sample)
    if probability >= _SURE or (declared is None and probability >= _LIKELY):
        return str(code)
    if declared is not None:
        return declared
    return "en" if len(sample) < _SHORT and sample.isascii() else str(code)


def _is_plainly_english(sample: str) -> bool:
    """Whether the commonest English words say so by themselves, so that the model need not be loaded and asked."""
    found = [word.lower() for word in _WORD.findall(sample)]
    if len(found) < _LEAST_WORDS:
        return False
    common = [word for word in found if word in _ENGLISH]
    different = len(_TELLING.intersection(common))
    return "the" in common and different >= _DIFFERENT and len(common) >= _ENGLISH_SHARE * len(found)
