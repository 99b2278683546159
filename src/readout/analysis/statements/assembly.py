"""Statements put together: each cue's content against the others', loose quotations, speakers, and who passed on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.statements.acts import act_of
from readout.analysis.statements.beside import find_beside
from readout.analysis.statements.claims import find_claims
from readout.analysis.statements.contents.clauses import find_forward
from readout.analysis.statements.contents.colons import find_colon, find_led_in, said_before_colon, without_labels
from readout.analysis.statements.contents.edges import trimmed, without_speaker
from readout.analysis.statements.contents.tails import find_tail
from readout.analysis.statements.contents.turns import mark_turns
from readout.analysis.statements.contents.views import find_views
from readout.analysis.statements.contents.weak import find_weak
from readout.analysis.statements.cues import find_hits
from readout.analysis.statements.doubtful import find_doubtful
from readout.analysis.statements.doubtful.kinds import is_said
from readout.analysis.statements.doubtful.sureness import sure_of
from readout.analysis.statements.drafts import Draft, merged
from readout.analysis.statements.hits import NO_CUE
from readout.analysis.statements.leftover import find_leftover
from readout.analysis.statements.loose import add_loose_quotations
from readout.analysis.statements.naming.bodies import Bodies
from readout.analysis.statements.naming.cast import Cast
from readout.analysis.statements.naming.nobody import with_someone
from readout.analysis.statements.naming.relatives import relative_pronoun
from readout.analysis.statements.naming.speakers import Naming
from readout.analysis.statements.naming.surface import on_the_surface
from readout.analysis.statements.naming.whole import who_goes_on, whole_speaker
from readout.analysis.statements.nouns.phrases import quotes_someone
from readout.analysis.statements.passing import pass_on, passes_on, speaks_for_others
from readout.analysis.statements.quoted_rest import join_quoted_rest
from readout.analysis.statements.settling import goes_on_from, settle
from readout.analysis.statements.silence import is_mistaken, is_only_possible
from readout.analysis.statements.unlisted import find_unlisted
from readout.analysis.statements.unsaid import is_unsaid
from readout.spans import Span, identify
from readout.text.quotes import find_quotations
from readout.types import READABLE, Manner, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading
    from readout.text.quotes import Quotation
    from readout.types import Article, Entity

_WIDE = frozenset(["clause after", "according to", "colon"])  #: what these hold is theirs, quoted words as well
_SMALL = 0.45  #: of a report, how much one inside it may take up
_FEW_WORDS = 5  #: shorter quotations in other languages are names and scare quotes


def draft_statements(
    article: Article,
    readings: Sequence[Reading],
    refused: dict[int, list[Found]] | None = None,
    inside: list[Draft] | None = None,
) -> list[Draft]:
    """All statements of the article without their speakers' names, in order of their content.

    In `refused` is put, by the number of the passage, what was taken for no report, and in `inside` what is told with
    quoted words within another report.
    """
    drafts: list[Draft] = []
    mark_turns(article.text, readings)
    turn = -1  #: the block in which someone's turn goes on, whose whole words are one statement
    for number, reading in enumerate(readings):
        if reading.block == turn and not reading.turn:
            continue
        turn = reading.block if reading.turn else -1
        silent: list[Found] = []
        settled = settle(reading, reports_of(reading, silent))
        if refused is not None and silent:
            refused[number] = silent
        for found in (*settled, *find_unlisted(reading, settled)):
            draft = _draft(article.text, reading, found)
            if draft is not None:
                draft.number = number
                drafts.append(draft)
                if speaks_for_others(draft):
                    drafts.extend(_inside_quotation(article.text, reading, draft))
    drafts = _without_nested(_without_doubles(drafts), inside)
    drafts = _with_leftover(article.text, readings, drafts)
    drafts = add_loose_quotations(readings, drafts)
    join_quoted_rest(readings, drafts)
    for draft in drafts:
        draft.content = merged(article.text, draft.content)
    return sorted(drafts, key=lambda draft: (draft.content, draft.cue))


def _with_leftover(text: str, readings: Sequence[Reading], drafts: list[Draft]) -> list[Draft]:
    """The drafts, and those of quotations that none of them holds, as far as their own passage says whose they are."""
    here: dict[int, list[Draft]] = {}
    for draft in drafts:
        here.setdefault(draft.number, []).append(draft)
    added = []
    for number, reading in enumerate(readings):
        for found in find_leftover(reading, here.get(number, [])):
            made = _draft(text, reading, found, grow=False)
            if made is not None:
                made.number = number
                added.append(made)
    return [*drafts, *added]


def reports_of(reading: Reading, refused: list[Found] | None = None) -> list[Found]:
    """What every cue outside quotations reports, each by itself; in `refused` is put what is no report for certain."""
    refused = [] if refused is None else refused
    reports: list[Found] = []
    colon = find_colon(reading)
    if colon is not None:
        reports.append(colon)
        if colon.rule == "transcript":
            return reports
    for hit in (*find_hits(reading), *find_beside(reading)):
        if reading.words[hit.at].quote >= 0 or quotes_someone(reading, hit.at) or is_mistaken(reading, hit):
            continue
        found = (
            said_before_colon(reading, hit)
            or find_tail(reading, hit)
            or find_weak(reading, hit)
            or find_forward(reading, hit)
        )
        found = None if found is None else whole_speaker(reading, found)
        found = None if found is None else without_speaker(reading, found)
        if found is None:
            continue
        if _by_anyone(reading, found) or is_only_possible(reading, hit) or is_unsaid(reading, found):
            refused.append(found)
        else:
            reports.append(found)
    reports.extend(found for found in find_claims(reading, reports) if not is_unsaid(reading, found))
    lights = {found.hit.low for found in reports if found.hit.kind == "noun" and found.hit.low < found.hit.at}
    reports = [found for found in reports if found.hit.kind != "verb" or found.hit.at not in lights]
    reports = [_goes_on_speaking(reading, found, reports) for found in reports]
    reports = [who_goes_on(reading, found, reports) for found in reports]
    reports = [on_the_surface(reading, found, reports) for found in reports]
    reports = [with_someone(reading, found) for found in reports]
    reports.extend(view for view in find_views(reading) if not _opens_report(view, reports))
    led = find_led_in(reading)
    if led is not None and not any(
        low <= led.content[0][0] <= high for found in reports for low, high in found.content
    ):
        reports.append(led)
    return reports


def _opens_report(view: Found, reports: Sequence[Found]) -> bool:
    """`In her opinion, Weiss wrote that ...`: the opinion is where she wrote it, and no report of its own."""
    low, high = view.content[0]
    return view.act == "believe" and any(
        found.speaker is not None and found.group is None and found.speaker.low == low and found.hit.high < high
        for found in reports
    )


def _goes_on_speaking(reading: Reading, found: Found, reports: Sequence[Found]) -> Found:
    """`..., X said, but added that ...`: the second verb is the first one's speaker's, not the content's subject's."""
    low = found.hit.low
    if found.group is not None or found.hit.kind != "verb" or low < 3:
        return found
    main = goes_on_from(reading, found, reports)
    if main is not None and main.speaker is not None:
        return replace(found, speaker=replace(main.speaker, how="shared subject"))
    participle = reading.words[low - 1].folded == "," and reading.words[found.hit.at].folded.endswith("ing")
    if not participle and reading.words[low - 1].folded not in ("and", "but", "then"):
        return found
    for other in reports:
        if other.group is not None and other.speaker is not None and other.group[1] in (low - 1, low - 2, low - 3):
            return replace(found, speaker=replace(other.speaker, how="shared subject"))
    return found


def _by_anyone(reading: Reading, found: Found) -> bool:
    """`if you say that ...`: nobody in particular speaks."""
    speaker = found.speaker
    hit = found.hit
    if speaker is None and hit.kind == "verb" and found.act == "believe" and reading.words[hit.at].folded == hit.lemma:
        before = [word for word in reading.words[: hit.low] if word.is_word or word.folded == ","]
        return not before or before[-1].folded == ","  # "Remember that ...", "For the gold one, expect ..."
    alone = speaker is not None and speaker.low == speaker.high
    return alone and speaker is not None and reading.words[speaker.low].folded in ("you", "one", "what")


def _inside_quotation(text: str, reading: Reading, outer: Draft) -> list[Draft]:
    """What the quoted words of a body or a paper report someone else to have said."""
    inner = []
    spans = outer.content
    for hit in find_hits(reading):
        word = reading.words[hit.at]
        if word.quote < 0 or hit.kind != "verb" or not any(start <= word.start < end for start, end in spans):
            continue
        found = find_forward(reading, hit)
        if found is None or found.speaker is None or reading.words[found.speaker.head].pos == "PRON":
            continue
        quote_end = max(place for place, other in enumerate(reading.words) if other.quote == word.quote)
        content = tuple((low, min(high, quote_end)) for low, high in found.content if low <= quote_end)
        draft = _draft(text, reading, replace(found, content=content), grow=False) if content else None
        if draft is not None:
            draft.number = outer.number
            inner.append(draft)
    return inner


def _draft(text: str, reading: Reading, found: Found, grow: bool = True) -> Draft | None:
    """The characters under a report's tokens, grown so that no quotation is cut, and trimmed."""
    content = []
    for low, high in found.content:
        start, end = reading.characters(low, high)
        for word in (reading.words[low], reading.words[high]):
            if word.quote >= 0 and grow:
                quotation = reading.quotations[word.quote]
                if reading.words[found.hit.at].quote != word.quote:  # in a transcript the mark stands before the name
                    start = min(start, quotation.start)
                end = max(end, quotation.end)
        span = trimmed(text, start, end)
        if span is not None:
            content.append(span)
    content = merged(text, content)
    if not content:
        return None
    cue = [] if found.hit.kind == NO_CUE else [reading.characters(found.hit.low, found.hit.high)]
    named = []
    if found.speaker is not None:
        named = [reading.characters(found.speaker.low, found.speaker.high)]
    return Draft(content, cue, named, found, reading, found.act, found.rule)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """One statement for one content: the one whose cue is a verb with a speaker wins."""
    best: dict[tuple[tuple[int, int], ...], Draft] = {}
    for draft in drafts:
        key = tuple(draft.content)
        other = best.get(key)
        if other is None or _weight(draft) > _weight(other):
            best[key] = draft
    return sorted(best.values(), key=lambda draft: (draft.content, draft.cue))


def _without_nested(drafts: list[Draft], inside: list[Draft] | None = None) -> list[Draft]:
    """Without what a content only reports in passing: `said he hopes ...` is one statement.

    A report inside another stays if someone else is named there as having said it. In `inside` are put those left out
    that are told with quoted words and are but a part of the other.
    """
    kept = []
    spans = sorted((start, end, index) for index, draft in enumerate(drafts) for start, end in draft.content)
    reach: list[tuple[int, int, int]] = []
    left_out: set[int] = set()
    at = 0
    for index, draft in sorted(enumerate(drafts), key=lambda item: item[1].cue[0]):
        cue = draft.cue[0][0]
        while at < len(spans) and spans[at][0] <= cue:
            reach.append(spans[at])
            at += 1
        reach = [span for span in reach if span[1] > cue and span[2] not in left_out]
        outer = [drafts[span[2]] for span in reach if span[2] != index and not _only_seems(drafts[span[2]], draft)]
        if outer and not passes_on(draft, outer):
            left_out.add(index)
            if inside is not None and _is_quoted_part(draft, outer):
                inside.append(draft)
            continue
        kept.append((index, draft))
    return [draft for _, draft in sorted(kept, key=lambda item: item[0])]


def _is_quoted_part(draft: Draft, outer: Sequence[Draft]) -> bool:
    """`Her aides, who call the plan “a gift to the port”, said ...`: quoted words within a wider report."""
    found = draft.found
    if found is None or any(other.rule in _WIDE for other in outer):
        return False
    words = draft.reading.words
    quoted = any(word.quote >= 0 for low, high in found.content for word in words[low : high + 1])
    return quoted and words[found.hit.at].quote < 0 and _size(draft) < _SMALL * min(map(_size, outer))


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def _only_seems(outer: Draft, draft: Draft) -> bool:
    """Whether the outer report is no one's, `the plan seems to ...`, and the inner one more than its own verb."""
    if outer.rule != "seeming" or outer.found is None or draft.found is None:
        return False
    return draft.found.hit.at != outer.found.content[-1][0] + 1 or draft.reading is not outer.reading


def _weight(draft: Draft) -> tuple[int, int, int]:
    kind = draft.found.hit.kind if draft.found is not None else ""
    return (int(bool(draft.named)), ["", "state", "noun", "colon", "pointer", "verb"].index(kind), -draft.content[0][0])


def assemble(
    article: Article,
    readings: Sequence[Reading],
    quotations: Sequence[Quotation],
    entities: Sequence[Entity],
    *,
    doubtful: bool = False,
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """The finished statements of an article, and, if asked for, the doubtful ones, which change nothing of these."""
    refused: dict[int, list[Found]] = {}
    inside: list[Draft] = []
    drafts = draft_statements(article, readings, refused, inside)
    naming = Naming(Cast(article, entities, quotations), Bodies(readings), readings)
    drafts = [draft for draft in drafts if not naming.is_within_name(draft)]
    naming.name_all(drafts)
    drafts = without_labels(drafts)
    pass_on(drafts)
    marked = [quotation.start for quotation in quotations], quotations
    certain = [draft for draft in drafts if draft.found is None or is_said(draft.reading, draft.found)]
    certain = sure_of(certain, readings)
    finished = tuple(_finish(article, marked, draft) for draft in certain)
    if not doubtful:
        return finished, ()
    more = [*inside, *_doubtful_drafts(article.text, readings, find_doubtful(readings, drafts, refused))]
    naming.name_beside(more)
    kept = {id(draft) for draft in certain}
    more = [*(draft for draft in drafts if id(draft) not in kept), *more]
    return finished, tuple(replace(_finish(article, marked, draft), certain=False) for draft in more)


def _doubtful_drafts(text: str, readings: Sequence[Reading], reports: Iterable[tuple[int, Found]]) -> list[Draft]:
    """Reports that half of all readers would not call so, where no certain one stands."""
    drafts = []
    for number, found in reports:
        draft = _draft(text, readings[number], found)
        if draft is not None:
            draft.number = number
            drafts.append(draft)
    return drafts


def quoted_only(article: Article) -> tuple[Statement, ...]:
    """The longer quotations of a text whose language we do not read, without cue and speaker; the rule says so."""
    blocks = [(block.start, block.end) for block in article.blocks_of(*READABLE)]
    found = []
    for quotation in find_quotations(article.text, blocks):
        span = Span(article.id, quotation.start, quotation.end)
        if len(article.text[quotation.start : quotation.end].split()) < _FEW_WORDS or not quotation.closed:
            continue
        found.append(
            Statement(
                id=identify("statement", article.id, quotation.start, quotation.end),
                article=article.id,
                content=(span,),
                cue=(),
                named=(),
                speaker=None,
                manner=Manner.DIRECT,
                act="assert",
                speaker_why=f"speakers are not looked for in this language ({article.language})",
                evidence=(span,),
                rule="quotation in a language that is not read",
            )
        )
    return tuple(found)


def _finish(article: Article, quotations: tuple[list[int], Sequence[Quotation]], draft: Draft) -> Statement:
    """A draft as a statement, with its evidence and identifier."""

    def spans(pairs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(Span(article.id, start, end) for start, end in pairs)

    relative = relative_pronoun(draft)
    named = [*draft.named, relative] if relative is not None else draft.named
    return Statement(
        id=identify("statement", article.id, draft.content, draft.cue),
        article=article.id,
        content=spans(draft.content),
        cue=spans(draft.cue),
        named=spans(named),
        speaker=draft.speaker,
        manner=Manner.DIRECT if draft.rule == "transcript" else _manner(article.text, quotations, draft.content),
        act=act_of(article.text, draft),
        via=draft.via,
        speaker_why=draft.why,
        description=draft.description,
        evidence=spans(sorted({*draft.content, *draft.cue, *named})),
        rule=draft.rule,
    )


def _manner(text: str, marked: tuple[list[int], Sequence[Quotation]], content: Sequence[tuple[int, int]]) -> Manner:
    """Direct if all letters stand in quotation marks, mixed if some do."""
    starts, quotations = marked
    inside = 0
    for start, end in content:
        place = max(0, bisect_right(starts, start) - 1)
        while place < len(quotations) and quotations[place].start < end:
            low, high = max(start, quotations[place].start), min(end, quotations[place].end)
            inside += sum(map(str.isalnum, text[low:high]))
            place += 1
    if not inside:
        return Manner.INDIRECT
    share = inside / sum(sum(map(str.isalnum, text[start:end])) for start, end in content)
    return Manner.DIRECT if share > 0.97 else Manner.MIXED if share > 0.03 else Manner.INDIRECT
