"""What a row of a dossier asks, in plain words of the texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from readout.analysis.accounts.questions.apart import set_apart
from readout.analysis.accounts.questions.claims import (
    Blamed,
    Charged,
    OneMatter,
    Opposed,
    Positions,
    Reached,
    Said,
    Shared,
    SinceWhen,
    Told,
    ToldApart,
    Whether,
)
from readout.analysis.accounts.questions.values import Amounts, Times

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.scene import Scene

__all__ = [
    "Amounts",
    "Blamed",
    "Charged",
    "OneMatter",
    "Opposed",
    "Positions",
    "Reached",
    "Said",
    "Shared",
    "SinceWhen",
    "Times",
    "Told",
    "ToldApart",
    "Whether",
    "ask",
    "is_loose",
    "set_apart",
]


class Matter(Protocol):
    """What is asked: the claims, amounts or times that answer one question."""

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""


_LOOSE = re.compile(r"^What is said |: (?:how|what|when|at what)\b[^“]*\?$")  #: that only names what is spoken of


def is_loose(question: str) -> bool:
    """Whether a question only names what its answers speak of, since no clause gave one."""
    return _LOOSE.search(question) is not None


def ask(matter: Matter, scene: Scene) -> str:
    """The question that a row of a dossier answers, made of words of its reports; "" where a charge names nobody."""
    return matter.asked(scene)
