"""The report as Markdown: headings, lists and one table of articles per story; nothing of a text acts as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.exporters.changes import change_lines
from readout.exporters.context import (
    number_articles,
    read_evidence,
    readable_points,
    statement_words,
    story_title,
    title_words,
    with_gaps,
)
from readout.exporters.ink import clip
from readout.exporters.lineage import flatten, grow_tree, order_origins, turn_toward
from readout.exporters.retold import retold
from readout.exporters.visible import one_line
from readout.exporters.wording import (
    STANCE_WORDS,
    STANDING_SIGNS,
    bare,
    copy_edits,
    copy_words,
    count,
    date_words,
    holder_words,
    in_marks,
    is_matter,
    is_whole_in,
    left_out_words,
    name_article,
    period_words,
    pile_words,
    range_words,
    reach_words,
    speaker_words,
    standing_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from readout.spans import Span
    from readout.types import Account, Dossier, Point, Report, StoryMaterial

#: ASCII punctuation may be escaped anywhere (CommonMark 0.31, 2.4); these are what can begin markup in a line or cell,
#: a list or rule at the start, a numbered item, and GitHub's bare links.
_SPECIAL = re.compile(r"[\\`*_{}\[\]()#!|~$^@]|^[-+=]|(?<=\d)[.)](?=\s|$)|:(?=//)|(?<=www)\.", re.IGNORECASE)
_MOST_QUOTES = 40
_LONGEST = 400


def export_markdown(report: Report) -> str:
    """The report as CommonMark with tables. `2:120-148` means code points 120 to 148 of the story's article 2."""
    lines = ["# Readout", "", f"{pile_words(report)}.", ""]
    for number, dossier in enumerate(report.dossiers, 1):
        lines += _story(number, dossier)
    if report.failures:
        lines += ["## Not read", ""]
        lines += [f"- {_safe(f'{fail.id}: {fail.reason} ({fail.stage})')}" for fail in report.failures]
        lines += [""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _safe(text: str) -> str:
    """Foreign text on one line, of which nothing acts: no HTML, no markup, no control or bidi character."""
    plain = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\g<0>", plain)


def _places(spans: Iterable[Span], numbers: Mapping[str, int]) -> str:
    unique = list(dict.fromkeys(spans))
    shown = " ".join(f"`{numbers[span.article]}:{span.start}-{span.end}`" for span in unique[:6])
    return f"{shown} and {len(unique) - 6} more" if len(unique) > 6 else shown


def _story(number: int, dossier: Dossier) -> Iterator[str]:
    material = dossier.material
    numbers = number_articles(material)
    period = period_words(annotation.article for annotation in material.annotations)
    yield from (f"## {number}\\. {_safe(story_title(dossier))}", "")
    yield from (f"**{_safe(reach_words(material))}**" + (f" ({_safe(period)})" if period else ""), "")
    yield from _articles(material, numbers)
    if dossier.points:
        yield from ("### Accounts", "")
        for point in readable_points(dossier):
            yield from _point(point, material, numbers)
        if left_out := left_out_words(dossier):
            yield f"- {_safe(left_out)}"
        yield ""
    yield from _origins(material, numbers)
    yield from _quotes(material, numbers)
    if dossier.timeline:
        yield from ("### Timeline", "")
        annotations = {annotation.article.id: annotation for annotation in material.annotations}
        for event in (event for event in dossier.timeline if not event.minor):
            notes = [name for name in ("planned", "background", "inferred") if getattr(event, name)]
            note = f" ({', '.join(notes)})" if notes else ""
            first = event.evidence[0]
            words = _safe(with_gaps(clip(event.text, _LONGEST), first, annotations[first.article]))
            yield f"- **{_safe(range_words(event.range))}**{note} {words} {_places(event.evidence, numbers)}"
        if minor := sum(event.minor for event in dossier.timeline):
            yield f"- and {count(minor, 'more date')}"
        yield ""


def _articles(material: StoryMaterial, numbers: Mapping[str, int]) -> Iterator[str]:
    yield from ("| | Outlet | Published | Headline |", "|---|---|---|---|")
    for annotation in material.annotations:
        article = annotation.article
        published = date_words(article.published.value) if article.published else "undated"
        cells = (str(numbers[article.id]), name_article(article), published, clip(title_words(annotation), _LONGEST))
        yield f"| {' | '.join(_safe(cell) for cell in cells)} |"
    yield ""
    for annotation in material.annotations:
        for line in change_lines(annotation.article):
            nested = "  " if line.startswith("  ") else ""
            named = "" if nested else f"Article {numbers[annotation.article.id]} "
            yield f"{nested}- {named}{_safe(line.strip())}"
        if annotation.article.versions:
            yield ""


def _point(point: Point, material: StoryMaterial, numbers: Mapping[str, int]) -> Iterator[str]:
    tag = f"{_safe(STANDING_SIGNS[point.standing])} **{standing_words(point)}**"
    yield f"- {'· **told by several**' if is_matter(point) else tag} {_safe(point.question)}"
    for account in point.accounts:
        yield f"  - {_account(account, point.question, material, numbers)}"
    if point.silent and len(material.annotations) > 1:
        yield f"  - silent: {', '.join(str(numbers[article]) for article in point.silent)}"


def _account(account: Account, question: str, material: StoryMaterial, numbers: Mapping[str, int]) -> str:
    """An answer, who holds it and its words; an answer that the question says whole is not said again."""
    evidence = read_evidence(account, material)
    answer = clip(account.answer, _LONGEST)
    words = clip(material.article(evidence[0].article).words(evidence[0]), _LONGEST)
    if answer.endswith("…") and bare(words).startswith(bare(answer)):
        answer = words
    quoted = "" if bare(answer) == bare(words) else f" {_safe(in_marks(words))}"
    origins = f", {count(len(account.origins), 'origin')}" if len(material.origins) > 1 else ""
    held = f"{STANCE_WORDS[account.stance]} {_safe(holder_words(account.holders))}{origins}"
    if is_whole_in(answer, question):
        return f"{held}{quoted and ':'}{quoted} {_places(evidence, numbers)}"
    return f"**{_safe(answer)}** ({held}){quoted} {_places(evidence, numbers)}"


def _origins(material: StoryMaterial, numbers: Mapping[str, int]) -> Iterator[str]:
    yield from (f"### At most {count(len(material.origins), 'independent origin')}", "")
    for origin in order_origins(material):
        yield f"- **{_safe(origin.name)}**: {_safe('; '.join(origin.why))} {_places(origin.evidence[:3], numbers)}"
        for depth, branch in flatten(grow_tree(origin, material)):
            pad = "  " * (min(depth, 6) + 1)
            if branch.article is None:
                yield f"{pad}- {_safe(branch.text)}, not in this pile"
                continue
            name = _safe(name_article(material.article(branch.article)))
            edge = " (only its own passages)" if branch.part else ""
            if branch.copy is not None:
                guess = " (a guess at who came first)" if branch.guessed else ""
                edge = f": {copy_words(branch.copy)}, {copy_edits(turn_toward(branch.copy, branch.article))}{guess}"
            yield f"{pad}- {numbers[branch.article]} {name}{edge}"
    yield ""


def _quotes(material: StoryMaterial, numbers: Mapping[str, int]) -> Iterator[str]:
    several = list(retold(material))
    if not several:
        return
    yield from ("### Said once, reported several times", "")
    for utterance, said in several[:_MOST_QUOTES]:
        fullest = next((statement for statement in said if statement.id == utterance.fullest), said[0])
        words = clip(statement_words(fullest, material.article(fullest.article)), _LONGEST)
        spans = [statement.content[0] for statement in said]
        speaker = _safe(utterance.speaker or speaker_words(fullest))
        yield f"- **{speaker}**: {_safe(words)} {_places(spans, numbers)}"
    yield ""
