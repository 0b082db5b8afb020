"""The same number of two currencies.

What it finds
    One subject, one kind of figure, the same digits, and another currency: EUR 52 bn here, USD 52 bn there.
Why it matters
    Both cannot be true unless the two currencies are worth the same; one source has slipped.
Example
    "52 milliards d'euros" and "52 milliards de dollars" for one plan.
When it is no error
    A conversion in brackets prints other digits; a rate near one can make both true, and is then named.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from crossfoot import rates
from crossfoot.amounts import figure
from crossfoot.model import Claim, Finding, Group, Verdict
from crossfoot.periods import published_period
from crossfoot.sides import Context, by_number, finding, joined, side

MONEY = frozenset({"investment", "price", "revenue", "funding"})
NEAR_ONE = Decimal("0.01")
"""A rate this near to one makes two equal numbers agree as printed."""
ROUND = 1
"""Significant digits of a number that may well be the same by chance."""


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Numbers of the group that are printed in more than one currency."""
    if group.measure not in MONEY:
        return
    by_bound: dict[Decimal, list[Claim]] = {}
    for claim in group.claims:
        if not claim.converts:
            for bound in {b for b in (claim.low, claim.high) if isinstance(b, Decimal)}:
                by_bound.setdefault(bound, []).append(claim)
    done: set[frozenset[str]] = set()
    for bound, claims in sorted(by_bound.items()):
        units = sorted({c.unit for c in claims})
        every = frozenset(c.id for c in claims)
        if len(units) > 1 and every not in done:
            done.add(every)
            yield _finding(group, bound, claims, units, context)


def _finding(group: Group, bound: Decimal, claims: list[Claim], units: list[str], context: Context) -> Finding:
    sides = [side(_label(claims, unit), [c for c in claims if c.unit == unit], context) for unit in units]
    day = _day(claims, context)
    rate = rates.rate(units[0], units[1], day) if day else None
    reasons = [f"the same number, {bound.normalize():,f}, is printed in {joined(units)}"]
    bridged = False
    if rate:
        bridged = abs(rate.value - 1) <= NEAR_ONE
        converted = (bound * rate.value).quantize(Decimal(1))
        reasons.append(
            f"1 {rate.base} was {rate.value:.4f} {rate.quote} on {rate.day} (European Central Bank): "
            f"{rate.base} {bound.normalize():,f} would be {rate.quote} {converted:,f}, not the same number"
        )
    elif not day:
        reasons.append("no source gives a date, so no rate was applied; no rate makes two equal numbers equal worth")
    digits = len(bound.normalize().as_tuple().digits)
    weak = digits <= ROUND and bound < 10**9
    verdict: Verdict = "explained" if bridged else "tension" if weak else "conflict"
    return finding(
        "currency", verdict, group.subject, group.measure, sides,
        f"{group.subject}: {joined(s.label for s in sides)}, the same number in {len(units)} currencies",
        reasons, cause=None if bridged else "currency slip", confidence=0.6 if weak else 0.95,
    )  # fmt: skip


def _label(claims: list[Claim], unit: str) -> str:
    """The figure as most of the side's claims print it."""
    forms = by_number(c for c in claims if c.unit == unit)
    most = max(forms.values(), key=len)
    return figure(most[0])


def _day(claims: list[Claim], context: Context) -> date | None:
    """The first day on which one of the claims was published."""
    days = [period.high for c in claims if (period := published_period(context.as_of(c)))]
    return min(days, default=None)
