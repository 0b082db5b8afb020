"""A weekday that is not that day's.

What it finds
    A date printed with a weekday on which, in the calendar, it does not fall.
Why it matters
    The weekday or the day is wrong, and readers who want to be there come on another day.
Example
    "Monday 14 May 2024", which was a Tuesday.
When it is no error
    A range of days; a date whose numbers may be day and month or month and day; a year that the text leaves out and
    that may not be the one of the publication is a tension only.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from crossfoot.datings import dating
from crossfoot.model import Claim, Finding
from crossfoot.sides import Context, finding, side
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import fold


def check(context: Context) -> Iterator[Finding]:
    """Days of the story with another's weekday; a copy's are its original's."""
    for claim in context.claims:
        day = _day(claim)
        if day is None or context.origin(claim.source) != claim.source:
            continue
        said = dating(claim, context)
        named = _weekdays([w.text for w in said.own], said.vocabulary) if said else []
        if len(named) != 1 or named[0] == day.weekday() or "ambiguous" in " ".join(claim.reading):
            continue
        printed, real = calendar.day_name[named[0]], calendar.day_name[day.weekday()]
        has_year = str(day.year) in claim.quote
        shown = f"{day.day} {calendar.month_name[day.month]} {day.year}"
        yield finding(
            "date", "conflict" if has_year else "tension", claim.subject, "date",
            [side(f"a {printed}", [claim], context), side(f"{shown}, a {real}", [claim], context)],
            f"“{' '.join(claim.quote.split())}”: {shown} is a {real}, not a {printed}",
            [f"“{' '.join(claim.quote.split())}” ({claim.source}) names a {printed}",
             f"in the calendar {shown} is a {real}",
             *([] if has_year else [f"the year is not printed; the nearest to the publication is {day.year}"])],
            cause="the weekday or the day is wrong", confidence=0.9 if has_year else 0.6,
        )  # fmt: skip


def _day(claim: Claim) -> date | None:
    """The one day that a date names, a deadline's last and a floor's first day included."""
    ends = {bound for bound in (claim.low, claim.high) if bound is not None}
    only = ends.pop() if claim.unit == "date" and len(ends) == 1 else None
    return only if isinstance(only, date) else None


def _weekdays(words: list[str], vocabulary: Vocabulary) -> list[int]:
    """The weekdays among the words of a date, Monday 0."""
    names = {fold(name): n for n, forms in enumerate(vocabulary.language.dates.weekdays) for name in forms}
    return [names[fold(word)] for word in words if fold(word) in names]
