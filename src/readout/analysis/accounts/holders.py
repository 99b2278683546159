"""Who holds what the texts say: a speaker by name, an unnamed person or body, or an outlet's own voice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from readout.language.lexicon import countries, lexicon
from readout.language.outlets import load_press
from readout.language.terms import stem as stem_of
from readout.language.voices import voice_words
from readout.text.fold import fold, words
from readout.types import EntityKind, Manner

if TYPE_CHECKING:
    from readout.analysis.accounts.scene import Line, Scene
    from readout.spans import Span
    from readout.types import Statement

UNNAMED = "unnamed speaker"  #: holds a quotation that no words of the text give to anyone
_BODY = re.compile(
    r"\b([A-Z][a-z]+(?:n|sh|ese|ch|i|an))\s+(government|authorities|police|officials|army|military|troops)\b"
)
_STATE = ("government", "authorities", "army", "military")  #: bodies of one state: its adjective before one fits all
_SPELLED = {"AP": "Associated Press"}  #: an abbreviation that readers know by its full name
_EDITION = re.compile(r"\s*\([^)]*\)|\s+-\s+(?:News|Online|Web)$|\s+Online(?:\s+News)?$")
_TAIL = re.compile(r",|\s(?:who|which|that|on|in|at|from|with|after|when|where|released|published|obtained)\s")
_HEAD = re.compile(r",|\s(?:close|familiar|near|of|for|from|in|at|on|to|with|by|about|who|which|that|and|or|against)\s")
_LEADING = re.compile(
    r"^(?:(?:when|that|while|as|after|before|because|since|of|to|for|with|and|but|if|later)\s+)+(?:an?\s+|the\s+)?"
)
_ASKS = re.compile(r"\W*(?:why|whether|how|if|what|who)\b", re.IGNORECASE)
_COUNTS = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+)?(?:(?:put|puts)\s[\w\s’'-]{3,40}\sat|estimated?s?|counted|counts|tallied)\s"
    r"(?:[\w’'-]+\s){0,3}$"
)
_SAYS = re.compile(r"\s+(?:\w+ly\s+)?(?:said|says|claims?|claimed|alleged|alleges)\b(?!,)[^,;.“”\"]{0,60}$")
_HERE = re.compile(r"\s+(?:\w+ly\s+)?(?:said|says|claims|claimed)\b")
_BESIDE = re.compile(r",[^;.“”\"]{0,80}$")
_MARKS = re.compile("[“”\"«»]|''|``")
_FEW = 3  #: words at most in what stands for a newspaper named elsewhere: "the local newspaper"
_SMALL = 3  #: letters of the words in a name that need no capital: "for", "and", "the"
_NEAR_PRESS = 3  #: sentences between "the newspaper" and its name, where the name comes later
_QUOTED_DEEP = 60  #: characters into partly quoted speech after which an outlet tells details of its own
_OPENING = 20  #: characters from the start of a clause in which the one who says it is named
_GOING_ON = 800  #: characters over which a quotation can go on without a new word on who speaks
_CONTINUED = 200  #: characters between two quotations of one speaker, at most


class Voices:
    """The holders of a story."""

    def __init__(self, scene: Scene) -> None:
        """For the lines and statements of `scene`."""
        self._scene = scene

    def holders_of(self, span: Span) -> tuple[str, ...]:
        """Who holds what the span says: the innermost speaker, or else the outlet's own voice."""
        found = self._speaking(span)
        return self.voice_of(span.article) if found is None else (found[1],)

    def holders_within(self, span: Span) -> tuple[str, ...]:
        """As `holders_of`, with who speaks in a part of what an outlet tells: "a girl who, police say, is hers"."""
        found = self._speaking(span)
        cued = found is not None and any(span.contains(cue) for cue in found[0].cue)
        if not cued and (name := self._says_here(span)):
            return (name,)
        return (*self._told_within(span), *self.voice_of(span.article)) if found is None else (found[1],)

    def _says_here(self, span: Span) -> str:
        """Who is told to say it at the beginning of the span: "Quill said it was at noon", "According to Quill"."""
        line = self._scene.line_at(span.article, span.start)
        for start, end, name in self._scene.mentions_in(line) if line else ():
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
            return (*aside, *(self.voice_of(span.article) if after < 0 or found is None else ()))
        if found is None:
            return self._counting(span) or self._still_speaking(span) or self.voice_of(span.article)
        statement, speaker = found
        # In partly quoted speech the outlet's own words begin later.
        least = max(after, _QUOTED_DEEP) if statement.manner is Manner.MIXED else after
        deep = span.start - min(part.start for part in statement.content) > least
        own = self.voice_of(span.article) if deep and not self._quoted(statement, span) else ()
        return (speaker, *own)

    def _speaking(self, span: Span) -> tuple[Statement, str] | None:
        """The innermost statement over the span whose speaker is known, one that tells of the saying left out."""
        found = self._scene.statements_over(span)
        for number, statement in enumerate(found):
            outer = number + 1 < len(found)
            # "Congress must know why it was given": only who says so holds that it was given.
            asked = self._only_asks(statement)
            # "It reports that Quill said so": the paper passes on what Quill holds.
            passed_on = outer and _is_press(found[number + 1].speaker or "")
            told = any(span.contains(cue) for cue in statement.cue) and not passed_on
            if outer and (asked or told):
                continue
            if speaker := self.speaker_of(statement):
                return statement, speaker
        return None

    def passes_on(self, statement: Statement) -> bool:
        """Whether a newspaper, a broadcaster or an agency tells in a statement what others say."""
        return _is_press(statement.speaker or "") or self._only_asks(statement)

    def _only_asks(self, statement: Statement) -> bool:
        """Whether it is told that someone thinks about a question: "must know why it was given" asserts nothing."""
        return statement.act == "believe" and bool(_ASKS.match(self._words(statement.content[0])))

    def _saying(self, span: Span, over: Statement | None) -> tuple[str, ...]:
        """Who says it by a cue that stands nearer than any statement's: "which Quill said was at noon"."""
        line = self._scene.line_at(span.article, span.start)
        if line is None:
            return ()
        within = max([line.start, *(part.start for part in over.content if part.start <= span.start)] if over else [0])
        for start, end, name in reversed(self._scene.mentions_in(line)):
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
        line = self._scene.line_at(span.article, span.start)
        if line is None:
            return ()
        named = [(end, name) for _, end, name in self._scene.mentions_in(line) if end <= span.start]
        found = [name for end, name in named if _COUNTS.match(line.text[end - line.start : span.start - line.start])]
        return tuple(found[-1:])

    def _still_speaking(self, span: Span) -> tuple[str, ...]:
        """Who speaks in a quotation that goes on over paragraphs, each begun with a mark: the last one quoted."""
        line = self._scene.line_at(span.article, span.start)
        if line is None or len(_MARKS.findall(line.text[: span.start - line.start])) % 2 == 0:
            return ()
        before = [
            statement
            for statement in self._scene.statements_of(span.article)
            if statement.manner is not Manner.INDIRECT and 0 <= span.start - statement.content[-1].end <= _GOING_ON
        ]
        speaker = self.speaker_of(before[-1]) if before else ""
        return (speaker or UNNAMED,)

    def _told_within(self, span: Span) -> tuple[str, ...]:
        """Who speaks in a part of the span: "a girl who, police say, is her daughter"."""
        for statement in self._scene.statements_at(span):
            shared = sum(part.shared(span) for part in statement.content)
            if 4 * shared >= len(span) and any(span.contains(cue) for cue in statement.cue):
                speaker = self.speaker_of(statement)
                return (speaker,) if speaker else ()
        return ()

    def _quoted(self, statement: Statement, span: Span) -> bool:
        """Whether the span stands between quotation marks, and so is no outlet's wording."""
        if statement.manner is not Manner.MIXED:
            return statement.manner is Manner.DIRECT
        line = self._scene.line_at(span.article, span.start)
        return line is not None and len(_MARKS.findall(line.text[: span.start - line.start])) % 2 == 1

    def _words(self, span: Span) -> str:
        return self._scene.articles[span.article].words(span)

    def speaker_of(self, statement: Statement) -> str:
        """Who makes a statement: a name, or the words for an unnamed person or body; "" for the outlet's own voice."""
        if statement.speaker and not statement.description:
            return self._qualified.get(statement.speaker.lower(), statement.speaker)
        found = statement.speaker or statement.description
        if not found:
            return self._unattributed(statement)
        if fold(found).split()[0] in voice_words().own:
            return ""
        if found != statement.description and found[:1].isupper():
            return found
        return self._described(statement, found)

    def _described(self, statement: Statement, found: str) -> str:
        """An unnamed speaker as a holder, by name where the story tells it; "" where the words are no speaker's."""
        found = _LEADING.sub("", found) or found
        shown = _TAIL.split(found, maxsplit=1)[0].strip() or found
        beside = found[len(shown) :].strip(" ,")
        if beside in self._people:  # "a spokeswoman for the ministry, Karin Dahl"
            return beside
        head = [word.folded for word in words(_HEAD.split(shown, maxsplit=1)[0])]
        if not head or (head[-1] not in _speaking_words() and not self._named(shown)):
            return self._short_for(shown, statement.article)
        plural = "s" if head[-1].endswith("s") else ""
        if head[-1].removesuffix(plural) in voice_words().press and len(head) <= _FEW:
            return self._publication(statement) or shown
        if len(head) == 1 and (name := self._by_role(head[0], statement.article)):
            return name
        plain = shown[:1].lower() + shown[1:] if head[0] in _speaking_words() else shown
        return self._qualified.get(plain.lower(), plain)

    def _short_for(self, shown: str, article: str) -> str:
        """The one name that a single capitalised word is a part of, in the article or else in the story; or ""."""
        if not shown[:1].isupper() or len(shown.split()) > 1:
            return ""
        outlets = [name.removeprefix("outlet:") for other in self._scene.articles for name in self.voice_of(other)]
        for names in ([name for _, _, name in self._scene.mentions_of(article)], outlets, sorted(self._names_written)):
            found = sorted({name for name in names if shown in name.split()[1:]})
            if len(found) == 1:
                return found[0]
        return shown if shown.isupper() or shown in self._names_written else ""

    def _named(self, shown: str) -> bool:
        """Whether the words for a speaker are a name: a known one, or every long word of them with a capital."""
        long = [word for word in shown.split() if len(word) > _SMALL]
        return fold(shown) in self._names or (len(long) > 1 and all(word[:1].isupper() for word in long))

    @cached_property
    def _names(self) -> frozenset[str]:
        """All names and other names of the story's entities, folded."""
        entities = [entity for annotation in self._scene.material.annotations for entity in annotation.entities]
        return frozenset(fold(name) for entity in entities for name in (entity.name, *entity.aliases))

    @cached_property
    def _names_written(self) -> frozenset[str]:
        """The names of the story's entities."""
        return frozenset(
            entity.name for annotation in self._scene.material.annotations for entity in annotation.entities
        )

    @cached_property
    def _people(self) -> frozenset[str]:
        """The names of the story's persons."""
        entities = [entity for annotation in self._scene.material.annotations for entity in annotation.entities]
        return frozenset(entity.name for entity in entities if entity.kind is EntityKind.PERSON)

    def _by_role(self, role: str, article: str) -> str:
        """The one person of the story, named in the article, who is called by this role ("uncle"), or ""."""
        if role not in lexicon().people["person"]:
            return ""
        named = {name for _, _, name in self._scene.mentions_of(article)}
        found = {
            name
            for name in named
            if any(fold(_HEAD.split(known)[0]).split()[-1:] == [role] for known in self._scene.roles.get(name, ()))
        }
        return found.pop() if len(found) == 1 else ""

    def _publication(self, statement: Statement) -> str:
        """The newspaper, broadcaster or agency named last before "the newspaper" (or soon after), or ""."""
        own = {fold(name.removeprefix("outlet:")) for name in self.voice_of(statement.article)}
        place = min(span.start for span in (*statement.named, *statement.content))
        named = [
            (start, name)
            for start, _, name in self._scene.mentions_of(statement.article)
            if _is_press(name) and fold(name) not in own
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
        """A speaker for a quotation that none was found for: named beside it, or the speaker just before."""
        quoted = statement.manner is not Manner.INDIRECT and len(words(self._words(statement.content[0]))) > 3
        if not quoted:
            return ""
        line = self._scene.line_at(statement.article, statement.content[0].start)
        if line is None:
            return ""
        beside = self._person_before(line, statement)
        if beside:
            return beside
        earlier = [
            other
            for other in self._scene.statements_of(statement.article)
            if other.speaker
            and other.manner is not Manner.INDIRECT
            and 0 <= statement.content[0].start - other.content[-1].end <= _CONTINUED
        ]
        if not statement.cue and earlier:
            return earlier[-1].speaker or UNNAMED
        return UNNAMED if statement.manner is Manner.DIRECT else ""

    def _person_before(self, line: Line, statement: Statement) -> str:
        """The last person named in the line before the quotation or in its cue, outside of quotation marks."""
        opening = line.text.find("“") if "“" in line.text else line.text.find('"')
        limit = line.start + opening if opening > 0 else line.start
        cues = [cue for cue in statement.cue if line.start <= cue.start < line.end]
        found = [
            name
            for start, end, name in self._scene.mentions_in(line)
            if name in self._people and (end <= limit or any(cue.start <= start < cue.end for cue in cues))
        ]
        return found[-1] if found and cues else ""

    @cached_property
    def _qualified(self) -> dict[str, str]:
        """Bare bodies ("government", "authorities") with the one country that the story's texts name before them."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        shown: dict[str, set[str]] = defaultdict(set)
        _, adjectives = countries()
        for article in self._scene.articles.values():
            for match in _BODY.finditer(article.text):
                adjective = match.group(1)
                counts[match.group(2)][stem_of(fold(adjective))] += 1
                shown[stem_of(fold(adjective))].add(adjective)
                if fold(adjective) in adjectives:
                    counts["state"][stem_of(fold(adjective))] += 1
        found = {}
        for body in (*_STATE, *counts):
            pooled = body not in counts
            stems = counts["state" if pooled else body]
            most, number = max(stems.items(), key=lambda item: (item[1], item[0]), default=("", 0))
            enough = number >= 4 and 5 * number >= 4 * sum(stems.values()) if pooled else number >= 2
            if enough and 3 * number >= 2 * sum(stems.values()) and body != "state":
                found[body] = f"{min(shown[most])} {body}"
        return found

    def voice_of(self, article: str) -> tuple[str, ...]:
        """An article's own voice: `outlet:` with its outlet, and with the agencies it credits."""
        found = self._scene.articles[article]
        names = [_plain_outlet(found.outlet.value)] if found.outlet else []
        agencies = [agency.value for agency in found.agencies]
        origin = self._scene.material.origin_of(article).name
        if origin in _agency_names():
            agencies.append(origin)
        names += [_SPELLED.get(agency, agency) for agency in agencies]
        if not names:
            names = [found.file or found.id]
        return tuple(f"outlet:{name}" for name in dict.fromkeys(names))


@lru_cache(maxsize=1)
def _speaking_words() -> frozenset[str]:
    """Words for persons, groups, bodies and writings that may hold something."""
    people = lexicon().people
    singular = people["person"] | people["body"]
    return frozenset(
        {
            *singular,
            *(word + "s" for word in singular),
            *people["group"],
            *people.get("paper", ()),
            *voice_words().writings,
        }
    )


@lru_cache(maxsize=4096)
def _is_press(name: str) -> bool:
    """Whether a name is that of a newspaper, a broadcaster or an agency."""
    press = load_press()
    known = {form for outlet in press.outlets for form in (outlet.name, *outlet.aliases)}
    known |= {form for agency in press.agencies for form in (agency.name, *agency.full)}
    bare = {form.removeprefix("The ") for form in known}
    return bool(name) and (name.removeprefix("The ") in bare or name.split()[-1] in voice_words().titles)


@lru_cache(maxsize=1)
def _agency_names() -> frozenset[str]:
    """The names of the news agencies that are known."""
    return frozenset(agency.name for agency in load_press().agencies)


def _plain_outlet(name: str) -> str:
    """An outlet's name without its edition: "NPR Online News" and "CNN (Web News)" speak for NPR and CNN."""
    return _EDITION.sub("", name).strip() or name
