"""Changes in figures -> what they state, and what the values before and after give.

"by 2 billion", "40 %", "multiplied by 3.3" beside "from 10 to 12 billion"; the checks of changes share it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot.amounts import figure
from crossfoot.intervals import Interval
from crossfoot.model import Claim
from crossfoot.sides import Context
from crossfoot.statements import Statement

LOOSE = Decimal("0.1")
"""How far a percentage or a multiplier in whole numbers may be from the true one: 18 to 22 for "20 %". Chosen."""
WORDED = Decimal("0.17")
"""The same for a multiplier in words or with a hedge, which the press uses loosely: 1.66 to 2.34 for "doubled"."""


class Move(NamedTuple):
    """A value and what it became."""

    old: Claim
    new: Claim
    old_is: Interval
    new_is: Interval

    @property
    def members(self) -> frozenset[str]:
        """The ids of its claims; one where both ends are read as a range."""
        return frozenset({self.old.id, self.new.id})


def kind_of(claim: Claim, unit: str, said: Statement) -> str | None:
    """What kind of change a claim states, if any: times, percent, by."""
    if claim.unit == "x" and claim.low and isinstance(claim.low, Decimal) and claim.low > 0:
        return "times"
    vocabulary = said.vocabulary
    if claim.unit == "percent" and not any(vocabulary.per.at(said.words, n) for n in range(len(said.words))):
        return "percent" if _is_growth(claim, said) else None
    return "by" if claim.unit == unit and claim.scope == "additional" and not claim.listed else None


GROWTH_REACH = 4
"""Words before a percentage within which a word of growth makes it a change: "rose by about 20 %"."""


def _is_growth(claim: Claim, said: Statement) -> bool:
    """Whether a word of growth, or a sign, stands at a percentage."""
    vocabulary, behind = said.vocabulary, said.behind(claim)
    before = [w for w in said.words if w.end <= claim.start][-GROWTH_REACH:]
    if claim.quote[0] in "+-−–" or (before and before[-1].text in "+−"):
        return True
    more = vocabulary.scope_behind.at(behind, 0)
    if more and more[0] == "additional":
        return True
    found = [(value, end) for value, _, end in vocabulary.scope.find(before) if value == "additional"]
    return bool(found) or bool(vocabulary.changes.find(before))


def true_change(move: Move, kind: str) -> Interval | None:
    """The change that the two values give, from its least to its most."""
    (a, b, _), (c, d, _) = move.old_is, move.new_is
    if a is None or c is None or a <= 0 or c <= 0 or b is None or d is None:
        return None
    if kind == "by":
        ends = sorted((abs(c - b), abs(d - a)))
        return Interval(Decimal(0) if (c - b) * (d - a) < 0 else ends[0], ends[1])
    low, high = c / b, d / a
    if kind == "times":
        return Interval(low, high)
    ends = sorted((abs(low - 1) * 100, abs(high - 1) * 100))
    return Interval(Decimal(0) if (low - 1) * (high - 1) < 0 else ends[0], ends[1])


def stated_change(claim: Claim, kind: str, said: Statement, context: Context) -> Interval:
    """The change as told, in its widest reading."""
    low, high, _ = context.interval(claim)
    printed = claim.low if isinstance(claim.low, Decimal) else claim.high
    value = abs(printed) if isinstance(printed, Decimal) else Decimal(0)
    if low is not None and high is not None and high <= 0:
        low, high = -high, -low
    whole = value == value.to_integral_value()
    share = Decimal(0) if kind == "by" else LOOSE if whole else Decimal(0)
    if kind == "times" and whole and (claim.modifier == "approx" or not any(m.isdigit() for m in claim.quote)):
        share = WORDED
    low = None if low is None else min(low, value * (1 - share))
    high = None if high is None else max(high, value * (1 + share))
    words = [w for w in said.words if claim.start <= w.start < claim.end]
    if kind == "times" and high is not None and whole and said.vocabulary.times_after.find(words):
        high += 1  # "three times more" is said of four times, too
    return Interval(low, high)


def told_as(claim: Claim, kind: str) -> str:
    """The change the reader's way."""
    return f"a change by {figure(claim)}" if kind == "by" else f"“{' '.join(claim.quote.split())}”"


def shown_as(moves: Sequence[Move], kind: str) -> str:
    """What the printed values give, from the least to the most."""
    new, found = moves[0].new, set()
    for move in moves:
        before, after = (c.low if isinstance(c.low, Decimal) else c.high for c in (move.old, move.new))
        assert isinstance(before, Decimal) and isinstance(after, Decimal)
        found.add(abs(after - before) if kind == "by" else after / before)
    told = [_worded(value, kind, new) for value in sorted({min(found), max(found)})]
    return " to ".join(told)


def _worded(value: Decimal, kind: str, new: Claim) -> str:
    if kind == "by":
        return figure(new.model_copy(update={"low": value, "high": value, "modifier": "exact"}))
    return f"{value:.2f} times" if kind == "times" else f"{abs(value - 1) * 100:.1f} %"
