"""Quotations that no cue of their own reports: the rest of one already begun, or a statement by the same speaker."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from readout.analysis.statements.announcing import find_announced
from readout.analysis.statements.drafts import Draft
from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.analysis.statements.signed import end_of_run, find_signature, find_told_after
from readout.analysis.statements.unlisted import NO_ONE
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading, Word

_FEW_WORDS = 4  #: a quotation without a cue of fewer words is a title or scare quotes
_HEADING = 8  #: words that a quotation used as a heading stays below
_CLOSING = frozenset([".", "?", "!", ",", "...", "…", "-", "--"])
_MOSTLY = 0.6  #: share of its words that a passage must have in marks to go on with a quotation
_BETWEEN = 5  #: words outside its marks that such a passage may have
_OPENING = 6  #: words in marks with which a sentence must begin to go on with a quotation
_SPEECH = 20  #: characters from which a further quotation in the passage is speech
_NOBODY = frozenset(["nobody", "none", "anyone", "everyone", "everybody", "anybody", "someone"])
_REACH = 2  #: blocks over which a speaker goes on


def add_loose_quotations(readings: Sequence[Reading], drafts: list[Draft]) -> list[Draft]:
    """The drafts with loose quotations added to them, or after them as statements of their own."""
    spans = sorted(span for draft in drafts for span in draft.content)
    by_passage: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_passage.setdefault(draft.number, []).append(draft)
    state = _State(spans)
    signed = _signed(readings, by_passage)
    for number, reading in enumerate(readings):
        here = by_passage.get(number, [])
        transcript = [draft for draft in here if draft.rule == "transcript"]
        if transcript:
            state.spoken = transcript[0]
        elif state.spoken is not None and state.spoken.reading.block == reading.block:
            state.spoken.content.append((reading.start, reading.end))
            continue
        if here:
            state.take(here, reading)
        elif number in signed and not state.is_covered(reading.start, reading.end):
            state.sign(signed[number], reading)
        elif not state.is_covered(reading.start, reading.end):
            state.attach(number, reading)
        after = readings[number + 1] if number + 1 < len(readings) else None
        state.remember_colon(number, reading, here, after is not None and after.wholly_quoted())
    return [*drafts, *state.added]


def _signed(readings: Sequence[Reading], by_passage: Mapping[int, Sequence[Draft]]) -> dict[int, Draft]:
    """The statements whose speaker stands behind them, by their first passage, still without content.

    Names without a dash sign only where the text does so again, since a heading or a caption may look alike.
    """
    found: dict[int, Draft] = {}
    by_place: dict[int, Draft] = {}
    for number, reading in enumerate(readings):
        if number in by_passage or not reading.wholly_quoted() or not _is_speech(reading):
            continue
        behind = end_of_run(readings, number)
        if behind in by_place:
            found[number] = by_place[behind]
            continue
        if behind >= len(readings) or readings[behind].block - readings[behind - 1].block >= _REACH:
            continue
        used = {draft.found.hit.at for draft in by_passage.get(behind, ()) if draft.found is not None}
        after = readings[behind]
        who = find_signature(after) if not used else None
        if who is None and after.block == readings[behind - 1].block:
            who = find_told_after(after, used)
        if who is not None:
            found[number] = by_place[behind] = _announcing(behind, after, who)
    if any(draft.rule == "signature" for draft in found.values()) and not _signs_again(readings):
        return {number: draft for number, draft in found.items() if draft.rule != "signature"}
    return found


def _signs_again(readings: Sequence[Reading]) -> bool:
    """Whether two lines or more behind a quotation only name someone."""
    lines = (after for before, after in pairwise(readings) if any(word.quote >= 0 for word in before.words[-2:]))
    signing = (found for found in map(find_signature, lines) if found is not None and found.rule == "signature")
    return len(list(islice(signing, 2))) > 1


class _State:
    """Who spoke last, while the passages go by."""

    def __init__(self, covered: list[tuple[int, int]]) -> None:
        self.covered = covered
        self.starts = [start for start, _ in covered]
        self.added: list[Draft] = []
        self.last: Draft | None = None
        self.block = -_REACH
        self.announced: Draft | None = None
        self.spoken: Draft | None = None
        self.group: int | None = None  #: the quotation that the last passage ended in, if it spoke

    def is_covered(self, start: int, end: int) -> bool:
        """Whether a content already holds this stretch; contents are looked at around the start only."""
        place = bisect_right(self.starts, start)
        return any(low <= start and end <= high for low, high in self.covered[max(0, place - 8) : place])

    def take(self, here: Sequence[Draft], reading: Reading) -> None:
        """Note who speaks in a passage with statements of its own."""
        speaking = [draft for draft in here if _speaks(draft)]
        quoting = _inmost([draft for draft in speaking if _quotes(draft)])
        if speaking:
            self.last = (quoting or speaking)[-1]
        self.block = reading.block
        self.group = _group(reading, -1) if speaking else None

    def sign(self, draft: Draft, reading: Reading) -> None:
        """A passage whose speaker stands behind it; what follows a signature is no longer that speaker's."""
        draft.content.append((reading.start, reading.end))
        if not self.added or self.added[-1] is not draft:
            self.added.append(draft)
        self.last, self.block, self.group = draft, reading.block, _group(reading, -1)

    def attach(self, number: int, reading: Reading) -> None:
        """A passage without statements: its quotation goes to the one who speaks, or ends the speaking."""
        announced = self.announced is not None and reading.block == self.announced.reading.block + 1
        if not reading.wholly_quoted() and not announced:
            if self._goes_on_with(reading):
                return
            if reading.block != self.block:
                self.last = None
            return
        span = (reading.start, reading.end)
        if self.announced is not None and announced:
            self.announced.content.append(span)
            if not self.added or self.added[-1] is not self.announced:
                self.added.append(self.announced)
            self.last, self.block, self.group = self.announced, reading.block, _group(reading, -1)
            return
        if self.last is None or _is_heading(reading, self.last):
            return
        if not _is_speech(reading) and (reading.block != self.block or not _is_quoted(self.last)):
            return
        goes_on = self.group is not None and self.group == _group(reading, 0)
        if (reading.block == self.block or goes_on) and _is_quoted(self.last):
            self.last.content.append(span)
            self.block, self.group = reading.block, _group(reading, -1)
        elif reading.block - self.block < _REACH and sum(word.is_word for word in reading.words) >= _FEW_WORDS:
            loose = Draft([span], [], [], None, reading, "assert", "floating quotation", number)
            speaker = self.last.inherits or self.last
            if _can_go_on(speaker):
                loose.named, loose.inherits = list(speaker.named), speaker
            self.added.append(loose)
            self.last, self.block, self.group = loose, reading.block, _group(reading, -1)

    def _goes_on_with(self, reading: Reading) -> bool:
        """`"A," X said. But "B." `: a passage of the same paragraph that is quoted but for a few words goes on."""
        if self.last is None or reading.block != self.block or not _is_quoted(self.last) or self.last in self.added:
            return False
        words = [word for word in reading.words if word.is_word]
        inside = [word for word in words if word.quote >= 0]
        if reading.words[0].quote >= 0 and self._leads_on(reading, inside):
            self.last.content.append((reading.start, reading.end))
            return True
        if len(inside) < max(_HEADING, _MOSTLY * len(words)) or len(words) - len(inside) > _BETWEEN:
            return False
        for quote in sorted({word.quote for word in inside}):
            quotation = reading.quotations[quote]
            if quotation.end - quotation.start > _SPEECH:
                self.last.content.append((quotation.start, quotation.end))
        return True

    @staticmethod
    def _leads_on(reading: Reading, inside: Sequence[Word]) -> bool:
        """`"We do not ask them" to pay.`: a sentence that begins in marks and ends outside goes on like the last."""
        first = sum(word.quote == reading.words[0].quote for word in inside)
        after = next((word for word in reading.words if word.quote < 0 and word.is_word), None)
        comments = after is not None and (after.pos == "VERB" or after.folded == "which")  # "..., lamented one aide"
        return first >= _OPENING and not comments and not any(word.folded == ":" for word in reading.words)

    def remember_colon(self, number: int, reading: Reading, here: Sequence[Draft], quoted: bool) -> None:
        """`Doe continued:` at a block's end announces what stands in the next block, `quoted` or not."""
        if reading.words[-1].folded != ":":
            if self.announced is not None and reading.block > self.announced.reading.block:
                keeps = reading.wholly_quoted()
                self.announced = self.announced if keeps and reading.block == self.announced.reading.block + 1 else None
            return
        used = {draft.found.hit.at for draft in here if draft.found is not None}
        found = find_announced(reading, used, quoted=quoted)
        self.announced = None if found is None else _announcing(number, reading, found)


def _speaks(draft: Draft) -> bool:
    """Whether the outlet has someone speak: not Weiss, in `"Weiss believes it," the ministry said. "..."`."""
    if not draft.named or draft.found is None or draft.found.hit.kind not in ("verb", "colon"):
        return False
    return draft.found.hit.kind == "colon" or draft.reading.words[draft.found.hit.at].quote < 0


def _inmost(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Those that hold no other: in `"A," X said, the Gazette reported. "B."` it is X who goes on."""
    return [
        draft
        for draft in drafts
        if not any(
            other is not draft and any(start <= cue < end for start, end in draft.content for cue, _ in other.cue)
            for other in drafts
        )
    ] or drafts


def _announcing(number: int, reading: Reading, found: Found) -> Draft:
    """A statement whose content is still to come."""
    cue = [] if found.rule == "signature" else [reading.characters(found.hit.low, found.hit.high)]
    named = [] if found.speaker is None else [reading.characters(found.speaker.low, found.speaker.high)]
    return Draft([], cue, named, found, reading, found.act, found.rule, number)


def _group(reading: Reading, at: int) -> int | None:
    """The group of the quotation that the passage's first or last token stands in."""
    quote = reading.words[at].quote
    return reading.quotations[quote].group if quote >= 0 else None


def _is_speech(reading: Reading) -> bool:
    """Whether a quotation that stands alone is speech: it ends like a sentence, as a quoted heading does not."""
    last = reading.words[-3:]
    return any(word.folded in _CLOSING or (word.is_word and word.folded.endswith(".")) for word in last) or not (
        all(reading.quotations[word.quote].closed for word in reading.words if word.quote >= 0)
    )


def _quotes(draft: Draft) -> bool:
    """Whether a statement reports words in quotation marks."""
    pieces = draft.found.content if draft.found is not None else ()
    return any(draft.reading.words[place].quote >= 0 for low, high in pieces for place in range(low, high + 1))


def _can_go_on(draft: Draft) -> bool:
    """Whether who spoke can go on speaking: people, a body or a paper, and no thing, poll or nobody."""
    found = draft.found
    if found is None or found.speaker is None:
        return False
    head = draft.reading.words[found.speaker.head].folded
    mute = head in NO_ONE or head in lexicon().function["polls"] or head in _NOBODY
    return not mute and not is_mere_thing(draft.reading, found.speaker)


def _is_heading(reading: Reading, last: Draft) -> bool:
    """Whether a short quotation in single marks is a heading, where the speech before it stands in double ones."""
    marks = [reading.quotations[word.quote].single for word in reading.words if word.quote >= 0]
    spoken = [last.reading.quotations[word.quote].single for word in last.reading.words if word.quote >= 0]
    return all(marks) and not any(spoken) and sum(word.is_word for word in reading.words) < _HEADING


def _is_quoted(draft: Draft) -> bool:
    """Whether a statement's own content ends with a quotation, so that the next one goes on from it."""
    if draft.found is None or not draft.found.content:
        return True
    return _quotes(draft)
