"""The same digits, a thousand or a million times apart, or in another unit.

What it finds
    One subject and measure, the same digits, and a factor of exactly a thousand or a million between them. The same
    number of tonnes and of cubic metres of what is heavier than water: rock, soil, concrete, steel.
Why it matters
    Millions for billions, megawatts for gigawatts, a thousands point read as a decimal, tonnes for cubic metres: the
    slips that newsrooms name first.
Example
    "52 M€" and "52 milliards d'euros" for one campus.
When it is no error
    Numbers of one digit that are the same by chance; a unit price beside a total.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from crossfoot.model import Claim, Finding, Group
from crossfoot.roles import role
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.things import MASSES

SLIPS = (Decimal(1000), Decimal(1_000_000))
FEWEST = 2
"""Significant digits that two figures must share to be taken for the same number."""


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Figures of the group that are a power of a thousand apart."""
    figures = list(by_number(c for c in group.claims if isinstance(c.low, Decimal) and c.low > 0).values())
    for n, small in enumerate(figures):
        for large in figures[n + 1 :]:
            if _is_one_kind(small[0], large[0], context) and _slipped(small[0], large[0]):
                yield _finding(group, small, large, context)
            elif small[0].unit != large[0].unit and _swapped(small, large, context):
                yield _swap(group, small, large, context)


def _is_one_kind(small: Claim, large: Claim, context: Context) -> bool:
    """Whether two figures are of one unit, and sums of one role: a fine is no price."""
    return small.unit == large.unit and role(small, context) == role(large, context)


def _slipped(small: Claim, large: Claim) -> bool:
    if not isinstance(small.low, Decimal) or not isinstance(large.low, Decimal) or small.measure == "date":
        return False
    return large.low / small.low in SLIPS and len(small.low.normalize().as_tuple().digits) >= FEWEST


HEAVY = frozenset({"rock", "soil", "concrete", "steel"})
"""Materials of which a cubic metre weighs far more than a tonne."""


def _swapped(some: list[Claim], others: list[Claim], context: Context) -> bool:
    """Whether two texts print one number for a heavy material, as a weight here and as a volume there."""
    a, b = some[0], others[0]
    heavy = a.thing == b.thing and a.thing in HEAVY and {a.unit, b.unit} <= MASSES
    same = isinstance(a.low, Decimal) and a.low == b.low and len(a.low.normalize().as_tuple().digits) >= FEWEST
    told = [{context.origin(c.source) for c in claims} for claims in (some, others)]
    return heavy and same and told[0].isdisjoint(told[1])


def _swap(group: Group, some: list[Claim], others: list[Claim], context: Context) -> Finding:
    sides = [side(label(claims[0]), claims, context) for claims in (some, others)]
    return finding(
        "unit", "tension", group.subject, group.measure, sides,
        f"{group.subject}: {joined(s.label for s in sides)}, the same number in two units",
        [f"a cubic metre of {some[0].thing} weighs far more than a tonne"], cause="another unit", confidence=0.7,
    )  # fmt: skip


def _finding(group: Group, small: list[Claim], large: list[Claim], context: Context) -> Finding:
    sides = [side(label(small[0]), small, context), side(label(large[0]), large, context)]
    return finding(
        "unit", "conflict", group.subject, group.measure, sides,
        f"{group.subject}: {joined(s.label for s in sides)}, the same digits",
        [f"the two figures are exactly {_factor(small[0], large[0])} times apart"], cause="scale slip", confidence=0.9,
    )  # fmt: skip


def _factor(small: Claim, large: Claim) -> str:
    assert isinstance(small.low, Decimal) and isinstance(large.low, Decimal)
    return f"{large.low / small.low:,.0f}"
