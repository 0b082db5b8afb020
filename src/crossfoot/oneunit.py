"""Two figures -> both in one unit, where each has its own: miles beside kilometres, francs beside euros.

    13 miles and 42 km                    20.9 km and 42 km
    CHF 12.2 bn and EUR 8.8 bn of a day   EUR 11 bn and EUR 8.8 bn, six per cent either way

Only for comparing: a report shows figures as they are printed.
"""

from __future__ import annotations

from decimal import Decimal

from crossfoot import rates
from crossfoot.model import Claim
from crossfoot.periods import published_period
from crossfoot.rates import TOLERANCE
from crossfoot.sides import Context
from crossfoot.slots import is_history, is_money, same_unit

FACTORS = {
    "mile": ("km", Decimal("1.609344")), "mph": ("km/h", Decimal("1.609344")), "kg": ("t", Decimal("0.001")),
    "cm": ("m", Decimal("0.01")), "mm": ("m", Decimal("0.001")), "ft": ("m", Decimal("0.3048")),
}  # fmt: skip
"""By unit, the one that its kind shares, and how many of those it is (International System, yard and pound of 1959)."""


def in_one_unit(a: Claim, b: Claim, context: Context) -> tuple[Claim, Claim] | None:
    """The two figures in one unit; None where they are of two kinds, or no rate of their time is known."""
    if same_unit(a, b):
        return a, b
    if is_money(a) and is_money(b):
        converted = _converted(b, a, context)
        return (a, converted) if converted else None
    one, other = _shared(a), _shared(b)
    return (one, other) if one.unit == other.unit else None


def _shared(claim: Claim) -> Claim:
    """A length, a weight or a speed in the unit that its kind shares."""
    unit, factor = FACTORS.get(claim.unit, (claim.unit, Decimal(1)))
    return _times(claim, factor).model_copy(update={"unit": unit})


def _converted(claim: Claim, other: Claim, context: Context) -> Claim | None:
    """A sum in the currency of another one of the same weeks, which neither text has converted itself."""
    if is_history(claim, other, context) is not False or context.together:
        return None
    period = published_period(context.as_of(claim))
    rate = rates.rate(claim.unit, other.unit, period.high) if period else None
    return None if rate is None or _is_told(claim, other, rate, context) else _at(claim, rate)


def _at(claim: Claim, rate: rates.Rate) -> Claim:
    """A sum at a rate, as loosely as texts convert."""
    sum_ = _times(claim, rate.value)
    bounds = [b for b in (sum_.low, sum_.high) if isinstance(b, Decimal)]
    step = max(sum_.step, 2 * TOLERANCE * max(bounds))
    return sum_.model_copy(update={"unit": rate.quote, "step": step})


def _times(claim: Claim, factor: Decimal) -> Claim:
    low, high = (bound * factor if isinstance(bound, Decimal) else bound for bound in (claim.low, claim.high))
    return claim.model_copy(update={"low": low, "high": high, "step": claim.step * factor})


def _is_told(a: Claim, b: Claim, rate: rates.Rate, context: Context) -> bool:
    """Whether the text of one of two sums also prints one that meets the other, in either currency."""
    printed = [(c, _at(c, rate) if c.unit == a.unit else c) for c in context.claims if c.unit in (a.unit, b.unit)]
    ours, theirs = context.interval(_at(a, rate)), context.interval(b)
    return any(
        (c.source == a.source and context.interval(same).meets(theirs))
        or (c.source == b.source and context.interval(same).meets(ours))
        for c, same in printed
        if c.id not in (a.id, b.id)
    )
