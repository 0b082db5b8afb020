"""The same number of two currencies.

What it finds
    One subject, one kind of figure, the same digits, and another currency: EUR 52 bn here, USD 52 bn there. The one
    sum of a story in a currency, by a text that counts in another, near what other sources tell in that other one,
    and far from it at the rate of the day.
Why it matters
    Both cannot be true unless the two currencies are worth the same; one source has slipped.
Example
    "52 milliards d'euros" and "52 milliards de dollars" for one plan; "8.3 billion dollars" in a text that counts in
    euros, where two others have 8.6 billion euros.
When it is no error
    A conversion in brackets prints other digits; a rate near one can make both true, and is then named.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from crossfoot import rates
from crossfoot.amounts import extent, figure
from crossfoot.intervals import Interval
from crossfoot.model import Claim, Finding, Group, Verdict
from crossfoot.periods import published_period
from crossfoot.rates import TOLERANCE
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.slots import is_former, is_money, slots
from crossfoot.sums import UNPRINTED

MONEY = frozenset({"investment", "price", "revenue", "funding"})
NEAR_ONE = Decimal("0.01")
"""A rate this near to one makes two equal numbers agree as printed."""
NEAR = Decimal("0.05")
"""How near two estimates of one thing lie whose currencies may have been mixed up. Chosen."""
FEWEST = 2
"""Origins that tell a sum in the story's currency before a like one in another looks like a slip."""
ROUND = 1
"""Significant digits of a number that may well be the same by chance."""


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Numbers of the group that are printed in more than one currency."""
    if group.measure not in MONEY:
        return
    by_bound: dict[Decimal, list[Claim]] = {}
    told = {(c.source, c.unit) for c in context.claims if not _is_unprinted(c)}
    for claim in group.claims:
        if not claim.converts and (claim.source, claim.unit) in told:  # a text that prints no currency has none wrong
            for bound in {b for b in (claim.low, claim.high) if isinstance(b, Decimal)}:
                by_bound.setdefault(bound, []).append(claim)
    done: set[frozenset[str]] = set()
    for bound, claims in sorted(by_bound.items()):
        units = sorted({c.unit for c in claims})
        every = frozenset(c.id for c in claims)
        if len(units) > 1 and every not in done:
            done.add(every)
            yield _finding(group, bound, claims, units, context)
    yield from _near(group, context)


def _finding(group: Group, bound: Decimal, claims: list[Claim], units: list[str], context: Context) -> Finding:
    sides = [side(_label(claims, unit), [c for c in claims if c.unit == unit], context) for unit in units]
    day = _day(claims, context)
    rate = rates.rate(units[0], units[1], day) if day else None
    printed = {c.unit: c for c in claims}
    number = extent(printed[units[0]], bound, bound).removeprefix(f"{units[0]} ")
    reasons = [f"the same number, {number}, is printed in {joined(units)}"]
    bridged = False
    if rate:
        bridged = abs(rate.value - 1) <= NEAR_ONE
        converted = (bound * rate.value).quantize(Decimal(1))
        reasons.append(
            f"1 {rate.base} was {rate.value:.4f} {rate.quote} on {rate.day} (European Central Bank): "
            f"{extent(printed[rate.base], bound, bound)} would be {extent(printed[rate.quote], converted, converted)}, "
            f"{'nearly' if bridged else 'not'} the same number"
        )
    elif not day:
        reasons.append("no source gives a date, so no rate was applied; no rate makes two equal numbers equal worth")
    digits = len(bound.normalize().as_tuple().digits)
    unsaid = {c.unit for c in claims} - {c.unit for c in claims if not _is_unprinted(c)}
    if unsaid:
        told = joined(sorted(unsaid))
        reasons.append(f"{told} is not printed with the number: it is the money next to it in its text")
    weak = bool(unsaid) or (digits <= ROUND and bound < 10**9)
    verdict: Verdict = "explained" if bridged else "tension" if weak else "conflict"
    return finding(
        "currency", verdict, group.subject, group.measure, sides,
        f"{group.subject}: {joined(s.label for s in sides)}, the same number in {len(units)} currencies",
        reasons, cause=None if bridged else "currency slip", confidence=0.6 if weak else 0.95,
    )  # fmt: skip


def _is_unprinted(claim: Claim) -> bool:
    """Whether the currency of a sum is not printed with it."""
    return any(UNPRINTED in step for step in claim.reading)


def _label(claims: list[Claim], unit: str) -> str:
    """The figure as most of the side's claims print it."""
    forms = by_number(c for c in claims if c.unit == unit)
    most = max(forms.values(), key=len)
    return figure(most[0])


def _day(claims: list[Claim], context: Context) -> date | None:
    """The first day on which one of the claims was published."""
    days = [period.high for c in claims if (period := published_period(context.as_of(c)))]
    return min(days, default=None)


# --- nearly the same number


def _near(group: Group, context: Context) -> Iterator[Finding]:
    """Sums in a currency that only one origin uses, near those of others in the currency that it counts in, too."""
    sums = [c for c in group.claims if _is_sum(c)]
    originals = {c.converts for c in context.claims}
    telling = {c.source for c in context.claims if c.subject == group.subject}
    for unit in sorted({c.unit for c in sums}):
        every = [c for c in context.claims if c.unit == unit and c.source in telling]
        odd = [c for c in sums if c.unit == unit and c.id not in originals]
        if not odd or len({context.origin(c.source) for c in every}) > 1 or len({(c.low, c.high) for c in every}) > 1:
            continue
        first = odd[0]
        home = {c.unit for c in context.claims if c.source == first.source and is_money(c)} - {unit}
        mates = [
            c for c in sums
            if c.unit in home and context.origin(c.source) != context.origin(first.source)
            and _is_like(first, c) and slots(first.model_copy(update={"unit": c.unit}), c, group.claims).comparable
        ]  # fmt: skip
        told = {c.unit for c in mates}
        if len(told) != 1 or len({context.origin(c.source) for c in mates}) < FEWEST:
            continue
        used = _rates(first, mates, context)
        if used and not any(_meets(first, rate, mate, context) for rate in used for mate in mates):
            yield _slip(group, odd, mates, used[0], context)


def _is_sum(claim: Claim) -> bool:
    """Whether a figure is one sum of the whole thing."""
    one = isinstance(claim.low, Decimal) and claim.low == claim.high and claim.low > 0
    return one and not (claim.converts or claim.listed or is_former(claim))


def _is_like(a: Claim, b: Claim) -> bool:
    """Whether two sums are nearly the same number, and not the same one."""
    assert isinstance(a.low, Decimal) and isinstance(b.low, Decimal)
    return a.low != b.low and abs(a.low - b.low) <= NEAR * b.low


def _rates(claim: Claim, mates: list[Claim], context: Context) -> list[rates.Rate]:
    """The rates at which a sum may have been converted: of its text's day, else of those of the others."""
    periods = [published_period(context.as_of(c)) for c in (claim, *mates)]
    dated = [p for p in (periods[:1] if periods[0] else periods) if p]
    days = sorted({day for period in dated for day in (period.low, period.high)})
    return [found for day in days if (found := rates.rate(claim.unit, mates[0].unit, day))]


def _meets(claim: Claim, rate: rates.Rate, mate: Claim, context: Context) -> bool:
    """Whether a sum at a rate is another one, rounding and a rate of some weeks before allowed for."""
    # "nearly 8.3 billion" is hedged by less than "nearly 8 billion": its last place tells by how much
    assert isinstance(claim.low, Decimal)
    low, high = claim.low - claim.step, claim.low + claim.step
    return Interval(low * rate.value * (1 - TOLERANCE), high * rate.value * (1 + TOLERANCE)).meets(
        context.interval(mate)
    )


def _slip(group: Group, odd: list[Claim], mates: list[Claim], rate: rates.Rate, context: Context) -> Finding:
    first, unit = odd[0], mates[0].unit
    assert isinstance(first.low, Decimal)
    worth = (first.low * rate.value).quantize(Decimal(1).scaleb(first.low.adjusted() - 2))
    shown = figure(first.model_copy(update={"unit": unit, "low": worth, "high": worth}))
    told = joined(label(same[0]) for same in by_number(mates).values())
    return finding(
        "currency", "tension", group.subject, group.measure,
        [side(figure(first), odd, context), side(told, mates, context)],
        f"{group.subject}: {figure(first)} in one source, {told} in others: nearly the same number in another currency",
        [f"1 {rate.base} was {rate.value:.4f} {rate.quote} on {rate.day} (European Central Bank): "
         f"{figure(first)} would be {shown}, not {told}",
         f"{first.source} gives no other sum in {first.unit}, and others in {unit}",
         f"origins that count in {unit}: {len({context.origin(c.source) for c in mates})}"],
        cause="currency slip", confidence=0.7,
    )  # fmt: skip
