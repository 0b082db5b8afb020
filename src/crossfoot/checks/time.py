"""Figures of one thing for different years, and estimates made at different times.

What it finds
    A figure that grows from one target year to the next, and estimates that followed each other.
Why it matters
    Side by side without their years they look like a disagreement; where one year is told in two ways, they are one.
Example
    600 MW in 2028, 1.2 GW in 2030, and 1.5 GW in 2030 elsewhere.
When it is no error
    Later years with larger figures, each year told in one way only: then it is explained.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from crossfoot.amounts import figure
from crossfoot.groups import BY_NOUN
from crossfoot.model import Claim, Finding, Group
from crossfoot.periods import published_period
from crossfoot.sides import Context, by_number, finding, joined, label, lead, side, with_same_number
from crossfoot.slots import is_history, is_money, kin


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Figures of the group that differ and are said of, or made at, different times."""
    if group.measure == "date" or group.measure in BY_NOUN:
        return
    for unit in sorted({c.unit for c in group.claims}):
        claims = [c for c in group.claims if c.unit == unit and not c.converts]
        yield from _trajectory(group, claims, context)
        yield from _history(group, claims, context)


def _trajectory(group: Group, claims: list[Claim], context: Context) -> Iterator[Finding]:
    cumulated = [c for c in _cumulated(group, context) if c.unit in {k.unit for k in claims}]
    dated = [c for c in claims if c.target_date and kin(c, claims) not in ("part", "addition")] + cumulated
    years = sorted({c.target_date[:4] for c in dated if c.target_date})
    if len(years) < 2 or not _differ(dated, context):
        return
    twice = [
        year for year in years
        if not is_money(dated[0])  # sums of one year are paid for this and for that; the value check tells rivals
        and _differ([c for c in dated if c.target_date and c.target_date[:4] == year], context)
    ]  # fmt: skip
    sides = [
        side(label(found[0], year=True), found, context) for found in by_number(with_same_number(dated, group)).values()
    ]
    reasons = [f"said of {joined(years)}: the years explain a difference between them"]
    if cumulated:
        reasons.append(
            f"{figure(lead(cumulated))} is told for {lead(cumulated).subject}, as what adds up to then: "
            "it may be the state of the whole plan"
        )
    if twice:
        reasons.append(
            f"{joined(twice)} has figures that cannot both be true, so the years explain only a part of the difference"
        )
    yield finding(
        "time", "tension" if twice else "explained", group.subject, group.measure, sides,
        f"{group.subject}: {joined(s.label for s in sides)}", reasons,
    )  # fmt: skip


def _cumulated(group: Group, context: Context) -> list[Claim]:
    """For a plan: what its places have "in all" by some year, which counts what was there before."""
    if not group.subject.endswith("(plan)"):
        return []
    telling = {c.source for c in group.claims}
    places = {c.subject for c in context.claims if c.source in telling} - {group.subject}
    return [
        c for other in context.groups if other.measure == group.measure and other.subject in places
        for c in other.claims if c.scope == "cumulative" and c.target_date and c.per is None
    ]  # fmt: skip


def _differ(claims: list[Claim], context: Context) -> bool:
    """Whether two of the figures exclude each other."""
    return any(not context.interval(a).meets(context.interval(b)) for a, b in combinations(claims, 2))


def _history(group: Group, claims: list[Claim], context: Context) -> Iterator[Finding]:
    """Estimates that were made one after the other."""
    open_ones = [
        c for c in claims if kin(c, claims) not in ("part", "addition") and not c.target_date and c.per is None
    ]
    moved = [
        (a, b) for a, b in combinations(open_ones, 2)
        if is_history(a, b, context) and not context.interval(a).meets(context.interval(b))
    ]  # fmt: skip
    if not moved:
        return
    told = [c for c in open_ones if any(c in pair for pair in moved)]
    sides = [side(f"{label(found[0])} ({_when(found, context)})", found, context) for found in by_number(told).values()]
    yield finding(
        "time", "explained", group.subject, group.measure, sides,
        f"{group.subject}: estimates that followed each other, {joined(s.label for s in sides)}",
        ["the sources are of different dates: successive estimates of one thing"],
    )  # fmt: skip


def _when(claims: list[Claim], context: Context) -> str:
    """The months in which a figure was told."""
    dates = sorted({(context.as_of(c) or "")[:7] for c in claims} - {""})
    periods = [d for d in dates if published_period(d)]
    return periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}" if periods else "no date"
