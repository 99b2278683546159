"""Texts for properties: anything at all, and things that look like news with something wrong in them. All invented.

`READOUT_FUZZ=1000 pytest tests/properties` looks for trouble by chance, with that many examples; without it the same few
examples are tried every time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

_FUZZ = int(os.environ.get("READOUT_FUZZ", "0"))


def examples(few: int) -> settings:
    """The settings of a property that is tried on `few` examples, or on many if asked for."""
    return settings(
        max_examples=_FUZZ or few,
        derandomize=not _FUZZ,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


PIECES = (
    "HALVIK, 4 March (AFP) — ",
    "By Ilse Marrow",
    "President Anna Berg said on Tuesday that ",
    "“The bridge is safe,” ",
    "the minister said. ",
    "“It was odd and full of menace",
    '"We never agreed to that"',
    "according to the ministry, ",
    "a source close to the mayor denied it. ",
    "At least 12 people were killed and more than 140 hurt ",
    "€3.4 million or 2.9 before tax ",
    "last week, in October 2022 and on 2031-03-04 at 16:43 ",
    "He said she said he'd said it was ’90s talk; ",
    "Mr. J. R. O’Neill-Smith Jr. of the U.N. told AFP: ",
    "\n",
    "\n\n",
    "\r\n\t",
    " ",
    "Read more: Ten bridges you must see",
    "© 2031 All rights reserved",
    "Published: 04 Apr, 2031 04:43pm",
    "<script>alert(1)</script>",
    "&amp;&#x1F600;",
    "«",
    "»",
    "“",
    "”",
    '"',
    "'",
    "’",
    "…",
    "—",
    "(",
    ")",
    "[1]",
    "\u202eevil\u202c",
    "\u200b",
    "\x00",
    "\x0b",
    "\x85",
    "é",
    "e\u0301",
    "🙂👨‍👩‍👧",
    "ИТАР-ТАСС сообщает: «Нет»",
    "東京で地震、10人死亡",
    "İstanbul'da ",
    "1,234.5",
    "1.2.3.4",
    "--------",
    "%",
    ".",
    "?!",
)

#: Any text that can be stored as UTF-8: control characters, bidi marks, unassigned code points, but no lone surrogates.
anything = st.text(st.characters(exclude_categories=("Cs",)), max_size=400)
newslike = (
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60)
    .map("".join)
    .map(lambda text: text.encode("utf-8", "ignore").decode("utf-8"))
)
texts = st.one_of(anything, newslike)
