"""The text of an article from the lines of its page: what is kept, in order, each paragraph with its label."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from readout.extraction.credits import find_authors, is_byline, read_names
from readout.extraction.furniture import is_caption, name_furniture, name_notice, says_updated
from readout.extraction.html.content import is_described, squeeze
from readout.extraction.html.hints import Hint
from readout.extraction.html.people import clean_authors, is_outlet, name_agencies
from readout.extraction.html.posts import find_posts
from readout.extraction.labels import label_alone
from readout.extraction.posts import POST, date_parts
from readout.extraction.pulled import RULE as PULL_QUOTE
from readout.extraction.pulled import find_pull_quotes, find_whole_again
from readout.extraction.reading import Reading
from readout.extraction.shapes import is_sentence
from readout.extraction.stamps import find_stamp
from readout.extraction.texts import add_piece
from readout.language.outlets import find_agency
from readout.text.fold import plain
from readout.types import BlockKind, Cited

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.extraction.html.content import Weighed
    from readout.extraction.html.metadata import Head

_HEAD: Final = 40  #: lines between headline and text that are looked at
_TAIL: Final = 8  #: lines after the text that may hold credits or notices
_MOST_DROPPED: Final = 400
#: Where blogs live; no outlet.
_PLATFORMS: Final = frozenset(["Blogger", "WordPress", "WordPress.com", "Tumblr", "Wix", "Squarespace", "Medium"])
_SOONEST: Final = 60.0  #: seconds after which a change is one
_TELLING: Final = 16  #: letters of a headline that are not found by chance
_LONGEST_HEADLINE: Final = 300
_KICKER: Final = 50  #: letters
_TOP: Final = 4  #: paragraphs before which a headline may be repeated
_QUOTING: Final = frozenset(["blockquote", "aside", "figure", "h2", "h3", "h4", "h5", "h6"])
_SMALL: Final = Hint.HIDDEN | Hint.SKIP


def compose_reading(
    article: str, weighed: Weighed, chosen: Sequence[int], head: Head, headline: tuple[str, str, int] | None
) -> Reading:
    """The article's text, its paragraphs parted by blank lines, with blocks and metadata."""
    entries = list(_entries(weighed, set(chosen), headline[2] if headline else -1, head))
    entries = _label_repeated_headlines(weighed, entries, head, headline)
    entries = _set_pull_quotes_aside(weighed, entries)
    text = "\n\n".join(weighed.page.lines[number].text for number, _, _ in entries)
    reading = Reading(article, text)
    times = find_posts(weighed, chosen, head)
    stated: list[tuple[int, str, str]] = []
    position, opened = 0, False
    for number, kind, rule in entries:
        line = weighed.page.lines[number]
        end = position + len(line.text)
        opened = add_piece(reading, (position, end), kind, rule, opened=opened)
        if number in times and (not stated or stated[-1][1:] != times[number]):
            stated.append((position, *times[number]))
        if kind is BlockKind.HEADLINE and headline is not None:
            reading.headline = reading.cite(headline[0], (position, end))
        _note_marks(reading, position, end, kind, weighed.flags[line.node])
        position = end + 2
    if reading.headline is None and headline is not None:
        reading.headline = Cited(value=headline[0], where=headline[1] if headline[1] != "text" else "h1")
    _add_head(reading, head)
    date_parts(reading, stated)
    return reading


def _entries(weighed: Weighed, chosen: set[int], headline: int, head: Head) -> Iterator[tuple[int, BlockKind, str]]:
    """The lines to keep, in order, each with its label and why: the chosen, and what stands around and between them."""
    lines = weighed.page.lines
    if not chosen:
        return
    first, last = min(chosen), max(chosen)
    start = headline if 0 <= headline < first and first - headline <= _HEAD else max(0, first - 3)
    stop = min(len(lines), last + 1 + _TAIL)
    headed = headline in range(start, stop)
    dropped = 0
    before = headline if headed else -1
    if 0 <= headline < start:
        yield headline, BlockKind.HEADLINE, "headline"
        before = headline
    for number in range(start, stop):
        line, flags = lines[number], weighed.flags[lines[number].node]
        if number == headline:
            yield number, BlockKind.HEADLINE, "headline"
        elif number in chosen:
            early = not any(other in chosen for other in range(max(0, number - 30), number))
            yield number, *_label_chosen(line.text, flags, early=early)
        elif not flags & _SMALL and len(line.text) <= 5000 and dropped < _MOST_DROPPED:
            described = before <= number < first and is_described(line.text, head.descriptions)
            kind, rule = _label_dropped(line.text, flags, number, (before, first, last), described=described)
            if kind is not None:
                dropped += 1
                yield number, kind, rule


def _label_repeated_headlines(
    weighed: Weighed, entries: list[tuple[int, BlockKind, str]], head: Head, headline: tuple[str, str, int] | None
) -> list[tuple[int, BlockKind, str]]:
    """The same entries, those at the top that only say the headline again (with a kicker before it) labelled so."""
    wordings = [value for value, _ in head.headlines] + ([headline[0]] if headline else [])
    forms = {form for form in map(squeeze, wordings) if len(form) >= _TELLING}
    headed = any(kind is BlockKind.HEADLINE for _, kind, _ in entries)
    bodies = 0
    for at, (number, kind, _) in enumerate(entries):
        if kind not in (BlockKind.BODY, BlockKind.STANDFIRST) or not forms:
            continue
        line = weighed.page.lines[number]
        form = squeeze(line.text) if len(line.text) <= _LONGEST_HEADLINE else ""
        if form in forms or any(form.endswith(other) and len(form) - len(other) <= _KICKER for other in forms):
            kind = BlockKind.BOILERPLATE if headed else BlockKind.HEADLINE
            entries[at] = (number, kind, "repeats the headline" if headed else "headline")
            headed = True
        else:
            bodies += 1
        if bodies > _TOP:
            break
    return entries


def _set_pull_quotes_aside(
    weighed: Weighed, entries: list[tuple[int, BlockKind, str]]
) -> list[tuple[int, BlockKind, str]]:
    """The same entries, those that are marked off as quotations and only repeat the text labelled so; and one that is
    the whole text again.
    """
    page = weighed.page
    bodies = [at for at, (_, kind, _) in enumerate(entries) if kind is BlockKind.BODY]
    again = find_whole_again([page.lines[entries[at][0]].text for at in bodies])
    if again is not None:
        at = bodies.pop(again)
        entries[at] = (entries[at][0], BlockKind.BOILERPLATE, "the whole text again")
    candidates: dict[int, bool] = {}
    for number, at in enumerate(bodies):
        line = page.lines[entries[at][0]]
        named = bool(weighed.flags[line.node] & Hint.QUOTE)
        if named or any(page.nodes[node].tag in _QUOTING for node in page.ancestors(line.node)[:3]):
            candidates[number] = named
    if not candidates:
        return entries
    for number in find_pull_quotes([page.lines[entries[at][0]].text for at in bodies], candidates):
        at = bodies[number]
        entries[at] = (entries[at][0], BlockKind.BOILERPLATE, PULL_QUOTE)
    return entries


def _label_chosen(text: str, flags: int, *, early: bool) -> tuple[BlockKind, str]:
    """The label of a line that belongs to the article."""
    shown = plain(text)
    if flags & Hint.POST:
        return BlockKind.BODY, POST
    alone = label_alone(shown)
    if alone is not None and not (flags & Hint.BODY and is_sentence(text) and len(text) > 200):
        return alone
    if early and flags & Hint.STANDFIRST and not flags & Hint.BODY:
        return BlockKind.STANDFIRST, "named as standfirst"
    return BlockKind.BODY, ""


def _label_dropped(
    text: str, flags: int, number: int, bounds: tuple[int, int, int], *, described: bool
) -> tuple[BlockKind | None, str]:
    """The label of a line that was not chosen; None if it is not worth keeping. `described`: the head says the same."""
    headline, first, last = bounds
    shown = plain(text)
    if number > last:
        notice = name_notice(shown)
        return (BlockKind.NOTICE, notice) if notice is not None else (None, "")
    if described and number > headline >= 0:
        return BlockKind.STANDFIRST, "the page's own summary"
    if flags & Hint.CAPTION or is_caption(shown):
        return BlockKind.CAPTION, "named as caption"
    if number < first:
        if len(text) <= 200 and (is_byline(shown) or (flags & Hint.BYLINE and len(text) <= 100)):
            return BlockKind.BYLINE, "named as byline"
        if len(text) <= 160 and find_stamp(shown) is not None:
            return BlockKind.NOTICE, "publication stamp"
        if flags & Hint.STANDFIRST and not flags & Hint.JUNK and is_sentence(text) and number > headline >= 0:
            return BlockKind.STANDFIRST, "named as standfirst"
    if flags & Hint.COMMENTS:
        return None, ""
    if flags & Hint.QUOTE:
        return BlockKind.BOILERPLATE, PULL_QUOTE
    return BlockKind.BOILERPLATE, name_furniture(shown) or "not of the article"


def _note_marks(reading: Reading, start: int, end: int, kind: BlockKind, flags: int) -> None:
    """Bylines and stamps that the page shows beside its text."""
    text = reading.text
    if kind is BlockKind.BYLINE:
        if not reading.authors:
            named = find_authors(text, start, end)
            for name, first, last in named:
                reading.authors.append(reading.cite(name, (first, last)))
            if not named and flags & Hint.BYLINE:
                for name in clean_authors([text[start:end]], ""):
                    found = text.find(name, start, end)
                    if found >= 0:
                        reading.authors.append(reading.cite(name, (found, found + len(name))))
        reading.credits.extend(read_names(text, start, end))
    if kind in (BlockKind.BYLINE, BlockKind.NOTICE) and end - start <= 160:
        stamp = find_stamp(text, start, end)
        if stamp is not None:
            cited = reading.cite(stamp.value, (stamp.start, stamp.end))
            if says_updated(text[start:end]):
                reading.updated = reading.updated or cited
            else:
                reading.published = reading.published or cited


def _add_head(reading: Reading, head: Head) -> None:
    """What the page's head says goes before what its text shows; what disagrees is kept as a conflict."""
    reading.published = _first(head.published, reading.published, "published", reading.conflicts)
    reading.updated = _first(head.updated, reading.updated, "updated", reading.conflicts)
    if reading.updated and reading.published and not _is_later(reading.updated.value, reading.published.value):
        reading.updated = None
    _add_outlet(reading, head)
    outlet = reading.outlet.value if reading.outlet else ""
    stated: list[Cited[str]] = []
    for names, where in head.authors:
        stated = [Cited(value=name, where=where) for name in clean_authors(names, outlet)]
        if stated:
            reading.wires += [Cited(value=agency, where=where) for agency in name_agencies(names)]
            break
    persons = [name for name in reading.authors if " " in name.value and not is_outlet(name.value, outlet)]
    if not stated or (persons and all(is_outlet(name.value, outlet) for name in stated)):
        stated = persons
    reading.authors = stated


def _add_outlet(reading: Reading, head: Head) -> None:
    """The outlet by the head; an agency named as publisher supplied the text, if the page names its outlet as well."""
    named = [(value, where) for value, where in head.outlets if value not in _PLATFORMS]
    own = next(((value, where) for value, where in named if find_agency(value) is None), None)
    if own is not None and named[0] != own:
        reading.wires.append(Cited(value=find_agency(named[0][0]) or named[0][0], where=named[0][1]))
    if named:
        value, where = own or named[0]
        reading.outlet = Cited(value=value, where=where)


def _first(
    stated: Sequence[tuple[str, str]], shown: Cited[str] | None, name: str, conflicts: list[str]
) -> Cited[str] | None:
    """The most trusted value, or one that says the same and more; a different day elsewhere is a conflict."""
    if not stated:
        return shown
    value, where = stated[0]
    for other, place in stated[1:]:
        if other.startswith(value) and len(other) > len(value) and "element" not in place:
            value, where = other, place
    for other, place in stated[1:4]:
        if other[:10] != value[:10] and "element" not in place:
            conflicts.append(f"{name}: {where} has {value!r}, {place} has {other!r}")
            break
    return Cited(value=value, where=where)


def _is_later(updated: str, published: str) -> bool:
    """Whether a change comes after publication; what cannot be compared is compared as it is written."""
    try:
        later, earlier = datetime.fromisoformat(updated), datetime.fromisoformat(published)
        if later.tzinfo and earlier.tzinfo:
            return (later - earlier).total_seconds() >= _SOONEST
    except ValueError:
        pass
    return updated[:16] > published[:16]
