"""What an article said in earlier versions of its page: the changes, those that alter the account first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.exporters.ink import clip
from readout.exporters.visible import one_line
from readout.exporters.wording import count, date_words, edit_rank, edit_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.spans import Span
    from readout.types import Article, Edit, Version

_MOST = 8  #: changes shown of a version
_LONGEST = 300  #: characters of each side
_SMALL = ("spelling", "typography")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what kind, the words before and after (one of them may be empty), and where the latter stand."""

    kind: str
    before: str
    after: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed since one earlier version."""

    since: str
    summary: str
    changes: tuple[Change, ...]
    more: int


def read_changes(article: Article) -> Iterator[Changed]:
    """The changes since each earlier version of the article, the oldest version first."""
    for version in article.versions:
        ranked = sorted((edit for edit in version.edits if edit.kind not in _SMALL), key=edit_rank)
        yield Changed(
            since=_time_of(version),
            summary=edit_words(version.edits, taken=True) if version.edits else "no change in its text",
            changes=tuple(_change(edit, version, article) for edit in ranked[:_MOST]),
            more=max(0, len(ranked) - _MOST),
        )


def change_lines(article: Article) -> Iterator[str]:
    """The same as lines of plain text."""
    for changed in read_changes(article):
        yield f"changed since its version of {changed.since}: {changed.summary}"
        for change in changed.changes:
            yield f"  {change.kind}: {change.before or 'nothing'} → {change.after or 'nothing'}"
        if changed.more:
            yield f"  and {count(changed.more, 'more change')}"


def _time_of(version: Version) -> str:
    article = version.article
    stated = article.updated or article.published
    value = article.fetched or (stated.value if stated is not None else "")
    return date_words(value) if value else "unknown date"


def _change(edit: Edit, version: Version, latest: Article) -> Change:
    before = clip(one_line(version.article.words(edit.a)), _LONGEST) if edit.a else ""
    after = clip(one_line(latest.words(edit.b)), _LONGEST) if edit.b else ""
    return Change(edit.kind, before, after, edit.b)
