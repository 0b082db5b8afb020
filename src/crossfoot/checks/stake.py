"""A share of a whole whose sum stands in another currency.

What it finds
    A share that somebody takes and what is paid for it, in one sentence, where that share of the whole that the source
    gives is the same number in another currency, and no rate makes the two equal.
Why it matters
    The sum has been worked out from the whole, and its sign has been lost.
Example
    "A 33.5 % holding, to put in €6 billion", in a text with a price tag of £18 billion: a third of it is £6 billion.
When it is no error
    A share that is paid for by another measure than the whole cost; rounding, and the day's rate, are allowed for.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from crossfoot import rates
from crossfoot.amounts import figure
from crossfoot.groups import CLASSES
from crossfoot.intervals import Interval
from crossfoot.model import Claim, Finding
from crossfoot.periods import published_period
from crossfoot.rates import TOLERANCE
from crossfoot.sides import Context, finding, label, side
from crossfoot.slots import KIN, is_former, is_money, is_one
from crossfoot.statements import statements

PERCENT = 100


def check(context: Context) -> Iterator[Finding]:
    """Sums for a share that are that share of a whole in another currency."""
    for said in statements(context):
        shares = [c for c in said.claims if c.unit == "percent" and c.low is not None and c.low == c.high]
        sums = [c for c in said.claims if is_money(c) and is_one(c)]
        if len(shares) == len(sums) == 1 and said.vocabulary.stakes.find(said.words):
            found = next((w for w in _wholes(sums[0], context) if _is_odd(shares[0], sums[0], w, context)), None)
            if found:
                yield _finding(shares[0], sums[0], found, context)


def _wholes(paid: Claim, context: Context) -> list[Claim]:
    """What the source of a sum gives for all of it in other currencies."""
    return [
        c for c in context.claims
        if c.source == paid.source and is_money(c) and c.unit != paid.unit and is_one(c) and not is_former(c)
        and CLASSES.get(c.measure, c.measure) == "investment" and not (c.scope and KIN[c.scope] != "whole")
    ]  # fmt: skip


def _is_odd(share: Claim, paid: Claim, whole: Claim, context: Context) -> bool:
    """Whether the share of the whole is the number paid, and no rate of the years before makes it the sum paid."""
    part, told = context.interval(share), context.interval(paid)
    total = context.interval(whole)
    if None in (part.low, part.high, total.low, total.high):
        return False
    assert part.low is not None and part.high is not None and total.low is not None and total.high is not None
    due = Interval(part.low * total.low / PERCENT, part.high * total.high / PERCENT)
    period = published_period(context.as_of(paid))
    rate = rates.rate(whole.unit, paid.unit, period.high) if period else None
    if rate is None or not due.meets(told):
        return False
    assert due.low is not None and due.high is not None
    worth = Interval(due.low * rate.value * (1 - TOLERANCE), due.high * rate.value * (1 + TOLERANCE))
    return not worth.meets(told)


def _finding(share: Claim, paid: Claim, whole: Claim, context: Context) -> Finding:
    assert isinstance(share.low, Decimal) and isinstance(whole.low, Decimal)
    value = whole.low * share.low / PERCENT
    due = figure(whole.model_copy(update={"low": value, "high": value, "modifier": "exact"}))
    return finding(
        "currency", "tension", paid.subject, paid.measure,
        [side(f"{figure(share)} of {label(whole)}", [share, whole], context), side(label(paid), [paid], context)],
        f"{paid.subject}: {figure(share)} of {figure(whole)} is {due}, but {figure(paid)} is paid for it",
        [f"{figure(share)} of {figure(whole)} ({whole.source}) is {due}: the same number as {figure(paid)}, as rounded",
         "no rate of its day makes the two sums equal"],
        cause="currency slip", confidence=0.5,
    )  # fmt: skip
