"""Parts of an article that were written apart: posts of a live blog, notes put in later, posts of networks put in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from readout.extraction.stamps import find_stamp
from readout.text.fold import plain
from readout.types import BlockKind, Cited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.extraction.reading import Reading

#: A line that is a time of day, or begins with one and a mark: "20:42", "9.30am BST", "12.31 Uhr: ...".
_CLOCK: Final = re.compile(
    r"(?:updated?(?: at)?\s*:?\s*)?(?P<h>[0-2]?\d)[:.h](?P<min>[0-5]\d)(?::[0-5]\d)?\s*(?:(?P<half>[ap])\.?m\b\.?)?"
    r"\s*(?P<zone>Uhr|[A-Z]{2,4})?\s*(?P<rest>$|[:–—|-]+\s)",
    re.IGNORECASE,
)
_LEAPS: Final = 6  #: posts a day that are the fewest to be believed
_FEWEST: Final = 3  #: posts that make a live blog
#: The last line of a post put in from a network: "— Name (@handle) March 3, 2031".
_SIGNATURE: Final = re.compile(r"[-–—]+\s?(?P<name>[^\n()—]{1,80}?)\s\((?P<handle>@\w{1,30})\)(?P<when>.{0,40})$")
#: The same as other networks have it: "A post shared by Name (@handle)".
_SHARED: Final = re.compile(
    r"(?:A post )?shared by (?P<name>[^\n()]{1,80}?)\s\((?P<handle>@[\w.]{1,30})\)(?P<when>.*)$"
)
_POST_MARK: Final = re.compile(r"\bpic\.twitter\.com/|https?://t\.co/|(?:^|\s)#\w{2,}")
_LINKS: Final = re.compile(r"(?:(?:pic\.twitter\.com/|https?://)\S+\s*)+")
_LONGEST_POST: Final = 600
_TIMED: Final = (BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.NOTICE)
POST: Final = "embedded post"


def date_parts(reading: Reading, stated: Sequence[tuple[int, str, str]] = ()) -> None:
    """Note in each block of `reading` when it was written and who speaks in it, where that is not so of all of it.

    `stated` are places in the text where posts begin, in order, with the instant that the page gives them and where it
    does so; without any, lines that are times of day are looked for.
    """
    posts = [(place, Cited(value=value, where=where)) for place, value, where in stated] or _find_posts(reading)
    if posts:
        _date_posts(reading, posts)
    _date_notes(reading)
    _sign_posts(reading)


def _date_posts(reading: Reading, posts: Sequence[tuple[int, Cited[str]]]) -> None:
    """Every block from one post's beginning to the next is of the one's time."""
    starts = [place for place, _ in posts]
    for number, block in enumerate(reading.blocks):
        at = bisect_right(starts, block.start) - 1
        if at >= 0 and block.kind in _TIMED:
            reading.blocks[number] = replace(block, written=posts[at][1])


def _find_posts(reading: Reading) -> list[tuple[int, Cited[str]]]:
    """Posts by lines that are full stamps, or else times of day: the day is counted from that of the article, on or
    back as the times go, a day further wherever they leap.
    """
    text = reading.text
    stamps: list[tuple[int, Cited[str]]] = []
    clocks: list[tuple[int, int, str]] = []
    alone: list[int] = []
    begun = False
    for number, block in enumerate(reading.blocks):
        begun = begun or block.kind is BlockKind.BODY
        shown = plain(text[block.start : min(block.end, block.start + 60)])
        clock = _CLOCK.match(shown)
        if clock is not None and (value := _time_of(clock)):
            if not clock.group("rest"):
                alone.append(number)
            clocks.append((block.start, block.start + clock.end("zone" if clock.group("zone") else "min"), value))
        elif begun and block.rule == "publication stamp":
            stamp = find_stamp(text, block.start, block.end)
            if stamp is not None and stamp.has_time:
                stamps.append((block.start, reading.cite(stamp.value, (stamp.start, stamp.end))))
    if len(stamps) >= _FEWEST:
        return stamps
    found = _dated(reading, clocks) if len(clocks) >= _FEWEST else []
    for number in alone if found else ():
        reading.blocks[number] = replace(reading.blocks[number], kind=BlockKind.NOTICE, rule="time of a post")
    return found


def _time_of(clock: re.Match[str]) -> str:
    """`HH:MM` on a clock of 24 hours, empty if there is no such time."""
    hour, half = int(clock.group("h")), (clock.group("half") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{clock.group('min')}" if hour < 24 else ""


def follow_each_other(values: Sequence[str], leaps: int = 0) -> int:
    """1 if the values rise from one to the next, -1 if they fall, 0 if there is no order in them. One in five steps, or
    `leaps` of them (clocks leap at midnight), may go the other way.
    """
    falling = sum(a > b for a, b in pairwise(values))
    rising = sum(a < b for a, b in pairwise(values))
    if min(falling, rising) > max(leaps, max(falling, rising) // 4):
        return 0
    return 1 if rising > falling else -1 if falling else 0


def _dated(reading: Reading, clocks: Sequence[tuple[int, int, str]]) -> list[tuple[int, Cited[str]]]:
    """The clocks with their days. The newest post is of the day of the last update, the oldest of that of publication:
    which of the two stands first is seen from how most of the times follow each other.
    """
    values = [value for _, _, value in clocks]
    order = follow_each_other(values, leaps=max(1, len(values) // _LEAPS))
    if not order:
        return []  # a timetable, or results
    newest_first = order < 0
    stated = (reading.updated or reading.published) if newest_first else reading.published
    try:
        day = date.fromisoformat(stated.value[:10]) if stated is not None else None
    except ValueError:
        day = None
    if day is None:
        return []
    found = []
    before = values[0]
    for start, end, value in clocks:
        if newest_first and value > before:
            day -= timedelta(days=1)
        elif not newest_first and value < before:
            day += timedelta(days=1)
        before = value
        found.append((start, reading.cite(f"{day.isoformat()}T{value}", (start, end))))
    return found


def _date_notes(reading: Reading) -> None:
    """Corrections and update notes that name their day."""
    for number, block in enumerate(reading.blocks):
        if block.kind is BlockKind.NOTICE and block.rule.startswith(("correction", "update")):
            stamp = find_stamp(reading.text, block.start, block.end)
            if stamp is not None:
                cited = reading.cite(stamp.value, (stamp.start, stamp.end))
                reading.blocks[number] = replace(block, written=cited)


def _sign_posts(reading: Reading) -> None:
    """Posts of networks: the words are those of whoever signs below them, at the time that stands there."""
    for number, block in enumerate(reading.blocks):
        if block.end - block.start > _LONGEST_POST + 200 or block.kind not in _TIMED or block.voice is not None:
            continue
        text = reading.text[block.start : block.end]
        if "(@" not in text:
            continue
        match = _SIGNATURE.search(text) or _SHARED.search(text)
        if match is None or (match.group("when").strip() and find_stamp(match.group("when")) is None):
            continue
        _sign(reading, number, block.start + match.start(), match)


def _sign(reading: Reading, number: int, start: int, match: re.Match[str]) -> None:
    """The block `number` ends in a signature that begins at `start`: it and the post above it are signed."""
    block = reading.blocks[number]
    shift = start - match.start()
    name = (shift + match.start("name"), shift + match.end("handle") + 1)
    voice = reading.cite(" ".join(match.group("name").split()), name)
    stamp = find_stamp(reading.text, start, block.end)
    written = reading.cite(stamp.value, (stamp.start, stamp.end)) if stamp is not None else None
    signature = replace(block, start=start, rule="signature of a post", voice=voice, written=written)
    said = reading.text[block.start : start].rstrip()
    reading.blocks[number : number + 1] = (
        [replace(block, end=block.start + len(said), rule=POST, voice=voice, written=written), signature]
        if said
        else [signature]
    )
    for above in range(number - 1, -1, -1):
        other = reading.blocks[above]
        part = reading.text[other.start : other.end]
        bare = not said or (_LINKS.fullmatch(said) is not None and len(part) <= _LONGEST_POST // 2)
        marked = other.rule == POST or (above == number - 1 and bare and (said or _POST_MARK.search(part)))
        if not marked or other.voice is not None or other.kind is not BlockKind.BODY:
            return
        reading.blocks[above] = replace(other, rule=POST, voice=voice, written=written)
