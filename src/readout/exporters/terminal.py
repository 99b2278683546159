"""The report as text for a terminal: every answer with the words it rests on and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
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
from readout.exporters.cuts import lost_voices
from readout.exporters.ink import Ink, clip, references
from readout.exporters.lineage import flatten, grow_tree, order_origins, turn_toward
from readout.exporters.retold import retold
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
    stands_in,
)
from readout.types import Stance, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readout.exporters.lineage import Branch
    from readout.types import Account, Dossier, Event, Failure, Point, Report, Statement, StoryMaterial, Utterance

__all__ = ["export_diff", "export_terminal"]

_SEVERAL_STORIES = 3  # from so many on, a list of them comes first
_MOST_STORIES = 40
_MOST_POINTS = 24
_WIDE = 70  # columns from which dates stand beside their events
_MOST_MATTERS = 6
_MOST_SINGLES = 4
_MOST_WORDINGS = 3
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
    if len(report.dossiers) >= _SEVERAL_STORIES:
        lines += ["", *_contents(report, ink)]
    for number, dossier in enumerate(report.dossiers, 1):
        lines += ["", *_story(number, dossier, ink)]
    if report.failures:
        lines += ["", *_failures(report.failures, ink)]
    return "\n".join(lines) + "\n"


def _contents(report: Report, ink: Ink) -> Iterator[str]:
    """A line for each story: its number, title, articles and disputes."""
    for number, dossier in enumerate(report.dossiers[:_MOST_STORIES], 1):
        disputed = sum(point.standing is Standing.DISPUTED for point in dossier.points)
        size = count(len(dossier.material.annotations), "article")
        size += f", {STANDING_SIGNS[Standing.DISPUTED]} {disputed} disputed" if disputed else ""
        title = clip(story_title(dossier), max(20, ink.width - len(size) - 9))
        yield f"{number:>4}  {title}  {ink.paint('dim', size)}"
    if len(report.dossiers) > _MOST_STORIES:
        yield f"      and {count(len(report.dossiers) - _MOST_STORIES, 'more story', 'more stories')}"


def _story(number: int, dossier: Dossier, ink: Ink) -> Iterator[str]:
    material = dossier.material
    numbers = number_articles(material)
    period = period_words(annotation.article for annotation in material.annotations)
    yield ink.rule(f"{number}")
    for line in ink.wrap(one_line(story_title(dossier))):
        yield ink.paint("strong", line)
    yield from ink.wrap(reach_words(material) + (f" · {period}" if period else ""))
    yield from _points(dossier, numbers, ink)
    yield from _origins(_Story(material, numbers), ink)
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
    points = readable_points(dossier)
    singles = [point for point in points if point.standing is Standing.SINGLE]
    matters = [point for point in points if is_matter(point)]
    several = points[: len(points) - len(matters) - len(singles)]
    shown = several[:_MOST_POINTS] + matters[:_MOST_MATTERS] + singles[: _MOST_SINGLES if several else _MOST_POINTS]
    for point in shown:
        yield from _point(point, _Story(dossier.material, numbers), ink)
    if len(shown) < len(dossier.points):
        yield f"  and {count(len(dossier.points) - len(shown), 'more point')}: --format html or json"
    for line in ink.wrap(f"  {left_out}", hang="    ") if left_out else ():
        yield ink.paint("dim", line)


def _point(point: Point, story: _Story, ink: Ink) -> Iterator[str]:
    if is_matter(point):
        yield from _matter(point, story, ink)
        return
    standing = point.standing.value
    tag = f"{STANDING_SIGNS[point.standing]} {standing_words(point)}"
    head = ink.wrap(f"  {tag}  {one_line(point.question)}", hang="      ")
    yield head[0].replace(tag, ink.paint(standing, tag), 1)
    yield from head[1:]
    several = len(point.accounts) > 1
    for letter, account in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", point.accounts, strict=False):
        yield from _account(letter if several else " ", account, point.question, story, ink)
    if point.silent and len(story.material.annotations) > 1:
        silent = " ".join(f"[{story.numbers[article]}]" for article in point.silent[:12])
        more = f" +{len(point.silent) - 12}" if len(point.silent) > 12 else ""
        yield ink.paint("dim", f"      silent {silent}{more}")


def _account(letter: str, account: Account, question: str, story: _Story, ink: Ink) -> Iterator[str]:
    """An answer, who holds it, and its words with their places; what the question already says is not said again."""
    verb = f"{STANCE_SIGNS[account.stance]} {STANCE_WORDS[account.stance]}"
    origins = f" ({count(len(account.origins), 'origin')})" if len(story.material.origins) > 1 else ""
    held = f"{verb} {one_line(holder_words(account.holders))}{origins}"
    places = references(read_evidence(account, story.material), story.numbers)
    answer, words = _told(account, story, ink)
    same = bare(answer) == bare(words)
    asked = is_whole_in(answer, question) or (stands_in(answer, question) and not same)
    indent = f"    {letter} "
    if not asked:
        yield from _cited(answer, places if same else "", indent, ink, hang="      ")
        indent = "      "
    for line in _cited(held, places if asked and same else "", indent, ink, hang="        "):
        yield line.replace(verb, ink.paint(account.stance.value, verb), 1)
    if not same:
        yield from _cited(in_marks(words), places, "      ", ink)


def _told(account: Account, story: _Story, ink: Ink) -> tuple[str, str]:
    """An account's answer and the words it rests on, both shortened; an answer that opens the words is those words."""
    first = read_evidence(account, story.material)[0]
    answer = clip(account.answer, 160)
    words = clip(story.material.article(first.article).words(first), 2 * ink.width)
    opens = answer.endswith("…") and bare(words).startswith(bare(answer))
    return words if opens else answer, words


def _matter(point: Point, story: _Story, ink: Ink) -> Iterator[str]:
    """What several tell of one matter, a line for each: the words, who says them, where they stand."""
    yield from ink.wrap(f"  · told by several  {one_line(point.question)}", hang="      ")
    alike: dict[tuple[str, Stance], list[Account]] = {}
    for account in point.accounts:
        alike.setdefault((bare(account.answer), account.stance), []).append(account)
    for (_, stance), accounts in alike.items():
        _, words = _told(accounts[0], story, ink)
        holders = dict.fromkeys(holder for account in accounts for holder in account.holders)
        places = references((span for account in accounts for span in account.evidence), story.numbers)
        verb = "" if stance is Stance.ASSERTS else f"{STANCE_SIGNS[stance]} {STANCE_WORDS[stance]} "
        yield from _cited(f"{words} ({verb}{one_line(holder_words(holders))})", places, "    - ", ink, hang="      ")


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


def _origins(story: _Story, ink: Ink) -> Iterator[str]:
    yield from _title("Origins", ink)
    material = story.material
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
            yield from _branch(depth, branch, place in ends, story, ink)
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


def _branch(depth: int, branch: Branch, last: bool, story: _Story, ink: Ink) -> Iterator[str]:
    depth = min(depth, 6)
    knee = ("└" if last else "├") + ("╌ " if branch.guessed else "─ ")
    indent = "  " + "   " * max(0, depth - 1) + (knee if depth else "")
    if branch.article is None:
        yield f"{indent}○ {branch.text}, not in this pile"
        return
    article = story.material.article(branch.article)
    published = date_words(article.published.value) if article.published else "undated"
    name = f"[{story.numbers[article.id]}] {clip(name_article(article), 40)}, {published}"
    title = title_words(next(a for a in story.material.annotations if a.article.id == article.id))
    yield f"{indent}● {clip(f'{name} · {title}' if title else name, ink.width - len(indent) - 2)}"
    for line in change_lines(article):
        yield from (ink.paint("dim", part) for part in ink.wrap(line.strip(), " " * len(indent) + "  "))
    if branch.part:
        yield ink.paint("dim", " " * len(indent) + "  only its own passages; the rest of it stands with what it copied")
    if branch.copy is not None:
        guess = ", a guess at who came first" if branch.guessed else ""
        words = f"{copy_words(branch.copy)}, {copy_edits(turn_toward(branch.copy, branch.article))}{guess}"
        yield from (ink.paint("dim", part) for part in ink.wrap(words, " " * len(indent) + "  "))
        lost = lost_voices(turn_toward(branch.copy, branch.article), story.material)
        if lost:
            named = "; ".join(one_line(voice.speaker) + (", who denies" if voice.denies else "") for voice in lost[:6])
            places = references((voice.statement.content[0] for voice in lost), story.numbers)
            yield from _cited(f"left out: {named}", places, " " * len(indent) + "  ", ink)


# ------------------------------------------------------------------ quotations, times, failures


def _quotes(material: StoryMaterial, numbers: Mapping[str, int], ink: Ink) -> Iterator[str]:
    origin_of = {article: material.origin_of(article).id for article in material.story.articles}

    def reach(told: tuple[Utterance, list[Statement]]) -> tuple[int, int, str]:
        articles = {statement.article for statement in told[1]}
        return -len({origin_of.get(article) for article in articles}), -len(articles), told[0].id

    several = sorted(retold(material), key=reach)
    if not several:
        return
    yield from _title("Said once, reported several times", ink)
    for utterance, said in several[:_MOST_QUOTES]:
        yield from _utterance(utterance, said, _Story(material, numbers), ink)
    if len(several) > _MOST_QUOTES:
        yield f"  and {len(several) - _MOST_QUOTES} more: --format html or json"


def _utterance(utterance: Utterance, said: list[Statement], story: _Story, ink: Ink) -> Iterator[str]:
    """The fullest wording with all places that have it, then other wordings of the same words."""
    said = sorted(said, key=lambda statement: statement.id != utterance.fullest)
    wordings: dict[str, list[Statement]] = {}
    for statement in said:
        wordings.setdefault(bare(_spoken(statement, story)), []).append(statement)
    speaker = one_line(utterance.speaker or speaker_words(said[0]))
    differs = ", wordings differ" if utterance.altered and len(wordings) > 1 else ""
    yield f"  {ink.paint('strong', clip(speaker, ink.width - 20))}{differs}"
    for number, members in enumerate(list(wordings.values())[:_MOST_WORDINGS]):
        words = clip(_spoken(members[0], story), 2 * ink.width if number else 3 * ink.width)
        places = references((statement.content[0] for statement in members), story.numbers)
        yield from _cited(words, places, "    ~ " if number else "    ", ink, hang="      " if number else None)
    if rest := [statement for members in list(wordings.values())[_MOST_WORDINGS:] for statement in members]:
        yield f"    and otherwise {references((statement.content[0] for statement in rest), story.numbers)}"


def _spoken(statement: Statement, story: _Story) -> str:
    return statement_words(statement, story.material.article(statement.article))


def _timeline(dossier: Dossier, numbers: Mapping[str, int], ink: Ink) -> Iterator[str]:
    if not dossier.timeline:
        return
    yield from _title("Timeline", ink)
    annotations = {annotation.article.id: annotation for annotation in dossier.material.annotations}
    told = ""
    for event in (event for event in dossier.timeline if not event.minor):
        date = range_words(event.range)
        words = with_gaps(clip(event.text, 2 * ink.width), event.evidence[0], annotations[event.evidence[0].article])
        yield from _event("" if date == told else date, words, event, numbers, ink)
        told = date
    if minor := sum(event.minor for event in dossier.timeline):
        yield f"  and {count(minor, 'more event')}: --format html or json"


def _event(date: str, words: str, event: Event, numbers: Mapping[str, int], ink: Ink) -> Iterator[str]:
    """An event beside its date, or under it where there is no room; `date` is "" for another event of that date."""
    notes = [name for name in ("planned", "background") if getattr(event, name)]
    notes += ["dated through another article"] if event.inferred else []
    words += f" ({', '.join(notes)})" if notes else ""
    wide = ink.width >= _WIDE
    lines = list(_cited(words, references(event.evidence, numbers), " " * (24 if wide else 4), ink))
    if wide and len(date) <= 20:
        yield ("  " + ink.paint("strong", f"{date:<21}") + " " + lines[0].lstrip(" ")) if date else lines[0]
        yield from lines[1:]
    else:
        yield from (["  " + ink.paint("strong", date)] if date else [])
        yield from lines


def _failures(failures: tuple[Failure, ...], ink: Ink) -> Iterator[str]:
    yield ink.paint("strong", f"Not read: {count(len(failures), 'input')}")
    for failure in failures[:_MOST_FAILURES]:
        yield from ink.wrap(one_line(f"{failure.id}: {failure.reason} ({failure.stage})"), "  ", "    ")
    if len(failures) > _MOST_FAILURES:
        yield f"  and {len(failures) - _MOST_FAILURES} more: --format json lists all"
