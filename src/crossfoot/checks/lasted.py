"""Two lengths of the works on one thing.

What it finds
    Works that are over and that took so many years here, and clearly more of them there.
Why it matters
    How long it took is what a report of an opening tells first, and no date beside it shows which number is right.
Example
    "Opened after seventeen years of works" here, "after twenty years of works" there.
When it is no error
    Works that go on, or are planned; a part or a phase; one year more or less, which is a way of counting; works that
    ended at another time; another kind of works, which take half as long again; a text that tells both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from crossfoot.amounts import figure
from crossfoot.datings import IN_YEARS, is_fact, is_first, is_given_up, is_moved, phase, years
from crossfoot.intervals import Interval
from crossfoot.model import Claim, Finding
from crossfoot.sides import Context, by_number, finding, joined, side
from crossfoot.slots import one_statement
from crossfoot.stretches import ENDED, START, is_over, stretch

SLACK = Decimal("0.25")
"""How much of its unit a told length may be off besides its rounding: 17 and 18 years are told of the same works."""
AT_MOST = Decimal("1.5")
"""How many times as long other works of the same thing may be."""

NEAR = 183
"""Days between two dates at which works are over, for one reason or the other."""


class Length(NamedTuple):
    """How long works took, in years."""

    claim: Claim
    told: Interval


def check(context: Context) -> Iterator[Finding]:
    """The lengths of the works on each subject, held against each other."""
    lengths: dict[str, list[Length]] = {}
    for claim in sorted(context.claims, key=lambda c: (c.source, c.start)):
        if context.origin(claim.source) == claim.source and (length := _length(claim, context)):
            lengths.setdefault(claim.subject, []).append(length)
    for subject, found in lengths.items():
        pairs = [(a.claim, b.claim) for a, b in combinations(found, 2) if _is_apart(a, b, found, context)]
        if pairs:
            yield _finding(subject, pairs, [length.claim for length in found], context)


def _length(claim: Claim, context: Context) -> Length | None:
    """The length, where a duration is that of all the works, and they are over."""
    said = stretch(claim, context)
    if said is None or said.beginning != START or said.end == "now" or not is_over(claim, context):
        return None
    if phase(claim, context) or is_given_up(claim, context) or is_first(claim, context) or is_moved(claim, context):
        return None
    told, slack = years(claim, context), SLACK * IN_YEARS[claim.unit]
    if told is None or told.low is None or told.high is None:
        return None
    return Length(claim, Interval(told.low - slack, told.high + slack))


def _is_apart(a: Length, b: Length, found: Sequence[Length], context: Context) -> bool:
    """Whether two lengths are of the same works and cannot both be true, and no text tells both."""
    mine, theirs = context.origin(a.claim.source), context.origin(b.claim.source)
    if mine == theirs or a.told.meets(b.told) or _end_apart(a.claim, b.claim, context):
        return False
    if any(
        length.claim.source == source and length.told.meets(other.told)
        for source, other in ((mine, b), (theirs, a)) for length in found
    ):  # fmt: skip
        return False
    short, long = sorted(i.low or Decimal(0) for i in (a.told, b.told))
    return long <= AT_MOST * short


def _end_apart(a: Claim, b: Claim, context: Context) -> bool:
    """Whether the works are told to have ended at different times."""
    ours, theirs = _ends(a, context), _ends(b, context)
    return bool(ours and theirs) and not any(_is_near(i, j) for i in ours for j in theirs)


def _is_near(a: Interval, b: Interval) -> bool:
    """Whether two days are of one opening: handed over on one, opened on the next."""
    return Interval(a.low and a.low - NEAR, a.high and a.high + NEAR).meets(b)


def _ends(claim: Claim, context: Context) -> list[Interval]:
    """The days of opening that a text tells with a length."""
    return [
        context.interval(c) for c in context.claims
        if c.event in ENDED and c.subject == claim.subject and one_statement(c, claim, context) and is_fact(c, context)
    ]  # fmt: skip


def _finding(
    subject: str, pairs: Sequence[tuple[Claim, Claim]], claims: Sequence[Claim], context: Context
) -> Finding:  # fmt: skip
    told = by_number(c for c in claims if any(c in pair for pair in pairs)).values()
    return finding(
        "date", "tension", subject, "duration",
        [side(f"{figure(found[0])} of works", found, context) for found in told],
        f"{subject}: works of {joined(figure(found[0]) for found in told)}",
        [*(f"“{' '.join(found[0].quote.split())}” ({found[0].source}) is told as how long the works took"
           for found in told),
         "the works are over, and whole years or months, however counted, lie nearer together"],
        cause="the years are counted from different beginnings, or one number is wrong", confidence=0.6,
    )  # fmt: skip
