"""A delay that does not fit the dates.

What it finds
    "Seven years late" where no former or first date of the story lies seven years before the date that the text gives;
    two delays of years that count back to different plans from the new dates told with them.
Why it matters
    The delay is what readers remember, and it is often counted from another plan, or not counted again.
Example
    "Not before the end of 2018, seven years late", of what was planned for 2012.
When it is no error
    A further delay on top of an earlier one; any former plan that fits; "about" and months of two dates that only meet;
    a delay of a year or two, which may be counted from the latest plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from crossfoot.amounts import figure
from crossfoot.datings import apart, days, delays, is_fact, is_first, is_given_up, phase, years
from crossfoot.intervals import Interval
from crossfoot.model import Claim, Finding, Group
from crossfoot.sides import Context, by_number, finding, joined, label, lead, side
from crossfoot.slots import is_history, one_statement, size

HALF = Decimal("0.5")
"""How far whole years may be from the middle of what the dates allow, where the years of the calendar do not fit."""


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Delays of the group's opening that none of its former dates explains."""
    if group.measure != "date" or group.claims[0].event != "opening":
        return
    yield from _counted_differently(group, context)
    former = [c for c in group.claims if is_given_up(c, context) or is_first(c, context)]
    sources = {c.source for c in group.claims if context.origin(c.source) == c.source}
    for delay in delays(sorted(sources), context) if former else ():
        if delay.scope == "additional" or delay.subject != group.subject:
            continue
        near = [c for c in group.claims if c not in former and one_statement(c, delay, context)]
        news = by_number(c for c in near if c.source == delay.source)
        told = years(delay, context)
        if len(news) != 1 or told is None:
            continue
        new = lead(next(iter(news.values())))
        if not _is_counted(delay, new):
            continue
        olds = [c for c in former if phase(c, context) == phase(new, context) and _is_earlier(c, new)]
        plans = [c for c in group.claims if _is_earlier(c, new) and not is_fact(c, context)]
        if olds and not any(_fits(told, delay, old, new) for old in plans):
            yield _finding(delay, new, olds, told, context)


def _is_counted(delay: Claim, new: Claim) -> bool:
    """Whether a delay can be counted back: a number of years, or "at least three years" for "not before 2015"."""
    return delay.modifier == "exact" or delay.modifier == new.modifier == "at_least"


LONG, AT_MOST = Decimal(3), 2
"""Years of a delay that is counted from the first plan; how much longer another one of the same plan may be told."""


class Late(NamedTuple):
    """A delay, and the new date told with it."""

    claim: Claim
    length: Interval
    new: tuple[date, date] | None


def _counted_differently(group: Group, context: Context) -> Iterator[Finding]:
    """Long delays of texts that lead back to different plans, from the new dates told with them.

    Of two texts of the same days one may tell the new date elsewhere.
    """
    told = [
        late for d in delays(sorted({c.source for c in group.claims}), context) if (late := _late(d, group, context))
    ]
    apart = [
        (a.claim, b.claim) for a, b in combinations(told, 2)
        if context.origin(a.claim.source) != context.origin(b.claim.source) and _lead_apart(a, b, context)
    ]  # fmt: skip
    if apart:
        yield _delays_apart([late.claim for late in told if any(late.claim in pair for pair in apart)], context)


def _late(delay: Claim, group: Group, context: Context) -> Late | None:
    """A delay of years of the group's opening, where no two new dates stand beside it."""
    length = years(delay, context)
    if delay.subject != group.subject or delay.scope == "additional" or length is None:
        return None
    if (length.low or length.high or 0) < LONG - HALF:
        return None
    news = [c for c in group.claims if one_statement(c, delay, context) and c.source == delay.source]
    news = [c for c in news if not is_given_up(c, context) and not is_first(c, context)]
    return Late(delay, length, days(news[0]) if len(news) == 1 else None) if len(news) <= 1 else None


def _lead_apart(a: Late, b: Late, context: Context) -> bool:
    """Whether two delays lead back to different plans, and are near enough to be of one."""
    small, large = sorted(size(late.claim) for late in (a, b))
    if a.claim.unit != b.claim.unit or large > AT_MOST * small:
        return False
    ends = a.new or _shared(a, b, context), b.new or _shared(b, a, context)
    if ends[0] is None or ends[1] is None:
        return False
    return not _plan(ends[0], a.length).meets(_plan(ends[1], b.length))


def _shared(late: Late, other: Late, context: Context) -> tuple[date, date] | None:
    """The new date told with the other delay, where the text of this one is of the same days and prints it, too."""
    if other.new is None or is_history(late.claim, other.claim, context) is not False:
        return None
    own = (days(c) for c in context.claims if c.unit == "date" and c.source == late.claim.source)
    return other.new if any(d is not None and d[0] <= other.new[1] and d[1] >= other.new[0] for d in own) else None


def _plan(end: tuple[date, date], length: Interval) -> Interval:
    """The years in which a plan lay that is so much earlier than a date, whole years being counted or rounded."""
    first, last = Decimal(end[0].year), Decimal(end[1].year)
    low = None if length.high is None else first - length.high - HALF
    return Interval(low, None if length.low is None else last - length.low + HALF)


def _delays_apart(told: Sequence[Claim], context: Context) -> Finding:
    each = list(by_number(told).values())
    return finding(
        "date", "tension", told[0].subject, "duration",
        [side(f"{figure(found[0])} late", found, context) for found in each],
        f"{told[0].subject}: a delay of {joined(figure(found[0]) for found in each)}",
        [*(f"“{' '.join(found[0].quote.split())}” ({found[0].source}) stands for {figure(found[0])}" for found in each),
         "from the dates that the texts tell with them, they lead back to different plans"],
        cause="the delays are counted from different plans, or one of them wrongly", confidence=0.5,
    )  # fmt: skip


def _is_earlier(old: Claim, new: Claim) -> bool:
    first, last = days(old), days(new)
    return first is not None and last is not None and first[1] < last[0]


def _fits(told: Interval, delay: Claim, old: Claim, new: Claim) -> bool:
    """Whether a delay is what lies between two dates.

    Whole years are counted from year to year of the calendar, or rounded: from 2012 to the end of 2018 it is six.
    """
    between, first, last = apart(old, new), days(old), days(new)
    if between is None or first is None or last is None or not told.meets(between):
        return False
    count = delay.low
    if delay.unit != "year" or not isinstance(count, Decimal) or count != int(count):
        return True
    middle = ((between.low or Decimal(0)) + (between.high or Decimal(0))) / 2
    return count == last[0].year - first[1].year or abs(count - middle) <= HALF


def _finding(delay: Claim, new: Claim, olds: list[Claim], told: Interval, context: Context) -> Finding:
    by_date = list(by_number(olds).values())
    was = joined(label(found[0]) for found in by_date)
    return finding(
        "date", "tension", delay.subject, "duration",
        [side(f"{figure(delay)} late, for {label(new)}", [delay], context), side(f"{was} before", olds, context)],
        f"{delay.subject}: “{' '.join(delay.quote.split())}” for {label(new)}, but it was planned for {was} before",
        [*(f"from {label(found[0])} ({found[0].source}) to {label(new)} ({new.source}) it is {_shown(found[0], new)}"
           for found in by_date),
         f"“{' '.join(delay.quote.split())}” ({delay.source}) stands for {figure(delay)}",
         "no former date of the story lies that far before"],
        cause="the delay is counted from a plan that no source gives, or wrongly",
        confidence=0.5 if any(_meets(told, old, new) for old in olds) else 0.7,
    )  # fmt: skip


def _meets(told: Interval, old: Claim, new: Claim) -> bool:
    between = apart(old, new)
    return between is not None and told.meets(between)


def _shown(old: Claim, new: Claim) -> str:
    """How many years lie between two dates, as their days allow."""
    between = apart(old, new)
    assert between is not None and between.low is not None and between.high is not None
    low, high = (f"{value:.1f}" for value in (between.low, between.high))
    return f"{low} years" if low == high else f"{low} to {high} years"
