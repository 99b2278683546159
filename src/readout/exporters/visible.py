"""Characters that would act instead of being read, made visible: control and bidi characters, lone surrogates.

Unicode TR 36 (bidirectional text spoofing) lists the format characters; terminals obey C0 and C1 controls (ECMA-48).
"""

from __future__ import annotations

import re

#: White space that is not a plain space or line feed: shown as a space, one for one.
_SPACES = "\t\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
#: C0, DEL, C1, the bidi controls, zero-width and invisible format characters, the byte order mark, lone surrogates.
_ACTING = (
    "\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e"
    "\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff\\U000e0000-\\U000e007f"
)

ACTING = re.compile(f"[{_ACTING}]")
_TO_SPACE = dict.fromkeys(map(ord, _SPACES), " ")


def show_controls(text: str) -> str:
    """`text` with every acting character as its code point in angle quotation marks, `‹U+202E›`."""
    if text.isascii() and text.isprintable():
        return text
    return ACTING.sub(lambda found: f"‹{code_point(found[0])}›", text.translate(_TO_SPACE))


def blank_spaces(text: str) -> str:
    """`text`, as long as before, with odd white space as plain spaces."""
    return text.translate(_TO_SPACE)


def one_line(text: str) -> str:
    """`text` on one line, white space runs as one space, acting characters visible."""
    return " ".join(show_controls(text).split())


def code_point(character: str) -> str:
    """The name of a character's place in Unicode: `U+202E`."""
    return f"U+{ord(character):04X}"
