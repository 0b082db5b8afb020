"""A sum for one of many that the whole and the number in the same text do not give.

What it finds
    Money per kilometre, megawatt, home or whatever else is counted, told beside the whole sum and the number of one
    subject in the same source, where no sum of the source divided by a number of it comes near.
Why it matters
    A rate is what readers compare with other places; nobody works it out again.
Example
    "8.6 billion for 65 km", and "86 million a kilometre": it is 132 million.
When it is no error
    The rate is of another stretch, or of the works without the rest; rounding is allowed for.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from crossfoot.amounts import figure
from crossfoot.groups import CLASSES
from crossfoot.intervals import Interval
from crossfoot.model import Claim, Finding
from crossfoot.sides import Context, finding, joined, side
from crossfoot.slots import KIN, is_money

NEAR = Decimal("0.15")
"""How far a rate may lie from the quotient, rounding apart: a text may leave out what is small. Chosen."""
TIMES = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "block", "unit"})
"""What comes anew, or is not said: no number of the thing."""
FAR = 4
"""Times further apart than which a rate is rather of something else."""
LEAST = 10_000
"""Sums below are fares and fees, no wholes."""
OPEN = frozenset({"several", "less_than", "at_most", "up_to", "range", "more_than", "at_least"})


def check(context: Context) -> Iterator[Finding]:
    """Rates of the story that their wholes do not give."""
    for rate in context.claims:
        known = context.sources.get(rate.source)
        if (
            rate.per is None
            or rate.per in TIMES
            or not is_money(rate)
            or not _is_one(rate)
            or (known and known.copy_of)
        ):
            continue
        beside = [c for c in context.claims if (c.source, c.subject) == (rate.source, rate.subject) and _is_one(c)]
        wholes = [c for c in beside if _is_whole(c, rate) and not context.is_spent(c)]
        counts = [c for c in beside if c.per is None and _counts(c, rate.per)]
        pairs = [(w, n, _quotient(w, n, context)) for w in wholes for n in counts]
        if any(_fits(rate, q, context) for *_, q in pairs):
            continue
        meant = [(w, n, q) for w, n, q in pairs if _is_like(rate, q) and _is_dearest(w, context)]
        if meant:
            yield _finding(rate, meant, context)


def _is_dearest(whole: Claim, context: Context) -> bool:
    """Whether no sum of its source is larger: else it may be a share."""
    sums = [c.low for c in context.claims if c.source == whole.source and c.unit == whole.unit and not c.per]
    assert isinstance(whole.low, Decimal)
    return all(not isinstance(low, Decimal) or low <= whole.low for low in sums)


Quotients = list[tuple[Claim, Claim, Interval]]


def _is_one(claim: Claim) -> bool:
    """Whether a figure is one number, and no part, addition or former one."""
    number = isinstance(claim.low, Decimal) and claim.low == claim.high and claim.low > 0
    part = claim.scope is not None and KIN[claim.scope] != "whole"
    return number and claim.modifier not in OPEN and not (claim.former or claim.listed or claim.converts or part)


def _is_whole(claim: Claim, rate: Claim) -> bool:
    """Whether a sum may be the whole of which a rate tells the share of each."""
    costs = CLASSES.get(claim.measure, claim.measure) == "investment" and claim.measure != "money_other"
    same = claim.unit == rate.unit and claim.per is None and claim.target_date is None
    assert isinstance(claim.low, Decimal)
    return costs and same and claim.low >= LEAST


def _counts(claim: Claim, per: str) -> bool:
    """Whether a figure is in the unit that a rate is told for, or counts it."""
    noun = (claim.noun or "").split()[:1]
    return claim.unit == per or claim.thing == f"{per}s" or noun == [f"{per}s"]


def _quotient(whole: Claim, number: Claim, context: Context) -> Interval:
    """The interval of a whole for one of its number."""
    top, below = context.interval(whole), context.interval(number)
    assert top.low is not None and top.high is not None and below.low is not None and below.high is not None
    return Interval(top.low / below.high, top.high / below.low)


def _fits(rate: Claim, quotient: Interval, context: Context) -> bool:
    assert quotient.low is not None and quotient.high is not None
    return Interval(quotient.low * (1 - NEAR), quotient.high * (1 + NEAR)).meets(context.interval(rate))


def _is_like(rate: Claim, quotient: Interval) -> bool:
    """Whether a rate is near enough to a quotient to be meant for it."""
    assert isinstance(rate.low, Decimal) and quotient.low is not None and quotient.high is not None
    return quotient.low / FAR <= rate.low <= quotient.high * FAR


def _finding(rate: Claim, pairs: Quotients, context: Context) -> Finding:
    wholes = list({w.id: w for w, _, _ in pairs}.values())
    counts = list({n.id: n for _, n, _ in pairs}.values())
    told = f"{joined(dict.fromkeys(figure(w) for w in wholes))} for {joined(dict.fromkeys(figure(n) for n in counts))}"
    reasons = []
    for whole, number, _ in pairs[:MOST]:
        assert isinstance(whole.low, Decimal) and isinstance(number.low, Decimal)
        worth = whole.low / number.low
        each = worth.quantize(Decimal(1).scaleb(worth.adjusted() - 2))
        shown = figure(whole.model_copy(update={"low": each, "high": each, "modifier": "exact", "per": rate.per}))
        reasons.append(f"{figure(whole)} / {figure(number)} = {shown}")
    return finding(
        "ratio", "tension", rate.subject, rate.measure,
        [side(figure(rate), [rate], context), side(told, [*wholes, *counts], context)],
        f"{rate.subject}: {figure(rate)}, but {told}",
        [*reasons, f"{rate.source} tells {figure(rate)}; {NEAR:.0%} and rounding were allowed for"],
        cause="a rate of another extent, or one of the figures is wrong", confidence=0.5,
    )  # fmt: skip


MOST = 3
"""Quotients that the reasons show."""
