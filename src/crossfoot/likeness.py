"""Two tellings of a figure -> how alike they are, and whether they surely tell of the same thing or event.

    "Le bilan fait état de 120 morts à Lyon depuis 2019" | "Il y a moins de 50 morts à Lyon depuis 2019" -> the same
    "Four soldiers were injured"                         | "Five soldiers were killed"                   -> not so

What only one of two statements has keeps them apart: a "not", a "may", an "another", a name, a date that does not meet
the other's.
"""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher

from crossfoot.model import Bound, Quantity
from crossfoot.tellings import MAKING, TOLLS, WORKS, Telling


def same(a: Telling, b: Telling) -> float:
    """The share of the words of the shorter telling that the other has; 0 where something keeps the two apart."""
    if a.kind != b.kind or not a.sentence or not b.sentence:
        return 0
    dated = a.figure.unit == "date"
    if not dated and a.dates and b.dates and not any(overlap(x, y) for x in a.dates for y in b.dates):
        return 0
    if not dated and ((a.now and not b.now and b.dates) or (b.now and not a.now and a.dates)):
        return 0  # "in 2005", "today"
    if not dated and ((a.weekdays and b.weekdays and not a.weekdays & b.weekdays) or (a.deeds ^ b.deeds) & TOLLS):
        return 0
    if (a.colours ^ b.colours) - (SIDES if dated else frozenset()):
        return 0
    free = dated and ((a.passive and b.passive) or bool(a.others & b.others and a.sentence & b.sentence & WORKS))
    if (a.names - b.sentence) and (b.names - a.sentence) and not free:
        return 0
    return len(a.sentence & b.sentence) / min(len(a.sentence), len(b.sentence))


SIDES = frozenset({"before", "after"})


def overlap(a: Quantity, b: Quantity) -> bool:
    """Whether two dates share a day."""
    return not (_before(a.high, b.low) or _before(b.high, a.low))


def _before(end: Bound, start: Bound) -> bool:
    return isinstance(end, date) and isinstance(start, date) and end < start


def close(a: Telling, b: Telling) -> bool:
    """Whether two tellings that may be of the same thing surely are."""
    return _one_event(a, b) if a.figure.unit == "date" else _one_count(a, b)


def _one_count(a: Telling, b: Telling) -> bool:
    """Whether two figures count the same: most words are the same, those next to the figure too, and all names."""
    shorter, longer = sorted((a, b), key=lambda t: len(t.sentence))
    share, shared = same(a, b), len(a.sentence & b.sentence)
    if share < MOST or shared < SHARED:
        return False
    toll = a.deeds & b.deeds & TOLLS and shorter.names  # where it was may be told more or less closely
    if (longer.clause_names - shorter.sentence and not toll) or shorter.names - longer.sentence or _swapped(a, b):
        return False
    if share >= NEARLY_ALL and shared >= MANY:
        return True
    return bool(a.deeds & b.deeds & TOLLS) or (bool(a.near & b.sentence) and bool(b.near & a.sentence))


def _swapped(a: Telling, b: Telling) -> bool:
    """Whether a word of one stands in place of a word of the other, between the same two: another thing is told of."""
    one, other = a.order, b.order
    changes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return any(
        kind == "replace" and last - first == end - start == 1 and first > 0 and last < len(one)
        for kind, first, last, start, end in changes
    )


NEARLY_ALL = 0.85
MANY = 6
"""Words that two tellings share, nearly all of one, where those next to the figures may differ."""


def _one_event(a: Telling, b: Telling) -> bool:
    """Whether two dates are of one event: what was done is the same, and what it was done with."""
    if not all(_fits(x, y) for x, y in ((a, b), (b, a))):
        return False
    if {a.verb, b.verb} == MAKING:
        made, there = (a, b) if a.verb == "made" else (b, a)
        return _one_work(a, b) and _before(there.figure.high, made.figure.low)
    if a.verb == b.verb == "made":
        return _one_work(a, b) or len(a.subject & b.subject) >= SUBJECT
    if a.verb in TOLLS and next(filter(a.names.__contains__, a.order), "") != next(
        filter(b.names.__contains__, b.order), ""
    ):
        return False  # who died is named first
    if a.verb and a.verb == b.verb:
        return len(a.subject & b.subject) >= SUBJECT
    fewer, more = sorted((a.before, b.before), key=len)
    return not (a.verb and b.verb) and len(fewer) >= ALIKE and fewer <= more


def of_a_work(a: Telling, b: Telling) -> bool:
    """Whether two dates are told of a photo or a film: when it was made is asked, whatever else it shows."""
    return a.figure.unit == "date" and bool(a.sentence & b.sentence & WORKS)


def _one_work(a: Telling, b: Telling) -> bool:
    """Whether two dates are of one photo or film: both tell of one, and of two things more that it shows."""
    both = a.sentence & b.sentence
    if not both & WORKS:
        return len(a.subject & b.subject) >= SUBJECT
    return len((both - WORKS - MAKING) | (a.others & b.others)) >= SUBJECT


ALIKE = 4
"""Words before a date that both statements have where no verb says what happened then."""


def _fits(a: Telling, b: Telling) -> bool:
    """Whether "after" or "before" another event leaves the other statement's date out."""
    if "after" in a.colours and not _before(b.figure.high, a.figure.low):
        return False
    return "before" not in a.colours or _before(a.figure.high, b.figure.low)


MOST = 0.75
"""Share of the shorter statement's words that the other has where they tell of the same thing."""
SHARED = 3
"""Words that two tellings of the same thing share at least."""
SUBJECT = 2
"""The same of the words before a verb."""
