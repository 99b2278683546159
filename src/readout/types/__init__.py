"""The nouns of Readout: frozen, typed, and (all that is inferred) backed by spans of the stored text.

Data travels one way: Page, Article, Copy, Origin, Story, Statement, Utterance, Point and Event, Dossier.
"""

from readout.types.articles import (
    READABLE,
    Article,
    Block,
    BlockKind,
    Edit,
    Failure,
    Page,
    Version,
)
from readout.types.copies import (
    Copy,
    Direction,
    Origin,
    Passage,
    Relation,
    Story,
)
from readout.types.dossiers import (
    ONE_MATTER,
    TOLD_DIFFERENTLY,
    Account,
    Dossier,
    Event,
    LeftOut,
    Point,
    PointKind,
    Report,
    Stance,
    Standing,
    StoryMaterial,
    Utterance,
)
from readout.types.evidence import (
    Cited,
    Derived,
)
from readout.types.readings import (
    Amount,
    Annotation,
    Entity,
    EntityKind,
    Manner,
    Sentence,
    Statement,
    TimeExpression,
    Token,
)

__all__ = [
    "ONE_MATTER",
    "READABLE",
    "TOLD_DIFFERENTLY",
    "Account",
    "Amount",
    "Annotation",
    "Article",
    "Block",
    "BlockKind",
    "Cited",
    "Copy",
    "Derived",
    "Direction",
    "Dossier",
    "Edit",
    "Entity",
    "EntityKind",
    "Event",
    "Failure",
    "LeftOut",
    "Manner",
    "Origin",
    "Page",
    "Passage",
    "Point",
    "PointKind",
    "Relation",
    "Report",
    "Sentence",
    "Stance",
    "Standing",
    "Statement",
    "Story",
    "StoryMaterial",
    "TimeExpression",
    "Token",
    "Utterance",
    "Version",
]
