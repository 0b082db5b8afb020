"""A sum and a size of one thing whose ratio is beyond what such things cost anywhere.

What it finds
    Money per accelerator, megawatt, turbine, seat, kilometre of tunnel, line, motorway or canal, and power per
    accelerator, formed from the largest sum and the largest size that one source tells of one subject, outside the
    range that the tables give with its source (`[[plausible]]` in measures/*.toml); and what a company takes in a year
    per accelerator that it runs, whichever sources tell the two.
Why it matters
    A million for a billion, or MW for GW, stands alone in its source and contradicts nothing there.
Example
    "7 million euros" for a tunnel of 17.6 km: EUR 398,000 per kilometre, where tunnels cost 5 million and more.
When it is no error
    The sum is of a part, or of far more than what is counted. The ranges are wide on purpose: only what is wrong by a
    power of ten or so falls outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot import rates
from crossfoot.amounts import about, figure
from crossfoot.groups import CLASSES
from crossfoot.measuretable import Plausible
from crossfoot.model import Claim, Finding
from crossfoot.periods import published_period
from crossfoot.sides import UNNAMED, Context, finding, side
from crossfoot.slots import KIN, STATEMENT
from crossfoot.things import LENGTHS
from crossfoot.wider import is_wider

EURO = "EUR"
SURE = 0.6
"""Confidence below which a figure's subject is too much of a guess."""
LEAST = 10_000
"""Euros below which a sum builds nothing: a fare, a toll."""
INCOME = "revenue"
OPEN = frozenset({"several", "less_than", "at_most", "up_to", "range"})


def check(context: Context) -> Iterator[Finding]:
    """Ratios of the story that lie outside what is known of such things."""
    by_thing: dict[tuple[str, str], list[Claim]] = {}
    by_name: dict[str, list[Claim]] = {}
    for claim in context.claims:
        known = context.sources.get(claim.source)
        if claim.subject != UNNAMED and _is_size(claim) and not (known and known.copy_of):
            by_thing.setdefault((claim.source, claim.subject), []).append(claim)
            by_name.setdefault(claim.subject, []).append(claim)
    spans = [p for table in context.tables.measures for p in table.plausible]
    for _, claims in sorted(by_thing.items()):
        for span in (s for s in spans if s.of != INCOME):
            above = [c for c in claims if _is_of(c, span.of)]
            below = [c for c in claims if _kind(c) == span.per]
            if above and below and (found := _odd(above, below, span, context)):
                yield found
    for _, claims in sorted(by_name.items()):
        for span in (s for s in spans if s.of == INCOME):
            yield from _idle(claims, span, context)


def _is_size(claim: Claim) -> bool:
    """Whether a figure is one number of the whole of its subject."""
    number = isinstance(claim.low, Decimal) and claim.low == (claim.high or claim.low) and claim.low > 0
    part = claim.scope is not None and KIN[claim.scope] != "whole"
    told = not (claim.former or claim.listed or claim.converts or claim.per or claim.parts or part)
    return number and told and claim.modifier not in OPEN and claim.confidence >= SURE


def _is_of(claim: Claim, measure: str) -> bool:
    return CLASSES.get(claim.measure, claim.measure) == measure and claim.measure != "money_other"


def _kind(claim: Claim) -> str | None:
    """What a size is counted in, by the name that the ranges have for it."""
    if claim.unit in LENGTHS:
        return f"{claim.unit} of {claim.thing}" if claim.thing else None
    return claim.thing or (claim.unit if claim.unit in ("gpu", "MW") else None)


def _odd(above: list[Claim], below: list[Claim], span: Plausible, context: Context) -> Finding | None:
    """A finding where even the largest figures give a ratio outside the range."""
    top = max(above, key=lambda c: (c.low, c.id))
    size = max(below, key=lambda c: (c.low, c.id))
    assert isinstance(top.low, Decimal) and isinstance(size.low, Decimal)
    alone = len({c.low for c in above}) == 1 and len({c.low for c in below}) == 1
    near = abs(top.start - size.start) <= STATEMENT and not (
        _is_nearer(top, size, above) or _is_nearer(size, top, below)
    )
    worth = _worth(top, context) if span.of == "investment" else Decimal(1)
    if not (alone or near) or worth is None or is_wider(top, context) or context.is_spent(top):
        return None
    ratio = top.low * worth / size.low
    too_much = near and ratio > span.high  # elsewhere in the text the sum may be of far more than what is counted
    if not (too_much or ratio < span.low) or (span.of == "investment" and top.low * worth < LEAST):
        return None
    shown = f"{_amount(ratio, span)} per {span.name}"
    less_or_more = "more" if too_much else "less"
    return finding(
        "ratio", "tension", top.subject, top.measure,
        [side(figure(c), [c], context) for c in (top, size)],
        f"{top.subject}: {figure(top)} for {figure(size)} is {shown}, {less_or_more} than known anywhere",
        [f"{figure(top)} / {figure(size)} ({top.source}) = {shown}",
         f"known are {_amount(span.low, span)} to {_amount(span.high, span)} per {span.name}: {span.source}"],
        cause="scale slip, or figures of two things", confidence=0.5,
    )  # fmt: skip


def _idle(claims: Sequence[Claim], span: Plausible, context: Context) -> Iterator[Finding]:
    """What a company took in a year against what it runs, where no two of the figures told of it fit each other."""
    known = sorted((c for c in claims if c.status == "actual"), key=lambda c: (c.low, c.quote, c.start, c.id))
    incomes = [c for c in known if c.measure == INCOME and _worth(c, context) is not None]
    sizes = [c for c in known if _kind(c) == span.per]
    if not incomes or not sizes:
        return
    ratios = {
        (income.id, size.id): income.low * worth / size.low
        for income in incomes for size in sizes
        if (worth := _worth(income, context)) and isinstance(income.low, Decimal) and isinstance(size.low, Decimal)
    }  # fmt: skip
    if any(span.low <= ratio <= span.high for ratio in ratios.values()):
        return
    top, size = incomes[0], sizes[0]
    shown = f"{_amount(ratios[top.id, size.id], span)} per {span.name}"
    less_or_more = "more" if ratios[top.id, size.id] > span.high else "less"
    yield finding(
        "ratio", "tension", top.subject, top.measure,
        [side(figure(top), incomes, context), side(figure(size), sizes, context)],
        f"{top.subject}: {figure(top)} a year from {figure(size)} is {shown}, {less_or_more} than known anywhere",
        [f"{figure(top)} ({top.source}) / {figure(size)} ({size.source}) = {shown}, a year",
         f"known are {_amount(span.low, span)} to {_amount(span.high, span)} per {span.name}: {span.source}"],
        cause="figures of different years or things", confidence=0.5,
    )  # fmt: skip


def _amount(value: Decimal, span: Plausible) -> str:
    """Money or power the reader's way: "about EUR 31,800", "0.7 kW"."""
    if span.of == "power":
        return f"{about(value * 1000)} kW"
    *hedge, digits = about(value).split()
    return " ".join([*hedge, EURO, digits])


def _is_nearer(claim: Claim, other: Claim, rivals: list[Claim]) -> bool:
    """Whether another figure of its kind stands nearer to the other one."""
    far = abs(claim.start - other.start)
    return any(abs(r.start - other.start) < far and r.low != claim.low for r in rivals)


def _worth(claim: Claim, context: Context) -> Decimal | None:
    """Euros for one unit of a sum's currency, on the day of its text or the last known one."""
    if claim.unit == EURO:
        return Decimal(1)
    period = published_period(context.as_of(claim))
    rate = rates.rate(claim.unit, EURO, period.high if period else rates.last_day())
    return rate.value if rate else None
