"""A date told in words that count from the text's own date, and in figures that do not fit it.

What it finds
    "Next year, in 2030" in a text of 2024; "two years ago (2019)"; "in ten years, in 2030".
Why it matters
    The words were copied from an older text, or the year is wrong; a reader cannot know which.
Example
    A bridge that "will open in ten years, in 2030", in an article of 2024.
When it is no error
    Years are counted whole and rounded: one year more or less, a tenth of many years; a list of several dates; a text
    whose own date is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from crossfoot.datings import Dating, dating
from crossfoot.model import Claim, Finding
from crossfoot.sides import Context, finding, label, side

MARKS = frozenset(",(–—")
"""What sets the one date beside the other; "from last year to 2030" is a stretch."""
REACH = 4
"""Words and marks between the two: ", that is in"."""
TENTH = 10
"""Of so many years one is rounding."""
YEAR = 4


def check(context: Context) -> Iterator[Finding]:
    """Dates of the story that stand beside a relative one and do not fit it; a copy's are its original's."""
    dates = [c for c in context.claims if c.unit == "date" and context.origin(c.source) == c.source]
    dates.sort(key=lambda c: (c.source, c.start))
    rows: list[list[Claim]] = []
    for a, b in pairwise(dates):
        if a.source == b.source and _is_beside(a, b, context):
            if rows and rows[-1][-1] is a:
                rows[-1].append(b)
            else:
                rows.append([a, b])
    for row in rows:
        if len(row) == 2 and _has_year(row[0]) != _has_year(row[1]):
            relative, named = sorted(row, key=_has_year)
            if not _fits(relative, named, context):
                yield _finding(relative, named, context)


def _is_beside(a: Claim, b: Claim, context: Context) -> bool:
    """Whether a mark and small words alone part two dates of one sentence."""
    said = dating(a, context)
    if said is None or b.end > said.words[-1].end:
        return False
    between = [w for w in said.words if a.end <= w.start and w.end <= b.start]
    return (
        len(between) <= REACH
        and any(w.text in MARKS for w in between)
        and all(w.text in MARKS or w.key in said.vocabulary.stop for w in between)
        and not said.vocabulary.ands.find(between)
        and not _goes_on(said, b)
    )


def _goes_on(said: Dating, last: Claim) -> bool:
    """Whether an "and" behind the dates makes them two of a list."""
    behind = [w for w in said.words if w.start >= last.end]
    return bool(behind) and said.vocabulary.ands.at(behind, 0) is not None


def _has_year(claim: Claim) -> bool:
    """Whether a year is printed."""
    digits = "".join(c if c.isdigit() else " " for c in claim.quote).split()
    return any(len(d) == YEAR for d in digits)


def _fits(relative: Claim, named: Claim, context: Context) -> bool:
    """Whether the two may be one date, as years are counted."""
    ends = [d.year for d in (relative.low, relative.high, named.low, named.high) if isinstance(d, date)]
    told = context.as_of(relative)
    if len(ends) != YEAR or not told:
        return True
    first, last, low, high = ends
    if relative.modifier == "exact":
        return low <= last and first <= high
    far = max(abs(first - int(told[:YEAR])), abs(last - int(told[:YEAR])))
    slack = max(1, -(-far // TENTH))
    return low <= last + slack and first - slack <= high


def _finding(relative: Claim, named: Claim, context: Context) -> Finding:
    words = " ".join(relative.quote.split())
    return finding(
        "date", "tension", relative.subject, "date",
        [side(f"“{words}”: {label(relative)}", [relative], context), side(label(named), [named], context)],
        f"{relative.subject}: “{words}” and {label(named)} do not fit a text of {context.as_of(relative)}",
        [f"{relative.source} is of {context.as_of(relative)}, so that “{words}” is {label(relative)}",
         f"right beside it stands {label(named)}",
         "both hold only if the words count from another day than that of the text"],
        cause="the words are of an older text, or the year is wrong", confidence=0.7,
    )  # fmt: skip
