"""Who makes a statement: by name, by the words for an unnamed person or body, or by what stands for a newspaper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.analysis.accounts.setting.imprints import is_press, voice_of
from readout.analysis.accounts.setting.known import HEAD_ENDS, Known
from readout.analysis.accounts.setting.namewords import is_own, speaking_words, two_parties
from readout.language.frequencies import english_frequencies
from readout.language.lexicon import countries
from readout.language.voices import voice_words
from readout.text.fold import fold, words
from readout.types import Manner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.layout import Layout
    from readout.analysis.accounts.setting.lines import Line
    from readout.spans import Span
    from readout.types import Statement

UNNAMED = "unnamed speaker"  #: holds a quotation that no words of the text give to anyone
_TAIL = re.compile(r",|(?<!\bof)\s(?:who|which|that|on|in|at|from|with|after|when|where|released|published|obtained)\s")
_VAGUE = re.compile(
    r"(?:(?:many|some|several|most|other|two|three|four|five)\s)?(?:people|residents|men|women|others|someone|one)\s"
    r"(?:in|at|from|near|inside)\s(?:the\s)?[\w’'-]+(?=$|[\s,])",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:when|that|while|as|after|before|because|since|of|to|for|with|and|but|if|later)\s+)+(?:an?\s+|the\s+)?"
)
_DESCRIBES = re.compile(r"(?:the|an?|another|its|his|her|their|our)\s", re.IGNORECASE)
_BODY_NAMED = re.compile(r"^[^,]{3,60},\s(?:the\s|called\s)?((?:[A-Z][\w’'-]+\s?){1,5}(?<!\s))$")
_LAST_NOUN = re.compile(
    r"\s(?:after|before|when|as|while|because|and|but|that|where)\s((?:[\w’'-]+\s){0,2}[a-z]{3,20})$"
)
_OWNED = re.compile(r"(?:the\s)?([\w -]{3,40})['’]s\s(?:[\w-]+\s){0,2}[\w-]+", re.IGNORECASE)
_WRITTEN_BY = re.compile(r"\s(?:by|from|of)\s(?:the\s|an?\s)?$")
_ANOTHERS = re.compile(r"\b(?:by|of|with|to|against|about|for)\b")
_ENDS_NAME = re.compile(r"$|,| and\b")
_TELLS = re.compile(r",\s(?:the|an?)\s([\w’' -]{3,60}?)\s")
_SITE = re.compile(r"[\w-]{2,40}\.(?:com|org|net|info)")
_KINDS_OF_BODY = frozenset(("movement", "group", "organization", "organisation"))
_DATELINE = re.compile(r"[A-Z][\w’'., -]{1,40}\s\([A-Z][A-Za-z ]{1,20}\)\s*[-–—]*\s*")
_FEW = 3  #: words at most in what stands for a newspaper named elsewhere: "the local newspaper"
_NEAR_PRESS = 3  #: sentences between "the newspaper" and its name, where the name comes later


class Speakers:
    """The speakers of a story's statements."""

    def __init__(self, scene: Layout) -> None:
        """For the lines and statements of `scene`."""
        self._scene = scene
        self._known = Known(scene)

    def _words(self, span: Span) -> str:
        return self._scene.articles[span.article].words(span)

    def speakers_of(self, statement: Statement) -> tuple[str, ...]:
        """All who make a statement together: "Quill and Fenn said"; () for the outlet's own voice."""
        found = self.speaker_of(statement)
        if not found or not statement.named:
            return (found,) if found else ()
        line = self._scene.line_at(statement.article, statement.named[0].start)
        mentions = self._scene.mentions_in(line) if line else []
        inside = [name for start, end, name in mentions if any(s.start <= start < s.end for s in statement.named)]
        people = tuple(dict.fromkeys(self._known.fuller(name) for name in inside if name in self._known.people))
        if " and " in found and len(people) > 1 and found not in self._known.names_written:
            return people
        if found not in self._known.names_written and (pair := self._two(statement, line)):
            return pair
        return (found,)

    def _two(self, statement: Statement, line: Line | None) -> tuple[str, ...]:
        """The two groups or bodies that speak together, each by name where it has one; or ()."""
        shown = self._words(statement.named[0])
        pair = two_parties(shown, self._known.bodies) if line is not None else None
        found = []
        for part in pair or ():
            first = statement.named[0].start + shown.index(part)
            inside = (
                [m for m in self._scene.mentions_in(line) if first <= m[0] < m[1] <= first + len(part)] if line else []
            )
            named = [name for start, _, name in inside if name in self._known.bodies]
            found.append(named[-1] if named else self._known.in_small(part))
        return tuple(dict.fromkeys(found))

    def speaker_of(self, statement: Statement) -> str:
        """Who makes a statement: a name, or the words for an unnamed person or body; "" for the outlet's own voice."""
        if name := self._apposed(statement) or self._after_dateline(statement):
            return name
        if statement.speaker and not statement.description:
            return self._known.qualified.get(statement.speaker.lower(), self._known.fuller(statement.speaker))
        found = statement.speaker or statement.description
        if not found:
            return self._unattributed(statement)
        if is_own(found):
            return ""
        if found != statement.description and found[:1].isupper():
            return found
        return self._described(statement, found)

    def _apposed(self, statement: Statement) -> str:
        """The name that stands beside a description of the speaker: "the minister, Ada Quill, said"."""
        if not statement.named or not statement.cue:
            return ""
        named = statement.named[0]
        line = self._scene.line_at(statement.article, named.start)
        if line is None or named.end > line.end or not _DESCRIBES.match(self._words(named)):
            return ""
        if found := _BODY_NAMED.search(self._words(named)):
            return found.group(1)
        after = line.text[named.end - line.start :]
        if statement.cue[0].start > named.end and (
            told := _TELLS.fullmatch(line.text[named.end - line.start : statement.cue[0].start - line.start])
        ):
            return self.by_words(told.group(1), statement.article)
        for start, end, name in self._scene.mentions_in(line) if after.startswith(", ") else ():
            closed = line.text[end - line.start : end - line.start + 1] == ","
            if name in self._known.people and start == named.end + 2 and closed:
                return self._known.fuller(name)
        return ""

    def _after_dateline(self, statement: Statement) -> str:
        """The person named after a dateline that was taken for part of the name: "Varn (KNN) Mayor Ada Quill"."""
        for named in statement.named[:1]:
            if dateline := _DATELINE.match(self._words(named)):
                line = self._scene.line_at(statement.article, named.start)
                first = named.start + dateline.end()
                inside = [
                    m for m in (self._scene.mentions_in(line) if line else []) if first <= m[0] < m[1] <= named.end
                ]
                return next((self._known.fuller(name) for _, _, name in inside if name in self._known.people), "")
        return ""

    def by_words(self, shown: str, article: str) -> str:
        """A body in its own words, if they are those of one: "state forestry division"; or ""."""
        shown = self._known.in_small(shown)
        head = [word.folded for word in words(HEAD_ENDS.split(shown, maxsplit=1)[0])]
        return shown if head and head[-1] in speaking_words() else self._short_for(shown, article)

    def _described(self, statement: Statement, found: str) -> str:
        """An unnamed speaker as a holder, by name where the story tells it; "" where the words are no speaker's."""
        found = _LEADING.sub("", found) or found
        shown = _TAIL.split(found, maxsplit=1)[0].strip() or found
        vague = _VAGUE.match(found)
        if vague:  # "people in the mosque" are no others
            shown = vague.group().strip()
        head = [word.folded for word in words(HEAD_ENDS.split(shown, maxsplit=1)[0])]
        if body := self._writer(statement, head):
            return body
        if not head or (head[-1] not in speaking_words() and not self._known.is_name(shown)):
            return (
                self._named_in(statement) or self._told_at_end(statement) or self._short_for(shown, statement.article)
            )
        plural = "s" if head[-1].endswith("s") else ""
        if head[-1].removesuffix(plural) in voice_words().press and len(head) <= _FEW:
            return self._publication(statement) or shown
        if len(head) == 1 and (
            name := self._known.by_role(head[0], statement.article) or self._known.by_kind(head[0], statement.article)
        ):
            return name
        if head[-1] in _KINDS_OF_BODY and (bare := shown.rsplit(" ", 1)[0]) in self._known.names_written:
            return bare  # "the Kelmar movement"
        plain = self._known.in_small(shown)
        return self._known.qualified.get(plain.lower(), plain)

    def _told_at_end(self, statement: Statement) -> str:
        """Who stands just before the cue, after other words taken for the speaker: "... after two judges"; or ""."""
        if not statement.named or not statement.cue or not 0 < statement.cue[0].start - statement.named[0].end <= 1:
            return ""
        found = _LAST_NOUN.search(self._words(statement.named[0]))
        return self.by_words(found.group(1), statement.article) if found else ""

    def _writer(self, statement: Statement, head: Sequence[str]) -> str:
        """The body whose writing it is: "a list from the Kelm Coast Guard", "a report by the Fire Office"; or ""."""
        if not head or not statement.named:
            return ""
        named = statement.named[0]
        if owned := _OWNED.fullmatch(self._words(named)):
            owner = fold(owned.group(1)).split()[-1]
            return self._known.by_kind(owner, statement.article) if head[-1] in voice_words().press else ""
        if head[-1] not in voice_words().writings:
            return ""
        line = self._scene.line_at(statement.article, named.start)
        for start, end, name in self._scene.mentions_in(line) if line else ():
            before = line.text[max(0, named.start - line.start) : start - line.start] if line else ""
            if (
                named.start < start
                and end <= named.end
                and _WRITTEN_BY.search(before)
                and name not in self._known.people
            ):
                return name
        return ""

    def _named_in(self, statement: Statement) -> str:
        """The person named in the words for a speaker: "neighbour Bo Fenn", "the envoy Ada Quill and others"; or ""."""
        for named in statement.named[:1]:
            line = self._scene.line_at(statement.article, named.start)
            for start, end, name in self._scene.mentions_in(line) if line else ():
                if line is None or name not in self._known.people or not named.start <= start < end <= named.end:
                    continue
                before, after = self._words(named)[: start - named.start], self._words(named)[end - named.start :]
                if not _ANOTHERS.search(before) and _ENDS_NAME.match(after):
                    return self._known.fuller(name)
        return ""

    def _short_for(self, shown: str, article: str) -> str:
        """The one name that a single capitalised word is a part of, in the article or else in the story; or ""."""
        if not any(part[:1].isupper() for part in shown.split("-")) or len(shown.split()) > 1:
            return ""
        if fold(shown) in countries()[1] or fold(shown).removesuffix("s") in countries()[1]:
            return shown  # "Estmarkers": a people
        outlets = [
            name.removeprefix("outlet:") for other in self._scene.articles for name in voice_of(self._scene, other)
        ]
        for names in (
            [name for _, _, name in self._scene.mentions_of(article)],
            outlets,
            sorted(self._known.names_written),
        ):
            found = sorted({name for name in names if shown in name.split()[1:]})
            if len(found) == 1:
                return found[0]
        if (fuller := self._known.fuller(shown)) != shown:
            return fuller
        known = shown.isupper() or shown in self._known.names_written or bool(_SITE.fullmatch(shown))
        return shown if known or fold(shown) not in english_frequencies().counts else ""

    def _publication(self, statement: Statement) -> str:
        """The newspaper, broadcaster or agency named last before "the newspaper" (or soon after), or ""."""
        own = {fold(name.removeprefix("outlet:")) for name in voice_of(self._scene, statement.article)}
        place = min(span.start for span in (*statement.named, *statement.content))
        named = [
            (start, name)
            for start, _, name in self._scene.mentions_of(statement.article)
            if is_press(name) and fold(name) not in own
        ]
        before = [name for start, name in named if start < place]
        if before:
            return before[-1]
        line = self._scene.line_at(statement.article, place)
        if line is None:
            return ""
        last = self._scene.line_numbered(statement.article, line.number + _NEAR_PRESS)
        after = [name for start, name in named if last is None or start < last.end]
        return after[0] if after else ""

    def _unattributed(self, statement: Statement) -> str:
        """A speaker for a quotation that none was found for: who is named before it, or someone unnamed."""
        quoted = statement.manner is not Manner.INDIRECT and len(words(self._words(statement.content[0]))) > 3
        if not quoted:
            return ""
        line = self._scene.line_at(statement.article, statement.content[0].start)
        if line is None:
            return ""
        return self._person_before(line, statement) or (UNNAMED if statement.manner is Manner.DIRECT else "")

    def _person_before(self, line: Line, statement: Statement) -> str:
        """The last person named in the line before the quotation, outside of quotation marks."""
        opening = line.text.find("“") if "“" in line.text else line.text.find('"')
        limit = line.start + opening if opening > 0 else line.start
        people = self._known.people
        found = [name for _, end, name in self._scene.mentions_in(line) if name in people and end <= limit]
        return found[-1] if found and any(line.start <= cue.start < line.end for cue in statement.cue) else ""
