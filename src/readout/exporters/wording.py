"""Plain words for counts, dates, ranges and edits, the same in every format."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from readout.types import ONE_MATTER, TOLD_DIFFERENTLY, Direction, Manner, Relation, Stance, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.ranges import DateRange
    from readout.types import Article, Cited, Copy, Dossier, Edit, Point, Report, Statement, StoryMaterial

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MARKS = "\"'“”„«»‘’‚"
_OWN = re.compile("['’]s? own reporting$")  # how origins name an outlet that rests on nobody
_FILE = re.compile(r"\.(?:txt|html?|md|xml|json)$", re.IGNORECASE)  # an outlet that is only known by its file
_LONGEST_NAME = 22
_ENOUGH = 24  # letters by which words are known again
_FEW = 5  # fewer words than these may stand in a question without being said by it
#: A sign beside the word, so that nothing hangs on colour.
STANDING_SIGNS = {Standing.DISPUTED: "≠", Standing.COMPATIBLE: "≈", Standing.AGREED: "=", Standing.SINGLE: "1"}
STANCE_SIGNS = {Stance.ASSERTS: "+", Stance.DENIES: "✕", Stance.QUESTIONS: "?"}
#: The words beside them may be what is denied or what is said against it: "denied by" would fit only the one.
STANCE_WORDS = {Stance.ASSERTS: "said by", Stance.DENIES: "denial by", Stance.QUESTIONS: "doubt cast by"}
MANNER_WORDS = {Manner.DIRECT: "word for word", Manner.MIXED: "partly quoted", Manner.INDIRECT: "reported"}
RELATION_WORDS = {Relation.COPY: "copy", Relation.ABRIDGED: "abridged", Relation.PARTIAL: "shares a part"}
_EDIT_WORDS = {
    "headline": ("headline changed", "headlines changed"),
    "standfirst": ("standfirst changed", "standfirsts changed"),
    "cut": ("passage cut", "passages cut"),
    "insertion": ("passage added", "passages added"),
    "spelling": ("spelling changed", "spellings changed"),
    "typography": ("punctuation mark changed", "punctuation marks changed"),
    "number": ("number changed", "numbers changed"),
    "name": ("name changed", "names changed"),
    "word": ("wording changed", "wordings changed"),
    "reorder": ("passage moved", "passages moved"),
    "attribution": ("attribution changed", "attributions changed"),
    "removed": ("attribution or denial removed", "attributions or denials removed"),
    "phrase cut": ("phrase cut", "phrases cut"),
    "phrase added": ("phrase added", "phrases added"),
}
_PHRASE = 40  #: characters: a shorter cut is no passage
#: The order in which edits are told: what changes the account comes first.
EDIT_ORDER = tuple("attribution number name headline standfirst cut insertion word reorder spelling typography".split())
_TOLD_ORDER = (
    "removed",
    *EDIT_ORDER[: EDIT_ORDER.index("insertion") + 1],
    *("phrase cut", "phrase added"),
    *EDIT_ORDER[EDIT_ORDER.index("insertion") + 1 :],
)


def edit_rank(edit: Edit) -> tuple[int, int]:
    """What a reader wants to see first stands first: by kind, then by place."""
    order = EDIT_ORDER.index(edit.kind) if edit.kind in EDIT_ORDER else len(EDIT_ORDER)
    side = edit.a or edit.b
    return order, side.start if side else 0


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 article`, `2 articles`, `1,204 articles`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def join_words(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; with semicolons where an item has an "and" or a comma of its own."""
    if len(words) < 2:
        return "".join(words)
    if any(f" {last} " in word or "," in word for word in words):
        return "; ".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def is_matter(point: Point) -> bool:
    """Whether the accounts of a point only tell of one matter, and answer no common question."""
    return point.rule == ONE_MATTER


def standing_words(point: Point) -> str:
    """A point's standing, and whether its values developed or one event is told in two ways."""
    developing = ", developing" if point.developing else ""
    return f"{point.standing.value}{developing}{', told differently' if point.rule in TOLD_DIFFERENTLY else ''}"


def in_reading_order(points: Iterable[Point]) -> list[Point]:
    """Points as a reader needs them: what several answer, then matters that several tell of, then single claims."""
    return sorted(points, key=lambda point: (point.standing is Standing.SINGLE, is_matter(point)))


def holder_words(holders: Iterable[str], limit: int = 3) -> str:
    """The holders of an account for a reader: names, an outlet's own voice as "NAME itself", the rest counted."""
    names = [_holder_word(holder) for holder in holders]
    if len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    return join_words(names)


def short_origin(name: str) -> str:
    """An origin's name without the words that it rests on nobody else: `Coast Daily’s own reporting`, `Coast Daily`."""
    return _OWN.sub("", name)


def _holder_word(holder: str) -> str:
    if not holder.startswith("outlet:"):
        return holder
    name = short_origin(holder.removeprefix("outlet:"))
    return f"{_short_file(name) if _FILE.search(name) else name} itself"


def speaker_words(statement: Statement) -> str:
    """Who said it: the canonical name, or the words for an unnamed speaker, or that the text leaves it open."""
    return statement.speaker or statement.description or "speaker left open"


def bare(words: str) -> str:
    """Letters and digits only: what is left when quotation marks, stops and case do not count."""
    return "".join(character for character in words.casefold() if character.isalnum())


def stands_in(answer: str, question: str) -> bool:
    """Whether a question already has the words of an answer, so that they need not be said again."""
    opening = bare(answer)[:_ENOUGH]
    return (len(opening) == _ENOUGH and opening in bare(question)) or is_whole_in(answer, question)


def is_whole_in(answer: str, question: str) -> bool:
    """Whether a question says all of an answer: its very words as most of it, or each of them in another order.

    "Was the quay closed by the mayor?" says all of "The quay was closed by the mayor", and not of "... was not closed".
    """
    whole, asked = bare(answer), bare(question)
    if whole in asked and 2 * len(whole) > len(asked):
        return True
    words, heard = answer.split(), {bare(word) for word in question.split()}
    return len(words) >= _FEW and all(bare(word) in heard for word in words)


def in_marks(words: str) -> str:
    """`words` in quotation marks, unless they begin or end with some of their own."""
    return words if words[:1] in _MARKS or words[-1:] in _MARKS else f"“{words}”"


def name_article(article: Article) -> str:
    """What to call an article in a line: its outlet, else its file's name or its id, shortened."""
    if article.outlet:
        return article.outlet.value
    return _short_file((article.file or article.id).rpartition("/")[2])


def _short_file(name: str) -> str:
    """A file's name without its ending, shortened if it is long."""
    stem = name.rpartition(".")[0] or name
    return stem if len(stem) <= _LONGEST_NAME else f"{stem[: _LONGEST_NAME - 4]}…"


def pile_words(report: Report) -> str:
    """What the pile came to: `15 articles in 4 stories; 1 input could not be read`."""
    articles = sum(len(dossier.material.annotations) for dossier in report.dossiers)
    words = f"{count(articles, 'article')} in {count(len(report.dossiers), 'story', 'stories')}"
    if report.failures:
        words += f"; {count(len(report.failures), 'input')} could not be read"
    return words


def reach_words(material: StoryMaterial) -> str:
    """The story in numbers: `5 articles, 4 outlets, at most 3 independent origins`."""
    articles = [annotation.article for annotation in material.annotations]
    if len(articles) == 1:
        return "1 article, and nothing in this pile to hold it against"
    outlets = {article.outlet.value for article in articles if article.outlet}
    known = all(article.outlet for article in articles)
    origins = count(len(material.origins), "independent origin")
    return f"{count(len(articles), 'article')}, {outlet_words(len(outlets), known=known)}, at most {origins}"


def outlet_words(number: int, *, known: bool) -> str:
    """`4 outlets`; `2 named outlets` where some articles state none; `no named outlet` where none does."""
    return count(number, "outlet" if known else "named outlet") if number else "no named outlet"


# ------------------------------------------------------------------ dates


def date_words(value: str) -> str:
    """An ISO date of any precision in words; what is no ISO date comes back as it is."""
    day, _, clock = value.partition("T")
    parts = day.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return value
    words = parts[0]
    if len(parts) > 1 and 1 <= int(parts[1]) <= 12:
        words = f"{MONTHS[int(parts[1]) - 1]} {words}"
    if len(parts) > 2:
        words = f"{int(parts[2])} {words}"
    return f"{words}, {clock[:5]}" if clock else words


def range_words(value: DateRange) -> str:
    """A range of dates in words, no finer than its granularity."""
    low, high = value.low, value.high
    if low is None and high is None:
        return "undated"
    if low is None or high is None:
        return f"until {date_words(high)}" if high is not None else f"from {date_words(low or '')}"
    if value.granularity == "decade" and low[:4].endswith("0"):
        return f"{low[:4]}s"
    if value.granularity == "century":
        return f"{low[:4]} to {high[:4]}"
    return date_words(low) if low == high else _span_words(*_coarsen(low, high))


def _coarsen(low: str, high: str) -> tuple[str, str]:
    """Bounds that hold a whole year, month or day, as that year, month or day."""
    low, high = _drop_edge(low, "T00:00"), _drop_edge(high, "T23:59")
    if len(low) == len(high) == 10:
        if low.endswith("-01-01") and high.endswith("-12-31"):
            return low[:4], high[:4]
        if low.endswith("-01") and (date.fromisoformat(high) + timedelta(days=1)).day == 1:
            return low[:7], high[:7]
    return low, high


def _drop_edge(value: str, edge: str) -> str:
    return value[:10] if value[10:16] == edge else value


def _span_words(low: str, high: str) -> str:
    if low == high:
        return date_words(low)
    if len(low) == len(high) == 10 and low[:7] == high[:7]:
        return f"{int(low[8:])}–{date_words(high)}"
    if low[:10] == high[:10] and "T" in low and "T" in high:
        return f"{date_words(low)}–{high[11:16]}"
    if low[:4] == high[:4] and "T" not in low + high:
        return f"{date_words(low).removesuffix(low[:4]).strip()} – {date_words(high)}"
    return f"{date_words(low)} – {date_words(high)}"


def period_words(articles: Iterable[Article]) -> str:
    """From the first to the last publication of these articles, "" if none is dated."""
    days = sorted({article.published.value[:10] for article in articles if article.published})
    full = [day for day in days if len(day) == 10] or days
    if not full:
        return ""
    return _span_words(full[0], full[-1])


def lag_words(earlier: Cited[str] | None, later: Cited[str] | None) -> str:
    """How much later, `+17 min`, `−2 days`; "" where a date is missing, `same day` where a clock time is."""
    if earlier is None or later is None:
        return ""
    first, second = _moment(earlier.value), _moment(later.value)
    if first is None or second is None:
        return ""
    if "T" not in earlier.value or "T" not in later.value:
        days = (second.date() - first.date()).days
        return "same day" if days == 0 else f"{days:+d} day{'' if abs(days) == 1 else 's'}".replace("-", "−")
    if first.tzinfo is None or second.tzinfo is None:
        # A zone on one side alone says nothing about the other: compare the clocks as they are written.
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return _minutes_words(round((second - first).total_seconds() / 60))


def _minutes_words(minutes: int) -> str:
    sign, size = ("−" if minutes < 0 else "+"), abs(minutes)
    if size < 60:
        return f"{sign}{size} min"
    if size < 48 * 60:
        hours, rest = divmod(size, 60)
        return f"{sign}{hours} h {rest:02d}" if rest and hours < 10 else f"{sign}{round(size / 60)} h"
    return f"{sign}{round(size / 1440)} days"


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


# ------------------------------------------------------------------ copies


def edit_words(edits: Iterable[Edit], limit: int = 4, *, taken: bool = False) -> str:
    """`1 headline changed, 2 passages cut, 6 spellings changed`: what changes the account first.

    Where b is `taken` from a, an attribution or denial that only a has was removed.
    """
    counted = Counter(_told_as(edit, taken) for edit in edits)
    order = [kind for kind in _TOLD_ORDER if counted[kind]] + sorted(set(counted) - set(_TOLD_ORDER))
    words = [count(counted[kind], *_EDIT_WORDS.get(kind, (kind, None))) for kind in order]
    if len(words) > limit + 1:
        words[limit:] = [f"{len(words) - limit} more kinds of edit"]
    return ", ".join(words) or "no edits"


def _told_as(edit: Edit, taken: bool) -> str:
    """The kind of an edit as it is counted: short cuts and additions, and removed attributions, are told apart."""
    if edit.kind == "attribution" and taken and edit.b is None:
        return "removed"
    span = edit.a or edit.b
    if edit.kind in ("cut", "insertion") and span is not None and len(span) < _PHRASE:
        return "phrase cut" if edit.kind == "cut" else "phrase added"
    return edit.kind


def copy_edits(copy: Copy, limit: int = 4) -> str:
    """The edits of a copy that lead from a to b, in words."""
    return edit_words(copy.edits, limit, taken=copy.direction is Direction.A_TO_B)


def copy_words(copy: Copy) -> str:
    """`97% shared, copy`: the share of the smaller text's reporting that stands in the other."""
    share = max(copy.coverage_a, copy.coverage_b)
    return f"{_percent(share)} shared"


def _percent(share: float) -> str:
    rounded = round(share * 100)
    return f"{99 if rounded == 100 and share < 1 else rounded}%"


def direction_words(copy: Copy, a: str, b: str) -> str:
    """Who took from whom, in a clause; `a` and `b` are what to call the two articles."""
    unseen = f"a text of {copy.agency}" if copy.agency else "a text"
    return {
        Direction.A_TO_B: f"{b} took it from {a}",
        Direction.B_TO_A: f"{a} took it from {b}",
        Direction.COMMON_UNSEEN: f"both took it from {unseen} that is not in this pile",
        Direction.UNKNOWN: "who took from whom is open",
    }[copy.direction]


def where_words(cited: Cited[str]) -> str:
    """Where a value is written, in words for a reader."""
    return {
        "text": "in the text",
        "given": "given beside the file",
        "copy": "taken over from a copy of this text, not stated here",
    }.get(cited.where, cited.where)


def left_out_words(dossier: Dossier) -> str:
    """What is not shown as a dispute, counted by why: `Left out: 2 possible disputes (in satire ... 1; ...)`; or ""."""
    if not dossier.left_out:
        return ""
    counts = Counter(item.reason for item in dossier.left_out)
    reasons = "; ".join(f"{reason}: {number}" for reason, number in sorted(counts.items()))
    return f"Left out: {count(len(dossier.left_out), 'possible dispute')} ({reasons})"
