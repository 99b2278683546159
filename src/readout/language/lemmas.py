"""Lemmas of English words: a table of exceptions and, for the rest, rules of inflection."""

from __future__ import annotations

_VOWELS = frozenset("aeiouy")


def by_rule(form: str, pos: str) -> str:
    """The lemma that the rules of English inflection give for a lower-case form of this Universal POS tag."""
    if pos == "NOUN":
        return _singular(form)
    if pos in ("VERB", "AUX"):
        return _infinitive(form)
    return form


def _singular(form: str) -> str:
    if len(form) > 4 and form.endswith("ies"):
        return form[:-3] + "y"
    if len(form) > 4 and form.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return form[:-2]
    if len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is")):
        return form[:-1]
    return form


def _infinitive(form: str) -> str:
    if len(form) > 4 and form.endswith("ies"):
        return form[:-3] + "y"
    if len(form) > 4 and form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return form[:-2]
    if len(form) > 3 and form.endswith("s") and not form.endswith("ss"):
        return form[:-1]
    if len(form) > 4 and form.endswith("ied"):
        return form[:-3] + "y"
    if len(form) > 3 and form.endswith("ed"):
        return _stem(form[:-2])
    if len(form) > 4 and form.endswith("ing"):
        return _stem(form[:-3])
    return form


def _stem(stem: str) -> str:
    """A verb's stem before -ed or -ing, as an infinitive: "stopp" is stop, "mak" is make, "walk" is walk."""
    if not any(letter in _VOWELS for letter in stem):
        return stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    if stem.endswith(("at", "iz", "is", "v", "c", "u", "dg", "rg", "ng", "rs", "ns", "bl", "pl", "tl", "dl", "gl")):
        return stem + "e" if not stem.endswith(("eat", "oat", "ng", "ang")) or stem.endswith("rang") else stem
    if len(stem) > 2 and stem[-1] not in _VOWELS | {"w", "x"} and stem[-2] in _VOWELS and stem[-3] not in _VOWELS:
        return stem if len(stem) > 4 and stem.endswith(("er", "en", "on", "or", "el", "it", "op")) else stem + "e"
    return stem
