"""Two folded words or names -> whether they may be one name as two languages write it: "brenner" and "brennero"."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher


def sound_alike(a: str, b: str) -> bool:
    """Whether two names of a place may be its forms in two languages: one first letter, two letters changed at most."""
    return a[:1] == b[:1] and min(len(a), len(b)) >= SHORTEST_PLACE and _changes(a, b) <= MOST_CHANGES


SHORTEST_PLACE = 4
MOST_CHANGES = 2


def _changes(a: str, b: str) -> int:
    """How many letters are put in, left out or changed to make one word the other."""
    if abs(len(a) - len(b)) > MOST_CHANGES:
        return abs(len(a) - len(b))
    edits = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return sum(max(last - first, until - start) for kind, first, last, start, until in edits if kind != "equal")


def translated(a: str, b: str) -> bool:
    """Whether two names of some words may be one name in two languages; two places may stand either way round."""
    one, other = a.split(), b.split()
    if len(one) != len(other):
        return False
    return match(one, other) or (len(one) == PAIR and match(one, other[::-1]))


PAIR = 2
"""Places that a line is named after: "Lyon-Turin", "Torino-Lione"."""


def match(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words are the same one by one, or sound alike."""
    return all(a == b or sound_alike(a, b) or {a, b} <= SAINTS for a, b in zip(one, other, strict=True))


SAINTS = frozenset({"saint", "sainte", "st", "sankt", "san", "santo", "santa", "sant"})
"""What stands before the name of a saint in five languages: "Saint-Gothard", "San Gottardo"."""
