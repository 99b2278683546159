"""What one wording of an utterance has that another has not, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from markupsafe import Markup

from readout.exporters.html.marks import exact_html
from readout.exporters.visible import show_controls

_WORD = re.compile(r"[\w’'-]+", re.UNICODE)
_LEAST_ALIKE = 0.4  # below it, marks on nearly every word would tell nothing
_MOST_WORDS = 400  # beyond it comparing word by word would cost more than it shows


def mark_differences(fullest: str, variant: str) -> Markup:
    """`variant` as HTML: words that `fullest` does not have in this place are marked, words left out leave `[…]`."""
    ours, theirs = list(_WORD.finditer(fullest)), list(_WORD.finditer(variant))
    if not theirs or len(ours) > _MOST_WORDS or len(theirs) > _MOST_WORDS:
        return exact_html(variant)
    matcher = SequenceMatcher(None, [_fold(w[0]) for w in ours], [_fold(w[0]) for w in theirs], autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE:
        return exact_html(variant)
    pieces = [exact_html(variant[: theirs[0].start()])]
    for operation, i1, i2, j1, j2 in matcher.get_opcodes():
        words = variant[theirs[j1].start() : theirs[j2 - 1].end()] if j2 > j1 else ""
        tail = (
            variant[theirs[j2 - 1].end() : theirs[j2].start() if j2 < len(theirs) else len(variant)] if j2 > j1 else ""
        )
        gone = show_controls(" ".join(w[0] for w in ours[i1:i2]))
        if operation == "equal":
            pieces.append(exact_html(words))
        elif operation == "delete":
            pieces.append(Markup('<span class="gap" title="not here: {}">[…]</span> ').format(gone))
        elif operation == "insert":
            pieces.append(Markup('<mark class="new">{}</mark>').format(exact_html(words)))
        else:
            pieces.append(Markup('<mark class="new" title="elsewhere: {}">{}</mark>').format(gone, exact_html(words)))
        pieces.append(exact_html(tail))
    return Markup("").join(pieces)


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'").strip("'-")
