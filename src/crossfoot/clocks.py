"""Times of day and the like: "14h30", "9.30 p.m.", "um 17 Uhr", "3:1", "a 60-40 split"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.figures import Figure
from crossfoot.measuretable import Unit
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

_HOUR = re.compile(r"[012]?\d\.[0-5]\d")
HOURS = 24
GROWTH_WITHIN = 8
"""Words before a time in which a verb of growth makes it a span: "ramène le trajet à 3 heures"."""


def is_clock(words: Sequence[Word], first: Figure, last: Figure, vocabulary: Vocabulary, unit: Unit | None) -> bool:
    """Whether a number, or two of them, tell a time of day or a ratio."""
    before = words[first.first - 1] if first.first else None
    head = words[first.first]
    return (
        (first.number.form == "slashed" and (unit is None or unit.base != "percent"))
        or _goes_on(head, words, last, unit, vocabulary.language.decimal)
        or bool(before and head.digits and before.text in ":/" and before.end == head.start)
        or _is_minutes(words, first.first)
        or _is_score(words, first, unit)
        or (unit is None and vocabulary.clock.at(words, last.number.last) is not None)
        or _is_hour(words, first, last, vocabulary, unit)
    )  # fmt: skip


def _goes_on(head: Word, words: Sequence[Word], last: Figure, unit: Unit | None, decimal: str) -> bool:
    """Whether this is "14h30", "3:13", "24h/24", or "8.30 horas" where a comma is the decimal mark."""
    behind = words[last.last] if last.last < len(words) else None
    if behind and behind.text in ":/" and behind.start == words[last.last - 1].end:
        after = words[last.last + 1] if last.last + 1 < len(words) else None
        return bool(after and after.digits and after.start == behind.end)
    if unit is not None and unit.base == "hour" and decimal == "," and _HOUR.fullmatch(head.text):
        return True
    if unit is not None and unit.base in ("hour", "day") and behind is not None:
        glued = behind.start == words[last.last - 1].end
        return glued and (behind.digits or behind.text == "/" or behind.key == "h")  # "de 9h à 17h30"
    return bool(behind and behind.key in ("h", "j") and behind.start == head.end and unit is None)


def _is_minutes(words: Sequence[Word], index: int) -> bool:
    """Whether these are the minutes of "17h30"."""
    if index < 2 or words[index - 1].key != "h" or not words[index].digits:
        return False
    return words[index - 2].digits and words[index - 2].end == words[index - 1].start == words[index].start - 1


def _is_score(words: Sequence[Word], figure: Figure, unit: Unit | None) -> bool:
    """Whether a dash joins two numbers of which the second is no greater: "3-1", "a 60-40 split" are no ranges."""
    if unit is not None and not unit.counted:
        return False
    pairs = ((figure.first - 2, figure.first), (figure.first, figure.first + 2))
    return any(_falls(words[one : other + 1]) for one, other in pairs if one >= 0)


def _falls(pair: Sequence[Word]) -> bool:
    """Whether three words are two numbers with a dash between them, nothing else, and the second is no greater."""
    if len(pair) < 3 or pair[1].text not in "-–‑" or not (pair[0].text.isdigit() and pair[2].text.isdigit()):
        return False
    tight = pair[0].end == pair[1].start and pair[1].end == pair[2].start
    return tight and int(pair[0].text) >= int(pair[2].text)


def _is_hour(words: Sequence[Word], first: Figure, last: Figure, vocabulary: Vocabulary, unit: Unit | None) -> bool:
    """Whether hours tell a time of day: "à 18h", "3 hours ago", not "à 3 heures de Paris"."""
    if unit is None or unit.base not in ("hour", "minute") or last.last == last.number.last:
        return False
    if vocabulary.ago.at(words, last.last) or vocabulary.ago_lead.before(words, first.first):
        return not vocabulary.of.at(words, last.last)  # "3 hours ago"
    if unit.base != "hour" or last.high is None or last.high > HOURS:
        return False
    if first is not last and first.last > first.number.last:
        return True  # "de 9 heures à 17 heures": how long something lasts is told with one unit, "de 2 à 3 heures"
    opening = vocabulary.clock_before.before(words, first.first)
    if opening is None or vocabulary.of.at(words, last.last) or vocabulary.per.at(words, last.last):
        return False
    return not any(w.key in vocabulary.growth for w in words[max(0, opening[1] - GROWTH_WITHIN) : opening[1]])
