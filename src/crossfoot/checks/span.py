"""A number of years that does not lie between the days it is said to lie between.

What it finds
    "Nine years after the start of works", "under construction for nine years", "works of seven years", "the 64-year-old
    stadium", where no dates that the story gives for these events lie so far apart.
Why it matters
    Readers remember the number of years, and it is counted from a date that another source, or another sentence, tells
    differently.
Example
    Works of three and a half years, from the first months of 2017 to the end of 2021.
When it is no error
    Another phase; the works of a part, which take less time than the whole; a date that no source gives; years that
    are rounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from crossfoot.amounts import figure
from crossfoot.datings import YEAR_DAYS, days, is_fact, is_first, is_given_up, phase, years
from crossfoot.intervals import Interval
from crossfoot.model import Claim, Finding
from crossfoot.periods import published_period
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.slots import is_history, one_statement
from crossfoot.stretches import OPENED, START, Stretch, stretch

SLACK = {"year": Decimal("0.5"), "month": Decimal("0.25")}
"""How far, in years, a told number may be from what lies between the dates: years are counted whole."""
NEAR = Decimal("0.2")
"""An age further than this from what the dates give is that of another thing, or of one that was there before."""
Days = tuple[date, date]


Ends = list[tuple[Days, Claim | None]]
"""The days that may be the other end of a stretch, each with the claim that prints them; None: the day of the text."""


class Miss(NamedTuple):
    """A number of years that fits no dates, with those that it was held against."""

    claim: Claim
    said: Stretch
    starts: list[Claim]
    ends: Ends


def check(context: Context) -> Iterator[Finding]:
    """Numbers of years of the story against the dates of the events that they are counted from and to."""
    misses: dict[tuple[str, str, Stretch], list[Miss]] = {}
    for claim in sorted(context.claims, key=lambda c: (c.source, c.start)):
        said = stretch(claim, context) if context.origin(claim.source) == claim.source else None
        miss = _miss(claim, said, context) if said else None
        if miss:
            misses.setdefault((claim.subject, figure(claim), miss.said), []).append(miss)
    for found in misses.values():
        yield _finding(found, context)


def _miss(claim: Claim, said: Stretch, context: Context) -> Miss | None:
    """The duration, where dates of both its ends are told and no two of them lie so far apart."""
    part = phase(claim, context)
    dates = [
        c for c in sorted(context.claims, key=lambda c: (c.source, c.start))
        if c.unit == "date" and c.subject == claim.subject and days(c) and phase(c, context) == part
        and not is_given_up(c, context) and not is_first(c, context)
    ]  # fmt: skip
    starts = [c for c in dates if c.event in said.beginning and _is_told(c, claim, context)]
    first = min((d[0] for c in starts if (d := days(c))), default=date.max)
    ends = [(d, c) for d, c in _ends(claim, said, dates, context) if d[1] >= first]
    told = _widened(claim, context)
    if not starts or not ends or told is None or any(_fits(told, days(s), e) for s in starts for e, _ in ends):
        return None
    if said.beginning == OPENED and said.end == "now" and not _is_near(told, starts, ends):
        return None  # a bridge that was replaced is older than the new one
    if said.end == "opening" and _is_shorter(told, starts, ends) and not _in_one_breath(claim, starts, ends, context):
        return None
    return Miss(claim, said, starts, ends)


def _finding(misses: Sequence[Miss], context: Context) -> Finding:
    claim, said, starts, ends = misses[0]
    named = [c for _, c in ends if c is not None]
    event = min(c.event or "" for c in starts).replace("_", " ")
    first = joined(label(found[0]) for found in by_number(starts).values())
    alone = said.end == "told" and claim.target_date
    last = joined(label(found[0]) for found in by_number(named).values()) if named else alone or context.as_of(claim)
    other = last if named or alone else f"{last}, when the text was written"
    return finding(
        "date", "tension", claim.subject, "duration",
        [side(f"{figure(claim)} {said.words}", [m.claim for m in misses], context),
         side(f"{event} in {first}", starts, context)],
        f"{claim.subject}: {figure(claim)} {said.words}, but from {first} to {last} it is {_shown(starts, ends)}",
        [*(f"“{' '.join(m.claim.quote.split())}” ({m.claim.source}) is told as the time {said.words}" for m in misses),
         f"the story gives {first} for the {event}; the other end is {other}",
         "no two of these dates lie so far apart, whole years counted either way"],
        cause="the years are counted from another date, or a date is wrong", confidence=0.5,
    )  # fmt: skip


def _is_told(start: Claim, claim: Claim, context: Context) -> bool:
    """Whether a beginning is a fact, or a plan of the same time as the duration."""
    return is_fact(start, context) or is_history(start, claim, context) is False or start.source == claim.source


def _ends(claim: Claim, said: Stretch, dates: Sequence[Claim], context: Context) -> Ends:
    """The days that may be the other end, each with the claim that prints them."""
    written = published_period(context.as_of(claim))
    now: Ends = [((written.low, written.high), None)] if written else []
    if said.end == "now":
        return now
    if said.end == "opening":
        events = OPENED | {"full_capacity"}
        return [(d, c) for c in dates if c.event in events and _is_told(c, claim, context) and (d := days(c))]
    told = published_period(claim.target_date) if said.beginning == START else None
    if told:
        return [((told.low, told.high), None)]  # "in 2030, ten years after works began"
    own = [c for c in dates if c.source == claim.source and c.event not in said.beginning]
    near = [c for c in own if one_statement(c, claim, context)]
    ends: Ends = [(d, c) for c in near or own if (d := days(c))]
    return ends if near else [*ends, *now]


def _widened(claim: Claim, context: Context) -> Interval | None:
    """The years that a duration stands for, with what counting whole years leaves open."""
    told, slack = years(claim, context), SLACK[claim.unit]
    if told is None:
        return None
    if not isinstance(claim.low, Decimal) or claim.low != int(claim.low):
        slack = Decimal(0)  # a printed half is no rounding
    return Interval(
        None if told.low is None else told.low - slack, None if told.high is None else told.high + slack
    )  # fmt: skip


def _fits(told: Interval, start: Days | None, end: Days) -> bool:
    return start is not None and told.meets(_apart(start, end))


def _apart(start: Days, end: Days) -> Interval:
    return Interval(Decimal((end[0] - start[1]).days) / YEAR_DAYS, Decimal((end[1] - start[0]).days) / YEAR_DAYS)


def _is_shorter(told: Interval, starts: Sequence[Claim], ends: Ends) -> bool:
    """Whether a told time is less than lies between any of the dates: it may be that of a part."""
    lows = [_apart(s, e).low for c in starts if (s := days(c)) for e, _ in ends]
    return told.high is not None and all(low is not None and told.high < low for low in lows)


def _is_near(told: Interval, starts: Sequence[Claim], ends: Ends) -> bool:
    """Whether an age is of the size that the dates allow: it is of the same thing, and one of the two is wrong."""
    each = [_apart(s, e) for c in starts if (s := days(c)) for e, _ in ends]
    return any(
        None not in (told.low, told.high, i.low, i.high)
        and told.meets(Interval((i.low or 0) * (1 - NEAR), (i.high or 0) * (1 + NEAR)))
        for i in each
    )


def _in_one_breath(claim: Claim, starts: Sequence[Claim], ends: Ends, context: Context) -> bool:
    """Whether the text of a duration tells both the start and the end, one of them right beside it."""
    own = [c for c in (*starts, *(c for _, c in ends if c is not None)) if c.source == claim.source]
    both = any(c in starts for c in own) and any(c not in starts for c in own)
    return both and any(one_statement(c, claim, context) for c in own)


def _shown(starts: Sequence[Claim], ends: Ends) -> str:
    """The least and the most that the dates allow."""
    each = [_apart(s, e) for c in starts if (s := days(c)) for e, _ in ends]
    low, high = min(i.low or Decimal(0) for i in each), max(i.high or Decimal(0) for i in each)
    return f"{low:.1f} years" if f"{low:.1f}" == f"{high:.1f}" else f"{low:.1f} to {high:.1f} years"
