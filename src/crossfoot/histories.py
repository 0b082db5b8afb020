"""Two figures that were told at different times -> why no time explains their difference, where none does.

Estimates follow each other, and what is built grows. But what lies in the ground has one length, what has been spent
stays spent, what is to be built hardly becomes cheaper unsaid, and a figure told both before and after another one was
not revised in between.
"""

from __future__ import annotations

from decimal import Decimal

from crossfoot.model import Claim, Group
from crossfoot.sides import Context
from crossfoot.slots import DIMENSIONS, is_history, size, slots
from crossfoot.things import LENGTHS, PASSING

COMPARED_MONEY = ("investment", "cost", "price")
BUILT = frozenset({"power", "energy", "area", "gpu_count", "site_count"})
"""What is built has one size: a small difference is no revision."""
REVISED = Decimal("1.05")
"""Figures nearer to each other than this are told more or less exactly rather than revised."""


def times_apart(a: Claim, b: Claim) -> Decimal:
    """How many times the larger of two figures is the smaller one."""
    small, large = sorted((size(a), size(b)))
    return large / small if small > 0 else Decimal("Infinity")


def not_by_time(a: Claim, b: Claim, group: Group, context: Context) -> str | None:
    """Why the time between two figures of a group does not explain that they differ; None where it may."""
    early, late = sorted((a, b), key=lambda c: context.as_of(c) or "")
    if _stays(a, b):
        return "what is built has one size at all times"
    if _falls(early, late, context):
        return "the later sum is the lower one: what is to be built hardly becomes cheaper unsaid"
    if _is_paid_back(early, late, context):
        return "the later sum is the lower one, and what has been spent stays spent"
    if _is_told_around(a, b, group, context):
        return "one of the two is told both before and after the other, so that it was not revised in between"
    return None


def _stays(a: Claim, b: Claim) -> bool:
    """Whether no time explains a difference: what lies in the ground has one length, what is built about one size."""
    built = a.measure in BUILT or (a.thing is not None and a.thing not in PASSING)
    return a.unit in LENGTHS or a.thing in DIMENSIONS or (built and times_apart(a, b) <= REVISED)


def _falls(early: Claim, late: Claim, context: Context) -> bool:
    """Whether the later of two costs is the lower one, by little.

    Where it is lower by much, or neither is called the total, it is rather of a part; but not where its text goes on
    to say of which shares it is made.
    """
    if not {early.measure, late.measure} <= {*COMPARED_MONEY, "money_other"}:
        return False
    known = "total" in (early.scope, late.scope) and {early.measure, late.measure} <= set(COMPARED_MONEY)
    near = known and times_apart(early, late) <= REVISED
    return size(late) < size(early) and (near or context.is_broken_down(late))


def _is_paid_back(early: Claim, late: Claim, context: Context) -> bool:
    """Whether the later of two sums that have been spent is the lower one."""
    money = {early.measure, late.measure} <= set(COMPARED_MONEY) and early.status == "actual"
    return money and size(late) < size(early) and context.is_spent_sum(early) and context.is_spent_sum(late)


def _is_told_around(a: Claim, b: Claim, group: Group, context: Context) -> bool:
    """Whether one of two figures is told both before and after the other: no later estimate, and no earlier one.

    Two origins must tell it, and they and the other one must be known to be of three times.
    """
    told = {a.modifier, b.modifier} <= {"exact", "approx", "more_than"} and not (a.target_date or b.target_date)
    if not told or a.thing in PASSING:
        return False
    return any(_stands_still(x, y, group, context) for x, y in ((a, b), (b, a)))


def _stands_still(figure: Claim, between: Claim, group: Group, context: Context) -> bool:
    """Whether one origin tells a figure before another figure is told, and a second one after that."""
    same = [
        c for c in group.claims
        if (c.low, c.high, c.unit) == (figure.low, figure.high, figure.unit)
        and slots(c, figure, group.claims).comparable and is_history(c, between, context)
    ]  # fmt: skip
    now = context.as_of(between) or ""
    early = {context.origin(c.source) for c in same if (context.as_of(c) or "") < now}
    late = {context.origin(c.source) for c in same if (context.as_of(c) or "") > now}
    return bool(early) and bool(late - early)
