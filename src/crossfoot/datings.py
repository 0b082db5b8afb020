"""A date in the sentence that prints it: the words around it, in the language of its place.

Checks of dates look here for what no field of a claim holds: a printed weekday, the words for a first plan, a phase.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple, TypeVar

from crossfoot.intervals import Interval
from crossfoot.model import Claim
from crossfoot.sides import Context
from crossfoot.slots import is_former
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Phrases, Word

T = TypeVar("T")


class Dating(NamedTuple):
    """The sentence of a claim."""

    words: tuple[Word, ...]
    claim: Claim
    vocabulary: Vocabulary

    @property
    def own(self) -> tuple[Word, ...]:
        """The words of the figure itself."""
        return tuple(w for w in self.words if self.claim.start <= w.start and w.end <= self.claim.end)


def dating(claim: Claim, context: Context) -> Dating | None:
    """The sentence that prints a claim; None where the texts are not at hand."""
    printed = context.sentence(claim)
    return Dating(printed[0], claim, printed[1]) if printed else None


# --- which date of an event it is


STOPS = frozenset(";.!?")
"""What ends the reach of a word; a comma does not: "planned, at first, for 2017"."""
FIRST_REACH, PHASE_REACH, ENDED_REACH, LATE_REACH, DROPPED_REACH = (18, 3), (25, 5), (6, 0), (2, 2), (-1, 6)
"""Words between such a word and the date behind it, and between a date and such a word behind that."""
FIRST = "1"
"""The first part of a thing, as `phase` tells it."""
ANCHORED = 0.7
"""Confidence from which on a text names the subject of a date."""
FAR = 6
"""Words behind a date from which on a comma may stand between: "opening in 2026, did not look achievable"."""


def is_first(claim: Claim, context: Context) -> bool:
    """Whether words near a date make it the first plan of all: "originally planned for 2020"."""
    said = dating(claim, context)
    return said is not None and _near(said, said.vocabulary.datings_first, FIRST_REACH, context, alone=True) is not None


def is_given_up(claim: Claim, context: Context) -> bool:
    """Whether a date is told as one that another has replaced, or that cannot be kept."""
    said = dating(claim, context)
    dropped = said and _near(said, said.vocabulary.datings_dropped, DROPPED_REACH, context, alone=True)
    return is_former(claim) or bool(dropped)


def is_fact(claim: Claim, context: Context) -> bool:
    """Whether a date is told as one on which the thing happened, in a sentence that speaks of no plan put off."""
    if claim.status != "actual" or is_given_up(claim, context) or is_first(claim, context):
        return False
    return not is_moved(claim, context)


def is_moved(claim: Claim, context: Context) -> bool:
    """Whether the sentence of a date tells of plans put off."""
    said = dating(claim, context)
    return said is not None and bool(said.vocabulary.datings_moved.find(said.words))


def is_ended(claim: Claim, context: Context) -> bool:
    """Whether a date is that of the end of the works, which is not the day of the opening."""
    said = dating(claim, context)
    return said is not None and _near(said, said.vocabulary.datings_ended, ENDED_REACH, context, alone=True) is not None


def is_complete(claim: Claim, context: Context) -> bool:
    """Whether a date is told as that of all of a thing: "to be completed by 2025"; no phase of it is named."""
    said = dating(claim, context)
    if said is None or phase(claim, context) is not None:
        return False
    return _near(said, said.vocabulary.datings_complete, ENDED_REACH, context, alone=True) is not None


def is_scenario(claim: Claim, context: Context) -> bool:
    """Whether a date is one of several that may come: its sentence speaks of scenarios before it."""
    said = dating(claim, context)
    if said is None:
        return False
    before = [w for w in said.words if w.end <= claim.start]
    return claim.status == "possible" or bool(said.vocabulary.datings_scenarios.find(before))


def branch(claim: Claim, context: Context) -> str:
    """What else than the first building and opening of a thing a date is of: "again" of its reopening, "added" of an
    extension; empty for the first."""
    said = dating(claim, context)
    if said is None:
        return ""
    if _is_by(claim, said, said.vocabulary.datings_again):
        return "again"
    return "added" if _near(said, said.vocabulary.datings_added, PHASE_REACH, context, alone=True) else ""


def _is_by(claim: Claim, said: Dating, phrases: Phrases[bool]) -> bool:
    """Whether one of the phrases is what gives a date its event."""
    return any(
        any(said.words[first].start < end and start < said.words[last - 1].end for start, end in claim.evidence)
        for _, first, last in phrases.find(said.words)
    )


def is_done(claim: Claim, context: Context) -> bool:
    """Whether what gives a date its event says that a thing is built or handed over, which may be before it opens."""
    said = dating(claim, context) if claim.event == "opening" else None
    return said is not None and _is_by(claim, said, said.vocabulary.datings_done)


def is_from(claim: Claim, context: Context) -> bool:
    """Whether a date is told as the first day of use: "dal 5 agosto"; a ceremony may come before."""
    said = dating(claim, context)
    return said is not None and said.vocabulary.starting.at(said.own, 0) is not None


def is_late(claim: Claim, context: Context) -> bool:
    """Whether a duration is a delay: "seven years late"."""
    said = dating(claim, context)
    if said is None or claim.measure != "duration":
        return False
    late = said.vocabulary.datings_late
    return bool(late.find(said.own)) or _near(said, late, LATE_REACH, context, alone=False) is not None


def phase(claim: Claim, context: Context) -> str | None:
    """The part of a thing that a date is of: "1" for "the first phase", "2" for "Unit 2"; None for all of it."""
    if claim.scope == "first_phase":
        return FIRST
    said = dating(claim, context)
    return _near(said, said.vocabulary.datings_phases, PHASE_REACH, context, alone=False) if said else None


def _near(
    said: Dating, phrases: Phrases[T], reach: tuple[int, int], context: Context, *, alone: bool
) -> T | None:  # fmt: skip
    """The value of the phrase nearest before a figure, else of one right behind it; `alone`: no other date between."""
    claim = said.claim
    before = [w for w in said.words if w.end <= claim.start]
    behind = [w for w in said.words if w.start >= claim.end]
    others = [c for c in context.claims if c.source == claim.source and c.unit == "date" and c.id != claim.id]
    for value, _, last in reversed(phrases.find(before)):
        between = before[last:]
        if len(between) > reach[0] or any(w.text in STOPS for w in between):
            break
        end = before[last - 1].end
        if not (alone and any(end <= c.start < claim.start for c in others)):
            return value
        break
    for value, at, _ in phrases.find(behind):
        between = behind[:at]
        if len(between) <= reach[1] and not any(
            w.text in STOPS | ({","} if reach[1] < FAR else set()) for w in between
        ):
            return value
        break
    return None


# --- days and years


YEAR_DAYS = Decimal("365.25")
QUARTER_DAYS = timedelta(days=91)


def days(claim: Claim) -> tuple[date, date] | None:
    """The first and the last day of a date as printed; an open end is closed as far as the words tell: "by 2032" is
    held to be of 2032, "not before the fourth quarter" of that quarter."""
    low, high = claim.low, claim.high
    if isinstance(low, date) and isinstance(high, date):
        return low, high
    if isinstance(high, date):
        return (high.replace(month=1, day=1) if (high.month, high.day) == (12, 31) else high.replace(day=1)), high
    if isinstance(low, date):
        return low, (low.replace(month=12, day=31) if (low.month, low.day) == (1, 1) else low + QUARTER_DAYS)
    return None


def apart(early: Claim, late: Claim) -> Interval | None:
    """How many years lie between two dates, from the least to the most that their days allow."""
    first, last = days(early), days(late)
    if first is None or last is None:
        return None
    return Interval(Decimal((last[0] - first[1]).days) / YEAR_DAYS, Decimal((last[1] - first[0]).days) / YEAR_DAYS)


IN_YEARS = {"year": Decimal(1), "month": Decimal(1) / 12, "week": 7 / YEAR_DAYS, "day": 1 / YEAR_DAYS}


def years(claim: Claim, context: Context) -> Interval | None:
    """What a duration stands for, in years."""
    factor = IN_YEARS.get(claim.unit)
    low, high, rounded = context.interval(claim)
    if claim.measure != "duration" or factor is None:
        return None
    return Interval(None if low is None else low * factor, None if high is None else high * factor, rounded)


def delays(sources: Sequence[str], context: Context) -> list[Claim]:
    """The delays that some sources tell."""
    return [c for c in context.claims if c.source in sources and c.measure == "duration" and is_late(c, context)]
