"""One number word that is written together -> its value.

    >>> german = {"ein": 1, "zwei": 2, "fuenf": 5, "zwanzig": 20, "hundert": 100, "tausend": 1000}
    >>> split("zweitausendfuenfhundertfuenfundzwanzig", german, inverted=True)
    2525
    >>> split("ventotto", {"otto": 8, "venti": 20}, inverted=False)
    28

Words come folded (`words.fold`). Units stand before tens where the language is inverted ("fünfundzwanzig"); elsewhere
tens may lose their vowel before a unit ("ventuno", "ventotto") and hundreds theirs before "ottanta" ("centottanta").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

AND = "und"
"""What joins units and tens, and may join hundreds and what follows them: "hundertundeins"."""
VOWELS = "aeiou"
SHORTEST = 6
"""Letters of the shortest such words ("ventun", "tremila"): most words are done with after one comparison."""


THOUSAND = "tausend"
"""What a number with its half in one word may have behind it: "zweieinhalbtausend"."""


class Parts(NamedTuple):
    """The number words of a language by their size."""

    below: tuple[tuple[str, int], ...]
    """Everything under a hundred, longest first."""
    hundred: tuple[str, ...]
    thousand: tuple[str, ...]
    starts: frozenset[str]
    """The first two letters of all number words."""


def split(word: str, numbers: Mapping[str, int], inverted: bool) -> int | None:
    """The value of a number word written together, or None where the word is something else."""
    if len(word) < SHORTEST:
        return None
    parts = _parts(tuple(numbers.items()))
    return _whole(word, parts, inverted) if word[:2] in parts.starts else None


def elided(word: str, numbers: Mapping[str, int]) -> int | None:
    """The value of a number that lost its last vowel before another: "vent'" in "vent'anni", "cent'"."""
    return next((n for vowel in VOWELS if (n := numbers.get(word[:-1] + vowel, 0)) >= 20), None)


@lru_cache(maxsize=8)
def _parts(numbers: tuple[tuple[str, int], ...]) -> Parts:
    """The number words sorted for reading."""
    below = sorted(((w, n) for w, n in numbers if 0 < n < 100), key=lambda item: (-len(item[0]), item[0]))
    hundred = tuple(w for w, n in numbers if n == 100)
    thousand = tuple(w for w, n in numbers if n == 1000)
    return Parts(tuple(below), hundred, thousand, frozenset(w[:2] for w, _ in numbers))


def _whole(word: str, parts: Parts, inverted: bool) -> int | None:
    """Thousands and what follows: "zweitausendfuenfhundert", "duecentomila"."""
    for mark in parts.thousand:
        before, found, behind = word.partition(mark)
        if not found:
            continue
        many = 1 if not before else _hundreds(before, parts, inverted)
        rest = 0 if not behind else _hundreds(_without_and(behind, inverted), parts, inverted)
        if many is not None and rest is not None:
            return many * 1000 + rest
    return _hundreds(word, parts, inverted)


def _hundreds(word: str, parts: Parts, inverted: bool) -> int | None:
    """Hundreds and what follows: "zweihundertdrei", "duecentodieci", "centottanta"."""
    for mark in parts.hundred:
        for cut in (mark, mark[:-1]) if not inverted and mark[-1] in VOWELS else (mark,):
            before, found, behind = word.partition(cut)
            if not found or (cut != mark and behind[:1] not in VOWELS):
                continue
            many = 1 if not before else _below(before, parts, inverted)
            rest = 0 if not behind else _below(_without_and(behind, inverted), parts, inverted)
            if many is not None and rest is not None and many < 100:
                return many * 100 + rest
    return _below(word, parts, inverted)


def _below(word: str, parts: Parts, inverted: bool) -> int | None:
    """A number under a hundred: "fuenfundzwanzig", "trentatre", "ventuno"."""
    for name, value in parts.below:
        if word == name:
            return value
    for name, value in parts.below:
        if value < 20 or value % 10:
            continue
        if inverted:
            unit = word[: -len(name) - len(AND)] if word.endswith(AND + name) else ""
        else:
            unit = _behind_tens(word, name)
        small = next((n for w, n in parts.below if w == unit and n < 10), None)
        if small is not None:
            return value + small
    return None


def _behind_tens(word: str, tens: str) -> str:
    """What follows the tens in a word, which lose their vowel before another one."""
    if word.startswith(tens):
        return word[len(tens) :]
    short = tens[:-1]
    return word[len(short) :] if word.startswith(short) and word[len(short) : len(short) + 1] in VOWELS else ""


def _without_and(word: str, inverted: bool) -> str:
    """The rest of "hundertundeins" without its "und"; the "und" inside "einundzwanzig" stays."""
    return word.removeprefix(AND) if inverted else word
