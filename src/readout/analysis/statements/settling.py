"""Reports of one passage settled among each other: a content ends where another's reporting clause begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.language.lexicon import form_of, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.statements.hits import Found, Hit
    from readout.analysis.statements.reading import Reading, Word

_FIRST_SECOND = 4  #: tokens before which no second verb of saying stands


@dataclass(frozen=True, slots=True)
class _Borders:
    """The tokens of a passage before which contents of other reports end, and for whose contents they hold."""

    anywhere: list[int]  #: second verbs of saying, participles, main clauses
    roots: list[int]  #: the sentence's own reporting clause: for reports that hang on it
    spanned: list[tuple[int, int]]  #: its speaker and its verb: for reports that begin behind that speaker

    def of(self, reading: Reading, report: Found) -> list[int]:
        """Those that hold for the contents of this report."""
        roots = [] if _is_root(reading, report) else self.roots
        spanned = [at for speaker, at in self.spanned if speaker < report.hit.low]
        return [at for at in (*self.anywhere, *roots, *spanned) if at > report.hit.at]


def settle(reading: Reading, reports: Sequence[Found]) -> list[Found]:
    """The reports, cut where another's reporting clause or a participle such as "adding" begins."""
    if not reports:
        return []
    settled: list[Found] = []
    groups = sorted(group for report in reports if (group := report.group or _aside_of(reading, report)) is not None)
    borders = _find_borders(reading, reports)
    for report in reports:
        cuts = borders.of(reading, report) if report.group is None else []
        pieces: list[tuple[int, int]] = []
        for low, high in report.content:
            end = min([high, *(at - 1 for at in cuts if low < at <= high)])
            pieces.extend(_minus_groups(low, end, report, groups))
        pieces = [(low, high) for low, high in pieces if low <= high]
        if pieces:
            settled.append(replace(report, content=tuple(pieces)))
    return settled


def _find_borders(reading: Reading, reports: Sequence[Found]) -> _Borders:
    anywhere = [at for report in reports for at in _opened_by(reading, report, reports)]
    anywhere += [report.hit.low - 1 for report in reports if goes_on_from(reading, report, reports) is not None]
    anywhere += [at for report in reports if (at := _begin_of_absolute(reading, report, reports)) is not None]
    roots: list[int] = []
    spanned: list[tuple[int, int]] = []
    for report in reports:
        speaker = report.speaker
        if speaker is None or not _is_root(reading, report):
            continue
        if _after_border(reading, speaker.low):
            roots.append(speaker.low - 1)
        if report.group is None and reading.parsed:
            spanned.append((speaker.low, report.hit.low))
    return _Borders(anywhere, roots, spanned)


def _opened_by(reading: Reading, report: Found, reports: Sequence[Found]) -> Iterator[int]:
    """Where a report without a clause apart begins, by its participle or by a speaker who opens a clause."""
    words, speaker, before = reading.words, report.speaker, report.hit.low - 1
    if report.group is not None:
        return
    if before >= 0 and words[report.hit.at].folded.endswith("ing") and _parts_participle(reading, before):
        yield before
    if speaker is None:
        return
    if _opens_second_clause(reading, report):
        yield speaker.low - (1 if words[speaker.low - 1].folded in ("-", "--") else 2)
    if _says_likewise(reading, report, reports):
        yield speaker.low - 1
    if _opens_main_clause(reading, report):
        yield _comma_before(reading, speaker.low) or speaker.low - 1


def _aside_of(reading: Reading, report: Found) -> tuple[int, int] | None:
    """`..., which she called "a disgrace"`: the relative clause is the outlet's, and a report of its own."""
    speaker, words = report.speaker, reading.words
    if speaker is None or not 1 < speaker.low < report.hit.at or words[speaker.low - 2].quote >= 0:
        return None
    comma, (low, high) = speaker.low - 2, report.content[-1]
    if words[comma + 1].folded not in ("which", "whom", "who") or words[comma].folded not in (",", "-", "--"):
        return None
    named = report.rule in ("described", "quotation after")  # "Doe, whom he said he had never met, “gave a lot”"
    return (comma, high) if named and any(word.quote >= 0 for word in words[low : high + 1]) else None


def _parts_participle(reading: Reading, at: int) -> bool:
    """Whether token `at` parts a participle such as "adding" from what was said: a comma, also a quoted one."""
    word = reading.words[at]
    return word.folded in (",", "-", "--", "while") or (word.quote >= 0 and reading.words[at - 1].folded == ",")


def _begin_of_absolute(reading: Reading, report: Found, reports: Sequence[Found]) -> int | None:
    """`..., with Weiss calling it "a farce"`, `- Weiss saying he was "glad"`: a report beside the main one."""
    speaker, words = report.speaker, reading.words
    if speaker is None or report.group is not None or speaker.low < 2 or speaker.high + 1 != report.hit.low:
        return None
    if not words[report.hit.at].folded.endswith("ing") or words[speaker.low - 1].quote >= 0:
        return None
    if words[speaker.low - 1].folded in ("-", "--"):
        return speaker.low - 1
    again = any(
        other.hit.at < speaker.low and form_of(words[other.hit.at].folded) == "ing" and _parts_participle(reading, at)
        for other in reports
        if other.speaker is not None and (at := other.speaker.low - 1) > 0
    )
    counted = any(word.pos == "NUM" for word in words[speaker.low : speaker.high + 1])  # "with 5 percent saying"
    comma = words[speaker.low - 2].folded == ","
    if again and words[speaker.low - 1].folded == "and":
        return speaker.low - 1 - comma
    return speaker.low - 2 if comma and words[speaker.low - 1].folded == "with" and not counted else None


def _is_root(reading: Reading, report: Found) -> bool:
    word = reading.words[report.hit.at]
    return word.head == report.hit.at or not reading.parsed


def _after_border(reading: Reading, at: int) -> bool:
    """Whether a comma or a closing quotation mark stands before token `at`."""
    if at < 2 or _after_comma(reading, at):
        return at > 0 and _after_comma(reading, at)
    return reading.words[at - 1].quote >= 0 and reading.words[at].quote < 0


def _after_comma(reading: Reading, at: int) -> bool:
    return at > 0 and reading.words[at - 1].folded == "," and reading.words[at - 1].quote < 0


def _opens_second_clause(reading: Reading, report: Found) -> bool:
    """`..., but X denied`, `..., though he added`: a report of its own after a comma and a conjunction."""
    speaker = report.speaker
    if speaker is None or speaker.low < 2 or speaker.low > report.hit.at or not report.hit.has("after"):
        return False
    before = reading.words[speaker.low - 1].folded
    if before in ("-", "--") and reading.words[speaker.low - 1].quote < 0:
        return True
    parted = _after_comma(reading, speaker.low - 1)
    return before in ("but", "though", "although", "while", "and", "whereas") and parted


def _says_likewise(reading: Reading, report: Found, reports: Sequence[Found]) -> bool:
    """`a third said X and one in ten said Y`: the same verb again in the same form, with others for its subject."""
    speaker = report.speaker
    words = reading.words
    if speaker is None or speaker.low < 3 or speaker.low > report.hit.at or words[speaker.head].pos == "PRON":
        return False
    if words[speaker.low - 1].folded not in ("and", "while", "but", ",", "with"):
        return False
    verb = words[report.hit.at]
    return any(
        other.hit.at < speaker.low
        and other.group is None
        and words[other.hit.at].lemma == verb.lemma
        and form_of(words[other.hit.at].folded) == form_of(verb.folded)
        for other in reports
    )


def goes_on_from(reading: Reading, report: Found, reports: Sequence[Found]) -> Found | None:
    """The report in whose content another stands that is its own speaker's further saying; None for no such one."""
    hit = report.hit
    if hit.kind != "verb" or report.group is not None or hit.low < _FIRST_SECOND:
        return None
    main = next((other for other in reports if _holds(other, hit)), None)
    if main is None:
        return None
    return main if _says_before_or_after(reading, report, main) or _says_again(reading, report, main) else None


def _holds(other: Found, hit: Hit) -> bool:
    """Whether a report with its cue in front has another's cue in its content."""
    inside = any(low <= hit.at <= high for low, high in other.content)
    return inside and other.group is None and other.hit.kind == "verb" and other.hit.at < hit.low - 1


def _says_before_or_after(reading: Reading, report: Found, main: Found) -> bool:
    """`said it had "kept us safe" before claiming that ...`: with the saying itself, or with quoted words again."""
    hit, words = report.hit, reading.words
    if hit.low != hit.at or words[hit.low - 1].folded not in ("before", "after") or not hit.has("quote", "clause"):
        return False
    low, high = report.content[-1]
    quoted = hit.has("after") and any(word.quote >= 0 for word in words[low : high + 1])
    return words[hit.at].folded.endswith("ing") and (quoted or words[hit.at].head == main.hit.at)


def _says_again(reading: Reading, report: Found, main: Found) -> bool:
    """`found him charming and called his rise unheard of`, `said X, called Y "..." and left`: in the same form."""
    hit, words = report.hit, reading.words
    if words[hit.at].pos != "VERB" or words[hit.low - 1].quote >= 0:
        return False
    if words[hit.low - 1].folded not in ("and", "but") and not (hit.low == hit.at and _opens_list(reading, hit.at)):
        return False
    form = form_of(words[hit.at].folded)
    if form == "base" or form != form_of(words[main.hit.at].folded) or report.act in ("believe", "ask"):
        return False
    return not _someone_within_does(reading, hit.at)


def _opens_list(reading: Reading, at: int) -> bool:
    """`said X, | called Y "..." and left`: after a comma, and the next verb of the list follows in the same form."""
    words = reading.words
    return words[at - 1].folded == "," and any(
        word.folded == "and" and word.quote < 0 and after.pos == "VERB" and _ending(after) == _ending(words[at])
        for word, after in zip(words[at + 1 :], words[at + 2 :], strict=False)
    )


def _ending(verb: Word) -> str:
    """The form of any verb, by the parser's lemma: the list of forms does not hold them all."""
    if verb.folded == verb.lemma:
        return ""
    return verb.folded[-1] if verb.folded.endswith(("s", "g")) else "d"


def _someone_within_does(reading: Reading, at: int) -> bool:
    """`said a friend went over and told her`: the verb that the parse joins to another has someone for its subject."""
    words = reading.words
    head = words[at].head
    subject = reading.child(head, "nsubj") if words[at].dep == "conj" and 0 <= head < at else None
    return subject is not None and words[subject].pos in ("NOUN", "PROPN", "NUM") and _is_person(words[subject].folded)


def _is_person(folded: str) -> bool:
    people = lexicon().people
    return folded in people["person"] or folded in people["group"] or folded == "one"


def _opens_main_clause(reading: Reading, report: Found) -> bool:
    """Whether a report's subject begins the main clause after a clause with `While` or `When` in front."""
    speaker = report.speaker
    if speaker is None or not 0 < speaker.low <= report.hit.at or _comma_before(reading, speaker.low) is None:
        return False
    first = next((word.folded for word in reading.words if word.is_word), "")
    return first in ("while", "although", "though", "when", "as", "if", "after", "before", "since", "despite", "asked")


def _comma_before(reading: Reading, at: int) -> int | None:
    """The comma before token `at`, with at most a time or place between: `, at the town hall she said`."""
    for place in range(at - 1, max(0, at - 9), -1):
        word = reading.words[place]
        if word.folded == "," and word.quote < 0:
            opens = place == at - 1 or reading.words[place + 1].pos in ("ADP", "ADV")
            return place if opens else None
        if word.pos in ("VERB", "AUX", "SCONJ") or word.quote >= 0:
            return None
    return None


def _minus_groups(low: int, high: int, report: Found, groups: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """`[low, high]` without the reporting clauses of others that come after the report's own cue, or its own."""
    pieces = []
    for first, last in groups:
        own = report.group == (first, last)
        if last < low or first > high or (report.group is not None and not own and first < report.group[0]):
            continue
        if not own and report.group is None and first < report.hit.at:
            continue
        if low <= first - 1:
            pieces.append((low, first - 1))
        low = last + 1
    if low <= high:
        pieces.append((low, high))
    return pieces
