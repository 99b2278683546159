"""A story laid out for comparison, with who holds what is said in it: a speaker by name, an unnamed person or body, or
an outlet's own voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readout.analysis.accounts.setting.imprints import is_press, passing_on, voice_of
from readout.analysis.accounts.setting.layout import Layout
from readout.analysis.accounts.setting.lines import Line, clause_around, read_lines
from readout.analysis.accounts.setting.speakers import UNNAMED, Speakers
from readout.language.credits import is_hedged
from readout.language.voices import voice_words
from readout.text.fold import fold
from readout.types import Manner

if TYPE_CHECKING:
    from readout.spans import Span
    from readout.types import Statement, StoryMaterial

__all__ = ["Line", "Scene", "clause_around", "set_scene"]

_ASKS = re.compile(r"\W*(?:why|whether|how|if|what|who)\b", re.IGNORECASE)
_COUNTS = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+)?(?:(?:put|puts)\s[\w\s’'-]{3,40}\sat|estimated?s?|counted|counts|tallied)\s"
    r"(?:[\w’'-]+\s){0,3}$"
)
_SAYS = re.compile(r"\s+(?:\w+ly\s+)?(?:said|says|claims?|claimed|alleged|alleges)\b(?!,)[^,;.“”\"]{0,60}$")
_HERE = re.compile(r"\s+(?:\w+ly\s+)?(?:said|says|claims|claimed)\b")
_BESIDE = re.compile(r",[^;.“”\"]{0,80}$")
_CLOSING = re.compile(
    r",\s([A-Z][^,“”\"]{2,40})(?:,\s[^,;“”\"]{3,80},)?\s(?:told|said|says|tells)\b[^,;“”\"]{0,60}[.]$"
)
_TELLING_OF = re.compile(
    r"(?:The\s)?(?:\w+\s){0,3}?(?:information|word|news|figures?|estimates?|updates?|data)\s(?:\w+\s){0,3}?from\s(?:the\s)?"
    r"([\w’'-]+(?:\s(?!\w+ing\b)[\w’'-]+){0,5}?)(?:\s\w+ing\s[^.;“”\"]{0,60}?)?\s(?:is|are|was|were)\sthat\b"
)
_CLAIMING = re.compile(
    r"(?:The\s|An?\s)?([\w’'-]+(?:\s[\w’'-]+){0,9}?)\s(?:claims?\sto\shave|claimed\sto\shave|(?:has|have|had)\s"
    r"(?:information|evidence|reports|indications)\sthat)\b"
)
_MARKS = re.compile("[“”\"«»]|''|``")
_DIRECTING = ("demand", "ask")  #: acts that tell what is wanted; what it is, the outlet tells
_QUOTED_DEEP = 60  #: characters into partly quoted speech after which an outlet tells details of its own
_OPENING = 20  #: characters from the start of a clause in which the one who says it is named
_GOING_ON = 800  #: characters over which a quotation can go on without a new word on who speaks


@dataclass(frozen=True)
class Scene(Layout):
    """All lines of a story, and who holds what they say: what every part of this chapter asks."""

    @cached_property
    def _speakers(self) -> Speakers:
        return Speakers(self)

    def holders_of(self, span: Span) -> tuple[str, ...]:
        """Who holds what the span says: the innermost speaker, or else the outlet's own voice."""
        found = self._speaking(span)
        return self._framing(span) or self.voice_of(span.article) if found is None else found[1]

    def holders_within(self, span: Span) -> tuple[str, ...]:
        """As `holders_of`, with who speaks in a part of what an outlet tells: "a girl who, police say, is hers"."""
        found = self._speaking(span)
        cued = found is not None and any(span.contains(cue) for cue in found[0].cue)
        if not cued and (name := self._says_here(span)):
            return (name,)
        if found is not None:
            return found[1]
        return self._framing(span) or (*self._told_within(span), *self._telling(span))

    def _says_here(self, span: Span) -> str:
        """Who is told to say it at the beginning of the span: "Quill said it was at noon", "According to Quill"."""
        line = self.line_at(span.article, span.start)
        for start, end, name in self.mentions_in(line) if line else ():
            if line is None or not span.start <= start <= span.start + _OPENING:
                continue
            before = line.text[max(0, span.start - line.start) : start - line.start].lower()
            if _HERE.match(line.text[end - line.start :]) or before.strip().endswith("according to"):
                return name
        return ""

    def tellers_of(self, span: Span, after: int = -1) -> tuple[str, ...]:
        """As `holders_of`, but what an outlet tells in its own words, far into someone's statement, is held by both."""
        found = self._speaking(span)
        aside = self._saying(span, found[0] if found else None)
        if aside:
            return (*aside, *(self._telling(span) if after < 0 or found is None else ()))
        if found is None:
            return self._counting(span) or self._framing(span) or self._still_speaking(span) or self._telling(span)
        statement, speakers = found
        # In partly quoted speech the outlet's own words begin later.
        least = max(after, _QUOTED_DEEP) if statement.manner is Manner.MIXED else after
        deep = span.start - min(part.start for part in statement.content) > least
        own = deep or self._read_for_itself(statement)
        return (*speakers, *(self._telling(span) if own and not self._quoted(statement, span) else ()))

    def _read_for_itself(self, statement: Statement) -> bool:
        """Whether an outlet tells what it sees for itself: what a video shows, the thing that someone defends."""
        if statement.manner is not Manner.INDIRECT:
            return False
        cue = {fold(word) for part in statement.cue for word in self._words(part).split()}
        return bool(cue & voice_words().judging) or statement.act in _DIRECTING or self._is_unsigned(statement)

    @staticmethod
    def _is_unsigned(statement: Statement) -> bool:
        """Whether a video, a list or the like tells it, which the outlet has seen for itself."""
        head = fold(statement.description).split(" of ")[0].split(",")[0].split()[-1:]
        return statement.manner is Manner.INDIRECT and bool(voice_words().unsigned.intersection(head))

    def _speaking(self, span: Span) -> tuple[Statement, tuple[str, ...]] | None:
        """The innermost statement over the span whose speaker is known, one that tells of the saying left out."""
        found = self.statements_over(span)
        for number, statement in enumerate(found):
            outer = number + 1 < len(found)
            # "Congress must know why it was given": only who says so holds that it was given.
            asked = self._only_asks(statement)
            # "It reports that Quill said so": the paper passes on what Quill holds.
            passed_on = outer and is_press(found[number + 1].speaker or "")
            told = any(span.contains(cue) for cue in statement.cue) and not passed_on
            if outer and (asked or told):
                continue
            if speakers := self._speakers.speakers_of(statement):
                return statement, speakers
        return None

    def passes_on(self, statement: Statement) -> bool:
        """Whether a newspaper, a broadcaster or an agency tells in a statement what others say."""
        return is_press(statement.speaker or "") or self._only_asks(statement)

    def _only_asks(self, statement: Statement) -> bool:
        """Whether it is told that someone thinks about a question: "must know why it was given" asserts nothing."""
        return statement.act == "believe" and bool(_ASKS.match(self._words(statement.content[0])))

    def _saying(self, span: Span, over: Statement | None) -> tuple[str, ...]:
        """Who says it by a cue that stands nearer than any statement's: "which Quill said was at noon"."""
        line = self.line_at(span.article, span.start)
        if line is None:
            return ()
        within = max([line.start, *(part.start for part in over.content if part.start <= span.start)] if over else [0])
        for start, end, name in reversed(self.mentions_in(line)):
            between = line.text[end - line.start : span.start - line.start]
            before = line.text[: start - line.start].lower()
            if (
                within < start
                and end <= span.start
                and (_SAYS.match(between) or (before.endswith("according to ") and _BESIDE.match(between)))
            ):
                return (name,)
        return ()

    def _counting(self, span: Span) -> tuple[str, ...]:
        """Who counts, where no one is quoted: "Doctors Without Borders put the toll at 355"."""
        line = self.line_at(span.article, span.start)
        if line is None:
            return ()
        named = [(end, name) for _, end, name in self.mentions_in(line) if end <= span.start]
        found = [name for end, name in named if _COUNTS.match(line.text[end - line.start : span.start - line.start])]
        return tuple(found[-1:])

    def _framing(self, span: Span) -> tuple[str, ...]:
        """Who speaks in a sentence whose cue was not read.

        At its end ("..., Quill, a baker, told the Herald") or its beginning ("The news from the guard is that").
        """
        line = self.line_at(span.article, span.start)
        if line is None:
            return ()
        opening = _TELLING_OF.match(line.text) or _CLAIMING.match(line.text)
        if opening and span.end > line.start + opening.end():
            name = self._speakers.by_words(opening.group(1), span.article)
            return (name,) if name else ()
        closing = _CLOSING.search(line.text)
        if closing is None or span.end > line.start + closing.start():
            return ()
        first = line.start + closing.start(1)
        return tuple(name for start, _, name in self.mentions_in(line) if start == first)[:1]

    def _still_speaking(self, span: Span) -> tuple[str, ...]:
        """Who speaks in a quotation that goes on over paragraphs, each begun with a mark: the last one quoted.

        A few words between marks in an outlet's sentence are of who speaks in it, or else the outlet's choice.
        """
        line = self.line_at(span.article, span.start)
        if line is None or len(_MARKS.findall(line.text[: span.start - line.start])) % 2 == 0:
            return ()
        if _MARKS.search(line.text[span.end - line.start :]) and not _MARKS.match(line.text):
            beside = [s for s in self.statements_at(span) if any(cue.overlaps(line.span) for cue in s.cue)]
            return (self._speakers.speakers_of(beside[0]) if beside else ()) or self.voice_of(span.article)
        before = [
            statement
            for statement in self.statements_of(span.article)
            if statement.manner is not Manner.INDIRECT and 0 <= span.start - statement.content[-1].end <= _GOING_ON
        ]
        speaker = self.speaker_of(before[-1]) if before else ""
        return (speaker or UNNAMED,)

    def _told_within(self, span: Span) -> tuple[str, ...]:
        """Who speaks in a part of the span: "a girl who, police say, is her daughter"."""
        for statement in self.statements_at(span):
            shared = sum(part.shared(span) for part in statement.content)
            if 4 * shared >= len(span) and any(span.contains(cue) for cue in statement.cue):
                return self._speakers.speakers_of(statement)
        return ()

    def _quoted(self, statement: Statement, span: Span) -> bool:
        """Whether the span stands between quotation marks, and so is no outlet's wording."""
        if statement.manner is not Manner.MIXED:
            return statement.manner is Manner.DIRECT
        line = self.line_at(span.article, span.start)
        return line is not None and len(_MARKS.findall(line.text[: span.start - line.start])) % 2 == 1

    def _words(self, span: Span) -> str:
        return self.articles[span.article].words(span)

    def speakers_of(self, statement: Statement) -> tuple[str, ...]:
        """All who make a statement together, what a video shows also the outlet; () for the outlet's own voice."""
        found = self._speakers.speakers_of(statement)
        return (*found, *self.voice_of(statement.article)) if found and self._is_unsigned(statement) else found

    def speaker_of(self, statement: Statement) -> str:
        """Who makes a statement: a name, or the words for an unnamed person or body; "" for the outlet's own voice."""
        return self._speakers.speaker_of(statement)

    def voice_of(self, article: str) -> tuple[str, ...]:
        """An article's own voice: `outlet:` with its outlet, and with the agencies it credits."""
        return voice_of(self, article)

    def _telling(self, span: Span) -> tuple[str, ...]:
        """As `voice_of`, with the outlet whose report is passed on where the sentence says so: "reportedly"."""
        line = self.line_at(span.article, span.start)
        hedged = line is not None and is_hedged(line.text)
        others = passing_on(self, span.article) if hedged else ()
        return tuple(dict.fromkeys((*self.voice_of(span.article), *others)))


def set_scene(material: StoryMaterial) -> Scene:
    """The scene of a story; articles in order of their ids, so that the order of input does not matter."""
    ordered = sorted(material.annotations, key=lambda annotation: annotation.article.id)
    return Scene(material, tuple(line for annotation in ordered for line in read_lines(annotation)))
