"""The public contract as plain objects: every span is `[start, end)` in code points of the article's text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from readout.ranges import NumberRange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readout.ranges import DateRange
    from readout.spans import Span
    from readout.types import (
        Account,
        Amount,
        Annotation,
        Article,
        Block,
        Cited,
        Copy,
        Dossier,
        Edit,
        Entity,
        Event,
        Failure,
        Origin,
        Point,
        Report,
        Statement,
        StoryMaterial,
        TimeExpression,
        Utterance,
        Version,
    )

Object = dict[str, Any]


def dump_line(value: Object) -> str:
    """One object as one line of JSON, ended."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"


def export_json(report: Report) -> str:
    """The dossiers of a pile as one JSON document (the contract's `readout report --format json`)."""
    return json.dumps(report_object(report), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


# ------------------------------------------------------------------ one article


def annotation_object(annotation: Annotation) -> Object:
    """The contract's object for one article of `readout annotate`."""
    article = annotation.article
    return {
        **_article_head(article),
        **_own_date(article),
        "text": article.text,
        "title_span": _pair(article.headline.spans[0]) if article.headline and article.headline.spans else None,
        "blocks": [_block(block) for block in article.blocks],
        "sentences": [[sentence.start, sentence.end] for sentence in annotation.sentences],
        "entities": [_entity(entity) for entity in annotation.entities],
        "statements": [statement_object(statement) for statement in annotation.statements],
        "times": [_time(time) for time in annotation.times],
        "amounts": [_amount(amount) for amount in annotation.amounts],
        "failure": None,
    }


def _block(block: Block) -> Object:
    """A block; when it was written and who speaks in it only where that is not so of the whole article."""
    found: Object = {"start": block.start, "end": block.end, "kind": str(block.kind), "rule": block.rule}
    if block.written is not None:
        found["written"] = block.written.value
    if block.voice is not None:
        found["voice"] = block.voice.value
    return found


def failed_annotation_object(failure: Failure) -> Object:
    """The contract's object for an input that could not be read: the same fields, empty, and why."""
    names = ("url", "outlet", "headline", "published", "updated", "language", "title_span")
    lists = ("agencies", "authors", "blocks", "sentences", "entities", "statements", "times", "amounts")
    return {
        "id": failure.id,
        **dict.fromkeys(names),
        **{name: [] for name in lists},
        "text": "",
        "failure": {"stage": failure.stage, "reason": failure.reason},
    }


def failure_object(failure: Failure) -> Object:
    """A failure by itself."""
    return {"id": failure.id, "stage": failure.stage, "reason": failure.reason}


def statement_object(statement: Statement) -> Object:
    """The contract's object for a statement; `source` are the words that name the speaker."""
    return {
        "id": statement.id,
        "content": [_pair(span) for span in statement.content],
        "cue": [_pair(span) for span in statement.cue],
        "source": [_pair(span) for span in statement.named],
        "speaker": statement.speaker,
        "manner": str(statement.manner),
        "act": statement.act,
        "via": list(statement.via),
        "speaker_why": statement.speaker_why,
        "description": statement.description,
        "rule": statement.rule,
        **({} if statement.certain else {"doubtful": True}),
    }


def _article_head(article: Article) -> Object:
    return {
        "id": article.id,
        "url": article.url,
        "outlet": _value(article.outlet),
        "headline": _value(article.headline),
        "published": _value(article.published),
        "updated": _value(article.updated),
        "language": article.language,
        "agencies": [agency.value for agency in article.agencies],
        "authors": [author.value for author in article.authors],
        "stated": _stated(article),
        "conflicts": list(article.conflicts),
        "versions": [_version(version, article) for version in article.versions],
    }


def _version(version: Version, latest: Article) -> Object:
    """An earlier state of the article: which, and each change since, with the words before and after."""
    return {
        "id": version.article.id,
        "uri": version.article.uri,
        "published": _value(version.article.published),
        "updated": _value(version.article.updated),
        "fetched": version.article.fetched,
        "edits": [
            {
                "kind": edit.kind,
                "before": version.article.words(edit.a) if edit.a else None,
                "after": latest.words(edit.b) if edit.b else None,
                "span": _pair(edit.b) if edit.b else None,
            }
            for edit in version.edits
        ],
    }


def _own_date(article: Article) -> Object:
    """One article by itself has the date it states; a copy's is told apart, never passed off as its own."""
    if article.published is None or article.published.where != "copy":
        return {}
    return {"published": None, "inherited_published": article.published.value}


def _stated(article: Article) -> list[Object]:
    """Where each piece of metadata is written, so that a reader can check it."""
    named = [
        ("headline", article.headline),
        ("outlet", article.outlet),
        ("published", article.published),
        ("updated", article.updated),
        *(("agency", agency) for agency in article.agencies),
        *(("author", author) for author in article.authors),
    ]
    return [
        {"field": name, "value": cited.value, "where": cited.where, "spans": [_place(span) for span in cited.spans]}
        for name, cited in named
        if cited is not None
    ]


def _value(cited: Cited[str] | None) -> str | None:
    return None if cited is None else cited.value


def _entity(entity: Entity) -> Object:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": str(entity.kind),
        "mentions": [_pair(span) for span in entity.evidence],
        "aliases": list(entity.aliases),
        "roles": list(entity.roles),
    }


def _time(time: TimeExpression) -> Object:
    return {
        "start": time.span.start,
        "end": time.span.end,
        "type": time.type,
        "value": time.value,
        "modifier": time.modifier or None,
        "low": time.range.low if time.range else None,
        "high": time.range.high if time.range else None,
    }


def _amount(amount: Amount) -> Object:
    return {
        "start": amount.span.start,
        "end": amount.span.end,
        **_number_range(amount.range),
        "approximate": amount.approximate,
        "unit": amount.unit,
        "counted": amount.counted,
    }


def _number_range(value: NumberRange) -> Object:
    return {
        "low": _number(value.low),
        "high": _number(value.high),
        "low_inclusive": value.low_inclusive,
        "high_inclusive": value.high_inclusive,
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _place(span: Span) -> Object:
    return {"article": span.article, "start": span.start, "end": span.end}


# ------------------------------------------------------------------ copies and stories


def copy_object(copy: Copy) -> Object:
    """The contract's object for a pair of articles that share reporting."""
    return {
        "a": copy.a,
        "b": copy.b,
        "relation": str(copy.relation),
        "direction": str(copy.direction),
        "why": list(copy.why),
        "agency": copy.agency,
        "passages": [[p.a_start, p.a_end, p.b_start, p.b_end] for p in copy.passages],
        "edits": [_edit(edit) for edit in copy.edits],
        "coverage_a": round(copy.coverage_a, 4),
        "coverage_b": round(copy.coverage_b, 4),
    }


def _edit(edit: Edit) -> Object:
    return {
        "kind": edit.kind,
        "a": _pair(edit.a) if edit.a else None,
        "b": _pair(edit.b) if edit.b else None,
    }


# ------------------------------------------------------------------ the dossier


def report_object(report: Report) -> Object:
    """The contract's object for a whole pile."""
    return {
        "stories": [dossier_object(dossier) for dossier in report.dossiers],
        "failures": [failure_object(failure) for failure in report.failures],
    }


def dossier_object(dossier: Dossier) -> Object:
    """The contract's object for one story; each piece of evidence also carries its words."""
    material = dossier.material
    return {
        "id": dossier.id,
        "headline": dossier.headline,
        "summary": summary_sentence(material),
        "follows": list(material.story.follows),
        "articles": [_article(annotation.article) for annotation in material.annotations],
        "origins": [_origin(origin, material) for origin in material.origins],
        "copies": [copy_object(copy) for copy in material.copies],
        "statements": [
            {**statement_object(statement), "article": statement.article}
            for annotation in material.annotations
            for statement in annotation.statements
        ],
        "utterances": [_utterance(utterance) for utterance in material.utterances],
        "points": [_point(point, material) for point in dossier.points],
        "timeline": [_event(event, material) for event in dossier.timeline],
        "left_out": [
            {"reason": item.reason, "rule": item.rule, "evidence": _evidence(item.evidence, material)}
            for item in dossier.left_out
        ],
    }


def summary_sentence(material: StoryMaterial) -> str:
    """The story in numbers: "5 articles, 4 named outlets, at most 3 independent origins"."""
    outlets = {a.article.outlet.value for a in material.annotations if a.article.outlet}
    parts = [_count(len(material.annotations), "article")]
    if outlets:
        parts.append(_count(len(outlets), "named outlet"))
    parts.append(f"at most {_count(len(material.origins), 'independent origin')}")
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _article(article: Article) -> Object:
    return {
        **_article_head(article),
        "file": article.file,
        "text": article.text,
        "blocks": [{"start": block.start, "end": block.end, "kind": str(block.kind)} for block in article.blocks],
    }


def _origin(origin: Origin, material: StoryMaterial) -> Object:
    return {
        "id": origin.id,
        "name": origin.name,
        "articles": list(origin.articles),
        "parts": _evidence(origin.parts, material),
        "why": list(origin.why),
        "evidence": _evidence(origin.evidence, material),
    }


def _utterance(utterance: Utterance) -> Object:
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "statements": list(utterance.statements),
        "fullest": utterance.fullest,
        "altered": list(utterance.altered),
    }


def _point(point: Point, material: StoryMaterial) -> Object:
    return {
        "id": point.id,
        "question": point.question,
        "kind": str(point.kind),
        "standing": str(point.standing),
        "developing": point.developing,
        "why": point.why,
        "accounts": [_account(account, material) for account in point.accounts],
        "silent": list(point.silent),
    }


def _account(account: Account, material: StoryMaterial) -> Object:
    return {
        "answer": account.answer,
        "value": _range(account.value, account.unit),
        "holders": list(account.holders),
        "stance": str(account.stance),
        "origins": list(account.origins),
        "evidence": _evidence(account.evidence, material),
    }


def _range(value: NumberRange | DateRange | None, unit: str | None) -> Object | None:
    if value is None:
        return None
    if isinstance(value, NumberRange):
        return {**_number_range(value), "unit": unit}
    return {"low": value.low, "high": value.high, "granularity": value.granularity}


def _event(event: Event, material: StoryMaterial) -> Object:
    return {
        "id": event.id,
        "low": event.range.low,
        "high": event.range.high,
        "date": event.date,
        "event": event.text,
        "planned": event.planned,
        "background": event.background,
        "inferred": event.inferred,
        "minor": event.minor,
        "origins": list(event.origins),
        "evidence": _evidence(event.evidence, material),
    }


def _evidence(spans: Iterable[Span], material: StoryMaterial) -> list[Object]:
    return [{**_place(span), "text": material.article(span.article).words(span)} for span in spans]
