"""The report as text for a terminal: every answer with the words it rests on and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.exporters.changes import change_lines
from readout.exporters.cuts import lost_voices
from readout.exporters.ink import Ink, clip, references
from readout.exporters.lineage import flatten, grow_tree, order_origins, turn_toward
from readout.exporters.texts import export_diff
from readout.exporters.visible import one_line
from readout.exporters.wording import (
    STANCE_SIGNS,
    STANCE_WORDS,
    STANDING_SIGNS,
    bare,
    copy_edits,
    copy_words,
    count,
    date_words,
    holder_words,
    in_marks,
    left_out_words,
    name_article,
    period_words,
    pile_words,
    range_words,
    reach_words,
    speaker_words,
    stands_in,
)
from readout.types import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readout.exporters.lineage import Branch
    from readout.types import Account, Dossier, Event, Failure, Point, Report, StoryMaterial, Utterance

__all__ = ["export_diff", "export_terminal"]

_MOST_POINTS = 24
_WIDE = 70  # columns from which dates stand beside their events
_MOST_SINGLES = 4
_MOST_QUOTES = 10
_MOST_ARTICLES = 60
_MOST_FAILURES = 30


@dataclass(frozen=True, slots=True)
class _Story:
    material: StoryMaterial
    numbers: Mapping[str, int]


def export_terminal(report: Report, width: int = 100, *, colour: bool = False) -> str:
    """The report as lines of at most `width` columns (at least 40), ended by a line feed.

    `[2:120-148]` after a line means code points 120 to 148 of the story's article 2. Control and bidi characters of
    the articles are shown by their code points; the only escape sequences are our own, and only with `colour`.
    """
    ink = Ink(max(40, width), colour)
    lines = ink.wrap(f"Readout  {pile_words(report)}")
    lines[0] = lines[0].replace("Readout", ink.paint("strong", "Readout"), 1)
    for number, dossier in enumerate(report.dossiers, 1):
        lines += ["", *_story(number, dossier, ink)]
    if report.failures:
        lines += ["", *_failures(report.failures, ink)]
    return "\n".join(lines) + "\n"


def _story(number: int, dossier: Dossier, ink: Ink) -> Iterator[str]:
    material = dossier.material
    numbers = {annotation.article.id: n for n, annotation in enumerate(material.annotations, 1)}
    period = period_words(annotation.article for annotation in material.annotations)
    yield ink.rule(f"{number}")
    for line in ink.wrap(one_line(dossier.headline)):
        yield ink.paint("strong", line)
    yield from ink.wrap(reach_words(material) + (f" · {period}" if period else ""))
    yield from _points(dossier, numbers, ink)
    yield from _origins(material, numbers, ink)
    yield from _quotes(material, numbers, ink)
    yield from _timeline(dossier, numbers, ink)


def _title(words: str, ink: Ink) -> list[str]:
    return ["", ink.paint("strong", words)]


# ------------------------------------------------------------------ accounts


def _points(dossier: Dossier, numbers: Mapping[str, int], ink: Ink) -> Iterator[str]:
    if not dossier.points:
        return
    left_out = left_out_words(dossier)
    yield from _title("Accounts", ink)
    several = [point for point in dossier.points if point.standing is not Standing.SINGLE]
    singles = [point for point in dossier.points if point.standing is Standing.SINGLE]
    shown = several[:_MOST_POINTS] + singles[: _MOST_SINGLES if several else _MOST_POINTS]
    for point in shown:
        yield from _point(point, _Story(dossier.material, numbers), ink)
    if len(shown) < len(dossier.points):
        yield f"  and {count(len(dossier.points) - len(shown), 'more point')}: --format html or json"
    for line in ink.wrap(f"  {left_out}", hang="    ") if left_out else ():
        yield ink.paint("dim", line)


def _point(point: Point, story: _Story, ink: Ink) -> Iterator[str]:
    standing = point.standing.value
    tag = f"{STANDING_SIGNS[point.standing]} {standing}" + (", developing" if point.developing else "")
    head = ink.wrap(f"  {tag}  {one_line(point.question)}", hang="      ")
    yield head[0].replace(tag, ink.paint(standing, tag), 1)
    yield from head[1:]
    for letter, account in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", point.accounts, strict=False):
        several = len(point.accounts) > 1
        asked = not several and stands_in(account.answer, point.question)
        yield from _account(letter if several else " ", account, asked, story, ink)
    if point.silent and len(story.material.annotations) > 1:
        silent = " ".join(f"[{story.numbers[article]}]" for article in point.silent[:12])
        more = f" +{len(point.silent) - 12}" if len(point.silent) > 12 else ""
        yield ink.paint("dim", f"      silent {silent}{more}")


def _account(letter: str, account: Account, asked: bool, story: _Story, ink: Ink) -> Iterator[str]:
    """An answer, who holds it, and its words with their places; what the question already says is not said again."""
    verb = f"{STANCE_SIGNS[account.stance]} {STANCE_WORDS[account.stance]}"
    origins = f" ({count(len(account.origins), 'origin')})" if len(story.material.origins) > 1 else ""
    held = f"{verb} {one_line(holder_words(account.holders))}{origins}"
    first = account.evidence[0]
    places = references(account.evidence, story.numbers)
    answer = clip(account.answer, 160)
    words = clip(story.material.article(first.article).words(first), 2 * ink.width)
    same = bare(answer) == bare(words)
    if not asked:
        yield from _cited(answer, places if same else "", f"    {letter} ", ink, hang="      ")
    for line in _cited(held, places if asked and same else "", "      ", ink, hang="        "):
        yield line.replace(verb, ink.paint(account.stance.value, verb), 1)
    if not same:
        yield from _cited(in_marks(words), places, "      ", ink)


def _cited(words: str, places: str, indent: str, ink: Ink, hang: str | None = None) -> Iterator[str]:
    """Words, and after them the places they stand in, on the same line where there is room."""
    lines = ink.wrap(words, indent, hang)
    if not places:
        yield from lines
    elif len(lines[-1]) + 1 + len(places) <= ink.width:
        yield from lines[:-1]
        yield f"{lines[-1]} {ink.paint('ref', places)}"
    else:
        yield from lines
        yield from (ink.paint("ref", line) for line in ink.wrap(places, hang or indent))


# ------------------------------------------------------------------ origins


def _origins(material: StoryMaterial, numbers: Mapping[str, int], ink: Ink) -> Iterator[str]:
    yield from _title("Origins", ink)
    shown = 0
    for origin in order_origins(material):
        if shown >= _MOST_ARTICLES:
            yield f"  and more: {count(len(material.annotations) - shown, 'article')} not shown here"
            return
        tree = flatten(grow_tree(origin, material))
        if len(tree) > 1:
            yield "  " + ink.paint("strong", clip(origin.name, ink.width - 2))
        ends = _last_children(tree)
        for place, (depth, branch) in enumerate(tree[:_MOST_ARTICLES]):
            yield from _branch(depth, branch, place in ends, material, numbers, ink)
            shown += branch.article is not None
        for reason in origin.why[:4] if len(tree) > 1 else ():
            for line in ink.wrap(one_line(reason), "      because ", "        "):
                yield ink.paint("dim", line)


def _last_children(tree: list[tuple[int, Branch]]) -> set[int]:
    """The places of nodes after which no sister follows."""
    ends = set()
    open_depths: set[int] = set()
    for place in range(len(tree) - 1, -1, -1):
        depth = tree[place][0]
        open_depths = {other for other in open_depths if other <= depth}
        if depth not in open_depths:
            ends.add(place)
        open_depths.add(depth)
    return ends


def _branch(
    depth: int, branch: Branch, last: bool, material: StoryMaterial, numbers: Mapping[str, int], ink: Ink
) -> Iterator[str]:
    depth = min(depth, 6)
    knee = ("└" if last else "├") + ("╌ " if branch.guessed else "─ ")
    indent = "  " + "   " * max(0, depth - 1) + (knee if depth else "")
    if branch.article is None:
        yield f"{indent}○ {branch.agency + ' text' if branch.agency else 'an unseen text'}, not in this pile"
        return
    article = material.article(branch.article)
    published = date_words(article.published.value) if article.published else "undated"
    name = f"[{numbers[article.id]}] {clip(name_article(article), 40)}, {published}"
    title = f" · {article.headline.value}" if article.headline else ""
    yield f"{indent}● {clip(name + title, ink.width - len(indent) - 2)}"
    for line in change_lines(article):
        yield from (ink.paint("dim", part) for part in ink.wrap(line.strip(), " " * len(indent) + "  "))
    if branch.part:
        yield ink.paint("dim", " " * len(indent) + "  only its own passages; the rest of it stands with what it copied")
    if branch.copy is not None:
        guess = ", a guess at who came first" if branch.guessed else ""
        words = f"{copy_words(branch.copy)}, {copy_edits(turn_toward(branch.copy, branch.article))}{guess}"
        yield from (ink.paint("dim", part) for part in ink.wrap(words, " " * len(indent) + "  "))
        lost = lost_voices(turn_toward(branch.copy, branch.article), material)
        if lost:
            named = "; ".join(one_line(voice.speaker) + (", who denies" if voice.denies else "") for voice in lost[:6])
            places = references((voice.statement.content[0] for voice in lost), numbers)
            yield from _cited(f"left out: {named}", places, " " * len(indent) + "  ", ink)


# ------------------------------------------------------------------ quotations, times, failures


def _quotes(material: StoryMaterial, numbers: Mapping[str, int], ink: Ink) -> Iterator[str]:
    statements = {s.id: s for annotation in material.annotations for s in annotation.statements}
    origin_of = {article: material.origin_of(article).id for article in material.story.articles}

    def reach(utterance: Utterance) -> tuple[int, int, str]:
        articles = {statements[i].article for i in utterance.statements if i in statements}
        return -len({origin_of.get(article) for article in articles}), -len(articles), utterance.id

    several = sorted((u for u in material.utterances if len(u.statements) > 1), key=reach)
    if not several:
        return
    yield from _title("Said once, reported several times", ink)
    for utterance in several[:_MOST_QUOTES]:
        fullest = statements.get(utterance.fullest) or statements[utterance.statements[0]]
        article = material.article(fullest.article)
        words = " … ".join(article.words(span) for span in sorted(fullest.content))
        speaker = one_line(utterance.speaker or speaker_words(fullest))
        differs = ", wordings differ" if utterance.altered else ""
        yield f"  {ink.paint('strong', clip(speaker, ink.width - 20))}{differs}"
        spans = [statements[i].content[0] for i in utterance.statements if i in statements]
        places = references(sorted(spans, key=lambda span: span.article != fullest.article), numbers)
        yield from _cited(clip(words, 3 * ink.width), places, "    ", ink)
    if len(several) > _MOST_QUOTES:
        yield f"  and {len(several) - _MOST_QUOTES} more"


def _timeline(dossier: Dossier, numbers: Mapping[str, int], ink: Ink) -> Iterator[str]:
    if not dossier.timeline:
        return
    yield from _title("Timeline", ink)
    for event in (event for event in dossier.timeline if not event.minor):
        yield from _event(event, numbers, ink)
    if minor := sum(event.minor for event in dossier.timeline):
        yield f"  and {count(minor, 'more event')}"


def _event(event: Event, numbers: Mapping[str, int], ink: Ink) -> Iterator[str]:
    date = range_words(event.range)
    notes = [name for name in ("planned", "background") if getattr(event, name)]
    notes += ["dated through another article"] if event.inferred else []
    words = clip(event.text, 2 * ink.width) + (f" ({', '.join(notes)})" if notes else "")
    wide = ink.width >= _WIDE
    lines = list(_cited(words, references(event.evidence, numbers), " " * (24 if wide else 4), ink))
    if wide and len(date) <= 20:
        yield "  " + ink.paint("strong", f"{date:<21}") + " " + lines[0].lstrip(" ")
        yield from lines[1:]
    else:
        yield "  " + ink.paint("strong", date)
        yield from lines


def _failures(failures: tuple[Failure, ...], ink: Ink) -> Iterator[str]:
    yield ink.paint("strong", f"Not read: {count(len(failures), 'input')}")
    for failure in failures[:_MOST_FAILURES]:
        yield from ink.wrap(one_line(f"{failure.id}: {failure.reason} ({failure.stage})"), "  ", "    ")
    if len(failures) > _MOST_FAILURES:
        yield f"  and {len(failures) - _MOST_FAILURES} more: --format json lists all"
