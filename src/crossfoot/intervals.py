"""Claims -> the intervals that their printed figures stand for, and whether two of them can both be true.

52 milliards -> 51.5 up to, not including, 52.5 billion;  plus d'un million -> above a million;  600 MW and 1.2 GW
do not meet. Decimal arithmetic only. Half a unit of the last printed place is what XBRL calls consistent rounding.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from crossfoot.model import Claim
from crossfoot.tables import Tables

ROUND_SHARE = Decimal("0.05")
"""A round whole number ("25,000 jobs") is taken to be rounded by this share at most."""


class Interval(NamedTuple):
    """From low up to high; None is open. Amounts, or days as ordinals."""

    low: Decimal | None
    high: Decimal | None
    rounded: bool = False
    """The upper end comes of rounding and is not included: what is 52.5 would have been printed 53."""

    def meets(self, other: Interval) -> bool:
        """Whether the two share a value."""
        return not self._ends_before(other) and not other._ends_before(self)

    def _ends_before(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high <= other.low if self.rounded else self.high < other.low

    def __str__(self) -> str:
        upper = ", not included" if self.rounded and self.high != self.low else ""
        return f"{_number(self.low)} to {_number(self.high)}{upper}"


def _number(value: Decimal | None) -> str:
    return "open" if value is None else f"{value.normalize():,f}"


def interval(claim: Claim, tables: Tables) -> Interval:
    """What a figure stands for: its printed bounds, widened by its precision or by its "about"."""
    if claim.unit == "date":
        first = Decimal(claim.low.toordinal()) if isinstance(claim.low, date) else None
        last = Decimal(claim.high.toordinal()) if isinstance(claim.high, date) else None
        return Interval(first, last)
    low, high = _amount(claim.low), _amount(claim.high)
    if claim.modifier == "several":
        return Interval(low, high)
    slack = _slack(claim, tables)
    if claim.modifier in ("at_least", "more_than"):
        return Interval(low if low is None else low - slack, None)
    rounded = claim.modifier != "approx" and slack > 0
    if claim.modifier in ("at_most", "less_than", "up_to"):
        return Interval(None, high if high is None else high + slack, rounded)
    return Interval(None if low is None else low - slack, None if high is None else high + slack, rounded)


def _amount(bound: object) -> Decimal | None:
    return bound if isinstance(bound, Decimal) else None


LOOSEST = Decimal("0.3")
"""How far from a sum the true one may lie, as a share of it: what is printed "1 billion" is no 1.4."""
SUMS = frozenset({"investment", "cost", "price", "funding", "revenue", "money_other"})


def _slack(claim: Claim, tables: Tables) -> Decimal:
    """How far from the printed number the true one may lie."""
    value = abs(_amount(claim.low) or _amount(claim.high) or Decimal(0))
    slack = min(claim.step / 2, value * LOOSEST) if claim.measure in SUMS else claim.step / 2
    if claim.step == 1 and value >= 100 and value == value.to_integral_value():
        digits = format(value, "f")
        place = Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
        slack = min(place / 2, value * ROUND_SHARE)
    if claim.modifier == "approx":
        slack = max(slack, value * tables.approx(claim.measure))
    return slack
