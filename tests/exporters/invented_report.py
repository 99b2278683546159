"""An invented report made by hand, so that the faces are tested without the chapters behind them."""

from __future__ import annotations

from readout.ranges import DateRange, NumberRange
from readout.spans import Span
from readout.types import (
    Account,
    Annotation,
    Article,
    Block,
    BlockKind,
    Cited,
    Copy,
    Direction,
    Dossier,
    Edit,
    Event,
    Failure,
    Manner,
    Origin,
    Passage,
    Point,
    PointKind,
    Relation,
    Report,
    Stance,
    Standing,
    Statement,
    Story,
    StoryMaterial,
    Utterance,
)

WIRE = "Ten dead 🚢 in Orm\n\nAt least 10 people died in the port of Orm, police said.\n\nThe owner denied fault. “Nothing of the sort,” Ada Berg said."
COPY = "Port blast\n\nAt least 10 people died in the harbour of Orm, police said.\n\nSubscribe now!"
OWN = "Orm counts its dead\n\nThe union says 14 people died in Orm on Monday."


def span(article: str, text: str, words: str) -> Span:
    """The first place of `words` in an article's text."""
    start = text.index(words)
    return Span(article, start, start + len(words))


def article(identifier: str, text: str, outlet: str | None, published: str | None, *kinds: BlockKind) -> Article:
    """An article whose paragraphs have these kinds; its first is the headline."""
    blocks, start = [], 0
    for paragraph, kind in zip(text.split("\n\n"), kinds, strict=True):
        blocks.append(Block(start=start, end=start + len(paragraph), kind=kind, rule="by hand"))
        start += len(paragraph) + 2
    first = blocks[0]
    return Article(
        id=identifier,
        uri=f"file:{identifier}",
        file=f"{identifier}.txt",
        text=text,
        blocks=tuple(blocks),
        language="en",
        headline=Cited(value=text[: first.end], where="text", spans=(Span(identifier, first.start, first.end),)),
        outlet=Cited(value=outlet, where="given") if outlet else None,
        published=Cited(value=published, where="given") if published else None,
    )


def statement(identifier: str, place: Span, speaker: str | None, manner: Manner = Manner.DIRECT) -> Statement:
    return Statement(
        id=identifier,
        article=place.article,
        content=(place,),
        cue=(),
        named=(),
        speaker=speaker,
        manner=manner,
        act="assert",
        evidence=(place,),
        rule="by hand",
    )


def account(
    answer: str, holders: tuple[str, ...], origin: str, *evidence: Span, stance: Stance = Stance.ASSERTS
) -> Account:
    return Account(
        answer=answer,
        value=NumberRange(low=10, high=None),
        holders=holders,
        stance=stance,
        origins=(origin,),
        evidence=evidence,
        rule="by hand",
    )


def copy(a: str, b: str, direction: Direction = Direction.A_TO_B, coverage: float = 0.97, **more: object) -> Copy:
    fields: dict[str, object] = {
        "a": a,
        "b": b,
        "relation": Relation.COPY,
        "direction": direction,
        "why": ("credited",),
        "agency": None,
        "passages": (),
        "edits": (),
        "coverage_a": coverage,
        "coverage_b": coverage,
        "evidence": (Span(a, 0, 1),),
        "rule": "by hand",
    }
    return Copy(**(fields | more))  # type: ignore[arg-type]


def origin(name: str, *articles: str) -> Origin:
    return Origin(
        id=f"o-{name}",
        name=name,
        articles=articles,
        why=(f"{name} stands alone",),
        evidence=tuple(Span(article, 0, 3) for article in articles),
        rule="by hand",
    )


def material() -> StoryMaterial:
    """Three articles of two origins: a wire text, its copy, and a report of its own."""
    kinds = BlockKind
    wire = article("wire", WIRE, "The Orm Courier", "2026-03-10T14:20", kinds.HEADLINE, kinds.BODY, kinds.BODY)
    copied = article("copy", COPY, "Coast Daily", "2026-03-10T14:37", kinds.HEADLINE, kinds.BODY, kinds.BOILERPLATE)
    own = article("own", OWN, None, None, kinds.HEADLINE, kinds.BODY)
    said = span("wire", WIRE, "“Nothing of the sort,”")
    counts = [span("wire", WIRE, "At least 10 people died"), span("copy", COPY, "At least 10 people died")]
    shared = len("At least 10 people died in the ")
    a, b = counts[0].start, counts[1].start
    return StoryMaterial(
        story=Story(id="story", articles=("wire", "copy", "own")),
        annotations=(
            Annotation(
                article=wire,
                statements=(statement("s1", counts[0], "police", Manner.INDIRECT), statement("s2", said, "Ada Berg")),
            ),
            Annotation(article=copied, statements=(statement("s3", counts[1], "police", Manner.INDIRECT),)),
            Annotation(article=own),
        ),
        copies=(
            copy(
                "wire",
                "copy",
                passages=(Passage(a_start=a, a_end=a + shared, b_start=b, b_end=b + shared),),
                edits=(
                    Edit(kind="word", a=span("wire", WIRE, "port"), b=span("copy", COPY, "harbour")),
                    Edit(kind="cut", a=span("wire", WIRE, "The owner denied fault."), b=None),
                    Edit(kind="headline", a=Span("wire", 0, 17), b=Span("copy", 0, 10)),
                ),
            ),
        ),
        origins=(origin("Wire", "wire", "copy"), origin("Own", "own")),
        utterances=(
            Utterance(
                id="u", speaker="police", statements=("s1", "s3"), fullest="s1", evidence=tuple(counts), rule="x"
            ),
        ),
    )


def report() -> Report:
    """One story with a dispute and a single claim, one event, one failure."""
    told = material()
    ten = [span("wire", WIRE, "At least 10 people died"), span("copy", COPY, "At least 10 people died")]
    fourteen = span("own", OWN, "14 people died")
    denied = span("wire", WIRE, "The owner denied fault")
    points = (
        Point(
            id="p1",
            question="How many people died?",
            kind=PointKind.NUMBER,
            standing=Standing.DISPUTED,
            accounts=(
                account("at least 10", ("police",), "o-Wire", *ten),
                account("14", ("union", "outlet:Own"), "o-Own", fourteen),
            ),
            silent=(),
            evidence=(*ten, fourteen),
            rule="by hand",
        ),
        Point(
            id="p2",
            question="Was the owner at fault?",
            kind=PointKind.DENIAL,
            standing=Standing.SINGLE,
            accounts=(account("no", ("owner",), "o-Wire", denied, stance=Stance.DENIES),),
            silent=("copy", "own"),
            evidence=(denied,),
            rule="by hand",
        ),
    )
    monday = span("own", OWN, "14 people died in Orm on Monday")
    event = Event(
        id="e1",
        range=DateRange(low="2026-03-09", high="2026-03-09", granularity="day"),
        date="2026-03-09",
        text="14 people died in Orm on Monday",
        origins=("o-Own",),
        evidence=(monday,),
        rule="by hand",
    )
    dossier = Dossier(id="d", headline="Ten dead 🚢 in Orm", material=told, points=points, timeline=(event,))
    return Report(dossiers=(dossier,), failures=(Failure(id="empty.txt", stage="read", reason="the file is empty"),))


EVIL = (
    '<script>document.title="pwned"</script><img src=x onerror="document.title=\'pwned\'">&lt; \x1b[31m\u202e\x00\ud800'
)


def hostile() -> Report:
    """A report in which every foreign word tries to act."""
    text = f"{EVIL} head\n\nBody “{EVIL}” said {EVIL}."
    told = article("evil", text, EVIL, "2026-03-10", BlockKind.HEADLINE, BlockKind.BODY)
    place = span("evil", text, f"“{EVIL}”")
    point = Point(
        id="p",
        question=EVIL,
        kind=PointKind.CLAIM,
        standing=Standing.DISPUTED,
        accounts=(account(EVIL, (EVIL,), "o", place), account(EVIL, (f"outlet:{EVIL}",), "o", place)),
        silent=(),
        why=EVIL,
        evidence=(place,),
        rule=EVIL,
    )
    event = Event(
        id="e",
        range=DateRange(low="2026", high="2026", granularity="year"),
        date="2026",
        text=EVIL,
        origins=("o",),
        evidence=(place,),
        rule=EVIL,
    )
    said = statement("s", place, EVIL)
    source = Origin(id="o", name=EVIL, articles=("evil",), why=(EVIL,), evidence=(place,), rule=EVIL)
    story = StoryMaterial(
        story=Story(id="s", articles=("evil",)),
        annotations=(Annotation(article=told, statements=(said,)),),
        copies=(),
        origins=(source,),
        utterances=(Utterance(id="u", speaker=EVIL, statements=("s",), fullest="s", evidence=(place,), rule="x"),),
    )
    dossier = Dossier(id="d", headline=EVIL, material=story, points=(point,), timeline=(event,))
    return Report(dossiers=(dossier,), failures=(Failure(id=EVIL, stage="read", reason=EVIL),))
