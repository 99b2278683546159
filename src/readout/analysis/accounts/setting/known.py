"""Who is known in a story: its persons and bodies, by their fullest names, their roles and their kinds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from readout.analysis.accounts.setting.namewords import plain_name, speaking_words
from readout.language.lexicon import countries, lexicon
from readout.language.terms import stem as stem_of
from readout.text.fold import fold
from readout.types import EntityKind

if TYPE_CHECKING:
    from readout.analysis.accounts.setting.layout import Layout

_BODY = re.compile(
    r"\b([A-Z][a-z]+(?:n|sh|ese|ch|i|an))\s+(government|authorities|police|officials|army|military|troops)\b"
)
_STATE = ("government", "authorities", "army", "military")  #: bodies of one state: its adjective before one fits all
_CAPITAL_WITHIN = re.compile(r"(?<=[a-z,]\s)[A-Z][a-z]+")
_SMALL_WORD = re.compile(r"\b[a-z]+\b")
_SMALL = 3  #: letters of the words in a name that need no capital: "for", "and", "the"
#: Where the words for a speaker go on after their head: "a clerk of the court", "police in Kelm".
HEAD_ENDS = re.compile(
    r",|\s(?:close|familiar|near|of|for|from|in|at|on|to|with|by|about|who|which|that|and|or|against)\s"
)


class Known:
    """The names of a story."""

    def __init__(self, scene: Layout) -> None:
        """For the entities of `scene`."""
        self._scene = scene

    def fuller(self, name: str) -> str:
        """A person's name in the form the story uses most: "Quill" as "Ada Quill", "An-li Wu" as "An Li Wu"."""
        if len(name.split()) > 1:
            found = self._forms.get(plain_name(name), ())
        else:
            found = tuple(n for n in self.people if n != name and name in (n.split()[0], n.split()[-1]))
            if len({plain_name(other) for other in found}) != 1:
                return name
        return max(found, key=lambda other: (self._written[other], other), default=name)

    @cached_property
    def _forms(self) -> dict[str, tuple[str, ...]]:
        """The persons' names that differ in capitals, marks and spaces only."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self.people):
            found[plain_name(name)].append(name)
        return {plain: tuple(names) for plain, names in found.items()}

    @cached_property
    def _written(self) -> Counter[str]:
        """How often each person's name is written in the story."""
        found: Counter[str] = Counter()
        for annotation in self._scene.material.annotations:
            for entity in annotation.entities:
                found[entity.name] += len(entity.evidence)
        return found

    def is_name(self, shown: str) -> bool:
        """Whether the words for a speaker are a name: a known one, or every long word of them with a capital."""
        long = [word for word in shown.split() if len(word) > _SMALL]
        return fold(shown) in self._names or (len(long) > 1 and all(word[:1].isupper() for word in long))

    @cached_property
    def _names(self) -> frozenset[str]:
        """All names and other names of the story's entities, folded."""
        entities = [entity for annotation in self._scene.material.annotations for entity in annotation.entities]
        return frozenset(fold(name) for entity in entities for name in (entity.name, *entity.aliases))

    @cached_property
    def names_written(self) -> frozenset[str]:
        """The names of the story's entities."""
        return frozenset(
            entity.name for annotation in self._scene.material.annotations for entity in annotation.entities
        )

    @cached_property
    def people(self) -> frozenset[str]:
        """The names of the story's persons."""
        return self._named(EntityKind.PERSON)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The names of the story's organisations."""
        return self._named(EntityKind.ORGANISATION)

    def _named(self, kind: EntityKind) -> frozenset[str]:
        entities = [entity for annotation in self._scene.material.annotations for entity in annotation.entities]
        return frozenset(entity.name for entity in entities if entity.kind is kind)

    def by_role(self, role: str, article: str) -> str:
        """The one person of the story, named in the article, who is called by this role ("uncle"), or ""."""
        if role not in lexicon().people["person"]:
            return ""
        named = {name for _, _, name in self._scene.mentions_of(article)}
        found = {
            name
            for name in named
            if any(fold(HEAD_ENDS.split(known)[0]).split()[-1:] == [role] for known in self._scene.roles.get(name, ()))
        }
        return found.pop() if len(found) == 1 else ""

    def in_small(self, shown: str) -> str:
        """Words for a speaker with a small first letter, if that is how they are written inside of a sentence.

        "Officials" are officials, but "Democrats" and "State Department officials" keep their capital.
        """
        first, *others = shown.split()
        named = bool(others) and others[0][:1].isupper()
        plain = fold(first) in speaking_words() and first[1:].islower() and first not in self._capitals and not named
        return shown[0].lower() + shown[1:] if plain else shown

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """The words that the story's texts write with a capital after a small one, and never small."""
        texts = [article.text for article in self._scene.articles.values()]
        small = {word for text in texts for word in _SMALL_WORD.findall(text)}
        found = {word for text in texts for word in _CAPITAL_WITHIN.findall(text)}
        return frozenset(word for word in found if word.lower() not in small)

    def by_kind(self, kind: str, article: str) -> str:
        """The one body named in the article that is of this kind by its last word ("the ministry"), or ""."""
        named = {name for _, _, name in self._scene.mentions_of(article) if name not in self.people}
        found = {name for name in named if len(name.split()) > 1 and fold(name).split()[-1] == kind}
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def qualified(self) -> dict[str, str]:
        """Bare bodies ("government", "authorities") with the one country that the story's texts name before them."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        shown: dict[str, set[str]] = defaultdict(set)
        _, adjectives = countries()
        for article in self._scene.articles.values():
            for match in _BODY.finditer(article.text):
                adjective = match.group(1)
                counts[match.group(2)][stem_of(fold(adjective))] += 1
                shown[stem_of(fold(adjective))].add(adjective)
                if fold(adjective) in adjectives:
                    counts["state"][stem_of(fold(adjective))] += 1
        found = {}
        for body in (*_STATE, *counts):
            pooled = body not in counts
            stems = counts["state" if pooled else body]
            most, number = max(stems.items(), key=lambda item: (item[1], item[0]), default=("", 0))
            enough = number >= 4 and 5 * number >= 4 * sum(stems.values()) if pooled else number >= 2
            if enough and 3 * number >= 2 * sum(stems.values()) and body != "state":
                found[body] = f"{min(shown[most])} {body}"
        return found
